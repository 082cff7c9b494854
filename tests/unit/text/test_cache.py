"""The private folder: what can be built again does not fill it."""

import os
from pathlib import Path

from justesse.text.cache import forget_oldest


def test_the_oldest_of_a_kind_are_forgotten(tmp_path: Path) -> None:
    for number in range(40):
        for kind in ("kernel", "program"):
            (tmp_path / f"{kind}-{number}").touch()
            os.utime(tmp_path / f"{kind}-{number}", ns=(number, number))
    forget_oldest(tmp_path / "kernel-3")
    assert sorted(int(one.name[7:]) for one in tmp_path.glob("kernel-*")) == [3, *range(16, 40)]
    assert len(list(tmp_path.glob("program-*"))) == 40
