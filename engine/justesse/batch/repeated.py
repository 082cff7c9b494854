"""The identifiers that several dossiers have, found without holding the dossiers: some ten bytes each.

Reads no other column, decides nothing.
"""

from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa

from justesse.diagnostics.diagnostic import Diagnostic, mistake

Names = Callable[[], Iterator[pa.Array]]
"""The identifiers, read again each time they are asked for."""
NAMED = 3
"""The most identifiers told of those that come back."""


def told_of_repeated(names: Names, path: Path) -> Diagnostic | None:
    """What to say when several dossiers of a table have one identifier."""
    found = [f"« {name} »" for name in _repeated(names, NAMED + 1)]
    others = " et d'autres" if len(found) > NAMED else ""
    return mistake("L0118", None, chemin=path, noms=", ".join(found[:NAMED]) + others) if found else None


def _repeated(names: Names, most: int) -> list[str]:
    """The first of them, each once, `most` at most; two names of one hash are told apart in a second reading."""
    hashes = array("q", (hash(name) for name in _texts(names)))
    ordered = np.frombuffer(hashes, dtype=np.int64)
    ordered.sort()
    twice = set(ordered[1:][ordered[1:] == ordered[:-1]].tolist())
    met: set[str] = set()
    found: dict[str, None] = {}
    for name in _texts(names) if twice else ():
        if hash(name) in twice:
            if name in met:
                found[name] = None
            met.add(name)
        if len(found) == most:
            break
    return list(found)


def _texts(names: Names) -> Iterator[str]:
    """The identifiers there are: a row without one is rejected elsewhere."""
    for some in names():
        yield from (name for name in some.to_pylist() if name is not None)
