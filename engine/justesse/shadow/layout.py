"""The tables of another system, held against the lines of our decisions before a row is read; every mistake gathered.

A file with a row for each dossier, where days may be a column of structures; or one with a row for each period; or a folder of
both. Reads no row.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from justesse.batch.flat import table_name
from justesse.batch.opening import file_of, is_name, written_twice
from justesse.batch.plain import accepts
from justesse.batch.schema import CENTS, DOSSIERS, FIRST, IDENTIFIER, LAST, READABLE, WORDS
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program.types import Date, Label, Number, Type
from justesse.values.units import Unit

DAYS = (FIRST, LAST)
_NUMBER, _WORD = "décimal (18, 2)", "texte"
_KINDS: dict[pa.DataType, tuple[Type, str]] = {pa.date32(): (Date(), "date"), WORDS: (Label(), _WORD)}
"""Type of a column of ours → what may stand beside it, and its name; the others are numbers."""


@dataclass(slots=True)
class Comparable:
    """The lines of our decisions that can stand beside others, by name: those of the dossier, those of the days of each view."""

    lines: dict[str, pa.DataType]
    days: dict[str, dict[str, pa.DataType]]


@dataclass(frozen=True, slots=True)
class Table:
    """A file, and the view whose days it has a row for; none: it has a row for each dossier."""

    place: Path
    file: pq.ParquetFile
    view: str


def comparable(schema: pa.Schema) -> Comparable:
    """The numbers of the dossiers in a table of decisions, the numbers and words of their days."""
    lines = {one.name: one.type for one in schema if pa.types.is_decimal(one.type)}
    days = {}
    for one in schema:
        inner = structure(one.type)
        if {*DAYS} <= {field.name for field in inner}:
            days[one.name] = {field.name: field.type for field in inner if field.type in (CENTS, READABLE, WORDS)}
    return Comparable(lines, days)


def structure(kind: pa.DataType) -> list[pa.Field]:
    """The fields of the structures of a list; none of another type."""
    inner = getattr(kind, "value_type", None)
    return list(inner) if inner is not None and pa.types.is_struct(inner) else []


def tables_of(path: Path, known: Comparable) -> tuple[list[Table], list[Diagnostic]]:
    """The tables of a file or of a folder, or every mistake of their names and columns."""
    found: list[Diagnostic] = []
    tables = list(_tables(path, known, found))
    for one in tables:
        found += _mistakes(one, known)
    given = Counter(view for one in tables for view in _views(one, known))
    found += [mistake("L0115", None, nom=view) for view, times in given.items() if times > 1]
    if not found and not any(_shared(one, known) for one in tables):
        names = [*known.lines, *(name for some in known.days.values() for name in some)]
        found.append(mistake("L0124", None, chemin=path, attendu=", ".join(names)))
    return tables, found


def _tables(path: Path, known: Comparable, found: list[Diagnostic]) -> Iterator[Table]:
    views = {table_name(view): view for view in known.days}
    places = sorted(one for one in path.iterdir() if not one.name.startswith(".")) if path.is_dir() else [path]
    for place in places:
        if path.is_dir() and place.name not in (f"{DOSSIERS}.parquet", *views):
            found.append(mistake("L0122", None, nom=place.name, proche=", ".join((f"{DOSSIERS}.parquet", *views))))
            continue
        file, wrong = file_of(place)
        found += wrong
        if file is not None:
            of_periods = next(iter(known.days), "") if {*DAYS} & set(file.schema_arrow.names) else ""
            yield Table(place, file, views.get(place.name, "") if path.is_dir() else of_periods)


def _views(table: Table, known: Comparable) -> list[str]:
    """The views whose days a table gives."""
    return [table.view] if table.view else [name for name in table.file.schema_arrow.names if name in known.days]


def _mistakes(table: Table, known: Comparable) -> Iterator[Diagnostic]:
    schema = table.file.schema_arrow
    if IDENTIFIER not in schema.names:
        yield mistake("L0102", None, nom=IDENTIFIER)
    yield from (_wrong(one, _WORD) for one in schema if one.name == IDENTIFIER and not is_name(one.type))
    yield from written_twice(schema.names, "")
    if table.view:
        yield from _periods(table, list(schema), table.view, known)
        return
    for one in schema:
        inside = structure(one.type)
        if one.name in known.lines:
            yield from _unlike(one, known.lines[one.name])
        elif one.name in known.days and not inside:
            yield _wrong(one, "liste de fiches")
        elif one.name in known.days:
            yield from written_twice([field.name for field in inside], "")
            yield from _periods(table, inside, one.name, known)


def _periods(table: Table, fields: list[pa.Field], view: str, known: Comparable) -> Iterator[Diagnostic]:
    """The columns of periods: their days, and the lines that ours have too."""
    names = {one.name for one in fields}
    yield from (mistake("L0126", None, table=table.place.name, nom=one) for one in DAYS if one not in names)
    for one in fields:
        wanted = pa.date32() if one.name in DAYS else known.days[view].get(one.name)
        if wanted is not None:
            yield from _unlike(one, wanted)


def _unlike(field: pa.Field, wanted: pa.DataType) -> Iterator[Diagnostic]:
    """A column that cannot hold what ours holds, without a guess."""
    kind, said = _KINDS.get(wanted, (Number(Unit(())), _NUMBER))
    if not accepts(kind, field.type):
        yield _wrong(field, said)


def _wrong(field: pa.Field, expected: str) -> Diagnostic:
    return mistake("L0104", None, nom=field.name, lu=field.type, attendu=expected)


def _shared(table: Table, known: Comparable) -> bool:
    """Whether a table has a line that ours have too."""
    schema = table.file.schema_arrow
    if table.view:
        return bool(set(schema.names) & set(known.days[table.view]))
    days = [one for one in schema if one.name in known.days]
    inner = any(field.name in known.days[one.name] for one in days for field in structure(one.type))
    return inner or bool(set(schema.names) & set(known.lines))
