"""Drafts: what they expect is what the program answers, they are refused until filled, and they never pass the tests."""

from fractions import Fraction
from pathlib import Path

import pytest

from justesse.casebook.cases import read_case_file
from justesse.casebook.dossiers import read_dossiers
from justesse.casebook.drafts import draft, expected_text, identifier_of
from justesse.casebook.run import run_case
from justesse.cli.main import main
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.program.types import Date, Days, Month, Number, YesNo
from justesse.text.yaml_writing import written
from justesse.values.states import NotApplicable, Unknown
from justesse.values.units import parse_unit

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "docs" / "exemples" / "trois_employeurs.yaml"
FILES = sorted((ROOT / "casebook").glob("*/*.yaml"))


@pytest.fixture(scope="module")
def program() -> Program:
    found, diagnostics = load_program(ROOT / "rules")
    assert found is not None, diagnostics
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_draft_expects_what_the_program_answers(path: Path, program: Program, tmp_path: Path) -> None:
    dossier = read_dossiers(path)[0][0]
    case, _ = read_case(dossier.tree, program.declarations)
    assert case is not None
    readings = dict(dossier.readings)
    entry = draft("un-cas", "Un cas", dossier.tree, decide(program, case.root, readings), readings)
    place = tmp_path / "cas.yaml"
    place.write_text(written({"thème": "Essai", "cas": [entry]}).replace("à compléter", "raisonnement"), encoding="utf-8")
    (read,), problems = read_case_file(place, "cas.yaml")
    outcome = run_case(program, read)
    assert problems == [] and read.to_confirm and read.readings == dossier.readings
    assert outcome.passed and outcome.checked, [(one.name, one.expected, one.computed) for one in outcome.differences]


def test_from_a_case_file_to_the_casebook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "casebook" / "nouveau.yaml"
    assert main(["cas", "nouveau", str(EXAMPLE), "--vers", str(place)]) == 0
    assert "à confirmer" in capsys.readouterr().out
    assert main(["cas", str(place)]) == 2
    assert "nouveau.yaml:7:15 : erreur C0121 : " in capsys.readouterr().err
    filled = place.read_text(encoding="utf-8").replace("à compléter", "raisonnement")
    place.write_text(filled, encoding="utf-8")
    assert main(["cas", str(place)]) == 1
    shown = capsys.readouterr().out
    assert "0 cas conforme sur 1\n1 cas à confirmer : trois-employeurs\n" in shown
    place.write_text(filled.replace("    à confirmer: oui\n", ""), encoding="utf-8")
    assert main(["cas", str(place)]) == 0


def test_a_draft_goes_to_the_output_or_to_a_new_file_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cas", "nouveau", str(EXAMPLE)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("thème: ") and "total net: 2175,88\n" in shown and "# " not in shown
    place = tmp_path / "cas.yaml"
    place.write_text("thème: Le mien\n", encoding="utf-8")
    assert main(["cas", "nouveau", str(EXAMPLE), "--vers", str(place)]) == 2
    assert "F0121" in capsys.readouterr().err and place.read_text(encoding="utf-8") == "thème: Le mien\n"


def test_a_refused_case_expects_its_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    later = tmp_path / "dossier.yaml"
    later.write_text(EXAMPLE.read_text(encoding="utf-8").replace("2025-", "2013-").replace("2024-", "2012-"), encoding="utf-8")
    assert main(["cas", "nouveau", str(later)]) == 0
    assert "attendu:\n      erreur: E0101\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (Fraction(4846, 10), Number(parse_unit("€")), "484,60"),
        (Fraction(18300), Number(parse_unit("€")), "18300"),
        (Fraction(-3, 8), Number(), "-0,375"),
        (Fraction(5587, 15), Number(), "5587 / 15"),
        (Fraction(10**18, 3), Number(), ""),
        (True, YesNo(), "oui"),
        (739_341, Date(), "2025-03-31"),
        (12 * 2025 + 2, Month(), "2025-03"),
        (Unknown(("heures",)), Number(), "inconnu"),
        (NotApplicable(), Date(), "sans objet"),
        ((1, 2), Days(), ""),
    ],
)
def test_a_value_as_a_casebook_expects_it(value: object, kind: object, text: str) -> None:
    assert expected_text(value, kind) == text  # type: ignore[arg-type]


def test_an_identifier_has_no_accent() -> None:
    assert identifier_of("Décès d'un enfant_2") == "deces-d-un-enfant-2"
    assert identifier_of("…") == "cas"
