"""The parser tables of a grammar: built by Lark, kept in the user's own cache folder for the next start.

Building takes about a second, loading some milliseconds. The cache is a pickle: it is written only in a folder that
belongs to the user alone, never in a shared one; without such a folder the tables are built each time. The key holds
the grammar's text and the versions, so a stale entry is never read.
"""

import contextlib
import hashlib
import os
import pickle
import sys
import tempfile
from pathlib import Path

from lark import Lark
from lark import __version__ as lark_version

from justesse import __version__
from justesse.shipped import folder
from justesse.syntax.cache import private_cache


def parser_for(grammar: str) -> Lark:
    """The LALR parser of `grammar/<grammar>.lark`."""
    path = folder("grammar") / f"{grammar}.lark"
    key = _key(path)
    place = private_cache()
    if place is not None:
        kept = _load(place / f"{grammar}-{key}.tables")
        if kept is not None:
            return kept
    built = Lark.open(
        str(path), parser="lalr", lexer="basic" if grammar == "regle" else "contextual", start="statement",
        maybe_placeholders=False, propagate_positions=True,
    )  # fmt: skip
    if place is not None:
        _keep(built, place / f"{grammar}-{key}.tables")
    return built


def _key(path: Path) -> str:
    digest = hashlib.sha256(f"{__version__} {lark_version} {sys.version}".encode())
    for part in sorted(path.parent.glob("*.lark")):
        digest.update(part.read_bytes())
    return digest.hexdigest()[:24]


def _load(path: Path) -> Lark | None:
    try:
        with path.open("rb") as file:
            return Lark.load(file)
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, KeyError, ValueError):
        return None


def _keep(parser: Lark, path: Path) -> None:
    with contextlib.suppress(OSError), tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        parser.save(file)
        os.replace(file.name, path)
