"""The facts that could turn a refused value, nearest first: the trace walked down from it, by what decided only.

Of an « et » that fails, the part that failed; of a list, the facts that its filter reads of each element, kept or refused.
Each fact comes with the gaps of the comparisons it was met under. Tries nothing.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.facts import Record
from justesse.evaluation.trace import Instance, Step, Tried
from justesse.explanation.reasons import deciding_parts
from justesse.program import core as c
from justesse.program.declarations import Attribute
from justesse.program.order import children
from justesse.program.types import Choice, Date, Number, YesNo
from justesse.values.moving import Moving
from justesse.values.states import State

Gaps = tuple[Fraction, ...]
_RUNS = 4
"""The most runs of days looked at, of each group."""
_COMPARED = frozenset({"=", "≠", "<", "≤", ">", "≥"})


@dataclass(frozen=True, slots=True, eq=False)
class Lever:
    """A known fact of a record; the gaps of the comparisons above it, the nearest to it first."""

    record: Record
    fact: Attribute
    gaps: Gaps

    @property
    def value(self) -> object:
        """What the case says."""
        return self.record.fields[self.fact.name]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A sentence on the way, the instance it was tried for; `direct` when only yes and no led to it."""

    tried: Tried
    instance: Instance
    direct: bool


def levers(evaluator: Evaluator, instance: Instance, day: int | None = None) -> tuple[list[Lever], list[Ground]]:
    """The facts under an instance that may be proposed as different, and the sentences met; `day` fixes what moves."""
    walk = _Walk(evaluator, day)
    walk.all(instance)
    return list(walk.found.values()), walk.grounds


