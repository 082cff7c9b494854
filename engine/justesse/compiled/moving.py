"""Windows that move with the day being decided: how many days they hold today, the change a day, and until when.

What enters by the end of the window, what leaves by its start; the run itself when it decides the days that enter.
"""

from __future__ import annotations

from dataclasses import dataclass

from justesse.compiled import days, lists, truths, values
from justesse.compiled import operands as o
from justesse.compiled.lowering import Env, Lowering
from justesse.compiled.operands import Operand
from justesse.evaluation.windows import slots
from justesse.program import core as c


@dataclass(slots=True)
class _Names:
    """The names of a moving count: spans from `base`, its change a day, what this very run adds, how far all is known."""

    base: str
    slope: str
    flag: str
    known: str
    key: str


def count(lo: Lowering, observed: days.Observed, owners: lists.Plan, result: str, absent: list[str]) -> Operand:
    """How many days hold in a window that follows the day; with how that changes, and until when."""
    assert lo.moment is not None
    day = lo.moment.day
    names = _Names(lo.text.fresh("b"), lo.text.fresh("s"), lo.text.fresh("f"), lo.text.fresh("k"), _own_key(lo, observed.node))
    for name, start in ((names.base, "WTOP[0]"), (names.slope, "0"), (names.flag, "0"), (names.known, str(days.FAR))):
        lo.text.line(f"{name} = {start}")
    with lo.text.block(f"if not ({' or '.join(absent)})" if absent else "if 1"):
        _gather(lo, observed, owners, names)
        shared = lo.text.named(f"united({names.base})")
        lo.text.line(f"{result} = days_within({names.base}, {observed.start.text}, {observed.end.text})")
        with lo.text.block(f"if {shared} or {names.slope} + {names.flag} > 1"):  # a day of two owners counts once
            lo.stop_here()
            lo.text.line(f"{names.slope} = 0")
            lo.text.line(f"{names.flag} = 0")
        if observed.start.slope:
            with lo.text.block(f"if {names.base} < WTOP[0]"):
                lo.text.line(
                    f"{names.slope} = {names.slope} - leaving({names.base}, {observed.start.text}, {names.known}, {day})"
                )
        lo.text.line(f"WTOP[0] = {names.base}")
        _bends_where_empty(lo, observed, names)
    if observed.node.kind == "count":
        return Operand(result, 1, bool(absent), slope=names.slope, flag=names.flag if names.key else "", key=names.key)
    with lo.text.block(f"if {result} != NA"):
        truths.steady(lo, 1, result, names.slope, names.flag, names.key)
        lo.text.line(f"{result} = ({result} > 0) * 1")
    return Operand(result, 1, bool(absent))


def _bends_where_empty(lo: Lowering, observed: days.Observed, names: _Names) -> None:
    """A window whose end is before its start holds none as long as that is so, whatever would enter or leave."""
    assert lo.moment is not None
    day, start, end = lo.moment.day, observed.start, observed.end
    if observed.node.start is None or observed.node.end is None:
        return
    with lo.text.block(f"if {start.text} > {end.text}" if start.slope else f"if {start.text} > {end.text} + 1"):
        lo.text.line(f"{names.slope} = 0")
        lo.text.line(f"{names.flag} = 0")
        if not start.slope:
            lo.cut(f"{day} + {start.text} - {end.text} - 2")
    if not end.slope:
        with lo.text.block("else"):  # its last day leaves then
            lo.cut(f"{day} + {end.text} - {start.text} + 1")


def _own_key(lo: Lowering, node: c.DayFold) -> str:
    """The quantity of the run being decided that the count is of; empty when it is of none."""
    match node.where:
        case c.Value(key, (c.Slot(), c.Slot())) if lo.moment is not None:
            return key if lo.names.loops.get(lo.program.quantities[key].loop) == lo.moment.loop else ""
        case _:
            return ""


