"""`justesse rejouer`: a decision record computed again from itself; identical, or what differs. Never writes a file."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from justesse.explanation.record_difference import Line

MOST = 60
_DESCRIPTION = """\
Recalcule un acte de décision (calculer --acte) à partir de ce qu'il contient, et le compare à ce qu'il dit.
Code de sortie : 0 identique ; 1 quelque chose diffère.
"""
_EXAMPLE = """\
exemple :
  justesse calculer dossier.yaml --acte acte.json
  justesse rejouer acte.json
"""
_DIGESTS = {"moteur": "le moteur", "règles": "les règles", "paramètres": "les paramètres", "dossier": "le dossier"}


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import add_rules

    parser = subparsers.add_parser("rejouer", help="recalcule un acte de décision", description=_DESCRIPTION, epilog=_EXAMPLE)
    parser.add_argument("acte", metavar="ACTE", type=Path, help="l'acte de décision (JSON)")
    add_rules(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, compute again, compare; 1 when something differs."""
    from justesse.cli.opening import open_program
    from justesse.cli.records import decided, read_record, record_of
    from justesse.explanation.record_difference import differences
    from justesse.explanation.record_json import CaseText
    from justesse.shipped import folder

    recorded = read_record(args.acte)
    program = open_program(args.regles)
    case = CaseText(recorded["dossier"]["fichier"], recorded["dossier"]["texte"])
    interpretations = program.interpretations
    readings = {
        name: reading
        for name, reading in recorded["lectures"].items()
        if name in interpretations and reading in interpretations[name].readings
    }
    again = record_of(decided(case, program, readings), case, args.regles or folder("rules"))
    found = [one for one in differences(recorded, again) if one.path[0] != "empreintes"]
    lines = sorted(found, key=lambda one: one.path[0] != "décision")
    digests = list(_digests(recorded["empreintes"], again["empreintes"]))
    _show(digests, lines)
    return 1 if digests or lines else 0


def _digests(recorded: dict[str, Any], again: dict[str, Any]) -> Iterator[str]:
    """What is no longer the same, with the files when they are known."""
    for key, words in _DIGESTS.items():
        before, after = recorded[key], again[key]
        if before == after:
            continue
        if not isinstance(before, dict):
            yield words
            continue
        files = [before.get("fichiers", {}), after.get("fichiers", {})]
        names = [name for name in sorted({*files[0], *files[1]}) if files[0].get(name) != files[1].get(name)]
        version = f" (version {before['version']} → {after['version']})" if before.get("version") != after.get("version") else ""
        yield f"{words}{version}" + (f" : {', '.join(names)}" if names else "")


def _show(digests: Sequence[str], lines: Sequence[Line]) -> None:
    from justesse.cli.report import count
    from justesse.cli.screen import output, plain_table

    with output() as console:
        if not digests and not lines:
            console.print("identique")
            return
        for one in digests:
            console.print(f"empreinte différente : {one}")
        if not lines:
            console.print("Le contenu recalculé est le même.")
            return
        table = plain_table("ce qui diffère", "dans l'acte", "recalculé")
        for line in lines[:MOST]:
            sides = ("—" if side is None else side for side in (line.before, line.after))
            table.add_row(" › ".join(line.path), *sides)
        for column in table.columns:
            column.no_wrap = False
        console.print(table)
        more = f", dont {MOST} montrées" if len(lines) > MOST else ""
        console.print(f"{count(len(lines), 'ligne diffère', 'lignes diffèrent')}{more}.")
