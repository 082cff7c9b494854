"""A library in two texts: loans, their days, one exception. Every test of this folder explains its decisions."""

from collections.abc import Callable

import pytest

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.program.load import compile_program
from justesse.program.program import Program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source

Decider = Callable[..., Decision]

VOCABULARY = """\
vocabulaire : « Prêts d'une bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - le nom, un nom ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - les pages, une durée en heures, au moins 0, inconnues possibles.

on calcule pour chaque prêt :
  - la lecture, une durée en heures ;
  - long, oui ou non.

on calcule pour chaque jour de prêt :
  - le rang, une durée en jours ;
  - un jour gratuit (jours gratuits), oui ou non ;
  - le statut, un choix parmi « gratuit » ou « payant ».

pièce fiche de prêt (fiches de prêt), envoyée par « le guichet » : porte
  - les pages du prêt.

décision :
  - pour chaque prêt : la lecture, long ;
  - pour chaque jour de prêt : le statut.
"""

RULES = """\
texte : « Prêts ».

règle temps-de-lecture (source : règlement art. 1) :
  pour tout prêt, la lecture du prêt est égale à 2 × pages du prêt.

règle pret-long (source : règlement art. 2) :
  pour tout prêt, le prêt est long
  si toutes ces conditions sont réunies :
    - la lecture du prêt est au moins égale à 10 heures ;
    - la lecture du prêt est au plus égale à 100 heures.
  se lit : « Ce prêt est long : {la lecture du prêt}. ».
  sinon se lit : « Ce prêt est court : {la lecture du prêt} pour 10 heures. ».

exception pret-court à pret-long (source : règlement art. 3), applicable selon le début du prêt jusqu'au 31 août 2024 :
  pour tout prêt, le prêt n'est pas long
  si les pages du prêt sont inférieures à 7 heures.

règle rang-du-jour (source : règlement art. 4) :
  pour chaque jour du prêt, le rang du jour est égal au nombre de jours du prêt jusqu'à ce jour.

règle jour-gratuit (source : règlement art. 5) :
  pour chaque jour du prêt, ce jour est un jour gratuit
  si le rang du jour est au plus égal à 3 jours.
  se lit : « Les trois premiers jours sont gratuits. ».
  sinon se lit : « Les jours gratuits sont passés. ».

règle statut-du-jour (source : règlement art. 6) :
  pour chaque jour du prêt, le statut du jour est « payant ».

exception statut-gratuit à statut-du-jour (source : règlement art. 6) :
  pour chaque jour du prêt, le statut du jour est « gratuit »
  si ce jour est un jour gratuit.
"""

CASE = """\
lecteur:
  nom: L
prêts:
  - début: {debut}
    fin: {fin}
    pages: {pages}
    pièce: {piece}
    reçue le: 2025-05-02
"""


@pytest.fixture(scope="session")
def library() -> Program:
    program, diagnostics = compile_program([Source("vocabulaire.regle", VOCABULARY), Source("prets.regle", RULES)])
    assert program is not None, diagnostics
    return program


@pytest.fixture
def decided(library: Program) -> Decider:
    def made(debut: str = "2025-04-01", fin: str = "2025-04-10", pages: str = "1", piece: str = "fiche du guichet") -> Decision:
        tree, mistakes = read_yaml(Source("dossier", CASE.format(debut=debut, fin=fin, pages=pages, piece=piece)))
        assert tree is not None, mistakes
        case, diagnostics = read_case(tree, library.declarations)
        assert case is not None, diagnostics
        decision = decide(library, case.root)
        assert not decision.refusals
        return decision

    return made
