"""Yes/no expressions: what holds, what fails for sure. Without object is neither, so it fails where something must hold.

What is unknown leaves the dossier before it gets here, so that two truths are enough.
"""

import re

from justesse.compiled import days, filters, gathers, lists, reads, values
from justesse.compiled import operands as o
from justesse.compiled.lowering import Env, Lowering, Unsupported
from justesse.compiled.operands import Operand
from justesse.program import core as c

_SIGNS = {"=": "==", "≠": "!=", "<": "<", "≤": "<=", ">": ">", "≥": ">="}
_KINDS = {"<": 0, "≥": 0, "≤": 1, ">": 1, "=": 2, "≠": 2}
_NUMBER = re.compile(r"h\d+")
"""What a condition that is a name holds: 1 or 0, already a number."""
_WEEKDAYS = {"saturday": 5, "sunday": 6}


def holds(lo: Lowering, node: c.Core, env: Env) -> str:
    """Write the evaluation of a condition; what is true exactly when it holds."""
    match node:
        case c.Const(bool() as known):
            return str(int(known))
        case c.Logic():
            return _logic(lo, node, env)
        case c.Apply("not", (inner,)):
            return fails(lo, inner, env)
        case c.Apply(("=" | "≠" | "<" | "≤" | ">" | "≥") as op, (left, right)):
            return _compared(lo, op, values.value(lo, left, env), values.value(lo, right, env), True)
        case c.Apply("nothing?", (inner,)):
            return _nothing(lo, inner, env)
        case c.Apply("unknown?" | "judge?", (inner,)):
            lo.text.line(f"{lo.text.fresh()} = {values.value(lo, inner, env).text} == NA")  # what is unknown leaves here
            return "0"
        case c.Apply(("saturday" | "sunday") as op, (inner,)):
            return _weekday(lo, _WEEKDAYS[op], values.value(lo, inner, env), "==")
        case c.Apply("holiday", (inner,)):
            return _holiday(lo, values.value(lo, inner, env))
        case c.Apply("member", (element, listed)):
            return filters.contains(lo, element, listed, env)
        case c.Case() | c.Value() | c.Field() | c.Slot() | c.Fold() | c.DayFold():
            return _is(lo, _answer_of(lo, node, env), "== 1")
        case _:
            raise Unsupported(f"{type(node).__name__} as a condition")


def under(lo: Lowering, node: c.Core, env: Env) -> None:
    """Write a condition so that what follows, for whoever gives the depth back, is where it holds."""
    match node:
        case c.Logic("all", items):
            for item in items:
                under(lo, item, env)
        case _:
            held = holds(lo, node, env)
            lo.text.line(f"if {held}:")
            lo.text.depth += 1


def fails(lo: Lowering, node: c.Core, env: Env) -> str:
    """Write the evaluation of a condition; what is true exactly when it is false, not merely without object."""
    match node:
        case c.Apply("not", (inner,)):
            return holds(lo, inner, env)
        case c.Apply(("=" | "≠" | "<" | "≤" | ">" | "≥") as op, (left, right)):
            return _compared(lo, op, values.value(lo, left, env), values.value(lo, right, env), False)
        case c.Case() | c.Value() | c.Field() | c.Slot() | c.Fold() | c.DayFold():
            return _is(lo, _answer_of(lo, node, env), "== 0")
        case c.Apply(("saturday" | "sunday") as op, (inner,)):
            return _weekday(lo, _WEEKDAYS[op], values.value(lo, inner, env), "!=")
        case c.Apply("nothing?", (inner,)) if not lists.is_list(lo, inner):
            one = values.value(lo, inner, env)
            return f"{one.text} != NA" if one.nullable else "1"
        case _:
            return lo.text.named(f"not {lo.text.named(holds(lo, node, env))}")


def answer(lo: Lowering, node: c.Apply, env: Env) -> Operand:
    """A yes/no expression as a value: 1, 0 or without object."""
    match node:
        case c.Apply("=" | "≠" | "<" | "≤" | ">" | "≥", (left, right)):
            pair = values.value(lo, left, env), values.value(lo, right, env)
            held = _compared(lo, node.op, pair[0], pair[1], True)
            tests = o.known(*pair)
            return Operand(lo.text.named(f"({held}) * 1 if {tests} else NA" if tests else f"({held}) * 1"), 1, bool(tests))
        case _:
            held = holds(lo, node, env)
            return Operand(held if _NUMBER.fullmatch(held) else lo.text.named(f"({held}) * 1"))


def _answer_of(lo: Lowering, node: c.Core, env: Env) -> Operand:
    match node:
        case c.Fold("some"):
            return gathers.exists(lo, node, env)
        case c.Value(key, args):
            return reads.quantity(lo, key, tuple(values.value(lo, one, env) for one in args))
        case c.DayFold():
            return days.fold(lo, node, env)
        case _:
            return values.value(lo, node, env)


