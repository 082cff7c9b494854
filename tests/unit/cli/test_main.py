"""The entry point: exit codes, French arguments, what happens when things go wrong around a command."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from justesse import __version__
from justesse.__main__ import process as main_of_process
from justesse.cli import calculer
from justesse.cli.main import COMMANDS, main

ROOT = Path(__file__).parents[3]
KNOWN = ROOT / "tests" / "benchmarks" / "dossier_courant.yaml"
"""A dossier of which everything is known."""


def process(*arguments: str | Path, **streams: int) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "justesse", *map(str, arguments)]
    return subprocess.Popen(command, env=environment, encoding="utf-8", **streams)  # type: ignore[call-overload,no-any-return]


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"justesse {__version__}\n"
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("utilisation : ")
    assert all(f"    {name} " in shown for name in COMMANDS), shown


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_in_french(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"utilisation : justesse {name} ")
    assert "show this help" not in shown and "positional" not in shown


def test_a_process_that_ends_collects_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["justesse", "calculr"])
    frozen = gc.get_freeze_count()
    try:
        assert main_of_process() == 2, "its code is the one of the command"
        assert gc.get_freeze_count() > frozen, "a tenth of a first decision"
    finally:
        gc.unfreeze()
    assert "vouliez-vous dire « calculer » ?" in capsys.readouterr().err


def test_no_command_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "calculer" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["calculr"], "vouliez-vous dire « calculer » ?"),
        (["calculer"], "il manque : DOSSIER"),
        (["calculer", "a", "--formt", "json"], "argument inconnu : --formt json"),
        (["calculer", "a", "--format"], "--format attend une valeur"),
        (["calculer", "a", "--format", "jsn"], "vouliez-vous dire « json » ?"),
        (["schema", "dosier"], "vouliez-vous dire « dossier » ?"),
    ],
)
def test_wrong_arguments(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert words in told.splitlines()[0] and "utilisation : " in told


def test_our_own_mistake_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fails(args: object) -> int:
        raise ZeroDivisionError("the\nworld")

    monkeypatch.setattr(calculer, "run", fails)
    assert main(["calculer", "a"]) == 3
    told = capsys.readouterr().err
    assert told.startswith("erreur interne : ") and told.count("\n") == 1 and "--debug" in told
    assert main(["calculer", "a", "--debug"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_an_interruption(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stops(args: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(calculer, "run", stops)
    assert main(["calculer", "a"]) == 130
    assert capsys.readouterr().err == "interrompu\n"


def test_a_reader_that_goes_away() -> None:
    running = process("schema", "dossier", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None and running.stderr is not None
    running.stdout.close()
    told = running.stderr.read()
    running.stderr.close()
    assert running.wait(60) == 141
    assert told == ""


READING = {"lark", "jsonschema", "json", "hashlib"}
"""What rules are read with, and what is as long to load."""
EXPLAINING = {"justesse.evaluation.evaluator", "justesse.evaluation.missing", "justesse.explanation.reasons"}


@pytest.mark.parametrize(("options", "unread"), [((), READING), (("--sans-raisons",), READING | EXPLAINING)])
def test_a_checked_program_loads_only_what_it_is_asked(options: tuple[str, ...], unread: set[str], tmp_path: Path) -> None:
    """Half of a first decision is the reading of modules."""
    code = (
        "import sys; from justesse.cli.main import main; status = main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr); sys.exit(status)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(tmp_path)}
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code, "calculer", str(KNOWN), *options],
            env=environment, capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    assert "justesse.cli.calculer" in done.stderr.split()
    assert unread & set(done.stderr.split()) == set()
