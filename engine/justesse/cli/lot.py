"""`justesse lot`: a table of dossiers in, a table of decisions out, with a bar while it goes. Decides nothing itself."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    from justesse.batch.dossiers import Dossiers
    from justesse.batch.work import Order, Tally
    from justesse.diagnostics.diagnostic import Diagnostic
    from justesse.program.program import Program

_DESCRIPTION = """\
Décide tous les dossiers d'une table Parquet : une ligne par dossier, une colonne par fait, une colonne de fiches par liste. Ou
d'un dossier de tables à plat : « dossiers », puis une par liste, une ligne par fiche, toutes rangées par dossier.
Les lignes qu'aucune règle ne permet de décider sont dans un fichier de rejets, chacune avec sa raison. Interrompu, le même
appel reprend où il en était.
"""
_EXAMPLE = """\
exemples :
  justesse lot --schema                            les colonnes, entrée et sortie
  justesse lot --exemple exemple.parquet           une table de quelques dossiers
  justesse lot exemple.parquet resultats.parquet
  justesse lot --exemple tables                    un dossier de tables à plat
  justesse lot tables resultats.parquet
  justesse lot exemple.parquet --dossier A12 > A12.yaml     un dossier, pour « calculer » et « expliquer »
"""
EXTRA = "pyarrow"
_EXAMPLES = 24


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.arguments import positive
    from justesse.cli.opening import add_readings, add_rules

    parser = subparsers.add_parser("lot", help="décide une table de dossiers", description=_DESCRIPTION, epilog=_EXAMPLE)
    option = parser.add_argument
    option(
        "entree", metavar="ENTRÉE", type=Path, nargs="?", help="la table des dossiers (Parquet), ou un dossier de tables à plat"
    )
    option("sortie", metavar="SORTIE", type=Path, nargs="?", help="la table des décisions, à créer")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--schema", action="store_true", help="décrit les colonnes de l'entrée et de la sortie")
    form.add_argument(
        "--exemple", metavar="FICHIER", type=Path, help="écrit une table d'exemple ; sans extension, des tables à plat"
    )
    form.add_argument("--dossier", metavar="ID", help="donne un dossier de la table en YAML, au lieu de décider")
    option("--coeurs", metavar="N", type=positive, default=os.cpu_count() or 1, help="processus (à défaut : tous les cœurs)")
    option("--bloc", metavar="N", type=positive, default=10_000, help="dossiers décidés ensemble (à défaut : 10 000)")
    add_rules(parser)
    add_readings(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """What is asked for, once the libraries are there."""
    from justesse.diagnostics.diagnostic import mistake

    ready()
    if args.schema:
        return _schema(args)
    if args.exemple is not None:
        return _example(args)
    if args.entree is None:
        raise Stopped([mistake("L0107", None, manque="la table des dossiers")])
    if args.dossier is not None:
        return _one(args)
    if args.sortie is None:
        raise Stopped([mistake("L0107", None, manque="la table à créer")])
    return _decide(args)


def ready() -> None:
    """Stop when the libraries of tables are not there."""
    from justesse.diagnostics.diagnostic import mistake

    try:
        import numpy  # noqa: F401
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise Stopped([mistake("L0106", None, manque=error.name or EXTRA)]) from error


# --- deciding -----------------------------------------------------------------------------------------


def _decide(args: argparse.Namespace) -> int:
    from dataclasses import replace

    from justesse.batch.work import Order
    from justesse.cli.lot_screen import show_tally
    from justesse.cli.opening import chosen_readings, open_program
    from justesse.cli.report import show_diagnostics
    from justesse.shipped import folder

    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    rules = folder("rules") if args.regles is None else args.regles
    order = Order(rules, tuple(sorted(readings.items())), args.entree, args.sortie, args.coeurs, args.bloc)
    dossiers = open_dossiers(order.source, program)
    show_tally(order, *decide_all(program, order, dossiers))
    told = of_one_name(dossiers, order.source)
    show_diagnostics([] if told is None else [replace(told, severity="avertissement")])
    return 0


def open_dossiers(source: Path, program: Program) -> Dossiers:
    """The dossiers of a table, or of a folder of tables; every mistake of their columns stops."""
    from justesse.batch.opening import opened

    dossiers, mistakes = opened(source, program.declarations)
    if dossiers is None:
        raise Stopped(mistakes)
    return dossiers


def one_dossier(source: Path, program: Program, identifier: str) -> Any:
    """A dossier of a table, as the tree of a case file."""
    import pyarrow as pa

    from justesse.batch.rows import found_rows, tree_of_row
    from justesse.diagnostics.diagnostic import mistake

    dossiers = open_dossiers(source, program)
    try:
        astray = dossiers.disorder()
        row = found_rows(dossiers, [identifier]).get(identifier) if not astray else None
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise Stopped([mistake("L0101", None, chemin=source)]) from error
    except (OverflowError, ValueError) as error:
        raise Stopped([mistake("L0114", None)]) from error
    if astray:
        raise Stopped(astray)
    if row is None:
        raise Stopped([mistake("L0108", None, nom=identifier, chemin=source)])
    return tree_of_row(row, program.declarations)


def of_one_name(dossiers: Dossiers, source: Path) -> Diagnostic | None:
    """What to say when several dossiers of a table have one identifier."""
    import pyarrow as pa

    from justesse.batch.repeated import told_of_repeated
    from justesse.diagnostics.diagnostic import mistake

    try:
        return told_of_repeated(dossiers.names, source)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise Stopped([mistake("L0101", None, chemin=source)]) from error


def decide_all(program: Program, order: Order, dossiers: Dossiers) -> tuple[Tally, int]:
    """Decide a table, or what an earlier run left of it: what was done in all, and how many rows before."""
    from concurrent.futures.process import BrokenProcessPool

    import pyarrow as pa

    from justesse.batch.work import Unwritten
    from justesse.cli.opening import fresh_place
    from justesse.diagnostics.diagnostic import mistake

    if order.target.resolve().parent == order.source.resolve():
        raise Stopped([mistake("L0123", None, chemin=order.target)])
    for place in (order.target, *(() if order.folder.exists() else (order.rejects,))):
        fresh_place(place)
    try:
        return _decided(program, order, dossiers)
    except Unwritten as error:
        raise Stopped([mistake("F0107", None, chemin=error)]) from error
    except BrokenProcessPool as error:
        raise Stopped([mistake("L0117", None)]) from error
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise Stopped([mistake("L0101", None, chemin=order.source)]) from error


def _decided(program: Program, order: Order, dossiers: Dossiers) -> tuple[Tally, int]:
    from justesse.batch.schema import result_schema
    from justesse.batch.work import alone, begun, decided, gathered, kept
    from justesse.compiled.kernel import kernel_of
    from justesse.diagnostics.diagnostic import mistake

    mistakes = dossiers.disorder() or begun(order, program.fingerprint, dossiers)
    if mistakes:
        raise Stopped(mistakes)
    with alone(order) as free:
        if not free:
            raise Stopped([mistake("L0116", None, chemin=order.target)])
        tally = kept(order)
        before = tally.rows
        with watched(dossiers.count, before) as tell:
            for done in decided(order, dossiers):
                tally.add(done)
                tell(done["lignes"])
        gathered(order, result_schema(program, kernel_of(program, dict(order.readings))))
    return tally, before


@contextmanager
def watched(total: int, before: int) -> Iterator[Callable[[int], None]]:
    """A bar with the dossiers done, how many a second, the time left, when a person watches."""
    from justesse.cli.screen import console_for_progress

    console = console_for_progress()
    if console is None:
        yield lambda count: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    rate = TaskProgressColumn(show_speed=True, text_format="")
    columns = (TextColumn("dossiers"), BarColumn(), MofNCompleteColumn(), rate, TextColumn("reste"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total, completed=before)
        yield lambda count: progress.update(task, advance=count)


# --- what is beside ---------------------------------------------------------------------------------------


def _schema(args: argparse.Namespace) -> int:
    from justesse.batch.flat import table_name
    from justesse.batch.schema import DOSSIERS, REJECTS, input_schema, lists_of, result_schema
    from justesse.cli.lot_screen import show_flat, show_schema
    from justesse.cli.opening import chosen_readings, open_program
    from justesse.compiled.kernel import kernel_of

    program = open_program(args.regles)
    kernel = kernel_of(program, chosen_readings(args.lecture, program))
    show_schema("entrée : une ligne par dossier", input_schema(program.declarations))
    show_flat(DOSSIERS, {table_name(name): name for name, _ in lists_of(program.declarations)})
    show_schema("sortie : une ligne par dossier décidé", result_schema(program, kernel))
    show_schema("rejets : une ligne par dossier sans décision", REJECTS)
    return 0


def _example(args: argparse.Namespace) -> int:
    """A few dossiers of the population of the rules, as one table or as flat ones."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from justesse.batch.flat import flattened
    from justesse.batch.schema import input_schema, lists_of
    from justesse.cli.opening import new_place, open_program
    from justesse.cli.population import open_recipe
    from justesse.population.draw import Population

    place = new_place(args.exemple)
    program = open_program(args.regles)
    rows = list(Population(open_recipe(args.regles, program), 1).rows(0, _EXAMPLES))
    nested = pa.Table.from_pylist(rows, input_schema(program.declarations))
    if place.suffix:
        pq.write_table(nested, place)
    else:
        place.mkdir()
        for name, table in flattened(nested, [name for name, _ in lists_of(program.declarations)]):
            pq.write_table(table, place / name)
    print(f"{place} : {len(rows)} dossiers fictifs")
    return 0


def _one(args: argparse.Namespace) -> int:
    """One dossier as a case file, on the standard output."""
    from justesse.cli.opening import open_program
    from justesse.text.yaml_writing import written

    sys.stdout.write(written(one_dossier(args.entree, open_program(args.regles), args.dossier)))
    return 0
