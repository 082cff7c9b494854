"""What is in doubt is never said sure: whatever the order of sentences, in lists of lists, in groups, behind bounds."""

import pytest

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.program.load import compile_program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source, normalise
from justesse.values.ranges import Range
from justesse.values.states import Partial, Unknown

VOCABULARY = """\
vocabulaire : « Amendes ».

fiche lecteur (lecteurs), sujet du dossier :
  - le tarif, un montant en €, au moins 0 ;
  - le seuil, un montant en €, au moins 0 ;
  - le plafond, un montant en €, au moins 0 ;
  - le prix, un montant en €, au moins 0, inconnu possible ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - le retard (retards), un montant en €, au moins 0, inconnu possible.

regroupement série (séries) : réunit les prêts du lecteur ; s'ouvre à chaque prêt d'ouverture.

on calcule pour chaque prêt :
  - un prêt d'ouverture (prêts d'ouverture), oui ou non.

on calcule pour chaque série :
  - les prêts tardifs, une liste de fiches prêt.

on calcule pour chaque lecteur :
  - l'amende, un montant en € ;
  - le dû, un montant en €.

décision :
  - pour chaque lecteur : l'amende, le dû.
"""
OPENING = """
règle ouverture-de-serie (source : règlement, art. 1) :
  pour tout prêt, le prêt est un prêt d'ouverture
  si {condition}.
"""
LATE = """
règle prets-tardifs (source : règlement, art. 2) :
  pour toute série, les prêts tardifs de la série sont les prêts de la série dont le retard est supérieur au tarif du lecteur.

règle le-du (source : règlement, art. 3) :
  pour tout lecteur, le dû du lecteur est égal à la somme des retards des prêts tardifs des séries du lecteur.
"""
FAILED = """
règle amende-du-tarif (source : règlement, art. 4) :
  pour tout lecteur, l'amende du lecteur est égale au tarif du lecteur
  si le tarif du lecteur est supérieur au plafond du lecteur.
"""
OPEN = """
règle amende-du-prix (source : règlement, art. 5) :
  pour tout lecteur, l'amende du lecteur est égale au seuil du lecteur
  si le prix du lecteur est supérieur au seuil du lecteur.
"""
CASE = """\
lecteur:
  tarif: 1
  seuil: 3
  plafond: 100
  prix: inconnu
prêts:
  - début: 2024-01-01
    fin: 2024-01-02
    retard: 5
  - début: 2024-02-01
    fin: 2024-02-02
    retard: {second}
  - début: 2024-03-01
    fin: 2024-03-02
    retard: 7
"""


def decided(rules: str, case: str) -> Decision:
    texts = {"00.regle": VOCABULARY, "01.regle": f"texte : « Amendes ».\n{rules}"}
    program, wrong = compile_program([Source(name, normalise(text)) for name, text in texts.items()])
    assert program is not None, wrong
    tree, _ = read_yaml(Source("dossier.yaml", case))
    assert tree is not None
    file, found = read_case(tree, program.declarations)
    assert file is not None, found
    return decide(program, file.root)


def value(decision: Decision, name: str) -> object:
    assert not decision.refusals
    return next(line.value for part in decision.parts for line in part.lines if line.item.name == name)


ALWAYS = OPENING.format(condition="le début du prêt est postérieur au 1er janvier 2000")


@pytest.mark.parametrize("rules", [FAILED + OPEN, OPEN + FAILED], ids=["failed first", "open first"])
def test_a_sentence_that_fails_hides_none_in_doubt(rules: str) -> None:
    """3 € if the price is above 3 €, nothing otherwise: in any order."""
    found = value(decided(ALWAYS + LATE + rules, CASE.format(second=0)), "amende")
    assert isinstance(found, Unknown | Partial)


def test_a_list_in_doubt_is_not_left_out_of_a_list_of_lists() -> None:
    """5 and 7 are late; the second loan is, or is not: at least 12, never 12 for sure."""
    found = value(decided(ALWAYS + LATE + FAILED, CASE.format(second="inconnu")), "dû")
    assert isinstance(found, Unknown | Partial)
    assert not isinstance(found, Range) or found.low is None or found.low <= 12
    assert value(decided(ALWAYS + LATE + FAILED, CASE.format(second=3)), "dû") == 15


def test_an_exact_evaluation_refuses_whatever_bounds_settle() -> None:
    """Whether each loan opens a series hangs on an unknown price: no bound makes it sure."""
    opening = OPENING.format(condition="le retard du prêt est supérieur au seuil du lecteur")
    assert [one.code for one in decided(opening + LATE + FAILED, CASE.format(second="inconnu")).refusals] == ["E0107"]


def test_what_asks_whether_a_fact_is_unknown_is_answered() -> None:
    rule = FAILED.replace("si le tarif du lecteur est supérieur au plafond du lecteur", "si le prix du lecteur est inconnu")
    assert value(decided(ALWAYS + LATE + rule, CASE.format(second=0)), "amende") == 1
