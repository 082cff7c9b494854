"""`justesse lectures`: the interpretations a decision met, and what each other reading would give. Writes no file."""

from __future__ import annotations

import argparse
import sys
from typing import Any

_DESCRIPTION = """\
Dit quelles interprétations la décision d'un dossier a suivies, et ce que donnerait l'autre lecture de chacune.
Le dossier est recalculé pour chaque lecture. Celles qui changent quelque chose viennent d'abord.
"""
_EXAMPLE = """\
exemples :
  justesse lectures dossier.yaml
  justesse calculer dossier.yaml --lecture "arrondi=à l'unité"
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_case

    words = "dit ce que donneraient les autres lectures des textes"
    parser = subparsers.add_parser("lectures", help=words, description=_DESCRIPTION, epilog=_EXAMPLE)
    add_case(parser)
    parser.add_argument("--format", choices=("texte", "json"), default="texte", help="texte (à défaut) ou json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide, then decide again with each other reading."""
    from justesse.casebook.other_readings import other_readings
    from justesse.cli.opening import open_decision
    from justesse.cli.screen import show_points, waiting

    decision = open_decision(args)
    with waiting("autres lectures"):
        met = other_readings(decision)
    if args.format == "json":
        import json

        from justesse.casebook.readings_json import readings_document

        json.dump(readings_document(decision, met), sys.stdout, ensure_ascii=False, indent=2)
        print()
        return 0
    from justesse.casebook.readings_outline import readings_points

    points = readings_points(met, every=True)
    if points:
        show_points(points)
    else:
        print("Cette décision n'a rencontré aucune interprétation.")
    return 0
