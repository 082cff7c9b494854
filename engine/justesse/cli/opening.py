"""What a command is given, opened: the rules, a case, the readings it asks for. Any mistake stops the command.

Shared by the commands that decide; shows only what a case says amiss. Where a command writes is opened here too, never over
a file.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from justesse.cli.stopped import Stopped
from justesse.diagnostics.diagnostic import in_order, mistake
from justesse.evaluation.case import CaseFile, read_case
from justesse.program.load import load_program, unreadable, yaml_diagnostic
from justesse.program.program import Program
from justesse.program.readings import unknown_readings
from justesse.shipped import folder
from justesse.text.codes import open_codes
from justesse.text.positioned_yaml import Node, read_yaml
from justesse.text.source import Source, Unreadable, normalise, read_text
from justesse.values.calendar import read_day

if TYPE_CHECKING:
    from justesse.evaluation.decision import Decision


def add_case(parser: argparse.ArgumentParser) -> None:
    """A case file, the rules and the readings it is decided with."""
    parser.add_argument("dossier", metavar="DOSSIER", type=Path, help="le fichier du dossier (YAML)")
    add_rules(parser)
    add_readings(parser)


def add_rules(parser: argparse.ArgumentParser) -> None:
    """The option « --regles »."""
    parser.add_argument(
        "--regles", metavar="DOSSIER", type=Path, default=None, help="dossier de règles (à défaut : celles du programme)"
    )


def add_readings(parser: argparse.ArgumentParser) -> None:
    """The option « --lecture », as many times as wanted."""
    parser.add_argument(
        "--lecture",
        metavar="ID=LECTURE",
        action="append",
        default=[],
        type=_reading,
        help="prend, pour une interprétation, une autre lecture que celle retenue (répétable)",
    )


def open_program(rules: Path | None) -> Program:
    """The checked program of a folder, or of the rules shipped with the engine."""
    program, diagnostics = load_program(folder("rules") if rules is None else rules)
    if program is None:
        raise Stopped(diagnostics)
    open_codes(program.fingerprint)
    return program


def open_case(path: Path, program: Program) -> CaseFile:
    """A case file read and typed by the vocabulary."""
    return open_case_and_text(path, program)[0]


def open_case_and_text(path: Path, program: Program) -> tuple[CaseFile, str]:
    """The same, with its text as it is: read once, for what may not be there twice (a pipe)."""
    text = open_text(path)
    return case_of(tree_of(Source(str(path), normalise(text))), program), text


def open_tree(path: Path) -> Node:
    """A file of fields as a tree of texts."""
    return tree_of(Source(str(path), normalise(open_text(path))))


def open_text(path: Path) -> str:
    """A text as it is."""
    try:
        return read_text(path)
    except Unreadable as error:
        raise Stopped([unreadable(error)]) from error


def tree_of(source: Source) -> Node:
    """A text of fields as a tree of texts."""
    tree, mistakes = read_yaml(source)
    if tree is None or mistakes:
        raise Stopped(yaml_diagnostic(one) for one in mistakes)
    return tree


def case_of(tree: Node, program: Program) -> CaseFile:
    """A case typed by the vocabulary."""
    case, diagnostics = read_case(tree, program.declarations)
    if case is None:
        raise Stopped(in_order(diagnostics))
    return case


def open_decision(args: argparse.Namespace) -> Decision:
    """The decision of the case asked for, in the readings asked for; what the case says amiss is shown, a refusal stops."""
    from justesse.cli.report import show_diagnostics
    from justesse.evaluation.decide import decide

    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    case = open_case(args.dossier, program)
    decision = decide(program, case.root, readings)
    if decision.refusals:
        raise Stopped([*decision.refusals, *case.diagnostics])
    show_diagnostics(case.diagnostics)
    return decision


def fresh_place(path: Path) -> Path:
    """A place where nothing is yet: a command overwrites no file."""
    if path.exists():
        raise Stopped([mistake("F0121", None, chemin=path)])
    return path


def new_place(path: Path) -> Path:
    """The same, in a folder made on the way."""
    fresh_place(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Stopped([mistake("F0107", None, chemin=path)]) from error
    return path


def write_new(path: Path, text: str) -> None:
    """A text in a new file, its folders made on the way."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """The same, of bytes; whole, or not at all."""
    from justesse.text.replaced import replace_file

    new_place(path)
    try:
        replace_file(path, content)
    except OSError as error:
        raise Stopped([mistake("F0107", None, chemin=path)]) from error


def chosen_readings(pairs: Iterable[tuple[str, str]], program: Program) -> dict[str, str]:
    """The readings asked for, checked against the program's interpretations."""
    chosen = list(pairs)
    wrong = unknown_readings(chosen, program)
    if wrong:
        raise Stopped(wrong)
    return dict(chosen)


def a_day(text: str) -> int:
    """A day written on the command line."""
    day = read_day(text)
    if day is None:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un jour, par exemple 2025-04-03")
    return day


def _reading(text: str) -> tuple[str, str]:
    name, sign, reading = text.partition("=")
    if not sign or not name.strip() or not reading.strip():
        raise argparse.ArgumentTypeError(f"« {text} » ne s'écrit pas ID=LECTURE, par exemple arrondi=« au centime »")
    return name.strip(), reading.strip().strip("«»").strip()
