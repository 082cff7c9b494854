"""Lists reached by key: when a filter asks that a fact or a quantity equal a value, only the elements with it are tested.

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
    """« its `name` is `asked` » for the element in `slot`; `many` when `asked` is a list of values.

    `name` is a fact, or a quantity when `computed`; without one, the element itself is in the list asked.
    `rest` is what the filter still asks of the elements found so, None when that is all.
    """

    slot: int
    name: str
    asked: Meaning
    many: bool
    rest: Meaning | None
    computed: bool = False


def keys_of(where: c.Core | None, compiled: Compile) -> tuple[Key, ...]:
    """The keys that a filter asks for, one a part of it at most."""
    parts = tuple(_parts(where))
    return tuple(
        key
        for place, part in enumerate(parts)
        for key in _key(part, (*parts[:place], *parts[place + 1 :]), compiled)
        if not key.computed or place == 0  # what another part leaves out is never computed
    )


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
        case c.Apply("=" | "member" as op, (c.Value(name, (c.Slot(index),)), other)) if index not in slots(other):
            yield Key(index, name, compiled(other), op == "member", _rest(others, compiled), True)
        case c.Apply("member", (c.Slot(index), other)) if index not in slots(other):
            yield Key(index, "", compiled(other), True, _rest(others, compiled))
        case _:
            pass


def _rest(others: tuple[c.Core, ...], compiled: Compile) -> Meaning | None:
    return compiled(others[0] if len(others) == 1 else c.Logic("all", others)) if others else None


def _position(element: Any) -> int:
    """The order of a list: of its records, or of its months."""
    return element.position if element.__class__ is Record else element


class Indexes:
    """The lists indexed so far: the elements of a list by a fact."""

    def __init__(self) -> None:
        self.by_name: dict[tuple[int, str], tuple[object, dict[object, list[Record]] | None]] = {}

    def candidates(
        self, e: Any, keys: tuple[Key, ...], env: Env, elements: tuple[Any, ...], where: Meaning | None
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

    def _found(self, e: Any, key: Key, env: Env, elements: tuple[Any, ...]) -> Sequence[object] | None:
        """The elements that one key finds, None when it cannot say."""
        value = key.asked(e, env)
        if not key.name:
            return [one for one in elements if one in value] if value.__class__ is tuple else None
        index = self._index(e, key, elements) if not isinstance(value, State | Moving) else None
        if index is None:
            return None
        if not (key.many and isinstance(value, tuple)):
            return index.get(value, ())
        return sorted((one for part in dict.fromkeys(value) for one in index.get(part, ())), key=_position)

    def _index(self, e: Any, key: Key, elements: tuple[Record, ...]) -> dict[object, list[Record]] | None:
        """The elements by a fact or a quantity; None when it is not known of all of them."""
        place = (id(elements), key.name)
        found = self.by_name.get(place)
        if found is None:
            if key.computed and e.unfolding:
                return None  # nothing new is computed there
            found = self.by_name[place] = (elements, _by(e, key, elements))  # the list too, so that its id stays its own
        return found[1]


def _by(e: Any, key: Key, elements: tuple[Record, ...]) -> dict[object, list[Record]] | None:
    index: dict[object, list[Record]] = {}
    for one in elements:
        value = e.instance(key.name, (one,)).value if key.computed else one.fields.get(key.name)
        if value is None or isinstance(value, State | Moving):
            return None
        index.setdefault(value, []).append(one)
    return index
