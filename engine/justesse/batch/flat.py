"""Flat tables, as a database gives them, put together as they are read: dossiers in one, the records of each list in another.

All are in the order of the dossiers, so that each is read once and memory holds a block of them (a sort-merge join). Sorts
nothing: a table in another order is told, never a record lost. Checks no column (`opening.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from justesse.batch.dossiers import Row, names_in, rows_in, stamp_of
from justesse.batch.plain import Whole
from justesse.batch.repeated import told_of_repeated
from justesse.batch.schema import DOSSIERS, IDENTIFIER
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import fold

_BLOCK = 10_000
"""Dossiers whose identifiers are held at once when the order of tables is checked."""
BATCH = 65_536
"""Records read at once."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A table with a row for each dossier; for some lists, a table with a row for each record, which names its dossier."""

    path: Path
    file: pq.ParquetFile
    lists: dict[str, tuple[Path, pq.ParquetFile]]

    @property
    def count(self) -> int:
        """How many dossiers."""
        return int(self.file.metadata.num_rows)

    def stamp(self) -> dict[str, object]:
        """What is said of each file."""
        return {place.name: stamp_of(place) for place in (self.path, *(place for place, _ in self.lists.values()))}

    def disorder(self) -> list[Diagnostic]:
        """Two dossiers of one identifier; in each table, the first record that its dossier does not find."""
        twice = told_of_repeated(self.names, self.path)
        return [twice] if twice is not None else list(self._astray())

    def names(self) -> Iterator[pa.Array]:
        """The identifiers of the dossiers."""
        return names_in(self.file)

    def blocks(self, size: int, done: Mapping[int, int]) -> Iterator[tuple[int, pa.RecordBatch]]:
        """Records of blocks that are done are passed by."""
        first, streams = 0, {name: _Stream(file) for name, (_, file) in self.lists.items()}
        for block in self.file.iter_batches(size):
            names = block.column(IDENTIFIER).cast(pa.string())
            for name, stream in streams.items():
                block = block.append_column(name, _listed(*stream.of(names), len(names)))
            if first not in done:
                yield first, block
            first += block.num_rows

    def rows(self, numbers: Sequence[int]) -> list[Row]:
        """Dossiers with their records, each table looked through once."""
        found = rows_in(self.file, numbers)
        names = pa.array([str(row[IDENTIFIER]) for row in found], pa.string())
        for name, (_, file) in self.lists.items():
            batches = [batch.filter(pc.is_in(_owners(batch), value_set=names)) for batch in file.iter_batches()]
            records = pa.Table.from_batches(batches, file.schema_arrow).to_pylist()
            for row in found:
                row[name] = [one for one in records if str(one[IDENTIFIER]) == str(row[IDENTIFIER])]
        return found

    def _astray(self) -> Iterator[Diagnostic]:
        for place, file in self.lists.values():
            stream = _Stream(file, [IDENTIFIER])
            for block in self.file.iter_batches(_BLOCK, columns=[IDENTIFIER]):
                stream.of(block.column(0).cast(pa.string()))
            left = stream.left()
            if left is not None:
                known = left in (name for names in self.names() for name in names.to_pylist())
                told = {"ligne": stream.passed + 1, "table": place.name, "nom": left or "", "chemin": self.path.name}
                yield mistake("L0121" if known else "L0120", None, **told)


def flattened(nested: pa.Table, lists: list[str]) -> Iterator[tuple[str, pa.Table]]:
    """(name of the file, rows) of the flat tables that hold what a nested one does, with these lists."""
    yield f"{DOSSIERS}.parquet", nested.drop_columns(lists)
    for name in lists:
        held = nested[name].combine_chunks()
        owners = nested[IDENTIFIER].combine_chunks().take(pc.list_parent_indices(held))
        rows = pa.Table.from_struct_array(held.flatten()).add_column(0, nested.schema.field(IDENTIFIER), owners)
        yield table_name(name), rows


def table_name(listed: str) -> str:
    """The file of a list, in plain letters; any spelling of its name is read."""
    return f"{fold(listed).replace(' ', '_')}.parquet"


# --- putting together ---------------------------------------------------------------------------------


class _Stream:
    """The records of a table, handed out to the dossiers that come for them; none is passed over."""

    def __init__(self, file: pq.ParquetFile, columns: list[str] | None = None) -> None:
        self.schema = file.schema_arrow
        self.batches = file.iter_batches(BATCH, columns=columns)
        self.ahead: pa.RecordBatch | None = None
        """Records that were read, the first of which is of no dossier that came."""
        self.passed = 0
        """How many records were handed out."""

    def of(self, names: pa.Array) -> tuple[pa.Table, Whole]:
        """The next records, as long as they are of these dossiers, in their order; the place of the dossier of each."""
        rows: list[pa.RecordBatch] = []
        owners: list[Whole] = [np.zeros(0, dtype=np.int64)]
        reached = 0
        while (batch := self._next()) is not None:
            places = pc.index_in(_owners(batch), value_set=names, skip_nulls=True).fill_null(-1).to_numpy().astype(np.int64)
            mine = _leading(places, reached)
            rows.append(batch.slice(0, mine))
            owners.append(places[:mine])
            self.passed += mine
            if mine < batch.num_rows:
                self.ahead = batch.slice(mine)
                break
            reached = int(places[-1]) if mine else reached
        return pa.Table.from_batches(rows, None if rows else self.schema), np.concatenate(owners)

    def left(self) -> str | None:
        """The dossier of the first record that nobody came for, "" when it names none; None when all were handed out."""
        batch = self._next()
        return None if batch is None else _owners(batch)[0].as_py() or ""

    def _next(self) -> pa.RecordBatch | None:
        """What was read ahead, or the next records of the file; None at its end."""
        ahead, self.ahead = self.ahead, None
        return ahead if ahead is not None else next((one for one in self.batches if one.num_rows), None)


def _owners(batch: pa.RecordBatch) -> pa.Array:
    return batch.column(IDENTIFIER).cast(pa.string())


def _leading(places: Whole, reached: int) -> int:
    """How many of the first places are of dossiers, and go on in order from the one reached."""
    strays = np.flatnonzero(places < np.maximum.accumulate(np.maximum(places, reached)))
    return int(strays[0]) if len(strays) else len(places)


def _listed(records: pa.Table, owners: Whole, count: int) -> pa.ListArray:
    """The records of each of `count` dossiers as a list of structures."""
    offsets = np.searchsorted(owners, np.arange(count + 1)).astype(np.int32)
    held = records.drop_columns([IDENTIFIER]).to_struct_array().combine_chunks()
    return pa.ListArray.from_arrays(pa.array(offsets), held)
