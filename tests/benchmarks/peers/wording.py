"""Figures as French readers write them, and the rows in the order they are read: durations, rates, ratios, tables.

Draws and measures nothing.
"""

from collections.abc import Sequence

from tests.benchmarks.peers.exchange import BATCH, REASONS, SINGLE
from tests.benchmarks.peers.running import Row
from tests.benchmarks.peers.sizes import EVALUATION, MACHINE, PYTHON, Cost

TITLES = {BATCH: "Par lots", SINGLE: "Un dossier à la fois", REASONS: "Un dossier, avec ses raisons"}
OURS = "Justesse"
WAYS = (EVALUATION, PYTHON, MACHINE)
HEADER = ("", "temps par dossier", "dossiers par seconde", "rapporté à Justesse", "dossiers faux", "version")
THIN = "\u202f"
Table = list[tuple[str, ...]]


def duration(microseconds: float) -> str:
    """« 77 ns », « 34 µs », « 1,7 ms »."""
    for limit, factor, unit in ((0.9995, 1000, "ns"), (999.5, 1, "µs")):
        if microseconds < limit:
            return f"{figures(microseconds * factor)}{THIN}{unit}"
    return f"{figures(microseconds / 1000)}{THIN}ms"


def rate(microseconds: float) -> str:
    """Dossiers a second: « 13 millions », « 29 000 », « 580 »."""
    count = 1e6 / microseconds
    return f"{figures(count / 1e6)}{THIN}millions" if count >= 1e6 else whole(float(f"{count:.2g}"))


def figures(value: float) -> str:
    """Two significant figures, or the whole number."""
    text = f"{value:.0f}" if value >= 10 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"
    return text.replace(".", ",")


def whole(value: float) -> str:
    """Thousands apart."""
    return f"{value:,.0f}".replace(",", THIN)


def of_kind(rows: Sequence[Row], kind: str) -> list[Row]:
    """The rows of a kind, the fastest first, then those that are absent."""
    return sorted((row for row in rows if row.kind == kind), key=lambda row: (bool(row.absent), row.median))


def table(rows: Sequence[Row], kind: str) -> Table:
    """The cells of a kind, as many as the header has."""
    base = next((row.median for row in rows if row.kind == kind and row.name.startswith(OURS) and not row.absent), 0.0)
    return [_cells(row, base) for row in of_kind(rows, kind)]


def _cells(row: Row, base: float) -> tuple[str, ...]:
    if row.absent:
        return (row.name, f"non mesuré : {row.absent}", "", "", "", row.version)
    ratio = f"{figures(row.median / base)}{THIN}×" if base else ""
    wrong = f"{whole(row.different)} sur {whole(row.compared)}"
    return (row.name, duration(row.median), rate(row.median), ratio, wrong, row.version)


def costs_table(costs: Sequence[Cost]) -> Table:
    """A line a size of a thing, a column a way."""
    sizes = dict.fromkeys((one.thing, one.size) for one in costs)
    found = {(one.thing, one.size, one.way): duration(one.median) for one in costs}
    return [(f"{size} {thing}", *(found.get((thing, size, way), "non mesuré") for way in WAYS)) for thing, size in sizes]


def in_columns(lines: Table) -> str:
    """A table for the terminal."""
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    told = ("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)
    return "\n".join(told)


def in_markdown(lines: Table) -> str:
    """A table for the page: names to the left, figures to the right."""
    header, *rest = lines
    marks = tuple("---" if place in (0, 5) else "---:" for place in range(len(header)))
    return "\n".join(f"| {' | '.join(line)} |" for line in (header, marks, *rest))
