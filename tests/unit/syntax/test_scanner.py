"""From text to tokens: the longest match, and what depends on the token before."""

import pytest

from justesse.syntax.names import names_of
from justesse.syntax.scanner import Scanned, scan
from justesse.syntax.tables import parser_for
from justesse.text.source import Source

NAMES = names_of(["prêt", "prêts", "durée", "durée du prêt", "somme due", "statut", "dans"], ["court"], ["ne court pas"])


def scanned(text: str) -> Scanned:
    return scan(Source("essai.regle", text), NAMES, parser_for("regle"))


def tokens(text: str) -> list[tuple[str, str]]:
    found = scanned(text)
    assert not found.diagnostics
    return [(token.type, str(token)) for statement in found.statements for token in statement]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in tokens(text)]


def codes(text: str) -> list[str]:
    return [one.code for one in scanned(text).diagnostics]


def test_the_longest_declared_name_wins() -> None:
    assert tokens("durée du prêt") == [("NAME", "durée du prêt")]
    assert kinds("durée du court") == ["NAME", "OF", "VERB"]


def test_a_name_beats_a_word_of_the_same_length_only() -> None:
    assert kinds("dans") == ["NAME"]
    assert kinds("dans la limite") == ["UP_TO"]


def test_a_word_ends_where_no_letter_follows() -> None:
    assert codes("sinistre") == ["R0203"]


@pytest.mark.parametrize("written", ["durée  du\n\tprêt", "Durée Du PRÊT", "DURÉE DU PRÊT"])
def test_spacing_and_capitals_do_not_change_a_name(written: str) -> None:
    assert tokens(written) == [("NAME", "durée du prêt")]


def test_a_unit_exists_only_after_a_number() -> None:
    assert tokens("35 heures/semaine") == [("NUMBER", "35"), ("UNIT", "heures/semaine")]
    assert kinds("jours") == ["NAME"]
    assert kinds("2 €") == ["NUMBER", "UNIT"]


def test_groups_of_three_digits_are_one_number() -> None:
    assert tokens("1 015,50 jours") == [("NUMBER", "1 015,50"), ("UNIT", "jours")]
    assert kinds("1 01") == ["NUMBER", "NUMBER"]


def test_a_dash_is_a_bullet_only_after_a_colon_or_a_semicolon() -> None:
    assert kinds(": - 2 ; – 3 - 4") == ["COLON", "DASH", "NUMBER", "SEMI", "DASH", "NUMBER", "MINUS", "NUMBER"]


def test_a_source_is_read_up_to_its_mark() -> None:
    assert tokens("(source : art. 3, 2°, a ; avis du prêt)") == [
        ("LPAR", "("), ("SOURCE", "source"), ("COLON", ":"), ("SOURCE_TEXT", "art. 3, 2°, a"), ("SEMI", ";"),
        ("SOURCE_TEXT", "avis du prêt"), ("RPAR", ")"),
    ]  # fmt: skip


def test_a_field_of_an_interpretation_beats_the_name() -> None:
    assert kinds("statut : « à valider »") == ["FIELD", "COLON", "TEXT"]
    assert kinds("statut est") == ["NAME", "IS"]


def test_comments_are_kept_aside_with_their_place() -> None:
    found = scanned("[ un ] prêt [deux]\n « [ trois ] »")
    assert found.comments == ((0, "[ un ]"), (12, "[deux]"))
    assert [token.type for token in found.statements[0]] == ["NAME", "TEXT"]


def test_a_statement_begins_at_its_header_even_when_the_stop_before_is_missing() -> None:
    found = scanned("règle a-b prêt règle c-d prêt. table e-f")
    assert [[token.type for token in statement] for statement in found.statements] == [
        ["RULE", "ID", "NAME"], ["RULE", "ID", "NAME", "STOP"], ["TABLE", "ID"],
    ]  # fmt: skip


def test_every_token_knows_its_place() -> None:
    (statement,) = scanned("prêt\n  court").statements
    assert [(token.start_pos, token.end_pos, token.line) for token in statement] == [(0, 4, 1), (7, 12, 2)]


def test_a_name_nearly_right_is_reported_and_read_as_the_right_one() -> None:
    found = scanned("duréee du prêt court")
    (mistake,) = found.diagnostics
    assert (mistake.code, dict(mistake.details)["proche"]) == ("R0202", "durée du prêt")
    assert [token.type for token in found.statements[0]] == ["NAME", "VERB"]


@pytest.mark.parametrize(
    ("text", "code"), [("prêt [ sans fin", "R0206"), ("« sans fin", "R0207"), ("prêt @ prêt", "R0208"), ("zèbre", "R0203")]
)
def test_what_cannot_be_read_is_named(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_an_empty_text_has_no_statement() -> None:
    assert scanned(" \n ") == Scanned((), (), ())
