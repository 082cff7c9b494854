"""The fifteen rules in our language: as machine code, as generated Python, and by evaluation with its trace."""

from collections.abc import Sequence
from ctypes import Array
from fractions import Fraction

from tests.benchmarks.fifteen import RULES, blocks
from tests.benchmarks.peers.exchange import BATCH, LINES, REASONS, SINGLE, Cases, Measure, serve

from justesse import __version__
from justesse.compiled.native import Block, Found, Native, native_of
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once
from justesse.evaluation.facts import Record
from justesse.explanation.trace_json import trace_document
from justesse.program.load import load_program
from justesse.program.types import Number, YesNo

Row = list[object]


class Ours:
    """The program, compiled; cases as records, or as blocks of columns."""

    def __init__(self, cases: Cases) -> None:
        program, diagnostics = load_program(RULES)
        assert program is not None, [one.code for one in diagnostics]
        self.cases, self.program, self.single = cases, program, Single(program)
        self.native = native_of(program, self.single.kernel)
        self.facts = program.declarations.records[program.declarations.root].facts

    def measures(self) -> list[Measure]:
        """Machine code where there is a compiler; the rest everywhere."""
        native = self.native
        made = [
            Measure(SINGLE, "Justesse, Python généré", self.records, self.by_python, in_hundredths),
            Measure(REASONS, "Justesse, évaluateur, trace", self.records, self.by_evaluation, in_hundredths),
            Measure(REASONS, "Justesse, évaluateur, trace écrite en JSON", self.records, self.by_evaluation_told, in_hundredths),
        ]
        if native is not None:
            memory = native.memory()
            made.insert(0, Measure(
                BATCH, "Justesse, code machine", self.blocks, lambda given: by_machine(native, memory, *given), self.of_blocks,
            ))  # fmt: skip
        return made

    def records(self, first: int, last: int) -> list[Record]:
        """Cases as if their files were read."""
        return [self._record(row) for row in self.cases.rows(first, last)]

    def _record(self, row: Sequence[int]) -> Record:
        fields: dict[str, object] = {}
        for name, value in zip(self.cases.columns, row, strict=True):
            match self.facts[name].type:
                case Number():
                    fields[name] = Fraction(value, 100)
                case YesNo():
                    fields[name] = value == 1
                case _:
                    fields[name] = value
        return Record(self.program.declarations.root, fields)

    def blocks(self, first: int, last: int) -> tuple[list[Block], list[Found]]:
        """Columns in blocks, and the room for their lines."""
        assert self.native is not None
        given = dict(zip(self.cases.columns, self.cases.slices(first, last), strict=True))
        some = list(blocks(self.native, given, last - first))
        return some, [self.native.room(one) for one in some]

    def by_python(self, roots: list[Record]) -> list[Row]:
        """What each decision shows, without its reasons."""
        made = []
        for root in roots:
            values = self.single.values(root)
            assert not isinstance(values, Left)
            made.append(values.lines[(0, 0)])
        return made

    def by_evaluation(self, roots: list[Record]) -> list[Row]:
        """The same, each value with every sentence tried; the trace is dropped at once."""
        return [[line.value for line in decide_once(self.program, root).parts[0].lines] for root in roots]

    def by_evaluation_told(self, roots: list[Record]) -> list[Row]:
        """The same, the trace of the net written down to each operation."""
        made = []
        for root in roots:
            lines = decide_once(self.program, root).parts[0].lines
            assert lines[-1].instance is not None
            trace_document(lines[-1].instance, self.program.declarations)
            made.append([line.value for line in lines])
        return made

    def of_blocks(self, found: list[Found]) -> list[list[int]]:
        """The lines of every block, in hundredths; a case that was left has none."""
        assert self.native is not None and not any(route for one in found for route in one.routes)
        made = []
        for place in range(len(LINES)):
            name = f"w0_{place}"
            scale = self.native.kernel.shapes[name].scale
            values = [value for one in found for value in one.lines[name][0]]
            made.append(values if place == 0 else [value * 100 // scale for value in values])
        return made


def by_machine(native: Native, memory: Array, some: list[Block], found: list[Found]) -> list[Found]:  # type: ignore[type-arg]
    """Each block in turn, by one thread."""
    for block, room in zip(some, found, strict=True):
        native.decide(memory, block, room)
    return found


def in_hundredths(rows: list[Row]) -> list[list[int]]:
    """Lines shown as exact numbers, in hundredths."""
    return [[_hundredths(value) for value in line] for line in zip(*rows, strict=True)]


def _hundredths(value: object) -> int:
    assert isinstance(value, bool | Fraction)
    return int(value) if isinstance(value, bool) else int(100 * value)


if __name__ == "__main__":
    serve(f"Justesse {__version__}", lambda cases: Ours(cases).measures())
