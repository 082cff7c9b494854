"""A text and the places in it: one character is one offset, counted in the normalised text.

Everything that later points at a place (a token, a rule, a message) does it with a Span. The
text is made regular once, on reading, so that nobody downstream meets two kinds of apostrophe
or of space. This module does not know any syntax and does not word any message.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from os.path import isdir
from pathlib import Path
from typing import Literal

LIMIT = 2_000_000
"""The most bytes of a file that a person wrote."""
UnreadableReason = Literal["absent", "trop-grand", "encodage", "dossier", "refus"]

_APOSTROPHES = "\u2018\u2019\u02bc"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_BREAKS = "\u000b\u000c\u0085\u2028\u2029"
_HYPHENS = "\u2010\u2011"
# Soft hyphen, zero-width characters, byte-order mark, and the bidirectional controls, which
# can make a line look different from what it says.
_INVISIBLE = "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_TABLE: dict[int, str] = {
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _LINE_BREAKS), "\n"),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _INVISIBLE), ""),
}


def normalise(text: str) -> str:
    """Return the regular form of a text: one apostrophe, one space, one line break, NFC.

    Typographic quotation marks, dashes and the minus sign carry meaning and are kept.
    """
    # Line breaks first: "\r", then a line separator, are two breaks, not one.
    one_break = text.replace("\r\n", "\n").replace("\r", "\n")
    # NFC last: removing an invisible character may bring a letter and its accent together.
    return unicodedata.normalize("NFC", one_break.translate(_TABLE))


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A named text; two sources are equal only when they are the same object."""

    name: str
    text: str = field(repr=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple(_line_starts(self.text)))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and the column of an offset, both from 1; the end has a place too."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} outside {self.name} (0 to {len(self.text)})")
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """Return one line, from 1, without its line break."""
        if not 1 <= number <= len(self._starts):
            raise ValueError(f"line {number} outside {self.name} (1 to {len(self._starts)})")
        following = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : following]


def _line_starts(text: str) -> Iterator[int]:
    yield 0
    found = text.find("\n")
    while found != -1:
        yield found + 1
        found = text.find("\n", found + 1)


@dataclass(frozen=True, slots=True)
class Span:
    """The characters of a source from start (included) to end (excluded)."""

    source: Source
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= len(self.source.text):
            raise ValueError(f"span {self.start}..{self.end} outside {self.source.name}")

    @property
    def line(self) -> int:
        """The line of the first character, from 1."""
        return self.source.place(self.start)[0]

    @property
    def column(self) -> int:
        """The column of the first character, from 1."""
        return self.source.place(self.start)[1]


class Unreadable(Exception):
    """A file that cannot become a source, and the reason as a code."""

    def __init__(self, reason: UnreadableReason, path: Path, limit: int = LIMIT) -> None:
        super().__init__(f"{reason}: {path}")
        self.reason: UnreadableReason = reason
        self.path = path
        self.limit = limit


def read_source(path: Path, name: str | None = None, limit: int = LIMIT) -> Source:
    """Read a UTF-8 file of at most `limit` bytes; raise Unreadable otherwise."""
    return Source(str(path) if name is None else name, normalise(read_text(path, limit)))


def read_text(path: Path, limit: int = LIMIT) -> str:
    """The text of a UTF-8 file as it is; encoded again, the same bytes. Raise Unreadable when it cannot be read."""
    content = _read_bytes(path, limit)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise Unreadable("encodage", path) from error


def _read_bytes(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except IsADirectoryError as error:
        raise Unreadable("dossier", path) from error
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise Unreadable("absent", path) from error
    except OSError as error:
        raise Unreadable("dossier" if isdir(path) else "refus", path) from error
    if len(content) > limit:
        raise Unreadable("trop-grand", path, limit)
    return content
