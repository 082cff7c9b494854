"""The shipped casebook against the shipped rules: the thresholds of `casebook/couverture.yaml` hold, its explanations too."""

from pathlib import Path

from tests.share import casebook

from justesse.casebook.cases import COVERAGE
from justesse.coverage.goals import check_explained, read_goals, unmet
from justesse.coverage.inventory import inventory
from justesse.coverage.measure import measure
from justesse.coverage.run import run_folding
from justesse.coverage.tally import Tally
from justesse.coverage.wording import unmet_text
from justesse.diagnostics.wording import full_text
from justesse.program.load import load_program

ROOT = Path(__file__).parents[3]


def test_the_casebook_covers_what_it_says_it_does() -> None:
    program, _ = load_program(ROOT / "rules")
    goals, wrong = read_goals(ROOT / "casebook" / COVERAGE, COVERAGE)
    assert program is not None and goals.thresholds
    held, tally = inventory(program), Tally()
    assert all(one.passed and one.decision is None for one in run_folding(held, tally, casebook()))
    found = measure(held, tally, goals.explanations())
    assert [full_text(one) for one in (*wrong, *check_explained(goals, found))] == []
    assert [unmet_text(one) for one in unmet(found, dict(goals.thresholds))] == []


def test_every_item_of_the_shipped_rules_has_its_own_name_and_says_what_to_write() -> None:
    program, _ = load_program(ROOT / "rules")
    assert program is not None
    found = measure(inventory(program), Tally(), {})
    names = [(one.sentence.name, one.text) for one in found.items]
    assert len(names) == len(set(names)) and all(text.strip() for _, text in names)
    assert [one.text for one in found.items if not one.proposal.startswith(("Un cas", "Deux cas"))] == []
