"""`justesse cas limites`: from one case, the cases at the limits of the rules, each to be confirmed. Writes a new folder."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from justesse.casebook.limits import Limit
    from justesse.program.program import Program

_DESCRIPTION = """\
Propose, à partir d'un dossier, des cas aux limites des règles : la veille, le jour et le lendemain de chaque date écrite,
sous, au et au-dessus de chaque seuil, les durées, les fins de mois, le 29 février. Tous sont « à confirmer ».
"""
_EXAMPLE = """\
exemple :
  justesse cas limites dossier.yaml --vers propositions
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_rules

    parser = subparsers.add_parser(
        "cas limites", help="propose des cas aux limites des règles", description=_DESCRIPTION, epilog=_EXAMPLE
    )
    parser.add_argument("dossier", metavar="DOSSIER", type=Path, help="le fichier du dossier de départ (YAML)")
    parser.add_argument("--vers", metavar="DOSSIER", type=Path, required=True, help="le dossier à créer")
    add_rules(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Find the limits, write one file each."""
    from justesse.casebook.dossiers import read_tree
    from justesse.casebook.limits import limits
    from justesse.cli.opening import fresh_place, open_case, open_program, write_new
    from justesse.cli.screen import console_for_progress, output
    from justesse.program.schema_check import as_plain

    place = fresh_place(args.vers)
    program = open_program(args.regles)
    open_case(args.dossier, program)
    tree, _ = read_tree(args.dossier)
    assert tree is not None
    watched = console_for_progress()
    with watched.status("recherche des limites") if watched else nullcontext():
        found = list(limits(program, as_plain(tree)))
    for path, text in _files(program, found, args.dossier.stem):
        write_new(place / path, text)
    with output() as console:
        console.print(_table(found))
        console.print()
        console.print(_told(found, place))
    return 0


def _files(program: Program, found: Iterable[Limit], base: str) -> Iterator[tuple[str, str]]:
    """The path and the text of each file."""
    from justesse.casebook.drafts import draft, identifier_of
    from justesse.casebook.limits import decision_of
    from justesse.text.plain_tree import node_of
    from justesse.text.yaml_writing import written

    for limit in found:
        name = identifier_of(limit.name)
        entries = []
        for number, (title, tree) in enumerate(limit.cases, 1):
            decision = decision_of(program, tree)
            if decision is not None:
                identifier = f"{identifier_of(base)}-{identifier_of(limit.kind)}-{name}-{number}"
                entries.append(draft(identifier, title, node_of(tree), decision, {}))
        yield f"{identifier_of(limit.kind)}/{name.replace('-', '_')}.yaml", written({"thème": limit.theme, "cas": entries})


def _table(found: Iterable[Limit]) -> Any:
    from justesse.cli.screen import plain_table

    table = plain_table("limites", "fichiers", "cas", right=("fichiers", "cas"))
    kinds: dict[str, list[Limit]] = {}
    for one in found:
        kinds.setdefault(one.kind, []).append(one)
    for kind, some in kinds.items():
        table.add_row(kind, str(len(some)), str(sum(len(one.cases) for one in some)))
    return table


def _told(found: list[Limit], place: Path) -> str:
    from justesse.cli.report import count

    number = count(sum(len(one.cases) for one in found), "cas", "cas")
    return f"{number} à confirmer dans {place} ; l'origine est à compléter, et le résultat à recalculer depuis le texte."
