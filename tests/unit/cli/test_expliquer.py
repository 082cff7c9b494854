"""`justesse expliquer` from its arguments to its exit code, on a library of one rule."""

import json
from pathlib import Path

import pytest

from justesse.cli.main import main

VOCABULARY = """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - les pages, une durée en heures, au moins 0.

on calcule pour chaque lecteur :
  - la lecture, une durée en heures.

décision :
  - pour chaque lecteur : la lecture.
"""
RULES = """\
texte : « Lecture ».

règle temps-de-lecture (source : règlement art. 1) :
  la lecture du lecteur est égale à 2 × pages du lecteur.
"""


@pytest.fixture
def given(tmp_path: Path) -> list[str]:
    folder = tmp_path / "regles"
    folder.mkdir()
    (folder / "00_vocabulaire.regle").write_text(VOCABULARY, encoding="utf-8")
    (folder / "01_lecture.regle").write_text(RULES, encoding="utf-8")
    case = tmp_path / "dossier.yaml"
    case.write_text("lecteur:\n  pages: 4\n", encoding="utf-8")
    return [str(case), "--regles", str(folder)]


def test_the_decision_is_explained(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["expliquer", *given]) == 0
    assert "« la lecture du lecteur est égale à 2 × pages du lecteur (4\u00a0heures) »" in capsys.readouterr().out


def test_one_quantity_is_explained_as_json(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["expliquer", given[0], "lecture", *given[1:], "--format", "json"]) == 0
    (document,) = json.loads(capsys.readouterr().out)
    assert document["instances"][0]["valeur"]["exact"] == "8"


def test_an_unknown_quantity_proposes_the_nearest(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["expliquer", given[0], "lectur", *given[1:]]) == 2
    assert "vouliez-vous dire « lecture »" in capsys.readouterr().err


def test_a_day_that_is_none_is_refused(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["expliquer", *given, "--jour", "2025-02-30"]) == 2
    assert "n'est pas un jour" in capsys.readouterr().err


TWO_STOPS = """\
emplois:
  - nom: A
    début: 2019-01-01
paies:
  - emploi: A
    mois: 2023-11 à 2024-10
    salaire brut: 2000
    heures: 151,67
arrêts:
  - début: 2024-11-12
    fin: 2025-05-31
    case cochée: initial
  - début: 2025-06-02
    fin: 2025-07-15
    case cochée: prolongation
"""
"""201 days, a day between, then more: none of these days is waited for, each for its own reason."""


@pytest.mark.parametrize(
    ("day", "held", "not_held"),
    [
        ("2025-06-01", "✗ ce jour est un jour d'incapacité", "✓ ce jour est un jour d'incapacité"),
        ("2025-06-20", "rang d'incapacité du jour (220 jours)", "(4 jours)"),
    ],
)
def test_a_day_is_explained_by_its_own_facts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str, held: str, not_held: str
) -> None:
    case = tmp_path / "dossier.yaml"
    case.write_text(TWO_STOPS, encoding="utf-8")
    assert main(["expliquer", str(case), "jour de carence", "--jour", day, "--profondeur", "3"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert held in told and not_held not in told
