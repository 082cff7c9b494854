"""Notices expected, notices not expected: each of them can fail, and so does a name no rule bears."""

from pathlib import Path

import pytest

from justesse.casebook.cases import read_case_file
from justesse.casebook.run import run_case
from justesse.program.load import load_program
from justesse.program.program import Program

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

signalement lecture-longue (source : règlement art. 2) :
  pour tout lecteur, « Lecture longue. »
  si les pages du lecteur sont supérieures à 5 heures.
"""
CASE = """\
thème: La lecture
cas:
  - identifiant: lecture
    titre: Des pages à lire
    origine:
      nature: raisonnement
      calcul: "deux heures la page"
    dossier:
      lecteur:
        pages: {pages}
    attendu:
      {key}:
        - {name}
"""


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    folder = tmp_path_factory.mktemp("rules")
    (folder / "00_vocabulaire.regle").write_text(VOCABULARY, encoding="utf-8")
    (folder / "01_lecture.regle").write_text(RULES, encoding="utf-8")
    found, diagnostics = load_program(folder)
    assert found is not None, diagnostics
    return found


@pytest.mark.parametrize(
    ("key", "name", "pages", "passed"),
    [
        ("signalements", "lecture-longue", 6, True),
        ("signalements", "lecture-longue", 4, False),
        ("sans signalement", "lecture-longue", 4, True),
        ("sans signalement", "lecture-longue", 6, False),
        ("signalements", "lecture-lente", 6, False),
        ("sans signalement", "lecture-lente", 4, False),
    ],
)
def test_a_notice_is_expected_or_not(program: Program, tmp_path: Path, key: str, name: str, pages: int, passed: bool) -> None:
    place = tmp_path / "cas.yaml"
    place.write_text(CASE.format(pages=pages, key=key, name=name), encoding="utf-8")
    (case,), problems = read_case_file(place, "cas.yaml")
    assert problems == []
    outcome = run_case(program, case)
    assert outcome.problems == [] and outcome.passed is passed and outcome.checked == 1
