"""`justesse population`: dossiers that do not exist, drawn by a recipe of the rules, as a table for `lot` and `reforme`."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    from justesse.population.draw import Population
    from justesse.population.recipe import Recipe
    from justesse.program.program import Program

_DESCRIPTION = """\
Tire N dossiers fictifs selon les lois que déclare « population.yaml », dans le dossier de règles, et en fait une table.
La même graine donne les mêmes dossiers, sur toute machine. Sert à éprouver, pas à prévoir.
"""
_EXAMPLE = """\
exemples :
  justesse population 10000 population.parquet
  justesse population 10000 autre.parquet --graine 7
  justesse population --lois                       les lois, leurs sources, ce qu'elles valent
"""
GROUP = 10_000
"""Dossiers in each group of rows: what `lot` decides together."""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.arguments import positive
    from justesse.cli.opening import add_rules

    parser = subparsers.add_parser("population", help="tire une population fictive", description=_DESCRIPTION, epilog=_EXAMPLE)
    option = parser.add_argument
    option("nombre", metavar="N", type=positive, nargs="?", help="combien de dossiers")
    option("sortie", metavar="SORTIE", type=Path, nargs="?", help="la table à créer (Parquet)")
    option("--graine", metavar="S", type=int, default=1, help="le tirage (à défaut : 1)")
    option("--lois", action="store_true", help="montre les lois et leurs sources, sans rien tirer")
    option("--coeurs", metavar="N", type=positive, default=os.cpu_count() or 1, help="processus (à défaut : tous les cœurs)")
    add_rules(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Draw, group by group."""
    from justesse.cli.lot import ready
    from justesse.cli.opening import new_place, open_program
    from justesse.diagnostics.diagnostic import mistake

    ready()
    program = open_program(args.regles)
    recipe = open_recipe(args.regles, program)
    if args.lois:
        _show(recipe)
        return 0
    if args.nombre is None or args.sortie is None:
        raise Stopped([mistake("L0107", None, manque="le nombre de dossiers et la table à créer")])
    new_place(args.sortie)
    _write(args, program)
    print(f"{args.sortie} : {args.nombre} dossiers fictifs, graine {args.graine}")
    return 0


def open_recipe(rules: Path | None, program: Program) -> Recipe:
    """The recipe of a rules folder."""
    from justesse.cli.opening import open_tree
    from justesse.diagnostics.diagnostic import mistake
    from justesse.population.recipe import read_recipe
    from justesse.shipped import folder

    place = (folder("rules") if rules is None else rules) / "population.yaml"
    if not place.exists():
        raise Stopped([mistake("L0109", None, chemin=place.parent)])
    recipe, mistakes = read_recipe(open_tree(place), program.declarations)
    if recipe is None:
        raise Stopped(mistakes)
    return recipe


def _write(args: argparse.Namespace, program: Program) -> None:
    """The table, under another name until it is whole."""
    import pyarrow.parquet as pq

    from justesse.batch.schema import input_schema
    from justesse.cli.lot import watched

    beside = args.sortie.with_name(f"{args.sortie.name}.{os.getpid()}.tmp")
    schema = input_schema(program.declarations)
    try:
        with watched(args.nombre, 0) as tell, pq.ParquetWriter(beside, schema, compression="zstd") as writer:
            for table in _tables(args):
                writer.write_table(table, row_group_size=GROUP)
                tell(table.num_rows)
        os.replace(beside, args.sortie)
    finally:
        beside.unlink(missing_ok=True)


def _tables(args: argparse.Namespace) -> Iterator[Any]:
    """The groups in order, drawn on several processes when there is more than one."""
    firsts = range(0, args.nombre, GROUP)
    orders = [(args.regles, args.graine, first, min(GROUP, args.nombre - first)) for first in firsts]
    if args.coeurs == 1 or len(orders) == 1:
        yield from map(_table, orders)
        return
    from multiprocessing import get_context

    with get_context("spawn").Pool(args.coeurs) as pool:
        yield from pool.imap(_table, orders)


def _table(order: tuple[Path | None, int, int, int]) -> Any:
    import pyarrow as pa

    from justesse.batch.schema import input_schema

    rules, seed, first, count = order
    population, program = _population(rules, seed)
    return pa.Table.from_pylist(list(population.rows(first, count)), input_schema(program.declarations))


@cache
def _population(rules: Path | None, seed: int) -> tuple[Population, Program]:
    """The population of this process, opened once."""
    from justesse.cli.opening import open_program
    from justesse.population.draw import Population

    program = open_program(rules)
    return Population(open_recipe(rules, program), seed), program


def _show(recipe: Recipe) -> None:
    from justesse.cli.screen import output, plain_table

    table = plain_table("loi", "statut", "source")
    for law in recipe.laws.values():
        table.add_row(law.name, law.status, law.source)
    with output() as console:
        console.print(table)
