"""A Parquet file of dossiers, opened and held against the vocabulary before a row is read; every mistake of its columns gathered.

Reads no row.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from justesse.batch.plain import accepts
from justesse.batch.schema import CASE_KIND, IDENTIFIER, UNKNOWN_FACTS, column_of, lists_of
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import nearest
from justesse.program.declarations import Declarations, Record
from justesse.program.types import Label


def opened(path: Path, declared: Declarations) -> tuple[pq.ParquetFile | None, list[Diagnostic]]:
    """The file, or what is wrong with it."""
    if not path.exists() or path.is_dir():
        return None, [mistake("F0103" if path.is_dir() else "F0101", None, chemin=path)]
    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowException, OSError):
        return None, [mistake("L0101", None, chemin=path)]
    found = list(mistakes(file.schema_arrow, declared))
    return (None if found else file), found


def mistakes(schema: pa.Schema, declared: Declarations) -> Iterator[Diagnostic]:
    """The columns that are missing, unknown, or cannot hold their fact without a guess."""
    lists = dict(lists_of(declared))
    root = declared.records[declared.root]
    if IDENTIFIER not in schema.names:
        yield mistake("L0102", None, nom=IDENTIFIER)
    known = [IDENTIFIER, CASE_KIND, UNKNOWN_FACTS, *root.facts]
    yield from (mistake("L0115", None, nom=name) for name, times in Counter(schema.names).items() if times > 1)
    for field in schema:
        if field.name not in known:
            yield _unknown(field.name, known, "")
        elif field.name in lists:
            yield from _list(field, declared.records[lists[field.name]])
        elif field.name in (IDENTIFIER, CASE_KIND):
            if not _is_name(field.type):
                yield _wrong(field, "", "string")
        else:
            yield from _fact(field, root, "")


def _is_name(found: pa.DataType) -> bool:
    words = found.value_type if pa.types.is_dictionary(found) else found
    return bool(pa.types.is_integer(words) or pa.types.is_string(words) or pa.types.is_large_string(words))


def _list(field: pa.Field, record: Record) -> Iterator[Diagnostic]:
    held = field.type.value_type if pa.types.is_list(field.type) or pa.types.is_large_list(field.type) else None
    if held is None or not pa.types.is_struct(held):
        yield _wrong(field, "", "list<struct<…>>")
        return
    known = [UNKNOWN_FACTS, *record.facts]
    for one in held:
        if one.name not in known:
            yield _unknown(one.name, known, f"{field.name}.")
        else:
            yield from _fact(one, record, f"{field.name}.")


def _fact(field: pa.Field, record: Record, where: str) -> Iterator[Diagnostic]:
    if field.name == UNKNOWN_FACTS:
        listed = pa.types.is_list(field.type) or pa.types.is_large_list(field.type)
        if not (pa.types.is_null(field.type) or (listed and accepts(Label(), field.type.value_type))):
            yield _wrong(field, where, "list<string>")
    elif not accepts(record.facts[field.name].type, field.type):
        yield _wrong(field, where, str(column_of(record.facts[field.name]).type))


def _unknown(name: str, known: list[str], where: str) -> Diagnostic:
    return mistake("L0103", None, nom=f"{where}{name}", proche=nearest(name, known) or ", ".join(known))


def _wrong(field: pa.Field, where: str, expected: str) -> Diagnostic:
    return mistake("L0104", None, nom=f"{where}{field.name}", lu=field.type, attendu=expected)
