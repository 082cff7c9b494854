"""`justesse confronter`: our decisions beside those of another system, and what people found of it. Compares nothing itself."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    from justesse.batch.dossiers import Dossiers
    from justesse.program.program import Program
    from justesse.shadow.bounded import Bounded
    from justesse.shadow.causes import Cause
    from justesse.shadow.criteria import Criteria
    from justesse.shadow.found import Confrontation, Line
    from justesse.shadow.layout import Comparable
    from justesse.shadow.other import Other
    from justesse.shadow.report import Report
    from justesse.shadow.verdicts import Verdict
    from justesse.text.yaml_writing import Plain

_DESCRIPTION = """\
Met nos décisions à côté de celles d'un autre système, au centime et au jour : ce qui est pareil, ce qui diffère, par familles.
De chaque famille, cherche ce qui donnerait leurs décisions : une autre lecture d'un texte, une erreur dans une phrase.
Les verdicts sont ceux de personnes, dans un fichier ; les critères sont fixés avant. Le code est 1 quand l'un n'est pas rempli.
"""
_EXAMPLE = """\
exemples :
  justesse confronter dossiers.parquet autres.parquet
  justesse confronter dossiers.parquet autres.parquet --page ecarts.html --ebauche verdicts.yaml
  justesse confronter dossiers.parquet autres.parquet --verdicts verdicts.yaml --criteres criteres.yaml
  justesse confronter dossiers.parquet autres.parquet --dossier 4211
