"""The wheel, installed away from the checkout, does the main job: a case in, an amount out."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
AMOUNT = re.compile(r"\d,\d\d[\s\u00a0\u202f]*€")
CASE = """\
emplois:
  - nom: A
    début: 2019-01-01
paies:
  - emploi: A
    mois: 2024-12 à 2025-02
    salaire brut: 3000
    heures: 151,67
arrêts:
  - début: 2025-03-31
    fin: 2025-04-20
    case cochée: initial
"""


def run(*command: str | Path, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run this interpreter; the surrounding PYTHONPATH must not lend the checkout to the installed wheel."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**inherited, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = run("-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    [path] = folder.glob("justesse-*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    target = wheel.parent / "installed"
    options = ["--quiet", "--no-index", "--no-deps", "--disable-pip-version-check", "--target"]
    done = run("-m", "pip", "install", *options, target, wheel, folder=wheel.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


def test_the_wheel_holds_the_engine_the_grammar_and_the_rules_and_no_case(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "justesse/__main__.py" in names
    assert any(re.fullmatch(r"justesse/grammar/.+\.lark", name) for name in names)
    assert any(re.fullmatch(r"justesse/rules/.+\.regle", name) for name in names)
    assert {f"justesse/syntax/{grammar}.tables.json" for grammar in ("regle", "vocabulaire")} <= set(names)
    assert {name.split("/")[0] for name in names} == {"justesse", "justesse-0.1.0.dist-info"}


def test_the_package_that_runs_is_the_installed_one(installed: Path, tmp_path: Path) -> None:
    found = run("-c", "import justesse; print(justesse.__file__)", folder=tmp_path, PYTHONPATH=str(installed))
    assert Path(found.stdout.strip()).is_relative_to(installed), found.stderr


def test_the_first_start_builds_no_parser_table(installed: Path, tmp_path: Path) -> None:
    parsers = "import lark; lark.Lark.open = None; from justesse.syntax.tables import *; print(*map(parser_for, GRAMMARS))"
    done = run("-c", parsers, folder=tmp_path, PYTHONPATH=str(installed), XDG_CACHE_HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Lark(") == 2


def test_a_case_is_computed_from_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(CASE, encoding="utf-8")
    done = run("-m", "justesse", "calculer", "dossier.yaml", folder=tmp_path, PYTHONPATH=str(installed))
    assert done.returncode == 0, done.stdout + done.stderr
    assert AMOUNT.search(done.stdout), done.stdout
