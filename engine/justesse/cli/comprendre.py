"""`justesse comprendre`: the page of a code: why it is a mistake, how to correct it, a bad and a good example."""

import argparse
import sys
from typing import Any


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("comprendre", help="explique un code d'erreur", description="Explique un code d'erreur.")
    parser.add_argument("code", metavar="CODE", nargs="?", help="par exemple R0203 ; sans code : la liste de tous")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """One page, or the list."""
    from justesse.cli.screen import output
    from justesse.diagnostics.catalogue import ENTRIES
    from justesse.diagnostics.near_names import nearest

    if args.code is None:
        with output() as console:
            console.print(_all())
        return 0
    entry = ENTRIES.get(args.code.upper())
    if entry is None:
        near = nearest(args.code.upper(), ENTRIES)
        hint = f"vouliez-vous dire {near} ?" if near else "« justesse comprendre » les donne tous."
        print(f"erreur : aucun code « {args.code} » ; {hint}", file=sys.stderr)
        return 2
    with output() as console:
        console.print(page(entry.code))
    return 0


def page(code: str) -> str:
    """The page as plain text."""
    from justesse.diagnostics.catalogue import ENTRIES

    one = ENTRIES[code]
    parts = [f"{one.code} : {one.title}", one.page, f"Comment corriger : {one.remedy}"]
    parts += [f"À ne pas écrire :\n\n{_indented(one.bad)}"] if one.bad.strip() else []
    parts += [f"À écrire :\n\n{_indented(one.good)}"] if one.good.strip() else []
    return "\n\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.strip("\n").splitlines())


def _all() -> Any:
    from justesse.cli.screen import plain_table
    from justesse.diagnostics.catalogue import ENTRIES

    table = plain_table("code", "ce qui ne va pas")
    for code in sorted(ENTRIES):
        table.add_row(code, ENTRIES[code].title)
    return table
