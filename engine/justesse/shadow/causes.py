"""What would give their decisions: another reading of a text, or our rules with one mistake in a sentence.

Each is tried, never supposed: the dossier is decided again so, and it counts when every line compared is theirs, to the cent and
to the day. It is tried on some dossiers of a family, and says of how many it holds. Says of nobody that he is wrong: two mistakes
may give one amount.
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from justesse.casebook.other_readings import looked_at
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.facts import Record
from justesse.mutation.coverage import Seen, readers, seen_by
from justesse.mutation.hunt import Endless, alarm
from justesse.mutation.mutants import Mutant, Operator, mutated
from justesse.mutation.sentences import all_mutants
from justesse.program.program import Program
from justesse.shadow.wanted import Wanted, agrees
from justesse.text.plain_tree import node_of
from justesse.text.yaml_writing import Plain

SAMPLE = 12
"""Dossiers of a family that are decided again."""
LEADS = 3
"""Of those, the ones of which a mistake must give one to be tried on all."""
MOST = 3
"""Causes told of a family."""
LIKELY: tuple[Operator, ...] = (
    "exception", "version", "date", "paramètre", "arrondi", "limite", "comparaison", "fenêtre", "condition", "filtre", "et-ou",
    "rang", "calendrier", "ligne", "défaut", "priorité", "centime",
)  # fmt: skip
"""The mistakes that a system makes; not those that only prove a casebook (a name for another, no for yes)."""


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


def sampled(names: Sequence[str], count: int = SAMPLE) -> list[str]:
    """Some of them, from the first to the last."""
    if len(names) <= count:
        return list(names)
    return [names[place * (len(names) - 1) // (count - 1)] for place in range(count)]


# --- trying ---------------------------------------------------------------------------------------------


def causes_of(
    program: Program, readings: dict[str, str], suspects: Sequence[Suspects], processes: int, tell: Callable[[int, int], None]
) -> dict[str, list[Cause]]:
    """The causes of each family; `tell(done, of)` as mistakes are tried.

    Mistakes are not looked for when a reading gives more than half of the dossiers tried.
    """
    trial = _Trial(program, readings, suspects)
    found = {one.name: trial.readings_of(one) for one in suspects}
    left = [one for one in suspects if one.wanted and not any(2 * each.agreed > each.tried for each in found[one.name])]
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
        looked = readers(program)
        self.seen: dict[str, Seen] = {}
        for name, roots in self.records.items():
            self.seen[name] = {}
            for decision in (decide(program, root, readings) for root in roots[:LEADS]):
                for sentence, parts in seen_by(program, decision, looked).items():
                    self.seen[name].setdefault(sentence, set()).update(parts)
        self.likely: list[Mutant] = []

    def readings_of(self, one: Suspects) -> list[Cause]:
        """The other readings, of the interpretations that some dossier meets, that give their decision of some."""
        return sorted(self._readings_of(one), key=lambda cause: -cause.agreed) if one.wanted else []

    def _readings_of(self, one: Suspects) -> Iterator[Cause]:
        roots = self.records[one.name]
        met = {rule.identifier: rule for root in roots for rule in looked_at(decide(self.program, root, self.readings))}
        for rule in met.values():
            taken = self.readings.get(rule.identifier, rule.readings[0])
            for other in (reading for reading in rule.readings if reading != taken):
                agreed = self._agreed(self.program, self.readings | {rule.identifier: other}, one, slice(None))
                if agreed:
                    yield Cause(f"lecture « {other} »", agreed, len(roots), rule.identifier)

    def mistakes(self, part: range) -> list[tuple[str, Cause]]:
        """Of some mistakes, those that give their decision of one of the first dossiers of a family."""
        self.likely = self.likely or _likely(self.program)
        gc.collect()  # wrong programs, and what was prepared for them, refer to each other
        return [found for place in part for found in self._mistake(self.likely[place])]

    def _mistake(self, mutant: Mutant) -> Iterator[tuple[str, Cause]]:
        looking = [one for one in self.suspects if mutant.part in self.seen[one.name].get(id(mutant.sentence), ())]
        wrong = mutated(self.program, mutant) if looking else None
        for one in looking if wrong is not None else ():
            assert wrong is not None
            agreed = self._agreed_wrongly(wrong, one)
            if agreed:
                sentence, _, wrongly = mutant.name.split(" / ", 2)
                place = f"{mutant.file}:{mutant.line}"
                yield one.name, Cause(f"{sentence} : {wrongly}", agreed, len(one.wanted), "", mutant.excerpt, place)

    def _agreed_wrongly(self, wrong: Program, one: Suspects) -> int:
        """Of how many dossiers wrong rules give their decision; none as soon as they give it of none of the first."""
        try:
            with alarm():
                if not self._agreed(wrong, self.readings, one, slice(LEADS)):
                    return 0
                return self._agreed(wrong, self.readings, one, slice(None))
        except (Endless, ArithmeticError, LookupError, TypeError, ValueError, AssertionError, RecursionError):
            return 0  # rules made wrong may be rules that cannot be computed

    def _agreed(self, program: Program, readings: dict[str, str], one: Suspects, some: slice) -> int:
        """Of how many dossiers, among some, this gives their decision."""
        pairs = zip(self.records[one.name][some], one.wanted[some], strict=True)
        return sum(agrees(decide(program, root, readings), wanted) for root, wanted in pairs)


def _record(tree: Plain, program: Program) -> Record:
    case, _ = read_case(node_of(tree), program.declarations)
    assert case is not None  # it was decided
    return case.root
