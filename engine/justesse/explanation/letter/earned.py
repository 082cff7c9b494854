"""What the amount of a day was made of: for each month or pay that counted, what was earned and how much of it was taken.

Read among what the decision evaluated: a month that no amount needed is not there. Computes nothing and words nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.program.letter_plan import Earned
from justesse.values.calendar import first_day, last_day

Values = dict[tuple[object, ...], object]
"""The values of a quantity by its subjects."""


@dataclass(frozen=True, slots=True)
class Took:
    """What a month or a pay gave, and what of it counted for an owner of days; either may not be established."""

    owner: Record
    first: int
    last: int
    earned: object
    counted: object


def took(decision: Decision, plan: tuple[Earned, ...], owners: Iterable[Record]) -> list[Took]:
    """Everything that counted for each owner, sort by sort in the order of days; a sort that gave nothing at all is left out."""
    if decision.evaluator is None:
        return []
    reader = _Reader(decision)
    return [one for owner in owners for one in reader.of(owner, plan)]


class _Reader:
    """The values of quantities, gathered once."""

    def __init__(self, decision: Decision) -> None:
        self.program = decision.program
        self.values: dict[str, Values] = {}
        assert decision.evaluator is not None
        for one in decision.evaluator.memo.values():
            self.values.setdefault(one.quantity.key, {})[one.args] = one.value

    def of(self, owner: Record, plan: tuple[Earned, ...]) -> Iterator[Took]:
        for pair in plan:
            rows = [self.row(owner, pair, args) for args in self.values.get(pair.counted, {}) if owner in args]
            given = [one for one in rows if one is not None]
            if any(one.earned != 0 or one.counted != 0 for one in given):
                yield from sorted(given, key=lambda one: (one.first, one.last))

    def row(self, owner: Record, pair: Earned, args: tuple[object, ...]) -> Took | None:
        counted = self.program.quantities[pair.counted].subjects
        by_name = {subject.name: arg for subject, arg in zip(counted, args, strict=True)}
        named = tuple(by_name[subject.name] for subject in self.program.quantities[pair.earned].subjects)
        first, last = self.days(next(arg for arg in args if arg is not owner))
        if first is None or last is None:
            return None
        return Took(owner, first, last, self.values.get(pair.earned, {}).get(named), self.values[pair.counted][args])

    def days(self, dated: object) -> tuple[int | None, int | None]:
        """The first and the last day of a month, or of a record as its period says."""
        if isinstance(dated, int):
            return first_day(dated), last_day(dated)
        assert isinstance(dated, Record)
        declared = self.program.declarations.records[dated.type]
        first, last = (self.values.get(key, {}).get((dated,)) for key in (declared.first, declared.last))
        return (first, last) if isinstance(first, int) and isinstance(last, int) else (None, None)
