"""The smallest change of one fact for which something happens: tried, never deduced.

A number is looked for in steps (a cent, a hundredth of an hour), a date in days: at the gaps of the comparisons it was met under,
and further, on both sides; what happens at a distance is then brought nearer by halves. A choice tries its options.
A number with which nothing happens far above nor far below is given up at once.
What it finds happens, and does not one step nearer; it may miss what only happens further or elsewhere. Knows no case.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from justesse.casebook.levers import Lever
from justesse.program.types import Choice, Date, Number, Type, YesNo

Happens = Callable[[Any], bool]
"""Whether it happens with another value of the fact, or so many steps away from the one it has."""
MOST = 40
"""The most values tried of a fact."""
_DOUBLINGS = 10
_FAR = 8
_CENTS = ("€", "heure")
_MONTH = 30


@dataclass(slots=True)
class Attempts:
    """The values tried of one fact, `left` before it is given up."""

    happens: Happens
    left: int = MOST
    known: dict[object, bool] = field(default_factory=dict)

    def at(self, value: object) -> bool:
        """Whether it happens with this value; never, once too many were tried."""
        if value not in self.known:
            if not self.left:
                return False
            self.left -= 1
            self.known[value] = self.happens(value)
        return self.known[value]


def smallest(lever: Lever, happens: Happens) -> list[object]:
    """The values with which it happens: the nearest one of a number or a date, every option of a choice."""
    attempts = Attempts(happens)
    match lever.fact.type:
        case YesNo():
            return [one for one in (not lever.value,) if attempts.at(one)]
        case Choice(options):
            return [one for one in options if one != lever.value and attempts.at(one)]
        case _:
            found = _nearest(lever, attempts)
            return [] if found is None else [found]


def size(kind: Type, before: object, after: object) -> Fraction:
    """How great a change is: a share of the figure, of thirty days for a date; 1 for a choice."""
    numbers = [Fraction(one) for one in (before, after) if isinstance(one, int | Fraction) and not isinstance(one, bool)]
    if len(numbers) < 2:
        return Fraction(1)
    gap = abs(numbers[1] - numbers[0])
    return gap / _MONTH if isinstance(kind, Date) else gap / max(*map(abs, numbers), Fraction(1))


def _nearest(lever: Lever, attempts: Attempts) -> object | None:
    """A number or a day, of the fact's own kind."""
    start, grain = lever.value, grain_of(lever.fact.type)
    assert isinstance(start, int | Fraction)
    scaled = Fraction(start) * grain
    whole = isinstance(lever.fact.type, Date)

    def value(steps: int) -> object:
        return int(scaled + steps) if whole else (scaled + steps) / grain

    def at(steps: int) -> bool:
        return attempts.at(value(steps))

    gaps = [max(-(-gap * grain // 1), 1) for gap in lever.gaps[:2]]
    found = _day(gaps, at) if whole else _number(gaps or [grain], int(scaled), at)
    return None if found is None else value(found)


def _number(gaps: list[int], down: int, at: Happens) -> int | None:
    """How many steps: none when nothing happens far above nor far below (at zero at most); else the gaps, then nearer."""
    far = _FAR * max(gaps)
    for side, end in ((1, far), (-1, min(far, down))):
        if end > 0 and at(side * end):
            enough = next((side * gap for gap in sorted(gaps) if gap < end and at(side * gap)), side * end)
            return _nearer(at, 0, enough)
    return None


def _day(gaps: list[int], at: Happens) -> int | None:
    """How many days: the gaps and the days after, then further and further, on both sides."""
    missed = {-1: 0, 1: 0}
    further = [1 << times for times in range(_DOUBLINGS)]
    for steps in dict.fromkeys((*gaps, *(gap + 1 for gap in gaps), *further)):
        for side in (1, -1):
            if at(side * steps):
                return _nearer(at, missed[side] if abs(missed[side]) < steps else 0, side * steps)
            missed[side] = max(missed[side], side * steps, key=abs)
    return None


def grain_of(kind: Type) -> int:
    """How many steps there are in one: a hundred in an amount or a time, one in days and in what is counted."""
    fine = isinstance(kind, Number) and any(base in _CENTS for base, _ in kind.unit.powers)
    return 100 if fine else 1


def _nearer(at: Happens, short: int, reached: int) -> int:
    """Between a distance that is too short and one that is enough: the nearest that is enough."""
    side = 1 if reached > short else -1
    nearer = reached - side
    if nearer == short or not at(nearer):
        return reached
    reached = nearer
    while abs(reached - short) > 1:
        middle = (reached + short) // 2
        reached, short = (middle, short) if at(middle) else (reached, middle)
    return reached
