"""Observers of days: the spans of each owner, inside the window, where the condition holds; counted, summed, or bounded.

Days go by runs: a condition is written once, evaluated on the first day of a run, and says by `U` until when it holds. A
window that moves with the day is `moving`.
"""

from dataclasses import dataclass, replace

from justesse.compiled import counters, gathers, lists, moving, reads, truths, values
from justesse.compiled import operands as o
from justesse.compiled.facts import FACT
from justesse.compiled.lowering import Env, Lowering, Moment
from justesse.compiled.operands import Operand
from justesse.evaluation.windows import slots
from justesse.program import core as c

FAR = 10**9


@dataclass(frozen=True, slots=True)
class Observed:
    """A `DayFold` being written: its window, and whether its ends follow the day."""

    node: c.DayFold
    env: Env
    start: Operand
    end: Operand

    @property
    def moves(self) -> bool:
        return bool(self.start.slope or self.end.slope)


def fold(lo: Lowering, node: c.DayFold, env: Env) -> Operand:
    """Write the count, sum, first or last of days, or whether there are some."""
    start = values.value(lo, node.start, env) if node.start is not None else Operand(str(-FAR))
    end = values.value(lo, node.end, env) if node.end is not None else Operand(str(FAR))
    owners = lists.plan(lo, node.owners, env)
    used = frozenset(slot for part in (node.first, node.last, node.where, node.body) if part is not None for slot in slots(part))
    if any(one.slope for slot, one in enumerate(env) if slot in used):
        lo.stop_here()
        env = tuple(one.still for one in env)
    if node.kind in ("sum", "first", "last") or any(one.slope not in ("", "1") for one in (start, end)):
        start, end = lo.still(start), lo.still(end)
    observed = Observed(node, env, start, end)
    result = lo.text.fresh("r")
    below = lo.text.fresh("r") if lo.scales.of(node) == 0 else ""
    lo.text.line(f"{result} = NA")
    if below:
        lo.text.line(f"{below} = {FACT}")
    absent = [one for one in (owners.absent, *[f"{end.text} == NA" for end in (start, end) if end.nullable]) if one]
    if observed.moves:
        return moving.count(lo, observed, owners, result, absent)
    with lo.text.block(f"if not ({' or '.join(absent)})" if absent else "if 1"):
        _STILL[node.kind](lo, observed, owners, result, below)
    empty = bool(absent) or node.kind in ("first", "last")
    return Operand(result, below or lo.scales.of(node), empty)


# --- windows that do not move -------------------------------------------------------------------------


def _count(lo: Lowering, observed: Observed, owners: lists.Plan, result: str, below: str) -> None:
    if isinstance(observed.node.owners, c.Single):
        lo.text.line(f"{result} = 0")
        _each_span(lo, observed, owners, lambda first, last: lo.text.line(f"{result} = {result} + ({last} - {first} + 1)"))
        return
    base = lo.text.named("WTOP[0]")
    _each_span(lo, observed, owners, lambda first, last: lo.text.line(f"span({first}, {last})"))
    lo.text.line(f"united({base})")
    lo.text.line(f"{result} = days_within({base}, {-FAR}, {FAR})")
    lo.text.line(f"WTOP[0] = {base}")


def _some(lo: Lowering, observed: Observed, owners: lists.Plan, result: str, below: str) -> None:
    lo.text.line(f"{result} = 0")
    _each_span(lo, observed, owners, lambda first, last: lo.text.line(f"{result} = 1"))


def _first(lo: Lowering, observed: Observed, owners: lists.Plan, result: str, below: str) -> None:
    def earlier(first: str, last: str) -> None:
        with lo.text.block(f"if {result} == NA or {first} < {result}"):
            lo.text.line(f"{result} = {first}")

    _each_span(lo, observed, owners, earlier)


def _last(lo: Lowering, observed: Observed, owners: lists.Plan, result: str, below: str) -> None:
    def later(first: str, last: str) -> None:
        with lo.text.block(f"if {result} == NA or {last} > {result}"):
            lo.text.line(f"{result} = {last}")

    _each_span(lo, observed, owners, later)


