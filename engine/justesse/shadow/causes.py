"""What would give their decisions: another reading of a text, or our rules with one mistake in a sentence.

Each is tried, never supposed: the dossier is decided again so, and it counts when every line compared is theirs, to the cent and
to the day. It is tried on some dossiers of a family, and says of how many it holds. Says of nobody that he is wrong: two mistakes
may give one amount.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from fractions import Fraction
from multiprocessing import get_context

import numpy as np

from justesse.batch.plain import EPOCH
from justesse.casebook.other_readings import looked_at
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.mutation.coverage import readers, seen_by
from justesse.mutation.hunt import Endless, alarm
from justesse.mutation.mutants import Mutant, Operator, mutated
from justesse.mutation.sentences import all_mutants
from justesse.program.program import Program
from justesse.shadow.found import MILLION
from justesse.shadow.other import Other
from justesse.text.plain_tree import node_of
from justesse.text.yaml_writing import Plain
from justesse.values.numbers import round_half_up

SAMPLE = 12
"""Dossiers of a family on which what gives the first is tried."""
MOST = 3
"""Causes told of a family."""
LIKELY: tuple[Operator, ...] = (
    "exception", "version", "date", "paramètre", "arrondi", "limite", "comparaison", "fenêtre", "condition", "filtre", "et-ou",
    "rang", "calendrier", "ligne", "défaut", "priorité", "centime",
)  # fmt: skip
"""The mistakes that a system makes; not those that only prove a casebook (a name for another, no for yes)."""
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


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that gives their decision of `agreed` dossiers among `tried`."""

    words: str
    agreed: int
    tried: int
    interpretation: str = ""
    """The interpretation of which it is a reading; none: a mistake of a sentence."""
    sentence: str = ""
    place: str = ""


@dataclass(slots=True)
class Suspects:
    """A family: its name, a sample of its dossiers as the trees of case files, what the other system says of each."""

    name: str
    trees: list[Plain] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)


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


def sampled(names: Sequence[str], count: int = SAMPLE) -> list[str]:
    """Some of them, from the first to the last."""
    if len(names) <= count:
        return list(names)
    return [names[place * (len(names) - 1) // (count - 1)] for place in range(count)]


# --- trying ---------------------------------------------------------------------------------------------


def causes_of(
    program: Program, readings: dict[str, str], suspects: Sequence[Suspects], processes: int, tell: Callable[[int, int], None]
) -> dict[str, list[Cause]]:
    """The causes of each family; `tell(done, of)` as mistakes are tried. A family that a reading explains is left at that."""
    trial = _Trial(program, readings, suspects)
    found = {one.name: trial.readings_of(one) for one in suspects}
    left = [one for one in suspects if one.wanted and not found[one.name]]
    likely = _likely(program) if left else []
    parts = [range(first, min(first + _PART, len(likely))) for first in range(0, len(likely), _PART)]
    for part, some in zip(parts, _tried(program, readings, left, parts, processes), strict=True):
        tell(part.stop, len(likely))
        for name, cause in some:
            found[name].append(cause)
    return {name: sorted(some, key=lambda one: -one.agreed)[:MOST] for name, some in found.items()}


_PART = 50
"""Mistakes that a process tries before it tells."""
_HERE: list["_Trial"] = []
"""What a process tries with, when there are several."""


def _likely(program: Program) -> list[Mutant]:
    """The mistakes tried, the likeliest first."""
    return sorted((one for one in all_mutants(program, 0) if one.operator in LIKELY), key=lambda one: LIKELY.index(one.operator))


def _tried(
    program: Program, readings: dict[str, str], left: list[Suspects], parts: list[range], processes: int
) -> Iterator[list[tuple[str, Cause]]]:
    """What each part of the mistakes gives, in their order, whatever the number of processes."""
    if processes < 2 or len(parts) < 2:
        trial = _Trial(program, readings, left)
        yield from map(trial.mistakes, parts)
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (program, readings, left)) as pool:
        yield from pool.map(_mistakes_here, parts)


def _begin(program: Program, readings: dict[str, str], left: list[Suspects]) -> None:
    _HERE.append(_Trial(program, readings, left))


def _mistakes_here(part: range) -> list[tuple[str, Cause]]:
    return _HERE[0].mistakes(part)


class _Trial:
    """Decides the dossiers of the families again, under other readings, under rules made wrong."""

    def __init__(self, program: Program, readings: dict[str, str], suspects: Sequence[Suspects]) -> None:
        self.program, self.readings, self.suspects = program, readings, [one for one in suspects if one.wanted]
        self.records = {one.name: [_record(tree, program) for tree in one.trees] for one in self.suspects}
        self.first = {name: decide(program, roots[0], readings) for name, roots in self.records.items()}
        looked = readers(program)
        self.seen = {name: seen_by(program, decision, looked) for name, decision in self.first.items()}
        self.likely: list[Mutant] = []

    def readings_of(self, one: Suspects) -> list[Cause]:
        """The other readings, of the interpretations that the first dossier meets, that give their decision."""
        return list(self._readings_of(one)) if one.wanted else []

    def _readings_of(self, one: Suspects) -> Iterator[Cause]:
        for rule in looked_at(self.first[one.name]):
            taken = self.readings.get(rule.identifier, rule.readings[0])
            for other in (reading for reading in rule.readings if reading != taken):
                agreed = self._agreed(self.program, self.readings | {rule.identifier: other}, one)
                if agreed:
                    yield Cause(f"lecture « {other} »", agreed, len(one.wanted), rule.identifier)

    def mistakes(self, part: range) -> list[tuple[str, Cause]]:
        """Of some mistakes, those that give their decision of the first dossier of a family."""
        self.likely = self.likely or _likely(self.program)
        gc.collect()  # wrong programs, and what was prepared for them, refer to each other
        return [found for place in part for found in self._mistake(self.likely[place])]

    def _mistake(self, mutant: Mutant) -> Iterator[tuple[str, Cause]]:
        looking = [one for one in self.suspects if mutant.part in self.seen[one.name].get(id(mutant.sentence), ())]
        wrong = mutated(self.program, mutant) if looking else None
        for one in looking if wrong is not None else ():
            assert wrong is not None
            agreed = self._agreed(wrong, self.readings, one)
            if agreed:
                sentence, _, wrongly = mutant.name.split(" / ", 2)
                place = f"{mutant.file}:{mutant.line}"
                yield one.name, Cause(f"{sentence} : {wrongly}", agreed, len(one.wanted), "", mutant.excerpt, place)

    def _agreed(self, program: Program, readings: dict[str, str], one: Suspects) -> int:
        """Of how many dossiers this gives their decision; none as soon as it does not give the first."""
        pairs = list(zip(self.records[one.name], one.wanted, strict=True))
        try:
            with alarm():
                if not agrees(decide(program, pairs[0][0], readings), pairs[0][1]):
                    return 0
                return 1 + sum(agrees(decide(program, root, readings), wanted) for root, wanted in pairs[1:])
        except (Endless, ArithmeticError, LookupError, TypeError, ValueError, AssertionError, RecursionError):
            return 0  # rules made wrong may be rules that cannot be computed


def _record(tree: Plain, program: Program) -> Record:
    case, _ = read_case(node_of(tree), program.declarations)
    assert case is not None  # it was decided
    return case.root
