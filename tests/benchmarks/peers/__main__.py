"""The fifteen-rule case by our rules and by their peers, in one run: `python -m tests.benchmarks.peers [--ecrire]`.

Prints the tables; `--ecrire` keeps the run (`measured.json`) and writes the page of the documentation, `--relire` writes it again
from what was kept. Exit code 1 when our lines, or those written by hand, are not the exact ones. Not a test.
"""

import argparse
import sys
import tempfile
from array import array
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from fractions import Fraction
from pathlib import Path

from tests.benchmarks.fifteen import RULES, columns
from tests.benchmarks.peers.environments import PEERS, Absent
from tests.benchmarks.peers.exchange import BATCH, REASONS, SINGLE, Cases, Column, write_cases
from tests.benchmarks.peers.measured import Measured, read, this_machine, write
from tests.benchmarks.peers.page import files
from tests.benchmarks.peers.programs.hand_python import by_fractions, hundredths, scaled
from tests.benchmarks.peers.running import Peer, Row, Stopped, run
from tests.benchmarks.peers.sizes import costs
from tests.benchmarks.peers.wording import HEADER, TITLES, WAYS, costs_table, in_columns, table

from justesse.program.load import load_program
from justesse.text.cache import private_cache

ROOT = Path(__file__).parents[3]
KEPT = Path(__file__).with_name("measured.json")
INEXACT = ("OpenFisca-core", "publicodes")
"""Peers that count with floats: what differs there is a figure of the table, not a mistake of ours."""


def main(arguments: Sequence[str]) -> int:
    """Measure, or read again what was; print or write it."""
    asked = _parser().parse_args(arguments)
    measured = read(KEPT) if asked.relire else _measured(asked)
    _show(measured)
    if asked.ecrire:
        write(measured, KEPT)
    if asked.ecrire or asked.relire:
        for name, text in files(measured).items():
            (ROOT / "docs" / name).write_text(text, encoding="utf-8")
    return int(any(row.different for row in measured.rows if not row.name.startswith(INEXACT)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.peers", description=__doc__)
    parser.add_argument("--cas", type=int, default=200_000, help="combien de cas (200000)")
    parser.add_argument("--tours", type=int, default=9, help="combien de tours comptés (9)")
    parser.add_argument("--environnements", type=Path, default=None, help="où installer les autres moteurs (le cache privé)")
    parser.add_argument("--date", default=date.today().isoformat(), help="la date écrite dans la page (aujourd'hui)")
    parser.add_argument("--ecrire", action="store_true", help="garde les mesures et écrit la page de la documentation")
    parser.add_argument("--relire", action="store_true", help="écrit la page depuis les mesures gardées, sans mesurer")
    return parser


def _measured(asked: argparse.Namespace) -> Measured:
    cases, machine = fifteen_cases(asked.cas), this_machine()
    place = asked.environnements or _private()
    rows = beside(cases, place.resolve(), asked.tours)
    return Measured(asked.date, machine, asked.cas, asked.tours, rows, costs(cases, asked.tours))


def fifteen_cases(count: int) -> Cases:
    """The cases of the fifteen rules, and the minimum wage that our rules use."""
    program, _ = load_program(RULES)
    assert program is not None
    series = program.parameters["SMIC horaire"].values
    return Cases(columns(count, 3), [one.start for one in series], [int(one.value * 100) for one in series])


def exact_lines(cases: Cases) -> list[Column]:
    """The lines of every case, by fractions."""
    wages = [Fraction(one, 100) for one in cases.wages]
    rows = (scaled(row, lambda number: Fraction(number, 100)) for row in cases.rows(0, cases.count))
    return [array("q", line) for line in hundredths(by_fractions(row, cases.starts, wages) for row in rows)]


def beside(cases: Cases, place: Path, rounds: int) -> list[Row]:
    """Every peer that there is, in turn; those that there are not, with the reason."""
    absent: list[Row] = []
    commands: list[tuple[str, tuple[str, ...], list[str]]] = []
    for one in PEERS:
        try:
            commands.append((one.name, one.kinds, one.command(place)))
        except Absent as reason:
            absent += [Row(kind, one.name, "", absent=str(reason)) for kind in one.kinds]
    with ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        write_cases(folder, cases)
        peers: list[Peer] = []
        for name, kinds, command in commands:
            try:
                peers.append(Peer(command, folder, ROOT))
                opened.callback(peers[-1].close)
            except (Stopped, OSError):
                absent += [Row(kind, name, "", absent="le programme n'a pas pu commencer") for kind in kinds]
        return run(peers, exact_lines(cases), rounds) + absent


def _private() -> Path:
    folder = private_cache()
    if folder is None:
        raise SystemExit("pas de dossier privé : dites où installer les autres moteurs (--environnements)")
    place = folder / "peers"
    place.mkdir(exist_ok=True)
    return place


def _show(measured: Measured) -> None:
    for kind in (BATCH, SINGLE, REASONS):
        print(f"\n{TITLES[kind]}\n{in_columns([HEADER, *table(measured.rows, kind)])}")
    print(f"\nSelon la taille\n{in_columns([('', *WAYS), *costs_table(measured.costs)])}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