def _is(lo: Lowering, one: Operand, test: str) -> str:
    return f"{one.text} {test}"


def _logic(lo: Lowering, node: c.Logic, env: Env) -> str:
    """And / or that stop at the first operand that decides."""
    result, is_all = lo.text.fresh("h"), node.kind == "all"
    lo.text.line(f"{result} = {int(not is_all)}")
    depth = lo.text.depth
    for item in node.items:
        held = holds(lo, item, env)
        lo.text.line(f"if {held}:" if is_all else f"if not ({held}):")
        lo.text.depth += 1
    lo.text.line(f"{result} = {int(is_all)}")
    lo.text.depth = depth
    return result


def _compared(lo: Lowering, op: str, left: Operand, right: Operand, truth: bool) -> str:
    """Whether a comparison holds, or fails; when a side moves, the run is cut where that changes."""
    ours, theirs = o.crossed(left, right)
    known = o.known(left, right)
    if left.slope or right.slope:
        _cut_where_it_changes(lo, op, left, right, ours, theirs, known)
    test = f"{ours} {_SIGNS[op]} {theirs}"
    if not truth:
        test = f"not ({test})"
    return f"{known} and {test}" if known else test


def _cut_where_it_changes(lo: Lowering, op: str, left: Operand, right: Operand, ours: str, theirs: str, known: str) -> None:
    if lo.moment is None:
        return
    if o.is_ratio(left) or o.is_ratio(right) or left.scale != right.scale or (left.key and right.key and left.key != right.key):
        lo.stop_here()
        return
    kind = _KINDS[op]
    with lo.text.block(f"if {known}" if known else "if 1"):
        if kind < 2 and _follows(left) and not right.slope:
            return _cut_before(lo, ours, theirs, kind == 1)
        if kind < 2 and _follows(right) and not left.slope:
            return _cut_before(lo, theirs, ours, kind == 0)
        gap = lo.text.named(f"{ours} - {theirs}")
        slope = lo.text.named(f"{left.slope or 0} - {right.slope}" if right.slope else left.slope)
        steady(lo, kind, gap, slope, f"{left.flag or 0} - {right.flag or 0}", left.key or right.key)


def _follows(one: Operand) -> bool:
    """Whether a value is one more each day, whatever the run decides."""
    return one.slope == "1" and not one.flag


def _cut_before(lo: Lowering, mover: str, limit: str, beyond: bool) -> None:
    """Write that a run ends before what moves gets to a limit (`beyond`: past it)."""
    assert lo.moment is not None
    day, more = lo.moment.day, "" if beyond else " - 1"
    with lo.text.block(f"if {mover} {'<=' if beyond else '<'} {limit}"):
        lo.cut(f"{limit}{more}" if mover == day else f"{day} + ({limit} - ({mover})){more}")


def steady(lo: Lowering, kind: int, gap: str, slope: str, flag: str, key: str) -> None:
    """Write that a comparison bounds the run: at once, or when the run has decided what it counts."""
    assert lo.moment is not None
    if not key:
        lo.cut(f"{lo.moment.day} + steady({kind}, {gap}, {slope})")
        return
    more, number = lo.text.named(flag), lo.names.quantities[key]
    lo.waited.add(number)
    with lo.text.block(f"if {more} == 0"):
        lo.cut(f"{lo.moment.day} + steady({kind}, {gap}, {slope})")
    with lo.text.block("else"):
        lo.text.line(f"wait({kind}, {gap}, {slope}, {more}, {number})")


def _nothing(lo: Lowering, inner: c.Core, env: Env) -> str:
    if lists.is_list(lo, inner):
        return lists.absent(lo, inner, env)
    one = values.value(lo, inner, env)
    return f"{one.text} == NA" if one.nullable else "0"


def _weekday(lo: Lowering, asked: int, day: Operand, sign: str) -> str:
    known = o.known(day)
    if day.slope == "1" and lo.moment is not None:
        lo.cut(f"until_weekday({day.text}, {asked}) + {lo.moment.day} - {day.text}")
    elif day.slope:
        lo.stop_here()
    test = f"({day.text} - 1) % 7 {sign} {asked}"
    return f"{known} and {test}" if known else test


def _holiday(lo: Lowering, day: Operand) -> str:
    day = lo.still(day)
    table = lo.table("H", sorted(lo.program.holidays))
    place = lo.text.fresh("p")
    lo.text.line(f"{place} = within({table}, 0, {len(lo.program.holidays) - 1}, {day.text})")
    test = f"{place} >= 0 and {table}[{place}] == {day.text}"
    known = o.known(day)
    return lo.text.named(f"({known} and {test})" if known else f"({test})")
