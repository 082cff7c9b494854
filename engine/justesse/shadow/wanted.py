"""What the other system says of one dossier, day after day, and whether a decision of ours says the same. Tries nothing."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from justesse.batch.plain import EPOCH
from justesse.evaluation.decision import Decision
from justesse.shadow.found import MILLION
from justesse.shadow.other import Other
from justesse.values.numbers import round_half_up

_MILLIONTH = Fraction(1, MILLION)
Said = tuple[str, int]
"""A line and a day."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the other system says of a dossier: millionths that are not zero; words, on the days that one period has to itself."""

    totals: dict[str, int | None]
    numbers: dict[Said, int]
    words: dict[Said, str]
    lines: frozenset[str]
    """The numbers of days that it gives."""


def wanted_of(other: Other, name: str) -> Wanted:
    """What the other system says of one of its dossiers."""
    place = other.names.index(name).as_py()
    totals = {line: int(one.values[place]) if one.there[place] else None for line, one in other.lines.items()}
    spelt = {number: word for word, number in other.words.items()}
    days = _Days()
    for runs in other.days.values():
        first, last = (int(np.searchsorted(runs.owners, place + more)) for more in (0, 1))
        for row in range(first, last):
            said: dict[str, int | str] = {line: int(values[row]) for line, values in runs.numbers.items()}
            said |= {line: spelt[int(codes[row])] for line, codes in runs.words.items() if codes[row]}
            days.add(int(runs.first[row]) + EPOCH, int(runs.last[row]) + EPOCH, said)
    lines = frozenset(line for runs in other.days.values() for line in runs.numbers)
    return Wanted(totals, days.sums(), days.alone(), lines)


class _Days:
    """What runs say, day after day."""

    def __init__(self) -> None:
        self.numbers: dict[Said, int] = {}
        self.words: dict[Said, str] = {}
        self.runs: Counter[int] = Counter()

    def add(self, first: int, last: int, said: dict[str, int | str]) -> None:
        """One run."""
        for day in range(first, last + 1):
            self.runs[day] += 1
            for line, value in said.items():
                if isinstance(value, str):
                    self.words[line, day] = value
                else:
                    self.numbers[line, day] = self.numbers.get((line, day), 0) + value

    def sums(self) -> dict[Said, int]:
        """The numbers that are not zero."""
        return {key: value for key, value in self.numbers.items() if value}

    def alone(self) -> dict[Said, str]:
        """The words of the days that one run has to itself."""
        return {key: word for key, word in self.words.items() if self.runs[key[1]] == 1}


def agrees(decision: Decision, wanted: Wanted) -> bool:
    """Whether a decision says what is wanted, on every line and every day compared."""
    if decision.refusals or decision.out_of_scope:
        return False
    own = {line.item.name: line.value for part in decision.parts if part.record is decision.root for line in part.lines}
    if any(_whole(own.get(name)) != value for name, value in wanted.totals.items()):
        return False
    days = _Days()
    for run in decision.runs:
        numbers = {line.item.name: _whole(line.value) or 0 for line in run.lines if line.item.name in wanted.lines}
        words = {line.item.name: line.value for line in run.lines if isinstance(line.value, str)}
        days.add(run.first, run.last, {**numbers, **words})
    said = days.alone()
    return days.sums() == wanted.numbers and all(said.get(key, word) == word for key, word in wanted.words.items())


def _whole(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        return None
    return int(round_half_up(Fraction(value), _MILLIONTH) / _MILLIONTH)
