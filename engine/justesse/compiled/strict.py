"""What a dossier needs of each of its records whatever it says, computed at the start: then read without asking if it is there.

Strictness, found in the text once it is written: a quantity of one record is strict when a line shown or a notice reads it of
that record on every way through, or when a strict quantity of that record does. Beside them, what a loop reads and only facts
of the record decide: it costs less than asking. Computed where it was not needed, such a value is never wrong; an unknown fact
leaves the dossier to evaluation. Changes no value; writes no expression.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from justesse.compiled.lowering import Lowering
from justesse.compiled.subset import called_from
from justesse.program.program import Quantity
from justesse.program.types import RecordOf

_HEAD = re.compile(r"def (\w+)\(")
_ASKED = re.compile(r"( +)if (\w+) < NA:")
_CALL = re.compile(r"\b([a-z]+\d+s?)\(")
_MEMBERS = re.compile(r"\bN(\d+)[GFLO]\[")
_COMPUTED = re.compile(r" +\w+ = q(\d+)\((.*)\)")
_SHOWN = re.compile(r"[wz]\d+(_\d+)?")
_OWN = ("a1", "0")
"""The record that the reader is of, and the subject of the case."""


@dataclass(frozen=True)
class _Part:
    """A function of the text."""

    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called by."""
        found = _HEAD.match(self.lines[0])
        assert found is not None
        return found[1]

    @cached_property
    def called(self) -> frozenset[str]:
        """The functions that it calls, and those that make the groups whose members it reads."""
        body = self.lines[1:]
        groups = (f"g{number}" for line in body for number in _MEMBERS.findall(line))
        return frozenset([*groups, *(name for line in body for name in _CALL.findall(line))])

    @cached_property
    def asked(self) -> "tuple[_Asked, ...]":
        """The quantities that it asks for, where it asks whether they are there."""
        return tuple(self._asked())

    def certain(self) -> set[int]:
        """Those of its own record that it asks for on every way through: under no condition, before it may give back anything."""
        end = next((place for place, line in enumerate(self.lines) if line.lstrip().startswith("return")), len(self.lines))
        return {one.number for one in self.asked if one.depth == 1 and one.place < end and one.of in _OWN}

    def _asked(self) -> "Iterator[_Asked]":
        for place, line in enumerate(self.lines):
            if (test := _ASKED.fullmatch(line)) and (call := _COMPUTED.fullmatch(self.lines[place + 1])):
                yield _Asked(place, int(call[1]), call[2], len(test[1]) // 4)

    def turns_at(self, asked: "_Asked") -> bool:
        """Whether a loop is around it."""
        around = asked.depth
        for line in reversed(self.lines[1 : asked.place]):
            depth = (len(line) - len(line.lstrip())) // 4
            if depth < around:
                around = depth
                if line.lstrip().startswith("while "):
                    return True
        return False

    def without(self, known: Container[int], made: Container[str]) -> str:
        """The text of it, when these quantities are known and these groups made."""
        gone = {place for one in self.asked if one.number in known for place in (one.place, one.place + 1)}
        kept = (line for place, line in enumerate(self.lines) if place not in gone)
        return "\n".join(line.replace(line.strip(), "pass") if line.strip() in made else line for line in kept)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A quantity read: the place of the question, its number, what it is read of, how deep."""

    place: int
    number: int
    of: str
    depth: int


def computed_first(lo: Lowering, parts: list[str], left: Container[str]) -> list[str]:
    """The functions of a text, with one that computes what is computed first; `lo.strict` says what. `left`: never these."""
    if not parts:
        return parts
    some = [_Part(tuple(one.split("\n"))) for one in re.split(r"\n(?=def )", "\n".join(parts))]
    by_number = {lo.number(one): one for one in lo.program.quantities.values() if _may_be(one) and one.key not in left}
    own = _own_groups(lo)
    calls = {one.name: one.called | own.get(one.name, frozenset()) for one in some}
    chosen = _strict(some, by_number) | _light(some, by_number)
    reached = {number: called_from(calls[f"q{number}"], calls) for number in chosen}
    levels = _levels(reached)
    if not levels:
        return parts
    lo.strict = tuple(by_number[number].key for number in levels)
    first = _first(lo, {by_number[number]: level for number, level in levels.items()}, reached)
    made = frozenset(line.strip() for line in first if line.startswith("    g"))
    return [*(one.without(levels.keys(), made) for one in some), "\n".join(first)]


def _own_groups(lo: Lowering) -> dict[str, frozenset[str]]:
    """The function of each quantity → what makes the groups that it is of: there is none of them before."""
    makers = {group: f"g{lo.names.records[group]}" for group in lo.program.declarations.members.values()}
    return {
        f"q{lo.number(one)}": frozenset(makers[subject.name] for subject in one.subjects if subject.name in makers)
        for one in lo.program.quantities.values()
    }


def _may_be(one: Quantity) -> bool:
    """A quantity of one record; what may come back to itself must say that it is being computed."""
    return len(one.subjects) == 1 and isinstance(one.subjects[0].kind, RecordOf) and not (one.by_day or one.knotted)


def _strict(parts: list[_Part], candidates: Iterable[int]) -> set[int]:
    """Those that every way through something shown reads, and what every way through these reads."""
    reads = {one.name: one.certain() for one in parts}
    found, fresh = set[int](), {number for name, some in reads.items() if _SHOWN.fullmatch(name) for number in some}
    while fresh := (fresh & set(candidates)) - found:
        found |= fresh
        fresh = {inner for number in fresh for inner in reads.get(f"q{number}", ())}
    return found


def _light(parts: list[_Part], candidates: Iterable[int]) -> set[int]:
    """Those that a loop reads and that call nothing."""
    calling = {one.name for one in parts if one.called or any("while " in line for line in one.lines)}
    looped = {ask.number for one in parts for ask in one.asked if one.turns_at(ask)}
    return {number for number in looped & set(candidates) if f"q{number}" not in calling}


def _levels(reached: dict[int, set[str]]) -> dict[int, int]:
    """Each of them, by its level: what is read, through whatever lies between, is a level below what reads it."""
    alone = {number: some for number, some in reached.items() if f"q{number}" not in some}
    levels: dict[int, int] = {}
    for number in sorted(alone, key=lambda one: sum(f"q{other}" in alone[one] for other in alone)):
        levels[number] = 1 + max((level for other, level in levels.items() if f"q{other}" in alone[number]), default=0)
    return levels


def _first(lo: Lowering, levels: dict[Quantity, int], reached: dict[int, set[str]]) -> list[str]:
    """The function that computes them: level by level, all those of a kind for each of its records; groups are made before."""
    declared, lines = lo.program.declarations, ["def strict():"]
    groups = [f"g{lo.names.records[group]}" for group in declared.members.values()]
    ordered = sorted(levels, key=lambda one: (levels[one], _kind(one), lo.number(one)))
    batches = groupby(ordered, key=lambda one: (levels[one], _kind(one)))
    for (_, kind), some in batches:
        numbers = [lo.number(one) for one in some]
        needed = set[str]().union(*[reached[number] for number in numbers])
        lines += [f"    {name}()" for name in groups if name in needed and f"    {name}()" not in lines]
        if kind == declared.root:
            lines += [f"    q{number}(0)" for number in numbers]
            continue
        count = lo.names.count(kind) + ("G[0]" if declared.records[kind].members else "")
        calls = [f"        q{number}(i)" for number in numbers]
        lines += ["    i = 0", f"    while i < {count}:", *calls, "        i = i + 1"]
    return [*lines, "    return 0", "", ""]


def _kind(one: Quantity) -> str:
    """The kind of record that it is of."""
    return one.subjects[0].name
