"""What an observer of days means: its owners, its window, then the count, sum or bound that `observers` makes of them."""

from collections.abc import Callable
from typing import Any

from justesse.evaluation.compiled import Compile, Env, Meaning
from justesse.evaluation.observers import Look, Observer, observed
from justesse.evaluation.windows import Window, slots
from justesse.program import core as c
from justesse.values.states import NOTHING, State, joined


def _day_fold(node: c.DayFold, compiled: Compile) -> Meaning:
    match node:
        case c.DayFold("count", c.Single(owner), where=None, start=None, end=None):
            return _whole_length(compiled(owner), compiled(node.first), compiled(node.last), _observed(node, compiled))
        case _:
            return _observed(node, compiled)


def _whole_length(owner: Meaning, first: Meaning, last: Meaning, otherwise: Meaning) -> Meaning:
    """The common case, written apart: every day of one record, whose first and last day are known."""

    def whole_length(e: Any, env: Env) -> object:
        inner = (*env, owner(e, env))
        start, end = first(e, inner), last(e, inner)
        known = start.__class__ is int and end.__class__ is int
        return max(0, end - start + 1) if known else otherwise(e, env)  # type: ignore[operator]

    return whole_length


def _observed(node: c.DayFold, compiled: Compile) -> Meaning:
    owners, observer = compiled(node.owners), _observer(node, compiled)
    start = compiled(node.start) if node.start is not None else _open
    end = compiled(node.end) if node.end is not None else _open
    nothing = _OF_NO_DAY[node.kind]

    def day_fold(e: Any, env: Env) -> object:
        watched: Any = owners(e, env)
        first, last = start(e, env), end(e, env)
        if isinstance(watched, State) or isinstance(first, State) or isinstance(last, State):
            return joined([value for value in (watched, first, last) if isinstance(value, State)])
        return observed(e, observer, env, watched, Window(first, last)) if watched else nothing

    return day_fold


_OF_NO_DAY: dict[str, object] = {"count": 0, "sum": 0, "some": False, "first": NOTHING, "last": NOTHING}
"""What is observed when there is no owner at all, whatever the window."""


def _open(e: Any, env: Env) -> object:
    """A window without an end on this side."""
    return None


def _observer(node: c.DayFold, compiled: Compile) -> Observer:
    edges = (node.first, node.last)
    parts = [part for part in (*edges, node.where, node.body) if part is not None]
    return Observer(
        kind=node.kind,
        first=compiled(node.first),
        last=compiled(node.last),
        where=_look(node.where, compiled) if node.where is not None else None,
        body=_look(node.body, compiled) if node.body is not None else None,
        used=tuple(sorted(frozenset(slot for part in parts for slot in slots(part)))),
        edge_slots=slots(node.first) | slots(node.last),
        edge_name=_edge_name(edges),
    )


def _look(node: c.Core, compiled: Compile) -> Look:
    """A condition or a value of days; a quantity of the owner and the day themselves is read from its timeline."""
    match node:
        case c.Value(quantity, (c.Slot(owner), c.Slot(day))) if day == owner + 1:
            return Look(compiled(node), quantity, owner)
        case _:
            return Look(compiled(node), "", -1)


def _edge_name(edges: tuple[c.Core, c.Core]) -> object:
    """What the spans of two observers share: the quantities of their edges, else the observer itself."""
    match edges:
        case (c.Value(first, (c.Slot(),)), c.Value(last, (c.Slot(),))):
            return (first, last)
        case _:
            return object()


FAMILY: dict[type, Callable[[Any, Compile], Meaning]] = {c.DayFold: _day_fold}
