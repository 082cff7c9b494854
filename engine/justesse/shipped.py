"""Where `grammar/` and `rules/` are: inside the installed package, or beside `engine/` in a checkout.

The only module that knows. It reads nothing.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The shipped folder `name` (« grammar », « rules »); raises FileNotFoundError when it is nowhere."""
    for candidate in (_PACKAGE / name, _PACKAGE.parent.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(name)
