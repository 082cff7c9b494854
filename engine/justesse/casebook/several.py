"""Many cases run by several processes, their outcomes in the order of the cases.

A process takes as long to begin as some hundred cases take to run: few cases are run here. Knows nothing of what a case is.
"""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from justesse.casebook.cases import CaseEntry
from justesse.casebook.run import Outcome, run_case
from justesse.program.program import Program

FEW = 100
"""The least cases that are worth a process."""
_TAKEN = 16
"""The cases that a process takes at a time."""


def run_cases(program: Program, cases: Sequence[CaseEntry], processes: int) -> Iterator[Outcome]:
    """The outcome of each case; those of other processes come without their decision."""
    processes = min(processes, len(cases) // FEW)
    if processes < 2:
        yield from (run_case(program, case) for case in cases)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _start, (program,)) as pool:
        for case, outcome in zip(cases, pool.map(_outcome, cases, chunksize=_TAKEN), strict=True):
            outcome.case = case
            yield outcome


_PROGRAM: dict[str, Program] = {}


def _start(program: Program) -> None:
    _PROGRAM["here"] = program


def _outcome(case: CaseEntry) -> Outcome:
    outcome = run_case(_PROGRAM["here"], case)
    outcome.decision = None
    return outcome
