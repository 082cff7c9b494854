"""Lists reached by key: when a filter asks that a fact equal a value, only the elements with that value are tested.

An optimisation, never a truth: the filter is still tested on every candidate, and any larger set of candidates is right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from justesse.evaluation.compiled import Compile, Env, Meaning
from justesse.evaluation.facts import Record
from justesse.evaluation.windows import slots
from justesse.program import core as c
from justesse.values.moving import Moving
from justesse.values.states import State

_SMALL = 8


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """« its `field` is `asked` » for the element in `slot`; `many` when `asked` is a list of values."""

    slot: int
    field: str
    asked: Meaning
    many: bool


def keys_of(where: c.Core | None, compiled: Compile) -> tuple[Key, ...]:
    """The keys that a filter asks for, one a part of it at most."""
    return tuple(key for part in _parts(where) for key in _key(part, compiled))


def _parts(where: c.Core | None) -> Iterator[c.Core]:
    """What must hold together, however the sentence nests it."""
    match where:
        case None:
            return
        case c.Logic("all", items):
            for item in items:
                yield from _parts(item)
        case _:
            yield where


def _key(part: c.Core, compiled: Compile) -> Iterator[Key]:
    match part:
        case c.Apply("=" | "member" as op, (c.Field(c.Slot(index), name), other)) if index not in slots(other):
            yield Key(index, name, compiled(other), op == "member")
        case _:
            pass


class Indexes:
    """The lists indexed so far: the elements of a list by a fact."""

    def __init__(self) -> None:
        self.by_field: dict[tuple[int, str], tuple[object, dict[object, list[object]] | None]] = {}

    def candidates(self, e: Any, keys: tuple[Key, ...], env: Env, elements: tuple[object, ...]) -> Sequence[object]:
        """The elements that a filter may keep."""
        if len(elements) < _SMALL:
            return elements
        key = next((one for one in keys if one.slot == len(env)), None)
        if key is None:
            return elements
        value = key.asked(e, env)
        if isinstance(value, State | Moving):
            return elements
        index = self._index(elements, key.field)
        if index is None:
            return elements
        if not (key.many and isinstance(value, tuple)):
            return index.get(value, ())
        return [one for part in value for one in index.get(part, ())]

    def _index(self, elements: tuple[object, ...], field: str) -> dict[object, list[object]] | None:
        """The elements by a fact; None when the fact is not known of all of them."""
        place = (id(elements), field)
        found = self.by_field.get(place)
        if found is None:
            found = self.by_field[place] = (elements, _by(field, elements))  # the list too, so that its id stays its own
        return found[1]


def _by(field: str, elements: tuple[object, ...]) -> dict[object, list[object]] | None:
    index: dict[object, list[object]] = {}
    for one in elements:
        value = one.fields.get(field) if isinstance(one, Record) else None
        if value is None or isinstance(value, State):
            return None
        index.setdefault(value, []).append(one)
    return index
