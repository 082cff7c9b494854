"""`justesse calculer`: a case in, the decision out, for a screen or as JSON. Computes and words nothing itself."""

import argparse
import sys
from pathlib import Path
from typing import Any

from justesse.cli.stopped import Stopped

_EXAMPLE = """\
exemple :
  justesse calculer dossier.yaml
  justesse calculer dossier.yaml --format json > decision.json
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_readings, add_rules

    parser = subparsers.add_parser("calculer", help="calcule un dossier", description="Calcule un dossier.", epilog=_EXAMPLE)
    parser.add_argument("dossier", metavar="DOSSIER", type=Path, help="le fichier du dossier (YAML)")
    parser.add_argument("--format", choices=("texte", "json"), default="texte", help="texte (à défaut) ou json")
    add_rules(parser)
    add_readings(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide, then show."""
    from justesse.cli.opening import chosen_readings, open_case, open_program
    from justesse.evaluation.decide import decide

    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    case = open_case(args.dossier, program)
    decision = decide(program, case.root, readings)
    if decision.refusals:
        raise Stopped(decision.refusals)
    if args.format == "json":
        import json

        from justesse.explanation.decision_json import decision_document

        json.dump(decision_document(decision), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        from justesse.cli.decision_screen import show_decision

        show_decision(decision, case.title or args.dossier.name)
    return 0
