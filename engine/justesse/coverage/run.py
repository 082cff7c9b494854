"""The cases run once each, their traces folded and dropped: outcomes for the usual report, counters for the coverage."""

from collections.abc import Iterable, Iterator

from justesse.casebook.cases import CaseEntry
from justesse.casebook.run import Outcome, run_case
from justesse.coverage.inventory import Inventory
from justesse.coverage.observe import fold
from justesse.coverage.tally import Tally


def run_folding(held: Inventory, tally: Tally, cases: Iterable[CaseEntry]) -> Iterator[Outcome]:
    """Each outcome without its decision, so that memory does not grow with the cases."""
    for case in cases:
        outcome = run_case(held.program, case)
        if outcome.decision is not None:
            fold(tally, held, outcome.decision, case.identifier)
            outcome.decision = None
        yield outcome
