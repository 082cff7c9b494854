"""The decisions of another system, read from tables: the lines that ours have too, as whole numbers, its days as runs.

A file with a row for each dossier, where days may be a column of structures; or one with a row for each period; or a folder
of both. What it holds that ours do not is named, never compared. Held in memory, one column a line; says nothing of who is
right.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from justesse.batch.dossiers import names_in
from justesse.batch.flat import table_name
from justesse.batch.plain import Sure, Whole, unscaled
from justesse.batch.repeated import told_of_repeated
from justesse.batch.schema import CENTS, DOSSIERS, FIRST, IDENTIFIER, LAST, READABLE, WORDS
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.shadow.days import Runs

_DAYS = (FIRST, LAST)
_EXPECTED = "décimal (18, 2)"


class TooFine(Exception):
    """A number that millionths do not hold; the name of its column."""


@dataclass(frozen=True, slots=True)
class Column:
    """A line of the dossiers: millionths, or numbers of words; and where there is one."""

    values: Whole
    there: Sure


@dataclass(slots=True)
class Comparable:
    """The lines of our decisions that can stand beside others, by name: those of the dossier, those of the days of each view."""

    lines: dict[str, pa.DataType]
    days: dict[str, dict[str, pa.DataType]]


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
    """Its columns that our decisions do not have."""


def comparable(schema: pa.Schema) -> Comparable:
    """The numbers of the dossiers in a table of decisions, the numbers and words of their days."""
    lines = {one.name: one.type for one in schema if pa.types.is_decimal(one.type)}
    days = {}
    for one in schema:
        inner = getattr(one.type, "value_type", None)
        if inner is not None and pa.types.is_struct(inner) and {*_DAYS} <= {field.name for field in inner}:
            days[one.name] = {field.name: field.type for field in inner if _held(field.type)}
    return Comparable(lines, days)


def _held(kind: pa.DataType) -> bool:
    return kind in (CENTS, READABLE, WORDS)


# --- opening --------------------------------------------------------------------------------------------


def opened(path: Path, known: Comparable) -> tuple[Other | None, list[Diagnostic]]:
    """The decisions of a file or of a folder, or every mistake of their columns."""
    found: list[Diagnostic] = []
    tables = dict(_tables(path, known, found))
    for place, (file, view) in tables.items():
        found += _mistakes(place, file.schema_arrow, view, known)
    if not found and not any(_shared(file.schema_arrow, view, known) for file, view in tables.values()):
        names = [*known.lines, *(name for some in known.days.values() for name in some)]
        found.append(mistake("L0124", None, chemin=path, attendu=", ".join(names)))
    if found:
        return None, found
    return _read(tables, known)


def _tables(path: Path, known: Comparable, found: list[Diagnostic]) -> Iterator[tuple[Path, tuple[pq.ParquetFile, str]]]:
    """Each file with the view whose days it has a row for; none: it has a row for each dossier."""
    views = {table_name(view): view for view in known.days}
    places = sorted(one for one in path.iterdir() if not one.name.startswith(".")) if path.is_dir() else [path]
    for place in places:
        if path.is_dir() and place.name not in (f"{DOSSIERS}.parquet", *views):
            found.append(mistake("L0122", None, nom=place.name, proche=", ".join((f"{DOSSIERS}.parquet", *views))))
            continue
        if not place.exists():
            found.append(mistake("F0101", None, chemin=place))
            continue
        try:
            file = pq.ParquetFile(place)
        except (pa.ArrowException, OSError):
            found.append(mistake("L0101", None, chemin=place))
            continue
        by_period = next(iter(known.days), "") if {*_DAYS} <= set(file.schema_arrow.names) else ""
        yield place, (file, views.get(place.name, "") if path.is_dir() else by_period)


def _mistakes(place: Path, schema: pa.Schema, view: str, known: Comparable) -> Iterator[Diagnostic]:
    if IDENTIFIER not in schema.names:
        yield mistake("L0102", None, nom=IDENTIFIER)
    for one in _DAYS if view else ():
        if one not in schema.names:
            yield mistake("L0126", None, table=place.name, nom=one)
    for name, wanted, kind in _all_columns(schema, view, known):
        if not _accepts(wanted, kind):
            yield mistake("L0104", None, nom=name, lu=str(kind), attendu="date" if wanted == pa.date32() else _words_of(wanted))


def _words_of(kind: pa.DataType) -> str:
    return _EXPECTED if pa.types.is_decimal(kind) else "texte"


def _all_columns(schema: pa.Schema, view: str, known: Comparable) -> Iterator[tuple[str, pa.DataType, pa.DataType]]:
    """(name, type of ours, type found) of what is compared, and of the days that bear it."""
    for one in schema:
        inner = getattr(one.type, "value_type", None)
        if view:
            wanted = pa.date32() if one.name in _DAYS else known.days[view].get(one.name)
            if wanted is not None:
                yield one.name, wanted, one.type
        elif one.name in known.lines:
            yield one.name, known.lines[one.name], one.type
        elif one.name in known.days and inner is not None and pa.types.is_struct(inner):
            yield from _all_columns(pa.schema(list(inner)), one.name, known)


def _accepts(wanted: pa.DataType, found: pa.DataType) -> bool:
    if wanted == pa.date32():
        return bool(pa.types.is_date32(found))
    if pa.types.is_decimal(wanted):
        return bool(pa.types.is_decimal128(found) or (pa.types.is_integer(found) and found != pa.uint64()))
    plain = found.value_type if pa.types.is_dictionary(found) else found
    return bool(pa.types.is_string(plain) or pa.types.is_large_string(plain) or pa.types.is_null(plain))


def _shared(schema: pa.Schema, view: str, known: Comparable) -> bool:
    return any(wanted != pa.date32() for _, wanted, _ in _all_columns(schema, view, known))


# --- reading --------------------------------------------------------------------------------------------


def _read(tables: dict[Path, tuple[pq.ParquetFile, str]], known: Comparable) -> tuple[Other | None, list[Diagnostic]]:
    """Everything that is compared, once the columns are known to be right."""
    names = pc.unique(pa.chunked_array([one for file, _ in tables.values() for one in names_in(file)], pa.string()))
    if names.null_count:
        return None, [mistake("L0102", None, nom=IDENTIFIER)]
    other, found = Other(names), list[Diagnostic]()
    for place, (file, view) in tables.items():
        twice = None if view else told_of_repeated(lambda file=file: names_in(file), place)  # type: ignore[misc]
        if twice is not None:
            found.append(twice)
            continue
        try:
            found += _taken(other, place, file.read(), view, known)
        except TooFine as error:
            found.append(mistake("L0127", None, table=place.name, nom=error))
        except (pa.ArrowException, OSError, UnicodeDecodeError):
            found.append(mistake("L0101", None, chemin=place))
    return (None if found else other), found


def _taken(other: Other, place: Path, table: pa.Table, view: str, known: Comparable) -> Iterator[Diagnostic]:
    """What a table brings: lines of dossiers, days."""
    owners = pc.index_in(table[IDENTIFIER].cast(pa.string()).combine_chunks(), value_set=other.names).to_numpy().astype(np.int64)
    if view:
        yield from _periods(other, place, view, owners, table.drop_columns([IDENTIFIER]), known)
        return
    for name in table.column_names:
        held = table[name].combine_chunks()
        if name in known.lines:
            values, there = millionths(name, held)
            whole = np.zeros(len(other.names), dtype=np.int64), np.zeros(len(other.names), dtype=bool)
            whole[0][owners], whole[1][owners] = values, there
            other.lines[name] = Column(*whole)
        elif name in known.days and pa.types.is_struct(getattr(held.type, "value_type", None) or pa.null()):
            inside = np.repeat(owners, held.value_lengths().fill_null(0).to_numpy())
            yield from _periods(other, place, name, inside, pa.Table.from_struct_array(held.flatten()), known)
        elif name != IDENTIFIER:
            other.apart.append(name)


def _periods(other: Other, place: Path, view: str, owners: Whole, table: pa.Table, known: Comparable) -> Iterator[Diagnostic]:
    """The periods of a view, in the order of their dossiers."""
    first, last = (days_of(table[name].combine_chunks()) for name in _DAYS)
    missing = (table[FIRST].is_null().to_numpy() | table[LAST].is_null().to_numpy()) | (last < first)
    if missing.any():
        yield mistake("L0125", None, table=place.name, ligne=int(np.flatnonzero(missing)[0]) + 1)
        return
    order = np.argsort(owners, kind="stable")
    runs = Runs(owners[order], first[order], last[order])
    for name in table.column_names:
        kind = known.days[view].get(name)
        if kind is None:
            other.apart += [] if name in _DAYS else [name]
        elif pa.types.is_decimal(kind):
            values, there = millionths(name, table[name].combine_chunks())
            runs.numbers[name] = np.where(there, values, 0)[order]
        else:
            runs.words[name] = coded(table[name].combine_chunks(), other.words)[order]
    other.days[view] = runs


def millionths(name: str, column: pa.Array) -> tuple[Whole, Sure]:
    """Numbers as whole millionths, and where there is one."""
    try:
        found, fits = unscaled(column.cast(READABLE))
    except pa.ArrowException as error:
        raise TooFine(name) from error
    there = column.is_valid().to_numpy(zero_copy_only=False)
    if not (fits | ~there).all():
        raise TooFine(name)
    return np.where(there, found, 0), there


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
