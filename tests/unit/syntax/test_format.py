"""The layout of rule files: one for each tree, whatever the spacing it was written with; the words never change."""

import random
import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from justesse.program.build import vocabulary_of
from justesse.syntax.format import format_source
from justesse.syntax.names import names_of
from justesse.syntax.nodes import RuleFile
from justesse.syntax.parse import parse_rules
from justesse.syntax.vocabulary import is_vocabulary
from justesse.text.source import Source, normalise, read_source

ROOT = Path(__file__).parents[3]
SOURCES = [read_source(path, path.relative_to(ROOT).as_posix()) for path in sorted((ROOT / "rules").rglob("*.regle"))]
NAMES = vocabulary_of(SOURCES)
FILES = [source for source in SOURCES if not is_vocabulary(source)]
# Without their comments, which keep the lines they were given.
STATEMENTS = [re.sub(r"^(\[[^\]]*\]\n)+", "", block) for source in FILES for block in source.text.strip().split("\n\n")]

LIBRARY = names_of(
    ["prêt", "prêts", "lecteur", "lecteurs", "durée", "début", "fin", "amende", "supplément", "frais", "retour", "motif"],
    ["court"],
    ["ne court pas"],
)

# A space between two groups of digits belongs to the number: no line break there.
GAP = re.compile(r"(?<!\d)\s+|\s+(?!\d)")
GAPS = (" ", "  ", "\n", "\n\n", "\n      ", "\u00a0", "\u202f", "\t", "\r\n")
APOSTROPHES = ("'", "\u2019", "\u02bc")


def tree(text: str) -> RuleFile:
    found, diagnostics = parse_rules(Source("essai.regle", normalise(text)), NAMES)
    assert not diagnostics
    return found


def formatted(text: str) -> str:
    result, diagnostics = format_source(Source("essai.regle", normalise(text)), NAMES)
    assert not diagnostics
    return result


def respaced(text: str, chance: random.Random) -> str:
    spaced = GAP.sub(lambda _: chance.choice(GAPS), text)
    return re.sub("'", lambda _: chance.choice(APOSTROPHES), spaced)


def laid_out(text: str) -> str:
    result, diagnostics = format_source(Source("essai.regle", normalise(dedent(text).strip())), LIBRARY)
    assert not diagnostics
    again, _ = format_source(Source("essai.regle", result), LIBRARY)
    assert again == result
    return result


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_the_rules_that_ship_are_formatted(source: Source) -> None:
    assert format_source(source, NAMES) == (source.text, [])


@pytest.mark.parametrize("source", FILES, ids=lambda source: source.name)
def test_a_file_on_one_line_gives_the_same_tree_and_the_same_layout(source: Source) -> None:
    flat = " ".join(source.text.split())
    assert tree(flat) == tree(source.text)
    assert formatted(flat) == source.text


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(STATEMENTS), st.randoms(use_true_random=False))
def test_spacing_and_apostrophes_say_nothing(text: str, chance: random.Random) -> None:
    variant = respaced(text, chance)
    assert tree(variant) == tree(text)
    assert formatted(variant) == f"{text}\n"


def test_header_sentence_condition_and_message_have_a_line_each() -> None:
    written = """
        texte:«Amendes». règle amende-due(source:art. 1;art. 2),applicable selon le début du prêt à compter du
        1er janvier 2024:pour tout prêt,l'amende du prêt est de 2 €
        si la durée du prêt est supérieure à 1 015 jours .se lit:«Un prêt
        en retard.».
    """
    assert laid_out(written) == (
        "texte : « Amendes ».\n\n"
        "règle amende-due (source : art. 1 ; art. 2), applicable selon le début du prêt à compter du 1er janvier 2024 :\n"
        "  pour tout prêt, l'amende du prêt est de 2 €\n"
        "  si la durée du prêt est supérieure à 1 015 jours.\n"
        "  se lit : « Un prêt en retard. ».\n"
    )


def test_each_bullet_has_its_line() -> None:
    written = """
        règle pret-court (source : art. 1) : pour tout prêt, le prêt court si au moins une de ces conditions est remplie :
        – la durée du prêt est au plus égale à 3 jours ; - le prêt ne court pas.
    """
    assert laid_out(written) == (
        "règle pret-court (source : art. 1) :\n"
        "  pour tout prêt, le prêt court\n"
        "  si au moins une de ces conditions est remplie :\n"
        "    - la durée du prêt est au plus égale à 3 jours ;\n"
        "    - le prêt ne court pas.\n"
    )


