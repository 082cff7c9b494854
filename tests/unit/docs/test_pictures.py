"""The picture of the guide is what the program draws of the example today: `python docs/pictures.py` draws it again."""

from pathlib import Path

import pytest

from justesse.cli.main import main

DOCS = Path(__file__).parents[3] / "docs"


def test_the_picture_of_the_guide_is_that_of_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["image", str(DOCS / "exemples" / "trois_employeurs.yaml")]) == 0
    assert capsys.readouterr().out == (DOCS / "images" / "dossier.svg").read_text(encoding="utf-8")
