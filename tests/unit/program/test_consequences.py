"""One mistake, one message: what only follows from another is not told."""

import re
import shutil
from pathlib import Path

import pytest

from justesse.program.load import load_program
from justesse.shipped import folder


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("copie") / "rules"
    shutil.copytree(folder("rules"), made)
    return made


@pytest.mark.parametrize(
    ("name", "pattern", "written", "expected"),
    [
        ("maladie/03_carence.regle", r"est de 3 jours\.", "est de 3 mois.", ["R0333"]),
        ("maladie/03_carence.regle", r"est de 3 jours\.", "est de 3 jours", ["R0199"]),
        ("parametres/smic_horaire.yaml", r"valeur: (\d+),", r"valeur: \1.", ["Y0106"]),
        (
            "maladie/03_carence.regle",
            r"exception carence-affection à delai-de-carence",
            "exception carence-affection à delai-inconnu",
            ["R0505"],
        ),
    ],
)
def test_one_mistake_is_told_once(rules: Path, name: str, pattern: str, written: str, expected: list[str]) -> None:
    place = rules / name
    text = place.read_text(encoding="utf-8")
    wrong, changed = re.subn(pattern, written, text, count=1)
    assert changed
    place.write_text(wrong, encoding="utf-8")
    try:
        found = [one.code for one in load_program(rules, fresh=True)[1] if one.severity == "erreur"]
    finally:
        place.write_text(text, encoding="utf-8")
    assert found == expected
