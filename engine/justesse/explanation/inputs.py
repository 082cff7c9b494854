"""What a sentence used: the facts, parameters, quantities and observers met in its steps, in the order they were met.

Stops at instances: what a quantity rests on is its own affair.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from justesse.evaluation.trace import Instance, Step, Tried
from justesse.program import core as c

Sort = Literal["quantity", "fact", "parameter", "observer"]


@dataclass(frozen=True, slots=True, eq=False)
class Input:
    """One thing used; `within` is the observer of which it is an element."""

    name: str
    sort: Sort
    step: Step
    within: Step | None = None

    @property
    def instance(self) -> Instance | None:
        """The quantity itself."""
        first = self.step.parts[0] if self.step.parts else None
        return first if self.sort == "quantity" and isinstance(first, Instance) else None

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes two inputs the same thing."""
        if self.instance is not None:
            return (id(self.instance),)
        if self.sort == "observer" or not self.step.parts:
            return (id(self.step),)
        owner = self.step.parts[0].value
        return (self.name, owner if isinstance(owner, int) else id(owner))


def used(*steps: Step | None) -> list[Input]:
    """The inputs of these steps, each once."""
    found: dict[tuple[object, ...], Input] = {}
    for step in steps:
        if step is not None:
            for one in _met(step, None):
                found.setdefault(one.identity, one)
    return list(found.values())


def steps_of(tried: Tried) -> tuple[Step | None, ...]:
    """Everything a sentence evaluated; a yes/no rule's value is its condition."""
    value = tried.value if tried.value is not tried.condition else None
    return (*tried.dates, tried.condition, value)


def _met(step: Step, within: Step | None) -> Iterator[Input]:
    node = step.node
    match node:
        case c.Value():
            if step.parts and isinstance(step.parts[0], Instance):
                yield Input(step.parts[0].quantity.name, "quantity", step, within)
            return
        case c.Field():
            yield Input(node.name, "fact", step, within)
        case c.Series():
            yield Input(node.parameter, "parameter", step, within)
        case c.DayFold():
            yield Input(_observed(node), "observer", step, within)
        case c.Fold() if node.kind not in ("first", "last", "second", "third"):
            if node.kind != "some":
                yield Input("", "observer", step, within)
            yield from _folded(step, within)
            return
        case c.Select():
            yield from _selected(step, within)
            return
        case _:
            pass
    for part in step.parts:
        yield from _one(part, within)


def _folded(step: Step, within: Step | None) -> Iterator[Input]:
    """The list of an observer, then what it observes of each element; the elements need not be named twice."""
    source, *bodies = step.parts
    assert isinstance(source, Step)
    if isinstance(source.node, c.Select):
        yield from _selected(source, within, named=not bodies)
    elif not (bodies and isinstance(source.node, c.Field)):
        yield from _one(source, within)
    for part in bodies:
        yield from _one(part, step)


def _selected(step: Step, within: Step | None, named: bool = True) -> Iterator[Input]:
    """The elements kept with their quantities; what their filter compares them with is used by the sentence itself."""
    kept = step.value if isinstance(step.value, tuple) else ()
    if kept and named:
        yield Input("", "observer", step, within)
    source, *tests = step.parts
    if not (kept and isinstance(source, Step) and isinstance(source.node, c.Field)):
        yield from _one(source, within)
    for one in (found for part in tests for found in _one(part, within)):
        instance = one.instance
        if instance is not None and any(arg in kept for arg in instance.args):
            if named:
                yield Input(one.name, one.sort, one.step, step)
        elif not (one.sort == "fact" and isinstance(one.step.parts[0], Step) and one.step.parts[0].value in kept):
            yield one


def _one(part: Step | Instance, within: Step | None) -> Iterator[Input]:
    if isinstance(part, Step):
        yield from _met(part, within)


def _observed(node: c.DayFold) -> str:
    """The name of the days observed, or of what is summed over them."""
    looked = node.body if node.kind == "sum" else node.where
    return looked.quantity.partition(" (")[0] if isinstance(looked, c.Value) else ""
