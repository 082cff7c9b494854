"""Tables of dossiers, opened and held against the vocabulary before a row is read; every mistake of their columns gathered.

Reads no row.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from justesse.batch.dossiers import Dossiers, Nested
from justesse.batch.flat import Flat, table_name
from justesse.batch.plain import accepts
from justesse.batch.schema import CASE_KIND, DOSSIERS, IDENTIFIER, UNKNOWN_FACTS, column_of, lists_of
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import fold, meant, nearest
from justesse.program.declarations import Declarations, Record
from justesse.program.types import Label


def opened(path: Path, declared: Declarations) -> tuple[Dossiers | None, list[Diagnostic]]:
    """The dossiers of a file of nested rows, or of a folder of flat tables; or what is wrong with it."""
    if path.is_dir():
        return _folder(path, declared)
    file, found = file_of(path)
    found += mistakes(file.schema_arrow, declared) if file is not None else []
    return (Nested(path, file) if file is not None and not found else None), found


def file_of(path: Path) -> tuple[pq.ParquetFile | None, list[Diagnostic]]:
    """A Parquet file, or why it is none."""
    if not path.exists():
        return None, [mistake("F0101", None, chemin=path)]
    try:
        return pq.ParquetFile(path), []
    except (pa.ArrowException, OSError):
        return None, [mistake("L0101", None, chemin=path)]


# --- a folder of flat tables ------------------------------------------------------------------------------


def _folder(path: Path, declared: Declarations) -> tuple[Dossiers | None, list[Diagnostic]]:
    """A table named after each list, with or without its accents, beside the table of dossiers."""
    entries = sorted(one for one in path.iterdir() if not one.name.startswith("."))
    main = next((one for one in entries if _table(one) == DOSSIERS), path / f"{DOSSIERS}.parquet")
    file, found = file_of(main)
    own = file.schema_arrow if file is not None else pa.schema([])
    found += mistakes(own, declared) if file is not None else []
    tables = {place: _list_of(place, declared) for place in entries if place != main}
    found += written_twice([*(name for name in tables.values() if name), *set(own.names)], "")
    lists: dict[str, tuple[Path, pq.ParquetFile]] = {}
    for place, name in tables.items():
        side, wrong = file_of(place) if name else (None, [_no_list(place, declared)])
        found += wrong
        if side is not None:
            found += _records(side.schema_arrow, name, declared)
            lists[name] = place, side
    return (Flat(main, file, lists) if file is not None and not found else None), found


def _table(place: Path) -> str:
    """What a table is named after; "" for what is no Parquet file: nothing of a folder is passed over."""
    return fold(place.stem) if place.is_file() and place.suffix.lower() == ".parquet" else ""


def _list_of(place: Path, declared: Declarations) -> str:
    """The list that a table is named after; "" when none is."""
    return next((name for name, _ in lists_of(declared) if fold(name) == _table(place)), "")


def _no_list(place: Path, declared: Declarations) -> Diagnostic:
    known = [DOSSIERS, *(name for name, _ in lists_of(declared))]
    near = nearest(place.stem, known)
    return mistake("L0122", None, nom=place.name, proche=", ".join(table_name(one) for one in ([near] if near else known)))


def _records(schema: pa.Schema, name: str, declared: Declarations) -> Iterator[Diagnostic]:
    """What is wrong with the columns of a table of records."""
    record = declared.records[dict(lists_of(declared))[name]]
    where = f"{name}."
    yield from written_twice(schema.names, where)
    if IDENTIFIER not in schema.names:
        yield mistake("L0102", None, nom=f"{where}{IDENTIFIER}")
    yield from (_wrong(one, where, "string") for one in schema if one.name == IDENTIFIER and not is_name(one.type))
    yield from _facts([one for one in schema if one.name != IDENTIFIER], record, where)


# --- columns ----------------------------------------------------------------------------------------------


def mistakes(schema: pa.Schema, declared: Declarations) -> Iterator[Diagnostic]:
    """The columns that are missing, unknown, or cannot hold their fact without a guess."""
    lists = dict(lists_of(declared))
    root = declared.records[declared.root]
    if IDENTIFIER not in schema.names:
        yield mistake("L0102", None, nom=IDENTIFIER)
    known = [IDENTIFIER, CASE_KIND, UNKNOWN_FACTS, *root.facts]
    yield from written_twice(schema.names, "")
    for field in schema:
        if field.name not in known:
            yield _unknown(field.name, known, "")
        elif field.name in lists:
            yield from _list(field, declared.records[lists[field.name]])
        elif field.name in (IDENTIFIER, CASE_KIND):
            if not is_name(field.type):
                yield _wrong(field, "", "string")
        else:
            yield from _fact(field, root, "")


def is_name(found: pa.DataType) -> bool:
    """Whether a column of this type can name dossiers."""
    words = found.value_type if pa.types.is_dictionary(found) else found
    return bool(pa.types.is_integer(words) or pa.types.is_string(words) or pa.types.is_large_string(words))


def _list(field: pa.Field, record: Record) -> Iterator[Diagnostic]:
    held = field.type.value_type if pa.types.is_list(field.type) or pa.types.is_large_list(field.type) else None
    if held is None or not pa.types.is_struct(held):
        yield _wrong(field, "", "list<struct<…>>")
        return
    yield from _facts(held, record, f"{field.name}.")


def _facts(fields: Iterable[pa.Field], record: Record, where: str) -> Iterator[Diagnostic]:
    known = [UNKNOWN_FACTS, *record.facts]
    for one in fields:
        if one.name not in known:
            yield _unknown(one.name, known, where)
        else:
            yield from _fact(one, record, where)


def written_twice(names: list[str], where: str) -> Iterator[Diagnostic]:
    """The columns that have the name of another."""
    yield from (mistake("L0115", None, nom=f"{where}{name}") for name, times in Counter(names).items() if times > 1)


def _fact(field: pa.Field, record: Record, where: str) -> Iterator[Diagnostic]:
    if field.name == UNKNOWN_FACTS:
        listed = pa.types.is_list(field.type) or pa.types.is_large_list(field.type)
        if not (pa.types.is_null(field.type) or (listed and accepts(Label(), field.type.value_type))):
            yield _wrong(field, where, "list<string>")
    elif not accepts(record.facts[field.name].type, field.type):
        yield _wrong(field, where, str(column_of(record.facts[field.name]).type))


def _unknown(name: str, known: list[str], where: str) -> Diagnostic:
    return mistake("L0103", None, nom=f"{where}{name}", proche=meant(name, known))


def _wrong(field: pa.Field, where: str, expected: str) -> Diagnostic:
    return mistake("L0104", None, nom=f"{where}{field.name}", lu=field.type, attendu=expected)
