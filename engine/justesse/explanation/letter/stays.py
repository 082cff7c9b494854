"""The days of a decision brought together for a reader: runs that follow one another and say the same are one.

Only what the reader is told of a day is kept: its value, its amount, its payee. Nothing is computed but counts of days.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from justesse.evaluation.decision import DayRun, Decision, Shown
from justesse.evaluation.facts import Record
from justesse.explanation.reasons import line_reasons
from justesse.explanation.told_days import told_days
from justesse.program.letter_plan import Days
from justesse.values import stretches
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, State


@dataclass(frozen=True, slots=True)
class Stay:
    """Equal days. `status`, `amount`, `payee`: None when the decision does not establish them, or when there are none.

    `open`: something is not established; `why`, `why_amount`: the sentences of the rules nearest to each.
    """

    owner: Record
    first: int
    last: int
    status: str | None
    amount: Fraction | None
    payee: str | None
    open: bool
    why: str
    why_amount: str

    @property
    def days(self) -> int:
        """How many."""
        return self.last - self.first + 1

    @property
    def told(self) -> tuple[object, ...]:
        """What the reader is told of each day."""
        return self.status, self.amount, self.payee, self.open


def stays(decision: Decision, days: Days) -> list[Stay]:
    """The days in the order of the decision, joined where nothing told changes, within an owner; a day paid is told so only.

    Of stops that overlap, one may leave unpaid the days that the other pays: the reader is told what is received.
    """
    found = [_stay(run, days) for run, _ in told_days(decision)]
    paid = [one for one in found if one.status == days.paying]
    told = (piece for one in found for piece in (_besides(one, paid) if one.status != days.paying else [one]))
    return list(stretches.joined(told, lambda one: (*one.told, one.why, one.why_amount, id(one.owner))))


def _besides(one: Stay, paid: list[Stay]) -> Iterator[Stay]:
    """What is left of days without the days of another owner that are paid."""
    first = one.first
    for other in sorted(paid, key=lambda other: other.first):
        if other.owner is not one.owner and other.first <= one.last and other.last >= first:
            if first < other.first:
                yield replace(one, first=first, last=other.first - 1)
            first = other.last + 1
    if first <= one.last:
        yield replace(one, first=first)


def joined(found: Iterable[Stay]) -> list[Stay]:
    """Stays that follow one another and tell the same, whatever their reasons."""
    return list(stretches.joined(found, lambda one: one.told))


def _stay(run: DayRun, days: Days) -> Stay:
    lines = {line.item.name: line for line in run.lines}
    status, amount, payee = (lines[name] for name in (days.line, days.amount, days.payee))
    known = _known(amount.value)
    return Stay(
        run.owner,
        run.first,
        run.last,
        status.value if isinstance(status.value, str) else None,
        Fraction(known) if isinstance(known, int | Fraction) else None,
        payee.value if isinstance(payee.value, str) else None,
        any(unsettled(one.value) for one in (status, amount, payee)),
        _why(status),
        _why(amount),
    )


def unsettled(value: object) -> bool:
    """Unknown or to be judged."""
    return isinstance(value, State) and not isinstance(value, NotApplicable)


def _known(value: object) -> object:
    return value.value if isinstance(value, Moving) else value


def _why(line: Shown) -> str:
    return next((one.text for one in line_reasons(line) if one.text), "")
