"""`justesse calculer`: a case in, the decision out, for a screen or as JSON. Computes and words nothing itself."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    from justesse.evaluation.bounds import Bounds
    from justesse.evaluation.decision import Decision
    from justesse.evaluation.facts import Record
    from justesse.program.program import Program

_EXAMPLE = """\
exemple :
  justesse calculer dossier.yaml
  justesse calculer dossier.yaml --format json > decision.json
  justesse calculer dossier.yaml --sans-raisons        les mêmes valeurs, sans dire pourquoi
  justesse calculer dossier.yaml --acte acte.json
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_case

    parser = subparsers.add_parser("calculer", help="calcule un dossier", description="Calcule un dossier.", epilog=_EXAMPLE)
    add_case(parser)
    parser.add_argument("--format", choices=("texte", "json"), default="texte", help="texte (à défaut) ou json")
    kept = parser.add_mutually_exclusive_group()
    kept.add_argument(
        "--sans-raisons",
        action="store_true",
        help="les mêmes valeurs, sans dire pourquoi : plus vite dès la deuxième fois",
    )
    kept.add_argument(
        "--acte",
        metavar="FICHIER",
        type=Path,
        help="écrit aussi l'acte de décision : ce que l'on peut en lire, et de quoi la rejouer",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide, then show."""
    from justesse.cli.guarantees import bounds_of_decision
    from justesse.cli.opening import chosen_readings, fresh_place, open_case_and_text, open_program
    from justesse.cli.report import show_diagnostics

    place = None if args.acte is None else fresh_place(args.acte)
    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    case, text = open_case_and_text(args.dossier, program)
    decision = _decided(program, case.root, readings, not args.sans_raisons)
    bounds = bounds_of_decision(program, case.root, decision, args.format == "texte")
    if decision.refusals and bounds is None:
        raise Stopped([*decision.refusals, *case.diagnostics])
    show_diagnostics(case.diagnostics)
    if place is not None:
        _record(args, place, decision, text)
    if args.format == "json":
        import json

        from justesse.explanation.bounds_json import bounds_document
        from justesse.explanation.decision_json import decision_document

        sure = {} if bounds is None else {"bornes": bounds_document(program, bounds)}
        json.dump({**decision_document(decision, not args.sans_raisons), **sure}, sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        _show(decision, bounds, case.title or args.dossier.name, not args.sans_raisons)
    return 0


def _decided(program: "Program", root: "Record", readings: dict[str, str], why: bool) -> "Decision":
    """The decision: with what explains it, or by compiled rules, which leave what is not wholly known to evaluation."""
    if not why:
        from justesse.compiled.kept import kept_single
        from justesse.compiled.single import Left
        from justesse.compiled.untraced import untraced

        found = untraced(kept_single(program, readings), root, readings)
        if not isinstance(found, Left):
            return found
    from justesse.evaluation.decide import decide

    return decide(program, root, readings)


def _show(decision: "Decision", bounds: "Bounds | None", title: str, why: bool) -> None:
    """The decision, then what is sure of what it leaves open; this alone when no decision can be made yet."""
    from justesse.cli.decision_screen import show_decision

    if not decision.refusals:
        show_decision(decision, title, why)
    if bounds is not None:
        from justesse.cli.bounds_screen import show_bounds

        show_bounds(decision.program, bounds, title if decision.refusals else "")


def _record(args: argparse.Namespace, place: Path, decision: "Decision", text: str) -> None:
    """The record in a new file; said on the error stream, the other is the decision's."""
    from justesse.cli.opening import write_new
    from justesse.cli.records import record_of
    from justesse.explanation.record_json import CaseText, record_text_of
    from justesse.shipped import folder

    case = CaseText(args.dossier.name, text)
    document = record_of(decision, case, args.regles or folder("rules"))
    write_new(place, record_text_of(document))
    print(f"acte écrit : {place}", file=sys.stderr)
