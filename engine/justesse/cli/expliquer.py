"""`justesse expliquer`: why a decision, or one of its quantities, is what it is. Words and layout come from `explanation`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from justesse.evaluation.decision import Decision
    from justesse.evaluation.trace import Instance

_EXAMPLE = """\
exemples :
  justesse expliquer dossier.yaml
  justesse expliquer dossier.yaml "délai de prêt"
  justesse expliquer dossier.yaml statut --jour 2025-04-03
  justesse expliquer dossier.yaml statut --jour 2025-04-03 --format json > trace.json
"""
DEPTH_OF_DECISION, DEPTH_OF_QUANTITY = 1, 3


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import a_day, add_case

    words = "explique une décision, ou une de ses grandeurs"
    parser = subparsers.add_parser("expliquer", help=words, description=words[0].upper() + words[1:] + ".", epilog=_EXAMPLE)
    add_case(parser)
    parser.add_argument("grandeur", metavar="QUANTITÉ", nargs="?", help="la grandeur à expliquer (à défaut : la décision)")
    parser.add_argument("--jour", metavar="AAAA-MM-JJ", type=a_day, help="seulement ce jour")
    parser.add_argument("--profondeur", metavar="N", type=_depth, help="combien de grandeurs l'une sous l'autre (0 à 99)")
    parser.add_argument("--format", choices=("texte", "json"), default="texte", help="texte (à défaut) ou json")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide, then explain."""
    from justesse.cli.opening import open_decision

    decision = open_decision(args)
    if args.grandeur is None:
        return _whole(decision, args)
    return _one(decision, args)


def _whole(decision: Decision, args: argparse.Namespace) -> int:
    if args.format == "json":
        from justesse.explanation.decision_json import decision_document

        _json(decision_document(decision))
        return 0
    from justesse.casebook.other_readings import other_readings
    from justesse.casebook.readings_outline import readings_points
    from justesse.cli.screen import show_points, waiting
    from justesse.explanation.decision_outline import decision_points

    points = decision_points(decision, DEPTH_OF_DECISION if args.profondeur is None else args.profondeur, args.jour)
    if args.jour is None:
        with waiting("autres lectures"):
            points += readings_points(other_readings(decision), every=False)
    show_points(points)
    return 0


def _one(decision: Decision, args: argparse.Namespace) -> int:
    from justesse.cli.screen import show_points
    from justesse.explanation.chosen import instances_of, quantities_called
    from justesse.explanation.outline import Outliner

    quantities, near = quantities_called(decision.program, args.grandeur)
    if not quantities:
        meant = f" ; vouliez-vous dire « {near} » ?" if near else ""
        print(f"erreur : aucune grandeur ne s'appelle « {args.grandeur} »{meant}", file=sys.stderr)
        return 2
    found = instances_of(decision, quantities, args.jour)
    if not found:
        print(f"erreur : {_nothing(decision, args)}", file=sys.stderr)
        return 2
    if args.format == "json":
        _json(list(_documents(decision, found)))
        return 0
    outliner = Outliner(decision.program, args.jour)
    show_points([outliner.quantity(one, DEPTH_OF_QUANTITY if args.profondeur is None else args.profondeur) for one in found])
    return 0


def _documents(decision: Decision, found: list[Instance]) -> Iterator[dict[str, Any]]:
    from justesse.explanation.trace_json import trace_document

    return (trace_document(one, decision.program.declarations) for one in found)


def _nothing(decision: Decision, args: argparse.Namespace) -> str:
    if decision.out_of_scope:
        return "le dossier est hors champ, rien n'est calculé : " + decision.out_of_scope[0].rule.text
    return f"« {args.grandeur} » n'a pas été calculé" + (" ce jour-là" if args.jour else " pour ce dossier")


def _json(document: object) -> None:
    import json

    json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
    print()


def _depth(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 99:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre de 0 à 99")
    return int(text)
