"""The identifiers that several dossiers of a file have, found without holding the file: some ten bytes a dossier.

Reads no other column, decides nothing.
"""

from array import array
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from justesse.batch.schema import IDENTIFIER


def repeated(file: pq.ParquetFile, most: int) -> list[str]:
    """The first of them, each once, `most` at most; two names of one hash are told apart in a second reading."""
    hashes = array("q", (hash(name) for name in _names(file)))
    ordered = np.frombuffer(hashes, dtype=np.int64)
    ordered.sort()
    twice = set(ordered[1:][ordered[1:] == ordered[:-1]].tolist())
    met: set[str] = set()
    found: dict[str, None] = {}
    for name in _names(file) if twice else ():
        if hash(name) in twice:
            if name in met:
                found[name] = None
            met.add(name)
        if len(found) == most:
            break
    return list(found)


def _names(file: pq.ParquetFile) -> Iterator[str]:
    """The identifiers there are, as texts: a row without one is rejected elsewhere."""
    for batch in file.iter_batches(columns=[IDENTIFIER]):
        yield from (name for name in batch.column(0).cast(pa.string()).to_pylist() if name is not None)
