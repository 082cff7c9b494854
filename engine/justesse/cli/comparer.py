"""`justesse comparer`: the same cases under two folders of rules; what changes, by how much. Computes nothing itself."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from justesse.casebook.comparison import Change, Compared, Result
    from justesse.casebook.dossiers import Dossier

DEFAULT = Path("casebook")
_EXAMPLE = """\
exemple :
  justesse comparer --regles rules reforme/rules
  justesse comparer --regles rules reforme/rules dossiers/ --format json
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    words = "Compare deux dossiers de règles, dossier par dossier."
    parser = subparsers.add_parser("comparer", help="compare deux jeux de règles", description=words, epilog=_EXAMPLE)
    parser.add_argument(
        "recueil", metavar="RECUEIL", type=Path, nargs="?", default=DEFAULT, help="recueil de cas, dossier ou fichier de dossiers"
    )
    parser.add_argument(
        "--regles", metavar=("AVANT", "APRES"), type=Path, nargs=2, required=True, help="les deux dossiers de règles"
    )
    parser.add_argument("--format", choices=("texte", "json"), default="texte", help="texte (à défaut) ou json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide every case twice, then show; 1 when something changes."""
    from justesse.casebook.comparison import compared
    from justesse.casebook.dossiers import read_dossiers
    from justesse.cli.opening import open_program
    from justesse.cli.stopped import Stopped
    from justesse.diagnostics.diagnostic import has_errors, in_order

    before, after = (open_program(one) for one in args.regles)
    dossiers, diagnostics = read_dossiers(args.recueil)
    if has_errors(diagnostics):
        raise Stopped(in_order(diagnostics))
    found = list(compared(before, after, _watched(dossiers)))
    changed = sorted((one for one in found if one.changes), key=lambda one: one.size, reverse=True)
    if args.format == "json":
        import json

        json.dump(_document(found, changed), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        from justesse.cli.comparison_screen import show_comparison

        show_comparison(len(found), changed)
    return 1 if changed else 0


def _watched(dossiers: "list[Dossier]") -> "Iterable[Dossier]":
    """The cases behind a progress bar, when a person watches."""
    from justesse.cli.screen import console_for_progress

    console = console_for_progress()
    if console is None:
        return dossiers
    from rich.progress import track

    return track(dossiers, description="dossiers comparés", console=console, transient=True)


# --- JSON -----------------------------------------------------------------------------------------


def _document(found: "list[Compared]", changed: "list[Compared]") -> dict[str, Any]:
    return {
        "format": "justesse-comparaison",
        "version": 1,
        "dossiers": len(found),
        "changements": [
            {
                "dossier": one.name,
                "titre": one.title,
                "sans décision avant": _stopped(one.before),
                "sans décision après": _stopped(one.after),
                "lignes": [_line(change) for change in one.changes if change.type is not None],
            }
            for one in changed
        ],
    }


def _stopped(result: "Result") -> list[str]:
    return list(result.stopped)


def _line(change: "Change") -> dict[str, Any]:
    from justesse.explanation.trace_json import value_json
    from justesse.values.calendar import iso_day

    assert change.type is not None
    days = {"du": iso_day(change.first), "au": iso_day(change.last)} if change.first and change.last else {}
    pair = {
        key: None if value is None else value_json(value, change.type)
        for key, value in (("avant", change.before), ("après", change.after))
    }
    return {"nom": change.name, **days, **pair, **({"écart": str(change.gap)} if change.gap is not None else {})}
