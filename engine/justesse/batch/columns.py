"""What a kernel found for a block of dossiers, as columns of the table that goes out. Handles no dossier by itself."""

from decimal import Decimal

import numpy as np
import pyarrow as pa

from justesse.batch.plain import EPOCH, EPOCH_MONTH, Sure, Whole
from justesse.batch.results import DECIDED, LEFT, MACHINE
from justesse.batch.schema import (
    CENTS,
    FIRST,
    LAST,
    NUMBER,
    OPEN,
    OUT_OF_SCOPE,
    READABLE,
    RESULT,
    ROUTE,
    WARNINGS,
    by_day,
    of_root,
    shown,
    view_name,
)  # fmt: skip
from justesse.compiled.columns import FIRST_LABEL
from justesse.compiled.driver import by_day as by_day_views
from justesse.compiled.driver import groups_of
from justesse.compiled.native import Block, Found, Native
from justesse.compiled.written import NA, Shape
from justesse.program.program import View
from justesse.program.types import Date, Month, Number, RecordOf, YesNo

_SAFE = 1 << 41
"""What is below it can be multiplied by two million in 64 bits."""


class Columns:
    """Turns blocks into tables of the schema `result`."""

    def __init__(self, native: Native, result: pa.Schema) -> None:
        self.native, self.result, self.program = native, result, native.program
        self.choices = [native.options.get(number, "") for number in range(1 + max(native.options, default=0))]
        self.scopes = sum(1 << place for place, rule in enumerate(self.program.notices) if rule.kind == "out-of-scope")

    def table(self, block: Block, found: Found, names: dict[str, pa.Array], labels: list[str]) -> tuple[pa.Table, Whole]:
        """(the rows of the dossiers decided, their places in the block); `names`: the columns given back as they came."""
        return _Writing(self, block, found, labels).table(names)


