"""One dossier decided by generated Python: the values that a decision shows, with no trace.

What the kernel leaves comes out as a code (`Left`), never as a value. The reference says everything else.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import CodeType
from typing import Any

from justesse.compiled.bound import bind, bindable
from justesse.compiled.columns import Columns, Outside, Plan, columns_of, plan_of
from justesse.compiled.readout import Maker, list_maker, maker
from justesse.compiled.written import NA, Kernel, Shape
from justesse.evaluation.facts import Record
from justesse.program.program import Program
from justesse.program.types import Date
from justesse.values.states import NOTHING

UNTOLD = 0
"""Left because what is to be shown beside the values is known to evaluation only."""


@dataclass(frozen=True, slots=True)
class Left:
    """The kernel does not decide this dossier; `code` says why (`prelude.Leave`, or `UNTOLD`)."""

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
    groups: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    """Kind of group → the places of the first and last member of each."""


@dataclass(frozen=True, slots=True)
class Made:
    """A kernel and its code, prelude included."""

    kernel: Kernel
    code: CodeType


def made_of(program: Program, readings: dict[str, str] | None = None, every: bool = False) -> Made:
    """The kernel of a program under some readings, written and compiled (`every`: see `kernel_of`)."""
    from importlib.resources import files  # nothing of what follows is read when a kernel was kept

    from justesse.compiled.kernel import kernel_of

    kernel = kernel_of(program, readings, every)
    prelude = files("justesse.compiled").joinpath("prelude.py").read_text(encoding="utf-8")
    return Made(kernel, bindable(prelude, kernel.text))


class Single:
    """A program compiled to Python, ready to decide dossiers one by one. Holds the arrays of one at a time."""

    def __init__(
        self, program: Program, readings: dict[str, str] | None = None, every: bool = False, made: Made | None = None
    ) -> None:
        made = made or made_of(program, readings, every)
        self.program = program
        self.kernel: Kernel = made.kernel
        self.plan: Plan = plan_of(program, self.kernel.names)
        self.space: dict[str, Any] = {}
        exec(made.code, self.space)
        bind(self.space)
        self.options = {number: value for value, number in self.kernel.names.choices.items()}
        self.shown = _Shown(program, self.kernel, self.space)

    def values(self, root: Record) -> Values | Left:
        """What the decision of a dossier shows."""
        try:
            return self._decided(self.columns(root))
        except Outside as outside:
            return Left(outside.code)

    def columns(self, root: Record) -> Columns:
        """A dossier as the kernel reads it; raises `Outside`."""
        return columns_of(self.plan, root, self.space["UNKNOWN"], self.space["Unknowns"])

    def _decided(self, columns: Columns) -> Values | Left:
        try:
            self.space.update(columns.arrays)
            self.space["reset"]()
            return _Reader(self, columns).everything()
        except RecursionError:
            return Left(5)
        except self.space["Leave"] as left:
            return Left(left.args[0])


@dataclass(frozen=True, slots=True)
class _Notice:
    """A notice: what says whether it holds; for each month of a list, the number of that list."""

    identifier: str
    outside: bool
    kind: str
    holds: Callable[..., int]
    months: int | None


@dataclass(frozen=True, slots=True)
class _ByDay:
    """A quantity by day: what decides its days up to one, its run on a day; the names of the arrays of its runs."""

    upto: Callable[[int, int], int]
    at: Callable[[int, int], int]
    begins: str
    last: str
    first: str
    second: str
    """Empty when its value is one number."""
    slope: str
    """Its change a day; empty when it counts no days."""
    make: Maker


@dataclass(frozen=True, slots=True)
class _View:
    """A view: its lines, each a function of a record and what makes its value; or, by day, its quantities."""

    place: int
    kind: str
    owner: int
    """The number of that kind of record."""
    lines: tuple[tuple[Callable[[int], int], Maker], ...]
    days: tuple[_ByDay, ...]


class _Shown:
    """What a decision shows of a program, found once: the functions to call, in the order of a decision."""

    def __init__(self, program: Program, kernel: Kernel, space: dict[str, Any]) -> None:
        names, declared = kernel.names, program.declarations
        self.notices = []
        for place, rule in enumerate(program.notices):
            if f"z{place}" in space:
                kind, outside = rule.subjects[0].name, rule.kind == "out-of-scope"
                months = names.quantities[f"{rule.subjects[1].listed} ({kind})"] if len(rule.subjects) > 1 else None
                self.notices.append(_Notice(rule.identifier, outside, kind, space[f"z{place}"], months))
        self.views = [_view(program, kernel, space, place) for place in range(len(program.views))]
        self.counts = {kind: names.count(kind) for kind in names.records}
        self.groups = {kind: space[f"g{names.records[kind]}"] for kind in names.records if declared.records[kind].members}


def _view(program: Program, kernel: Kernel, space: dict[str, Any], place: int) -> _View:
    """A view of a program, by its place."""
    names, view = kernel.names, program.views[place]
    kind, shapes = view.subjects[0].name, [kernel.shapes[f"w{place}_{line}"] for line in range(len(view.items))]
    makers = [_maker(shape, space) for shape in shapes]
    if not isinstance(view.subjects[-1].kind, Date):
        lines = tuple((space[f"w{place}_{line}"], make) for line, make in enumerate(makers))
        return _View(place, kind, names.records[kind], lines, ())
    read = [program.quantities[item.key] for item in view.items]
    days = [
        _by_day(names.quantities[one.key], names.loops[one.loop], space, make) for one, make in zip(read, makers, strict=True)
    ]
    return _View(place, kind, names.records[kind], (), tuple(days))


def _by_day(number: int, loop: int, space: dict[str, Any], make: Maker) -> _ByDay:
    second, slope = (f"V{number}{one}" if f"V{number}{one}" in space else "" for one in "ES")
    return _ByDay(space[f"upto{loop}"], space[f"at{loop}"], f"R{loop}F", f"R{loop}L", f"V{number}", second, slope, make)


def _maker(shape: Shape, space: dict[str, Any]) -> Maker:
    return list_maker(shape, space["L"]) if shape.listed else maker(shape)


class _Reader:
    """Calls the functions of the kernel in the order of a decision, and gives back what evaluation would."""

    def __init__(self, single: Single, columns: Columns) -> None:
        self.shown, self.space = single.shown, single.space
        self.options = single.options | {number: value for value, number in columns.labels.items()}
        self.counts: dict[str, int] = {}
        self.found = Values()

    def everything(self) -> Values:
        if not self._notices():
            out, options = self.space["OUT"], self.options
            for view in self.shown.views:
                for record in range(self._count(view.kind)):
                    if view.days:
                        self._runs(view, record)
                        continue
                    row: list[object] = []
                    for give, make in view.lines:
                        first = give(record)
                        row.append(NOTHING if first == NA else make(first, out[0], options))
                    self.found.lines[(view.place, record)] = row
        self.found.groups = {kind: self._members(kind) for kind in self.shown.groups}
        return self.found

    def _members(self, kind: str) -> list[tuple[int, int]]:
        """Of each group, when what is shown asked for them."""
        name = self.shown.counts[kind]
        count = max(0, self.space[f"{name}G"][0])
        return list(zip(self.space[f"{name}F"][:count], self.space[f"{name}L"][:count], strict=True))

    def _count(self, kind: str) -> int:
        """How many records of a kind there are; groups are made the first time."""
        if kind not in self.counts:
            name = self.shown.counts[kind]
            if kind in self.shown.groups:
                self.shown.groups[kind]()
            self.counts[kind] = self.space[f"{name}G"][0] if kind in self.shown.groups else self.space[name]
        return self.counts[kind]

    # --- values ------------------------------------------------------------------------------------------

    def _runs(self, view: _View, owner: int) -> None:
        space = self.space
        for one in view.days:
            one.upto(owner, 10**9)
        day, last = space[f"B{view.owner}F"][owner], space[f"B{view.owner}L"][owner]
        while day <= last:
            at = [(one, one.at(owner, day)) for one in view.days]
            end = (
                day
                if any(one.slope and space[one.slope][run] for one, run in at)
                else min([space[one.last][run] for one, run in at])
            )
            self.found.runs.append((view.place, owner, day, end, [self._on(one, run, day) for one, run in at]))
            day = end + 1

    def _on(self, one: _ByDay, run: int, day: int) -> object:
        """The value of a quantity on a day of a run."""
        first = self.space[one.first][run]
        if first == NA:
            return NOTHING
        if one.slope:
            first += self.space[one.slope][run] * (day - self.space[one.begins][run])
        return one.make(first, self.space[one.second][run] if one.second else 1, self.options)

    # --- notices -----------------------------------------------------------------------------------------

    def _notices(self) -> bool:
        """Those that hold; whether one puts the dossier out of scope."""
        outside = False
        for notice in self.shown.notices:
            for record in range(self._count(notice.kind)):
                for args in ((record,),) if notice.months is None else self._months(notice.months, record):
                    if notice.holds(*args):
                        self.found.notices.append((notice.identifier, args))
                        outside = outside or notice.outside
        return outside

    def _months(self, number: int, record: int) -> list[tuple[int, int]]:
        """A record with each of its months."""
        first = self.space[f"q{number}"](record)
        return [(record, month) for month in range(first, first + self.space[f"M{number}E"][record])]
