"""`justesse image`: the picture of a case as SVG, or its text twin. Computes and words nothing itself."""

import argparse
import sys
from pathlib import Path
from typing import Any

_DESCRIPTION = """\
Dessine un dossier sur un axe du temps (SVG) : ses fiches, ses jours et leurs chiffres, ses dates.
L'image porte un texte qui dit la même chose ; « --texte » le donne seul.
"""
_EXAMPLE = """\
exemple :
  justesse image dossier.yaml -o dossier.svg
  justesse image dossier.yaml --texte
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_case

    parser = subparsers.add_parser("image", help="dessine un dossier", description=_DESCRIPTION, epilog=_EXAMPLE)
    add_case(parser)
    parser.add_argument("-o", "--vers", metavar="FICHIER", type=Path, help="le fichier à créer (à défaut : la sortie)")
    parser.add_argument("--texte", action="store_true", help="le texte qui dit la même chose que l'image")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide, draw; a case without a decision is drawn too, and the mistake said."""
    from justesse.cli.opening import chosen_readings, fresh_place, open_case, open_program, write_new
    from justesse.cli.report import show_diagnostics
    from justesse.evaluation.decide import decide
    from justesse.explanation.picture.outline import picture_of
    from justesse.explanation.picture.svg import picture_svg
    from justesse.explanation.picture.text import picture_text

    place = None if args.vers is None else fresh_place(args.vers)
    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    case = open_case(args.dossier, program)
    decision = decide(program, case.root, readings)
    picture = picture_of(decision, case.title or args.dossier.stem)
    text = f"{picture_text(picture)}\n" if args.texte else picture_svg(picture)
    if place is None:
        sys.stdout.write(text)
    else:
        write_new(place, text)
        print(f"{place} : {'texte écrit' if args.texte else 'image écrite'}.")
    show_diagnostics([*decision.refusals, *case.diagnostics])
    return 2 if decision.refusals else 0
