"""A lifting in doubt leaves the exception it removes in doubt: never the value as if nothing lifted it."""

import pytest

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide, decide_once
from justesse.evaluation.decision import Decision
from justesse.program.load import compile_program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source
from justesse.values.ranges import Range
from justesse.values.states import Unknown

VOCABULARY = """\
vocabulaire : « Prêts d'une bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - les pages, une durée en heures, au moins 0 ;
  - la pénalité, un montant en €, au moins 0 ;
  - le rabais, un montant en €, au moins 0 ;
  - l'ancienneté, une durée en ans, au moins 0, inconnues possibles.

on calcule pour chaque lecteur :
  - l'amende, un montant en €, au moins 0.

pièce carte (cartes), envoyée par « le guichet » : porte
  - l'ancienneté du lecteur.

décision :
  - pour chaque lecteur : l'amende.
"""

RULES = """\
texte : « Prêts ».

règle amende-de-base (source : règlement, art. 1) :
  l'amende du lecteur est égale à la pénalité du lecteur.

exception amende-reduite à amende-de-base (source : règlement, art. 2) :
  l'amende du lecteur est égale au rabais du lecteur
  si les pages du lecteur sont inférieures à 5 heures.

exception amende-entiere à amende-reduite (source : règlement, art. 3) :
  l'exception visée ne s'applique pas
  si l'ancienneté du lecteur est inférieure à 2 ans.
"""


def fine(pages: int, seniority: str, once: bool = False) -> object:
    program, diagnostics = compile_program([Source("vocabulaire.regle", VOCABULARY), Source("prets.regle", RULES)])
    assert program is not None, [(one.code, one.details) for one in diagnostics]
    text = f"lecteur:\n  pages: {pages}\n  pénalité: 10\n  rabais: 4\n  ancienneté: {seniority}\n"
    tree, _ = read_yaml(Source("dossier", text))
    assert tree is not None
    case, mistakes = read_case(tree, program.declarations)
    assert case is not None, [(one.code, one.details) for one in mistakes]
    decision: Decision = (decide_once if once else decide)(program, case.root)
    return decision.parts[0].lines[0].value


@pytest.mark.parametrize(("pages", "seniority", "value"), [(3, "4", 4), (3, "1", 10), (9, "1", 10), (9, "inconnue", 10)])
def test_a_lifting_that_is_settled(pages: int, seniority: str, value: int) -> None:
    assert fine(pages, seniority) == value


def test_a_lifting_in_doubt_leaves_both_values_open() -> None:
    assert fine(3, "inconnue", once=True) == Unknown(("ancienneté (lecteur)",))
    assert fine(3, "inconnue") == Range(4, 10, ("ancienneté (lecteur)",))
