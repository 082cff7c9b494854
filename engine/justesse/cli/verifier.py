"""`justesse verifier`: a folder of rules read and checked afresh; what it holds, and everything wrong with it."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from justesse.diagnostics.diagnostic import Diagnostic, has_errors, in_order
from justesse.program.program import Program


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("verifier", help="contrôle les règles", description="Lit et contrôle un dossier de règles.")
    parser.add_argument("regles", metavar="DOSSIER", type=Path, nargs="?", help="à défaut : les règles du programme")
    parser.add_argument("--strict", action="store_true", help="un avertissement compte comme une erreur")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Load afresh, check, count."""
    from justesse.cli.report import show_diagnostics
    from justesse.cli.screen import output
    from justesse.program.checks import stale_values
    from justesse.shipped import folder

    rules = folder("rules") if args.regles is None else args.regles
    program, diagnostics = _load(rules)
    if program is not None:
        diagnostics = in_order([*diagnostics, *stale_values(program, date.today().toordinal())])
    if diagnostics:
        show_diagnostics(diagnostics)
    if program is None:
        return 2
    with output() as console:
        console.print(_counted(program, rules, diagnostics))
    return 2 if has_errors(diagnostics) or (args.strict and diagnostics) else 0


def _load(rules: Path) -> tuple[Program | None, list[Diagnostic]]:
    """The program, each step told to whoever watches."""
    from justesse.cli.screen import console_for_progress
    from justesse.program.load import load_program

    console = console_for_progress()
    if console is None:
        return load_program(rules, fresh=True)
    with console.status("lecture des règles") as status:
        return load_program(rules, fresh=True, progress=lambda step: status.update(f"contrôle : {step}"))


def _counted(program: Program, rules: Path, diagnostics: list[Diagnostic]) -> Any:
    """What the folder holds, as a table."""
    from justesse.cli.report import count
    from justesse.cli.screen import plain_table

    clauses = [one for quantity in program.quantities.values() for one in (*quantity.rules, *quantity.exceptions)]
    exceptions = {one.identifier for one in clauses if one.kind != "rule"}
    table = plain_table("contenu", "nombre", right=("nombre",))
    table.title = f"{rules} : {count(len(diagnostics), 'avertissement')}, aucune erreur"
    rows = (
        ("règles", len({one.identifier for one in clauses if one.kind == "rule" and one.identifier})),
        ("exceptions", len(exceptions)),
        ("phrases, toutes versions comprises", len(clauses)),
        ("interprétations", len(program.interpretations)),
        ("signalements et motifs hors champ", len(program.notices)),
        ("paramètres datés", len(program.parameters)),
        ("textes au registre", len(program.register)),
    )
    for name, number in rows:
        table.add_row(name, str(number))
    return table
