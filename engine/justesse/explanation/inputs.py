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
    """One thing used; `inside` when it was met within an observer (an element of a list)."""

    name: str
    sort: Sort
    step: Step
    inside: bool = False

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
        owner = self.step.parts[0].value if self.step.parts else None
        return (self.name, id(owner) if self.sort == "fact" else str(owner), id(self.step) if self.sort == "observer" else 0)


def used(*steps: Step | None) -> list[Input]:
    """The inputs of these steps, each once."""
    found: dict[tuple[object, ...], Input] = {}
    for step in steps:
        if step is not None:
            for one in _met(step, False):
                found.setdefault(one.identity, one)
    return list(found.values())


def steps_of(tried: Tried) -> tuple[Step | None, ...]:
    """Everything a sentence evaluated; a yes/no rule's value is its condition."""
    value = tried.value if tried.value is not tried.condition else None
    return (*tried.dates, tried.condition, value)


def _met(step: Step, inside: bool) -> Iterator[Input]:
    node = step.node
    match node:
        case c.Value():
            if step.parts and isinstance(step.parts[0], Instance):
                yield Input(step.parts[0].quantity.name, "quantity", step, inside)
            return
        case c.Field():
            yield Input(node.name, "fact", step, inside)
            yield from _parts(step, inside)
        case c.Series():
            yield Input(node.parameter, "parameter", step, inside)
            yield from _parts(step, inside)
        case c.DayFold():
            yield Input(_observed(node), "observer", step, inside)
            yield from _parts(step, inside)
        case c.Fold():
            yield Input("", "observer", step, inside)
            if step.parts:
                yield from _one(step.parts[0], inside)
            for part in step.parts[1:]:
                yield from _one(part, True)
        case _:
            yield from _parts(step, inside)


def _parts(step: Step, inside: bool) -> Iterator[Input]:
    for part in step.parts:
        yield from _one(part, inside)


def _one(part: Step | Instance, inside: bool) -> Iterator[Input]:
    if isinstance(part, Step):
        yield from _met(part, inside)


def _observed(node: c.DayFold) -> str:
    """The name of the days observed, or of what is summed over them."""
    looked = node.body if node.kind == "sum" else node.where
    return looked.quantity.partition(" (")[0] if isinstance(looked, c.Value) else ""
