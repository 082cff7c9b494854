"""The laws that values are drawn from: quantiles, classes, choices, an interval. A draw is a whole number or a word.

Numbers are hundredths, as in tables; dates are day numbers. No floating point: a seed gives the same draw on every machine.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Literal

Kind = Literal["nombre", "mois", "jour", "texte"]
"""What a value is: a number (days too), a number of months, a date, words."""
Draw = Callable[[Random], "int | str"]
HUNDREDTHS = 100
_PARTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Law:
    """A law by its name; `source` says where its figures come from, and `status` what they are worth."""

    name: str
    kind: Kind
    draw: Draw
    source: str
    status: str


def quantiles(points: list[tuple[int, int]]) -> Draw:
    """(hundredths of a percent, value) from the least to the greatest; straight lines between."""
    levels = [level for level, _ in points]

    def draw(chance: Random) -> int:
        at = chance.randrange(levels[0], levels[-1])
        place = bisect_right(levels, at)
        (low, least), (high, most) = points[place - 1], points[place]
        return least + (most - least) * (at - low) // (high - low)

    return draw


def classes(some: list[tuple[int, int, int]]) -> Draw:
    """(weight, first, last): a class by its weight, then any whole number of it, alike."""
    pick = choices([(weight, place) for place, (weight, _, _) in enumerate(some)])

    def draw(chance: Random) -> int:
        _, first, last = some[int(pick(chance))]
        return HUNDREDTHS * chance.randint(first, last)

    return draw


def choices(some: "list[tuple[int, int | str]]") -> Draw:
    """(weight, value)."""
    ends, total = [], 0
    for weight, _ in some:
        total += weight
        ends.append(total)
    values = [value for _, value in some]
    return lambda chance: values[bisect_right(ends, chance.randrange(total))]


def between(first: int, last: int) -> Draw:
    """Any day from one to another, alike."""
    return lambda chance: chance.randint(first, last)


def happens(chance: Random, parts: int) -> bool:
    """Whether what has this probability (millionths) happens."""
    return chance.randrange(_PARTS) < parts