"""
_FAMILIES = 5
_OPEN = 200
"""Dossiers left open whose bounds are looked at."""


@dataclass(frozen=True, slots=True)
class _Given:
    """What is compared, opened: the rules and their readings, our dossiers, the other system's decisions."""

    args: argparse.Namespace
    program: Program
    readings: dict[str, str]
    dossiers: Dossiers
    known: Comparable
    other: Other


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.arguments import positive
    from justesse.cli.opening import add_readings, add_rules

    words = "compare nos décisions à celles d'un autre système"
    parser = subparsers.add_parser("confronter", help=words, description=_DESCRIPTION, epilog=_EXAMPLE)
    option = parser.add_argument
    option("dossiers", metavar="DOSSIERS", type=Path, help="la table des dossiers (Parquet), ou un dossier de tables à plat")
    option(
        "decisions", metavar="DECISIONS", type=Path, help="les décisions de l'autre système (Parquet), ou un dossier de tables"
    )
    option("--verdicts", metavar="FICHIER", type=Path, help="ce que des personnes ont trouvé des écarts (YAML)")
    option("--criteres", metavar="FICHIER", type=Path, help="les critères, fixés avant (YAML)")
    option("--ebauche", metavar="FICHIER", type=Path, help="écrit les verdicts qui manquent, à remplir (YAML)")
    option("--page", metavar="FICHIER", type=Path, help="écrit aussi une page, avec une image (.html)")
    option("--table", metavar="FICHIER", type=Path, help="écrit aussi une table, une ligne par écart (.parquet)")
    option("--montant", metavar="LIGNE", help="la ligne dont on additionne les écarts (à défaut : celle des jours)")
    option("--dossier", metavar="ID", help="montre les écarts d'un dossier, et rien d'autre")
    option(
        "--causes", metavar="N", type=int, default=_FAMILIES, help="familles dont on cherche la cause (à défaut : 5 ; 0 : aucune)"
    )
    option("--format", choices=("texte", "json"), default="texte", help="texte (à défaut) ou json")
    option("--coeurs", metavar="N", type=positive, default=os.cpu_count() or 1, help="processus (à défaut : tous les cœurs)")
    add_rules(parser)
    add_readings(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read what is given, decide, compare, look for causes, show."""
    from justesse.cli.lot import open_dossiers, ready
    from justesse.cli.opening import chosen_readings, new_place, open_program
    from justesse.diagnostics.diagnostic import mistake

    ready()
    places = [place for place in (args.ebauche, args.page, args.table) if place is not None]
    for number, place in enumerate(places):
        new_place(place)
        if place in places[:number]:
            raise Stopped([mistake("F0121", None, chemin=place)])
    verdicts, criteria = _judgements(args)
    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    given = _Given(args, program, readings, open_dossiers(args.dossiers, program), *_other(args, program, readings))
    found = _confronted(given, _line(given))
    if args.dossier is not None:
        return _one(given, found)
    report = _report(given, found, verdicts, criteria)
    if args.causes > 0:
        report.bounded = _bounded(given, found)
        report.causes = _causes(given, found)
    return _shown(args, report)


# --- what is given --------------------------------------------------------------------------------------


def _judgements(args: argparse.Namespace) -> tuple[list[Verdict], Criteria | None]:
    """The verdicts and the criteria, every mistake of both told at once."""
    from justesse.cli.opening import open_tree
    from justesse.diagnostics.diagnostic import in_order
    from justesse.shadow.criteria import read_criteria
    from justesse.shadow.verdicts import read_verdicts

    verdicts, wrong = read_verdicts(open_tree(args.verdicts)) if args.verdicts is not None else ([], [])
    criteria, more = read_criteria(open_tree(args.criteres)) if args.criteres is not None else (None, [])
    if wrong or more:
        raise Stopped(in_order([*wrong, *more]))
    return verdicts, criteria


def _other(args: argparse.Namespace, program: Program, readings: dict[str, str]) -> tuple[Comparable, Other]:
    from justesse.batch.schema import result_schema
    from justesse.compiled.kernel import kernel_of
    from justesse.shadow.layout import comparable
    from justesse.shadow.other import opened

    known = comparable(result_schema(program, kernel_of(program, readings)))
    other, mistakes = opened(args.decisions, known)
    if other is None:
        raise Stopped(mistakes)
    return known, other


def _line(given: _Given) -> Line:
    """The line measured: the one asked for, else the first of their days, else the first of their totals."""
    from justesse.diagnostics.diagnostic import mistake
    from justesse.diagnostics.near_names import meant
    from justesse.shadow.found import Line

    other, asked = given.other, given.args.montant
    lines = [Line(name, view) for view, runs in other.days.items() for name in runs.numbers]
    lines += [Line(name) for name in given.known.lines if name in other.lines]
    names = [one.name for one in lines]
    if not lines or (asked is not None and asked not in names):
        words = asked or ", ".join(name for runs in other.days.values() for name in runs.words)
        raise Stopped([mistake("L0133", None, nom=words, proche=meant(words, names))])
    return lines[names.index(asked)] if asked is not None else lines[0]


# --- deciding and comparing -------------------------------------------------------------------------------


def _confronted(given: _Given, line: Line) -> Confrontation:
    """Our decisions, kept from before or made now, beside theirs."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from justesse.cli.kept_decisions import kept_decisions
    from justesse.cli.lot import of_one_name
    from justesse.diagnostics.diagnostic import mistake
    from justesse.shadow.compare import confronted, statuses
    from justesse.shadow.other import TooFine
    from justesse.shipped import folder

    args, dossiers = given.args, given.dossiers
    told = of_one_name(dossiers, args.dossiers)
    if told is not None:
        raise Stopped([told])
    rules = folder("rules") if args.regles is None else args.regles
    place = kept_decisions(args.dossiers, rules, given.program, given.readings, args.coeurs)
    status = statuses(given.program, given.known)
    try:
        return confronted(given.other, line, status, pq.ParquetFile(place), dossiers.names())
    except (pa.ArrowException, OSError, TooFine) as error:
        raise Stopped([mistake("L0101", None, chemin=place)]) from error


def _report(given: _Given, found: Confrontation, verdicts: list[Verdict], criteria: Criteria | None) -> Report:
    from justesse.cli.report import show_diagnostics
    from justesse.shadow.criteria import measured
    from justesse.shadow.report import Report
    from justesse.shadow.verdicts import judged

    held, told = judged(found, verdicts)
    show_diagnostics([*given.other.told, *told])
    names, left = (given.args.dossiers.name, given.args.decisions.name), sorted(set(given.other.apart))
    report = Report(*names, found, held, criteria=criteria, apart=left)
    report.measured = measured(criteria, found, held) if criteria is not None else []
    return report


# --- causes ---------------------------------------------------------------------------------------------


def _causes(given: _Given, found: Confrontation) -> dict[str, list[Cause]]:
    """What gives their decisions, for the largest families."""
    from justesse.shadow.causes import causes_of, sampled
    from justesse.shadow.trial import Suspects
    from justesse.shadow.wanted import wanted_of

    families = list(found.families.items())[: given.args.causes]
    names = {name: sampled([one.name for one in some]) for name, some in families}
    trees = _trees(given, [one for some in names.values() for one in some])
    suspects = []
    for family, some in names.items():
        read = [one for one in some if one in trees]
        suspects.append(Suspects(family, [trees[one] for one in read], [wanted_of(given.other, one) for one in read]))
    with _watched() as tell:
        return causes_of(given.program, given.readings, suspects, given.args.coeurs, tell)


def _bounded(given: _Given, found: Confrontation) -> Bounded:
    """Some of the dossiers that ours leave open, beside their decision."""
    from justesse.shadow.bounded import Bounded, within
    from justesse.shadow.causes import sampled
    from justesse.shadow.found import UNDECIDED
    from justesse.shadow.wanted import wanted_of

    held = Bounded()
    theirs = set(given.other.names.to_pylist())
    names = sampled([one.name for one in found.apart if one.state == UNDECIDED and one.name in theirs], _OPEN)
    for name, tree in _trees(given, names).items():
        held.add(name, within(given.program, given.readings, tree, wanted_of(given.other, name)))
    return held


def _trees(given: _Given, names: list[str]) -> dict[str, Plain]:
    """Some dossiers as the trees of case files, without those that hold a date that no calendar has."""
    from justesse.batch.rows import found_rows, tree_of_row

    try:
        rows = found_rows(given.dossiers, names)
    except (OverflowError, ValueError):
        return {} if len(names) < 2 else _trees(given, names[::2]) | _trees(given, names[1::2])
    return {name: tree_of_row(row, given.program.declarations) for name, row in rows.items()}


@contextmanager
def _watched() -> Iterator[Callable[[int, int], None]]:
    """A bar of what has been tried, when a person watches."""
    from justesse.cli.screen import console_for_progress

    console = console_for_progress()
    if console is None:
        yield lambda done, of: None
        return
    from rich.progress import Progress

    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("causes essayées", total=None)
        yield lambda done, of: progress.update(task, completed=done, total=of)


# --- showing --------------------------------------------------------------------------------------------


def _one(given: _Given, found: Confrontation) -> int:
    """One dossier: the same, or its differences."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from justesse.cli.confrontation_screen import show_apart
    from justesse.diagnostics.diagnostic import mistake

    name = given.args.dossier
    apart = next((one for one in found.apart if one.name == name), None)
    if apart is None and not pc.is_in(pa.array([name]), value_set=given.other.names)[0].as_py():
        raise Stopped([mistake("L0108", None, nom=name, chemin=given.args.dossiers)])
    show_apart(name, apart)
    return int(apart is not None)


def _shown(args: argparse.Namespace, report: Report) -> int:
    from justesse.cli.opening import write_new
    from justesse.shadow.page import page
    from justesse.shadow.report import told_causes
    from justesse.shadow.verdicts import draft
    from justesse.text.yaml_writing import written

    if args.format == "json":
        import json

        from justesse.shadow.document import document

        json.dump(document(report), sys.stdout, ensure_ascii=False, indent=2)
        print()
    else:
        from justesse.cli.confrontation_screen import show_report

        show_report(report)
    if args.page is not None:
        write_new(args.page, page(report))
    if args.ebauche is not None:
        write_new(args.ebauche, written(draft(report.judged, told_causes(report.causes))))
    if args.table is not None:
        from justesse.cli.kept_decisions import write_table
        from justesse.shadow.document import table

        write_table(args.table, table(report))
    return int(not report.passed)
