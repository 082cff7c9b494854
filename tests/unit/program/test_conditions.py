"""Conditions compared: exceptions that may meet, conditions that never hold or always do."""

from pathlib import Path

import pytest

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.diagnostics.wording import message_of
from justesse.program.build import build_program
from justesse.text.source import Source, normalise, read_source

WORLD = Path(__file__).parents[2] / "language" / "monde"
SHARED = [read_source(WORLD / name, name) for name in ("vocabulaire.regle", "tarif_de_base.yaml", "coefficient.yaml")]
READINGS = """
interprétation rappels-successifs (source : a) :
  « Combien de rappels ? » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  statut : « validée ».

interprétation rappels-oraux (source : a) :
  « Un rappel oral compte-t-il ? » ;
  lecture retenue : « oui » ;
  autre lecture : « non » ;
  statut : « validée ».
"""
BASE = """
règle duree-du-pret (source : a) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt.

règle rappel-du-pret (source : a) :
  pour tout prêt, le rappel du prêt est égal à 1.
"""


def found(text: str, *codes: str) -> list[Diagnostic]:
    _, diagnostics = build_program([*SHARED, Source("regles.regle", normalise(text))], lambda _: None)
    assert [one for one in diagnostics if one.severity == "erreur" and one.code != "R0704"] == []
    return [one for one in diagnostics if one.code in codes]


def rivals(first: str, second: str, header_one: str = "", header_two: str = "", more: str = "") -> list[str]:
    """What is said of two exceptions that give different values."""
    text = f"""{READINGS}{BASE}
exception rappel-premier à rappel-du-pret (source : a){header_one} :
  pour tout prêt, le rappel du prêt est égal à 2
  si {first}.

exception rappel-second à rappel-du-pret (source : a){header_two} :
  pour tout prêt, le rappel du prêt est égal à 3
  si {second}.
{more}"""
    return [message_of(one) for one in found(text, "R0508")]


def idle(condition: str, header: str = "") -> list[str]:
    """The codes about one condition."""
    text = f"""{BASE}
règle pret-tardif (source : a){header} :
  pour tout prêt, le prêt est un prêt tardif
  si {condition}.
"""
    return [one.code for one in found(text, "R0509", "R0512")]


LIFTED = """
exception levee-du-second à rappel-second (source : a) :
  pour tout prêt, l'exception visée ne s'applique pas{}.
"""
OVERRIDDEN = """
exception rappel-troisieme à rappel-second (source : a) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.
"""
UNTIL = ", applicable selon le début du prêt jusqu'au 31 août 2024"
LONG = "la durée du prêt est supérieure à 10 jours"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LONG, "la durée du prêt est au plus égale à 10 jours"),
        (LONG, "la durée du prêt est égale à 10 jours"),
        ("la durée du prêt est égale à 8 jours", "la durée du prêt est différente de 8 jours"),
        ("le début du prêt est antérieur au 1er mars 2024", "le début du prêt est postérieur au 29 février 2024"),
        ("le début du prêt est antérieur à la fin du prêt", "le lendemain de la fin du prêt est antérieur au début du prêt"),
        ("le début du prêt est compris entre le 1er mars 2024 et le 31 mars 2024",
         "la veille du début du prêt est égale au 31 mars 2024"),
        ("la nature du prêt est « ordinaire »", "la nature du prêt est « renouvellement »"),
        ("la nature du prêt est « ordinaire »", "la nature du prêt n'est pas parmi « ordinaire », « renouvellement »"),
        ("le prix du prêt est inconnu", "le prix du prêt est supérieur au prix du prêt"),
        ("le prix du prêt est inconnu", "le prix du prêt n'est pas inconnu"),
        ("la réservation du prêt est sans objet", "la réservation du prêt est postérieure au début du prêt"),
        ("le prêt est à distance", "le prêt n'est pas à distance et le prêt abîme le livre"),
    ],
)  # fmt: skip
def test_exclusive_conditions_are_no_rivals(first: str, second: str) -> None:
    assert rivals(first, second) == []
    assert rivals(second, first) == []