class _Walk:
    def __init__(self, evaluator: Evaluator, day: int | None) -> None:
        self.evaluator = evaluator
        self.program = program = evaluator.program
        self.day = day
        self.never = program.why_not.never if program.why_not is not None else frozenset[str]()
        self.found: dict[tuple[int, str], Lever] = {}
        self.grounds: list[Ground] = []
        self.waiting: deque[tuple[Instance, Gaps, bool]] = deque()
        self.read: dict[tuple[c.Core, str], tuple[str, ...]] = {}

    def all(self, instance: Instance) -> None:
        """Breadth first, each instance once."""
        self.waiting.append((instance, (), True))
        seen: dict[int, Instance] = {}
        while self.waiting:
            one, gaps, direct = self.waiting.popleft()
            if id(one) not in seen:
                seen[id(one)] = one
                self._instance(one, gaps, direct)

    def _instance(self, instance: Instance, gaps: Gaps, direct: bool) -> None:
        if instance.fact is not None:
            self._step(instance.fact, instance, gaps, False)
        for tried in instance.tried:
            if _matters(tried, instance):
                self.grounds.append(Ground(tried, instance, direct))
                if tried.condition is not None:
                    self._step(tried.condition, instance, gaps, direct)
                if tried.value is not None and tried.value is not tried.condition:
                    self._step(tried.value, instance, gaps, direct and isinstance(instance.quantity.type, YesNo))

    def _step(self, step: Step, instance: Instance, gaps: Gaps, direct: bool) -> None:
        node = step.node
        direct = direct and (isinstance(node, c.Logic | c.Value) or (isinstance(node, c.Apply) and node.op == "not"))
        match node:
            case c.Apply(op) if op in _COMPARED:
                gaps = (*self._gap(step, instance), *gaps)
            case c.Field():
                self._lever(step.parts[0].value, node.name, gaps)
            case c.Fold() | c.Select() | c.Flatten():
                self._elements(node, step.parts[0].value, gaps)
            case c.DayFold():
                self._elements(node, step.parts[0].value, gaps)
                self._days(node, step.parts[0].value, gaps)
            case c.Neighbour() if isinstance(record := step.parts[0].value, Record):
                self._elements(node, record.siblings, gaps)
            case _:
                pass
        for part in deciding_parts(step):
            if isinstance(part, Instance):
                self.waiting.append((part, gaps, direct))
            else:
                self._step(part, instance, gaps, direct)

    def _gap(self, step: Step, instance: Instance) -> Gaps:
        """The distance between the two sides, when both are numbers or days."""
        sides = [self._now(part.value, instance) for part in step.parts]
        known = [Fraction(one) for one in sides if isinstance(one, int | Fraction) and not isinstance(one, bool)]
        return (abs(known[0] - known[1]),) if len(known) == 2 else ()

    def _now(self, value: object, instance: Instance) -> object:
        if not isinstance(value, Moving):
            return value
        inside = self.day is not None and instance.first is not None
        return value.at(self.day - instance.first) if inside else value.value  # type: ignore[operator]

    # --- facts ---------------------------------------------------------------------------------------

    def _lever(self, record: object, name: str, gaps: Gaps) -> None:
        """A fact that is known and may be proposed."""
        if not isinstance(record, Record):
            return
        fact = self.program.declarations.records[record.type].facts.get(name)
        if fact is not None and self._proposed(record, fact):
            self.found.setdefault((id(record), fact.key), Lever(record, fact, gaps))

    def _proposed(self, record: Record, fact: Attribute) -> bool:
        """Never what names a record, what is for information, what several papers say, what the rules set apart."""
        named = fact.name in self.program.declarations.records[record.type].unique
        told = fact.declared.for_information or fact.name in record.statements
        kind = isinstance(fact.type, Number | Date | YesNo | Choice)
        known = not isinstance(record.fields.get(fact.name), State | None)
        return kind and known and not named and not told and fact.key not in self.never

    def _elements(self, node: c.Core, elements: object, gaps: Gaps) -> None:
        """What is read of each element, those that a filter refused too: they leave no trace."""
        for one in elements if isinstance(elements, tuple) else ():
            if isinstance(one, Record):
                for name in self._names(node, one.type):
                    self._lever(one, name, gaps)

    def _days(self, node: c.DayFold, owners: object, gaps: Gaps) -> None:
        """The days of groups that were observed, a few runs of each: no step keeps them."""
        quantities = [self.program.quantities[one.quantity] for one in (node.where, node.body) if isinstance(one, c.Value)]
        groups = [one for one in owners if isinstance(one, Record) and one.members] if isinstance(owners, tuple) else []
        for quantity in (one for one in quantities if one.by_day):
            for owner in groups:
                timeline = self.evaluator.timelines.get((quantity.loop, owner))
                runs = timeline.runs if timeline is not None else []
                found = [run.instances[quantity.key] for run in runs if quantity.key in run.instances]
                counted = [one for one in found if one.value is not False and not isinstance(one.value, State)]
                self.waiting.extend((one, gaps, False) for one in counted[:_RUNS])

    def _names(self, node: c.Core, kind: str) -> tuple[str, ...]:
        key = node, kind
        if key not in self.read:
            self.read[key] = tuple(dict.fromkeys(self._facts_read(node, kind, set())))
        return self.read[key]

    def _facts_read(self, node: c.Core, kind: str, seen: set[str]) -> Iterator[str]:
        """The facts of a kind of record that an expression names, itself or through quantities of that record."""
        match node:
            case c.Field(_, name):
                yield name
            case c.Value(key) if key not in seen:
                seen.add(key)
                quantity = self.program.quantities.get(key)
                if quantity is not None and quantity.subjects and quantity.subjects[0].name == kind:
                    clauses = (*quantity.rules, *quantity.exceptions)
                    inner = (quantity.fact, *(core for one in clauses for core in (one.condition, one.value)))
                    for core in inner:
                        if core is not None:
                            yield from self._facts_read(core, kind, seen)
            case _:
                pass
        for child in children(node):
            yield from self._facts_read(child, kind, seen)


def _matters(tried: Tried, instance: Instance) -> bool:
    """Whether the sentence made the value, or would make another one if it held."""
    if tried.verdict == "retained":
        return True
    given = tried.clause.value
    return tried.verdict in ("failed", "open") and not (isinstance(given, c.Const) and given.value == instance.value)
