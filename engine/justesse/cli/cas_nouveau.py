"""`justesse cas nouveau`: a case file as a casebook entry to confirm. Writes a new file or nothing; computes nothing itself."""

import argparse
import sys
from pathlib import Path
from typing import Any

_DESCRIPTION = """\
Fait d'un dossier un cas du recueil, « à confirmer » : le résultat écrit est celui du programme, l'origine reste à compléter.
Calculez le résultat à la main, depuis le texte, avant de retirer « à confirmer ».
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_case

    parser = subparsers.add_parser("cas nouveau", help="fait d'un dossier un cas à confirmer", description=_DESCRIPTION)
    add_case(parser)
    parser.add_argument("--vers", metavar="FICHIER", type=Path, help="le fichier de cas à créer (à défaut : la sortie)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide, write the entry."""
    from justesse.casebook.dossiers import read_tree
    from justesse.casebook.drafts import draft, identifier_of
    from justesse.cli.opening import chosen_readings, fresh_place, open_case, open_program
    from justesse.evaluation.decide import decide
    from justesse.text.yaml_writing import written

    place = None if args.vers is None else fresh_place(args.vers)
    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    case = open_case(args.dossier, program)
    tree, _ = read_tree(args.dossier)
    assert tree is not None
    title = case.title or args.dossier.stem
    entry = draft(identifier_of(args.dossier.stem), title, tree, decide(program, case.root, readings), readings)
    _write(written({"thème": title, "cas": [entry]}), place)
    return 0


def _write(text: str, place: Path | None) -> None:
    from justesse.cli.opening import write_new

    if place is None:
        sys.stdout.write(text)
        return
    write_new(place, text)
    print(f"{place} : cas à confirmer ; l'origine est à compléter, et le résultat à recalculer depuis le texte.")