def _gather(lo: Lowering, observed: days.Observed, owners: lists.Plan, names: _Names) -> None:
    """The spans of each owner, and what enters by the end of the window."""
    assert lo.moment is not None
    node, env, day = observed.node, observed.env, lo.moment.day
    entering = lo.text.named(f"{observed.end.text} + 1") if observed.end.slope else ""
    beyond = entering or observed.end.text

    def one(owner: Operand) -> None:
        inner = (*env, owner)
        first, last = values.value(lo, node.first, inner), values.value(lo, node.last, inner)
        with lo.text.block("if " + " and ".join(part for part in (o.known(first, last), f"{first.text} <= {last.text}") if part)):
            if entering:
                with lo.text.block(f"if {first.text} > {beyond}"):
                    lo.cut(f"{day} + {first.text} - {observed.end.text} - 1")
            with lo.text.block(f"if {first.text} <= {beyond} and {last.text} >= {observed.start.text}"):
                _of_owner(lo, observed, inner, first, last, entering, names)

    owners.each(one, False)


def _of_owner(
    lo: Lowering, observed: days.Observed, env: Env, first: Operand, last: Operand, entering: str, names: _Names
) -> None:
    assert lo.moment is not None
    where, owner, day = observed.node.where, env[-1], lo.moment.day
    match where:
        case c.Value(key, (c.Slot(at), c.Slot(then))) if at == len(env) - 1 and then == len(env):
            _of_timeline(lo, observed, key, owner, last, entering, names)
        case _ if where is None or len(env) not in slots(where):
            held = truths.holds(lo, where, (*env, Operand(day))) if where is not None else "1"
            with lo.text.block(f"if {held}"):
                lo.text.line(f"span({first.text}, {last.text})")
                _enters(lo, entering, last.text, "1", last.text, names)
                _known_to(lo, names, last.text)
        case _:
            lo.stop_here()
            stop = lo.text.named(f"{last.text} if {last.text} < {observed.end.text} else {observed.end.text}")

            def run(one: str, end: str, held: str, amount: Operand | None) -> None:
                with lo.text.block(f"if {held}"):
                    lo.text.line(f"span({one}, {end})")

            begin = lo.text.named(f"{first.text} if {first.text} > {observed.start.text} else {observed.start.text}")
            days.by_runs(lo, env, begin, stop, where, None, run)


def _known_to(lo: Lowering, names: _Names, day: str) -> None:
    with lo.text.block(f"if {day} < {names.known}"):
        lo.text.line(f"{names.known} = {day}")


def _enters(lo: Lowering, entering: str, last: str, held: str, until: str, names: _Names) -> None:
    """What the day that enters the window adds, and until when."""
    if not entering:
        return
    assert lo.moment is not None
    with lo.text.block(f"if {entering} <= {last}"):
        lo.text.line(f"{names.slope} = {names.slope} + ({held})")
        lo.cut(f"{lo.moment.day} + {until} - {entering} + 1")


def _of_timeline(
    lo: Lowering, observed: days.Observed, key: str, owner: Operand, last: Operand, entering: str, names: _Names
) -> None:
    """The days of an owner on which a quantity holds: those decided, and this very run when it decides the next ones."""
    assert lo.moment is not None
    quantity = lo.program.quantities[key]
    loop, number = lo.names.loops[quantity.loop], lo.names.quantities[key]
    stop = lo.text.named(f"{last.text} if {last.text} < {observed.end.text} else {observed.end.text}")
    known, run, final = lo.text.fresh("k"), lo.text.fresh("i"), lo.text.fresh("i")
    lo.text.line(f"{known} = upto{loop}({owner.text}, {stop})")
    _known_to(lo, names, known)
    lo.text.line(f"{run} = {owner.text} * CAP")
    lo.text.line(f"{final} = {run} + T{loop}N[{owner.text}]")
    with lo.text.block(f"while {run} < {final}"):
        with lo.text.block(f"if V{number}[{run}] == 1"):
            lo.text.line(f"span(R{loop}F[{run}], R{loop}L[{run}])")
        lo.text.line(f"{run} = {run} + 1")
    if not entering:
        return
    own = f"{owner.text} == {lo.moment.owner} and {entering} > {known}" if names.key else "0"
    with lo.text.block(f"if {own}"):
        lo.text.line(f"{names.flag} = {names.flag} + 1")
    with lo.text.block(f"elif {entering} <= {last.text}"):
        with lo.text.block(f"if {entering} > {known}"):
            lo.stop_here()
        with lo.text.block("else"):
            at = lo.text.named(f"at{loop}({owner.text}, {entering})")
            lo.text.line(f"{names.slope} = {names.slope} + (V{number}[{at}] == 1)")
            lo.cut(f"{lo.moment.day} + R{loop}L[{at}] - {entering} + 1")
