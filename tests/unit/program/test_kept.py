"""A checked program is kept, and read again as it was."""

from pathlib import Path

import pytest

from justesse.program import build, load
from justesse.shipped import folder


def test_a_program_kept_is_read_again_without_being_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    built, _ = load.load_program(folder("rules"))
    monkeypatch.setattr(build, "build_program", None)
    kept, _ = load.load_program(folder("rules"))
    assert built is not None and kept is not None
    assert repr(list(kept.quantities.values())) == repr(list(built.quantities.values()))
    assert repr(kept.declarations) == repr(built.declarations) and kept.register == built.register
