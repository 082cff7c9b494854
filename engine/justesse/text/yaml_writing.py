"""A tree of texts written as the YAML that `positioned_yaml` reads back: block style, quotes only where they are needed.

Knows no key and no type; comments are not kept.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Plain: TypeAlias = "str | Mapping[str, Plain] | Sequence[Plain]"

# A letter or a figure first, no « : » before a blank, no « # » after one, no blank at the end.
_SAFE = re.compile(r"\w(?:[^:#\x00-\x1f\x7f-\x9f]|:(?=[^\s])|(?<=[^\s])#)*(?<=[^\s:])")


def written(tree: Plain) -> str:
    """The whole text, ended by a line break."""
    return "\n".join(_lines(tree, "")) + "\n"


def _lines(tree: Plain, margin: str) -> Iterator[str]:
    match tree:
        case str():
            yield margin + _scalar(tree)
        case Mapping():
            for key, value in tree.items():
                yield from _entry(f"{margin}{_scalar(key)}:", value, margin)
        case _:
            for item in tree:
                yield from _item(item, margin)


def _entry(head: str, value: Plain, margin: str) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{head} {_scalar(value)}"
    elif not value:
        yield f"{head} {'{}' if isinstance(value, Mapping) else '[]'}"
    else:
        yield head
        yield from _lines(value, margin + "  ")


def _item(item: Plain, margin: str) -> Iterator[str]:
    """The first line of an item stands after its dash."""
    if not isinstance(item, str) and not item:
        yield f"{margin}- {'{}' if isinstance(item, Mapping) else '[]'}"
        return
    inner = margin + "  "
    for number, line in enumerate(_lines(item, inner)):
        yield f"{margin}- {line[len(inner) :]}" if number == 0 else line


def _scalar(text: str) -> str:
    return text if _SAFE.fullmatch(text) else json.dumps(text, ensure_ascii=False)
