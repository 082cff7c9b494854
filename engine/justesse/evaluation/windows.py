"""Windows of days and the days that hold inside them: intervals, never lists of days. Knows no quantity and no rule."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from justesse.program import core as c
from justesse.values.moving import Moving
from justesse.values.states import State

_FAR = 10**9


class Window:
    """The days observed; an end that moves does so one day a day, or the run is cut."""

    __slots__ = ("end", "end_moves", "first_day", "last_day", "moves", "start", "start_moves")

    def __init__(self, start: Any, end: Any) -> None:
        self.start, self.end = start, end
        self.start_moves, self.end_moves = isinstance(start, Moving), isinstance(end, Moving)
        self.moves = self.start_moves or self.end_moves
        self.first_day = -_FAR if start is None else int(start.value if self.start_moves else start)
        self.last_day = _FAR if end is None else int(end.value if self.end_moves else end)

    @property
    def simple(self) -> bool:
        """Whether every moving end advances one day a day."""
        steady = not self.start_moves or (self.start.slope == 1 and not self.start.flags)
        return steady and (not self.end_moves or (self.end.slope == 1 and not self.end.flags))

    @property
    def empty_for(self) -> int:
        """How many days, today and those after, it holds none and lets none in, moving one day a day; 0 when it may today."""
        if self.last_day < self.first_day and self.start_moves:
            return _FAR  # it keeps its length, or grows shorter
        return max(0, self.first_day - self.last_day - 1)

    def meets(self, first: int, last: int) -> bool:
        """Whether some of these days are observed."""
        return first <= self.last_day and last >= self.first_day


Doubt = tuple[int, int, State]
"""The first and last day that may hold, and why it is not known."""


@dataclass(slots=True)
class Track:
    """One owner's days that hold, decided up to `known`; `key` when this very run decides the next ones.

    `doubts` are the days that may hold, kept when what is not known is kept as bounds.
    """

    owner: object
    first: int
    last: int
    spans: list[tuple[int, int]]
    known: int
    key: str | None
    doubts: Sequence[Doubt] = ()

    def clipped(self, window: Window) -> list[tuple[int, int]]:
        """The spans inside the window."""
        cut = [(max(first, window.first_day), min(last, window.last_day)) for first, last in self.spans]
        return [(first, last) for first, last in cut if first <= last]

    def segment(self, day: int) -> tuple[int, int]:
        """Whether the day holds (1 or 0), and until when that stays so."""
        for first, last in self.spans:
            if first <= day <= last:
                return 1, last
            if first > day:
                return 0, first - 1
        return 0, self.known if self.known < self.last else 10**8


def united(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted and merged, neighbours joined."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged


def area(moving: Moving, days: int) -> Fraction:
    """The sum of a moving value over the days of a run."""
    return Fraction(moving.value) * days + Fraction(moving.slope) * days * (days - 1) / 2


def slots(node: object) -> frozenset[int]:
    """Every slot an expression reads."""
    if isinstance(node, c.Slot):
        return frozenset({node.index})
    found: frozenset[int] = frozenset()
    for name in getattr(node, "__slots__", ()):
        part = getattr(node, name)
        for one in part if isinstance(part, tuple) else (part,):
            if isinstance(one, tuple):
                found |= frozenset(slot for inner in one for slot in slots(inner))
            elif type(one).__module__ == c.__name__:
                found |= slots(one)
    return found
