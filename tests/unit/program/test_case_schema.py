"""The schema of a case against the reader of cases: all the casebook is accepted; what it refuses, the reader refuses."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.share import casebook

from justesse.evaluation.case import read_case
from justesse.program.case_schema import case_schema
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.program.schema_check import as_plain
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source

ROOT = Path(__file__).parents[3]
GOOD = """\
emplois:
  - nom: A
    début: 2019-01-01
    pièce: contrat
    reçue le: 2025-01-02
paies:
  - emploi: A
    mois: 2024-12 à 2025-02
    salaire brut:
      valeur: 3 000,50
      pièce: bulletin
    heures: inconnues
arrêts:
  - début: 2025-03-31
    fin: 2025-04-20
    case cochée: initial
    à temps partiel: non
    motif:
      - valeur: maladie
        pièce: avis
        reçue le: 2025-04-01
        retenue: oui
        motif: lu sur l'original
      - valeur: acte de terrorisme
        pièce: copie
"""
# What is replaced, by what: each makes a case that both refuse.
REFUSED = [
    ("nom: A\n", "nome: A\n"),
    ("    début: 2019-01-01\n", ""),
    ("2019-01-01", "1/1/2019"),
    ("2019-01-01", "inconnu"),
    ("2025-01-02", "hier"),
    ("2024-12 à 2025-02", "décembre"),
    ("3 000,50", "3000.50"),
    ("3 000,50", "beaucoup"),
    ("      valeur: 3 000,50\n", ""),
    ("pièce: bulletin", "piece: bulletin"),
    ("initial", "initiale"),
    ("partiel: non", "partiel: faux"),
    ("        pièce: copie\n", ""),
    ("retenue: oui", "retenue: peut-être"),
    ("- valeur: maladie\n        pièce", "- pièce"),
    ("emplois:\n", "emploi:\n"),
    ("arrêts:\n", "arrêts: rien\nautre:\n"),
]


@pytest.fixture(scope="module")
def program() -> Program:
    found, _ = load_program(ROOT / "rules")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def validator(program: Program) -> Any:
    schema = case_schema(program.declarations)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def both(text: str, program: Program, validator: Any) -> tuple[bool, bool]:
    """Whether the schema accepts, whether the reader accepts."""
    tree, mistakes = read_yaml(Source("dossier.yaml", text))
    assert tree is not None and not mistakes
    return validator.is_valid(as_plain(tree)), read_case(tree, program.declarations)[0] is not None


def test_the_whole_casebook_is_accepted(program: Program, validator: Any) -> None:
    assert len(casebook()) > 200
    readable = [case for case in casebook() if read_case(case.dossier, program.declarations)[0] is not None]
    assert [case.identifier for case in readable if not validator.is_valid(as_plain(case.dossier))] == []


def test_what_the_schema_of_a_case_refuses_in_the_casebook_the_reader_refuses(program: Program, validator: Any) -> None:
    refused = [case for case in casebook() if not validator.is_valid(as_plain(case.dossier))]
    assert [case.identifier for case in refused if read_case(case.dossier, program.declarations)[0] is not None] == []


def test_papers_ranges_of_months_and_unknown_values_are_accepted(program: Program, validator: Any) -> None:
    assert both(GOOD, program, validator) == (True, True)


@pytest.mark.parametrize(("before", "after"), REFUSED)
def test_what_the_schema_refuses_the_reader_refuses(before: str, after: str, program: Program, validator: Any) -> None:
    assert before in GOOD
    assert both(GOOD.replace(before, after, 1), program, validator) == (False, False)


@pytest.mark.parametrize(
    ("before", "after"), [("2025-04-20", "2025-03-01"), ("emploi: A", "emploi: B"), ("2019-01-01", "2019-02-30")]
)
def test_what_only_the_reader_knows(before: str, after: str, program: Program, validator: Any) -> None:
    assert both(GOOD.replace(before, after, 1), program, validator) == (True, False)
