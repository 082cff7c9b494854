"""What each case of the casebook evaluates when the rules are right: a mistake elsewhere cannot be seen by that case.

Reads the sentences tried, never the steps of their expressions. A case that ends in a refusal counts as evaluating all.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from justesse.casebook.cases import CaseEntry
from justesse.casebook.run import run_case
from justesse.evaluation.decision import Decision
from justesse.evaluation.trace import Tried
from justesse.mutation.dated_values import sentences_of, series_of
from justesse.mutation.mutants import Mutant, Part
from justesse.program.program import Program

Seen = dict[int, set[Part]]


@dataclass(frozen=True, slots=True, eq=False)
class Traced:
    """A case once run on the right rules; `seen` is None when anything may have been evaluated."""

    case: CaseEntry
    passed: bool
    seen: Seen | None

    def shows(self, mutant: Mutant) -> bool:
        """Whether the mistake could change anything in this case."""
        return self.seen is None or mutant.part in self.seen.get(id(mutant.sentence), ())

    def nearness(self, mutant: Mutant) -> tuple[bool, int]:
        """Cases where the sentence applied come first, then those that look at the fewest sentences."""
        seen = self.seen or {}
        return "held" not in seen.get(id(mutant.sentence), ()), len(seen)


def readers(program: Program) -> dict[str, list[int]]:
    """Each parameter with the sentences that read it."""
    found: dict[str, list[int]] = {name: [] for name in program.parameters}
    for sentence in sentences_of(program):
        for name in series_of(sentence):
            found[name].append(id(sentence))
    return found


def traced(program: Program, case: CaseEntry, reading: dict[str, list[int]]) -> Traced:
    """Run one case and keep what it looked at; `reading` is what `readers` says of the program."""
    outcome = run_case(program, case)
    decision = outcome.decision
    whole = decision is not None and not decision.refusals
    return Traced(case, outcome.passed, seen_by(program, decision, reading) if decision is not None and whole else None)


def seen_by(program: Program, decision: Decision, reading: dict[str, list[int]]) -> Seen:
    """What a decision with its trace looked at, by sentence; `reading` is what `readers` says of the program."""
    seen: Seen = {}
    for tried in _tried(decision):
        seen.setdefault(id(tried.clause), set()).update(_parts(tried))
    for notice in program.notices:
        seen[id(notice)] = {"looked", "dates", "condition"}
    for raised in decision.notices:
        seen[id(raised.rule)].add("held")
    for name, series in program.parameters.items():
        if any(place in seen for place in reading[name]):
            seen[id(series)] = {"looked"}
    return seen


def _tried(decision: Decision) -> Iterator[Tried]:
    evaluator = decision.evaluator
    assert evaluator is not None
    for instance in evaluator.instances():
        yield from instance.tried


def _parts(tried: Tried) -> tuple[Part, ...]:
    match tried.verdict:
        case "other-reading":
            return ("looked",)
        case "not-in-force":
            return ("looked", "dates")
        case "failed":
            return ("looked", "dates", "condition")
        case _:
            return ("looked", "dates", "condition", "value", "held")
