"""Our decisions held against those of another system, a block of ours at a time: what is the same, what differs and how.

A dossier that one side does not decide is apart, never equal to zero. Each dossier that differs belongs to one family: the ways
in which its days differ, or its totals when its days do not. Decides nothing; says of nobody that he is wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from justesse.batch.dossiers import names_in
from justesse.batch.plain import EPOCH, Sure, Whole, lengths
from justesse.batch.results import DECIDED
from justesse.batch.schema import CASE_KIND, FIRST, IDENTIFIER, LAST, RESULT
from justesse.program.program import Program
from justesse.program.types import Choice, Date
from justesse.shadow.days import Runs, Stretches, beside, joined
from justesse.shadow.found import (
    OURS_ALONE,
    REJECTED,
    SAME,
    THEIRS_ALONE,
    UNDECIDED,
    Apart,
    Confrontation,
    Difference,
    Line,
    differing,
    way_of,
    written,
)  # fmt: skip
from justesse.shadow.layout import Comparable
from justesse.shadow.other import Other, coded, days_of, millionths

BLOCK = 10_000
"""Dossiers compared together."""


def statuses(program: Program, known: Comparable) -> dict[str, str]:
    """The line of the days of each view that says what a day is: the first that is a choice among known words; none: \"\"."""
    views = (view for view in program.views if isinstance(view.subjects[-1].kind, Date))
    choices = {item.name for view in views for item in view.items if isinstance(item.type, Choice)}
    return {view: next((name for name in lines if name in choices), "") for view, lines in known.days.items()}


def confronted(
    other: Other, line: Line, status: dict[str, str], ours: pq.ParquetFile, asked: Iterable[pa.Array]
) -> Confrontation:
    """Our file of decisions beside the others; `asked`: the identifiers of all our dossiers, decided or rejected."""
    found = Confrontation(line)
    names = pa.chunked_array(names_in(ours), pa.string())
    places = _places(names, other.names)
    side, first = _Sides(other, status, found), 0
    for block in ours.iter_batches(BLOCK):
        side.take(block, places[first : first + block.num_rows])
        first += block.num_rows
    met = np.zeros(len(other.names), dtype=bool)
    met[places[places >= 0]] = True
    _without_decision(found, other, met, pa.chunked_array(asked, pa.string()), names)
    return found


def _places(names: pa.ChunkedArray, known: pa.Array) -> Whole:
    """Where each name is among those known, −1 when it is not; all at once, since those known are hashed each time."""
    found: Whole = pc.index_in(names, value_set=known).fill_null(-1).to_numpy().astype(np.int64)
    return found


def _without_decision(found: Confrontation, other: Other, met: Sure, asked: pa.ChunkedArray, decided: pa.ChunkedArray) -> None:
    """The dossiers that our decisions lack: those that we rejected, whether they have them or not; those we were not given."""
    rejected = pc.unique(asked.filter(pc.invert(pc.is_in(asked, value_set=decided.combine_chunks()))).drop_null())
    for name in rejected.to_pylist():
        _count(found, Apart(name, REJECTED, UNDECIDED))
    left = other.names.filter(pa.array(~met))
    for name in left.filter(pc.invert(pc.is_in(left, value_set=rejected))).to_pylist():
        _count(found, Apart(name, THEIRS_ALONE, THEIRS_ALONE))


def _count(found: Confrontation, one: Apart) -> None:
    found.states[one.state] += 1
    found.kinds[one.kind][one.state] += 1
    found.apart.append(one)


