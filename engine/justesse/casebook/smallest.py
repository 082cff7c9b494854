"""The smallest change of one fact for which something happens: tried, never deduced.

A number is looked for in steps (a cent, a hundredth of an hour), a date in days: first at the gaps of the comparisons it was met
under, then further, on both sides; what happens at a distance is then brought nearer by halves. A choice tries its options.
What it finds happens, and does not one step nearer; it may miss what only happens further or elsewhere. Knows no case.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from justesse.casebook.levers import Lever
from justesse.program.types import Choice, Date, Number, Type, YesNo

Happens = Callable[[object], bool]
"""Whether it happens with another value of the fact."""
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

    def value(steps: int) -> object:
        exact = scaled + steps
        return int(exact) if isinstance(lever.fact.type, Date) else exact / grain

    def at(steps: int) -> bool:
        return attempts.at(value(steps))

    missed = {-1: 0, 1: 0}
    for steps in _distances(lever, grain):
        side = 1 if steps > 0 else -1
        if at(steps):
            return value(_nearer(at, missed[side] if abs(missed[side]) < abs(steps) else 0, steps))
        missed[side] = max(missed[side], steps, key=abs)
    return None


def grain_of(kind: Type) -> int:
    """How many steps there are in one: a hundred in an amount or a time, one in days and in what is counted."""
    fine = isinstance(kind, Number) and any(base in _CENTS for base, _ in kind.unit.powers)
    return 100 if fine else 1


def _distances(lever: Lever, grain: int) -> Iterator[int]:
    """Steps to try, with their sign: the gaps, then much further for a number, further and further for a date."""
    gaps = [max(-(-gap * grain // 1), 1) for gap in lever.gaps[:2]]
    whole = isinstance(lever.fact.type, Date)
    further = [1 << times for times in range(_DOUBLINGS)] if whole else [_FAR * max(gaps, default=grain)]
    beyond = [gap + 1 for gap in gaps] if whole else []
    for steps in dict.fromkeys((*gaps, *beyond, *further)):
        yield from (steps, -steps)


def _nearer(at: Callable[[int], bool], short: int, reached: int) -> int:
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
