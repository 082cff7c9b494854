"""`justesse preparer`: the machine code of rules, made before the first lot and trained on dossiers. Decides nothing."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar, assert_never

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    import pyarrow as pa

    from justesse.batch.preparation import Prepared
    from justesse.program.program import Program

_DESCRIPTION = """\
Bâtit le code machine des règles avant d'en avoir besoin, et l'ajuste à des dossiers : ceux d'une table, ou une population
fictive. « lot », « reforme » et « confronter » s'en servent ensuite : rien à attendre la première fois, et environ un dixième de
temps de calcul en moins. Les décisions sont les mêmes.
"""
_EXAMPLE = """\
exemples :
  justesse preparer                      sur une population fictive
  justesse preparer dossiers.parquet     sur vos dossiers
"""
_SEED, _ROUNDS = 2, 5
_Made = TypeVar("_Made")


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.arguments import positive
    from justesse.cli.opening import add_readings, add_rules

    parser = subparsers.add_parser(
        "preparer", help="bâtit d'avance le code machine des règles", description=_DESCRIPTION, epilog=_EXAMPLE
    )
    parser.add_argument(
        "entree", metavar="TABLE", type=Path, nargs="?", help="des dossiers qui ressemblent à ceux que l'on décidera"
    )
    parser.add_argument("--dossiers", metavar="N", type=positive, default=4_000, help="combien (à défaut : 4 000)")
    add_rules(parser)
    add_readings(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Take dossiers, make it, say what was made."""
    from justesse.cli.lot import ready
    from justesse.cli.opening import chosen_readings, open_program
    from justesse.cli.screen import waiting
    from justesse.diagnostics.diagnostic import mistake
    from justesse.pages.figures import number

    ready()
    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    from justesse.batch.preparation import Unfit, prepared

    tables = _tables(args, program)
    try:
        with waiting("le code machine se bâtit"):
            took, made = _timed(lambda: prepared(program, readings, tables))
    except Unfit as error:
        raise Stopped([mistake("L0107", None, manque="un dossier que le code machine puisse décider")]) from error
    if made is None:
        print("aucun code machine ici : ni compilateur C, ni llvmlite ; « lot » décide en Python, plus lentement")
        return 0
    once = min(_timed(made.decide)[0] for _ in range(_ROUNDS))
    print(f"{_maker(made)}, {_how(made, args.entree)} : {took:.0f} s")
    print(f"{number(round(made.count / once))} dossiers par seconde et par cœur, sur ces mêmes dossiers")
    return 0


def _timed(work: Callable[[], _Made]) -> tuple[float, _Made]:
    """How long it takes, what comes of it."""
    started = perf_counter()
    made = work()
    return perf_counter() - started, made


def _tables(args: argparse.Namespace, program: Program) -> list[pa.RecordBatch]:
    """The first dossiers of the table, or of a population."""
    import pyarrow as pa

    from justesse.batch.schema import input_schema
    from justesse.cli.population import open_recipe
    from justesse.population.draw import Population

    if args.entree is not None:
        return _first(args.entree, program, args.dossiers)
    rows = list(Population(open_recipe(args.regles, program), _SEED).rows(0, args.dossiers))
    return [pa.RecordBatch.from_pylist(rows, input_schema(program.declarations))]


def _first(source: Path, program: Program, count: int) -> list[pa.RecordBatch]:
    """Blocks of a table until there are as many dossiers; a table of fewer is taken whole."""
    import pyarrow as pa

    from justesse.cli.lot import open_dossiers
    from justesse.diagnostics.diagnostic import mistake

    dossiers, found = open_dossiers(source, program), list[pa.RecordBatch]()
    try:
        mistakes = dossiers.disorder()
        for _, block in dossiers.blocks(count, {}) if not mistakes else ():
            found.append(block)
            if sum(one.num_rows for one in found) >= count:
                break
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise Stopped([mistake("L0101", None, chemin=source)]) from error
    if mistakes:
        raise Stopped(mistakes)
    return found


def _maker(made: Prepared) -> str:
    from justesse.compiled.native import By

    match made.by:
        case By.C:
            return "code machine bâti par le compilateur C"
        case By.LLVM:
            return "code machine bâti par LLVM"
        case _:
            assert_never(made.by)


def _how(made: Prepared, source: Path | None) -> str:
    """On what it was trained, or why not."""
    from justesse.pages.figures import number

    if not made.trained:
        return "sans ajustement : il y faut gcc"
    return f"ajusté à {number(made.count)} dossiers {'fictifs' if source is None else f'de {source}'}"
