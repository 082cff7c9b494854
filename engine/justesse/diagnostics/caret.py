"""A line of a source with carets under the place meant, as a terminal shows it.

Columns are counted as a terminal draws them: a tab up to its stop, a wide character on two
columns, a combining one on none. Control characters are replaced, so that a file cannot drive
the terminal. This module adds no colour and no words.
"""

import unicodedata

from justesse.text.source import Span

_TAB = 4
_BEFORE = 60
_AFTER = 120
_CUT = "…"


def caret_lines(span: Span) -> str:
    """Return two lines: the numbered first line of the span, and the carets under it."""
    number, column = span.source.place(span.start)
    line = span.source.line(number)
    start = column - 1
    end = start + span.end - span.start
    continues = end > len(line) and "\n" in span.source.text[span.start : span.end].rstrip()
    before, marked, after = _window(line, start, min(end, len(line)))
    shown_before = _drawn(before, 0)
    shown_marked = _drawn(marked, _width(shown_before))
    shown_after = _drawn(after, _width(shown_before + shown_marked))
    carets = "^" * max(1, _width(shown_marked)) + (_CUT if continues else "")
    label = f"{number:>4}"
    text = f"{label} | {shown_before}{shown_marked}{shown_after}".rstrip()
    return f"{text}\n{' ' * len(label)} | {' ' * _width(shown_before)}{carets}"


def _window(line: str, start: int, end: int) -> tuple[str, str, str]:
    """Cut a very long line around the place: what precedes, what is meant, what follows."""
    first = max(0, start - _BEFORE)
    last = min(len(line), start + _AFTER)
    end = min(end, last)
    head = (_CUT if first > 0 else "") + line[first:start]
    tail = line[end:last] + (_CUT if last < len(line) else "")
    return head, line[start:end], tail


def _drawn(text: str, column: int) -> str:
    """Replace tabs by the spaces up to their stop, and controls by a visible sign."""
    drawn: list[str] = []
    for character in text:
        if character == "\t":
            character = " " * (_TAB - column % _TAB)
        elif unicodedata.category(character) in ("Cc", "Cs"):
            character = "\ufffd"
        drawn.append(character)
        column += _width(character)
    return "".join(drawn)


def _width(text: str) -> int:
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
