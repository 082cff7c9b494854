"""The cases run once each, their traces folded and dropped: outcomes for the usual report, counters for the coverage."""

from collections.abc import Iterator, Sequence
from math import isqrt

from justesse.casebook.cases import CaseEntry
from justesse.casebook.run import Outcome, run_case
from justesse.coverage.inventory import Inventory
from justesse.coverage.observe import fold
from justesse.coverage.tally import Tally


def run_folding(held: Inventory, tally: Tally, cases: Sequence[CaseEntry]) -> Iterator[Outcome]:
    """Each outcome, in no order, without its decision: memory does not grow with the cases."""
    for case in _spread(cases):
        outcome = run_case(held.program, case)
        if outcome.decision is not None:
            fold(tally, held, outcome.decision, case.identifier)
            outcome.decision = None
        yield outcome


def _spread(cases: Sequence[CaseEntry]) -> list[CaseEntry]:
    """Cases of one file are alike: the sooner different ones are met, the sooner nothing is left to look for (a third faster)."""
    step = isqrt(len(cases)) or 1
    return [case for start in range(step) for case in cases[start::step]]
