"""Each frequent mistake of a writer gets its own code, at its place; any other gets « lu ceci, attendu cela »."""

import pytest

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.syntax.names import names_of
from justesse.syntax.parse import MAX_TOKENS, parse_rules
from justesse.text.source import Source

NAMES = names_of(["prêt", "prêts", "durée", "amende", "début", "retour"], ["court"], ["ne court pas"])
START = "règle a-b (source : art. 1) : l'amende du prêt est"


def mistakes(text: str) -> list[Diagnostic]:
    return parse_rules(Source("essai.regle", text), NAMES)[1]


def test_a_good_rule_has_none() -> None:
    assert mistakes(f"{START} de 2 € si le prêt court.") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("R0101", f"{START} de 2 €"),
        ("R0102", f"{START} de 2.50 €."),
        ("R0103", f"{START} de 2 € si le prêt court et le prêt court ou le prêt court."),
        ("R0104", "règle a-b : l'amende du prêt est de 2 €."),
        ("R0111", "règle (source : art. 1) : l'amende du prêt est de 2 €."),
        ("R0111", "règle seule (source : art. 1) : l'amende du prêt est de 2 €."),
        ("R0199", "règle a-b (source : art. 1), lecture « x » de seule : l'amende du prêt est de 2 €."),
        ("R0112", f"{START} de 2 € si toutes ces conditions sont réunies : - le prêt court ; ."),
        ("R0114", "règle a-b (source : art. 1), quantième manquant « demain » : l'amende du prêt est de 2 €."),
        ("R0115", f"{START} égale à la durée du prêt si le début du prêt est égal au 31 février 2024."),
        ("R0199", f"{START} égale égale."),
    ],
)
def test_a_mistake_has_its_code(code: str, text: str) -> None:
    assert [one.code for one in mistakes(text)] == [code]


def test_a_missing_stop_is_shown_at_the_last_word() -> None:
    (found,) = mistakes(f"{START} de 2 €\n\nrègle c-d (source : art. 2) : l'amende du prêt est de 3 €.")
    assert found.span is not None
    assert (found.code, found.span.line, found.span.source.text[found.span.start : found.span.end]) == ("R0101", 1, "€")


def test_a_mistake_hides_none_in_the_next_statement() -> None:
    text = f"{START} égale égale.\n\n{START} de 2 €.\n\n{START} de de."
    file, found = parse_rules(Source("essai.regle", text), NAMES)
    assert [one.span.line for one in found if one.span] == [1, 5]
    assert len(file.statements) == 1


def test_what_was_expected_is_said_in_words() -> None:
    (found,) = mistakes("règle a-b source.")
    assert "« ( »" in dict(found.details)["attendu"]


def test_a_statement_too_long_is_refused() -> None:
    (found,) = mistakes(f"{START} égale à 1" + " + 1" * MAX_TOKENS + ".")
    assert found.code == "R0113"
