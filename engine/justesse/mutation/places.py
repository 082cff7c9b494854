"""Where a sentence can be made wrong: every phrase of its core, with the types of its slots and the part it plays.

One node of the core is one phrase of the source, even where it stands several times (« dans les 3 ans s'achevant ce
jour » reads the day twice): it is visited once and replaced everywhere at once. Chooses no mistake.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from justesse.program import core as c
from justesse.program.order import children
from justesse.program.program import Program
from justesse.program.types import Date, Days, ListOf, Month, Number, RecordOf, Type, YesNo

Role = Literal["value", "condition", "filter", "start", "end"]
Scope = tuple[Type | None, ...]
_TESTS = frozenset(
    ("=", "≠", "<", "≤", ">", "≥", "not", "saturday", "sunday", "holiday", "unknown?", "judge?", "nothing?", "member")
)
_DAYS = frozenset(
    ("first_day", "last_day", "next_day", "previous_day", "january_1", "january_1_before", "span_first", "span_last")
)


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase: its node, the type of each slot it may read, the part it plays in the phrase around it."""

    node: c.Core
    scope: Scope
    role: Role


def places(root: Place, program: Program) -> Iterator[Place]:
    """Every phrase inside one, itself first, each node once; the days of an owner are no phrase of the sentence."""
    seen: set[int] = set()
    todo = [root]
    while todo:
        place = todo.pop()
        if id(place.node) not in seen:
            seen.add(id(place.node))
            yield place
            todo.extend(reversed(list(_inside(place, program))))


def _inside(place: Place, program: Program) -> Iterator[Place]:
    node, scope = place.node, place.scope
    match node:
        case c.Logic(_, items):
            yield from (Place(item, scope, "condition") for item in items)
        case c.Apply("=" | "≠", (left, c.Const(str()))):
            yield Place(left, scope, "value")
        case c.Apply("span", (first, last)):
            yield from (Place(first, scope, "start"), Place(last, scope, "end"))
        case c.Case(((c.Apply("nothing?", (inner,)), c.Const()),), otherwise) if otherwise is inner:
            yield Place(inner, scope, "value")  # an open end read as the last day there is
        case c.Case(branches, otherwise):
            for test, value in branches:
                yield from (Place(test, scope, "condition"), Place(value, scope, "value"))
            yield from _given((otherwise, scope, "value"))
        case c.Fold(_, source, where, body):
            inner_scope = (*scope, element(source, scope, program))
            yield from _given((source, scope, "value"), (where, inner_scope, "filter"), (body, inner_scope, "value"))
        case c.Select(source, where):
            yield from _given((source, scope, "value"), (where, (*scope, element(source, scope, program)), "filter"))
        case c.Neighbour(source, _):
            yield from _given((source, scope, "value"))
        case c.Flatten(source, body):
            yield from _given((source, scope, "value"), (body, (*scope, element(source, scope, program)), "value"))
        case c.DayFold():
            yield from _of_days(node, scope, program)
        case _:
            yield from (Place(one, scope, "value") for one in children(node))


def _of_days(node: c.DayFold, scope: Scope, program: Program) -> Iterator[Place]:
    inner = (*scope, element(node.owners, scope, program), Date())
    yield from _given((node.owners, scope, "value"), (node.where, inner, "filter"), (node.body, inner, "value"))
    if node.start is not node.end:
        yield from _given((node.start, scope, "start"), (node.end, scope, "end"))


def _given(*parts: tuple[c.Core | None, Scope, Role]) -> Iterator[Place]:
    yield from (Place(node, scope, role) for node, scope, role in parts if node is not None)


def replaced(root: c.Core, old: c.Core, new: c.Core) -> c.Core:
    """The expression with one node replaced wherever it stands; what does not change stays the same object."""
    made: c.Core = _Replacing(old, new).of(root)
    return made


class _Replacing:
    def __init__(self, old: c.Core, new: c.Core) -> None:
        self.made: dict[int, Any] = {id(old): new}

    def of(self, part: Any) -> Any:
        if isinstance(part, tuple):
            parts = tuple(self.of(one) for one in part)
            return part if all(one is other for one, other in zip(part, parts, strict=True)) else parts
        if type(part).__module__ != c.__name__:
            return part
        if id(part) not in self.made:
            old = {name: getattr(part, name) for name in part.__slots__}
            new = {name: self.of(value) for name, value in old.items()}
            changed = any(new[name] is not old[name] for name in old)
            self.made[id(part)] = replace(part, **new) if changed else part
        return self.made[id(part)]


# --- types ----------------------------------------------------------------------------------------------


def type_of(node: c.Core, scope: Scope, program: Program) -> Type | None:
    """The type of a checked expression; None where it does not matter to any mutation."""
    declared = program.declarations
    match node:
        case c.Slot(index):
            return scope[index] if index < len(scope) else None
        case c.Field(record, name):
            owner = type_of(record, scope, program)
            fact = declared.records[owner.record].facts.get(name) if isinstance(owner, RecordOf) else None
            return fact.type if fact is not None else None
        case c.Value(key, _):
            return program.quantities[key].type
        case c.Series(name, _):
            return program.parameters[name].type
        case c.Const(bool()):
            return YesNo()
        case c.Const(_, "date") | c.Shift():
            return Date()
        case c.Logic() | c.Fold("some") | c.DayFold("some"):
            return YesNo()
        case c.Round(_, _, inner) | c.Neighbour(inner, _) | c.Select(inner, _):
            return type_of(inner, scope, program)
        case c.Case(branches, _):
            return type_of(branches[0][1], scope, program)
        case c.Apply(op, args):
            return _of_operation(op, args, scope, program)
        case _:
            return _of_list(node, scope, program)


def _of_operation(op: str, args: tuple[c.Core, ...], scope: Scope, program: Program) -> Type | None:
    if op in _TESTS:
        return YesNo()
    if op in _DAYS:
        return Date()
    if op in ("month_of", "next_month", "previous_month"):
        return Month()
    if op == "span":
        return Days()
    return type_of(args[0], scope, program) if op in ("+", "-", "min", "max") else Number()


def _of_list(node: c.Core, scope: Scope, program: Program) -> Type | None:
    match node:
        case c.Fold(_, source, _, body) | c.Flatten(source, body):
            kind = element(source, scope, program)
            return type_of(body, (*scope, kind), program) if body is not None else kind
        case c.Months():
            return ListOf(Month())
        case c.Members(group):
            kind = type_of(group, scope, program)
            members = program.declarations.members
            found = [name for name, gathered in members.items() if isinstance(kind, RecordOf) and gathered == kind.record]
            return ListOf(RecordOf(found[0])) if found else None
        case c.Single(item):
            kind = type_of(item, scope, program)
            return ListOf(kind) if kind is not None else None
        case c.GroupOf(group, _):
            return RecordOf(group)
        case c.Groups(group):
            return ListOf(RecordOf(group))
        case _:
            return None


def element(source: c.Core, scope: Scope, program: Program) -> Type | None:
    """The type of the elements of a list."""
    kind = type_of(source, scope, program)
    return kind.item if isinstance(kind, ListOf) else None
