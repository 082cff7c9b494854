"""The counters behind some days: every quantity of a day that is a number of days, and how it moves from day to day.

A counter is known by its unit alone, never by its name. Read from the timelines; nothing is counted here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from justesse.evaluation.decision import DayRun, Decision
from justesse.evaluation.timelines import Run
from justesse.evaluation.trace import Instance
from justesse.explanation.wording import SPACE, period_text, value_text
from justesse.program.program import Program, Quantity
from justesse.program.types import Number, Type
from justesse.values.moving import Exact, Moving
from justesse.values.states import State
from justesse.values.units import DAY


@dataclass(slots=True)
class Stretch:
    """Days in a row on which a counter gains the same each day: the first of them, and its value on each."""

    first: int
    values: list[object]

    def goes_on(self, value: object) -> bool:
        """Whether a value of the next day follows at the same pace."""
        gap = _gap(self.values[-1], value)
        return gap is not None and (len(self.values) == 1 or gap == _gap(self.values[0], self.values[1]))


@dataclass(slots=True)
class Counter:
    """A quantity of a day, on days in a row."""

    quantity: Quantity
    stretches: list[Stretch] = field(default_factory=list)

    def add(self, day: int, value: object) -> None:
        """The value of the day after the others."""
        if self.stretches and self.stretches[-1].goes_on(value):
            self.stretches[-1].values.append(value)
        else:
            self.stretches.append(Stretch(day, [value]))


def counter_keys(program: Program) -> list[str]:
    """The quantities of a day that count days, in the order of their declaration."""
    return [key for key, one in program.quantities.items() if one.by_day and one.type == _DAYS]


def counters(decision: Decision, run: DayRun, keys: Sequence[str]) -> list[Counter]:
    """The counters, among `keys`, that the decision needed on these days and could settle or bound."""
    found: dict[str, Counter] = {}
    for held in _held(decision, run):
        first, last = max(held.first, run.first), min(held.last, run.last)
        for key in keys:
            instance = held.instances.get(key)
            if instance is not None and not isinstance(instance.value, State):
                counter = found.setdefault(key, Counter(instance.quantity))
                for day in range(first, last + 1):
                    counter.add(day, _on(instance, day))
    return [found[key] for key in keys if key in found]


def counter_text(counter: Counter) -> str:
    """« de 344 à 353 jours », or each stretch with its days when the pace changes."""
    kind = counter.quantity.type
    if len(counter.stretches) == 1:
        return _ends_text(counter.stretches[0], kind)
    return ", puis ".join(
        f"{_ends_text(one, kind)} {period_text(one.first, one.first + len(one.values) - 1)}" for one in counter.stretches
    )


def _held(decision: Decision, run: DayRun) -> Iterator[Run]:
    """The runs of the timelines of an owner that hold some of these days, in order."""
    timelines = decision.evaluator.timelines.values() if decision.evaluator is not None else ()
    for timeline in timelines:
        if timeline.owner == (run.owner,):
            yield from (one for one in timeline.runs if one.first <= run.last and one.last >= run.first)


def _on(instance: Instance, day: int) -> object:
    if isinstance(instance.value, Moving) and instance.first is not None:
        return instance.value.at(day - instance.first)
    return instance.value


def _gap(before: object, after: object) -> Exact | None:
    """What is gained; None when one of them is not known, and is not the same."""
    if isinstance(before, int | Fraction) and isinstance(after, int | Fraction):
        return after - before
    return 0 if before == after else None


def _ends_text(stretch: Stretch, kind: Type) -> str:
    start, end = (value_text(one, kind) for one in (stretch.values[0], stretch.values[-1]))
    return start if start == end else f"de {start.rpartition(SPACE)[0] or start} à {end}"


_DAYS = Number(DAY)
