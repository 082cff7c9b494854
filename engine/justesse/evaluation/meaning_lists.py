"""What lists mean: filtered, gathered, observed element by element; neighbours and groups. Each element takes the next slot."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from justesse.evaluation.bounding import fold_in_part
from justesse.evaluation.compiled import Compile, Env, Meaning
from justesse.evaluation.facts import Record
from justesse.evaluation.indexes import Key, keys_of
from justesse.evaluation.operations import fixed
from justesse.program import core as c
from justesse.values.numbers import total
from justesse.values.states import NOTHING, NotApplicable, Partial, State, joined

# --- filtering ----------------------------------------------------------------------------------------


def _optional(node: c.Core | None, compiled: Compile) -> Meaning | None:
    return compiled(node) if node is not None else None


def _select(node: c.Select, compiled: Compile) -> Meaning:
    """The elements that pass, in order; one in doubt leaves the list in doubt."""
    source, where, keys = compiled(node.source), _optional(node.where, compiled), keys_of(node.where, compiled)
    first, last = node.first, node.last

    def select(e: Any, env: Env) -> object:
        elements: Any = source(e, env)
        if isinstance(elements, State) or not elements:
            return elements
        kept = passing(e, env, elements, where, keys) if where is not None else elements
        if isinstance(kept, State):
            return kept
        if first is not None:
            kept = kept[:first]
        return tuple(kept[-last:] if last is not None else kept)

    return select


def passing(e: Any, env: Env, elements: tuple[object, ...], where: Meaning, keys: tuple[Key, ...]) -> list[object] | State:
    """The elements for which a condition holds, or the first doubt."""
    kept: list[object] = []
    candidates, test = e.indexes.candidates(e, keys, env, elements, where) if keys else (elements, where)
    if test is None:
        return list(candidates)
    for element in candidates:
        held = test(e, env + (element,))  # noqa: RUF005 (quicker)
        if held is True:
            kept.append(element)
        elif isinstance(held, State) and held.__class__ is not NotApplicable:
            return held
    return kept


# --- observing ----------------------------------------------------------------------------------------


def _exists(node: c.Fold, compiled: Compile) -> Meaning:
    """Kleene's *or* over a list: one element that holds decides, whatever the doubts about the others."""
    listed, test = node.source, node.where
    match listed:
        case c.Select(unfiltered, only, None, None) if test is None:
            listed, test = unfiltered, only
    source, where, keys = compiled(listed), _optional(test, compiled), keys_of(test, compiled)

    def exists(e: Any, env: Env) -> object:
        elements: Any = source(e, env)
        if isinstance(elements, State):
            return elements
        if where is None:
            return bool(elements)
        candidates, test = e.indexes.candidates(e, keys, env, elements, where) if keys else (elements, where)
        if test is None:
            return bool(candidates)
        some, doubts = False, list[State]()
        for element in candidates:
            held = test(e, (*env, element))  # every element is looked at: the trace shows them all
            if held is True:
                some = True
            elif isinstance(held, State) and held.__class__ is not NotApplicable:
                doubts.append(held)
        return some or (joined(doubts) if doubts else False)

    return exists


def _fold(node: c.Fold, compiled: Compile) -> Meaning:
    """An observer: doubts are gathered, elements without object are left out."""
    if node.kind == "some":
        return _exists(node, compiled)
    source, where, keys = compiled(node.source), _optional(node.where, compiled), keys_of(node.where, compiled)
    body, kind, result = _optional(node.body, compiled), node.kind, _result_of(node.kind)

    def fold(e: Any, env: Env) -> object:
        elements: Any = source(e, env)
        if isinstance(elements, State):
            return elements
        if not elements:
            return result(e, [])
        values: list[Any] = []
        perhaps: list[Any] = []
        doubts: list[State] = []
        candidates, test = e.indexes.candidates(e, keys, env, elements, where) if keys else (elements, where)
        for element in candidates:
            inner = env + (element,)  # noqa: RUF005 (quicker)
            held = test(e, inner) if test is not None else True
            if held is True:
                value = body(e, inner) if body is not None else element
                if value.__class__ is not NotApplicable or body is None:
                    values.append(value)
            elif isinstance(held, State) and held.__class__ is not NotApplicable:
                doubts.append(held)
                if e.bounded:
                    perhaps.append(body(e, inner) if body is not None else element)
        if e.bounded and (perhaps or any(isinstance(value, Partial) for value in values)):
            return fold_in_part(kind, [fixed(e, one) for one in values], [fixed(e, one) for one in perhaps], doubts)
        doubts += [value for value in values if isinstance(value, State)]
        return joined(doubts) if doubts else result(e, values)

    return fold


