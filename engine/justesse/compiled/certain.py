"""Which quantities always have an object, so that whoever reads them need not ask: found from the rules alone.

Taken to have one until a sentence says otherwise. A fact may always be without object, and a quantity by day is outside its
days; a sentence that does not apply gives no value. Only what is not left to evaluation is spoken of.
"""

from justesse.compiled.lowering import Lowering
from justesse.program import core as c
from justesse.program.program import Quantity
from justesse.program.types import YesNo
from justesse.values.states import State


def always_there(lo: Lowering) -> frozenset[str]:
    """The keys of quantities that are never without object."""
    found = {key for key, one in lo.program.quantities.items() if one.fact is None and not one.by_day}
    pending = True
    while pending:
        kept = {key for key in found if _has(lo, lo.program.quantities[key], found)}
        pending, found = kept != found, kept
    return frozenset(found)


def _has(lo: Lowering, quantity: Quantity, found: set[str]) -> bool:
    if isinstance(quantity.type, YesNo):
        return True
    rules, exceptions = lo.clauses[quantity.key]
    values = [one.value for one in (*rules, *exceptions) if one.value is not None]
    return all(one.condition is None for one in rules) and all(_is(one, found) for one in values)


def _is(node: c.Core, found: set[str]) -> bool:
    """Whether an expression always has an object."""
    match node:
        case c.Const(value):
            return not isinstance(value, State)
        case c.Slot() | c.Logic() | c.Options() | c.Groups():
            return True
        case c.Field(c.Slot(0), _):
            return False
        case c.Value(key, args):
            return key in found and all(_is(one, found) for one in args)
        case c.Apply("least" | "greatest", args):
            return any(_is(one, found) for one in args)
        case c.Apply(_, args):
            return all(_is(one, found) for one in args)
        case c.Case(branches, otherwise):
            return otherwise is not None and all(_is(one, found) for one in (otherwise, *[value for _, value in branches]))
        case c.Shift():
            return _is(node.date, found) and _is(node.amount, found)
        case c.Series(_, inner) | c.Round(_, _, inner) | c.Single(inner) | c.Members(inner) | c.GroupOf(_, inner):
            return _is(inner, found)
        case c.Months(first, last):
            return _is(first, found) and _is(last, found)
        case c.Select(source) | c.Flatten(source):
            return _is_list(source, found)
        case c.Fold("count" | "sum" | "some", source):
            return _is_list(source, found)
        case c.DayFold("count" | "sum" | "some", owners, start=start, end=end):
            return _is_list(owners, found) and all(_is(one, found) for one in (start, end) if one is not None)
        case _:
            return False


def _is_list(node: c.Core, found: set[str]) -> bool:
    """The same of a list; those of the dossier are always there."""
    return isinstance(node, c.Field) or _is(node, found)
