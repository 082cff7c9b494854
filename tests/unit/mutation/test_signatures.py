"""The file of signed mutants: what it must hold, and the shipped one."""

from pathlib import Path

import pytest
from tests.share import casebook

from justesse.casebook.cases import SIGNATURES
from justesse.mutation.sentences import all_mutants
from justesse.mutation.signatures import read_signatures, unfounded
from justesse.program.load import load_program

from .lending import SINCE

ROOT = Path(__file__).parents[3]
GOOD = """\
équivalents:
  - mutant: "a / b / c"
    raison: aucun dossier ne les distingue
    signé par: relecture juridique
    le: 2026-02-01
"""


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("relecture juridique", "le chef", "Y0105"),
        ("2026-02-01", "hier", "Y0106"),
        ("    raison: aucun dossier ne les distingue\n", "", "Y0103"),
        ("raison", "motif", "Y0102"),
        ("équivalents:\n", "équivalents\n", "Y0101"),
    ],
)
def test_a_signature_says_who_when_and_why(old: str, new: str, code: str, tmp_path: Path) -> None:
    (tmp_path / SIGNATURES).write_text(GOOD.replace(old, new), encoding="utf-8")
    signatures, diagnostics = read_signatures(tmp_path / SIGNATURES)
    assert code in {one.code for one in diagnostics} and not signatures


def test_no_file_is_no_signature(tmp_path: Path) -> None:
    assert read_signatures(tmp_path / SIGNATURES) == ([], [])


def test_the_file_of_signatures_is_no_file_of_cases() -> None:
    assert casebook()  # read without a mistake


def test_every_shipped_signature_names_a_mutant_of_today() -> None:
    program, _ = load_program(ROOT / "rules")
    assert program is not None
    signatures, diagnostics = read_signatures(ROOT / "casebook" / SIGNATURES)
    names = {one.name for one in all_mutants(program, SINCE)}
    assert not diagnostics and signatures
    assert [one.details for one in unfounded(signatures, names, [])] == []
