"""A node is compiled once, whoever asks, and its meaning stays in this process."""

import pickle
from types import SimpleNamespace

from tests.second_opinion.compare import engine_says, shipped_program
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.written import written

from justesse.evaluation.facts import Record
from justesse.evaluation.meaning import meaning
from justesse.program.core import Apply, Case, Const, Core, Field, Fold, Select, Slot
from justesse.program.program import Program
from justesse.values.states import Unknown


def formulas(program: Program) -> list[Core]:
    return [rule.value for quantity in program.quantities.values() for rule in quantity.rules if rule.value is not None]


def test_two_decisions_share_their_meanings() -> None:
    program = shipped_program()
    engine_says(program, written(dossier(1)))
    compiled = {node: node.meaning for node in formulas(program) if hasattr(node, "meaning")}
    assert compiled
    engine_says(program, written(dossier(1)))
    assert all(node.meaning is known for node, known in compiled.items())


def test_a_program_is_pickled_without_its_meanings() -> None:
    program = shipped_program()
    size = len(pickle.dumps(program))
    engine_says(program, written(dossier(1)))
    again = pickle.dumps(program)
    assert len(again) == size
    assert not any(hasattr(node, "meaning") for node in formulas(pickle.loads(again)))


def test_expressions_of_one_shape_share_their_code() -> None:
    first, second = (meaning(Apply("+", (Slot(0), Const(number)))) for number in (1, 2))
    assert first.__code__ is second.__code__
    assert [first(None, (10,)), second(None, (10,))] == [11, 12]


def test_what_a_rule_writes_never_enters_the_text_of_a_function() -> None:
    name = "x'] or __import__('os') or ['"
    assert meaning(Field(Slot(0), name))(None, (Record("fiche", {name: 3}),)) == 3


def test_a_doubt_about_one_element_does_not_hide_another_that_holds() -> None:
    exact = SimpleNamespace(bounded=False)
    doubt_of_one = Case(((Apply("=", (Slot(0), Const(1))), Const(Unknown(("pièce",)))),), Apply("=", (Slot(0), Const(2))))
    for listed in ((1, 2), (2, 1)):
        assert meaning(Fold("some", Const(listed), doubt_of_one))(exact, ()) is True
        assert meaning(Fold("some", Select(Const(listed), doubt_of_one)))(exact, ()) is True
    assert meaning(Fold("some", Const((1, 3)), doubt_of_one))(exact, ()) == Unknown(("pièce",))
    assert meaning(Fold("count", Const((1, 2)), doubt_of_one))(exact, ()) == Unknown(("pièce",))
