"""Lists gone through without being made: records of the dossier, groups, months, neighbours.

A list that a quantity gives, or of which only the last elements count, stands in `L`. What a filter keeps is `filters`,
what is observed `gathers`, days `days`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from justesse.compiled import filters, values
from justesse.compiled import operands as o
from justesse.compiled.facts import FACT, orders, record_of
from justesse.compiled.lowering import Env, Lowering, Unsupported, item_of
from justesse.compiled.operands import Operand
from justesse.program import core as c
from justesse.program.types import ListOf, Number

Use = Callable[[Operand], None]
"""Writes what is done with an element."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A list: whether it is without object (empty: never), and how its elements are gone through, in one loop or none.

    `each` goes from the last when asked. `between`: the part whose elements (`fact` empty), or the fact they are in order
    of, go from one whole number to another.
    """

    absent: str
    each: Callable[[Use, bool], None]
    of: str = ""
    fact: str = ""
    scale: int = 1
    """The denominator of that fact."""
    between: "Callable[[str, str], Plan] | None" = None
    start: str = ""
    """Where it stands in `L`, when it does."""
    count: str = ""
    """How many elements there are, when it is known without going through them and is no less than none."""


def is_list(lo: Lowering, node: c.Core) -> bool:
    """Whether an expression is a list."""
    match node:
        case c.Select() | c.Flatten() | c.Months() | c.Options() | c.Single() | c.Members() | c.Groups():
            return True
        case c.Value(key):
            return isinstance(lo.program.quantities[key].type, ListOf)
        case _:
            return False


def absent(lo: Lowering, node: c.Core, env: Env) -> str:
    """What is true when a list is without object."""
    return plan(lo, node, env).absent or "0"


# --- the kinds of list --------------------------------------------------------------------------------


def plan(lo: Lowering, node: c.Core, env: Env) -> Plan:
    """Write what a list needs before it is gone through."""
    match node:
        case c.Field(c.Slot(0), name):
            kind = item_of(lo.program.declarations.records[lo.program.declarations.root].facts[name].type)
            return _records(lo, record_of(kind))
        case c.Groups(group):
            lo.text.line(f"g{lo.names.records[group]}()")
            return _places(lo, "0", f"{lo.names.count(group)}G[0]", group)
        case c.Members(group):
            return _members(lo, values.value(lo, group, env))
        case c.Select(source, where, None, None):
            return filters.filtered(lo, plan(lo, source, env), where, env)
        case c.Select(source, where, first, last):
            kept = filters.filtered(lo, plan(lo, source, env), where, env)
            return _part(lo, _standing(lo, kept), first, last)
        case c.Value(key) if key in lo.months:
            found = values.value(lo, node, env)
            return _run_of_months(lo, found.text, f"{found.text} + {found.end}", f"{found.text} == NA" if found.nullable else "")
        case c.Value():
            return _stood(lo, values.value(lo, node, env))
        case c.Case():
            return _stood(lo, values.value(lo, node, env))
        case c.Flatten():
            return _flattened(lo, node, env)
        case c.Months(first_month, last_month):
            return _months(lo, *(lo.still(values.value(lo, one, env)) for one in (first_month, last_month)))
        case c.Options(options):
            table = lo.table("O", [lo.names.choice(option) for option in options])
            return _from_array(lo, table, "0", str(len(options)), "", "")
        case c.Single(item):
            return _single(lo, values.value(lo, item, env))
        case _:
            raise Unsupported(f"the list {type(node).__name__}")


@contextmanager
def _going(lo: Lowering, start: str, end: str, backwards: bool) -> Iterator[str]:
    """Under it, the name of each place from `start` to `end`, not included, or from the last to the first."""
    place = lo.text.fresh("i")
    lo.text.line(f"{place} = {end} - 1" if backwards else f"{place} = {start}")
    with lo.text.block(f"while {place} >= {start}" if backwards else f"while {place} < {end}"):
        lo.text.settle(place)
        yield place
        lo.text.line(f"{place} = {place} {'-' if backwards else '+'} 1")


def _places(lo: Lowering, start: str, end: str, of: str, missing: str = "") -> Plan:
    """Whole numbers from `start` to `end`, not included."""

    def each(use: Use, backwards: bool) -> None:
        with _going(lo, start, end, backwards) as place:
            use(Operand(place, of=of))

    return Plan(missing, each, of)


def _records(lo: Lowering, kind: str) -> Plan:
    """Every record of a kind, in the order of one of its facts when its numbers say it."""
    count, fact = lo.names.count(kind), orders(lo.program).get(kind, "")
    number = bool(fact) and isinstance(lo.program.declarations.records[kind].facts[fact].type, Number)

    def between(low: str, high: str) -> Plan:
        array = lo.names.fact(kind, fact)
        start = lo.text.named(f"within({array}, 0, {count} - 1, {low} - 1) + 1")
        if low == high:
            return _places(lo, start, _same(lo, array, start, count, high), kind)
        return _places(lo, start, lo.text.named(f"within({array}, {start}, {count} - 1, {high}) + 1"), kind)

    every = _places(lo, "0", count, kind)
    return replace(every, fact=fact, scale=FACT if number else 1, between=between if fact else None)


def _same(lo: Lowering, array: str, start: str, count: str, asked: str) -> str:
    """Where the few that are the same, from `start`, end."""
    end = lo.text.fresh("i")
    lo.text.line(f"{end} = {start}")
    with lo.text.block(f"while {end} < {count} and {array}[{end}] == {asked}"):
        lo.text.line(f"{end} = {end} + 1")
    return end


def _run_of_months(lo: Lowering, first: str, after: str, missing: str) -> Plan:
    """Months one after the other."""

    def between(low: str, high: str) -> Plan:
        start = lo.text.named(f"{low} if {low} > {first} else {first}")
        return _places(lo, start, lo.text.named(f"{high} + 1 if {high} + 1 < {after} else {after}"), "", missing)

    start, end = lo.text.named(first), lo.text.named(after)
    return replace(_places(lo, start, end, "", missing), between=between)


def _members(lo: Lowering, group: Operand) -> Plan:
    member = next(name for name, gathered in lo.program.declarations.members.items() if gathered == group.of)
    number = lo.names.records[group.of]
    start = lo.text.named(o.guarded(lo.text, f"N{number}F[{group.text}]", group))
    end = lo.text.named(o.guarded(lo.text, f"N{number}L[{group.text}] + 1", group))
    return _places(lo, start, end, member, f"{group.text} == NA" if group.nullable else "")


def _from_array(lo: Lowering, array: str, start: str, count: str, of: str, missing: str) -> Plan:
    def each(use: Use, backwards: bool) -> None:
        after = count if start == "0" else lo.text.named(f"{start} + {count}", "p")
        with _going(lo, start, after, backwards) as place:
            use(Operand(lo.text.named(f"{array}[{place}]"), of=of))

    return Plan(missing, each, of)


def _stood(lo: Lowering, found: Operand) -> Plan:
    every = _from_array(lo, "L", found.text, found.end, found.of, f"{found.text} == NA" if found.nullable else "")
    return replace(every, start=found.text, count=found.end)


def standing(lo: Lowering, node: c.Core, env: Env, run_of_months: bool) -> Operand:
    """A list as a value: its place in `L` and its length; months one after the other, by the first and how many."""
    match node:
        case c.Value():
            return values.value(lo, node, env)
        case c.Select(source, where, (int() | None) as first, (int() | None) as last) if first is not None or last is not None:
            return _cut_short(lo, _standing(lo, filters.filtered(lo, plan(lo, source, env), where, env)), first, last)
        case c.Months(first_month, last_month) if run_of_months:
            start, end = (lo.still(values.value(lo, one, env)) for one in (first_month, last_month))
            known = o.known(start, end)
            count = lo.text.named(o.guarded(lo.text, f"{end.text} - {start.text} + 1", start, end))
            return Operand(
                o.guarded(lo.text, start.text, start, end), 1, bool(known), end=lo.text.named(f"{count} if {count} > 0 else 0")
            )
        case _:
            return _standing(lo, plan(lo, node, env))


def _standing(lo: Lowering, source: Plan) -> Operand:
    """Elements are gathered apart first: a filter may itself write lists while it goes."""
    if source.start:
        where = source.start if not source.absent else lo.text.named(f"NA if {source.absent} else {source.start}")
        return Operand(where, 1, bool(source.absent), end=source.count, of=source.of)
    array, count = lo.text.fresh("e"), lo.text.fresh("n")
    lo.text.line(f"{array} = []")

    def one(element: Operand) -> None:
        lo.text.line(f"{array}.append({element.text})")

    where = lo.text.fresh()
    lo.text.line(f"{where} = NA")
    lo.text.line(f"{count} = 0")
    with lo.text.block(f"if not ({source.absent})" if source.absent else "if 1"):
        source.each(one, False)
        lo.text.line(f"{where} = kept({array})")
        lo.text.line(f"{count} = TOP[0] - {where}")
    return Operand(where, 1, bool(source.absent), end=count, of=source.of)


def _cut_short(lo: Lowering, found: Operand, first: int | None, last: int | None) -> Operand:
    place, count = found.text, found.end
    if first is not None:
        count = lo.text.named(f"{count} if {count} < {first} else {first}")
    if last is not None:
        fewer = lo.text.named(f"{count} if {count} < {last} else {last}")
        place = lo.text.named(o.guarded(lo.text, f"{place} + {count} - {fewer}", found))
        count = fewer
    return replace(found, text=place, end=count)


def _part(lo: Lowering, found: Operand, first: int | None, last: int | None) -> Plan:
    return _stood(lo, _cut_short(lo, found, first, last))


def _flattened(lo: Lowering, node: c.Flatten, env: Env) -> Plan:
    """The lists of each element, each thing once."""
    source = plan(lo, node.source, env)
    array, of = lo.text.fresh("e"), list[str]()
    lo.text.line(f"{array} = []")

    def every(element: Operand) -> None:
        inner = plan(lo, node.body, (*env, element))
        of.append(inner.of)

        def once(one: Operand) -> None:
            with lo.text.block(f"if {one.text} not in {array}"):
                lo.text.line(f"{array}.append({one.text})")

        with lo.text.block(f"if not ({inner.absent})" if inner.absent else "if 1"):
            inner.each(once, False)

    source.each(every, False)
    where = lo.text.named(f"kept({array})")
    count = lo.text.named(f"TOP[0] - {where}")
    return replace(_from_array(lo, "L", where, count, of[0], source.absent), start=where, count=count)


def _months(lo: Lowering, first: Operand, last: Operand) -> Plan:
    nothing = " or ".join(f"{one.text} == NA" for one in (first, last) if one.nullable)
    return _run_of_months(lo, first.text, f"{last.text} + 1", nothing)


def _single(lo: Lowering, item: Operand) -> Plan:
    def each(use: Use, backwards: bool) -> None:
        with lo.text.block("while 1"):  # a loop, so that what finds enough may leave it
            use(replace(item, nullable=False))
            lo.text.line("break")

    return Plan(f"{item.text} == NA" if item.nullable else "", each, item.of)


# --- neighbours and groups ----------------------------------------------------------------------------


def neighbour(lo: Lowering, node: c.Neighbour, env: Env) -> Operand:
    """The next element, one way or the other."""
    element = values.value(lo, node.element, env)
    declared = lo.program.declarations.records[element.of]
    count = f"{lo.names.count(element.of)}G[0]" if declared.members else lo.names.count(element.of)
    found, place = lo.text.fresh("r"), lo.text.fresh("i")
    lo.text.line(f"{found} = NA")
    with lo.text.block(f"if {element.text} != NA" if element.nullable else "if 1"):
        lo.text.line(f"{place} = {element.text} {'+' if node.step > 0 else '-'} 1")
        with lo.text.block(f"if {place} >= 0 and {place} < {count}"):
            lo.text.line(f"{found} = {place}")
    lo.text.settle(found)
    return Operand(found, 1, True, of=element.of)


def group_of(lo: Lowering, group: str, record: Operand) -> Operand:
    """The group that holds a record."""
    number = lo.names.records[group]
    lo.text.line(f"g{number}()")
    return Operand(lo.text.named(o.guarded(lo.text, f"N{number}O[{record.text}]", record)), 1, record.nullable, of=group)
