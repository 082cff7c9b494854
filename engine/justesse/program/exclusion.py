"""Whether two conditions can hold together: a small satisfiability test over their elementary conditions.

Each elementary condition is a letter; a yes/no quantity with a single plain rule is opened once, so that « the day is
of kind A » and « the day is not covered » can be seen to exclude each other. Numbers and dates are not solved: when in
doubt the answer is « yes, together », with the situation.
"""

from itertools import islice, product

from justesse.program import core as c
from justesse.program.order import children
from justesse.program.program import Clause, Program, Quantity
from justesse.program.types import YesNo

Literals = frozenset[tuple[str, bool]]
_MANY = 400


def together(program: Program, first: Clause, second: Clause) -> str | None:
    """A situation in which both sentences apply and disagree, in words; None when there is none or they agree."""
    if _same_value(first.value, second.value):
        return None
    reader = _Reader(program)
    mine = reader.ways(first.condition, True)
    theirs = reader.ways(second.condition, True)
    for one, other in islice(product(mine, theirs), _MANY):
        joined = one | other
        if _possible(joined):
            return reader.words(joined)
    return None


def contradiction(program: Program, condition: c.Core) -> bool:
    """Whether a condition can never hold."""
    ways = _Reader(program).ways(condition, True)
    return len(ways) < _MANY and not any(_possible(one) for one in ways)


def _same_value(first: c.Core | None, second: c.Core | None) -> bool:
    if isinstance(first, c.Const) and isinstance(second, c.Const):
        return first.value == second.value
    return first is not None and second is not None and shape(first) == shape(second)


def _possible(literals: Literals) -> bool:
    return not any((letter, not truth) in literals for letter, truth in literals)


class _Reader:
    def __init__(self, program: Program) -> None:
        self.program = program

    def ways(self, node: c.Core | None, truth: bool, depth: int = 2) -> list[Literals]:
        """The sets of elementary conditions that make `node` true (or false)."""
        match node:
            case None:
                return [frozenset()] if truth else []
            case c.Logic(kind, items):
                return self._logic(kind, items, truth, depth)
            case c.Apply("not", (inner,)):
                return self.ways(inner, not truth, depth)
            case c.Const(bool() as value):
                return [frozenset()] if value is truth else []
            case c.Value(key, args) if depth:
                opened = self._opened(self.program.quantities[key])
                letter: Literals = frozenset({(shape(node), truth)})
                if opened is None:
                    return [letter]
                slots = {index + 1: arg for index, arg in enumerate(args)}
                return [letter | way for way in self.ways(_placed(opened, slots), truth, depth - 1)]
            case _:
                return [frozenset({(shape(node), truth)})]

    def _logic(self, kind: str, items: tuple[c.Core, ...], truth: bool, depth: int) -> list[Literals]:
        parts = [self.ways(item, truth, depth) for item in items]
        if (kind == "all") is truth:
            return [frozenset().union(*way) for way in islice(product(*parts), _MANY)]
        return [way for part in parts for way in part][:_MANY]

    def _opened(self, quantity: Quantity) -> c.Core | None:
        """The condition of a yes/no quantity defined by one undated rule without exception."""
        if quantity.type != YesNo() or quantity.exceptions or len(quantity.rules) != 1:
            return None
        rule = quantity.rules[0]
        plain = not rule.validities and rule.reading is None and rule.value is None
        return rule.condition if plain else None

    def words(self, literals: Literals) -> str:
        """The situation, the named conditions only."""
        named = sorted(f"« {letter} » {'oui' if truth else 'non'}" for letter, truth in literals if len(letter) < 70)
        return " ; ".join(named[:4]) or "toujours"


def _placed(node: c.Core, slots: dict[int, c.Core]) -> c.Core:
    """A condition read with its reader's subjects, when these are plain slots in the same places; else itself."""
    return node if all(isinstance(arg, c.Slot) and arg.index == place for place, arg in slots.items()) else c.Const(None)


def shape(node: c.Core) -> str:
    """A text that is the same for equal expressions."""
    match node:
        case c.Value(key, _) if all(isinstance(arg, c.Slot) for arg in node.args):
            return key
        case c.Const(value):
            return str(value)
        case c.Slot(index):
            return f"#{index}"
    own = [str(getattr(node, name)) for name in node.__slots__ if isinstance(getattr(node, name), str | int)]
    return f"{type(node).__name__}({', '.join([*own, *map(shape, children(node))])})"
