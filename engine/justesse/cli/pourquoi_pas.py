"""`justesse pourquoi-pas`: what is refused, why, the smallest change of a fact that would change it. Writes no file."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    from pathlib import Path

    from justesse.program.program import Program
    from justesse.program.why_not_plan import WhyNotPlan

_DESCRIPTION = """\
Dit pourquoi des jours ne sont pas payés, ou pourquoi une réponse est « non », et le plus petit changement d'un seul
fait du dossier avec lequel ce serait différent. Chaque changement est vérifié en recalculant le dossier.
Ce sont les faits à vérifier sur les papiers, jamais des faits à écrire autrement. Le fichier n'est pas modifié.
"""
_EXAMPLE = """\
exemples :
  justesse pourquoi-pas dossier.yaml
  justesse pourquoi-pas dossier.yaml --jour 2025-04-03
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import a_day, add_case

    parser = subparsers.add_parser(
        "pourquoi-pas", help="dit ce qui est refusé, et ce qui y changerait", description=_DESCRIPTION, epilog=_EXAMPLE
    )
    add_case(parser)
    parser.add_argument("--jour", metavar="AAAA-MM-JJ", type=a_day, help="seulement ce jour")
    parser.add_argument("--format", choices=("texte", "json"), default="texte", help="texte (à défaut) ou json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide, look into each refusal, show."""
    from justesse.casebook.trial import outcome_of
    from justesse.casebook.why_not import why_not
    from justesse.cli.opening import case_of, chosen_readings, open_program, open_tree
    from justesse.cli.report import show_diagnostics
    from justesse.cli.screen import waiting
    from justesse.evaluation.decide import decide
    from justesse.shipped import folder
    from justesse.text.positioned_yaml import Mapping

    program = open_program(args.regles)
    plan = plan_of(program, args.regles or folder("rules"))
    readings = chosen_readings(args.lecture, program)
    tree = open_tree(args.dossier)
    case = case_of(tree, program)
    assert isinstance(tree, Mapping)
    decision = decide(program, case.root, readings)
    if decision.refusals:
        raise Stopped([*decision.refusals, *case.diagnostics])
    show_diagnostics(case.diagnostics)
    total = outcome_of(decision, plan).total
    with waiting("recherche des changements"):
        refusals = why_not(program, plan, tree, decision, args.jour)
    if args.format == "json":
        import json

        from justesse.casebook.why_not_json import why_not_document

        json.dump(why_not_document(decision, refusals, total), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        from justesse.cli.why_not_screen import show_why_not

        show_why_not(decision, refusals, plan, total, case.title or args.dossier.name, args.jour)
    return 0


def plan_of(program: Program, rules: Path) -> WhyNotPlan:
    """What the rules say is refused; rules that do not say stop the command."""
    from justesse.diagnostics.diagnostic import mistake

    if program.why_not is None:
        raise Stopped([mistake("F0131", None, chemin=rules)])
    return program.why_not
