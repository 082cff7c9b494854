"""The casebook under pytest: one item a case, failures in French, a bad file as an error of collection, several processes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
VOCABULARY = """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - les pages, une durée en heures, au moins 0.

on calcule pour chaque lecteur :
  - la lecture, une durée en heures.

décision :
  - pour chaque lecteur : la lecture.
"""
RULE = """\
texte : « Lecture ».

règle temps-de-lecture (source : règlement art. 1) :
  la lecture du lecteur est égale à 2 × pages du lecteur.
"""
CASE = """\
  - identifiant: {name}
    titre: Quatre pages
    origine:
      nature: raisonnement
      calcul: "2 × 4"
    dossier:
      lecteur:
        pages: 4
    attendu:
      lecteur:
        lecture: {expected}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "00_vocabulaire.regle").write_text(VOCABULARY, encoding="utf-8")
    (tmp_path / "rules" / "01_lecture.regle").write_text(RULE, encoding="utf-8")
    (tmp_path / "casebook" / "lecture").mkdir(parents=True)
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = -p justesse.casebook.pytest_plugin\n", encoding="utf-8")
    return tmp_path


def write(project: Path, name: str, *cases: tuple[str, str]) -> None:
    text = "thème: La lecture\ncas:\n" + "".join(CASE.format(name=one, expected=expected) for one, expected in cases)
    (project / "casebook" / "lecture" / name).write_text(text, encoding="utf-8")


def run(project: Path, *options: str) -> tuple[int, str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "PYTHONUTF8": "1"}
    environment.pop("PYTEST_ADDOPTS", None)
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "casebook", *options]
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def test_one_item_a_case(project: Path) -> None:
    write(project, "a.yaml", ("quatre", "8"), ("encore", "8"))
    code, shown = run(project, "--collect-only", "-q")
    assert code == 0
    assert "casebook/lecture/a.yaml::quatre" in shown and "casebook/lecture/a.yaml::encore" in shown


def test_a_failure_gives_the_place_and_both_values(project: Path) -> None:
    write(project, "a.yaml", ("quatre", "8"), ("faux", "9"))
    code, shown = run(project)
    assert code == 1 and "1 failed, 1 passed" in shown
    assert "casebook/lecture/a.yaml:24 : lecteur, lecture\n  attendu : 9\n  calculé : 8\u00a0heures" in shown
    assert "Traceback" not in shown and "runtest" not in shown


def test_a_bad_file_stops_the_collection(project: Path) -> None:
    write(project, "a.yaml", ("quatre", "8"))
    (project / "casebook" / "lecture" / "b.yaml").write_text("thème: Sans cas\n", encoding="utf-8")
    code, shown = run(project)
    assert code == 2
    assert "casebook/lecture/b.yaml:1:1 : erreur Y0103" in shown and "Traceback" not in shown


def test_an_identifier_is_used_once(project: Path) -> None:
    write(project, "a.yaml", ("quatre", "8"))
    write(project, "b.yaml", ("quatre", "8"))
    code, shown = run(project)
    assert code == 2 and "C0102" in shown


def test_several_processes(project: Path) -> None:
    write(project, "a.yaml", ("quatre", "8"), ("faux", "9"))
    code, shown = run(project, "-n", "2")
    assert code == 1 and "1 failed, 1 passed" in shown
    assert "attendu : 9" in shown


def test_a_case_to_confirm_fails_even_when_it_agrees(project: Path) -> None:
    write(project, "a.yaml", ("quatre", "8"))
    place = project / "casebook" / "lecture" / "a.yaml"
    text = place.read_text(encoding="utf-8").replace("    origine:", "    à confirmer: oui\n    origine:")
    place.write_text(text, encoding="utf-8")
    code, shown = run(project)
    assert code == 1 and "quatre : à confirmer" in shown and "Traceback" not in shown
