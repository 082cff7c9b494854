"""Which quantities have no function of their own. Found from the rules alone, before anything is written.

Written where it is read: what one sentence of the same subjects reads, once, out of any list; it is computed at most once for
each of its subjects whatever is done. Decided ahead: in a small program where all is said of the subject of the case, every
quantity that is read, one after the other; nothing then asks whether it is known, and all of it is one function.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from justesse.compiled.lowering import Lowering
from justesse.program import core as c
from justesse.program.order import children, clause_parts
from justesse.program.program import NoticeRule, Quantity
from justesse.program.types import ListOf, RecordOf


def written_in_place(lo: Lowering, taken: dict[str, str]) -> frozenset[str]:
    """Their keys."""
    readings = Counter[str]()
    for one in _readings(lo, taken):
        readings[one.key] += 1 + one.several
    return frozenset(key for key, one in lo.program.quantities.items() if readings[key] == 1 and _may_be(one))


class _Reading(NamedTuple):
    """A quantity that something reads."""

    key: str
    several: bool
    """It may be read several times for the same subjects."""
    of_subject: bool
    """It is read of the subject of the case itself, not of a link to it, which may be without object."""


_FEW = 100
"""The most quantities of a program decided ahead: a longer function would be slow to compile."""


def decided_ahead(lo: Lowering, taken: dict[str, str]) -> dict[str, bool]:
    """Their keys, what is read before what reads it, with whether what is shown reads it; none in another kind of program."""
    root, quantities = lo.program.declarations.root, lo.program.quantities
    of_root = all(tuple(one.kind for one in each.subjects) == (RecordOf(root),) for each in quantities.values())
    if len(quantities) > _FEW or not of_root or not all(map(_may_be, quantities.values())):
        return {}
    if not all(one.of_subject for one in _readings(lo, taken)):
        return {}
    shown = dict.fromkeys(one.key for one in _shown(lo, taken))
    found: dict[str, bool] = {}

    def add(keys: Iterable[str]) -> None:
        for key in keys:
            if key not in found:
                add(one.key for one in _readings_of(lo, key))
                found[key] = key in shown

    add(shown)
    return {key: read for key, read in found.items() if key not in lo.in_place}


def _may_be(one: Quantity) -> bool:
    """A list stays where it stands; what may come back to itself must say that it is being computed."""
    return not (one.by_day or one.knotted or isinstance(one.type, ListOf))


def _readings(lo: Lowering, taken: dict[str, str]) -> Iterator[_Reading]:
    """Every reading of a quantity."""
    for key in lo.program.quantities:
        yield from _readings_of(lo, key)
    yield from _shown(lo, taken)


def _readings_of(lo: Lowering, key: str) -> Iterator[_Reading]:
    """What the sentences of a quantity read."""
    one = lo.program.quantities[key]
    parts = [part for kind in lo.clauses[key] for clause in kind for part in clause_parts(clause)]
    for part in (*parts, *([one.fact] if one.fact is not None else [])):
        yield from _read(lo, part, 0 if one.by_day else len(one.subjects))


def _shown(lo: Lowering, taken: dict[str, str]) -> Iterator[_Reading]:
    """What is read otherwise: by notices, by what a decision shows, by the days and groups of the vocabulary."""
    program = lo.program
    for notice in program.notices:
        if _is_taken(notice, taken):
            for part in clause_parts(notice):
                yield from _read(lo, part, len(notice.subjects))
    for view in program.views:
        for item in view.items:
            yield from _read(lo, item.core, len(view.subjects))
    for part in (end for span in program.spans.values() for end in span):
        yield from _read(lo, part, 0)
    for record in program.declarations.records.values():
        if record.members:
            yield from (_Reading(one.key, True, False) for one in program.declarations.by_form[record.opens.lower()])


def _is_taken(notice: NoticeRule, taken: dict[str, str]) -> bool:
    return notice.reading is None or taken.get(notice.reading[1]) == notice.reading[0]


def _read(lo: Lowering, node: c.Core, subjects: int) -> Iterator[_Reading]:
    """`subjects`: how many the reader has; none when it may come here several times for them."""
    match node:
        case c.Value(key, args):
            own = len(args) == subjects and all(
                isinstance(arg, c.Slot) and arg.index == place + 1 for place, arg in enumerate(args)
            )
            yield _Reading(key, not own, all(isinstance(arg, c.Slot) and arg.index == 0 for arg in args))
    for one in children(node):
        yield from _read(lo, one, subjects if _once(node, one) else 0)


def _once(node: c.Core, inner: c.Core) -> bool:
    """Whether a part of an expression is computed at most once when the whole is."""
    match node:
        case c.Fold(source) | c.Select(source) | c.Flatten(source):
            return inner is source
        case c.DayFold() | c.Neighbour():
            return False
        case _:
            return True
