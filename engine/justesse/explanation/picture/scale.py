"""Where a day stands across a picture: one scale for every stretch, a gap of fixed width for every break. Whole numbers only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from justesse.explanation.picture.outline import Stretch

LEFT, RIGHT = 168, 988
BREAK = 46
THINNEST = 3


@dataclass(frozen=True, slots=True)
class Scale:
    """The stretches between `LEFT` and `RIGHT`."""

    stretches: tuple[Stretch, ...]

    @property
    def days(self) -> int:
        """How many days are drawn."""
        return sum(one.last - one.first + 1 for one in self.stretches)

    @property
    def width(self) -> int:
        """What is left for the days."""
        return RIGHT - LEFT - BREAK * (len(self.stretches) - 1)

    def start(self, stretch: Stretch) -> int:
        """The left edge of a stretch."""
        return self._x(self.stretches.index(stretch), 0)

    def end(self, stretch: Stretch) -> int:
        """Its right edge."""
        return self._x(self.stretches.index(stretch), stretch.last - stretch.first + 1)

    def left_of(self, stretch: Stretch, day: int) -> int:
        """The left edge of a day of a stretch."""
        return self._x(self.stretches.index(stretch), day - stretch.first)

    def _x(self, place: int, days: int) -> int:
        before = sum(one.last - one.first + 1 for one in self.stretches[:place])
        return LEFT + BREAK * place + (before + days) * self.width // self.days

    def segments(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Left and right of what is drawn of these days, stretch by stretch, never thinner than can be seen."""
        for one in self.stretches:
            start, end = max(first, one.first), min(last, one.last)
            if start <= end:
                left, right = self.left_of(one, start), self.left_of(one, end + 1)
                yield left, max(right, left + THINNEST)

    def stretch_at(self, x: int) -> Stretch:
        """The stretch drawn at a place."""
        return next((one for one in self.stretches if x <= self.end(one)), self.stretches[-1])


def spread(wanted: Sequence[int], gap: int, low: int, high: int) -> list[int]:
    """Places near those wanted (in order), `gap` apart, between `low` and `high` when there is room."""
    places: list[int] = []
    for one in wanted:
        places.append(max(one, low, places[-1] + gap if places else low))
    limit = high
    for rank in range(len(places) - 1, -1, -1):
        places[rank] = min(places[rank], limit)
        limit = places[rank] - gap
    return places
