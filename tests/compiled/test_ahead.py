"""A small program where all is said of the subject of the case, decided ahead in one function: it says what evaluation says."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.compiled.shown import differences
from tests.compiled.small import program_of, root_of
from tests.second_opinion.compare import shipped_program

from justesse.compiled.blocks import block_of, values_of
from justesse.compiled.kernel import kernel_of
from justesse.compiled.native import By, native_of
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once
from justesse.evaluation.facts import Record
from justesse.program.program import Program

VOCABULARY = """
vocabulaire : « Un loyer ».

fiche foyer (foyers), sujet du dossier :
  - les parts, un nombre, au moins 0 ;
  - le loyer, un montant en €, au moins 0, inconnu possible ;
  - le forfait entier, un montant en €, au moins 0 ;
  - le logement, un choix parmi « maison » ou « chambre » ;
  - il est hébergé (il n'est pas hébergé), oui ou non, non par défaut ;
  - le départ, une date, facultative ;
  - les versements, une liste de fiches versement, dans l'ordre de leur jour.

fiche versement (versements) :
  - le jour, une date, pour information ;
  - le montant (montants), un montant en €.

on calcule pour chaque foyer :
  - le loyer de chacun, un montant en € ;
  - le payé, un montant en € ;
  - le reste, un montant en € ;
  - le forfait, un montant en € ;
  - l'aide, un montant en € ;
  - il est suivi (il n'est pas suivi), oui ou non ;
  - le jour de fin, une date.

décision :
  - pour chaque foyer : l'aide, le loyer de chacun, le reste, est suivi, le jour de fin.
"""
PAID = ("0", "50", "-10", "333,34")
RULES = """
texte : « Un loyer ».

règle loyer-de-chacun (source : essai) :
  pour tout foyer, le loyer de chacun du foyer est égal à loyer du foyer / parts du foyer.

règle deja-paye (source : essai) :
  pour tout foyer, le payé du foyer est égal à la somme des montants des versements du foyer.

règle reste-du (source : essai) :
  pour tout foyer, le reste du foyer est égal à loyer de chacun du foyer − payé du foyer sans pouvoir être inférieur à 0 €.

règle forfait-ordinaire (source : essai) :
  pour tout foyer, le forfait du foyer est égal au forfait entier du foyer.

exception forfait-de-chambre à forfait-ordinaire (source : essai) :
  pour tout foyer, le forfait du foyer est égal à la moitié du forfait entier du foyer
  si le logement du foyer est « chambre ».

règle aide-du-foyer (source : essai) :
  pour tout foyer, l'aide du foyer est égale à la moitié du reste du foyer dans la limite du forfait du foyer
    arrondie au centime le plus proche (source : essai).

exception aide-d-un-heberge à aide-du-foyer (source : essai) :
  pour tout foyer, l'aide du foyer est égale à forfait du foyer
  si le foyer est hébergé.

règle foyer-suivi (source : essai) :
  pour tout foyer, le foyer est suivi
  si le reste du foyer est supérieur au forfait entier du foyer.

règle fin-du-foyer (source : essai) :
  pour tout foyer, le jour de fin du foyer est égal au départ du foyer.

signalement foyer-aise (source : essai) :
  pour tout foyer, « rien ne reste dû »
  si le reste du foyer est égal à 0 €.
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return program_of(VOCABULARY, RULES, tmp_path_factory.mktemp("loyer"))


def dossiers(program: Program) -> Iterator[Record]:
    """Three hundred, some with a rent unknown, no share, payments of several years."""
    draw = Random(5)
    for _ in range(300):
        lines = [
            "foyer:",
            f"  parts: {draw.choice((0, 1, 2, 3, 7))}",
            f"  loyer: {draw.choice(('0', '99,99', '300', '1000,01', 'inconnu'))}",
            f"  forfait entier: {draw.choice(('50', '33,33'))}",
            f"  logement: {draw.choice(('maison', 'chambre'))}",
            f"  est hébergé: {draw.choice(('oui', 'non', 'non'))}",
            *draw.choice(((), ("  départ: 2024-02-29",))),
            "versements:",
            *[f"  - jour: 2024-01-{day:02d}\n    montant: {draw.choice(PAID)}" for day in range(1, draw.randint(1, 5))],
        ]
        yield root_of(program, "\n".join(lines) + "\n")


def test_what_is_decided_ahead_is_what_evaluation_decides(program: Program) -> None:
    single, roots = Single(program), list(dossiers(program))
    assert "def ahead():" in single.kernel.text and "def q" not in single.kernel.text
    decided = 0
    for root in roots:
        values = single.values(root)
        if not isinstance(values, Left):
            assert list(differences(program, decide_once(program, root), values)) == []
            decided += 1
    assert decided > 150


@pytest.mark.parametrize("by", By)
def test_machine_code_decides_ahead_what_python_does(
    program: Program, by: By, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    single, roots = Single(program), list(dossiers(program))
    native = native_of(program, single.kernel, by)
    assert native is not None
    block, columns, outside = block_of(native, single.plan, roots)
    found = native.decide(native.memory(), block)
    for place, root in enumerate(roots):
        if place not in outside:
            ours, theirs = single.values(root), values_of(native, block, found, columns, place)
            if isinstance(ours, Left) or isinstance(theirs, Left):
                assert type(ours) is type(theirs)  # both reasons may hold: a rent unknown, nobody to share it
            else:
                assert (ours.lines, {name for name, _ in ours.notices}) == (theirs.lines, {name for name, _ in theirs.notices})


def test_what_is_decided_on_demand_when_every_value_is_asked(program: Program) -> None:
    """Eagerness only leaves more: what one share nobody has would stop is not asked of a dossier that does not need it."""
    ahead, asked = Single(program), Single(program, every=True)
    assert "def ahead():" not in asked.kernel.text
    for root in dossiers(program):
        early, late = ahead.values(root), asked.values(root)
        assert isinstance(early, Left) or (not isinstance(late, Left) and early.lines == late.lines)


def test_only_a_small_program_of_its_subject_is(monkeypatch: pytest.MonkeyPatch, program: Program) -> None:
    assert "def ahead():" not in kernel_of(shipped_program()).text
    monkeypatch.setattr("justesse.compiled.placing._FEW", len(program.quantities) - 1)
    assert "def ahead():" not in kernel_of(program).text
