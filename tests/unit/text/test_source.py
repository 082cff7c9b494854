"""Places in a text, its regular form, and the files that cannot be read."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justesse.text.source import Source, Span, Unreadable, normalise, read_source

_BREAKS = "ae\u0301\u0327 \t\r\n\u000b\u0085\u2028\u2029"
_TROUBLESOME = _BREAKS + "\u00a0\u202f\u2000\u2019\u02bc\u2011\u00ad\u200b\ufeff«»“”−–—"
texts = st.text() | st.text(alphabet=_TROUBLESOME)


@pytest.mark.parametrize(
    ("written", "regular"),
    [
        ("l’an ‘x’ lʼan", "l'an 'x' l'an"),
        ("3\u00a0000\u202f€\u2009\u2007.", "3 000 €  ."),
        ("\ufeffa\u200bb\u2060c\u200dd", "abcd"),
        ("a\u202eb\u2066c", "abc"),
        ("a\r\nb\rc\u2028d\u2029e\u000bf\u0085g", "a\nb\nc\nd\ne\nf\ng"),
        ("\r\u2028", "\n\n"),
        ("mi\u2011temps mi\u2010temps", "mi-temps mi-temps"),
        ("co\u00adupé", "coupé"),
        ("e\u0301te\u0301", "été"),
        ("e\u200b\u0301", "é"),
    ],
)
def test_normalise_gives_one_form(written: str, regular: str) -> None:
    assert normalise(written) == regular


@pytest.mark.parametrize("kept", ["« a »", "“a”", "−3", "a – b — c", "\ta", "œuvre", "½ ² №"])
def test_normalise_keeps_what_carries_meaning(kept: str) -> None:
    assert normalise(kept) == kept


@given(texts)
def test_normalise_is_idempotent(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(texts)
def test_normalise_leaves_only_one_kind_of_line_break(text: str) -> None:
    assert not set(normalise(text)) & set("\r\u000b\u000c\u0085\u2028\u2029\u00a0\u202f\u2019\ufeff")


@given(st.text(alphabet="ab\né"), st.data())
def test_place_counts_the_breaks_before(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    before = text[:offset]
    assert Source("x", text).place(offset) == (before.count("\n") + 1, len(before.split("\n")[-1]) + 1)


@given(st.text(alphabet="ab\né"))
def test_lines_and_places_agree(text: str) -> None:
    source = Source("x", text)
    for offset, character in enumerate(text):
        line, column = source.place(offset)
        assert (source.line(line) + "\n")[column - 1] == character
    assert "\n".join(source.line(number) for number in range(1, text.count("\n") + 2)) == text


@pytest.mark.parametrize("offset", [-1, 4])
def test_place_refuses_an_offset_outside(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        Source("x", "abc").place(offset)


@pytest.mark.parametrize("number", [0, 3])
def test_line_refuses_a_number_outside(number: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        Source("x", "a\nb").line(number)


def test_span_knows_its_place() -> None:
    span = Span(Source("x", "un\ndeux trois"), 8, 13)
    assert (span.line, span.column) == (2, 6)


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (0, 4)])
def test_span_refuses_to_leave_its_source(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        Span(Source("x", "abc"), start, end)


def test_spans_are_equal_within_one_source_only() -> None:
    source, twin = Source("x", "abc"), Source("x", "abc")
    assert Span(source, 0, 1) == Span(source, 0, 1)
    assert hash(Span(source, 0, 1)) == hash(Span(source, 0, 1))
    assert Span(source, 0, 1) != Span(twin, 0, 1)


def test_read_source_normalises_and_names(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("\ufeffl’an\r\n".encode())
    assert read_source(file).text == "l'an\n"
    assert read_source(file).name == str(file)
    assert read_source(file, name="a.yaml").name == "a.yaml"


@pytest.mark.parametrize(("size", "readable"), [(9, True), (10, True), (11, False)])
def test_read_source_counts_bytes(tmp_path: Path, size: int, readable: bool) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"x" * size)
    if readable:
        assert len(read_source(file, limit=10).text) == size
    else:
        assert _reason(file, 10) == "trop-grand"


def test_unreadable_files_are_told_apart(tmp_path: Path) -> None:
    latin = tmp_path / "latin"
    latin.write_bytes("été".encode("latin-1"))
    assert _reason(latin) == "encodage"
    assert _reason(tmp_path) == "dossier"
    assert _reason(tmp_path / "nowhere") == "absent"
    assert _reason(latin / "below-a-file") == "absent"
    assert _reason(Path("a\0b")) == "absent"


def _reason(path: Path, limit: int = 1000) -> str:
    with pytest.raises(Unreadable) as caught:
        read_source(path, limit=limit)
    assert caught.value.path == path
    return caught.value.reason