class _Writing:
    def __init__(self, columns: Columns, block: Block, found: Found, labels: list[str]) -> None:
        self.columns, self.block, self.found, self.program = columns, block, found, columns.program
        self.words = pa.array([*columns.choices, *labels], pa.string())
        self.notices = np.frombuffer(found.notices, dtype=np.int64)[: block.count]
        self.decided = np.flatnonzero(np.frombuffer(found.routes, dtype=np.int64)[: block.count] == 0)
        self.outside = (self.notices[self.decided] & columns.scopes) != 0

    def table(self, names: dict[str, pa.Array]) -> tuple[pa.Table, Whole]:
        size = len(self.decided)
        results = pa.array([DECIDED, LEFT]).take(pa.array(self.outside.astype(np.int64)))
        empty = pa.ListArray.from_arrays(np.zeros(size + 1, dtype=np.int32), pa.array([], pa.string()))
        made = {
            **{name: column.take(pa.array(self.decided)) for name, column in names.items()},
            RESULT: results,
            ROUTE: pa.array([MACHINE]).take(pa.array(np.zeros(size, dtype=np.int64))),
            WARNINGS: self._told("warning"),
            OUT_OF_SCOPE: self._told("out-of-scope"),
            OPEN: empty,
        }
        for number, view in enumerate(self.program.views):
            if of_root(self.program, view):
                nothing = self.outside
                made |= {name: self._cells(number, place, self.decided, nothing) for place, name in _names(view)}
            else:
                made[view_name(self.program, view)] = self._runs(number, view) if by_day(view) else self._records(number, view)
        return pa.table([made[field.name].cast(field.type) for field in self.columns.result], self.columns.result), self.decided

    # --- notices -----------------------------------------------------------------------------------------

    def _told(self, kind: str) -> pa.Array:
        """The notices of a kind that hold for each dossier."""
        some = [(place, rule.identifier) for place, rule in enumerate(self.program.notices) if rule.kind == kind]
        places = np.array([place for place, _ in some], dtype=np.int64)
        held = (self.notices[self.decided][:, None] >> places) & 1
        names = pa.array([name for _, name in some], pa.string())
        return pa.ListArray.from_arrays(_offsets(held.sum(axis=1)), names.take(pa.array(np.nonzero(held)[1])))

    # --- records -----------------------------------------------------------------------------------------

    def _records(self, number: int, view: View) -> pa.Array:
        """The lines of every record of a kind; none for a dossier out of scope."""
        kind = view.subjects[0].name
        members = {group: one for one, group in self.program.declarations.members.items()}
        offsets = np.frombuffer(self.block.offsets[members.get(kind, kind)], dtype=np.int64)
        counts = np.where(self.outside, 0, self._groups(kind) if kind in members else np.diff(offsets)[self.decided])
        within = _within(counts)
        rows = np.repeat(offsets[self.decided], counts) + within
        nothing = np.zeros(len(rows), dtype=bool)
        cells = [pa.array((within + 1).astype(np.int32))]
        cells += [self._cells(number, place, rows, nothing) for place, _ in _names(view)]
        return _lists(counts, cells, [NUMBER, *(name for _, name in _names(view))])

    def _groups(self, kind: str) -> Whole:
        """How many groups of a kind each dossier has."""
        groups = groups_of(self.program)
        return np.frombuffer(self.found.groups, dtype=np.int64)[len(groups) * self.decided + groups.index(kind)]

    def _cells(self, number: int, place: int, rows: Whole, nothing: Sure) -> pa.Array:
        first, second = (np.frombuffer(one, dtype=np.int64) for one in self.found.lines[f"w{number}_{place}"])
        return self._values(first[rows], second[rows], self.columns.native.kernel.shapes[f"w{number}_{place}"], nothing)

    # --- runs --------------------------------------------------------------------------------------------

    def _runs(self, number: int, view: View) -> pa.Array:
        views, width = by_day_views(self.program), 3 + 2 * len(view.items)
        offsets = np.frombuffer(self.found.run_offsets, dtype=np.int64)[: len(views) * self.block.count + 1]
        places = len(views) * self.decided + views.index(number)
        counts = np.where(self.outside, 0, (offsets[places + 1] - offsets[places]) // width)
        rows = np.repeat(offsets[places], counts) + width * _within(counts)
        runs, nothing = np.frombuffer(self.found.runs, dtype=np.int64), np.zeros(len(rows), dtype=bool)
        cells = [pa.array((runs[rows] + 1).astype(np.int32)), _days(runs[rows + 1], nothing), _days(runs[rows + 2], nothing)]
        for place, _ in _names(view):
            shape = self.columns.native.kernel.shapes[f"w{number}_{place}"]
            cells.append(self._values(runs[rows + 3 + 2 * place], runs[rows + 4 + 2 * place], shape, nothing))
        return _lists(counts, cells, [view.subjects[0].name, FIRST, LAST, *(name for _, name in _names(view))])

    # --- values ------------------------------------------------------------------------------------------

    def _values(self, first: Whole, second: Whole, shape: Shape, nothing: Sure) -> pa.Array:
        """Whole numbers as what they stand for; null without object, and where `nothing` says so."""
        null = nothing | (first == NA)
        first = np.where(null, 0, first)
        match shape.type:
            case Number() if shape.scale and 100 % shape.scale == 0:
                return decimals(first * (100 // shape.scale), null, CENTS)
            case Number():
                below = np.full(len(first), shape.scale) if shape.scale else np.where(null, 1, second)
                return _millionths(first, below, null)
            case YesNo():
                return pa.array(first == 1, mask=null)
            case Date():
                return _days(first, null)
            case Month():
                return pa.array((first - EPOCH_MONTH).astype("datetime64[M]").astype("datetime64[D]"), mask=null)
            case RecordOf():
                return pa.array((first + 1).astype(np.int32), mask=null)
            case _:
                places = np.where(first >= FIRST_LABEL, first - FIRST_LABEL + len(self.columns.choices), first)
                return self.words.take(pa.array(places, mask=null))


def _names(view: View) -> list[tuple[int, str]]:
    return [(place, item.name) for place, item in shown(view)]


def _within(counts: Whole) -> Whole:
    """0, 1, 2… for each list."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)


def _offsets(counts: Whole) -> pa.Array:
    return pa.array(np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts))).astype(np.int32))


def _lists(counts: Whole, cells: list[pa.Array], names: list[str]) -> pa.Array:
    return pa.ListArray.from_arrays(_offsets(counts), pa.StructArray.from_arrays(cells, names))


def _days(days: Whole, null: Sure) -> pa.Array:
    return pa.array((days - EPOCH).astype(np.int32), mask=null).cast(pa.date32())


def decimals(values: Whole, null: Sure, kind: pa.DataType) -> pa.Array:
    """Whole numbers of the last place as decimals of 128 bits."""
    words = np.empty((len(values), 2), dtype=np.int64)
    words[:, 0], words[:, 1] = values, values >> 63
    validity = pa.array(~null).buffers()[1] if null.any() else None
    return pa.Array.from_buffers(kind, len(values), [validity, pa.py_buffer(words)])


def _millionths(above: Whole, below: Whole, null: Sure) -> pa.Array:
    """Quotients to the millionth, half away from zero as `round_half_up`; those that 64 bits do not hold, one by one."""
    size, small = np.abs(above), (below < _SAFE) & (np.abs(above) // below < _SAFE)
    whole, rest = np.divmod(size[small], below[small])
    found = np.zeros(len(size), dtype=np.int64)
    found[small] = whole * 1_000_000 + (rest * 2_000_000 + below[small]) // (2 * below[small])
    made = decimals(np.where(above < 0, -found, found), null, READABLE)
    if small.all():
        return made
    some = made.to_pylist()
    for place in np.flatnonzero(~small).tolist():
        exact = (2_000_000 * int(size[place]) + int(below[place])) // (2 * int(below[place]))
        some[place] = Decimal(f"{'-' if above[place] < 0 else ''}{exact}E-6")
    return pa.array(some, READABLE)
