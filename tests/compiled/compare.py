"""Evaluation, generated Python, machine code by C and by LLVM, alike: `python -m tests.compiled.compare 100000 [seed]`.

Prints how many were decided by each, how many were left and why, and every difference; exit code 1 when there is one.
Both cores, with the progress; what cannot be built on this machine is left out.
"""

import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from tests.compiled.draws import draws
from tests.compiled.shown import differences
from tests.second_opinion.compare import shipped_program

from justesse.compiled.blocks import block_of, values_of
from justesse.compiled.native import By, Native, native_of
from justesse.compiled.single import Left, Single, Values
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
def machines() -> dict[By, Native]:
    """Machine code, by each that can build it."""
    built = {by: native_of(shipped_program(), single().kernel, by) for by in By}
    return {by: one for by, one in built.items() if one is not None}


def compare_batch(first: int, count: int, each: int = EACH) -> Compared:
    """A batch of dossiers, four ways."""
    program, found = shipped_program(), Compared()
    named = list(draws(first, count, each))
    built = list(machines().items())
    if built:  # all take the same block
        block, columns, outside = block_of(built[0][1], single().plan, [root for _, root in named])
    out = {by: machine.decide(machine.memory(), block) for by, machine in built}
    for place, (name, root) in enumerate(named):
        decision = decide_once(program, root)
        ways: dict[str, Values | Left] = {"python": single().values(root)}
        for by, machine in built:
            if place not in outside:
                ways[f"machine, {by.value}"] = values_of(machine, block, out[by], columns, place)
        for way, values in ways.items():
            if isinstance(values, Left):
                found.ways[f"{way}: left, {values.code}"] += 1
            elif decision.refusals:
                found.different.append(f"{name} {way}: evaluation refuses {[one.code for one in decision.refusals]}")
            else:
                found.ways[f"{way}: decided"] += 1
                if way == "python" or not same(values, ways["python"]):  # what is the same as Python's values differs as they do
                    found.different += [f"{name} {way}: {one}" for one in differences(program, decision, values)]
    return found


def same(one: Values, other: Values | Left) -> bool:
    """Whether two kernels gave the very same values; groups, which no decision shows, are not asked of machine code."""
    return not isinstance(other, Left) and (one.lines, one.runs, one.notices) == (other.lines, other.runs, other.notices)


def _one(task: tuple[int, int]) -> Compared:
    return compare_batch(*task)


def main(count: int, first: int) -> int:
    """The table, then the differences."""
    single(), machines()
    tasks = [(first + done // EACH, min(BATCH, count - done)) for done in range(0, count, BATCH)]
    with multiprocessing.get_context("fork").Pool() as pool:
        return told(count, ((size, one) for (_, size), one in zip(tasks, pool.imap(_one, tasks), strict=True)))


def told(count: int, found: Iterable[tuple[int, Compared]]) -> int:
    """The progress while parts come, each with its size, then the table and the differences; 1 when there is one."""
    total, started, done = Compared(), time.monotonic(), 0
    for size, one in found:
        total.ways += one.ways
        total.different += one.different
        done += size
        left = (time.monotonic() - started) / done * (count - done)
        said = f"\r{done} / {count}, {len(total.different)} different, {left:.0f} s left "
        print(said, end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    for way, number in sorted(total.ways.items()):
        print(f"{way:24}{number:10}")
    print(f"differences: {len(total.different)}")
    print("\n".join(total.different[:40]))
    return int(bool(total.different))


if __name__ == "__main__":
    wanted, *rest = [int(one) for one in sys.argv[1:]] or [10_000]
    sys.exit(main(wanted, rest[0] if rest else 7_000_000))
