"""The machine code of rules made ahead: trained on dossiers like those to come, kept for every lot after. Shows nothing.

Rules that nobody prepared are compiled when they are first used, untrained; what is decided is the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa

from justesse.batch.intake import Intake
from justesse.compiled.columns import plan_of
from justesse.compiled.kernel import kernel_of
from justesse.compiled.native import Block, By, Found, Native, native_of, trained_of
from justesse.compiled.written import Kernel
from justesse.program.program import Program


class Unfit(Exception):
    """None of the dossiers given is for machine code."""


@dataclass(slots=True)
class Prepared:
    """What was made: by whom, trained or not; the same dossiers, to see it at work."""

    by: By
    trained: bool
    native: Native
    blocks: tuple[Block, ...]
    room: Found | None = None

    @property
    def count(self) -> int:
        """How many dossiers they are."""
        return sum(block.count for block in self.blocks)

    def decide(self) -> None:
        """Decide them once, on one core, where they were decided before."""
        self.room = _decide(self.native, self.blocks, self.room)


def prepared(program: Program, readings: dict[str, str], tables: Sequence[pa.RecordBatch]) -> Prepared | None:
    """Make it; None when nothing here makes machine code. Raises `Unfit`."""
    if not any(table.num_rows for table in tables):
        raise Unfit
    kernel = kernel_of(program, readings)
    native = trained_of(program, kernel, lambda counting: _decide(counting, _blocks(program, kernel, counting, tables)))
    if native is not None:
        return Prepared(By.C, True, native, _blocks(program, kernel, native, tables))
    for by in By:
        native = native_of(program, kernel, by)
        if native is not None:
            return Prepared(by, False, native, _blocks(program, kernel, native, tables))
    return None


def _blocks(program: Program, kernel: Kernel, native: Native, tables: Sequence[pa.RecordBatch]) -> tuple[Block, ...]:
    blocks = tuple(Intake(native, plan_of(program, kernel.names)).take(table).block for table in tables)
    if not any(block.count for block in blocks):
        raise Unfit
    return blocks


def _decide(native: Native, blocks: Sequence[Block], room: Found | None = None) -> Found | None:
    memory = native.memory()
    for block in blocks:
        room = native.decide(memory, block, native.room(block, room))
    return room
