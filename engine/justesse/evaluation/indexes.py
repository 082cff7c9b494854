"""Lists reached by key: when a filter asks that a fact equal a value, only the elements with that value are tested.

An optimisation, never a truth: the filter is still tested on every candidate, and any larger set of candidates is right.
"""

from collections.abc import Callable
from typing import Any

from justesse.evaluation.facts import Record
from justesse.evaluation.trace import Step
from justesse.evaluation.windows import slots
from justesse.program import core as c
from justesse.values.moving import Moving
from justesse.values.states import State

Env = tuple[object, ...]
Key = tuple[str, c.Core, bool]
_SMALL = 8


class Indexes:
    """Mixed into the evaluator."""

    run: Callable[[c.Core, Env], Step]

    def start_indexes(self) -> None:
        """No list was indexed yet."""
        self.keys: dict[int, Key | None] = {}
        self.by_field: dict[tuple[int, str], tuple[tuple[object, ...], dict[object, list[object]]]] = {}

    def candidates(self, where: c.Core | None, env: Env, elements: tuple[object, ...]) -> tuple[object, ...] | list[object]:
        """The elements that a filter may keep."""
        if where is None or len(elements) < _SMALL:
            return elements
        key = self.keys.get(id(where), _ABSENT)
        if key is _ABSENT:
            key = self.keys[id(where)] = _key(where, len(env))
        if key is None:
            return elements
        field, other, many = key
        value = self.run(other, env).value
        if isinstance(value, State | Moving):
            return elements
        index = self._index(elements, field)
        if index is None:
            return elements
        wanted = value if many and isinstance(value, tuple) else (value,)
        return [one for part in wanted for one in index.get(part, ())]

    def _index(self, elements: tuple[object, ...], field: str) -> dict[object, list[object]] | None:
        """The elements by a fact; None when the fact is not known of all of them."""
        place = (id(elements), field)
        found = self.by_field.get(place)
        if found is None:
            index: dict[object, list[object]] = {}
            for one in elements:
                value = one.fields.get(field) if isinstance(one, Record) else None
                index.setdefault(None if isinstance(value, State) else value, []).append(one)
            found = self.by_field[place] = (elements, index)
        return None if None in found[1] else found[1]


_ABSENT: Any = object()


def _key(where: c.Core, slot: int) -> Key | None:
    """(field, value asked, value is a list) when one part of the filter is « its field is … »."""
    parts = where.items if isinstance(where, c.Logic) and where.kind == "all" else (where,)
    for part in parts:
        match part:
            case c.Apply("=", (c.Field(c.Slot(index), name), other)) if index == slot and slot not in slots(other):
                return name, other, False
            case c.Apply("member", (c.Field(c.Slot(index), name), other)) if index == slot and slot not in slots(other):
                return name, other, True
    return None
