"""A fact that may be unknown: said by a paper, a supply, a test, or told."""

import pytest

from justesse.program.build import build_program
from justesse.text.source import Source

VOCABULARY = """vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, inconnue possible.

on calcule pour chaque lecteur :
  - l'échéance, une date ;
  - il paie (il ne paie pas), oui ou non.

décision :
  - pour chaque lecteur : l'échéance, paie.
"""
DUE = """règle echeance-de-la-carte (source : a) :
  pour tout lecteur, l'échéance du lecteur est égale à 30 jours après la carte du lecteur.
"""
PAYS = "règle lecteur-paie (source : a) :\n  pour tout lecteur, le lecteur paie si {}.\n"
SUPPLIED = """règle carte-supposee (source : a) :
  pour tout lecteur, à défaut de la carte du lecteur, on retient le 1er mars 2024.
"""
PAPER = "\npièce formulaire (formulaires), envoyée par « le lecteur » : porte\n  - {}.\n"


def codes(vocabulary: str, *rules: str) -> set[str]:
    sources = [Source("vocabulaire.regle", vocabulary), Source("regles.regle", "\n".join(rules))]
    _, diagnostics = build_program(sources, lambda _: None)
    return {one.code for one in diagnostics} & {"R0705", "R0211"}


@pytest.mark.parametrize(
    "rule",
    [SUPPLIED, PAYS.format("la carte du lecteur est inconnue"), PAYS.format("l'échéance du lecteur est inconnue")],
)
def test_a_rule_says_what_follows(rule: str) -> None:
    assert codes(VOCABULARY, DUE, rule) == set()


def test_reading_the_fact_says_nothing_of_its_absence() -> None:
    assert codes(VOCABULARY, DUE, PAYS.format("la carte du lecteur est antérieure au 1er mars 2024")) == {"R0705"}


def test_a_paper_brings_the_fact_of_one_record() -> None:
    assert codes(VOCABULARY + PAPER.format("la carte du lecteur"), DUE) == set()
    assert codes(VOCABULARY + PAPER.format("l'échéance du lecteur"), DUE) == {"R0705", "R0211"}
