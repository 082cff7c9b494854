"""How numbers are held: a whole number over a denominator known when rules are compiled, or over one of its own.

The denominator of a quantity is the least that every sentence of it can be written over; a quotient by a value of the
dossier has no such denominator and is a `RATIO`, a pair of whole numbers. Found once for a program, by what quantities
read until nothing changes; a denominator that goes on growing becomes a ratio. Knows no value.
"""

from fractions import Fraction
from math import lcm

from justesse.compiled.facts import FACT
from justesse.program import core as c
from justesse.program.program import Clause, Program, Quantity
from justesse.program.types import Number

RATIO = 0
_LARGEST = 10**12


class Scales:
    """The denominators of a program under some readings; `of` gives that of an expression."""

    def __init__(self, program: Program, clauses: dict[str, list[Clause]]) -> None:
        self.program = program
        self.quantities = {key: 1 for key, one in program.quantities.items() if isinstance(one.type, Number)}
        pending = True
        while pending:
            pending = False
            for key in self.quantities:
                found = self._quantity(program.quantities[key], clauses[key])
                if found != self.quantities[key]:
                    self.quantities[key], pending = found, True

    def _quantity(self, quantity: Quantity, clauses: list[Clause]) -> int:
        parts = [clause.value for clause in clauses if clause.value is not None]
        return both(self.quantities[quantity.key], *[self.of(part) for part in (*parts, quantity.fact) if part is not None])

    def of(self, node: c.Core) -> int:
        """The denominator of an expression; 1 for what is no number."""
        match node:
            case c.Const(Fraction() as value):
                return value.denominator
            case c.Field(_, name):
                return FACT if self._is_number(name) else 1
            case c.Value(key):
                return self.quantities.get(key, 1)
            case c.Apply():
                return self._apply(node)
            case c.Case(branches, otherwise):
                return both(*[self.of(value) for _, value in branches], *([self.of(otherwise)] if otherwise is not None else []))
            case c.Series(parameter):
                return both(*[one.value.denominator for one in self.program.parameters[parameter].values])
            case c.Round(_, step):
                return step.denominator
            case c.Fold("mean"):
                return RATIO
            case c.Fold(kind, body=body) | c.DayFold(kind, body=body) if kind not in ("count", "some") and body is not None:
                return self.of(body)
            case _:
                return 1

    def _apply(self, node: c.Apply) -> int:
        inner, factor = factored(node)
        if inner is not node:
            return _small(self.of(inner) * factor.denominator)
        match node.op:
            case "+" | "-" | "min" | "max" | "least" | "greatest":
                return both(*[self.of(one) for one in node.args])
            case "*":
                left, right = (self.of(one) for one in node.args)
                return _small(left * right)
            case "/":
                return RATIO
            case _:
                return 1

    def _is_number(self, name: str) -> bool:
        return any(
            isinstance(one.facts[name].type, Number) for one in self.program.declarations.records.values() if name in one.facts
        )


def factored(node: c.Core) -> tuple[c.Core, Fraction]:
    """What is multiplied and divided by numbers that the rule writes, and by how much in all: one number, in its lowest terms."""
    factor = Fraction(1)
    while True:
        match node:
            case c.Apply("*", (inner, c.Const(Fraction() as by))) | c.Apply("*", (c.Const(Fraction() as by), inner)):
                node, factor = inner, factor * by
            case c.Apply("/", (inner, c.Const(Fraction() as by))) if by:
                node, factor = inner, factor / by
            case _:
                return node, factor


def both(*scales: int) -> int:
    """One denominator for several values."""
    return RATIO if RATIO in scales else _small(lcm(*scales))


def _small(scale: int) -> int:
    return scale if scale <= _LARGEST else RATIO
