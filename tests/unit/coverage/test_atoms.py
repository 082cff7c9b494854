"""Atoms, masks and pairs, on conditions made by hand."""

from justesse.coverage.atoms import atoms_of, observed, outcome_of, shows, steps_of_atoms
from justesse.evaluation.trace import Step
from justesse.program import core as c
from justesse.values.states import NOTHING, Unknown

A, B, C = c.Slot(0), c.Slot(1), c.Slot(2)
BOTH = c.Logic("all", (A, B))
NESTED = c.Logic("any", (c.Logic("all", (A, B)), C))


def test_the_atoms_of_nested_and_denied_conditions_are_in_order() -> None:
    assert atoms_of(NESTED) == (A, B, C)
    assert atoms_of(c.Apply("not", (NESTED,))) == (A, B, C)


def test_the_denial_of_something_simple_is_an_atom() -> None:
    denied = c.Apply("not", (A,))
    assert atoms_of(c.Logic("all", (denied, B))) == (denied, B)


def test_what_an_early_stop_left_is_masked() -> None:
    step = Step(BOTH, False, (Step(A, False),))
    assert observed(list(steps_of_atoms(BOTH, step)), step.value) == ((False, None), False)


def test_an_unknown_is_no_observation_and_without_object_is_no() -> None:
    assert observed([Step(A, Unknown()), Step(B, False)], False) is None
    assert observed([Step(A, True), Step(B, True)], Unknown()) is None
    assert observed([Step(A, NOTHING)], NOTHING) == ((False,), False)


def test_a_pair_differs_by_one_atom_the_others_being_equal_or_masked() -> None:
    assert shows(0, (True, True), (False, None))
    assert shows(1, (True, True), (True, False))
    assert not shows(0, (True, True, True), (False, None, False))
    assert not shows(1, (True, None), (True, False))


def test_the_outcome_of_truths_is_kleene_s() -> None:
    assert outcome_of(NESTED, (True, True, None)) is True
    assert outcome_of(NESTED, (False, None, False)) is False
    assert outcome_of(NESTED, (True, None, False)) is None
    assert outcome_of(c.Apply("not", (NESTED,)), (True, True, None)) is False
