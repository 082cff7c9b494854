"""What a decision refuses, why, and the smallest change of one fact of the case that would have it otherwise.

A refusal is days of equal reason without amount, or a line that says no. A change is proposed only once the case has been decided
again with it (`trial.py`); the facts come from the trace (`levers.py`), the values from `smallest.py`. Words nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from justesse.casebook.levers import Ground, Lever, levers
from justesse.casebook.smallest import size, smallest
from justesse.casebook.trial import Outcome, Place, Said, Trials, change_text, outcome_of
from justesse.evaluation.decision import DayRun, Decision, Shown
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.facts import Record
from justesse.evaluation.trace import Instance, Tried
from justesse.explanation.reasons import Reason, line_reasons
from justesse.explanation.told_days import told_days
from justesse.program.program import Program
from justesse.program.types import YesNo
from justesse.program.why_not_plan import WhyNotPlan
from justesse.text.positioned_yaml import Mapping
from justesse.values.states import NotApplicable, State

SHOWN = 3
"""The most changes told of a refusal."""
PATIENCE = 240
"""The most changes tried for a refusal, give or take those of its last fact."""


@dataclass(frozen=True, slots=True, eq=False)
class Changed:
    """A fact that would be different, and what follows: the days then paid with the lines of the first, the total.

    `change` is its line, which `et-si` reads. `others`: the lines of changes of the same fact, elsewhere or otherwise, as small.
    """

    lever: Lever
    value: object
    change: str
    days: tuple[int, ...]
    lines: tuple[Said, ...]
    total: object
    others: tuple[str, ...] = ()

    @property
    def size(self) -> Fraction:
        """How great the change is."""
        return size(self.lever.fact.type, self.lever.value, self.value)


@dataclass(frozen=True, slots=True, eq=False)
class Refusal:
    """Days without amount, or a line that says no (`place` then), its instance, and the changes found among those `tried`."""

    about: Record
    periods: tuple[tuple[int, int], ...]
    lines: tuple[Shown, ...]
    place: Place | None
    reasons: tuple[Reason, ...]
    grounds: tuple[Ground, ...]
    changes: tuple[Changed, ...]
    tried: int
    complete: bool
    """Whether every fact met was tried."""

    @property
    def start(self) -> int | None:
        """The first day refused."""
        return self.periods[0][0] if self.periods else None

    @property
    def sentences(self) -> list[tuple[Tried, Instance]]:
        """The sentences that lead to the refusal by yes and no alone."""
        return [(one.tried, one.instance) for one in self.grounds if one.direct]


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A refusal to be looked into: what it is about, and the instance to walk down from."""

    about: Record
    periods: tuple[tuple[int, int], ...]
    lines: tuple[Shown, ...]
    place: Place | None
    reasons: tuple[Reason, ...]
    instance: Instance

    @property
    def days(self) -> tuple[int, ...]:
        """Every day refused."""
        return tuple(day for first, last in self.periods for day in range(first, last + 1))


def why_not(
    program: Program, plan: WhyNotPlan, tree: Mapping, decision: Decision, day: int | None = None, patience: int = PATIENCE
) -> list[Refusal]:
    """The refusals of a decision that gives figures, those of a day alone when it is asked; `tree` is its case as read."""
    trials = Trials(program, plan, tree, decision.readings)
    before = outcome_of(decision, plan)
    asked = [*_days(decision, plan, day), *(_lines(decision) if day is None else ())]
    return [_looked_into(one, trials, before, decision.evaluator, patience) for one in asked if decision.evaluator is not None]


# --- what is refused ----------------------------------------------------------------------------------


def _days(decision: Decision, plan: WhyNotPlan, day: int | None) -> Iterator[_Asked]:
    """Days of one owner without amount, together when the same sentences make the same lines."""
    found: dict[tuple[object, ...], list[tuple[DayRun, list[Reason]]]] = {}
    for run, reasons in told_days(decision):
        if _refused(run, plan) and (day is None or run.first <= day <= run.last):
            said = tuple((line.item.name, str(line.value)) for line in run.lines)
            why = tuple(one.identifier for one in reasons)
            found.setdefault((id(run.owner), said, why), []).append((run, reasons))
    for days in found.values():
        first, reasons = days[0]
        instance = _amount(first, plan).instance
        if instance is not None:
            periods = tuple((run.first, run.last) for run, _ in days) if day is None else ((day, day),)
            yield _Asked(first.owner, _joined(periods), first.lines, None, tuple(reasons), instance)


