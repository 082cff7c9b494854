"""What each node means, compiled once: a node becomes a function of the evaluator and the environment that gives its value.

Values only: what a value rests on is unfolded later (`unfold`). A meaning depends on its node alone, so it is kept on the
node and shared by every case and every program that holds it. This module has the leaves, the logic and the list of
families; knows no quantity.
"""

from collections.abc import Callable
from typing import Any

from justesse.evaluation import meaning_days, meaning_lists, meaning_numbers
from justesse.evaluation.compiled import Compile, Env, Meaning
from justesse.evaluation.facts import Record
from justesse.program import core as c
from justesse.values.moving import Moving
from justesse.values.states import NOTHING, NotApplicable, State, joined


def meaning(node: c.Core) -> Meaning:
    """The meaning of a node, compiled the first time."""
    try:
        return node.meaning  # type: ignore[no-any-return]
    except AttributeError:
        made = _FAMILIES[type(node)](node, meaning)
        object.__setattr__(node, "meaning", made)
        return made


def _const(node: c.Const, _: Compile) -> Meaning:
    value = node.value
    return lambda e, env: value


def _slot(node: c.Slot, _: Compile) -> Meaning:
    index = node.index
    return lambda e, env: env[index]


def _field(node: c.Field, compiled: Compile) -> Meaning:
    """A fact; a state in place of the record goes through."""
    name, owner = node.name, compiled(node.record)
    if isinstance(node.record, c.Slot):
        return _field_of_slot(node.record.index, name)

    def field(e: Any, env: Env) -> object:
        record: Any = owner(e, env)
        return record.fields.get(name, NOTHING) if record.__class__ is Record else record

    return field


def _field_of_slot(index: int, name: str) -> Meaning:
    """Written apart: the hottest leaf of all."""

    def field_of_slot(e: Any, env: Env) -> object:
        record: Any = env[index]
        return record.fields.get(name, NOTHING) if record.__class__ is Record else record

    return field_of_slot


def _value(node: c.Value, compiled: Compile) -> Meaning:
    """A quantity: from memory when it is there, else computed."""
    match node.args:
        case (c.Slot(index),):
            return _value_of_slot(node.quantity, index)
        case (c.Slot(index), c.Slot(second)):
            return _value_of_two_slots(node.quantity, index, second)
    key, args = node.quantity, tuple(compiled(arg) for arg in node.args)

    def value(e: Any, env: Env) -> object:
        given = tuple([arg(e, env) for arg in args])
        found = e.memo.get((key, *given))
        return found.value if found is not None else e.read(key, given)

    return value


def _value_of_slot(key: str, index: int) -> Meaning:
    """Written apart: a quantity of one subject."""

    def value_of_slot(e: Any, env: Env) -> object:
        place = (key, env[index])
        found = e.memo.get(place)
        return found.value if found is not None else e.read(key, place[1:])

    return value_of_slot


def _value_of_two_slots(key: str, index: int, second: int) -> Meaning:
    """Written apart: a quantity of an owner and a day, most often of the run being decided."""

    def value_of_two_slots(e: Any, env: Env) -> object:
        owner, day, context = env[index], env[second], e.context
        if context is not None and day is context.day:
            return e.days.now(e, context, e.program.quantities[key], owner)
        found = e.memo.get((key, owner, day))
        return found.value if found is not None else e.read(key, (owner, day))

    return value_of_two_slots


def _logic(node: c.Logic, compiled: Compile) -> Meaning:
    """Kleene's and / or: stops at the first operand that decides; what has no object fails, so it decides an « et »."""
    items = tuple(compiled(item) for item in node.items)
    return _all_of(items) if node.kind == "all" else _any_of(items)


def _all_of(items: tuple[Meaning, ...]) -> Meaning:
    def all_of(e: Any, env: Env) -> object:
        doubts: list[State] = []
        for item in items:
            value = item(e, env)
            if value is True:
                continue
            if value is False or value.__class__ is NotApplicable:
                return False
            if isinstance(value, State):
                doubts.append(value)
        return joined(doubts) if doubts else True

    return all_of


def _any_of(items: tuple[Meaning, ...]) -> Meaning:
    def any_of(e: Any, env: Env) -> object:
        doubts: list[State] = []
        for item in items:
            value = item(e, env)
            if value is True:
                return True
            if isinstance(value, State) and value.__class__ is not NotApplicable:
                doubts.append(value)
        return joined(doubts) if doubts else False

    return any_of


def _case(node: c.Case, compiled: Compile) -> Meaning:
    """The first branch that holds; a test in doubt leaves the whole in doubt."""
    branches = tuple((compiled(test), compiled(value)) for test, value in node.branches)
    otherwise = compiled(node.otherwise) if node.otherwise is not None else None

    def case(e: Any, env: Env) -> object:
        for test, chosen in branches:
            held = test(e, env)
            if held is True:
                return chosen(e, env)
            if isinstance(held, State) and held.__class__ is not NotApplicable:
                return held
        return otherwise(e, env) if otherwise is not None else NOTHING

    return case


_FAMILIES: dict[type, Callable[[Any, Compile], Meaning]] = {
    c.Const: _const, c.Slot: _slot, c.Field: _field, c.Value: _value, c.Logic: _logic, c.Case: _case,
    **meaning_numbers.FAMILY, **meaning_lists.FAMILY, **meaning_days.FAMILY,
}  # fmt: skip