@pytest.mark.parametrize("whose", ["du prêt", "du premier prêt du lecteur", "du prêt précédent"])
def test_a_choice_that_two_records_have_is_still_a_choice(whose: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """« nature » of a loan and of a closure: the values of one exclude each other all the same."""
    vocabulary = SHARED[0].text.replace("la cause, un choix", "la nature, un choix")
    assert vocabulary != SHARED[0].text
    monkeypatch.setitem(globals(), "SHARED", [Source(SHARED[0].name, vocabulary), *SHARED[1:]])
    assert rivals(f"la nature {whose} est « ordinaire »", f"la nature {whose} est « renouvellement »") == []
    (message,) = rivals(f"la nature {whose} est « ordinaire »", "le prêt est à distance")
    assert "« ordinaire »" in message


@pytest.mark.parametrize(
    ("first", "second", "situation"),
    [
        (LONG, "la durée du prêt est inférieure à 21 jours", "« durée » : 11 jours"),
        (LONG, "la durée du prêt est supérieure à 12 jours", "« durée » : 13 jours"),
        ("le début du prêt est antérieur au 1er mars 2024", "le début du prêt est antérieur au 2 mai 2024",
         "« début » : 1er janvier 2024"),
        ("le début du prêt est postérieur au 1er mars 2024", "la fin du prêt est égale au 2 mars 2024",
         "« début » : 2 mars 2024 ; « fin » : 2 mars 2024"),
        ("la nature du prêt est « ordinaire »", "le prêt est à distance", "« nature » : « ordinaire » ; « à distance » : oui"),
        ("le prix du prêt est inconnu", "le prêt abîme le livre", "« abîme le livre » : oui ; « prix » : inconnu"),
        ("la nature du prêt précédent est « ordinaire »", "la nature du prêt est « renouvellement »",
         "« nature (avant) » : « ordinaire » ; « nature » : « renouvellement »"),
    ],
)  # fmt: skip
def test_a_meeting_comes_with_a_situation(first: str, second: str, situation: str) -> None:
    (message,) = rivals(first, second)
    assert message.endswith(f"peuvent s'appliquer ensemble : {situation}.")


@pytest.mark.parametrize(
    ("one", "two", "meet"),
    [
        (UNTIL, ", applicable selon le début du prêt à compter du 1er septembre 2024", False),
        (UNTIL, ", applicable selon la fin du prêt à compter du 1er septembre 2024", True),
        (", lecture « un seul » de rappels-successifs", ", lecture « deux » de rappels-successifs", False),
        (", lecture « un seul » de rappels-successifs", ", lecture « non » de rappels-oraux", True),
    ],
)
def test_dates_and_readings_keep_sentences_apart(one: str, two: str, meet: bool) -> None:
    assert bool(rivals("le prêt est à distance", "le prêt abîme le livre", one, two)) is meet


def test_a_condition_and_the_dates_of_the_other_sentence_are_read_together() -> None:
    assert rivals("le prêt est à distance", "le début du prêt est postérieur au 31 août 2024", UNTIL) == []


@pytest.mark.parametrize(
    ("more", "meet"),
    [
        (LIFTED.format(""), False),
        (LIFTED.format(" si le prêt est à distance"), False),
        (LIFTED.format(" si le prix du prêt est inconnu"), True),
        (OVERRIDDEN, False),
    ],
)
def test_an_exception_already_removed_meets_no_other(more: str, meet: bool) -> None:
    assert bool(rivals("le prêt est à distance", "le prêt abîme le livre", more=more)) is meet


def test_a_quantity_is_seen_through_but_never_taken_for_false_when_it_is_without_object() -> None:
    text = f"""{BASE}
règle pret-tardif (source : a) :
  pour tout prêt, le prêt est un prêt tardif
  si la réservation du prêt est antérieure au début du prêt.

règle pret-a-surveiller (source : a) :
  pour tout prêt, le prêt est à surveiller
  si le prêt {{}} un prêt tardif et la réservation du prêt est {{}}.
"""
    assert found(text.format("n'est pas", "sans objet"), "R0509", "R0512") == []
    assert [one.code for one in found(text.format("est", "sans objet"), "R0509", "R0512")] == ["R0509"]
    assert [one.code for one in found(text.format("est", "postérieure au début du prêt"), "R0509", "R0512")] == ["R0509"]


@pytest.mark.parametrize(
    ("condition", "codes"),
    [
        ("la durée du prêt est supérieure à 10 jours et la durée du prêt est inférieure à 10 jours", ["R0509"]),
        ("la durée du prêt est supérieure à 10 jours ou la durée du prêt est inférieure à 11 jours", ["R0512"]),
        ("le nombre de jours du prêt est inférieur à 0 jour", ["R0509"]),
        ("le nombre de jours du prêt est au moins égal à 0 jour et le prêt est à distance", ["R0512"]),
        ("le nombre de jours du prêt est inférieur à 0 jour ou le prêt est à distance", ["R0509"]),
        ("le prix du prêt est supérieur au prix du prêt", ["R0509"]),
        ("la nature du prêt est parmi « ordinaire », « renouvellement »", ["R0512"]),
        ("la durée du prêt est supérieure à 10 jours ou la durée du prêt est inférieure à 10 jours", []),
        ("la nature du prêt est « ordinaire » ou le prêt est à distance", []),
        ("il existe un prêt du lecteur dont la fin est antérieure au début du prêt", []),
    ],
)
def test_conditions_that_decide_nothing(condition: str, codes: list[str]) -> None:
    assert idle(condition) == codes


def test_a_condition_already_said_by_the_dates_of_its_sentence() -> None:
    dated = ", applicable selon le début du prêt à compter du 1er mars 2024"
    assert idle("le début du prêt est postérieur au 1er janvier 2024", dated) == ["R0512"]
    assert idle("le début du prêt est antérieur au 1er mars 2024", dated) == ["R0509"]
    assert idle("le début du prêt est postérieur au 1er mars 2024", dated) == []


def test_the_place_is_that_of_the_part() -> None:
    text = f"""{BASE}
signalement pret-long (source : a) :
  pour tout prêt, « Long. »
  si le prêt est à distance et le nombre de jours du prêt est au moins égal à 0 jour.
"""
    (one,) = found(text, "R0512")
    assert one.span is not None
    assert one.span.source.text[one.span.start : one.span.end].startswith("le nombre de jours")
