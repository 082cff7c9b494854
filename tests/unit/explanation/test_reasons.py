"""Why days are what they are: the nearest sentences with words."""

from collections.abc import Callable

from tests.second_opinion.compare import shipped_program
from tests.share import casebook

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.explanation.reasons import instance_reasons, reasons
from justesse.program.load import compile_program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source

from .conftest import CASE, RULES, VOCABULARY

Decider = Callable[..., Decision]


def test_the_nearest_sentence_with_words_speaks_for_the_days(decided: Decider) -> None:
    first = decided().runs[0]
    assert [one.text for one in reasons(first)] == ["Les trois premiers jours sont gratuits."]
    assert [one.identifier for one in reasons(first)] == ["jour-gratuit"]


def test_days_without_words_fall_back_on_the_rule(decided: Decider) -> None:
    last = decided().runs[-1]
    assert [(one.text, one.identifier, one.sources) for one in reasons(last)] == [("", "statut-du-jour", ("règlement art. 6",))]


def test_a_rule_that_fails_says_its_other_sentence_with_its_values(decided: Decider) -> None:
    line = decided(pages="4").parts[0].lines[1]
    assert line.instance is not None
    (reason,) = instance_reasons(line.instance)
    assert reason.text.replace("\u00a0", " ") == "Ce prêt est court : 8 heures pour 10 heures."


def test_an_unknown_value_never_speaks_as_if_it_were_settled(decided: Decider) -> None:
    line = decided(pages="inconnu").parts[0].lines[1]
    assert line.instance is not None
    assert [one.text for one in instance_reasons(line.instance)] == ["Reste à établir : pages, prêt du 2025-04-01."]


def test_a_sentence_may_name_what_the_rule_reads_through_another() -> None:
    rules = RULES.replace("{la lecture du prêt} pour 10", "{les pages du prêt} heures lues pour 10")
    sources = [Source("vocabulaire.regle", VOCABULARY), Source("prets.regle", rules)]
    program, diagnostics = compile_program(sources)
    assert program is not None, diagnostics
    tree, _ = read_yaml(Source("dossier", CASE.format(debut="2025-04-01", fin="2025-04-10", pages="4", piece="fiche")))
    assert tree is not None
    read, wrong = read_case(tree, program.declarations)
    assert read is not None, wrong
    decision = decide(program, read.root)
    line = decision.parts[0].lines[1]
    assert line.instance is not None
    (reason,) = instance_reasons(line.instance)
    assert reason.text.replace("\u00a0", " ") == "Ce prêt est court : 4 heures lues pour 10 heures."


def test_a_sentence_may_name_the_month_that_it_is_about() -> None:
    program = shipped_program()
    (case,) = (one for one in casebook() if one.identifier == "mars-sans-emploi-malade-depuis-le-2")
    read, _ = read_case(case.dossier, program.declarations)
    assert read is not None
    texts = {one.text for run in decide(program, read.root).runs for one in reasons(run)}
    assert any(one.startswith("Un mois entier sans travail (mars 2025), pour plusieurs causes") for one in texts), texts


PAYMENTS = """
vocabulaire : « Versements ».

fiche foyer (foyers), sujet du dossier :
  - les versements, une liste de fiches versement, dans l'ordre de leur début.

fiche versement (versements), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - le jour, une date ;
  - le montant, un montant en €.

on calcule pour chaque jour de versement :
  - l'aide (aides), un montant en €.

décision :
  - pour chaque jour de versement : l'aide.
"""
AID = """
texte : « Versements ».

règle aide-du-jour (source : essai) :
  pour chaque jour du versement, l'aide de ce jour est égale au montant du versement
  si ce jour est postérieur au jour du versement.
  se lit : « Versé le {le jour du versement}. ».
"""


def test_a_fact_is_not_taken_for_the_day_of_the_same_name() -> None:
    program, diagnostics = compile_program([Source("vocabulaire.regle", PAYMENTS), Source("aide.regle", AID)])
    assert program is not None, diagnostics
    paid = "versements:\n  - début: 2024-01-01\n    fin: 2024-01-03\n    jour: 2023-12-01\n    montant: 8\n"
    tree, _ = read_yaml(Source("dossier", paid))
    assert tree is not None
    read, wrong = read_case(tree, program.declarations)
    assert read is not None, wrong
    texts = {one.text.replace("\u00a0", " ") for run in decide(program, read.root).runs for one in reasons(run)}
    assert texts == {"Versé le 1er décembre 2023."}
