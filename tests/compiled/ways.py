"""Dossiers of a small program, by each compiled way: generated Python, with every line kept or not, and machine code."""

from collections.abc import Iterator, Sequence

from justesse.compiled.blocks import block_of, values_of
from justesse.compiled.native import By, native_of
from justesse.compiled.single import Left, Single, Values
from justesse.evaluation.facts import Record
from justesse.program.program import Program


def by_machine(program: Program, single: Single, by: By, roots: Sequence[Record]) -> list[Values | Left]:
    """What machine code decides of dossiers, in one block."""
    native = native_of(program, single.kernel, by)
    assert native is not None
    block, columns, _ = block_of(native, single.plan, list(roots))
    found = native.decide(native.memory(), block)
    return [values_of(native, block, found, columns, place) for place in range(len(roots))]


def every_way(program: Program, root: Record) -> Iterator[Values | Left]:
    """One dossier by all of them."""
    single = Single(program)
    yield single.values(root)
    yield Single(program, every=True).values(root)
    for by in By:
        yield from by_machine(program, single, by, [root])
