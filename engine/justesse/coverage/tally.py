"""What a run of the casebook leaves behind: a few cases a branch, the distinct observations of each condition.

No trace is kept: only names grow with the number of cases. Knows neither sentences nor words.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from justesse.coverage.atoms import Vector, outcome_of, shows
from justesse.program import core as c

NAMED = 3
"""The most cases named for one thing seen."""
Key = tuple[int, str]
"""A branch: the identity of the sentence or node it belongs to, and which one of its branches."""


@dataclass(slots=True)
class Cases:
    """The first cases where something was seen."""

    names: list[str] = field(default_factory=list)

    @property
    def full(self) -> bool:
        """Whether no other case would be named."""
        return len(self.names) == NAMED

    def add(self, name: str) -> None:
        """Keep the name while there is room."""
        if not self.full and name not in self.names:
            self.names.append(name)


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a compared atom was from the other side, at its nearest: the width, its words, the case."""

    width: Fraction
    words: str
    case: str


@dataclass(slots=True)
class Observation:
    """One distinct vector: its outcome, its first cases, the nearest gap of each compared atom.

    `telling`: the atoms whose other truth could change the outcome.
    """

    outcome: bool
    telling: frozenset[int] = frozenset()
    cases: Cases = field(default_factory=Cases)
    gaps: dict[int, Gap] = field(default_factory=dict)

    def near(self, place: int, gap: Gap) -> None:
        """Keep the narrowest gap."""
        known = self.gaps.get(place)
        if known is None or gap.width < known.width:
            self.gaps[place] = gap


@dataclass(slots=True)
class Observations:
    """Every distinct observation of one condition, and the pair found for each atom."""

    node: c.Core
    count: int
    seen: dict[Vector, Observation] = field(default_factory=dict)
    pairs: dict[int, tuple[Vector, Vector]] = field(default_factory=dict)

    def add(self, vector: Vector, outcome: bool, case: str) -> Observation:
        """Record one; a new vector may complete pairs."""
        found = self.seen.get(vector)
        if found is None:
            places = (place for place, seen in enumerate(vector) if seen is not None)
            telling = frozenset(place for place in places if self._otherwise(place, vector) is not outcome)
            found = self.seen[vector] = Observation(outcome, telling)
            self._pair(vector, outcome)
        found.cases.add(case)
        return found

    def _pair(self, vector: Vector, outcome: bool) -> None:
        for place in range(self.count):
            if place in self.pairs:
                continue
            for other, one in self.seen.items():
                if one.outcome is not outcome and shows(place, vector, other):
                    self.pairs[place] = (vector, other)

    @property
    def complete(self) -> bool:
        """Whether each atom has its pair."""
        return len(self.pairs) == self.count

    def missing_value(self, place: int) -> bool | None:
        """The truth of an atom never seen where it mattered; None when neither was, or both in different company."""
        seen = {vector[place] for vector, one in self.seen.items() if place in one.telling}
        return None if len(seen) != 1 else not seen.pop()

    def nearest(self, place: int, wanted: bool) -> tuple[Observation, Gap | None] | None:
        """The observation that lacks only this truth of this atom: by the narrowest gap if it compares."""
        apart = [(vector, one) for vector, one in self.seen.items() if vector[place] is (not wanted)]
        sure = [one for vector, one in apart if self._otherwise(place, vector) is (not one.outcome)]
        gaps = [one for one in sure if place in one.gaps]
        gaps = gaps or [one for _, one in apart if place in one.gaps]
        if gaps:
            best = min(gaps, key=lambda one: one.gaps[place].width)
            return best, best.gaps[place]
        return (sure[0], None) if sure else None

    def _otherwise(self, place: int, vector: Vector) -> bool | None:
        """The outcome, were this atom alone different; None when that would depend on masked ones."""
        return outcome_of(self.node, (*vector[:place], not vector[place], *vector[place + 1 :]))


@dataclass(slots=True)
class Tally:
    """The counters of a whole run; `used` holds the cases of each sentence, `values` those that read each dated value.

    `settled`, `exhausted`: the sentences and filters of which enough was seen, once it was (`steps.Walker`).
    """

    branches: dict[Key, Cases] = field(default_factory=dict)
    conditions: dict[int, Observations] = field(default_factory=dict)
    used: dict[int, set[str]] = field(default_factory=dict)
    values: dict[tuple[str, int], Cases] = field(default_factory=dict)
    settled: set[int] = field(default_factory=set)
    exhausted: set[int] = field(default_factory=set)

    def branch(self, owner: object, name: str, case: str) -> None:
        """A branch of a sentence or of a node was taken."""
        self.branches.setdefault((id(owner), name), Cases()).add(case)

    def use(self, sentence: object, case: str) -> None:
        """A sentence gave something in a case."""
        self.used.setdefault(id(sentence), set()).add(case)

    def value(self, parameter: str, start: int, case: str) -> None:
        """A dated value was read."""
        self.values.setdefault((parameter, start), Cases()).add(case)
