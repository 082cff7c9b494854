"""The text of a sentence cut as its author built it."""

from justesse.explanation.clause_text import clause_text
from justesse.program.core import Const
from justesse.program.program import Clause
from justesse.text.source import Source, Span


def clause(text: str) -> Clause:
    span = Span(Source("prets.regle", text), 0, len(text))
    return Clause("un-nom", "rule", ("règlement",), (), None, Const(True), None, (), (), (), None, None, span)


def test_header_subject_and_messages_are_left_out() -> None:
    found = clause_text(
        clause("règle un-nom (source : art. 1, 2°) :\n  pour tout prêt, le prêt est long.\n  se lit : « Long. ».")
    )
    assert (found.definition, found.conditions) == ("le prêt est long", ())


def test_bullets_become_conditions_and_comments_go() -> None:
    text = (
        "exception un-nom à autre-nom (source : art. 1), applicable selon le début du prêt jusqu'au 31 août 2024 :\n"
        "  pour tout prêt, le prêt est long [ note ]\n  si toutes ces conditions sont réunies :\n"
        "    - le prêt dure ;\n    - le prêt est neuf.\n  sinon se lit : « Non. »."
    )
    found = clause_text(clause(text))
    assert (found.definition, found.conditions) == ("le prêt est long", ("le prêt dure", "le prêt est neuf"))


def test_two_conditions_on_one_line_are_cut_but_not_inside_a_filter() -> None:
    text = (
        "règle un-nom (source : a) :\n  le prêt est long\n"
        "  s'il existe un tome dont l'âge est vieux et dont le dos est usé et le prêt dure."
    )
    assert clause_text(clause(text)).conditions == (
        "il existe un tome dont l'âge est vieux et dont le dos est usé",
        "le prêt dure",
    )


def test_the_rows_of_a_table_are_told_apart() -> None:
    text = (
        "table un-nom (source : a) :\n  pour tout prêt, selon le genre du prêt :\n"
        "  - « x » : le taux est de 1 ;\n  - tout autre cas : le taux est de 2."
    )
    assert clause_text(clause(text)).rows == ("« x » : le taux est de 1", "tout autre cas : le taux est de 2")
