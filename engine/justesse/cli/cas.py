"""`justesse cas`: the casebook against the rules; each difference with its place, expected and computed side by side.

With `--couverture`, also which branches and conditions of the rules the cases exercise.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from justesse.casebook.cases import COVERAGE, CaseEntry
from justesse.casebook.run import Outcome
from justesse.program.program import Program

if TYPE_CHECKING:
    from justesse.coverage.goals import Goals
    from justesse.coverage.measure import Measure

DEFAULT = Path("casebook")


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_rules

    parser = subparsers.add_parser("cas", help="rejoue le recueil de cas", description="Rejoue le recueil de cas.")
    parser.add_argument("chemin", metavar="CHEMIN", type=Path, nargs="?", default=DEFAULT, help="dossier ou fichier de cas")
    parser.add_argument("-k", metavar="TEXTE", dest="text", default="", help="seulement les cas dont le nom contient TEXTE")
    add_rules(parser)
    parser.add_argument("--couverture", action="store_true", help="dit quelles branches et conditions des règles sont exercées")
    parser.add_argument("--html", metavar="FICHIER", type=Path, help="écrit aussi la couverture, en détail, dans une page")
    parser.add_argument(
        "--seuil",
        metavar="NOM=N",
        action="append",
        default=[],
        type=_threshold,
        help="« branches=N » ou « mcdc=N » : code 1 si la couverture est au-dessous de N %% (répétable)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, run with a progress bar, report."""
    from justesse.casebook.cases import read_casebook
    from justesse.cli.opening import new_place, open_program
    from justesse.cli.stopped import Stopped
    from justesse.diagnostics.diagnostic import has_errors, in_order, mistake

    cases, diagnostics = read_casebook(args.chemin)
    if has_errors(diagnostics):
        raise Stopped(in_order(diagnostics))
    program = open_program(args.regles)
    chosen = [one for one in cases if args.text in one.identifier or args.text in one.title]
    if cases and not chosen:
        raise Stopped([mistake("C0110", None, chemin=args.chemin, texte=args.text)])
    if args.html is not None:
        new_place(args.html)
    if args.couverture or args.html or args.seuil:
        return _with_coverage(args, program, chosen)
    return _plain(args, program, chosen)


def _plain(args: argparse.Namespace, program: Program, cases: list[CaseEntry]) -> int:
    from justesse.casebook.run import run_case

    outcomes = (run_case(program, case) for case in cases)
    return _shown(list(_watched(outcomes, len(cases))), args.chemin)


def _shown(outcomes: list[Outcome], place: Path) -> int:
    """Show the outcomes; the exit code they call for."""
    from justesse.cli.cases_screen import show_outcomes

    show_outcomes(outcomes, place if place.is_dir() else place.parent)
    if any(one.problems for one in outcomes):
        return 2
    return 0 if all(one.passed and not one.case.to_confirm for one in outcomes) else 1


def _watched(outcomes: Iterable[Outcome], count: int) -> Iterable[Outcome]:
    """The outcomes behind a progress bar, when a person watches."""
    from justesse.cli.screen import console_for_progress

    console = console_for_progress()
    if console is None:
        return outcomes
    from rich.progress import track

    return track(outcomes, description="recueil de cas", total=count, console=console, transient=True)


# --- coverage -----------------------------------------------------------------------------------------


def _threshold(text: str) -> tuple[str, int]:
    name, _, figure = text.partition("=")
    if name not in ("branches", "mcdc") or not figure.isdecimal() or int(figure) > 100:
        raise argparse.ArgumentTypeError(f"« {text} » ne s'écrit pas branches=N ou mcdc=N, N de 0 à 100")
    return name, int(figure)


def _with_coverage(args: argparse.Namespace, program: Program, cases: list[CaseEntry]) -> int:
    """The usual report, then the coverage; goals written for the whole casebook hold only for all of it."""
    from justesse.cli.coverage_screen import show_coverage, write_page
    from justesse.coverage.goals import unmet
    from justesse.coverage.inventory import inventory
    from justesse.coverage.measure import measure
    from justesse.coverage.run import run_folding
    from justesse.coverage.tally import Tally

    goals = _goals(args)
    held, tally = inventory(program), Tally()
    place = {case.identifier: number for number, case in enumerate(cases)}
    outcomes = sorted(_watched(run_folding(held, tally, cases), len(cases)), key=lambda one: place[one.case.identifier])
    code = _shown(outcomes, args.chemin)
    found = measure(held, tally, goals.explanations())
    below = unmet(found, dict(goals.thresholds) | dict(args.seuil))
    show_coverage(found, below)
    if args.html is not None:
        write_page(args.html, found)
    _check(goals, found)
    return code or (1 if below else 0)


def _goals(args: argparse.Namespace) -> Goals:
    from justesse.cli.stopped import Stopped
    from justesse.coverage.goals import Goals, read_goals

    if args.text or not args.chemin.is_dir():
        return Goals()
    goals, diagnostics = read_goals(args.chemin / COVERAGE, COVERAGE)
    if diagnostics:
        raise Stopped(diagnostics)
    return goals


def _check(goals: Goals, found: Measure) -> None:
    from justesse.cli.stopped import Stopped
    from justesse.coverage.goals import check_explained

    wrong = check_explained(goals, found)
    if wrong:
        raise Stopped(wrong)