Result = Callable[[Any, list[Any]], object]
_PLACES = {"first": 0, "last": -1, "second": 1, "third": 2}


def _result_of(kind: str) -> Result:
    """What an observer makes of known values."""
    if kind in _PLACES:
        place = _PLACES[kind]
        return lambda e, values: values[place] if len(values) > max(place, 0) else NOTHING
    return _RESULTS[kind]


def _sum(e: Any, values: list[Any]) -> object:
    return total([fixed(e, value) for value in values])


def _mean(e: Any, values: list[Any]) -> object:
    return Fraction(total([fixed(e, value) for value in values])) / len(values) if values else NOTHING


_RESULTS: dict[str, Result] = {
    "count": lambda e, values: len(values),
    "sum": _sum,
    "mean": _mean,
    "greatest": lambda e, values: max(fixed(e, value) for value in values) if values else NOTHING,
    "least": lambda e, values: min(fixed(e, value) for value in values) if values else NOTHING,
}

# --- making lists -------------------------------------------------------------------------------------


def _flatten(node: c.Flatten, compiled: Compile) -> Meaning:
    source, body = compiled(node.source), compiled(node.body)

    def flatten(e: Any, env: Env) -> object:
        elements: Any = source(e, env)
        if isinstance(elements, State):
            return elements
        lists = [body(e, (*env, element)) for element in elements]
        doubts = [one for one in lists if isinstance(one, State) and not isinstance(one, NotApplicable)]
        if doubts:
            return joined(doubts)
        return tuple(dict.fromkeys(one for part in lists if isinstance(part, tuple) for one in part))

    return flatten


def _months(node: c.Months, compiled: Compile) -> Meaning:
    first, last = compiled(node.first), compiled(node.last)

    def months(e: Any, env: Env) -> object:
        start, end = first(e, env), last(e, env)
        states = [value for value in (start, end) if isinstance(value, State)]
        return joined(states) if states else tuple(range(int(fixed(e, start)), int(fixed(e, end)) + 1))

    return months


def _options(node: c.Options, _: Compile) -> Meaning:
    values = node.values
    return lambda e, env: values


def _single(node: c.Single, compiled: Compile) -> Meaning:
    item = compiled(node.item)

    def single(e: Any, env: Env) -> object:
        value = item(e, env)
        return value if isinstance(value, State) else (value,)

    return single


# --- neighbours and groups ----------------------------------------------------------------------------


def _neighbour(node: c.Neighbour, compiled: Compile) -> Meaning:
    """The next element, one way or the other."""
    element, step = compiled(node.element), node.step

    def neighbour(e: Any, env: Env) -> object:
        record = element(e, env)
        if isinstance(record, State):
            return record
        assert isinstance(record, Record)
        place, siblings = record.position + step, record.siblings
        return siblings[place] if 0 <= place < len(siblings) else NotApplicable("neighbour")

    return neighbour


def _members(node: c.Members, compiled: Compile) -> Meaning:
    group = compiled(node.group)

    def members(e: Any, env: Env) -> object:
        value: Any = group(e, env)
        return value if isinstance(value, State) else value.members

    return members


def _group_of(node: c.GroupOf, compiled: Compile) -> Meaning:
    kind, member = node.group, compiled(node.record)

    def group_of(e: Any, env: Env) -> object:
        record = member(e, env)
        return record if isinstance(record, State) else e.groups.of(e, kind, record)

    return group_of


def _groups(node: c.Groups, _: Compile) -> Meaning:
    kind = node.group
    return lambda e, env: e.groups.all(e, kind)


FAMILY: dict[type, Callable[[Any, Compile], Meaning]] = {
    c.Fold: _fold, c.Select: _select, c.Flatten: _flatten, c.Months: _months, c.Options: _options, c.Single: _single,
    c.Neighbour: _neighbour, c.Members: _members, c.GroupOf: _group_of, c.Groups: _groups,
}  # fmt: skip
