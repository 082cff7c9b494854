"""« La pause », in a sentence about every pause, is that one: not the pauses of whatever is being looked at."""

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.program.load import compile_program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source

VOCABULARY = """\
vocabulaire : « Des abonnements et leurs pauses ».

fiche lecteur (lecteurs), sujet du dossier :
  - les abonnements, une liste de fiches abonnement, dans l'ordre de leur début ;
  - les pauses, une liste de fiches pause, dans l'ordre de leur début.

fiche abonnement (abonnements), période :
  - le nom, un nom ;
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.

fiche pause (pauses), période :
  - l'abonnement, une fiche abonnement ;
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.

on calcule pour chaque pause :
  - la part (parts), un nombre.

décision :
  - pour chaque pause : la part.
"""
RULES = """\
texte : « Pauses ».

règle part-de-la-pause (source : règlement art. 1) :
  pour toute pause, la part de la pause est égale au nombre d'abonnements du lecteur qui chevauchent la pause.
"""
CASE = """\
abonnements:
  - nom: A
    début: 2025-01-01
    fin: 2025-03-31
  - nom: B
    début: 2025-03-01
    fin: 2025-12-31
pauses:
  - abonnement: A
    début: 2025-02-01
    fin: 2025-02-10
  - abonnement: A
    début: 2025-03-01
    fin: 2025-03-10
"""


def test_the_subject_of_the_sentence_is_not_a_list_of_what_is_looked_at() -> None:
    program, diagnostics = compile_program([Source("vocabulaire.regle", VOCABULARY), Source("pauses.regle", RULES)])
    assert program is not None, [one.code for one in diagnostics]
    tree, _ = read_yaml(Source("dossier.yaml", CASE))
    assert tree is not None
    case, wrong = read_case(tree, program.declarations)
    assert case is not None, wrong
    assert [line.value for part in decide(program, case.root).parts for line in part.lines] == [1, 2]
