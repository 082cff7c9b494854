"""`justesse manques`: what is sure of an incomplete case, what it waits for and from whom. Computes and words nothing itself."""

import argparse
import sys
from typing import Any

_DESCRIPTION = """\
Dit ce qui est sûr d'un dossier où des faits manquent : ce qui est garanti chaque jour et au total, le plus que l'on
puisse devoir, les pièces qui manquent, qui les envoie et les montants qui en dépendent.
Un fait manque s'il est absent ou « inconnu ».
"""
_EXAMPLE = """\
exemple :
  justesse manques dossier.yaml
  justesse manques dossier.yaml --format json
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_case

    parser = subparsers.add_parser(
        "manques", help="dit ce qui est garanti et ce qui manque à un dossier", description=_DESCRIPTION, epilog=_EXAMPLE
    )
    add_case(parser)
    parser.add_argument("--format", choices=("texte", "json"), default="texte", help="texte (à défaut) ou json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Bound, then show."""
    from justesse.cli.guarantees import bounds_of, plan_of
    from justesse.cli.opening import chosen_readings, open_case, open_program
    from justesse.shipped import folder

    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    case = open_case(args.dossier, program)
    bounds = bounds_of(program, plan_of(program, args.regles or folder("rules")), case.root, readings, args.format == "texte")
    if args.format == "json":
        import json

        from justesse.explanation.bounds_json import bounds_document

        json.dump(bounds_document(program, bounds), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        from justesse.cli.bounds_screen import show_bounds

        show_bounds(program, bounds, case.title or args.dossier.name)
    return 0
