"""Counters that depend on the very run being decided: its days in doubt, its days shared with another owner."""

import pytest

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.program.load import compile_program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source
from justesse.values.ranges import Range

VOCABULARY = """\
vocabulaire : « Prêts d'une bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - le nom, un nom ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - les pages, une durée en heures, au moins 0, inconnues possibles.

on calcule pour chaque jour de prêt :
  - les jours déjà gratuits, une durée en jours ;
  - un jour gratuit (jours gratuits), oui ou non.

pièce fiche de prêt (fiches de prêt), envoyée par « le guichet » : porte
  - les pages du prêt.

décision :
  - pour chaque jour de prêt : les jours déjà gratuits, un jour gratuit.
"""

RULES = """\
texte : « Prêts ».

règle deja-gratuits (source : règlement art. 1) :
  pour chaque jour du prêt, les jours déjà gratuits du jour sont égaux
    au nombre de jours gratuits du prêt jusqu'à ce jour non compris.

règle jour-gratuit (source : règlement art. 2) :
  pour chaque jour du prêt, ce jour est un jour gratuit
  si toutes ces conditions sont réunies :
    - ce jour est postérieur au 4 avril 2025 ;
    - les pages du prêt sont au moins égales à 5 heures ;
    - les jours déjà gratuits du jour sont inférieurs à 3 jours.
"""

CASE = """\
lecteur:
  nom: L
prêts:
  - début: 2025-04-01
    fin: 2025-04-10
    pages: {pages}
    pièce: fiche du guichet
    reçue le: 2025-05-02
"""


OTHER_LOAN = """\
  - début: {first}
    fin: {last}
    pages: 6
    pièce: fiche du guichet
    reçue le: 2025-05-02
"""


def decided(pages: str, by_day: bool, rules: str = RULES, others: str = "") -> Decision:
    program, diagnostics = compile_program([Source("vocabulaire.regle", VOCABULARY), Source("prets.regle", rules)])
    assert program is not None, diagnostics
    tree, _ = read_yaml(Source("dossier", CASE.format(pages=pages) + others))
    assert tree is not None
    case, mistakes = read_case(tree, program.declarations)
    assert case is not None, mistakes
    return decide(program, case.root, by_day=by_day)


def days(decision: Decision) -> list[tuple[object, ...]]:
    """What is shown of each day."""
    assert not decision.refusals
    shown: list[tuple[object, ...]] = []
    for run in decision.runs:
        for day in range(run.first, run.last + 1):
            counter, free = (line.instance for line in run.lines)
            assert counter is not None and free is not None and counter.first is not None
            moving = counter.value
            shown.append((moving.at(day - counter.first) if hasattr(moving, "at") else moving, free.value))  # type: ignore[attr-defined]
    return shown


def test_a_day_in_doubt_leaves_the_days_after_it_in_doubt() -> None:
    by_run = days(decided("inconnu", False))
    assert by_run == days(decided("inconnu", True))
    assert [counter for counter, _ in by_run[:5]] == [0] * 5
    assert [counter for counter, _ in by_run[5:]] == [Range(0, most, ("pages, prêt du 2025-04-01",)) for most in (1, 2, 3, 4, 5)]


def test_a_day_that_is_known_makes_the_counter_grow() -> None:
    by_run = days(decided("6", False))
    assert by_run == days(decided("6", True))
    assert [counter for counter, _ in by_run] == [0, 0, 0, 0, 0, 1, 2, 3, 3, 3]


@pytest.mark.parametrize(
    ("first", "last"), [("2025-04-03", "2025-04-12"), ("2025-04-08", "2025-04-20"), ("2025-04-01", "2025-04-10")]
)
def test_a_day_shared_by_two_loans_makes_the_counter_grow_by_one(first: str, last: str) -> None:
    rules = RULES.replace("gratuits du prêt", "gratuits des prêts du lecteur").replace("à 3 jours", "à 30 jours")
    other = OTHER_LOAN.format(first=first, last=last)
    by_run = days(decided("6", False, rules, other))
    assert by_run == days(decided("6", True, rules, other))
    assert [counter for counter, _ in by_run[:10]] == [0, 0, 0, 0, 0, 1, 2, 3, 4, 5]
