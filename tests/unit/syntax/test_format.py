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
STATEMENTS = [(source.name, block) for source in FILES for block in source.text.strip().split("\n\n")]

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


class TestRuleFiles:
    """Over the rules that ship."""

    @pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
    def test_are_formatted(self, source: Source) -> None:
        assert format_source(source, NAMES) == (source.text, [])

    @pytest.mark.parametrize("source", FILES, ids=lambda source: source.name)
    def test_same_tree_and_text_from_one_line(self, source: Source) -> None:
        flat = " ".join(source.text.split())
        assert tree(flat) == tree(source.text)
        assert formatted(flat) == source.text

    @settings(max_examples=80, deadline=None)
    @given(st.sampled_from(STATEMENTS), st.randoms(use_true_random=False))
    def test_spacing_says_nothing(self, statement: tuple[str, str], chance: random.Random) -> None:
        _, text = statement
        variant = respaced(text, chance)
        assert tree(variant) == tree(text)
        assert formatted(variant) == f"{text}\n"
        assert tree(formatted(variant)) == tree(variant)


class TestLayout:
    """What goes on which line, in the world of a library."""

    def test_header_context_condition_message(self) -> None:
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

    def test_bullets(self) -> None:
        written = """
            règle prêt-court (source : art. 1) : pour tout prêt, le prêt court si au moins une de ces conditions est remplie :
            – la durée du prêt est au plus égale à 3 jours ; - le prêt ne court pas.
        """.replace("prêt-court", "pret-court")
        assert laid_out(written) == (
            "règle pret-court (source : art. 1) :\n"
            "  pour tout prêt, le prêt court\n"
            "  si au moins une de ces conditions est remplie :\n"
            "    - la durée du prêt est au plus égale à 3 jours ;\n"
            "    - le prêt ne court pas.\n"
        )

    def test_table(self) -> None:
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

    def test_greatest_of(self) -> None:
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

    @pytest.mark.parametrize(
        ("equal_to", "kept", "broken"),
        [
            ("égale à la somme des", "égale à", "    la somme des"),
            ("égale à l'", "égale à", "    l'"),
            ("égale au supplément des", "égale au supplément des", None),
        ],
    )
    def test_a_long_sum_takes_a_line_a_term(self, equal_to: str, kept: str, broken: str | None) -> None:
        first = {"égale à la somme des": "durées des prêts"}.get(equal_to, "amende des prêts")
        names = names_of(["durées", "prêts", "lecteur", "amende", "supplément", "frais"], [], [])
        terms = " + les frais des prêts du lecteur" * 3
        text = f"règle a-b (source : art. 1) : pour tout lecteur, l'amende du lecteur est {equal_to} {first} du lecteur{terms}."
        if equal_to.startswith("égale au"):
            text = text.replace("supplément des amende", "supplément des amende".replace("amende", "frais")[:0] + "supplément")
        result, diagnostics = format_source(Source("essai.regle", text), names)
        assert not diagnostics
        lines = result.splitlines()
        assert lines[1].startswith(f"  pour tout lecteur, l'amende du lecteur est {kept.split(' supplément')[0]}")
        assert sum(line.startswith("    + les frais") for line in lines) == 3
        assert broken is None or lines[2].startswith(broken)

    def test_a_short_sum_stays(self) -> None:
        text = "règle a-b (source : art. 1) :\n  pour tout prêt, l'amende du prêt est égale à 2 € + les frais du prêt.\n"
        assert laid_out(text) == text
