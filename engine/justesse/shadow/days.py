"""The days of two systems side by side: stretches over which neither says anything new.

Runs that share a day add their numbers; a day of which nothing is said has none, which is zero. Whole numbers, all dossiers of
a block at once. Knows neither whose runs they are nor what a line means.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from justesse.batch.plain import Sure, Whole

NOTHING, SEVERAL = 0, -1
"""Instead of the number of a word: none said that day; several runs share it, whose words are not compared."""
_DAY = 1 << 32
_EARLIEST = 1 << 20


@dataclass(slots=True)
class Runs:
    """Days from `first` to `last`, of the dossier `owners`: numbers in millionths, words by number."""

    owners: Whole
    first: Whole
    last: Whole
    numbers: dict[str, Whole] = field(default_factory=dict)
    words: dict[str, Whole] = field(default_factory=dict)

    def taken(self, places: Whole, owners: Whole) -> "Runs":
        """Some of them, for other numbers of dossiers."""
        numbers = {name: values[places] for name, values in self.numbers.items()}
        words = {name: values[places] for name, values in self.words.items()}
        return Runs(owners, self.first[places], self.last[places], numbers, words)


@dataclass(slots=True)
class Stretches:
    """The days of each dossier cut wherever either side changes; a pair (ours, theirs) a line."""

    owners: Whole
    first: Whole
    last: Whole
    numbers: dict[str, tuple[Whole, Whole]]
    words: dict[str, tuple[Whole, Whole]]
    status: Whole
    """The word of ours that says what the day is."""


def beside(ours: Runs, theirs: Runs, status: str) -> Stretches:
    """Both cut at the days where one of them changes; of what only one has, the status alone is kept."""
    edges = np.unique(np.concatenate([*_edges(ours), *_edges(theirs)]))
    one, other = _Side(ours, edges), _Side(theirs, edges)
    held = (one.runs > 0) | (other.runs > 0)
    places = np.flatnonzero(held)
    owners, first = np.divmod(edges[places], _DAY)
    last = edges[np.minimum(places + 1, len(edges) - 1)] % _DAY - 1
    return Stretches(
        owners, first - _EARLIEST, last - _EARLIEST,
        {name: (one.number(name)[held], other.number(name)[held]) for name in theirs.numbers},
        {name: (one.word(name)[held], other.word(name)[held]) for name in theirs.words},
        one.word(status)[held] if status else np.zeros(len(places), dtype=np.int64),
    )  # fmt: skip


def _edges(runs: Runs) -> tuple[Whole, Whole]:
    """The first day of each run and the day after its last, as one number with its dossier."""
    base = runs.owners * _DAY + _EARLIEST
    return base + runs.first, base + runs.last + 1


class _Side:
    """What one side says from each edge on."""

    def __init__(self, found: Runs, edges: Whole) -> None:
        self.found, self.size = found, len(edges)
        self.begins, self.ends = (np.searchsorted(edges, one) for one in _edges(found))
        self.runs = self._running(np.ones(len(found.owners), dtype=np.int64))

    def number(self, name: str) -> Whole:
        return self._running(self.found.numbers[name])

    def word(self, name: str) -> Whole:
        return np.where(self.runs > 1, SEVERAL, self._running(self.found.words[name]))

    def _running(self, values: Whole) -> Whole:
        """What is added on the first day of a run is taken away after its last."""
        moves = np.zeros(self.size, dtype=np.int64)
        np.add.at(moves, self.begins, values)
        np.subtract.at(moves, self.ends, values)
        return np.cumsum(moves)


def joined(found: Stretches, where: Sure, columns: Iterable[Whole]) -> tuple[Whole, Whole, Whole]:
    """(place of the first stretch, first day, last day) of those kept, made one while they follow each other and say the same."""
    kept = np.flatnonzero(where)
    if not len(kept):
        return kept, kept, kept
    before, after = kept[:-1], kept[1:]
    goes_on = (found.owners[after] == found.owners[before]) & (found.first[after] == found.last[before] + 1)
    for column in columns:
        goes_on &= column[after] == column[before]
    heads = np.flatnonzero(np.concatenate([[True], ~goes_on]))
    tails = np.concatenate([heads[1:] - 1, [len(kept) - 1]])
    return kept[heads], found.first[kept[heads]], found.last[kept[tails]]
