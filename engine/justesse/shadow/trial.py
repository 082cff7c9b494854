"""Dossiers decided again otherwise: under other readings, with mistakes made in sentences; which of them are then as the other
system decided them.

An attempt is tried whole: it gives a dossier when every line compared is theirs, to the cent and to the day. Chooses no attempt.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from justesse.casebook.other_readings import looked_at
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.mutation.coverage import Seen, readers, seen_by
from justesse.mutation.hunt import Endless, alarm
from justesse.mutation.mutants import Mutant, Operator, mutated
from justesse.mutation.sentences import all_mutants
from justesse.program.program import Program
from justesse.shadow.wanted import Wanted, agrees
from justesse.text.plain_tree import node_of
from justesse.text.yaml_writing import Plain

LIKELY: tuple[Operator, ...] = (
    "exception", "version", "date", "paramètre", "arrondi", "limite", "comparaison", "fenêtre", "condition", "filtre", "et-ou",
    "rang", "calendrier", "ligne", "défaut", "priorité", "centime",
)  # fmt: skip
"""The mistakes that a system makes; not those that only prove a casebook (a name for another, no for yes)."""
_WRONG = (Endless, ArithmeticError, LookupError, TypeError, ValueError, AssertionError, RecursionError)
"""What rules made wrong may raise: they may be rules that cannot be computed."""

Places = frozenset[int]
"""Which dossiers of a sample."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """How their rules would depart from ours: readings taken instead, mistakes by their place among the likely.

    Both in order: the same departures are one attempt.
    """

    readings: tuple[tuple[str, str], ...] = ()
    mistakes: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.readings) + len(self.mistakes)

    def read(self, interpretation: str, reading: str) -> "Attempt":
        """With one more reading."""
        return Attempt(tuple(sorted((*self.readings, (interpretation, reading)))), self.mistakes)

    def mistaken(self, place: int) -> "Attempt":
        """With one more mistake."""
        return Attempt(self.readings, tuple(sorted((*self.mistakes, place))))


OURS = Attempt()


@dataclass(slots=True)
class Suspects:
    """A family: its name, a sample of its dossiers as the trees of case files, what the other system says of each."""

    name: str
    trees: list[Plain] = field(default_factory=list)
    wanted: list[Wanted] = field(default_factory=list)

    @property
    def places(self) -> Places:
        """All of the sample."""
        return frozenset(range(len(self.trees)))


class Trial:
    """Decides the dossiers of families otherwise; keeps the last rules made wrong, which are asked for again and again."""

    def __init__(self, program: Program, readings: dict[str, str], suspects: Sequence[Suspects]) -> None:
        self.program, self.readings = program, readings
        self.suspects = {one.name: one for one in suspects}
        self.records = {one.name: [_record(tree, program) for tree in one.trees] for one in suspects}
        self._wrong: tuple[tuple[int, ...], Program | None] = (), program
        self._seen: dict[tuple[Attempt, str, Places], Seen] = {}

    @cached_property
    def likely(self) -> list[Mutant]:
        """The mistakes tried, the likeliest first."""
        some = (one for one in all_mutants(self.program, 0) if one.operator in LIKELY)
        return sorted(some, key=lambda one: LIKELY.index(one.operator))

    def given(self, attempt: Attempt, family: str, places: Iterable[int]) -> Places:
        """Of which dossiers, among some of a family, an attempt gives their decision; none when it cannot decide one."""
        found = set()
        for at in sorted(places):
            decision = self._decided(attempt, family, at)
            if decision is None:
                return frozenset()
            if agrees(decision, self.suspects[family].wanted[at]):
                found.add(at)
        return frozenset(found)

    def others_met(self, base: Attempt, family: str) -> list[Attempt]:
        """A base with one more reading: each other reading of what a dossier of the family meets."""
        decisions = (self._decided(base, family, at) for at in range(len(self.records[family])))
        met = {rule.identifier: rule for one in decisions if one is not None for rule in looked_at(one)}
        left = [rule for name, rule in met.items() if name not in dict(base.readings)]
        return [
            base.read(rule.identifier, other)
            for rule in left
            for other in rule.readings
            if other != self.readings.get(rule.identifier, rule.readings[0])
        ]

    def mistakes(self, base: Attempt, leads: dict[str, Places], part: range) -> Iterator[tuple[str, Attempt, Places]]:
        """A base with one more mistake, of some: those that give one of the leads, with all that they give of the family."""
        changed = [self.likely[place].sentence for place in base.mistakes]
        for place in part:
            mutant, attempt = self.likely[place], base.mistaken(place)
            if any(mutant.sentence is one for one in changed):
                continue
            for name, some in leads.items():
                if mutant.part in self._seen_by(base, name, some).get(id(mutant.sentence), ()):
                    first = self.given(attempt, name, some)
                    if first:
                        yield name, attempt, first | self.given(attempt, name, self.suspects[name].places - some)

    def _seen_by(self, base: Attempt, family: str, leads: Places) -> Seen:
        """What deciding some dossiers under a base looks at."""
        key = base, family, leads
        if key not in self._seen:
            found, program = self._seen.setdefault(key, {}), self._under(base.mistakes)
            assert program is not None, "a base gives some dossiers"
            looked = readers(program)
            for decision in (self._decided(base, family, at) for at in leads):
                for sentence, parts in seen_by(program, decision, looked).items() if decision is not None else ():
                    found.setdefault(sentence, set()).update(parts)
        return self._seen[key]

    def _decided(self, attempt: Attempt, family: str, at: int) -> Decision | None:
        """A dossier decided so; None when rules made wrong cannot be computed."""
        program, readings = self._under(attempt.mistakes), self.readings | dict(attempt.readings)
        root = self.records[family][at]
        if not attempt.mistakes:
            return decide(self.program, root, readings)
        try:
            with alarm():
                return decide(program, root, readings) if program is not None else None
        except _WRONG:
            return None

    def _under(self, mistakes: tuple[int, ...]) -> Program | None:
        """The rules with these mistakes; None when what reads what would turn in a circle."""
        if self._wrong[0] != mistakes:
            program: Program | None = self.program
            for place in mistakes:
                program = mutated(program, self.likely[place]) if program is not None else None
            self._wrong = mistakes, program
        return self._wrong[1]


def _record(tree: Plain, program: Program) -> Record:
    case, _ = read_case(node_of(tree), program.declarations)
    assert case is not None  # it was decided
    return case.root
