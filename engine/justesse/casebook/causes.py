"""Why two decisions of one case differ: their traces walked down together, from a figure to what made it differ.

A cause is a sentence retained on one side only, a figure or a fact whose value differs. Nearest to the figure first. Reads
the traces; computes nothing, words nothing.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, zip_longest
from typing import Literal

from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.evaluation.trace import Instance, Step, Tried, Verdict
from justesse.explanation.inputs import Input, steps_of, used
from justesse.explanation.kinds import kind_of, of_value
from justesse.explanation.trace_json import exact_text
from justesse.explanation.wording import record_text
from justesse.program.types import Date, Type
from justesse.values.moving import Moving
from justesse.values.ranges import alike

Sort = Literal["sentence", "figure", "fact", "parameter"]
_DECIDING: tuple[Verdict, ...] = ("retained", "open")
"""What makes a value, known or open."""
Key = tuple[str, str, str]
Pair = tuple[Instance | None, Instance | None]
Named = tuple[str, str]
"""Identifier and version of a sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Cause:
    """One thing that differs: verdicts of a sentence, values of the rest; None where a side has not got it.

    `about` is whose it is, in words, empty for the subject of the case; `type` is that of the values.
    """

    sort: Sort
    name: str
    about: str
    before: object
    after: object
    type: Type | None = None
    sources: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What makes two causes the same."""
        return self.sort, self.name, self.about


def causes(pairs: Sequence[Pair], day: int, decisions: tuple[Decision, Decision]) -> list[Cause]:
    """What makes these instances of two decisions differ on a day, each thing once."""
    return _Walk(day, decisions).all(pairs)


class _Walk:
    def __init__(self, day: int, decisions: tuple[Decision, Decision]) -> None:
        self.day = day
        self.decisions = decisions
        self.declared = decisions[1].program.declarations
        self.records = [set(self._names(one.root)) for one in decisions]
        self.seen: set[tuple[int, int]] = set()

    def all(self, pairs: Sequence[Pair]) -> list[Cause]:
        """Breadth first: what is met near the figure is told first."""
        found: dict[Key, Cause] = {}
        layer = list(pairs)
        while layer:
            deeper: list[Pair] = []
            for before, after in layer:
                if (id(before), id(after)) not in self.seen:
                    self.seen.add((id(before), id(after)))
                    for one in self._of(before, after, deeper):
                        found.setdefault(one.key, one)
            layer = deeper
        return list(found.values())

    def _of(self, before: Instance | None, after: Instance | None, deeper: list[Pair]) -> Iterator[Cause]:
        """The causes that two instances of a quantity show, and the instances under them that differ."""
        yield from self._sentences(before, after)
        if before is None or after is None:
            return
        told = {name for one in (before, after) for name, verdict in _verdicts(one).items() if verdict in _DECIDING}
        for pair in _paired(self._inputs(before, told), self._inputs(after, told)):
            left, right = self._both(*pair)
            values = self._value(left, before), self._value(right, after)
            one = right or left
            assert one is not None
            if one.sort == "observer" or _same(*values) or not self._comparable(left, right):
                continue
            if left is not None and right is not None and one.sort == "quantity":
                deeper.append((left.instance, right.instance))
            sort: Sort = "figure" if one.sort == "quantity" else one.sort
            yield Cause(sort, one.name, self._about(one), *values, kind_of(one.step, self.declared))

    def _both(self, before: Input | None, after: Input | None) -> tuple[Input | None, Input | None]:
        """What made an element kept on one side, with the same of that element on the other, where it was not kept."""
        if before is None and after is not None:
            return self._other(after, 0), after
        return before, before and (after or self._other(before, 1))

    def _other(self, one: Input, side: int) -> Input | None:
        if one.instance is None or one.within is None:
            return None
        found = self.elsewhere[side].get((one.instance.quantity.key, *_owner(one)))
        return replace(one, step=Step(one.step.node, found.value, (found,))) if found is not None else None

    @cached_property
    def elsewhere(self) -> list[dict[Key, Instance]]:
        """The quantities decided on each side, but for those of days."""
        instances = (side.evaluator.instances() if side.evaluator is not None else () for side in self.decisions)
        return [{(one.quantity.key, *_owner_of(one)): one for one in some if one.first is None} for some in instances]

    def _comparable(self, before: Input | None, after: Input | None) -> bool:
        """Whether both sides looked at it; a fact of a record that a side has not got is told too."""
        if before is not None and after is not None:
            return True
        one, records = (after, self.records[0]) if after is not None else (before, self.records[1])
        return one is not None and one.sort == "fact" and self._about(one) not in records

    def _sentences(self, before: Instance | None, after: Instance | None) -> Iterator[Cause]:
        """The sentences retained on one side only."""
        sides = [_verdicts(one) if one is not None else {} for one in (before, after)]
        clauses = {_named(one): one.clause for side in (before, after) if side is not None for one in side.tried}
        one = after or before
        assert one is not None
        for name in dict.fromkeys((*sides[1], *sides[0])):
            pair = sides[0].get(name), sides[1].get(name)
            if name[0] and (pair[0] == "retained") != (pair[1] == "retained"):
                yield Cause("sentence", " ".join(filter(None, name)), self._owner(one), *pair, None, clauses[name].sources)

    def _inputs(self, instance: Instance, told: set[Named]) -> list[Input]:
        """What was looked at by the sentences that decide on a side; facts that a sentence only supplies."""
        steps = [step for one in instance.tried if _named(one) in told for step in steps_of(one)]
        return used(instance.fact, *steps)

    # --- values and names ----------------------------------------------------------------------------

    def _names(self, root: Record) -> Iterator[str]:
        """The records of a case, as they are named; the subject is everywhere."""
        listed = (one for value in root.fields.values() if isinstance(value, tuple) for one in value)
        return chain([""], (self._subject(one) for one in listed))

    def _value(self, one: Input | None, within: Instance) -> object:
        """The value used, on the day when it moves with days."""
        if one is None:
            return None
        value = one.step.value
        if isinstance(value, Moving):
            return value.at(self.day - within.first) if within.first is not None else value.value
        return record_text(value, self.declared) if isinstance(value, Record) else value

    def _about(self, one: Input) -> str:
        if one.instance is not None:
            return self._owner(one.instance)
        first = one.step.parts[0] if one.step.parts else None
        owner = first.value if isinstance(first, Step) else None
        if one.sort == "parameter":
            return exact_text(owner.value if isinstance(owner, Moving) else owner, Date())
        return self._subject(owner)

    def _owner(self, instance: Instance) -> str:
        """Whose a quantity is; the days of a run are not said."""
        args = instance.args[:-1] if instance.first is not None else instance.args
        return ", ".join(filter(None, map(self._subject, args)))

    def _subject(self, value: object) -> str:
        if isinstance(value, Record):
            return "" if value.type == self.declared.root else record_text(value, self.declared)
        return "" if value is None else exact_text(value, of_value(value))


def _named(one: Tried) -> Named:
    return one.clause.identifier, one.clause.version


def _verdicts(instance: Instance) -> dict[Named, Verdict]:
    return {(clause.identifier, clause.version): verdict for clause, verdict, *_ in instance.found}


def _paired(before: list[Input], after: list[Input]) -> Iterator[tuple[Input | None, Input | None]]:
    """The same thing on both sides: same name and owner, in order; then quantities left, of one name and of the same months,
    when they are as many: their owner may be named after a date that was changed."""
    sides: list[dict[tuple[str, str, str, str], list[Input]]] = [defaultdict(list), defaultdict(list)]
    for side, inputs in zip(sides, (before, after), strict=True):
        for one in inputs:
            side[(one.sort, one.name, *_owner(one))].append(one)
    left: list[dict[tuple[str, str, str], list[Input]]] = [defaultdict(list), defaultdict(list)]
    for key in dict.fromkeys((*sides[0], *sides[1])):
        both = sides[0].get(key, []), sides[1].get(key, [])
        if all(both):
            yield from zip_longest(*both)
        else:
            left[0 if both[0] else 1][key[0], key[1], key[3]].extend(both[0] or both[1])
    for name in dict.fromkeys((*left[0], *left[1])):
        both = left[0].get(name, []), left[1].get(name, [])
        if len(both[0]) == len(both[1]) and name[0] == "quantity":
            yield from zip(*both, strict=True)
        else:
            yield from ((one, None) for one in both[0])
            yield from ((None, one) for one in both[1])


def _owner(one: Input) -> tuple[str, str]:
    """Enough to find the same owner on the other side: its records; its months, choices."""
    if one.sort == "parameter":
        return "", ""
    if one.instance is not None:
        return _owner_of(one.instance)
    first = one.step.parts[0] if one.step.parts else None
    owner = first.value if isinstance(first, Step) else None
    return record_text(owner) if isinstance(owner, Record) else "", ""


def _owner_of(instance: Instance) -> tuple[str, str]:
    args = instance.args[:-1] if instance.first is not None else instance.args
    records = ", ".join(record_text(arg) for arg in args if isinstance(arg, Record))
    return records, ", ".join(str(arg) for arg in args if not isinstance(arg, Record))


def _same(one: object, other: object) -> bool:
    if isinstance(one, tuple) and isinstance(other, tuple):
        return [_plain(each) for each in one] == [_plain(each) for each in other]
    return alike(one, other)


def _plain(value: object) -> object:
    return record_text(value) if isinstance(value, Record) else value
