"""Carets stand under what is meant, as a terminal draws it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justesse.diagnostics.caret import caret_lines
from justesse.text.source import Source, Span


def drawn(text: str, start: int, end: int) -> list[str]:
    return caret_lines(Span(Source("x", text), start, end)).split("\n")


def test_the_line_is_numbered_and_the_place_marked() -> None:
    assert drawn("un: 1\nmontant: 3.50\ntrois: 3\n", 15, 19) == [
        "   2 | montant: 3.50",
        "     |          ^^^^",
    ]


@pytest.mark.parametrize(
    ("text", "start", "end", "line", "carets"),
    [
        ("a b", 2, 2, "a b", "  ^"),  # empty span
        ("ab", 2, 2, "ab", "  ^"),  # end of the text
        ("", 0, 0, "", "^"),
        ("ab\ncd", 2, 3, "ab", "  ^"),  # the line break itself
        ("a\tb", 2, 3, "a   b", "    ^"),
        ("\t\tb", 2, 3, "        b", "        ^"),
        ("a\tb", 1, 2, "a   b", " ^^^"),
        ("日本 x", 3, 4, "日本 x", "     ^"),
        ("日本 x", 0, 2, "日本 x", "^^^^"),
        ("x\u0302y", 2, 3, "x\u0302y", " ^"),
        ("\x1b[2J x", 5, 6, "\ufffd[2J x", "     ^"),
        ("ab\ncd", 1, 5, "ab", " ^…"),
        ("ab\n\n", 0, 4, "ab", "^^"),  # trailing blank lines are not a continuation
    ],
)
def test_columns_are_those_of_a_terminal(text: str, start: int, end: int, line: str, carets: str) -> None:
    assert drawn(text, start, end) == [f"   1 | {line}".rstrip(), f"     | {carets}"]


def test_large_line_numbers_keep_the_alignment() -> None:
    text = "\n" * 123_455 + "abc"
    assert drawn(text, len(text) - 1, len(text)) == ["123456 | abc", "       |   ^"]


def test_a_very_long_line_is_cut_around_the_place() -> None:
    text = "a" * 50_000 + "X" + "b" * 50_000
    line, carets = drawn(text, 50_000, 50_001)
    assert len(line) < 200
    assert line[carets.index("^")] == "X"
    assert line.endswith("…")


@given(st.text(alphabet="ab é", max_size=300), st.data())
def test_carets_stand_under_the_characters(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 50)))
    line, carets = drawn(text, start, end)
    under = line.ljust(len(carets))[carets.index("^") : carets.rindex("^") + 1]
    if start < end:
        assert under.strip() == text[start:end].strip()
    assert carets.count("^") == max(1, end - start)
