"""The decisions of another system as whole numbers: its lines that ours have too, its days as runs.

What it holds that is not compared is named. Held in memory, one column a line, so that its rows may come in any order. Says
nothing of who is right.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from justesse.batch.dossiers import names_in
from justesse.batch.plain import EPOCH, Sure, Whole, lengths, unscaled
from justesse.batch.repeated import told_of_repeated
from justesse.batch.schema import FIRST, IDENTIFIER, LAST, READABLE, WORDS
from justesse.compiled.columns import FIRST_DAY, LAST_DAY
from justesse.diagnostics.diagnostic import Diagnostic, caution, mistake
from justesse.shadow.days import Runs
from justesse.shadow.layout import DAYS, Comparable, Table, structure, tables_of

_LARGEST_A_DAY, _LARGEST = 10**13, 10**18
"""Millionths: what may be added up day after day, and subtracted, in 64 bits."""


class TooFine(Exception):
    """A number that millionths do not hold; the name of its column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A line of the dossiers: millionths, and where there is one."""

    values: Whole
    there: Sure


@dataclass(slots=True)
class Other:
    """What the other system decided."""

    names: pa.Array
    """Its dossiers, each once."""
    lines: dict[str, Column] = field(default_factory=dict)
    days: dict[str, Runs] = field(default_factory=dict)
    """Column of days → its periods; `Runs.owners` are places in `names`, in order."""
    words: dict[str, int] = field(default_factory=dict)
    """The words of both sides, numbered as they come."""
    apart: list[str] = field(default_factory=list)
    """Its columns that are not compared."""
    told: list[Diagnostic] = field(default_factory=list)
    """What does not keep from comparing."""


def opened(path: Path, known: Comparable) -> tuple[Other | None, list[Diagnostic]]:
    """The decisions of a file or of a folder, or every mistake in them."""
    tables, found = tables_of(path, known)
    if found:
        return None, found
    try:
        return _read(tables, known)
    except (pa.ArrowException, OSError, UnicodeDecodeError):
        return None, [mistake("L0101", None, chemin=path)]


def _read(tables: list[Table], known: Comparable) -> tuple[Other | None, list[Diagnostic]]:
    """Everything that is compared, once the columns are known to be right."""
    names = pc.unique(pa.chunked_array([one for table in tables for one in names_in(table.file)], pa.string()))
    if names.null_count:
        return None, [mistake("L0102", None, nom=IDENTIFIER)]
    other, found = Other(names), list[Diagnostic]()
    for table in tables:
        twice = None if table.view else told_of_repeated(lambda table=table: names_in(table.file), table.place)  # type: ignore[misc]
        if twice is not None:
            found.append(twice)
            continue
        try:
            found += _taken(other, table, known)
        except TooFine as error:
            found.append(mistake("L0127", None, table=table.place.name, nom=error))
    return (None if found else other), found


def _taken(other: Other, table: Table, known: Comparable) -> Iterator[Diagnostic]:
    """What a table brings: lines of dossiers, days."""
    groups = range(table.file.num_row_groups)
    rows = pa.concat_tables([table.file.read_row_group(one) for one in groups]) if groups else table.file.read()
    owners = pc.index_in(rows[IDENTIFIER].cast(pa.string()).combine_chunks(), value_set=other.names).to_numpy().astype(np.int64)
    if table.view:
        yield from _periods(other, table, table.view, owners, rows.drop_columns([IDENTIFIER]), known)
        return
    for name in rows.column_names:
        held = rows[name].combine_chunks()
        if name in known.lines:
            values, there = millionths(name, held)
            whole = np.zeros(len(other.names), dtype=np.int64), np.zeros(len(other.names), dtype=bool)
            whole[0][owners], whole[1][owners] = values, there
            other.lines[name] = Column(*whole)
        elif name in known.days and structure(held.type):
            inside = np.repeat(owners, lengths(held))
            yield from _periods(other, table, name, inside, pa.Table.from_struct_array(held.flatten()), known)
        elif name != IDENTIFIER:
            other.apart.append(name)


def _periods(other: Other, table: Table, view: str, owners: Whole, rows: pa.Table, known: Comparable) -> Iterator[Diagnostic]:
    """The periods of a view, in the order of their dossiers."""
    first, last = (days_of(rows[name].combine_chunks()) for name in DAYS)
    wrong = rows[FIRST].is_null().to_numpy() | rows[LAST].is_null().to_numpy() | (last < first)
    wrong |= (first + EPOCH < FIRST_DAY) | (last + EPOCH > LAST_DAY)
    if wrong.any():
        yield mistake("L0125", None, table=table.place.name, ligne=int(np.flatnonzero(wrong)[0]) + 1)
        return
    order = np.argsort(owners, kind="stable")
    runs = Runs(owners[order], first[order], last[order])
    for name in rows.column_names:
        kind = known.days[view].get(name)
        if kind is None:
            other.apart += [] if name in DAYS else [name]
        elif pa.types.is_decimal(kind):
            values, _ = millionths(name, rows[name].combine_chunks(), _LARGEST_A_DAY)
            runs.numbers[name] = values[order]
        else:
            runs.words[name] = coded(rows[name].combine_chunks(), other.words)[order]
    twice = _repeated(runs)
    if twice:
        other.told.append(caution("L0134", None, table=table.place.name, nombre=twice))
    other.days[view] = runs


def _repeated(runs: Runs) -> int:
    """How many periods say again what another says."""
    columns = [runs.owners, runs.first, runs.last, *runs.numbers.values(), *runs.words.values()]
    order = np.lexsort(columns)
    same = np.ones(max(len(order) - 1, 0), dtype=bool)
    for column in columns:
        same &= column[order][1:] == column[order][:-1]
    return int(same.sum())


def millionths(name: str, column: pa.Array, most: int = _LARGEST) -> tuple[Whole, Sure]:
    """Numbers as whole millionths, zero where there is none, and where there is one."""
    try:
        found, fits = unscaled(column.cast(READABLE))
    except pa.ArrowException as error:
        raise TooFine(name) from error
    there = column.is_valid().to_numpy(zero_copy_only=False)
    found = np.where(there, found, 0)
    if not (fits | ~there).all() or (np.abs(found) > most).any():
        raise TooFine(name)
    return found, there


def days_of(column: pa.Array) -> Whole:
    """Dates as numbers of days since 1970."""
    found: Whole = column.cast(pa.int32()).fill_null(0).to_numpy().astype(np.int64)
    return found


def coded(column: pa.Array, words: dict[str, int]) -> Whole:
    """Words by their numbers, from 1; 0 where there is none."""
    encoded = column if pa.types.is_dictionary(column.type) else column.cast(WORDS).dictionary_encode()
    numbers = [words.setdefault(one, len(words) + 1) if one is not None else 0 for one in encoded.dictionary.to_pylist()]
    places = encoded.indices.fill_null(len(numbers)).to_numpy().astype(np.int64)
    found: Whole = np.array([*numbers, 0], dtype=np.int64)[places]
    return found
