"""Comparisons kept as bounds on differences (« x − y ≤ k »): whether they can all hold, and numbers for which they do.

A difference-bound matrix, closed each time a bound is added. It knows names and exact numbers, not what they measure.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

ZERO = ""
"""The name of the constant 0: « x − 0 ≤ k » bounds x itself."""

Bound = tuple[Fraction, int]
"""k, then −1 when the difference is strictly below it; compared and added in that order."""
_TIGHT: Bound = (Fraction(0), 0)


@dataclass(frozen=True, slots=True)
class AtMost:
    """`left − right` is at most `limit`, or strictly below it."""

    left: str
    right: str
    limit: Fraction
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Differences:
    """Bounds that can all hold. A pair that is absent has no bound."""

    bounds: dict[tuple[str, str], Bound] = field(default_factory=dict)

    def adding(self, one: AtMost) -> "Differences | None":
        """These bounds and one more; None when they can no longer all hold."""
        added: Bound = (one.limit, -1 if one.strict else 0)
        if not _less(added, self.bound(one.left, one.right)):
            return self
        back = self.bound(one.right, one.left)
        if back is not None and _sum(added, back) < _TIGHT:
            return None
        return Differences(self._closed(one, added))

    def _closed(self, one: AtMost, added: Bound) -> dict[tuple[str, str], Bound]:
        """Every path through the new bound, when it is shorter."""
        names = self.names() | {one.left, one.right}
        closed = dict(self.bounds)
        for start in names:
            before = self.bound(start, one.left)
            for end in names if before is not None else ():
                after = self.bound(one.right, end)
                if before is None or after is None or start == end:
                    continue
                through = _sum(_sum(before, added), after)
                if _less(through, self.bound(start, end)):
                    closed[start, end] = through
        return closed

    def bound(self, left: str, right: str) -> Bound | None:
        """The bound of `left − right`, None when there is none."""
        return _TIGHT if left == right else self.bounds.get((left, right))

    def names(self) -> set[str]:
        """Everything that a bound speaks of."""
        return {name for pair in self.bounds for name in pair}

    def solution(self, usual: dict[str, Fraction], whole: Iterable[str]) -> dict[str, Fraction]:
        """A number for each name, near `usual` where nothing says better; whole for those that must be."""
        held, chosen, wholes = self, dict[str, Fraction](), set(whole)
        for name in sorted(self.names() - {ZERO}):
            chosen[name] = held.inside(name, usual.get(name, Fraction(0)), name in wholes)
            for one in (AtMost(name, ZERO, chosen[name]), AtMost(ZERO, name, -chosen[name])):
                narrowed = held.adding(one)
                assert narrowed is not None, "a number inside its bounds"
                held = narrowed
        return chosen

    def inside(self, name: str, usual: Fraction, whole: bool) -> Fraction:
        """A number within the bounds of `name`: the lowest that may be, else the highest, else the usual one."""
        above, below = self.bound(name, ZERO), self.bound(ZERO, name)
        if below is None:
            return usual if above is None or usual < above[0] else above[0] + above[1]
        low = -below[0]
        if not below[1]:
            return low
        if above is None or low + 1 < above[0] or whole:
            return low + 1
        return (low + above[0]) / 2


def _sum(left: Bound, right: Bound) -> Bound:
    return left[0] + right[0], min(left[1], right[1])


def _less(left: Bound, right: Bound | None) -> bool:
    return right is None or left < right
