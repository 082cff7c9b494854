"""What an expression measures: its kind, the limits declared for it, and whether it is a constant away from another one.

Reads the core and the declarations; lowers and evaluates nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from justesse.program import core as c
from justesse.program.declarations import Attribute
from justesse.program.differences import ZERO, AtMost
from justesse.program.program import Program
from justesse.program.types import Choice, Date, Month, Number, Type
from justesse.values.units import DAY, NONE

_DATES = ("next_day", "previous_day", "first_day", "last_day", "january_1", "january_1_before", "span_first", "span_last")
_MONTHS = ("month_of", "next_month", "previous_month")
_STEPS = {"next_day": 1, "previous_day": -1, "next_month": 1, "previous_month": -1}


# --- the same expression --------------------------------------------------------------------------------


@lru_cache(maxsize=8_192)  # by identity: nodes compare so
def shape(node: c.Core) -> str:
    """A text that is the same for equal expressions only; places in the source and labels do not count."""
    return f"{type(node).__name__}({', '.join(_shapes(node))})"


def _shapes(node: c.Core) -> Iterator[str]:
    for name in node.__slots__:
        if name not in ("span", "label"):
            yield _shape_of(getattr(node, name))


def _shape_of(part: object) -> str:
    if isinstance(part, tuple):
        return f"[{', '.join(map(_shape_of, part))}]"
    return shape(part) if type(part).__module__ == c.__name__ else repr(part)


# --- kinds and limits -----------------------------------------------------------------------------------


def kind_of(program: Program, node: c.Core) -> Type | None:
    """The type of a scalar expression, None when it cannot be told from the expression alone (a record, a slot)."""
    match node:
        case c.Const(value, label):
            return Date() if label == "date" else Number(NONE) if isinstance(value, Fraction) else None
        case c.Value(key, _):
            return program.quantities[key].type
        case c.Field(_, name):
            return _of_facts({one.type for one in _facts(program, name)})
        case c.Fold("first" | "last" | "second" | "third" | "greatest" | "least", _, _, body) if body is not None:
            return kind_of(program, body)
        case c.Apply(op, args):
            return Date() if op in _DATES else Month() if op in _MONTHS else _of_operation(program, op, args)
        case c.Shift() | c.DayFold("first" | "last"):
            return Date()
        case c.Series(parameter, _):
            return program.declarations.parameters[parameter].type
        case c.Round(_, _, value):
            return kind_of(program, value)
        case c.Fold("count") | c.DayFold("count"):
            return Number(DAY if isinstance(node, c.DayFold) else NONE)
        case _:
            return None


def _of_facts(kinds: set[Type]) -> Type | None:
    """The type that facts of one name share; choices of several records, whichever is read, are one among all their values."""
    if len(kinds) > 1 and all(isinstance(one, Choice) for one in kinds):
        return Choice(tuple(sorted({option for one in kinds if isinstance(one, Choice) for option in one.options})))
    return next(iter(kinds)) if len(kinds) == 1 else None


def _of_operation(program: Program, op: str, args: tuple[c.Core, ...]) -> Type | None:
    if op in ("*", "/"):
        return Number(NONE)  # its unit does not matter to a comparison already checked
    return kind_of(program, args[0]) if op in ("+", "-", "min", "max", "least", "greatest") else None


def _facts(program: Program, name: str) -> list[Attribute]:
    """The facts of this name, whatever their record: an expression does not say which record it reads."""
    return [one for one in program.declarations.attributes.values() if one.is_fact and one.name == name]


def options_of(program: Program, node: c.Core) -> frozenset[str]:
    """Every value that a choice may take."""
    kind = kind_of(program, node)
    return frozenset(kind.options) if isinstance(kind, Choice) else frozenset()


def limits_of(program: Program, node: c.Core, name: str) -> Iterator[AtMost]:
    """What the vocabulary says of a number (« au moins 0, au plus 500 »); a count is never below zero."""
    least = most = None
    match node:
        case c.Field(_, fact):
            declared = [one.declared for one in _facts(program, fact)]
            lows, highs = [one.at_least for one in declared], [one.at_most for one in declared]
            least = min((low for low in lows if low is not None), default=None) if None not in lows else None
            most = max((high for high in highs if high is not None), default=None) if None not in highs else None
        case c.Fold("count") | c.DayFold("count"):
            least = Fraction(0)
    if least is not None:
        yield AtMost(ZERO, name, -least)
    if most is not None:
        yield AtMost(name, ZERO, most)


# --- one expression and a constant ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Term:
    """An expression read as `node + offset`; `node` is None for a constant, named ZERO."""

    name: str
    node: c.Core | None
    offset: Fraction


@lru_cache(maxsize=8_192)
def term_of(node: c.Core) -> Term:
    """The expression without the constants added to it: dates moved by days, months moved by months, sums."""
    match node:
        case c.Const(int() | Fraction() as value):
            return Term(ZERO, None, Fraction(value))
        case c.Apply(op, (inner,)) if op in _STEPS:
            return _moved(inner, Fraction(_STEPS[op]))
        case c.Apply("+", (inner, c.Const(Fraction() | int() as value))):
            return _moved(inner, Fraction(value))
        case c.Apply("+", (c.Const(Fraction() | int() as value), inner)):
            return _moved(inner, Fraction(value))
        case c.Apply("-", (inner, c.Const(Fraction() | int() as value))):
            return _moved(inner, -Fraction(value))
        case c.Shift(inner, c.Const(Fraction() | int() as value), "day", factor):
            return _moved(inner, Fraction(value) * factor)
        case _:
            return Term(shape(node), node, Fraction(0))


def _moved(inner: c.Core, by: Fraction) -> Term:
    term = term_of(inner)
    return Term(term.name, term.node, term.offset + by)
