"""Every explanation of the casebook, done again: `python -m tests.explained.run [1 case in N]`.

Prints the operations done again and those taken as given, then what fails; exit code 1 when something does. Both cores.
"""

import multiprocessing
import sys
from collections import Counter
from functools import cache

from tests.explained.whole import ROOT, Explained, explained, shipped_parameters
from tests.share import casebook

from justesse.casebook.run import run_case
from justesse.program.load import load_program
from justesse.program.program import Program


@cache
def shipped() -> Program:
    program, diagnostics = load_program(ROOT / "rules")
    assert program is not None, diagnostics
    return program


def one(place: int) -> Explained | None:
    """The explanation of a case; None when it has no decision."""
    case = casebook()[place]
    decision = run_case(shipped(), case).decision
    if decision is None or decision.refusals or decision.out_of_scope:
        return None
    found = explained(decision, shipped_parameters())
    found.faults = [f"{case.identifier} | {fault}" for fault in found.faults]
    return found


def main(step: int) -> int:
    """The table, then the faults."""
    done: Counter[str] = Counter()
    given: Counter[str] = Counter()
    faults: list[str] = []
    decisions = 0
    with multiprocessing.get_context("spawn").Pool() as pool:
        for found in pool.imap_unordered(one, range(0, len(casebook()), step), chunksize=8):
            if found is not None:
                decisions += 1
                done, given = done + found.done, given + found.given
                faults += found.faults
    print(f"{decisions} decisions; operations done again {done.total()}, taken as given {given.total()}")
    print("most often given:", ", ".join(f"{name} {count}" for name, count in given.most_common(12)))
    print(f"explanations not complete: {len({fault.partition(' | ')[0] for fault in faults})}")
    print("\n".join(faults[:100]))
    return 1 if faults or not decisions else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
