"""The second level of the trace: found again on demand, equal to what was decided, and nothing new is decided for it."""

from collections.abc import Iterator

import pytest
from tests.second_opinion.compare import shipped_program
from tests.share import casebook, share

from justesse.casebook.cases import CaseEntry
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.evaluation.trace import Instance, Step, Tried
from justesse.program import core as c
from justesse.program.program import Program
from justesse.values.states import State

CASES = share(casebook(), 6)
SHARES = 8


@pytest.fixture(scope="module")
def program() -> Program:
    return shipped_program()


def decided(program: Program, case: CaseEntry) -> Decision | None:
    """The decision of a case, when there is one."""
    file, _ = read_case(case.dossier, program.declarations)
    decision = decide(program, file.root, dict(case.readings)) if file is not None else None
    return None if decision is None or decision.refusals else decision


def instances(decision: Decision) -> list[Instance]:
    assert decision.evaluator is not None
    runs = [run for timeline in decision.evaluator.timelines.values() for run in timeline.runs]
    return [*decision.evaluator.memo.values(), *(one for run in runs for one in run.instances.values())]


def roots(tried: Tried) -> Iterator[Step]:
    yield from (step for step in (*tried.dates, tried.condition, tried.value) if step is not None)


def steps(step: Step) -> Iterator[Step]:
    """A step and everything under it, up to other quantities."""
    yield step
    for part in step.parts:
        if isinstance(part, Step):
            yield from steps(part)


def unfolded(decision: Decision) -> list[Step]:
    """Every step of every sentence tried; a value found again that is not the one decided stops here."""
    facts = [step for one in instances(decision) if one.fact is not None for step in steps(one.fact)]
    return facts + [step for one in instances(decision) for tried in one.tried for root in roots(tried) for step in steps(root)]


@pytest.mark.parametrize("share", range(SHARES))
def test_the_casebook_unfolds_to_what_was_decided(program: Program, share: int) -> None:
    decisions = [decision for case in CASES[share::SHARES] if (decision := decided(program, case)) is not None]
    before = [len(instances(decision)) for decision in decisions]
    assert all(unfolded(decision) for decision in decisions)
    assert [len(instances(decision)) for decision in decisions] == before


def test_the_operands_are_those_that_were_evaluated(program: Program) -> None:
    """An « et » ends with what decides it; the chosen value of a table is its last part; other operands are all there."""
    looked = 0
    for case in CASES[::SHARES]:
        decision = decided(program, case)
        for step in unfolded(decision) if decision is not None else ():
            values = [part.value for part in step.parts]
            match step.node:
                case c.Logic(kind, items) if isinstance(step.value, bool) and step.value is (kind == "any"):
                    looked += len(values) < len(items)
                    assert not any(value is (kind == "any") for value in values[:-1])
                case c.Logic(_, items):
                    assert len(values) == len(items)
                case c.Case() if not isinstance(step.value, State):
                    assert values[-1] == step.value
                case c.Apply(_, args):
                    assert len(values) == len(args)
    assert looked


def test_another_value_than_the_one_decided_is_noticed(program: Program) -> None:
    decision = next(decision for case in CASES if (decision := decided(program, case)) is not None)
    tried = next(tried for one in instances(decision) for tried in one.tried if tried.clause.value is not None)
    tried.given = "another value"
    with pytest.raises(AssertionError):
        _ = tried.value