def _sum(lo: Lowering, observed: Observed, owners: lists.Plan, result: str, below: str) -> None:
    node, scale, body = observed.node, lo.scales.of(observed.node), observed.node.body
    assert body is not None
    lo.text.line(f"{result} = 0")

    def one(owner: Operand, first: str, last: str) -> None:
        def add(day: str, end: str, held: str, amount: Operand | None) -> None:
            assert amount is not None
            tests = [test for test in (held, f"{amount.text} != NA" if amount.nullable else "") if test]
            with lo.text.block("if " + (" and ".join(tests) or "1")):
                days = lo.text.named(f"{end} - {day} + 1")
                gathers.add(lo, result, below, scale, replace(amount, nullable=False), days)

        inner = (*observed.env, owner)
        if node.where is None and _is_still(lo, body, len(inner)):
            with lo.at(None):
                add(first, last, "", _still_value(lo, body, owner))
        else:
            by_runs(lo, inner, first, last, node.where, body, add)

    _each_owner(lo, observed, owners, one)


def _is_still(lo: Lowering, body: c.Core, day: int) -> bool:
    """Whether what is summed is a quantity of the owner that is the same every day."""
    match body:
        case c.Value(key, (c.Slot(owner), c.Slot(then))) if owner == day - 1 and then == day:
            return counters.is_still(lo, lo.program.quantities[key])
        case _:
            return False


def _still_value(lo: Lowering, body: c.Core, owner: Operand) -> Operand:
    """Its value, kept for each owner: no timeline is."""
    assert isinstance(body, c.Value)
    lo.stills[body.quantity] = None
    return reads.kept(
        lo, lo.program.quantities[body.quantity], owner.text, f"q{lo.names.quantities[body.quantity]}s({owner.text})"
    )


_STILL = {"count": _count, "some": _some, "first": _first, "last": _last, "sum": _sum}


def _each_owner(lo: Lowering, observed: Observed, owners: lists.Plan, use) -> None:  # type: ignore[no-untyped-def]
    """Each owner whose days meet the window: what is written with its first and last day inside it."""
    node, env = observed.node, observed.env

    def one(owner: Operand) -> None:
        inner = (*env, owner)
        first, last = values.value(lo, node.first, inner), values.value(lo, node.last, inner)
        with lo.text.block("if " + (o.known(first, last) or "1")):
            begin, finish = lo.text.fresh("d"), lo.text.fresh("d")
            lo.text.line(f"{begin} = {first.text}")
            lo.text.line(f"{finish} = {last.text}")
            if node.start is not None:
                with lo.text.block(f"if {begin} < {observed.start.text}"):
                    lo.text.line(f"{begin} = {observed.start.text}")
            if node.end is not None:
                with lo.text.block(f"if {finish} > {observed.end.text}"):
                    lo.text.line(f"{finish} = {observed.end.text}")
            with lo.text.block(f"if {begin} <= {finish}"):
                use(owner, begin, finish)

    owners.each(one, False)


def _each_span(lo: Lowering, observed: Observed, owners: lists.Plan, use) -> None:  # type: ignore[no-untyped-def]
    """Each run of days, inside the window, where the condition holds."""
    where, env = observed.node.where, observed.env

    def one(owner: Operand, first: str, last: str) -> None:
        inner = (*env, owner)
        if where is None:
            use(first, last)
        elif len(inner) not in slots(where):
            with lo.text.block(f"if {truths.holds(lo, where, (*inner, Operand(first)))}"):
                use(first, last)
        else:

            def run(day: str, end: str, held: str, amount: Operand | None) -> None:
                with lo.text.block(f"if {held}"):
                    use(day, end)

            by_runs(lo, inner, first, last, where, None, run)

    _each_owner(lo, observed, owners, one)


def by_runs(lo: Lowering, env: Env, first: str, last: str, where: c.Core | None, body: c.Core | None, use) -> None:  # type: ignore[no-untyped-def]
    """Go through a span by runs; the condition and the value are those of the first day of each."""
    day, end, saved = lo.text.fresh("d"), lo.text.fresh("d"), lo.text.fresh("u")
    lo.text.line(f"{day} = {first}")
    with lo.text.block(f"while {day} <= {last}"):
        lo.text.settle(day)
        lo.text.line(f"{saved} = U[0]")
        lo.text.line(f"U[0] = {last}")
        with lo.at(Moment(day)):
            inner = (*env, Operand(day, slope="1"))
            held = lo.text.named(truths.holds(lo, where, inner)) if where is not None else ""
            amount = lo.still(values.value(lo, body, inner)) if body is not None else None
        lo.text.line(f"{end} = U[0] if U[0] > {day} else {day}")
        lo.text.line(f"U[0] = {saved}")
        use(day, end, held, amount)
        lo.text.line(f"{day} = {end} + 1")
