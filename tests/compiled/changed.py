"""The shipped rules with one sentence changed, compiled: `python -m tests.compiled.changed 200 [seed]`.

A reform is written in sentences nobody has compiled yet. Each change is one that the hunt for mutants makes; generated Python
then says what evaluation says, of dossiers drawn, or leaves it. Prints how many, and every difference; exit code 1 then.
"""

import multiprocessing
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from random import Random

from tests.compiled.compare import Compared, told
from tests.compiled.draws import draws
from tests.compiled.shown import differences
from tests.second_opinion.compare import shipped_program

from justesse.compiled.single import Left, Single, Values
from justesse.evaluation.decide import decide_once
from justesse.evaluation.facts import Record
from justesse.mutation.hunt import Endless, alarm
from justesse.mutation.mutants import Mutant, mutated
from justesse.mutation.sentences import all_mutants
from justesse.program.program import Program

SINCE = date(2020, 7, 1).toordinal()
"""Changes of what was in force before are of no decision."""
POOL, FIRST, EACH = 600, 3_000_000, 6
SHOWN = 60
"""Dossiers of which each changed program decides, out of so many drawn, of so many near ones."""


@cache
def mutants() -> list[Mutant]:
    """Every change, in the order of the rules."""
    return all_mutants(shipped_program(), SINCE)


@cache
def pool() -> list[tuple[str, Record]]:
    """Dossiers, drawn once."""
    return list(draws(FIRST, POOL, EACH))


def compare(mutant: Mutant, chance: Random, shown: int = SHOWN) -> Compared:
    """One change: the same decisions by both, of some dossiers of the pool."""
    found, program = Compared(), mutated(shipped_program(), mutant)
    if program is None:
        found.ways["turns in a circle"] += 1
        return found
    try:
        single = Single(program)
        for name, root in chance.sample(pool(), shown):
            values = single.values(root)
            found.ways[f"left, {values.code}" if isinstance(values, Left) else "decided"] += 1
            if not isinstance(values, Left):
                found.different += [f"{mutant.name}, {name}: {one}" for one in _between(program, root, values)]
    except Exception as error:  # whatever it is, it is named with the change that brings it
        found.different.append(f"{mutant.name}: {error!r}")
    return found


def _between(program: Program, root: Record, values: Values) -> Iterator[str]:
    """What evaluation and generated Python do not show alike; a change may make evaluation impossible, never endless."""
    try:
        with alarm():
            decision = decide_once(program, root)
    except Endless:
        yield "evaluation does not end"
        return
    if decision.refusals:
        yield f"evaluation refuses {[one.code for one in decision.refusals]}"
    else:
        yield from differences(program, decision, values)


def chosen(count: int, seed: int) -> list[int]:
    """Places of some changes, each once."""
    return Random(seed).sample(range(len(mutants())), count)


def _one(place: int) -> Compared:
    return compare(mutants()[place], Random(place))


def main(count: int, seed: int) -> int:
    """The table, then the differences."""
    places = chosen(min(count, len(mutants())), seed)
    pool()
    with multiprocessing.get_context("fork").Pool() as workers:
        return told(len(places), ((1, one) for one in workers.imap(_one, places)))


if __name__ == "__main__":
    wanted, *rest = [int(one) for one in sys.argv[1:]] or [200]
    sys.exit(main(wanted, rest[0] if rest else 1))