class _Sides:
    """Goes through the blocks of ours."""

    def __init__(self, other: Other, status: dict[str, str], found: Confrontation) -> None:
        self.other, self.status, self.found = other, status, found

    def take(self, block: pa.RecordBatch, places: Whole) -> None:
        """One block; `places`: where each of its dossiers is among theirs."""
        names, kinds = block.column(IDENTIFIER).to_pylist(), block.column(CASE_KIND).to_pylist()
        decided = pc.equal(block.column(RESULT), DECIDED).to_numpy(zero_copy_only=False)
        both = np.flatnonzero((places >= 0) & decided)
        self.found.nothing += int((self._nothing(block) & decided & (places < 0)).sum())
        differences = self._compared(block.take(pa.array(both)), places[both])
        within = {int(row): place for place, row in enumerate(both.tolist())}
        for row, (name, kind) in enumerate(zip(names, kinds, strict=True)):
            place = within.get(row)
            if place is None:
                _count(self.found, Apart(name, kind or "", OURS_ALONE if places[row] < 0 else UNDECIDED))
            elif place in differences:
                _count(self.found, differing(name, kind or "", tuple(differences[place]), self.found.line))
            else:
                self.found.states[SAME] += 1
                self.found.kinds[kind or ""][SAME] += 1

    def _compared(self, block: pa.RecordBatch, places: Whole) -> dict[int, list[Difference]]:
        """Place of a dossier in the block → what differs; what each side gives on the line measured is added up."""
        found: dict[int, list[Difference]] = defaultdict(list)
        line = self.found.line
        for view in self.other.days:
            stretches = self._stretches(block, places, view)
            for row, one in self._of_days(stretches):
                found[row].append(one)
            if view == line.view:
                self._add(*stretches.numbers[line.name], stretches.last - stretches.first + 1)
        for name, column in self.other.lines.items():
            ours, there = millionths(name, block.column(name))
            theirs, here = column.values[places], column.there[places]
            for row in np.flatnonzero((ours != theirs) | (there != here)).tolist():
                found[row].append(_of_dossier(name, ours[row], there[row], theirs[row], here[row]))
            if Line(name) == line:
                self._add(ours, theirs, np.ones(len(places), dtype=np.int64))
        return found

    def _add(self, ours: Whole, theirs: Whole, days: Whole) -> None:
        """To the sums of both sides, which 64 bits may not hold."""
        self.found.ours += sum((ours * days).tolist())
        self.found.theirs += sum((theirs * days).tolist())

    def _nothing(self, block: pa.RecordBatch) -> Sure:
        """Which dossiers ours gives nothing on the line measured."""
        line = self.found.line
        if not line.view:
            return np.equal(millionths(line.name, block.column(line.name))[0], 0)
        held, nothing = block.column(line.view), np.ones(block.num_rows, dtype=bool)
        values, _ = millionths(line.name, pc.struct_field(held.flatten(), [line.name]))
        nothing[_owners(held)[values != 0]] = False
        return nothing

    # --- days ----------------------------------------------------------------------------------------

    def _stretches(self, block: pa.RecordBatch, places: Whole, view: str) -> Stretches:
        """The days of both, for the dossiers of a block."""
        periods = self.other.days[view]
        starts, ends = (np.searchsorted(periods.owners, places + more) for more in (0, 1))
        counts = ends - starts
        rows = np.repeat(starts, counts) + np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        theirs = periods.taken(rows, np.repeat(np.arange(len(places)), counts))
        held = block.column(view)
        inside = held.flatten()
        owners = _owners(held)
        first, last = (days_of(pc.struct_field(inside, [name])) for name in (FIRST, LAST))
        ours = Runs(owners, first, last)
        for name in periods.numbers:
            ours.numbers[name] = millionths(name, pc.struct_field(inside, [name]))[0]
        for name in {*periods.words, self.status[view]} - {""}:
            ours.words[name] = coded(pc.struct_field(inside, [name]), self.other.words)
        return beside(ours, theirs, self.status[view])

    def _of_days(self, found: Stretches) -> Iterator[tuple[int, Difference]]:
        """What differs in some days: (place of the dossier, the difference)."""
        words = ["", *self.other.words]
        for name, (ours, theirs) in found.numbers.items():
            heads, firsts, lasts = joined(found, ours != theirs, (ours, theirs, found.status))
            for head, first, last in zip(heads.tolist(), firsts.tolist(), lasts.tolist(), strict=True):
                one, other = int(ours[head]), int(theirs[head])
                said = words[found.status[head]] if found.status[head] >= 0 else "plusieurs"
                way = f"{name} : {way_of(one, other)}" + (f", jour « {said} »" if said else "")
                yield (
                    int(found.owners[head]),
                    Difference(name, _day(first), _day(last), written(one), written(other), other - one, way),
                )
        for name, (ours, theirs) in found.words.items():
            heads, firsts, lasts = joined(found, (ours != theirs) & (ours > 0) & (theirs > 0), (ours, theirs))
            for head, first, last in zip(heads.tolist(), firsts.tolist(), lasts.tolist(), strict=True):
                one_word, other_word = words[ours[head]], words[theirs[head]]
                way = f"{name} : autre mot"
                yield int(found.owners[head]), Difference(name, _day(first), _day(last), one_word, other_word, None, way)


def _owners(held: pa.ListArray) -> Whole:
    """The place of the dossier of each record of a column of lists."""
    return np.repeat(np.arange(len(held)), lengths(held))


def _of_dossier(name: str, ours: int, there: bool, theirs: int, here: bool) -> Difference:
    gap = int(theirs) - int(ours) if there and here else None
    way = f"{name} : {way_of(int(ours) if there else 0, int(theirs) if here else 0)}"
    return Difference(name, None, None, written(int(ours)) if there else "", written(int(theirs)) if here else "", gap, way)


def _day(number: int) -> date:
    return date.fromordinal(number + EPOCH)
