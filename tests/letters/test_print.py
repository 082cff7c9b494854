"""The print of a letter: the same bytes twice, tagged, dated by the letter alone, nothing fetched."""

import hashlib
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from justesse.explanation.letter.pdf import letter_pdf

from .conftest import EXAMPLE, ROOT, Pager, Sent


def test_two_processes_print_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for seed in ("1", "2"):
        place = tmp_path / f"{seed}.pdf"
        command = ["-m", "justesse", "courrier", str(EXAMPLE), "--vers", str(place), "--le", "2026-03-02", "--langue", "ar"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "PYTHONHASHSEED": seed}
        done = subprocess.run([sys.executable, *command], env=environment, capture_output=True, check=False, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        digests.add(hashlib.sha256(place.read_bytes()).hexdigest())
    assert len(digests) == 1


def test_the_print_is_tagged_titled_and_holds_no_clock(example: Sent, page: Pager) -> None:
    reader = PdfReader(BytesIO(letter_pdf(page(example, printed=True))))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "fr" and root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert reader.metadata is not None and reader.metadata.title == "Vos indemnités journalières"
    assert "/CreationDate" not in reader.metadata and "/ModDate" not in reader.metadata


def test_the_amount_comes_first(example: Sent, page: Pager) -> None:
    text = PdfReader(BytesIO(letter_pdf(page(example, printed=True)))).pages[0].extract_text()
    titles = ["Ce que vous recevez", "Pour quels jours", "Pourquoi"]
    assert [text.index(title) for title in titles] == sorted(text.index(title) for title in titles)
    assert text.index("2\u202f175,88") < text.index("Pour quels jours")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("socket.getaddrinfo", lambda *one, **_: asked.append(str(one)))
    image = '<img alt="x" src="https://justesse.invalid/x.png">'
    page = f'<html lang="fr"><head><title>T</title></head><body><p>avant {image} après</p></body></html>'
    assert letter_pdf(page).startswith(b"%PDF") and asked == []


def test_no_word_of_a_case_is_markup(example: Sent, page: Pager) -> None:
    hostile = Sent("<script>alert(1)</script> & \ue000co", example.decision, example.letter, example.short)
    letter = type(example.letter)(example.letter.date, hostile.name, example.letter.sections)
    made = page(Sent(hostile.name, example.decision, letter, example.short))
    assert "<script" not in made and "<strong>co" not in made and "&lt;script&gt;" in made
