"""The parser tables of a grammar: shipped beside this module, else kept in the user's own cache folder, else built by Lark.

Building takes more than a second, reading some hundredths. Tables are plain JSON, never a pickle, under the hash of the
grammar and the version of Lark: tables of another grammar or of another Lark are never read.
"""

import contextlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from lark import Lark
from lark import __version__ as lark_version
from lark.grammar import Rule
from lark.lexer import TerminalDef

from justesse.shipped import folder
from justesse.text.cache import private_cache
from justesse.text.digest import sha256_of
from justesse.text.replaced import replace_file

GRAMMARS = ("regle", "vocabulaire")
_SET = "ensemble"


@cache
def parser_for(grammar: str) -> Lark:
    """The LALR parser of `grammar/<grammar>.lark`."""
    key = _key()
    kept = _read(shipped_tables(grammar), key)
    if kept is not None:
        return kept
    place = private_cache()
    mine = place / f"{grammar}-{key}.json" if place is not None else None
    kept = _read(mine, key) if mine is not None else None
    if kept is not None:
        return kept
    built = _build(grammar)
    if mine is not None:
        with contextlib.suppress(OSError):
            replace_file(mine, _text(built, key).encode())
    return built


def shipped_tables(grammar: str) -> Path:
    """Where packaging puts the tables of a grammar; absent from a checkout that was not set up."""
    return Path(__file__).with_name(f"{grammar}.tables.json")


def ship_tables() -> list[Path]:
    """Build the tables of every grammar at the place where they are shipped; what packaging calls."""
    for grammar in GRAMMARS:
        shipped_tables(grammar).write_text(_text(_build(grammar), _key()), encoding="utf-8")
    return [shipped_tables(grammar) for grammar in GRAMMARS]


def _build(grammar: str) -> Lark:
    return Lark.open(
        str(folder("grammar") / f"{grammar}.lark"), parser="lalr", lexer="basic" if grammar == "regle" else "contextual",
        start="statement", maybe_placeholders=False, propagate_positions=True,
    )  # fmt: skip


def _key() -> str:
    return sha256_of(lark_version, *(part.read_bytes() for part in sorted(folder("grammar").glob("*.lark"))))[:24]


# --- JSON -----------------------------------------------------------------------------------------------


def _text(parser: Lark, key: str) -> str:
    data, memo = parser.memo_serialize([TerminalDef, Rule])
    return json.dumps({"key": key, "data": data, "memo": memo}, default=_set, separators=(",", ":"), ensure_ascii=False)


def _set(value: object) -> dict[str, list[str]]:
    """The flags of a terminal are the only thing that JSON cannot hold."""
    assert isinstance(value, frozenset)
    return {_SET: sorted(value)}


def _read(path: Path, key: str) -> Lark | None:
    """The parser of these tables; None when they are absent, damaged or of another grammar."""
    try:
        tables = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_mapping)
        return Lark.load(tables) if tables["key"] == key else None
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return None


def _mapping(pairs: list[tuple[str, Any]]) -> Any:
    """States and terminals are numbered: their keys are numbers again, once read."""
    if pairs and pairs[0][0].isdigit():
        return {int(name): value for name, value in pairs}
    return frozenset(pairs[0][1]) if pairs and pairs[0][0] == _SET else dict(pairs)
