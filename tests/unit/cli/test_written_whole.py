"""A file is written beside, then put in its place: what stops on the way leaves nothing under the name, nor beside."""

from pathlib import Path

import pytest

from justesse.cli.opening import write_bytes, written_whole
from justesse.cli.stopped import Stopped


def test_what_was_written_is_there_and_nothing_else(tmp_path: Path) -> None:
    write_bytes(tmp_path / "neuf" / "page.html", b"<p>")
    assert [(one.name, one.read_bytes()) for one in (tmp_path / "neuf").iterdir()] == [("page.html", b"<p>")]


def stopped_half_way(place: Path, error: type[BaseException]) -> None:
    with written_whole(place) as part:
        part.write_bytes(b"<p")
        raise error


@pytest.mark.parametrize(("error", "told"), [(OSError, Stopped), (KeyboardInterrupt,) * 2, (ValueError,) * 2])
def test_what_stops_on_the_way_leaves_nothing(tmp_path: Path, error: type[BaseException], told: type[BaseException]) -> None:
    with pytest.raises(told):
        stopped_half_way(tmp_path / "page.html", error)
    assert list(tmp_path.iterdir()) == []
