"""The identifiers that several dossiers of a file have, found without holding the file: eight bytes a dossier.

Reads no other column, decides nothing.
"""

from array import array
from collections import Counter
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from justesse.batch.schema import IDENTIFIER


def repeated(file: pq.ParquetFile) -> list[str]:
    """Each once, in the order in which they are met; two names of one hash are told apart in a second reading."""
    hashes = array("q")
    for names in _names(file):
        hashes.extend(map(hash, names))
    ordered = np.sort(np.array(hashes, dtype=np.int64))
    twice = set(ordered[1:][ordered[1:] == ordered[:-1]].tolist())
    if not twice:
        return []
    times = Counter(name for names in _names(file) for name in names if hash(name) in twice)
    return [name for name, number in times.items() if number > 1]


def _names(file: pq.ParquetFile) -> Iterator[list[str]]:
    """The identifiers there are, as texts: a row without one is rejected elsewhere."""
    for batch in file.iter_batches(columns=[IDENTIFIER]):
        yield [name for name in batch.column(0).cast(pa.string()).to_pylist() if name is not None]
