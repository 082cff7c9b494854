"""Which engine this is: what decisions are kept under, so that those of another are never taken for its own.

Reads the modules of the engine; knows nothing of what they do.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable


@cache
def engine_stamp() -> str:
    """A hash of every module of the engine: the same on two machines when they run the same."""
    digest = hashlib.sha256()
    for name, module in _modules(files("justesse"), ""):
        digest.update(f"\0{name}\0".encode())
        digest.update(module.read_bytes())
    return digest.hexdigest()


def _modules(place: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for one in sorted(place.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _modules(one, f"{name}{one.name}/")
        elif one.name.endswith(".py"):
            yield f"{name}{one.name}", one
