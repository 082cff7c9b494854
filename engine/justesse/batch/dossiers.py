"""Where dossiers come from: how many, their names, blocks of them, one alone. Here, a file of nested rows.

Checks no column (`opening.py`) and reads no value.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from justesse.batch.schema import IDENTIFIER
from justesse.diagnostics.diagnostic import Diagnostic
from justesse.text.digest import sha256_of

Row = dict[str, Any]
_FOOTER = 65_536


class Dossiers(Protocol):
    """Dossiers in the order of their rows, laid out as `schema.input_schema` when they are given."""

    @property
    def count(self) -> int:
        """How many there are."""

    def stamp(self) -> object:
        """What tells, in plain JSON, whether they are still those of an earlier run."""

    def disorder(self) -> list[Diagnostic]:
        """What keeps them from being put together, found without reading a fact."""

    def names(self) -> Iterator[pa.Array]:
        """Their identifiers, as texts."""

    def blocks(self, size: int, done: Mapping[int, int]) -> Iterator[tuple[int, pa.RecordBatch]]:
        """(first row, rows) of the blocks that are not done; `done`: first row → rows, of those that are."""

    def rows(self, numbers: Sequence[int]) -> list[Row]:
        """Some of them, in the order asked; the first is number 0."""


@dataclass(frozen=True, slots=True)
class Nested:
    """A Parquet file with a row for each dossier, where a list is a column of structures."""

    path: Path
    file: pq.ParquetFile

    @property
    def count(self) -> int:
        """How many rows."""
        return int(self.file.metadata.num_rows)

    def stamp(self) -> list[object]:
        """Its size, its date, a hash of its end, where Parquet keeps what there is in a file."""
        return stamp_of(self.path)

    def disorder(self) -> list[Diagnostic]:
        """Nothing has to be put together."""
        return []

    def names(self) -> Iterator[pa.Array]:
        """Its column of identifiers."""
        return names_in(self.file)

    def blocks(self, size: int, done: Mapping[int, int]) -> Iterator[tuple[int, pa.RecordBatch]]:
        """A group of rows that is wholly done is not even read."""
        first = 0
        for group in range(self.file.num_row_groups):
            last = first + self.file.metadata.row_group(group).num_rows
            if sum(rows for start, rows in done.items() if first <= start < last) < last - first:
                for block in self.file.iter_batches(size, row_groups=[group]):
                    if first not in done:
                        yield first, block
                    first += block.num_rows
            first = last

    def rows(self, numbers: Sequence[int]) -> list[Row]:
        """Of the groups of rows that hold them."""
        return rows_in(self.file, numbers)


def stamp_of(path: Path) -> list[object]:
    """The size of a file, its date, a hash of its end."""
    size, changed = path.stat().st_size, path.stat().st_mtime_ns
    with path.open("rb") as file:
        file.seek(max(0, size - _FOOTER))
        end = sha256_of(file.read())
    return [size, changed, end]


def names_in(file: pq.ParquetFile) -> Iterator[pa.Array]:
    """The identifiers of a file, as texts."""
    for batch in file.iter_batches(columns=[IDENTIFIER]):
        yield batch.column(0).cast(pa.string())


def rows_in(file: pq.ParquetFile, numbers: Sequence[int]) -> list[Row]:
    """Rows of a file, in the order asked; groups of rows that hold none of them are not read."""
    found: dict[int, Row] = {}
    first = 0
    for group in range(file.num_row_groups):
        last = first + file.metadata.row_group(group).num_rows
        inside = [number for number in numbers if first <= number < last]
        if inside:
            rows = file.read_row_group(group).take([number - first for number in inside]).to_pylist()
            found.update(zip(inside, rows, strict=True))
        first = last
    return [found[number] for number in numbers]
