"""How fast compiled rules decide: `python -m tests.benchmarks.compiled [dossiers]`, beside their goals.

The same dossiers by evaluation, generated Python and machine code, block after block, each in its turn; ratios are of that run.
Machine code has its memory and the room of its values already, as a lot has after its first block. « Prepared » is what
`justesse preparer` makes, from a population that none of these dossiers is of. Builds in a folder of its own, so that nothing
is found. Not a test.
"""

import os
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from statistics import median
from time import perf_counter

import pyarrow as pa
from tests.benchmarks.crowd import crowd
from tests.second_opinion.compare import shipped_program

from justesse.batch.preparation import prepared
from justesse.batch.schema import input_schema
from justesse.cli.population import open_recipe
from justesse.compiled.blocks import block_of
from justesse.compiled.native import Block, By, Found, Native, native_of
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once
from justesse.evaluation.facts import Record
from justesse.population.draw import Population
from justesse.program.program import Program

ROUNDS = 5
BLOCK, SAMPLE = 5_000, 200
"""Dossiers of a block, and how many of them the slow ways decide."""
DRAWN, SEED = 4_000, 2


@dataclass
class Machine:
    """One way of making machine code: microseconds a dossier in each block, and where the dossiers went."""

    name: str
    native: Native
    built: float
    times: list[float] = field(default_factory=list)
    pairs: list[float] = field(default_factory=list)
    routes: Counter[int] = field(default_factory=Counter)
    room: Found | None = None


def main(count: int) -> int:
    """The table; exit code 1 when nothing was decided."""
    program = shipped_program()
    started = perf_counter()
    single = Single(program)
    printed = perf_counter() - started
    evaluated: list[float] = []
    python: list[float] = []
    decided = done = 0
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        machines = list(_machines(program, single))
        for roots in _blocks(crowd(program, count, 11)):
            evaluated += _each(lambda root: decide_once(program, root), roots[:SAMPLE])
            python += _each(single.values, roots[:SAMPLE])
            decided += sum(not isinstance(single.values(root), Left) for root in roots[:SAMPLE])
            if machines:
                block, _, outside = block_of(machines[0].native, single.plan, roots)
                assert not outside
                _measured(machines, block)
            done += len(roots)
            print(f"{done:,} of {count:,}", end="\r", file=sys.stderr)
    print(f"kernel written and read by Python in {printed:.2f} s, {len(single.kernel.text.splitlines())} lines")
    print(f"{'':34}{'µs a dossier':>14}{'a second':>12}{'goal':>12}")
    _line("evaluation, with its trace", median(evaluated))
    _line("generated Python, every line shown", median(python), "2,000")
    print(f"decided by Python: {decided:,} of {len(python):,}")
    for one in machines:
        _line(f"machine code, {one.name}, one core", median(one.times), "250,000")
        print(f"{f'machine code, {one.name}, two threads':34}{median(one.pairs):14.2f}")
        print(f"built, or found, in {one.built:.2f} s; routes of {sum(one.routes.values()):,}: {dict(one.routes)}")
    return int(decided == 0)


def _line(name: str, time: float, goal: str = "") -> None:
    print(f"{name:34}{time:14.2f}{1e6 / time:12,.0f}{goal:>12}")


def drawn(program: Program) -> pa.RecordBatch:
    """Dossiers of a population, as `justesse preparer` takes them."""
    rows = list(Population(open_recipe(None, program), SEED).rows(0, DRAWN))
    return pa.RecordBatch.from_pylist(rows, input_schema(program.declarations))


def _machines(program: Program, single: Single) -> Iterator[Machine]:
    """What can be built here; the prepared one last, or it would be found by the others."""
    for name, by, ready in (("C", By.C, False), ("LLVM", By.LLVM, False), ("C prepared", By.C, True)):
        started = perf_counter()
        if ready:
            prepared(program, {}, [drawn(program)])
        native = native_of(program, single.kernel, by)
        if native is not None:
            yield Machine(name, native, perf_counter() - started)


def _blocks(roots: Iterator[Record]) -> Iterator[list[Record]]:
    while block := list(islice(roots, BLOCK)):
        yield block


def _each(decide: Callable[[Record], object], roots: Iterable[Record]) -> list[float]:
    """Microseconds of each."""
    times = []
    for root in roots:
        started = perf_counter()
        decide(root)
        times.append((perf_counter() - started) * 1e6)
    return times


def _measured(machines: list[Machine], block: Block) -> None:
    """Each machine decides the block, round after round; then two threads of it at once."""
    times: dict[str, list[float]] = {one.name: [] for one in machines}
    memories = {one.name: one.native.memory() for one in machines}
    for one in machines:
        one.room = one.native.room(block, one.room)
    for _ in range(ROUNDS):
        for one in machines:
            started = perf_counter()
            one.native.decide(memories[one.name], block, one.room)
            times[one.name].append((perf_counter() - started) / block.count * 1e6)
    for one in machines:
        assert one.room is not None
        one.times.append(median(times[one.name]))
        one.pairs.append(_threads(one.native, block) / block.count * 1e6)
        one.routes.update(one.room.routes[: block.count])


def _threads(native: Native, block: Block) -> float:
    """The time that one block takes when two are decided at once."""
    some = [threading.Thread(target=native.decide, args=(native.memory(), block)) for _ in range(2)]
    started = perf_counter()
    for one in some:
        one.start()
    for one in some:
        one.join()
    return (perf_counter() - started) / 2


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else BLOCK))
