"""Two tables of decisions of one population, dossier beside dossier: amounts, gaps, and their sums by group, in whole cents.

A dossier that one of the two does not decide has no gap: it is counted, never taken for zero. Reads no rule.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from justesse.batch.columns import decimals
from justesse.batch.plain import Sure, Whole, unscaled
from justesse.batch.results import DECIDED
from justesse.batch.schema import CASE_KIND, CENTS, IDENTIFIER, READABLE, RESULT, number_in
from justesse.program.types import Number
from justesse.values.units import Unit

DECILES = 10
UNRANKED = "sans rang"
EUROS = number_in(Number(Unit((("€", 1),)))).encode()
"""What the schema says of an amount."""
BEFORE, AFTER, GAP, DECILE = "avant", "après", "écart", "décile"
EDGES = (-100_000, -50_000, -10_000, -5_000, -1_000, 0, 1_000, 5_000, 10_000, 50_000, 100_000)
"""The bounds, in cents, of the classes of gaps."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a decision: of the subject of the case, or of the first record of a list."""

    name: str
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Some dossiers: how many, how many not compared, sums in cents, those who gain and those who lose."""

    name: str
    dossiers: int
    apart: int
    before: int
    after: int
    winners: int
    gained: int
    losers: int
    lost: int

    @property
    def gap(self) -> int:
        """After less before, in cents."""
        return self.after - self.before

    @property
    def compared(self) -> int:
        """The dossiers that both decide."""
        return self.dossiers - self.apart

    @property
    def unchanged(self) -> int:
        """Those whose amount is the same."""
        return self.compared - self.winners - self.losers


@dataclass(slots=True)
class Reform:
    """Everything that is shown of a comparison."""

    whole: Group
    rejected: int
    """The dossiers of the population that neither decides nor leaves open: they are in no group."""
    kinds: list[Group]
    deciles: list[Group]
    gaps: list[int]
    """How many dossiers fall before the first edge, between each two, after the last; equal amounts apart."""
    table: pa.Table


def lines_of(schema: pa.Schema, amounts: bool) -> dict[str, Line]:
    """The lines of a table of decisions by name: all that are numbers, or only the amounts of the subject, in whole cents."""
    found: dict[str, Line] = {}
    for field in schema:
        held = getattr(field.type, "value_type", None)
        inner = held if held is not None and pa.types.is_struct(held) else []
        for one, listed in [(field, ""), *((one, field.name) for one in inner)]:
            is_amount = one.type == CENTS and not listed and (one.metadata or {}).get(b"type") == EUROS
            if is_amount or (one.type in (CENTS, READABLE) and not amounts):
                found.setdefault(one.name, Line(one.name, listed))
    return found


def measured(before: pa.Table, after: pa.Table, amount: Line, by: Line, population: int) -> Reform:
    """The comparison, dossier by dossier and by group; `by` is taken from the decisions before.

    No two dossiers have one identifier. `population`: how many there are, those that both reject among them.
    """
    before, after = _matched(before, after)
    one, there = _amounts_of(before, amount)
    other, here = _amounts_of(after, amount)
    sure = there & here
    values, known = _numbers(before, by)
    decile = _deciles(values, known & sure)
    kinds = pc.coalesce(before[CASE_KIND], after[CASE_KIND], "").to_pylist()
    names = np.array(kinds, dtype=object)
    made = [_group(name, names == name, sure, one, other) for name in sorted(set(kinds))]
    deciles = [_group(str(rank + 1), decile == rank, sure, one, other) for rank in range(DECILES)]
    if (decile < 0).any():
        deciles.append(_group(UNRANKED, decile < 0, sure, one, other))
    gap = np.where(sure, other - one, 0)
    classes = np.bincount(np.digitize(gap[sure & (gap != 0)], EDGES), minlength=len(EDGES) + 1)
    whole = _group("tous", np.ones(len(one), dtype=bool), sure, one, other)
    table = _table(before, after, one, other, sure, decile)
    return Reform(whole, population - len(one), made, deciles, classes.tolist(), table)


def largest(reform: Reform, count: int) -> list[dict[str, Any]]:
    """The dossiers whose gap is largest, either way, the losses first."""
    table = reform.table.filter(pc.is_valid(reform.table[GAP]))
    gaps = np.array([int(one * 100) for one in table[GAP].to_pylist()], dtype=np.int64)
    order = np.argsort(gaps, kind="stable")
    lost = [place for place in order[:count].tolist() if gaps[place] < 0]
    gained = [place for place in order[::-1][:count].tolist() if gaps[place] > 0]
    rows: list[dict[str, Any]] = table.take(pa.array([*lost, *gained], pa.int64())).to_pylist()
    return rows


def _group(name: str, where: Sure, sure: Sure, one: Whole, other: Whole) -> Group:
    compared = where & sure
    gap = (other - one)[compared]
    up, down = gap > 0, gap < 0
    sums = [int(found.sum()) for found in (one[compared], other[compared], up, gap[up], down, gap[down])]
    before, after, winners, gained, losers, lost = sums
    return Group(name, int(where.sum()), int((where & ~sure).sum()), before, after, winners, gained, losers, lost)


def _matched(before: pa.Table, after: pa.Table) -> tuple[pa.Table, pa.Table]:
    """The two tables, row beside row; a dossier that one rejects is there with nothing."""
    if before[IDENTIFIER].equals(after[IDENTIFIER]):
        return before, after
    names = pc.unique(pa.chunked_array([*before[IDENTIFIER].chunks, *after[IDENTIFIER].chunks]))
    return _aligned(before, names), _aligned(after, names)


def _aligned(table: pa.Table, names: pa.Array) -> pa.Table:
    places = pc.index_in(names, value_set=table[IDENTIFIER].combine_chunks())
    found = table.take(places)
    return found.set_column(found.schema.get_field_index(IDENTIFIER), IDENTIFIER, names)


def _amounts_of(table: pa.Table, line: Line) -> tuple[Whole, Sure]:
    """An amount in cents, and whether the dossier is decided."""
    cents, known = _numbers(table, line)
    decided = pc.equal(table[RESULT], DECIDED).fill_null(False).to_numpy()
    return np.where(known, cents, 0), known & decided.astype(bool)


def _numbers(table: pa.Table, line: Line) -> tuple[Whole, Sure]:
    """A line as whole numbers of its last place, and whether there is one."""
    chunks = list(_chunks(table, line))
    known = [one.is_valid().to_numpy(zero_copy_only=False) for one in chunks]
    return np.concatenate([unscaled(one)[0] for one in chunks]), np.concatenate(known)


def _chunks(table: pa.Table, line: Line) -> Iterator[pa.Array]:
    for chunk in table[line.listed or line.name].chunks:
        yield _first(chunk, line.name) if line.listed else chunk


def _first(lists: pa.ListArray, name: str) -> pa.Array:
    """A field of the first record of each list; null where there is none."""
    lengths = lists.value_lengths().fill_null(0).to_numpy()
    starts = np.cumsum(lengths) - lengths
    places = pa.array(starts, mask=lengths == 0)
    return pc.struct_field(lists.flatten(), [name]).take(places)


def _deciles(values: Whole, sure: Sure) -> Whole:
    """The decile of each dossier, from 0; −1 for those apart. Equal values are together."""
    ranked = np.sort(values[sure])
    found = np.searchsorted(ranked, values, side="left") * DECILES // max(len(ranked), 1)
    return np.where(sure, np.minimum(found, DECILES - 1), -1)


def _table(before: pa.Table, after: pa.Table, one: Whole, other: Whole, sure: Sure, decile: Whole) -> pa.Table:
    """One row a dossier, for whoever looks closer."""
    return pa.table({
        IDENTIFIER: before[IDENTIFIER],
        CASE_KIND: before[CASE_KIND],
        f"résultat {BEFORE}": before[RESULT],
        f"résultat {AFTER}": after[RESULT],
        BEFORE: _amounts(one, sure),
        AFTER: _amounts(other, sure),
        GAP: _amounts(other - one, sure),
        DECILE: pa.array((decile + 1).astype(np.int32), mask=decile < 0),
    })  # fmt: skip


def _amounts(cents: Whole, sure: Sure) -> pa.Array:
    return decimals(cents, ~sure, CENTS)


def groups(reform: Reform) -> Iterator[tuple[str, list[Group]]]:
    """(what dossiers are grouped by, the groups)."""
    yield "ensemble", [reform.whole]
    yield "type de cas", reform.kinds
    yield "décile", reform.deciles
