"""The situations in which conditions hold: a search over their elementary conditions, one alternative after another.

A comparison bounds a difference, a choice narrows a list, anything else is a yes/no of its own; a value compared is a known
value. A yes/no quantity with a single plain rule is opened, so that « the day is of kind A » and « the day is not covered »
can be seen to exclude each other. What it cannot see through may always hold: a situation found may be impossible in law, one
not found is impossible.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Any

from justesse.program import core as c
from justesse.program.differences import AtMost, Differences
from justesse.program.measures import kind_of, limits_of, options_of, shape, term_of
from justesse.program.order import children
from justesse.program.program import Clause, NoticeRule, Program, Quantity
from justesse.program.types import Choice, Date, Month, Number, YesNo

_DEPTH = 2
_STEPS = 20_000
_OPPOSITE: dict[str, str] = {"=": "≠", "≠": "=", "<": "≥", "≥": "<", ">": "≤", "≤": ">"}
_STATES: dict[str, str] = {"unknown?": "inconnu", "judge?": "à apprécier", "nothing?": "sans objet"}
_KNOWN = "connu"


@dataclass(frozen=True, slots=True)
class Wish:
    """A condition that must be true, or must be false; when `lenient`, being without object is false enough."""

    node: c.Core
    truth: bool
    depth: int = _DEPTH
    lenient: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """What is settled so far. `told` keeps the expressions, to put the situation into words."""

    truths: Mapping[str, bool] = field(default_factory=dict)
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    states: Mapping[str, frozenset[str]] = field(default_factory=dict)
    differences: Differences = Differences()
    told: Mapping[str, c.Core] = field(default_factory=dict)

    def with_truth(self, node: c.Core, truth: bool) -> "Situation | None":
        """With an elementary condition settled, hence known."""
        known, name = self.with_state(node, frozenset({_KNOWN})), shape(node)
        if known is None or self.truths.get(name, truth) is not truth:
            return None
        return Situation({**self.truths, name: truth}, known.choices, known.states, known.differences, known.told)

    def with_choice(self, node: c.Core, name: str, among: frozenset[str]) -> "Situation | None":
        """With a choice narrowed."""
        left = self.choices.get(name, among) & among
        return replace(self, choices={**self.choices, name: left}, told={**self.told, name: node}) if left else None

    def with_state(self, node: c.Core, among: frozenset[str]) -> "Situation | None":
        """With a value known, or in one of these states."""
        name = shape(node)
        left = self.states.get(name, among) & among
        if not left:
            return None
        states, told = {**self.states, name: left}, {**self.told, name: node}
        return Situation(self.truths, self.choices, states, self.differences, told)

    def with_bounds(self, bounds: Iterable[AtMost], told: Mapping[str, c.Core]) -> "Situation | None":
        """With differences bounded."""
        held = self.differences
        for one in bounds:
            narrowed = held.adding(one)
            if narrowed is None:
                return None
            held = narrowed
        return replace(self, differences=held, told={**self.told, **told})


class TooMany(Exception):
    """The search gave up: nothing is known."""


def situation(program: Program, wishes: Iterable[Wish], clauses: Iterable[Clause | NoticeRule]) -> Situation | None:
    """One in which every wish comes true, on dates and under readings that these sentences accept; raises TooMany."""
    start: Situation | None = Situation()
    for clause in clauses:
        start = _accepted(program, clause, start) if start is not None else None
    return next(_Search(program).all(tuple(wishes), start), None) if start is not None else None


def _accepted(program: Program, clause: Clause | NoticeRule, start: Situation) -> Situation | None:
    """What the dates and the reading of a sentence settle."""
    held: Situation | None = start
    if clause.reading is not None:
        reading, identifier = clause.reading
        held = start.with_choice(c.Const(identifier), f"lecture de {identifier}", frozenset({reading}))
    search = _Search(program)
    for one in clause.validities:
        for limit, op in ((one.start, "≥"), (one.end, "≤")):
            if held is not None and limit is not None:
                held = next(search.compared(op, one.date, c.Const(limit, "date"), held), None)
    return held


class _Search:
    def __init__(self, program: Program) -> None:
        self.program = program
        self.steps = 0

    def all(self, wishes: tuple[Wish, ...], held: Situation) -> Iterator[Situation]:
        """Every situation that grants all the wishes."""
        self.steps += 1
        if self.steps > _STEPS:
            raise TooMany
        if not wishes:
            yield held
            return
        first, *others = wishes
        for reached, further in self._granted(first, held):
            yield from self.all((*further, *others), reached)

    def _granted(self, wish: Wish, held: Situation) -> Iterator[tuple[Situation, tuple[Wish, ...]]]:
        """The ways to grant one wish: the situation reached, the wishes that it leads to."""
        match wish.node:
            case c.Logic(kind, items):
                parts = tuple(Wish(item, wish.truth, wish.depth, wish.lenient) for item in items)
                yield from [(held, parts)] if (kind == "all") is wish.truth else [(held, (part,)) for part in parts]
            case c.Apply("not", (inner,)):
                yield held, (replace(wish, node=inner, truth=not wish.truth),)
            case c.Const(bool() as value):
                yield from [(held, ())] if value is wish.truth else []
            case c.Value(key, args) if wish.depth:
                yield from self._opened(wish, self.program.quantities[key], args, held)
            case _:
                yield from ((reached, ()) for reached in self._elementary(wish, held))

    def _opened(
        self, wish: Wish, quantity: Quantity, args: tuple[c.Core, ...], held: Situation
    ) -> Iterator[tuple[Situation, tuple[Wish, ...]]]:
        condition = plain_condition(quantity)
        placed = _placed(condition, quantity, args) if condition is not None else None
        if placed is None:
            yield from ((reached, ()) for reached in self._elementary(wish, held))
            return
        settled = held.with_truth(wish.node, wish.truth)
        if settled is not None:  # a yes/no quantity whose condition is without object is « no »
            yield settled, (Wish(placed, wish.truth, wish.depth - 1, lenient=not wish.truth),)

    def _elementary(self, wish: Wish, held: Situation) -> Iterator[Situation]:
        match wish.node:
            case c.Apply(("unknown?" | "judge?" | "nothing?") as test, (inner,)):
                state = _STATES[test]
                others = frozenset({_KNOWN, *_STATES.values()}) - {state}
                found = held.with_state(inner, frozenset({state}) if wish.truth else others)
                yield from [found] if found is not None else []
            case c.Apply(("=" | "≠" | "<" | "≤" | ">" | "≥") as op, (left, right)):
                yield from self.compared(op if wish.truth else _OPPOSITE[op], left, right, held)
                yield from self._without_object((left, right), wish, held)
            case _:
                found = held.with_truth(wish.node, wish.truth)
                yield from [found] if found is not None else []
                yield from self._without_object((wish.node,), wish, held)

    def _without_object(self, operands: tuple[c.Core, ...], wish: Wish, held: Situation) -> Iterator[Situation]:
        """What is without object is neither true nor false; a comparison is as soon as one side is."""
        for term in map(term_of, operands) if wish.lenient else ():
            found = held.with_state(term.node, frozenset({_STATES["nothing?"]})) if term.node is not None else None
            yield from [found] if found is not None else []

    # --- comparisons ---------------------------------------------------------------------------------

    def compared(self, op: str, left: c.Core, right: c.Core, held: Situation) -> Iterator[Situation]:
        """The situations in which a comparison holds: its two sides are known, and their difference is bounded."""
        known: Situation | None = held
        for node in (term_of(left).node, term_of(right).node):
            known = known.with_state(node, frozenset({_KNOWN})) if known is not None and node is not None else known
        if known is None:
            return
        match kind_of(self.program, left) or kind_of(self.program, right):
            case Choice():
                found = [self._chosen(op, left, right, known)]
            case Number():
                found = [self._bounded(one, left, right, known, False) for one in _ways(op)]
            case Date() | Month():
                found = [self._bounded(one, left, right, known, True) for one in _ways(op)]
            case _:
                found = [_opaque(op, left, right, known)]
        yield from (one for one in found if one is not None)

    def _chosen(self, op: str, left: c.Core, right: c.Core, held: Situation) -> Situation | None:
        node, value = (left, right) if isinstance(right, c.Const) else (right, left)
        if not (isinstance(value, c.Const) and isinstance(value.value, str)):
            return _opaque(op, left, right, held)
        options = options_of(self.program, node) | {value.value}
        return held.with_choice(node, shape(node), frozenset({value.value}) if op == "=" else options - {value.value})

    def _bounded(self, op: str, left: c.Core, right: c.Core, held: Situation, whole: bool) -> Situation | None:
        one, other = term_of(left), term_of(right)
        gap = other.offset - one.offset
        told = {term.name: term.node for term in (one, other) if term.node is not None}
        bounds = [limit for name, node in told.items() for limit in limits_of(self.program, node, name)]
        if op in ("<", "≤", "="):
            bounds.append(_at_most(one.name, other.name, gap, op == "<", whole))
        if op in (">", "≥", "="):
            bounds.append(_at_most(other.name, one.name, -gap, op == ">", whole))
        return held.with_bounds(bounds, told)


def _ways(op: str) -> tuple[str, ...]:
    """Different: below, or above."""
    return ("<", ">") if op == "≠" else (op,)


def _opaque(op: str, left: c.Core, right: c.Core, held: Situation) -> Situation | None:
    """A comparison of what is neither a number, nor a date, nor a choice: only its own contrary excludes it."""
    affirmed = {"≠": "=", "≥": "<", ">": "≤"}.get(op)
    return held.with_truth(c.Apply(affirmed or op, (left, right)), affirmed is None)  # type: ignore[arg-type]


def _at_most(left: str, right: str, limit: Fraction, strict: bool, whole: bool) -> AtMost:
    """A whole number strictly below a limit is at most the whole number before it."""
    if not whole:
        return AtMost(left, right, limit, strict)
    return AtMost(left, right, limit - 1 if strict and limit.denominator == 1 else Fraction(floor(limit)))


# --- quantities seen through --------------------------------------------------------------------------------


def plain_condition(quantity: Quantity) -> c.Core | None:
    """The condition of a yes/no quantity defined by one undated rule without exception."""
    if quantity.type != YesNo() or quantity.exceptions or len(quantity.rules) != 1:
        return None
    rule = quantity.rules[0]
    plain = not rule.validities and rule.reading is None and rule.value is None
    return rule.condition if plain else None


@lru_cache(maxsize=4_096)  # so that equal places keep equal nodes
def _placed(condition: c.Core, quantity: Quantity, args: tuple[c.Core, ...]) -> c.Core | None:
    """The condition with its reader's subjects; None when a list inside it would take one of their slots."""
    subjects = len(quantity.subjects)
    if len(args) != subjects or any(slot > subjects for arg in args for slot in _slots(arg)):
        return None
    placed: c.Core = _with_subjects(condition, {index + 1: arg for index, arg in enumerate(args)})
    return placed


def _slots(node: c.Core) -> Iterator[int]:
    if isinstance(node, c.Slot):
        yield node.index
    for part in children(node):
        yield from _slots(part)


def _with_subjects(part: Any, subjects: dict[int, c.Core]) -> Any:
    """An expression whose first slots are replaced."""
    match part:
        case c.Slot(index):
            return subjects.get(index, part)
        case tuple():
            return tuple(_with_subjects(one, subjects) for one in part)
        case _ if type(part).__module__ == c.__name__:
            return replace(part, **{name: _with_subjects(getattr(part, name), subjects) for name in part.__slots__})
        case _:
            return part
