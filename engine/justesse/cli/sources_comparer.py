"""`justesse sources comparer`: the register of texts beside the consolidated codes; what changed, and the rules that cite it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from justesse.program.citations import Cited
    from justesse.program.register import TextVersion
    from justesse.program.register_check import Difference

_DESCRIPTION = """\
Compare le registre des textes (sources.yaml) aux codes consolidés du paquet npm @socialgouv/legi-data :
l'archive .tgz, le dossier déplié, ou un fichier data/LEGITEXT….json.
"""
_WORDS = {
    "in-force": "version en vigueur",
    "unknown-version": "version à enregistrer",
    "other-version": "version inconnue du code",
    "start": "début de la version",
    "end": "fin de la version",
    "missing": "article introuvable",
}


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import a_day, add_rules

    parser = subparsers.add_parser("sources comparer", help="compare les textes cités au code publié", description=_DESCRIPTION)
    parser.add_argument("fichier", metavar="FICHIER", type=Path, help="archive, dossier ou fichier JSON du paquet")
    parser.add_argument("--au", metavar="AAAA-MM-JJ", type=a_day, help="jour où l'on compare (à défaut : celui du code publié)")
    add_rules(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read both sides, show what differs; 1 when something does."""
    from justesse.cli.opening import open_program
    from justesse.cli.screen import output
    from justesse.cli.stopped import Stopped
    from justesse.program.citations import citations
    from justesse.program.register_check import comparable, differences, left_aside
    from justesse.values.calendar import iso_day

    program = open_program(args.regles)
    codes, mistakes = _read(args.fichier)
    if mistakes:
        raise Stopped(mistakes)
    found = differences(program.register, codes, args.au)
    states = " ; ".join(f"{code.names[0]} au {iso_day(code.state)}" for code in codes)
    compared = len(comparable(program.register, codes))
    with output() as console:
        if found:
            console.print(_table(found, citations(program)))
            console.print()
        console.print(f"{compared} articles comparés ({states}), sur {len(program.register)} textes au registre.")
        aside = left_aside(program.register, codes)
        if aside:
            console.print(f"Code absent de ce fichier : {', '.join(aside)}.")
        console.print(_summary(found))
    return 1 if found else 0


def _read(path: Path) -> Any:
    """The codes, the wait told to whoever watches."""
    from justesse.cli.screen import waiting
    from justesse.program.consolidated import read_consolidated

    with waiting("lecture des codes publiés"):
        return read_consolidated(path)


def _summary(found: list[Difference]) -> str:
    from justesse.cli.report import count

    texts = len({one.text.name for one in found})
    return f"{count(texts, 'texte')} à revoir." if found else "Rien n'a changé."


def _table(found: list[Difference], cited: dict[str, Cited]) -> Any:
    from justesse.cli.screen import plain_table
    from justesse.values.calendar import iso_day

    table = plain_table("texte", "ce qui diffère", "au registre", "dans le code", "cité par")
    for number, one in enumerate(found):
        repeated = number > 0 and found[number - 1].text is one.text
        checked = f"{one.text.name}\nvérifié le {iso_day(one.text.checked_on)}" if one.text.checked_on else one.text.name
        names = [*cited[one.text.name].rules, *cited[one.text.name].values, *cited[one.text.name].interpretations]
        citing = "" if repeated else "\n".join(names) or "aucune règle"
        sides = _version(one.registered, one), _version(one.published, one)
        table.add_row("" if repeated else checked, _WORDS[one.kind], *sides, citing)
    for column in table.columns[2:4]:
        column.no_wrap = True
    table.columns[4].overflow = "fold"
    return table


def _version(version: TextVersion | None, one: Difference) -> str:
    from justesse.values.calendar import iso_day

    if version is None:
        return "—"
    end = f"\nau {iso_day(version.end)}" if version.end is not None and one.kind == "end" else ""
    return f"{version.identifier}\ndu {iso_day(version.start)}{end}"
