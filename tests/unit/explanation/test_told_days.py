"""Days of one value for several reasons: each is told of its own days only."""

from datetime import date

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.explanation.decision_json import decision_document
from justesse.explanation.told_days import told_days
from justesse.program.load import compile_program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source

VOCABULARY = """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.

on calcule pour chaque jour de prêt :
  - le rang, une durée en jours ;
  - un jour exclu (jours exclus), oui ou non ;
  - un jour retiré (jours retirés), oui ou non ;
  - le statut, un choix parmi « libre » ou « retiré ».

décision :
  - pour chaque jour de prêt : le statut.
"""
RULES = """\
texte : « Prêts ».

règle rang-du-jour (source : règlement, art. 1) :
  pour chaque jour du prêt, le rang du jour est égal au nombre de jours du prêt jusqu'à ce jour.

règle jour-exclu (source : règlement, art. 2) :
  pour chaque jour du prêt, ce jour n'est pas un jour exclu.

exception jour-du-debut à jour-exclu (source : règlement, art. 3) :
  pour chaque jour du prêt, ce jour est un jour exclu si le rang du jour est inférieur à 4 jours.
  se lit : « Le début est exclu. ».

exception jour-de-suite à jour-exclu (source : règlement, art. 4) :
  pour chaque jour du prêt, ce jour est un jour exclu
  si le rang du jour est au moins égal à 4 jours et le rang du jour est inférieur à 6 jours.
  se lit : « La suite est exclue. ».

règle jour-retire (source : règlement, art. 5) :
  pour chaque jour du prêt, ce jour est un jour retiré si ce jour est un jour exclu.

règle statut-du-jour (source : règlement, art. 6) :
  pour chaque jour du prêt, le statut du jour est « libre ».

exception statut-retire à statut-du-jour (source : règlement, art. 7) :
  pour chaque jour du prêt, le statut du jour est « retiré » si ce jour est un jour retiré.
"""
CASE = """\
prêts:
  - début: 2025-01-01
    fin: 2025-01-08
"""


def decided(by_day: bool = False) -> Decision:
    program, problems = compile_program([Source("00.regle", VOCABULARY), Source("01.regle", RULES)])
    assert program is not None, problems
    tree, _ = read_yaml(Source("dossier.yaml", CASE))
    assert tree is not None
    file, _ = read_case(tree, program.declarations)
    assert file is not None
    return decide(program, file.root, by_day=by_day)


def days_of(decision: Decision) -> list[tuple[int, int, list[str]]]:
    """First and last day of the month, what is told of them."""
    days = [(date.fromordinal(run.first).day, date.fromordinal(run.last).day, why) for run, why in told_days(decision)]
    return [(first, last, [one.text or one.identifier for one in why]) for first, last, why in days]


def test_equal_days_are_told_apart_where_their_reason_changes_two_quantities_below() -> None:
    """The status is one from the first to the fifth; what excludes the day, two loops below, is not."""
    decision = decided()
    assert [(one.last - one.first + 1) for one in decision.runs] == [5, 3], "equal days stay together in the decision"
    told = [(1, 3, ["Le début est exclu."]), (4, 5, ["La suite est exclue."]), (6, 8, ["statut-du-jour"])]
    assert days_of(decision) == told
    assert days_of(decision) == told, "once more: days decided again change nothing of what was decided"
    assert days_of(decided(by_day=True)) == told, "as when every day is decided by itself"


def test_the_document_says_each_reason_of_its_own_days() -> None:
    found = [(one["du"], one["au"], one["raisons"][0]["règle"]) for one in decision_document(decided())["jours"]]
    assert found == [
        ("2025-01-01", "2025-01-03", "jour-du-debut"), ("2025-01-04", "2025-01-05", "jour-de-suite"),
        ("2025-01-06", "2025-01-08", "statut-du-jour"),
    ]  # fmt: skip
    assert len(decision_document(decided(), why=False)["jours"]) == 2
