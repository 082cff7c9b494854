"""How fast compiled rules decide: `python -m tests.benchmarks.compiled [dossiers]`, beside their goals.

The same dossiers by evaluation, generated Python and machine code, in one run; ratios are of that run. Machine code has its
memory and the room of its values already, as a lot has after its first block. « Prepared » is what `justesse preparer` makes,
from a population that none of these dossiers is of. Builds in a folder of its own, so that nothing is found. Not a test.
"""

import os
import sys
import tempfile
import threading
from collections import Counter
from statistics import median
from time import perf_counter

import pyarrow as pa
from tests.benchmarks.crowd import crowd
from tests.second_opinion.compare import shipped_program

from justesse.batch.preparation import prepared
from justesse.batch.schema import input_schema
from justesse.cli.population import open_recipe
from justesse.compiled.blocks import block_of
from justesse.compiled.native import By, Native, native_of
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once
from justesse.evaluation.facts import Record
from justesse.population.draw import Population
from justesse.program.program import Program

ROUNDS = 5
DRAWN, SEED = 4_000, 2
SAMPLE = 200


def main(count: int) -> int:
    """The table; exit code 1 when nothing was decided."""
    program = shipped_program()
    started = perf_counter()
    single = Single(program)
    printed = perf_counter() - started
    roots = list(crowd(program, count, 11))
    by_hand = _each(lambda root: decide_once(program, root), roots[:SAMPLE])
    python = _each(single.values, roots[:SAMPLE])
    decided = sum(not isinstance(single.values(root), Left) for root in roots[:SAMPLE])
    lines = len(single.kernel.text.splitlines())
    print(f"kernel written and read by Python in {printed:.2f} s, {lines} lines")
    print(f"{'':34}{'µs a dossier':>14}{'a second':>12}{'goal':>12}")
    print(f"{'evaluation, with its trace':34}{by_hand:14.0f}{1e6 / by_hand:12,.0f}{'':>12}")
    print(f"{'generated Python, every line shown':34}{python:14.0f}{1e6 / python:12,.0f}{'2,000':>12}")
    print(f"decided by Python: {decided} of {SAMPLE}")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        for name, by, ready in (("C", By.C, False), ("LLVM", By.LLVM, False), ("C prepared", By.C, True)):
            started = perf_counter()
            if ready:
                prepared(program, {}, [drawn(program)])
            native = native_of(program, single.kernel, by)
            if native is not None:
                _machine(f"machine code, {name}", native, single, roots, perf_counter() - started)
    return int(decided == 0)


def drawn(program: Program) -> pa.RecordBatch:
    """Dossiers of a population, as `justesse preparer` takes them."""
    rows = list(Population(open_recipe(None, program), SEED).rows(0, DRAWN))
    return pa.RecordBatch.from_pylist(rows, input_schema(program.declarations))


def _machine(name: str, native: Native, single: Single, roots: list[Record], built: float) -> None:
    """Its lines of the table; what it left."""
    block, _, outside = block_of(native, single.plan, roots)
    times, memory, found = [], native.memory(), native.room(block)
    for _ in range(ROUNDS):
        started = perf_counter()
        native.decide(memory, block, found)
        times.append((perf_counter() - started) / len(roots) * 1e6)
    one = median(times)
    print(f"{name + ', one core':34}{one:14.2f}{1e6 / one:12,.0f}{'250,000':>12}")
    print(f"{name + ', two threads':34}{_threads(native, block) / len(roots) * 1e6:14.2f}")
    print(f"built, or found, in {built:.2f} s; routes: {dict(Counter(found.routes))}, outside: {len(outside)}")


def _each(decide, roots) -> float:  # type: ignore[no-untyped-def]
    times = []
    for root in roots:
        started = perf_counter()
        decide(root)
        times.append(perf_counter() - started)
    return median(times) * 1e6


def _threads(native, block) -> float:  # type: ignore[no-untyped-def]
    """The time that one block takes when two are decided at once."""
    some = [threading.Thread(target=native.decide, args=(native.memory(), block)) for _ in range(2)]
    started = perf_counter()
    for one in some:
        one.start()
    for one in some:
        one.join()
    return (perf_counter() - started) / 2


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 5_000))
