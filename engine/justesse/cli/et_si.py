"""`justesse et-si`: a case decided as it is, then with changes asked for; what differs, and why. Never writes a file."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    from justesse.evaluation.decision import Decision
    from justesse.evaluation.facts import Record
    from justesse.program.program import Program

_DESCRIPTION = """\
Calcule un dossier tel qu'il est, puis avec les changements demandés : ce qui change, et pourquoi.
Le fichier n'est pas modifié.

  liste[numéro].champ = valeur             la fiche de ce numéro dans le fichier, à partir de 1
  liste[champ=valeur].champ = valeur       la fiche qui a cette valeur ; plusieurs : champ=valeur, champ=valeur
  sujet.champ = valeur                     le sujet du dossier
  liste[numéro] supprimé                   la fiche en moins
  liste ajout champ=valeur champ=valeur    une fiche de plus
"""
_EXAMPLE = """\
exemples :
  justesse et-si dossier.yaml --changer "prêts[2].prix = 20"
  justesse et-si dossier.yaml --changer "cotisations[mois=2025-03].heures = inconnu" --changer "prêts[1] supprimé"
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_case

    parser = subparsers.add_parser(
        "et-si", help="calcule un dossier avec des changements, et dit ce qui change", description=_DESCRIPTION, epilog=_EXAMPLE
    )
    add_case(parser)
    parser.add_argument(
        "--changer", metavar="CHANGEMENT", action="append", required=True, help="un changement, entre guillemets (répétable)"
    )
    parser.add_argument("--format", choices=("texte", "json"), default="texte", help="texte (à défaut) ou json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide twice, show what differs."""
    from justesse.casebook.what_if import changed_case, what_if
    from justesse.cli.opening import case_of, chosen_readings, open_program, open_tree
    from justesse.cli.report import show_diagnostics
    from justesse.diagnostics.diagnostic import in_order
    from justesse.text.positioned_yaml import Mapping

    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    tree = open_tree(args.dossier)
    case = case_of(tree, program)
    assert isinstance(tree, Mapping)
    changed, mistakes = changed_case(tree, args.changer, program.declarations)
    if changed is None:
        raise Stopped(in_order(mistakes))
    show_diagnostics(in_order([*case.diagnostics, *mistakes]))
    found = what_if(_decided(program, case.root, readings), _decided(program, changed.root, readings))
    if args.format == "json":
        import json

        from justesse.casebook.what_if_json import what_if_document

        json.dump(what_if_document(found, args.changer), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        from justesse.cli.what_if_screen import show_what_if

        show_what_if(found, case.title or args.dossier.name, args.changer)
    return 0


def _decided(program: Program, root: Record, readings: dict[str, str]) -> Decision:
    from justesse.evaluation.decide import decide

    decision = decide(program, root, readings)
    if decision.refusals:
        raise Stopped(decision.refusals)
    return decision
