"""Which quantities by day change every day of a run (counts in a window that follows the day), and how long lists of months are.

Found from the rules alone, before anything is written.
"""

from collections.abc import Iterator
from fractions import Fraction

from justesse.compiled.lowering import Lowering
from justesse.program import core as c
from justesse.program.order import children
from justesse.program.program import Clause, Quantity

_MOST_MONTHS = 240


def counters_of(lo: Lowering) -> dict[str, str]:
    """Each counter, with the quantity of its own loop whose truth makes it grow (empty: none)."""
    found: dict[str, str] = {}
    pending = True
    while pending:
        pending = False
        for quantity in lo.program.quantities.values():
            if quantity.by_day and quantity.key not in found:
                keys = [key for part in _values(lo, quantity) for key in _moving(lo, quantity, part, found)]
                if keys:
                    found[quantity.key] = next((key for key in keys if key), "")
                    pending = True
    return found


def _values(lo: Lowering, quantity: Quantity) -> Iterator[c.Core]:
    for clauses in lo.clauses[quantity.key]:
        yield from (one.value for one in clauses if one.value is not None)


def _moving(lo: Lowering, quantity: Quantity, node: c.Core, found: dict[str, str]) -> Iterator[str]:
    """The keys of the counts that an expression adds or subtracts."""
    day = len(quantity.subjects)
    match node:
        case c.Apply("+" | "-", args):
            for one in args:
                yield from _moving(lo, quantity, one, found)
        case c.DayFold("count") if any(end is not None and _reads(end, day) for end in (node.start, node.end)):
            yield _own(lo, quantity, node)
        case c.Value(key, (_, c.Slot(index))) if index == day and key in found:
            yield found[key] if lo.program.quantities[key].loop == quantity.loop else ""
        case _:
            return


def _own(lo: Lowering, quantity: Quantity, node: c.DayFold) -> str:
    match node.where:
        case c.Value(key, (c.Slot(), c.Slot())) if lo.program.quantities[key].loop == quantity.loop:
            return key
        case _:
            return ""


def _reads(node: c.Core, slot: int) -> bool:
    return (isinstance(node, c.Slot) and node.index == slot) or any(_reads(one, slot) for one in children(node))


def is_still(lo: Lowering, quantity: Quantity) -> bool:
    """Whether a quantity by day is the same every day: no sentence of it reads the day."""
    day = len(quantity.subjects)
    parts = [
        part
        for kind in lo.clauses[quantity.key]
        for one in kind
        for part in (one.condition, one.value, *[each.date for each in one.validities])
        if part is not None
    ]
    return quantity.by_day and not any(_reads(part, day) for part in parts)


def decided_every_day(lo: Lowering, taken: dict[str, str]) -> frozenset[str]:
    """The quantities by day that a run decides whatever it needs: not those on demand, nor those of readings not taken."""
    program, pairs = lo.program, {(reading, identifier) for identifier, reading in taken.items()}
    days = [key for key, one in program.quantities.items() if one.by_day and key not in program.on_demand]
    return frozenset(key for key in days if key not in program.only_in or not pairs.isdisjoint(program.only_in[key]))


def most_months(clauses: list[Clause]) -> int:
    """The most months that the sentences of a list of months can give, by the number that they write."""
    most = 0
    for clause in clauses:
        written = list(_numbers(clause.value)) if clause.value is not None else []
        most = max(most, int(max(written)) if written else _MOST_MONTHS)
    return min(most or _MOST_MONTHS, _MOST_MONTHS)


def follow_one_another(clauses: tuple[list[Clause], list[Clause]]) -> bool:
    """Whether every sentence of a list of months gives them by the first and the last."""
    given = [one.value for kind in clauses for one in kind if one.kind != "lift"]
    return all(isinstance(one, c.Months) for one in given)


def _numbers(node: c.Core) -> Iterator[int]:
    match node:
        case c.Const(int() | Fraction() as value) if not isinstance(value, bool):
            yield int(value)
    for one in children(node):
        yield from _numbers(one)
