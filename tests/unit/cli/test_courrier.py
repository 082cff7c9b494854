"""`justesse courrier`: a page or a print in a new file, dated by the reader or by today; what cannot be made is said."""

import re
from datetime import date
from pathlib import Path

import pytest

from justesse.cli.main import main

ROOT = Path(__file__).parents[3]
TO_COME = ROOT / "tests" / "unit" / "cli" / "arret_jusqu_en_2027.yaml"
EXAMPLE = ROOT / "docs" / "exemples" / "trois_employeurs.yaml"


def test_a_page_in_a_new_file_and_never_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "courriers" / "courrier.html"
    assert main(["courrier", str(EXAMPLE), "--vers", str(place), "--le", "2026-03-02"]) == 0
    first = place.read_bytes()
    assert capsys.readouterr().out == f"{place} : courrier écrit.\n"
    assert "Le 2\u00a0mars 2026" in first.decode() and "2\u00a0mai 2026" in first.decode()
    assert main(["courrier", str(EXAMPLE), "--vers", str(place), "--le", "2026-03-02"]) == 2
    assert "F0121" in capsys.readouterr().err
    assert place.read_bytes() == first


def test_a_print(tmp_path: Path) -> None:
    place = tmp_path / "courrier.pdf"
    assert main(["courrier", str(EXAMPLE), "-o", str(place), "--falc"]) == 0
    assert place.read_bytes().startswith(b"%PDF-")


def test_today_unless_a_day_is_given(tmp_path: Path) -> None:
    before = date.today()
    assert main(["courrier", str(EXAMPLE), "--vers", str(tmp_path / "c.html")]) == 0
    page = (tmp_path / "c.html").read_text(encoding="utf-8")
    assert any(f"{one.year}</span>" in page for one in (before, date.today()))


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--vers", "c.txt"], "ne finit ni par .html ni par .pdf"),
        (["--vers", "c.pdf", "--le", "2 mars"], "n'est pas un jour"),
        (["--vers", "c.pdf", "--falc", "--langue", "en"], "--falc"),
        ([], "--vers"),
    ],
)
def test_what_cannot_be_asked(options: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["courrier", str(EXAMPLE), *options]) == 2
    assert told in capsys.readouterr().err


def test_a_case_refused_has_its_letter_and_the_mistake_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    text = EXAMPLE.read_text(encoding="utf-8").replace("2025-", "2013-").replace("2024-09 à", "2012-09 à")
    case.write_text(text, encoding="utf-8")
    assert main(["courrier", str(case), "--vers", str(tmp_path / "c.html"), "--le", "2035-12-01"]) == 2
    page = (tmp_path / "c.html").read_text(encoding="utf-8")
    assert "Nous n’avons pas pu calculer" in page and not re.search(r"\d €", page.replace("\u00a0", " "))
    assert "erreur E0101" in capsys.readouterr().err


def test_a_value_to_come_is_not_asked_of_the_person(tmp_path: Path) -> None:
    place = tmp_path / "c.html"
    assert main(["courrier", str(TO_COME), "--vers", str(place), "--le", "2026-12-30"]) == 0
    page = place.read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "le montant est de <strong>295,92 €</strong>" in page
    assert "Cette valeur n’est pas encore connue : taux de la CSG au 8 janvier 2027." in page
    assert "À compléter" not in page and "Envoyez-nous" not in page


def test_a_reading_that_is_not_the_retained_one_is_said(tmp_path: Path) -> None:
    reading = "arrondi-indemnite=tronquée au centime"
    assert main(["courrier", str(EXAMPLE), "--vers", str(tmp_path / "c.html"), "--lecture", reading]) == 0
    assert "tronquée au centime" in (tmp_path / "c.html").read_text(encoding="utf-8")
