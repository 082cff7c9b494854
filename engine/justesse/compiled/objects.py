"""What always has an object: facts and quantities that can never be « sans objet », so that nothing has to ask.

Found once for a program, like denominators: what may lack an object spreads from what a dossier may leave out to what reads
it, until nothing changes. When in doubt, it may. Knows no value.
"""

from justesse.compiled.facts import supplied
from justesse.program import core as c
from justesse.program.program import Clause, Program, Quantity
from justesse.program.types import YesNo
from justesse.values.states import NotApplicable

Clauses = dict[str, tuple[list[Clause], list[Clause]]]


class Objects:
    """What may be without object, under some readings."""

    def __init__(self, program: Program, clauses: Clauses) -> None:
        self.program, self.clauses = program, clauses
        by_default = supplied(program)
        self.facts = frozenset(
            (kind, name)
            for kind, record in program.declarations.records.items()
            for name, fact in record.facts.items()
            if fact.declared.optional or (kind, name) in by_default
        )
        """(kind of record, fact) that a dossier may leave out."""
        self.quantities: set[str] = set()
        """Quantities that may be."""
        self._names = {name for _, name in self.facts}
        while found := {key for key in program.quantities if key not in self.quantities and self._may(program.quantities[key])}:
            self.quantities |= found

    def _may(self, quantity: Quantity) -> bool:
        rules, exceptions = self.clauses[quantity.key]
        if isinstance(quantity.type, YesNo) and quantity.fact is None:
            return False  # what nothing makes true is false
        values = [one.value for one in (*rules, *exceptions) if one.value is not None]
        return any(map(self.of, values)) or any(one.condition is not None for one in rules)

    def of(self, node: c.Core) -> bool:
        """Whether an expression may be without object."""
        match node:
            case c.Const(value):
                return isinstance(value, NotApplicable)
            case c.Slot() | c.Logic() | c.Fold("some" | "count"):
                return False
            case c.Field(record, name):
                return name in self._names or self.of(record)
            case c.Value(key, args):
                by_day = self.program.quantities[key].by_day  # which has none outside the days of its owner
                return by_day or key in self.quantities or any(map(self.of, args))
            case c.Apply("least" | "greatest", args):
                return all(map(self.of, args))
            case c.Apply(_, args):
                return any(map(self.of, args))
            case c.Case(branches, otherwise):
                return otherwise is None or any(map(self.of, (*[value for _, value in branches], otherwise)))
            case c.Shift(date, amount):
                return self.of(date) or self.of(amount)
            case c.Series(_, date):
                return self.of(date)
            case c.Round(_, _, inner):
                return self.of(inner)
            case _:
                return True
