"""One dossier decided by generated Python: the values that a decision shows, with no trace.

What the kernel leaves comes out as a code (`Left`), never as a value. The reference says everything else.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from importlib.resources import files
from typing import Any

from justesse.compiled.columns import Columns, Outside, Plan, columns_of, plan_of
from justesse.compiled.kernel import Kernel, Shape, kernel_of
from justesse.compiled.prelude import NA
from justesse.evaluation.facts import Record
from justesse.program.program import Program
from justesse.program.types import Choice, Date, Days, Label, ListOf, Month, Number, RecordOf, YesNo
from justesse.values.states import NOTHING


@dataclass(frozen=True, slots=True)
class Left:
    """The kernel does not decide this dossier; `code` says why (`prelude.Leave`)."""

    code: int


@dataclass(slots=True)
class Values:
    """What a decision shows: lines by view and record, days by runs, notices; as evaluation gives them."""

    lines: dict[tuple[int, int], list[object]] = field(default_factory=dict)
    """(view, place of the record) → the value of each item."""
    runs: list[tuple[int, int, int, int, list[object]]] = field(default_factory=list)
    """View, place of the owner, first and last day, the value of each item."""
    notices: list[tuple[str, tuple[int, ...]]] = field(default_factory=list)
    """Identifier, subjects by place (a month: its number)."""


class Single:
    """A program compiled to Python, ready to decide dossiers one by one. Holds the arrays of one at a time."""

    def __init__(self, program: Program, readings: dict[str, str] | None = None, every: bool = False) -> None:
        self.program = program
        self.kernel: Kernel = kernel_of(program, readings, every)
        self.plan: Plan = plan_of(program, self.kernel.names)
        self.space: dict[str, Any] = {}
        prelude = files("justesse.compiled").joinpath("prelude.py").read_text(encoding="utf-8")
        exec(compile(prelude, "<prelude>", "exec"), self.space)
        exec(compile(self.kernel.text, "<kernel>", "exec"), self.space)
        self.options = {number: value for value, number in self.kernel.names.choices.items()}

    def values(self, root: Record) -> Values | Left:
        """What the decision of a dossier shows."""
        try:
            return self._decided(columns_of(self.plan, root, self.space["UNKNOWN"]))
        except Outside as outside:
            return Left(outside.code)

    def _decided(self, columns: Columns) -> Values | Left:
        try:
            self.space.update(columns.arrays)
            self.space["reset"]()
            return _Reader(self, columns).everything()
        except RecursionError:
            return Left(5)
        except self.space["Leave"] as left:
            return Left(left.args[0])


class _Reader:
    """Calls the functions of the kernel in the order of a decision, and gives back what evaluation would."""

    def __init__(self, single: Single, columns: Columns) -> None:
        self.single, self.space, self.program = single, single.space, single.program
        self.options = single.options | {number: value for value, number in columns.labels.items()}
        self.found = Values()

    def everything(self) -> Values:
        self._notices()
        scopes = {one.identifier for one in self.program.notices if one.kind == "out-of-scope"}
        if not any(name in scopes for name, _ in self.found.notices):
            for place, view in enumerate(self.program.views):
                for record in range(self._count(view.subjects[0].name)):
                    if isinstance(view.subjects[-1].kind, Date):
                        self._runs(place, record)
                    else:
                        self.found.lines[(place, record)] = [
                            self._line(f"w{place}_{line}", record) for line in range(len(view.items))
                        ]
        return self.found

    def _count(self, kind: str) -> int:
        names, declared = self.single.kernel.names, self.program.declarations
        if declared.records[kind].members:
            self.space[f"g{names.records[kind]}"]()
            return int(self.space[f"{names.count(kind)}G"][0])
        return int(self.space[names.count(kind)])

    # --- values ------------------------------------------------------------------------------------------

    def _line(self, name: str, record: int) -> object:
        give: Callable[[int], int] = self.space[name]
        first = give(record)
        return self._value(first, self.space["OUT"][0], self.single.kernel.shapes[name])

    def _value(self, first: int, second: int, shape: Shape) -> object:
        if isinstance(shape.type, ListOf) and first != NA and not shape.run:
            item = Shape(shape.type.item, 1)
            return tuple(self._value(one, 1, item) for one in self.space["L"][first : first + second])
        return shaped(first, second, shape, self.options)

    def _runs(self, place: int, owner: int) -> None:
        names, space = self.single.kernel.names, self.space
        quantities = [self.program.quantities[item.key] for item in self.program.views[place].items]
        loops = [names.loops[one.loop] for one in quantities]
        for loop in loops:
            space[f"upto{loop}"](owner, 10**9)
        day, last = space[f"B{loops[0]}F"][owner], space[f"B{loops[0]}L"][owner]
        while day <= last:
            at = [space[f"at{loop}"](owner, day) for loop in loops]
            end = min(space[f"R{loop}L"][run] for loop, run in zip(loops, at, strict=True))
            values = []
            for line, (quantity, run) in enumerate(zip(quantities, at, strict=True)):
                number, shape = names.quantities[quantity.key], self.single.kernel.shapes[f"w{place}_{line}"]
                second = space[f"V{number}E"][run] if f"V{number}E" in space else 1
                values.append(self._value(space[f"V{number}"][run], second, shape))
            self.found.runs.append((place, owner, day, end, values))
            day = end + 1

    # --- notices -----------------------------------------------------------------------------------------

    def _notices(self) -> None:
        for place, rule in enumerate(self.program.notices):
            holds = self.space.get(f"z{place}")
            if holds is None:
                continue
            for record in range(self._count(rule.subjects[0].name)):
                for args in self._arguments(rule.subjects, record):
                    if holds(*args):
                        self.found.notices.append((rule.identifier, args))

    def _arguments(self, subjects: tuple[Any, ...], record: int) -> list[tuple[int, ...]]:
        if len(subjects) == 1:
            return [(record,)]
        key = f"{subjects[1].listed} ({subjects[0].name})"
        number = self.single.kernel.names.quantities[key]
        first = self.space[f"q{number}"](record)
        second = self.space[f"M{number}E"][record]
        return [(record, month) for month in range(first, first + second)]


def shaped(first: int, second: int, shape: Shape, options: dict[int, str]) -> object:
    """A value as evaluation gives it, but records, which are their place; a list stays its place and its length."""
    if first == NA:
        return NOTHING
    match shape.type:
        case YesNo():
            return first == 1
        case Number():
            return Fraction(first, shape.scale or second)
        case Choice() | Label():
            return options[first]
        case ListOf() if shape.run:
            return tuple(range(first, first + second))
        case Days() | ListOf():
            return (first, second)
        case RecordOf() | Date() | Month():
            return first