def test_the_items_of_an_extremum_are_bullets() -> None:
    written = """
        règle amende-due (source : art. 1) : pour tout prêt, l'amende du prêt est le plus grand des montants suivants :
        - 2 € ; - le supplément du prêt si le prêt court.
    """
    assert laid_out(written) == (
        "règle amende-due (source : art. 1) :\n"
        "  pour tout prêt, l'amende du prêt est le plus grand des montants suivants :\n"
        "    - 2 € ;\n"
        "    - le supplément du prêt\n"
        "  si le prêt court.\n"
    )


def test_each_row_of_a_table_has_its_line() -> None:
    written = """
        table amende-par-motif (source : art. 1) : pour tout prêt, selon le motif du prêt : - « retard » ou « perte » :
        l'amende du prêt est de 2 € ; - tout autre cas : l'amende du prêt est de 0 €.
    """
    assert laid_out(written) == (
        "table amende-par-motif (source : art. 1) :\n"
        "  pour tout prêt, selon le motif du prêt :\n"
        "  - « retard » ou « perte » : l'amende du prêt est de 2 € ;\n"
        "  - tout autre cas : l'amende du prêt est de 0 €.\n"
    )


@pytest.mark.parametrize(
    ("equal_to", "lines"),
    [
        ("égale à la durée du retour du prêt", ["égale à", "    la durée du retour du prêt"]),
        ("égale à l'amende du retour du prêt", ["égale à", "    l'amende du retour du prêt"]),
        ("égale à 2 € × durée du prêt", ["égale à", "    2 € × durée du prêt"]),
        ("égale au supplément du retour du prêt", ["égale au supplément du retour du prêt"]),
    ],
)
def test_a_long_sum_has_a_line_for_each_term(equal_to: str, lines: list[str]) -> None:
    start = "règle a-b (source : art. 1) :\n  pour tout prêt, l'amende du prêt est "
    terms = ["+ les frais du retour du prêt"] * 3
    assert (
        laid_out(f"{start}{equal_to} {' '.join(terms)} dans la limite de 9 €.")
        == start + "\n".join([*lines, *(f"    {term}" for term in terms)]) + " dans la limite de 9 €.\n"
    )


def test_a_short_sum_stays_on_its_line() -> None:
    text = "règle a-b (source : art. 1) :\n  pour tout prêt, l'amende du prêt est égale à 2 € + les frais du prêt.\n"
    assert laid_out(text) == text


def test_a_comment_goes_before_the_statement_it_precedes_or_stands_in() -> None:
    written = """
        [one] [ two
           lines ]
        règle a-b (source : art. 1) : pour tout prêt, [ three ] l'amende du prêt est de 2 €. se lit : « [ not one ] ».
        [ four ]
    """
    assert laid_out(written) == (
        "[ one ]\n[ two\n  lines ]\n[ three ]\n"
        "règle a-b (source : art. 1) :\n"
        "  pour tout prêt, l'amende du prêt est de 2 €.\n"
        "  se lit : « [ not one ] ».\n\n"
        "[ four ]\n"
    )


def test_the_words_written_are_kept() -> None:
    text = (
        "règle a-b (source : art. 1) :\n"
        "  Pour chaque PRÊT, l'amende du prêt est égale aux frais du prêt majorés de la moitié de l'amende du retour.\n"
    )
    assert laid_out(text) == text


def test_a_text_with_a_mistake_is_returned_as_it_was() -> None:
    text = "règle a-b (source : art. 1) : l'amende du prêt\n est de."
    result, diagnostics = format_source(Source("essai.regle", text), LIBRARY)
    assert result == text
    assert [one.severity for one in diagnostics] == ["erreur"]


def test_a_vocabulary_keeps_its_lines() -> None:
    text = "vocabulaire : « Prêts ».  \n\nfiche prêt :\n    - le début, une date."
    result, _ = format_source(Source("mots.regle", text), LIBRARY)
    assert result == "vocabulaire : « Prêts ».\n\nfiche prêt :\n    - le début, une date.\n"


@pytest.mark.parametrize("text", ["", "  \n\n"])
def test_nothing_stays_nothing(text: str) -> None:
    assert format_source(Source("vide.regle", text), LIBRARY) == ("", [])
