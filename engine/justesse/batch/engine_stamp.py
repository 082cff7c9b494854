"""Which engine this is: what decisions are kept under, so that those of another are never taken for its own.

Reads the modules of the engine; knows nothing of what they do.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from justesse.text.digest import sha256_of


@cache
def engine_stamp() -> str:
    """A hash of every module of the engine: the same on two machines when they run the same."""
    modules = _modules(files("justesse"), "")
    return sha256_of(*(part for name, module in modules for part in (f"\0{name}\0", module.read_bytes())))


def _modules(place: Traversable, name: str) -> Iterator[tuple[str, Traversable]]:
    for one in sorted(place.iterdir(), key=lambda one: one.name):
        if one.is_dir():
            yield from _modules(one, f"{name}{one.name}/")
        elif one.name.endswith(".py"):
            yield f"{name}{one.name}", one
