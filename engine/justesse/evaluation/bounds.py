"""What is sure of a case with facts missing, as data: the facts, the least and the most of each day and of the total.

Read by explanation; found by `narrowing`. Decides nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.evaluation.decision import Decision
from justesse.evaluation.missing import Missing
from justesse.evaluation.trace import Gap
from justesse.values.ranges import Exact, most
from justesse.values.stretches import joined


@dataclass(frozen=True, slots=True)
class DayBounds:
    """Equal days: the least and the most of their amount (None: no bound), and what leaves them open."""

    first: int
    last: int
    low: Exact
    high: Exact | None
    causes: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """How many days."""
        return self.last - self.first + 1

    @property
    def known(self) -> bool:
        """Whether the amount is settled, whatever the completion."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Bounds:
    """What every completion of a case gives at least and at most.

    `by_day` add up to what is safe to pay day by day; `low` is the least total, never below that sum. `reached`: an exact
    completion gives `low`. `decision` is the pass that knows nothing of the missing facts; `gaps` what sentences say is not
    known, in any part.
    """

    decision: Decision
    missing: tuple[Missing, ...]
    days: tuple[DayBounds, ...]
    low: Exact
    high: Exact | None
    reached: bool
    runs: int
    gaps: dict[str, Gap]
    refusals: tuple[Diagnostic, ...] = ()

    @property
    def by_day(self) -> Exact:
        """The sum of the least of each day."""
        return sum((one.low * one.length for one in self.days), Fraction(0))


def most_of(days: Sequence[DayBounds]) -> Exact | None:
    """What days can make together at most; None when nothing bounds one of them."""
    highs = [None if one.high is None else one.high * one.length for one in days]
    return None if None in highs else sum((one for one in highs if one is not None), Fraction(0))


# --- parts of the completions together -------------------------------------------------------------


def over_parts(parts: list[list[DayBounds]], opened: list[list[DayBounds]], needed: tuple[str, ...]) -> Iterator[DayBounds]:
    """The least and the most of each day over all parts, equal neighbours together; a day some part lacks may be nothing.

    What a day waits for is seen in the parts `opened` first: what leaves it open there, and the facts that were `needed` to
    open them when they differ.
    """
    days = _each(parts, opened, needed)
    return joined(days, lambda one: (one.low, one.high, one.causes))


def _each(parts: list[list[DayBounds]], opened: list[list[DayBounds]], needed: tuple[str, ...]) -> Iterator[DayBounds]:
    """The same, cut wherever some part is."""
    edges = sorted({edge for part in (*opened, *parts) for one in part for edge in (one.first, one.last + 1)})
    for first, after in pairwise(edges):
        found = _of(parts, first)
        if any(found):
            yield _hull(first, after - 1, found, _awaited(_of(opened, first), needed))


def _of(parts: list[list[DayBounds]], day: int) -> list[DayBounds | None]:
    """A day in each part."""
    return [next((one for one in part if one.first <= day <= one.last), None) for part in parts]


def _awaited(found: list[DayBounds | None], needed: tuple[str, ...]) -> tuple[str, ...]:
    causes = dict.fromkeys(cause for one in found if one for cause in one.causes)
    differ = len({(one.low, one.high) if one else None for one in found}) > 1
    return (*causes, *(needed if differ else ()))


def _hull(first: int, last: int, found: list[DayBounds | None], awaited: tuple[str, ...]) -> DayBounds:
    known = [one for one in found if one is not None]
    low = min(one.low for one in known) if len(known) == len(found) else Fraction(0)
    high = most(one.high for one in known)
    return DayBounds(first, last, low, high, awaited if low != high else ())
