"""A decision dropped is freed at once: nothing of it waits for the garbage collector, explained or not."""

import gc
import pickle
from weakref import ref

import pytest
from tests.second_opinion.compare import shipped_program
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.written import written

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.explanation.decision_outline import decision_points
from justesse.program.program import Program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source


@pytest.fixture(scope="module")
def program() -> Program:
    return shipped_program()


def decided(program: Program) -> Decision:
    tree, _ = read_yaml(Source("dossier.yaml", written(dossier(1))))
    assert tree is not None
    case, _ = read_case(tree, program.declarations)
    assert case is not None
    decision = decide(program, case.root)
    assert decision.runs
    return decision


@pytest.mark.parametrize("explained", [False, True])
def test_a_decision_dropped_is_freed_without_the_collector(program: Program, explained: bool) -> None:
    decision = decided(program)
    assert not explained or decision_points(decision, 2)
    freed = ref(decision.evaluator)
    gc.disable()
    try:
        del decision
        assert freed() is None
    finally:
        gc.enable()


def test_a_case_decided_then_dropped_leaves_nothing_to_the_collector(program: Program) -> None:
    decided(program)
    gc.collect()
    decided(program)
    assert gc.collect() == 0, "records that refer to each other stay until a collection that may never come"


def test_what_others_froze_stays_so(program: Program) -> None:
    gc.freeze()
    try:
        kept = gc.get_freeze_count()
        decided(program)
        assert gc.get_freeze_count() == kept > 0
    finally:
        gc.unfreeze()


def test_a_line_keeps_what_it_rests_on(program: Program) -> None:
    line = decided(program).runs[0].lines[0]
    assert line.instance is not None and line.instance.tried[0].dates is not None


def test_what_was_prepared_is_neither_pickled_nor_copied_with_a_program(program: Program) -> None:
    decided(program)
    assert any(hasattr(one, "prepared") for one in program.quantities.values())
    again: Program = pickle.loads(pickle.dumps(program))
    assert not any(hasattr(one, "prepared") for one in again.quantities.values())
    assert not any(hasattr(clause, "prepared") for one in again.quantities.values() for clause in one.rules)
