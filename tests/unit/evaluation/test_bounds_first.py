"""Bounds first, or last: the same decision, with the same reasons, of what is known and of what is not wholly known."""

import json

from tests.second_opinion.compare import shipped_program
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.hidden_facts import hide
from tests.second_opinion.written import written
from tests.share import casebook, share

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide, decide_once
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.evaluation.missing import opened
from justesse.explanation.decision_json import decision_document
from justesse.program.load import compile_program
from justesse.program.program import Program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source, normalise
from justesse.values.states import Unknown

MAY_DIFFER = (
    """\
vocabulaire : « Amendes ».

fiche lecteur (lecteurs), sujet du dossier :
  - l'âge, une durée en ans ;
  - le tarif, un montant en €, au moins 0 ;
  - le prix, un montant en €, au moins 0, inconnu possible.

on calcule pour chaque lecteur :
  - l'amende, un montant en € ;
  - averti, oui ou non.

décision :
  - pour chaque lecteur : l'amende, averti.
""",
    """\
texte : « Amendes ».

règle une-amende (source : règlement, art. 1) :
  pour tout lecteur, l'amende du lecteur est égale au tarif du lecteur.

exception amende-des-grands à une-amende (source : règlement, art. 2) :
  pour tout lecteur, l'amende du lecteur est égale à 2 × tarif du lecteur
  si l'âge du lecteur est au moins égal à 18 ans.

exception amende-du-prix à une-amende (source : règlement, art. 3) :
  pour tout lecteur, l'amende du lecteur est égale au prix du lecteur
  si l'âge du lecteur est au moins égal à 18 ans.

règle lecteur-averti (source : règlement, art. 4) :
  pour tout lecteur, le lecteur est averti
  si le prix du lecteur est supérieur au tarif du lecteur.
""",
)
"""Two exceptions apply, and what one gives is not known: no bound may hide that they may differ."""
SEEDS = range(640_000, 640_030)


def settled(decision: Decision) -> bool:
    """Whether nothing shown is unknown."""
    values = [line.value for some in (decision.parts, decision.runs) for one in some for line in one.lines]
    return not any(isinstance(value, Unknown) for value in values) and not any(one.open for one in decision.notices)


def bounds_last(program: Program, root: Record, readings: dict[str, str]) -> Decision:
    """The exact evaluation, then bounds where it leaves something unknown: what `decide` must give with less work."""
    exact = decide_once(program, root, readings)
    if exact.refusals or settled(exact):
        return exact
    bounded = decide_once(program, opened(program, root), readings, bounded=True)
    return exact if bounded.refusals else bounded


def assert_alike(root: Record, readings: dict[str, str], program: Program) -> bool:
    """Whether something that is shown stays unknown."""
    first, last = decide(program, root, readings), bounds_last(program, root, readings)
    assert first.evaluator is not None and last.evaluator is not None
    assert [one.code for one in first.refusals] == [one.code for one in last.refusals]
    assert json.dumps(decision_document(first, True)) == json.dumps(decision_document(last, True))
    assert first.refusals or first.evaluator.doubted == last.evaluator.bounded, "what is told to be in doubt"
    return any(isinstance(line.value, Unknown) for one in first.parts for line in one.lines)


def test_the_casebook_is_decided_alike() -> None:
    declared, unknown = shipped_program().declarations, 0
    for case in share(casebook(), 16):
        file, _ = read_case(case.dossier, declared)
        unknown += file is not None and assert_alike(file.root, dict(case.readings), shipped_program())
    assert unknown > 5


def test_dossiers_with_facts_hidden_are_decided_alike() -> None:
    unknown = 0
    for seed in SEEDS:
        tree, _ = read_yaml(Source("dossier.yaml", written(dossier(seed))))
        assert tree is not None
        file, _ = read_case(tree, shipped_program().declarations)
        assert file is not None
        unknown += assert_alike(hide(shipped_program(), file.root, seed), {}, shipped_program())
    assert unknown > 2


def test_what_would_be_refused_is_refused() -> None:
    names = ("00.regle", "01.regle")
    program, wrong = compile_program([Source(name, normalise(text)) for name, text in zip(names, MAY_DIFFER, strict=True)])
    assert program is not None, wrong
    tree, _ = read_yaml(Source("dossier.yaml", "lecteur:\n  âge: 20\n  tarif: 1\n  prix: inconnu\n"))
    assert tree is not None
    file, found = read_case(tree, program.declarations)
    assert file is not None, found
    assert [one.code for one in decide(program, file.root).refusals] == ["E0102"]
    assert_alike(file.root, {}, program)
