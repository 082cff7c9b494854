"""A file is written beside, then put in its place: what stops on the way leaves nothing under the name, nor beside."""

import os
from pathlib import Path

import pytest

from justesse.text.replaced import replace_file


def test_a_new_file_has_the_rights_of_any_new_file_and_nothing_is_beside(tmp_path: Path) -> None:
    replace_file(tmp_path / "page.html", b"<p>")
    (tmp_path / "autre").touch()
    assert (tmp_path / "page.html").read_bytes() == b"<p>" and len(list(tmp_path.iterdir())) == 2
    assert (tmp_path / "page.html").stat().st_mode == (tmp_path / "autre").stat().st_mode


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_what_stops_on_the_way_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    def stopped(*places: object) -> None:
        raise error

    monkeypatch.setattr(os, "replace", stopped)
    with pytest.raises(error):
        replace_file(tmp_path / "page.html", b"<p>")
    assert list(tmp_path.iterdir()) == []
