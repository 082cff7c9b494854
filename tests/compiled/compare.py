"""Evaluation, generated Python and machine code on the same dossiers: `python -m tests.compiled.compare 100000 [seed]`.

Prints how many were decided by each, how many were left and why, and every difference; exit code 1 when there is one.
Both cores, with the progress; machine code is left out where there is no C compiler.
"""

import multiprocessing
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from tests.compiled.draws import draws
from tests.compiled.shown import differences
from tests.second_opinion.compare import shipped_program

from justesse.compiled.blocks import block_of, values_of
from justesse.compiled.native import Native, native_of
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once

EACH = 20
"""Near dossiers for each one drawn."""
BATCH = 500


@dataclass(slots=True)
class Compared:
    """How many dossiers went each way; the differences."""

    ways: Counter[str] = field(default_factory=Counter)
    different: list[str] = field(default_factory=list)


@cache
def single() -> Single:
    """Generated Python."""
    return Single(shipped_program())


@cache
def native() -> Native | None:
    """Machine code."""
    return native_of(shipped_program(), single().kernel)


def compare_batch(first: int, count: int, each: int = EACH) -> Compared:
    """A batch of dossiers, three ways."""
    program, found = shipped_program(), Compared()
    named = list(draws(first, count, each))
    machine = native()
    if machine is not None:
        block, columns, outside = block_of(machine, single().plan, [root for _, root in named])
        out = machine.decide(machine.memory(), block)
    for place, (name, root) in enumerate(named):
        decision = decide_once(program, root)
        ways = {"python": single().values(root)}
        if machine is not None and place not in outside:
            ways["machine"] = values_of(machine, block, out, columns, place)
        for way, values in ways.items():
            if isinstance(values, Left):
                found.ways[f"{way}: left, {values.code}"] += 1
            elif decision.refusals:
                found.different.append(f"{name} {way}: evaluation refuses {[one.code for one in decision.refusals]}")
            else:
                found.ways[f"{way}: decided"] += 1
                found.different += [f"{name} {way}: {one}" for one in differences(program, decision, values)]
    return found


def _one(task: tuple[int, int]) -> Compared:
    return compare_batch(*task)


def main(count: int, first: int) -> int:
    """The table, then the differences."""
    single(), native()
    tasks = [(first + done // EACH, min(BATCH, count - done)) for done in range(0, count, BATCH)]
    total, started, done = Compared(), time.monotonic(), 0
    with multiprocessing.get_context("fork").Pool() as pool:
        for task, one in zip(tasks, pool.imap(_one, tasks), strict=True):
            total.ways += one.ways
            total.different += one.different
            done += task[1]
            left = (time.monotonic() - started) / done * (count - done)
            print(
                f"\r{done} / {count}, {len(total.different)} different, {left:.0f} s left ", end="", file=sys.stderr, flush=True
            )
    print(file=sys.stderr)
    for way, number in sorted(total.ways.items()):
        print(f"{way:24}{number:10}")
    print(f"differences: {len(total.different)}")
    print("\n".join(total.different[:40]))
    return int(bool(total.different))


if __name__ == "__main__":
    wanted, *rest = [int(one) for one in sys.argv[1:]] or [10_000]
    sys.exit(main(wanted, rest[0] if rest else 7_000_000))
