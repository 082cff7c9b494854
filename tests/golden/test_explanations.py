"""What an agent reads, whole: descriptive tests, rewritten by `JUSTESSE_UPDATE_GOLDEN=1 python -m pytest tests/golden`.

Non-breaking spaces are kept as plain ones in the files, so that a diff shows words only.
"""

import os
from pathlib import Path

import pytest
from tests.share import casebook

from justesse.casebook.cases import CaseEntry
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.explanation.chosen import instances_of, quantities_called
from justesse.explanation.decision_outline import decision_points
from justesse.explanation.outline import Outliner
from justesse.explanation.text import text
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.values.calendar import read_day

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "explanations"
UPDATE = "JUSTESSE_UPDATE_GOLDEN"


@pytest.fixture(scope="session")
def law() -> Program:
    program, diagnostics = load_program(ROOT / "rules")
    assert program is not None, diagnostics
    return program


@pytest.fixture(scope="session")
def cases() -> dict[str, CaseEntry]:
    return {case.identifier: case for case in casebook()}


def decided(law: Program, case: CaseEntry) -> Decision:
    file, diagnostics = read_case(case.dossier, law.declarations)
    assert file is not None, diagnostics
    return decide(law, file.root, dict(case.readings))


def compare(name: str, written: str) -> None:
    place = FOLDER / f"{name}.txt"
    plain = written.replace("\u00a0", " ").replace("\u202f", " ") + "\n"
    if os.environ.get(UPDATE):
        place.parent.mkdir(exist_ok=True)
        place.write_text(plain, encoding="utf-8")
    assert place.read_text(encoding="utf-8") == plain, f"à revoir, puis {UPDATE}=1 python -m pytest tests/golden"


@pytest.mark.parametrize("identifier", ["base-employeurs-deux-au-dela-du-plafond", "paie-manquante-droit-inconnu"])
def test_a_decision(law: Program, cases: dict[str, CaseEntry], identifier: str) -> None:
    compare(identifier, text(decision_points(decided(law, cases[identifier]))))


def test_a_quantity_on_one_day(law: Program, cases: dict[str, CaseEntry]) -> None:
    identifier, day = "fenetre-reouverture-jour-par-jour", read_day("2025-03-09")
    decision = decided(law, cases[identifier])
    quantities, _ = quantities_called(law, "statut")
    outliner = Outliner(law, day)
    compare(f"{identifier}-statut", text([outliner.quantity(one, 4) for one in instances_of(decision, quantities, day)]))
