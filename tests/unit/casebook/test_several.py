"""Cases run by several processes: the same outcomes, in the same order."""

from dataclasses import replace

import pytest
from tests.second_opinion.compare import shipped_program
from tests.share import casebook

from justesse.casebook import several
from justesse.casebook.cases import CaseEntry
from justesse.casebook.run import Outcome
from justesse.casebook.wording import outcome_text


def some_cases() -> list[CaseEntry]:
    """A few, one of which expects what another does."""
    cases = list(casebook()[::240])
    cases[2] = replace(cases[2], expected=cases[3].expected)
    return cases


def told(outcome: Outcome) -> tuple[object, ...]:
    return outcome.case.identifier, outcome.passed, outcome.checked, outcome_text(outcome)


def test_the_same_whatever_the_number_of_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "FEW", 1)
    cases = some_cases()
    alone, together = ([told(one) for one in several.run_cases(shipped_program(), cases, many)] for many in (1, 2))
    assert together == alone
    assert [one[1] for one in alone].count(False) == 1


def test_few_cases_are_run_here() -> None:
    outcomes = list(several.run_cases(shipped_program(), some_cases()[:2], 8))
    assert all(one.decision is not None for one in outcomes), "only a decision of this process is kept"
