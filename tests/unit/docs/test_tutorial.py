"""What the tutorial and the front page show is what a reader gets: their files are computed, their output compared."""

import re
import shutil
from pathlib import Path

import pytest

from justesse.casebook.cases import read_case_file
from justesse.casebook.run import run_case
from justesse.cli.main import main
from justesse.program.load import load_program

ROOT = Path(__file__).parents[3]
TUTORIAL = ROOT / "docs" / "tutoriel"


def _block(path: Path, kind: str, number: int = 0) -> str:
    return re.findall(rf"^```{kind}\n(.*?)^```$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)[number]


def _plain(text: str) -> str:
    return " ".join(text.replace("\u202f", " ").split())


def _computed(folder: Path, case: str, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    place = folder / "mon_dossier.yaml"
    place.write_text(case, encoding="utf-8")
    assert main(["calculer", str(place), *options]) == 0
    return _plain(capsys.readouterr().out)


def test_the_first_case_file_gives_the_figures_announced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = _block(TUTORIAL / "premier_dossier.md", "yaml")
    found = _computed(tmp_path, case, capsys)
    assert [figure for figure in ("49,32 €", "887,76 €", "828,28 €", "1,8") if figure not in found] == []
    later = case.replace("début: 2025-03-31", "début: 2025-04-01")
    assert "█ indemnisé 41,47 €/jour" in _computed(tmp_path, later, capsys)
    missing = _computed(tmp_path, later.replace("2024-09 à 2025-03", "2024-09 à 2025-02"), capsys)
    assert "█ indemnisé 27,64 à 41,47 €/jour" in missing and "? Une attestation de salaire manque" in missing


def test_the_typing_mistake_is_shown_without_any_amount(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "mon_dossier.yaml"
    place.write_text(_block(TUTORIAL / "premier_dossier.md", "yaml").replace("salaire brut", "salaires brut"), encoding="utf-8")
    assert main(["calculer", str(place)]) == 2
    shown = capsys.readouterr()
    assert (shown.out, "salaire brut" in shown.err) == ("", True)


def test_the_first_case_passes(tmp_path: Path) -> None:
    place = tmp_path / "mon_premier_cas.yaml"
    place.write_text(_block(TUTORIAL / "premier_cas.md", "yaml"), encoding="utf-8")
    cases, mistakes = read_case_file(place, place.name)
    program, _ = load_program(ROOT / "rules")
    assert program is not None
    outcomes = [run_case(program, case) for case in cases]
    assert (mistakes, [one.passed for one in outcomes]) == ([], [True])


def test_the_imaginary_reform_changes_the_waiting_days(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = tmp_path / "mes_regles"
    shutil.copytree(ROOT / "rules", rules)
    page, file = TUTORIAL / "premiere_regle.md", rules / "maladie" / "03_carence.regle"
    before, text = _block(page, "text"), file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, _block(page, "text", 1)), encoding="utf-8")
    case = _block(TUTORIAL / "premier_dossier.md", "yaml").replace("2024-09 à 2025-03", "2026-03 à 2026-09")
    after = case.replace("2025-03-31", "2026-10-01").replace("2025-04-20", "2026-10-20")
    eve = after.replace("début: 2026-10-01", "début: 2026-09-30")
    found = [_computed(tmp_path, one, capsys, "--regles", str(rules)) for one in (after, eve)]
    assert [re.findall(r"délai de carence (\d jours)", one) for one in found] == [["4 jours"], ["3 jours"]]


@pytest.mark.parametrize("page", ["README.md", "docs/guides/lire_une_explication.md"])
def test_the_explanation_shown_is_the_real_one(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.findall(r"^(salaire retenu.*?)\n(?:…|```)$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    example = str(ROOT / "docs" / "exemples" / "trois_employeurs.yaml")
    assert main(["expliquer", example, "salaire retenu", "--profondeur", "1"]) == 0
    found = _plain(capsys.readouterr().out)
    assert len(shown) == 1 and _plain(shown[0]) in found
