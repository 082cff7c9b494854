"""Python code made from texts that the engine writes, kept for the next process: compiling is most of a first decision.

What is kept stands in the user's private folder (never a shared one: it is run), one file for each set of rules and
version of Python. Whoever opens nothing keeps nothing, and everything works. Knows no text.
"""

import contextlib
import marshal
import sys
from pathlib import Path
from types import CodeType

from justesse.text.cache import forget_oldest, private_cache

_MOST = 20_000
_known: dict[str, CodeType] = {}
_fresh: list[str] = []
_rules: list[str] = []
"""The rules whose codes are open: one, or none."""


def code_of(text: str) -> CodeType:
    """The code of a text: known, or compiled now."""
    found = _known.get(text)
    if found is None:
        found = _known[text] = compile(text, "<expression>", "exec")
        _fresh.append(text)
    return found


def open_codes(rules: str) -> None:
    """What an earlier process kept for these rules, by their fingerprint."""
    _rules[:] = [rules]
    place = _place(rules)
    if place is not None:
        with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
            _known.update(marshal.loads(place.read_bytes()))
            _fresh.clear()


def keep_codes() -> None:
    """Keep what is known for the rules that were opened, when something is new."""
    place = _place(_rules[0]) if _rules else None
    if place is not None and _fresh and len(_known) <= _MOST:
        from justesse.text.replaced import replace_file

        with contextlib.suppress(OSError):
            replace_file(place, marshal.dumps(_known))
            forget_oldest(place)
        _fresh.clear()


def _place(rules: str) -> Path | None:
    folder = private_cache()
    return folder / f"code-{rules[:24]}-{sys.implementation.cache_tag}" if folder is not None else None
