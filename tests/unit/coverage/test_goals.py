"""The file of goals: thresholds, explanations, and what is wrong with them."""

from fractions import Fraction
from pathlib import Path

import pytest

from justesse.coverage.goals import Goals, check_explained, read_goals, unmet
from justesse.coverage.wording import unmet_text

from .conftest import Covered, loan

RULE = """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.
"""
GOALS = """\
seuils:
  branches: 100
  mcdc: 90
expliqués:
  - identifiant: rappel-a-distance
    élément: {item}
    raison: aucun prêt à distance dans cette bibliothèque
    date: {date}
"""


def goals_of(folder: Path, item: str = "retenue", date: str = "2026-01-15") -> tuple[Goals, list[str]]:
    path = folder / "couverture.yaml"
    path.write_text(GOALS.format(item=item, date=date), encoding="utf-8")
    goals, diagnostics = read_goals(path, path.name)
    return goals, [one.code for one in diagnostics]


def test_no_file_is_no_goal(tmp_path: Path) -> None:
    assert read_goals(tmp_path / "couverture.yaml", "couverture.yaml") == (Goals(), [])


def test_a_day_that_does_not_exist_is_no_date(tmp_path: Path) -> None:
    assert goals_of(tmp_path)[1] == []
    assert goals_of(tmp_path, date="2026-02-30")[1] == ["Y0106"]


@pytest.mark.parametrize("figure", ["101", "99,5", "beaucoup"])
def test_a_threshold_is_a_whole_percentage(tmp_path: Path, figure: str) -> None:
    (tmp_path / "couverture.yaml").write_text(f"seuils:\n  branches: {figure}\n  mcdc: 0\n", encoding="utf-8")
    assert [one.code for one in read_goals(tmp_path / "couverture.yaml", "couverture.yaml")[1]] == ["Y0106"]


def test_an_explanation_holds_while_nothing_covers_its_item(covered: Covered, tmp_path: Path) -> None:
    goals, _ = goals_of(tmp_path)
    near, far = loan(), loan(à_distance="oui")
    assert check_explained(goals, covered(RULE, near)) == []
    assert [one.code for one in check_explained(goals, covered(RULE, near, far))] == ["C0131"]
    assert [one.code for one in check_explained(goals_of(tmp_path, item="retenu")[0], covered(RULE, near))] == ["C0132"]


def test_what_is_explained_is_not_missing_and_not_covered(covered: Covered, tmp_path: Path) -> None:
    found = covered(RULE, loan(), explanations=goals_of(tmp_path)[0].explanations())
    (explained,) = [one for one in found.items if one.explanation]
    assert (explained.sentence.name, explained.text) == ("rappel-a-distance", "retenue")
    assert not explained.missing and not explained.covered
    below = unmet(found, {"branches": 100, "mcdc": 0})
    assert [(one.name, one.reached.percent) for one in below] == [("branches", Fraction(75))]
    assert unmet_text(below[0]) == "branches : 75\u00a0%, au-dessous du seuil de 100\u00a0%"