def _joined(periods: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    made: list[tuple[int, int]] = []
    for first, last in periods:
        if made and made[-1][1] == first - 1:
            made[-1] = made[-1][0], last
        else:
            made.append((first, last))
    return tuple(made)


def _refused(run: DayRun, plan: WhyNotPlan) -> bool:
    """Without amount, or of nothing; an amount that is not known is not refused."""
    value = _amount(run, plan).value
    return isinstance(value, NotApplicable) or value == 0


def _amount(run: DayRun, plan: WhyNotPlan) -> Shown:
    return next(line for line in run.lines if line.item.name == plan.day)


def _lines(decision: Decision) -> Iterator[_Asked]:
    """The yes/no lines that say no."""
    ranks: dict[str, int] = {}
    for part in decision.parts:
        kind = part.record.type
        rank = ranks[kind] = ranks.get(kind, 0) + 1
        for line in part.lines:
            if isinstance(line.item.type, YesNo) and line.value is False and line.instance is not None:
                place = kind, rank, line.item.name
                yield _Asked(part.record, (), (line,), place, tuple(line_reasons(line)), line.instance)


# --- what would change it -----------------------------------------------------------------------------


def _looked_into(asked: _Asked, trials: Trials, before: Outcome, evaluator: Evaluator, patience: int) -> Refusal:
    start = asked.periods[0][0] if asked.periods else None
    found, grounds = levers(evaluator, asked.instance, start)
    search = _Search(asked, trials, before, patience)
    changes = search.all(found)
    return Refusal(
        asked.about, asked.periods, asked.lines, asked.place, asked.reasons, tuple(grounds), tuple(changes), search.tried,
        not search.spent,
    )  # fmt: skip


class _Search:
    def __init__(self, asked: _Asked, trials: Trials, before: Outcome, patience: int) -> None:
        self.asked = asked
        self.trials = trials
        self.before = before
        self.patience = patience
        self.made: set[str] = set()
        self.declared = trials.program.declarations

    @property
    def tried(self) -> int:
        """How many changes were tried for this refusal; some may have been decided for another one."""
        return len(self.made)

    @property
    def spent(self) -> bool:
        """Whether it is time to stop."""
        return self.tried >= self.patience

    def all(self, found: list[Lever]) -> list[Changed]:
        """The smallest change of each fact, the smallest first; those with which half of the days stay refused come last."""
        made: dict[str, list[Changed]] = {}
        for lever in _in_turn(found):
            made.setdefault(lever.fact.key, []).extend(self._of(lever))
        return sorted((_smallest(some) for some in made.values() if some), key=self._rank)[:SHOWN]

    def _rank(self, one: Changed) -> tuple[bool, Fraction]:
        return 2 * len(one.days) < len(self.asked.days), one.size

    def _of(self, lever: Lever) -> Iterator[Changed]:
        if self.spent:
            return
        for value in smallest(lever, lambda value: self._happens(lever, value)):
            change = change_text(lever, value, self.declared)
            outcome = self.trials.outcome(change)
            days = tuple(day for day in self.asked.days if outcome.paid.get(day, 0) > 0)
            lines = outcome.days[days[0]] if days else ()
            yield Changed(lever, value, change, days, lines, outcome.total)

    def _happens(self, lever: Lever, value: object) -> bool:
        """Whether, in the case decided again, the line says yes, or a day refused is paid, not another one refused instead.

        What would leave the total open, or pay days and lower it, is no answer.
        """
        change = change_text(lever, value, self.declared)
        self.made.add(change)
        outcome = self.trials.outcome(change)
        if isinstance(outcome.total, State) and not isinstance(self.before.total, State):
            return False
        if self.asked.place is not None:
            return outcome.answers.get(self.asked.place) is True and len(outcome.answers) == len(self.before.answers)
        better = outcome.refused < self.before.refused and outcome.served > self.before.served
        better = better and not _lost(self.before.total, outcome.total)
        return better and any(outcome.paid.get(day, 0) > 0 for day in self.asked.days)


def _lost(before: object, after: object) -> bool:
    """Whether the total is less."""
    return isinstance(before, Fraction) and isinstance(after, Fraction) and after < before


def _in_turn(found: list[Lever]) -> list[Lever]:
    """Each fact of one record first, then of another one: none is left out because one has many records."""
    count: dict[str, int] = {}
    turns: list[tuple[int, Lever]] = []
    for one in found:
        count[one.fact.key] = count.get(one.fact.key, 0) + 1
        turns.append((count[one.fact.key], one))
    return [one for _, one in sorted(turns, key=lambda turn: turn[0])]


def _smallest(made: list[Changed]) -> Changed:
    """The smallest change of a fact, whatever record it is of, with those that are as small."""
    first = min(made, key=lambda one: one.size)
    return replace(first, others=tuple(one.change for one in made if one is not first and one.size == first.size))
