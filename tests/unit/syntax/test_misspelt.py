"""Words of the language misspelt: the one meant is said, once, and the sentence is read as if it had been written."""

from pathlib import Path

import pytest

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.program.build import build_program
from justesse.syntax.misspelt import language_words
from justesse.syntax.tables import parser_for
from justesse.text.source import Source, read_source

WORLD = Path(__file__).parents[2] / "language" / "monde"
SHARED = [read_source(WORLD / name, name) for name in ("vocabulaire.regle", "tarif_de_base.yaml", "coefficient.yaml")]
RIGHT = """\
règle duree-du-pret (source : règlement) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt.
  se lit : « La durée. ».

exception duree-courte à duree-du-pret (source : règlement), applicable selon le début du prêt à compter du 1er mars 2024 :
  pour tout prêt, la durée du prêt est égale à 1 jour
  si la fin du prêt est antérieure ou égale au début du prêt et la nature du prêt n'est pas « ordinaire ».
"""


def told(text: str) -> list[Diagnostic]:
    _, diagnostics = build_program([*SHARED, Source("regles.regle", text)], lambda _: None)
    return [one for one in diagnostics if one.severity == "erreur" and one.code != "R0704"]


@pytest.mark.parametrize(
    ("right", "wrong", "meant"),
    [
        ("règle duree", "regle duree", "règle"),
        ("règle duree", "Regle duree", "règle"),
        ("exception duree", "exeption duree", "exception"),
        ("à duree", "a duree", "à"),
        ("applicable", "aplicable", "applicable"),
        ("pour tout prêt, la durée du prêt est égale à", "por tout prêt, la durée du prêt est égale à", "pour tout"),
        ("antérieure ou égale", "anterieure ou egale", "antérieure ou égale"),
        ("n'est pas", "nest pas", "n'est pas"),
        ("n'est pas", "n'est plus", "n'est pas"),
        ("n'est pas", "nest plus", "n'est pas"),
        ("au nombre de", "au nombres de", "nombre"),
        ("se lit", "se lis", "se lit"),
        ("à compter du", "a conpter du", "à compter du"),
        ("à compter du", "jusquau", "jusqu'au"),
        ("à compter du", "jusqu'a", "jusqu'à"),
    ],
)
def test_one_mistake_one_message_with_the_word_that_was_meant(right: str, wrong: str, meant: str) -> None:
    assert told(RIGHT) == [] and right in RIGHT
    (one,) = told(RIGHT.replace(right, wrong, 1))
    assert one.code == "R0215" and dict(one.details)["proche"] == meant


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("la durée du prêt est égale au", "la duree du prêt est égale au", "R0202"),  # a declared name is nearer
        ("la fin du prêt est ant", "la fin du pres est ant", "R0202"),  # after an article, a name
        ("la nature", "la kermesse", "R0203"),
        ("la nature", "la por", "R0203"),  # too short for a slip, and nothing follows that tells
    ],
)
def test_what_is_near_no_word_of_the_language_is_a_name(right: str, wrong: str, code: str) -> None:
    assert [one.code for one in told(RIGHT.replace(right, wrong, 1))][:1] == [code]


def test_a_word_that_does_not_exist_hides_what_only_follows_from_it() -> None:
    codes = [one.code for one in told(RIGHT.replace("à compter du", "des lors que", 1))]
    assert "R0203" in codes and "R0199" not in codes


def test_what_is_said_of_the_very_place_of_an_unknown_name_is_kept() -> None:
    codes = [one.code for one in told(RIGHT.replace("(source : règlement)", "(source règlement)", 1))]
    assert "R0199" in codes and codes[0] in ("R0199", "R0202", "R0203")


def test_every_word_of_the_lexicon_is_known_by_its_letters() -> None:
    words = language_words(one.pattern.value for one in parser_for("regle").terminals)
    wanted = ["règle", "exception", "supérieures", "égaux", "n'est", "premières", "moitié", "l'exception", "à", "existe"]
    assert [one for one in wanted if one not in words.values()] == []
    assert language_words(["égale?s?(?!\\w)", "jusqu'(au|à)"]) == {
        "égal": "égal", "égale": "égale", "égals": "égals", "égales": "égales", "jusqu": "jusqu'", "au": "au", "à": "à",
        "jusquau": "jusqu'au", "jusquà": "jusqu'à",
    }  # fmt: skip
