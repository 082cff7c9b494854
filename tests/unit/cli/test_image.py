"""`justesse image`: on the output or in a new file, as a picture or as its twin; a refusal is said and still drawn."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from justesse.cli.main import main

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "docs" / "exemples" / "trois_employeurs.yaml"
DESCRIPTION = "{http://www.w3.org/2000/svg}desc"


def test_the_output_is_a_picture_that_holds_its_twin(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["image", str(EXAMPLE)]) == 0
    drawn, told = capsys.readouterr()
    assert main(["image", str(EXAMPLE), "--texte"]) == 0
    twin = capsys.readouterr().out
    assert told == "" and "\x1b" not in drawn
    assert ElementTree.fromstring(drawn).findtext(DESCRIPTION) == twin.rstrip("\n")


def test_a_new_file_and_never_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "images" / "dossier.svg"
    assert main(["image", str(EXAMPLE), "-o", str(place)]) == 0
    first = place.read_bytes()
    assert capsys.readouterr().out == f"{place} : image écrite.\n"
    assert main(["image", str(EXAMPLE), "-o", str(place)]) == 2
    assert "F0121" in capsys.readouterr().err
    assert place.read_bytes() == first


def test_a_refusal_is_said_and_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    text = EXAMPLE.read_text(encoding="utf-8").replace("2025-", "2013-").replace("2024-09 à", "2012-09 à")
    case.write_text(text, encoding="utf-8")
    assert main(["image", str(case), "--texte"]) == 2
    out, told = capsys.readouterr()
    assert "Pas de décision : " in out and "à établir" in out and "€" not in out
    assert "erreur E0101" in told


def test_a_reading_is_that_of_the_picture(capsys: pytest.CaptureFixture[str]) -> None:
    outputs = []
    for reading in ("au centime le plus proche", "tronquée au centime"):
        assert main(["image", str(EXAMPLE), "--texte", "--lecture", f"arrondi-indemnite={reading}"]) == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] != outputs[1]
    assert main(["image", str(EXAMPLE), "--lecture", "arrondi-indemnite=au hasard"]) == 2
    out, told = capsys.readouterr()
    assert out == "" and "C0104" in told
