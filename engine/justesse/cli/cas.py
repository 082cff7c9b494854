"""`justesse cas`: the casebook against the rules; each difference with its place, expected and computed side by side."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from justesse.casebook.cases import CaseEntry
from justesse.casebook.run import Outcome
from justesse.program.program import Program

DEFAULT = Path("casebook")


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_rules

    parser = subparsers.add_parser("cas", help="rejoue le recueil de cas", description="Rejoue le recueil de cas.")
    parser.add_argument("chemin", metavar="CHEMIN", type=Path, nargs="?", default=DEFAULT, help="dossier ou fichier de cas")
    parser.add_argument("-k", metavar="TEXTE", dest="text", default="", help="seulement les cas dont le nom contient TEXTE")
    add_rules(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, run with a progress bar, report."""
    from justesse.casebook.cases import read_casebook
    from justesse.cli.cases_screen import show_outcomes
    from justesse.cli.opening import open_program
    from justesse.cli.stopped import Stopped
    from justesse.diagnostics.diagnostic import has_errors, in_order

    cases, diagnostics = read_casebook(args.chemin)
    if has_errors(diagnostics):
        raise Stopped(in_order(diagnostics))
    program = open_program(args.regles)
    chosen = [one for one in cases if args.text in one.identifier or args.text in one.title]
    outcomes = list(_run(program, chosen))
    show_outcomes(outcomes, args.chemin if args.chemin.is_dir() else args.chemin.parent)
    if any(one.problems for one in outcomes):
        return 2
    return 0 if all(one.passed and not one.case.to_confirm for one in outcomes) else 1


def _run(program: Program, cases: list[CaseEntry]) -> Iterator[Outcome]:
    from justesse.casebook.run import run_case

    for case in _watched(cases):
        yield run_case(program, case)


def _watched(cases: list[CaseEntry]) -> Iterable[CaseEntry]:
    """The cases behind a progress bar, when a person watches."""
    from justesse.cli.screen import console_for_progress

    console = console_for_progress()
    if console is None:
        return cases
    from rich.progress import track

    return track(cases, description="recueil de cas", console=console, transient=True)
