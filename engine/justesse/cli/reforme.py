"""`justesse reforme`: a population decided under two folders of rules, and what changes. Decides and counts nothing itself."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    from justesse.program.program import Program
    from justesse.reform.measure import Line

_DESCRIPTION = """\
Décide une population sous deux dossiers de règles et compare : le coût, qui gagne, qui perd, par type de cas et par décile.
Les décisions sont gardées à côté de la population : relancer ne refait que ce qui a changé.
"""
_EXAMPLE = """\
exemples :
  justesse population 100000 population.parquet
  justesse reforme rules reforme/rules population.parquet --page reforme.html
  justesse reforme rules reforme/rules population.parquet --dossier 4211
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.arguments import positive

    parser = subparsers.add_parser(
        "reforme", help="compare deux jeux de règles sur une population", description=_DESCRIPTION, epilog=_EXAMPLE
    )
    option = parser.add_argument
    option("avant", metavar="AVANT", type=Path, help="le dossier de règles de départ")
    option("apres", metavar="APRES", type=Path, help="le dossier de règles réformées")
    option("population", metavar="POPULATION", type=Path, help="la table des dossiers (Parquet)")
    option("--page", metavar="FICHIER", type=Path, help="écrit aussi une page, avec des graphiques (.html)")
    option("--table", metavar="FICHIER", type=Path, help="écrit aussi une table, une ligne par dossier (.parquet)")
    option("--montant", metavar="LIGNE", help="la ligne comparée (à défaut : celle que dit « population.yaml »)")
    option("--selon", metavar="LIGNE", help="la ligne qui range les déciles (à défaut : celle que dit « population.yaml »)")
    option("--dossier", metavar="ID", help="montre ce qui change pour un dossier, jour par jour")
    option("--coeurs", metavar="N", type=positive, default=os.cpu_count() or 1, help="processus (à défaut : tous les cœurs)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide twice, compare, show; or one dossier alone."""
    from justesse.cli.lot import ready
    from justesse.cli.opening import open_program

    ready()
    programs = [open_program(one) for one in (args.avant, args.apres)]
    return _one(args, programs) if args.dossier is not None else _all(args, programs)


def _all(args: argparse.Namespace, programs: list[Program]) -> int:
    import pyarrow.parquet as pq

    from justesse.cli.kept_decisions import kept_decisions, write_table
    from justesse.cli.lot import of_one_name, open_dossiers
    from justesse.cli.opening import new_place, write_new
    from justesse.cli.reform_screen import show_reform
    from justesse.reform.measure import measured
    from justesse.reform.page import Titles, page

    for place in (args.page, args.table):
        if place is not None:
            new_place(place)
    dossiers = open_dossiers(args.population, programs[0])
    told = of_one_name(dossiers, args.population)
    if told is not None:  # nothing could tell them apart
        raise Stopped([told])
    before, after = (
        pq.read_table(kept_decisions(args.population, rules, program, {}, args.coeurs))
        for rules, program in zip((args.avant, args.apres), programs, strict=True)
    )
    amount, by = _lines(args, programs[0], before.schema)
    titles = Titles(str(args.avant), str(args.apres), args.population.name, amount, by)
    reform = measured(before, after, amount, by, dossiers.count)
    show_reform(reform, titles)
    if args.page is not None:
        write_new(args.page, page(reform, titles))
    if args.table is not None:
        write_table(args.table, reform.table)
    return 0


def _lines(args: argparse.Namespace, program: Program, schema: Any) -> tuple[Line, Line]:
    """The lines measured: those asked for, else those of the rules."""
    from justesse.cli.population import open_recipe
    from justesse.diagnostics.diagnostic import mistake
    from justesse.diagnostics.near_names import meant
    from justesse.reform.measure import lines_of

    names = [args.montant, args.selon]
    if None in names:
        recipe = open_recipe(args.avant, program)
        names = [asked or told for asked, told in zip(names, (recipe.amount, recipe.by), strict=True)]
    known = (lines_of(schema, amounts=True), lines_of(schema, amounts=False))
    wrong = [
        mistake("L0112", None, nom=name or "?", proche=meant(name or "", some))
        for name, some in zip(names, known, strict=True)
        if name not in some
    ]
    if wrong:
        raise Stopped(wrong)
    return known[0][names[0]], known[1][names[1]]


def _one(args: argparse.Namespace, programs: list[Program]) -> int:
    """One dossier under both, by the reference evaluator."""
    from justesse.casebook.comparison import compared
    from justesse.casebook.dossiers import Dossier
    from justesse.cli.comparison_screen import show_comparison
    from justesse.cli.lot import one_dossier
    from justesse.text.plain_tree import node_of

    tree = node_of(one_dossier(args.population, programs[0], args.dossier))
    found = list(compared(programs[0], programs[1], [Dossier(args.dossier, "", tree)]))
    show_comparison(1, [one for one in found if one.changes])
    return 0
