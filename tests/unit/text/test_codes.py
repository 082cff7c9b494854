"""Code kept for the next process: the same code for the same text, nothing kept without a place, nothing lost by a bad file."""

from pathlib import Path

import pytest

from justesse.text import codes


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A private folder of its own, nothing known."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for name in ("_known", "_fresh", "_rules"):
        monkeypatch.setattr(codes, name, type(getattr(codes, name))())


def forgotten() -> None:
    codes._known.clear()


def run(text: str) -> object:
    made: dict[str, object] = {}
    exec(codes.code_of(text), made)
    return made["x"]


def test_what_was_compiled_is_there_in_the_next_process(tmp_path: Path) -> None:
    codes.open_codes("a" * 64)
    assert run("x = 1 + 1") == 2
    codes.keep_codes()
    forgotten()
    codes.open_codes("a" * 64)
    assert "x = 1 + 1" in codes._known and run("x = 1 + 1") == 2
    assert codes._fresh == [], "compiled again"
    assert [one.name[:5] for one in (tmp_path / "justesse").iterdir()] == ["code-"]


def test_other_rules_have_a_file_of_their_own() -> None:
    codes.open_codes("a" * 64)
    run("x = 1")
    codes.keep_codes()
    forgotten()
    codes.open_codes("b" * 64)
    assert codes._known == {}


def test_nothing_is_kept_when_nothing_was_opened(tmp_path: Path) -> None:
    run("x = 1")
    codes.keep_codes()
    assert not list(tmp_path.rglob("code-*"))


@pytest.mark.parametrize("content", [b"", b"\x00", b"not code at all"])
def test_a_file_that_cannot_be_read_is_as_none(tmp_path: Path, content: bytes) -> None:
    codes.open_codes("a" * 64)
    run("x = 1")
    codes.keep_codes()
    (place,) = (tmp_path / "justesse").iterdir()
    place.write_bytes(content)
    forgotten()
    codes.open_codes("a" * 64)
    assert run("x = 1") == 1
