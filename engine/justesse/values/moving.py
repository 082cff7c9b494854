"""A number or a date that changes by a constant amount each day of a run.

A day rule evaluated at one day yields a value, its change per day, and, through the run that asked, the last day for
which this description is exact. Part of the change may depend on what the run itself decides (a counter of paid days
grows if this very run is paid): those parts are `flags`, resolved once the decisions are known.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

Exact = int | Fraction


@dataclass(slots=True, eq=False)
class Moving:
    """`value` on the first day of the run; `slope` a day; `flags` are (key, change a day if that decision is true)."""

    value: Exact
    slope: Exact = 0
    flags: tuple[tuple[object, Exact], ...] = field(default=())

    def settle(self, decided: Callable[[object], bool]) -> None:
        """Replace the flags by their share of the slope, now that the decisions of the run are known."""
        for key, change in self.flags:
            if decided(key):
                self.slope += change
        self.flags = ()

    def at(self, days: int) -> Exact:
        """The value `days` after the first day of the run."""
        return self.value + self.slope * days


def added(left: Moving | Exact, right: Moving | Exact, sign: int) -> Moving:
    """left + sign × right, at least one of them moving."""
    if isinstance(left, Moving) and not isinstance(right, Moving):
        return Moving(left.value + sign * right, left.slope, left.flags)
    a = left if isinstance(left, Moving) else Moving(left)
    b = right if isinstance(right, Moving) else Moving(right)
    flags = (*a.flags, *((key, sign * change) for key, change in b.flags))
    return Moving(a.value + sign * b.value, a.slope + sign * b.slope, flags)


def scaled(moving: Moving, factor: Exact) -> Moving:
    """moving × factor."""
    flags = tuple((key, change * factor) for key, change in moving.flags)
    return Moving(moving.value * factor, moving.slope * factor, flags)


def days_before_crossing(gap: Exact, slope: Exact, strict_at_zero: bool) -> int | None:
    """How many days a comparison keeps its truth, when `gap` (left − right) changes by `slope` a day.

    `strict_at_zero`: the truth at gap 0 is that of the negative side (« ≤ »), else that of the positive side (« < »).
    None: it never changes.
    """
    if slope == 0:
        return None
    holds = gap <= 0 if strict_at_zero else gap < 0
    if (slope > 0) != holds:
        return None
    touches_counts = strict_at_zero if slope > 0 else not strict_at_zero
    last = -gap // slope if touches_counts else -(gap // slope) - 1  # the floor of the days to zero, or their ceiling less one
    return max(last, 0)
