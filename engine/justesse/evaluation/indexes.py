"""Lists reached by key: when a filter asks that a fact equal a value, only the elements with that value are tested.

An optimisation, never a truth: the rest of the filter is tested on each of them.
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
    """« its `field` is `asked` » for the element in `slot`; `many` when `asked` is a list of values.

    Without a field, the element itself is one of the list asked.
    `rest` is what the filter still asks of the elements found so, None when that is all.
    """

    slot: int
    field: str
    asked: Meaning
    many: bool
    rest: Meaning | None


def keys_of(where: c.Core | None, compiled: Compile) -> tuple[Key, ...]:
    """The keys that a filter asks for, one a part of it at most."""
    parts = tuple(_parts(where))
    return tuple(key for place, part in enumerate(parts) for key in _key(part, (*parts[:place], *parts[place + 1 :]), compiled))


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


def _key(part: c.Core, others: tuple[c.Core, ...], compiled: Compile) -> Iterator[Key]:
    match part:
        case c.Apply("=" | "member" as op, (c.Field(c.Slot(index), name), other)) if index not in slots(other):
            yield Key(index, name, compiled(other), op == "member", _rest(others, compiled))
        case c.Apply("member", (c.Slot(index), other)) if index not in slots(other):
            yield Key(index, "", compiled(other), True, _rest(others, compiled))
        case _:
            pass


def _rest(others: tuple[c.Core, ...], compiled: Compile) -> Meaning | None:
    return compiled(others[0] if len(others) == 1 else c.Logic("all", others)) if others else None


class Indexes:
    """The lists indexed so far: the elements of a list by a fact."""

    def __init__(self) -> None:
        self.by_field: dict[tuple[int, str], tuple[object, dict[object, list[object]] | None]] = {}

    def candidates(
        self, e: Any, keys: tuple[Key, ...], env: Env, elements: tuple[object, ...], where: Meaning | None
    ) -> tuple[Sequence[object], Meaning | None]:
        """The elements that a filter may keep, those that its most selective key finds, and what is left to ask of them."""
        if len(elements) < _SMALL:
            return elements, where
        fewest: Sequence[object] = elements
        for key in keys:
            if key.slot == len(env) and len(fewest) >= _SMALL:
                found = self._found(e, key, env, elements)
                if found is not None and len(found) <= len(fewest):
                    fewest, where = found, key.rest
        return fewest, where

    def _found(self, e: Any, key: Key, env: Env, elements: tuple[object, ...]) -> Sequence[object] | None:
        """The elements that one key finds, None when it cannot say."""
        value = key.asked(e, env)
        if not key.field:
            return [one for one in elements if one in value] if value.__class__ is tuple else None
        index = self._index(elements, key.field) if not isinstance(value, State | Moving) else None
        if index is None:
            return None
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
