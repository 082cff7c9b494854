"""The good examples of the language, read as a program and a dossier, and their values by generated Python."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.compiled.shown import plain
from tests.language.conftest import VOCABULARY, WORLD, World, sections, source

from justesse.compiled.readout import shaped
from justesse.compiled.single import Single
from justesse.compiled.written import Shape
from justesse.evaluation.decide import subjects
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.facts import Record
from justesse.program.program import Program, Quantity
from justesse.program.types import Date, ListOf, Month, RecordOf
from justesse.text.positioned_yaml import Mapping, read_yaml
from justesse.text.source import read_source

LANGUAGE = Path(__file__).parents[1] / "language"
GOOD = sorted(LANGUAGE.glob("*/good/*.regle"))
NAMES = [f"{one.parents[1].name}/{one.stem}" for one in GOOD]
LEFT = "left"
"""What the kernel says of a value that it leaves to evaluation."""


@cache
def world() -> World:
    """What the examples share."""
    return World(tuple(read_source(WORLD / name, name) for name in VOCABULARY))


def example(path: Path) -> tuple[Program, Record]:
    """Its rules, its dossier."""
    files = [source(name, text) for name, text in sections(path.read_text(encoding="utf-8"), path.name)]
    program, _ = world().program(*files)
    tree, _ = read_yaml(read_source(path.with_suffix(".yaml")))
    assert isinstance(tree, Mapping)
    case = tree.get("dossier")
    assert case is not None
    root, _ = world().case_of(program, case)
    assert root is not None
    return program, root


def arguments(program: Program, evaluator: Evaluator, quantity: Quantity) -> Iterator[tuple[Any, ...]]:
    """Its subjects: a record, then nothing, each of its days, or each month of a list."""
    first, *rest = quantity.subjects
    if not isinstance(first.kind, RecordOf):
        return
    for record in subjects(evaluator, first.name):
        match [one.kind for one in rest]:
            case []:
                yield (record,)
            case [Date()]:
                timeline = evaluator.timeline(quantity, (record,))
                yield from ((record, day) for day in range(timeline.first, timeline.last + 1))
            case [Month()]:
                months = evaluator.instance(f"{rest[0].listed} ({first.name})", (record,)).value
                yield from ((record, month) for month in (months if isinstance(months, tuple) else ()))


def found(single: Single, quantity: Quantity, args: tuple[Any, ...], labels: dict[str, int]) -> object:
    """The value by the function of the quantity, or by its runs, in a memory emptied first."""
    names, space = single.kernel.names, single.space
    number, places = names.quantities[quantity.key], [getattr(one, "position", one) for one in args]
    shape = Shape(quantity.type, single.kernel.scales.get(quantity.key, 1), quantity.key in single.kernel.months)
    options = single.options | {number: name for name, number in labels.items()}
    try:
        space["reset"]()
        if f"g{names.records[quantity.subjects[0].name]}" in space:
            space[f"g{names.records[quantity.subjects[0].name]}"]()
        if quantity.by_day:
            run = space[f"at{names.loops[quantity.loop]}"](*places)
            first, second = space[f"V{number}"][run], space.get(f"V{number}E", [1] * (run + 1))[run]
            if f"V{number}S" in space and first > space["NA"]:
                first += space[f"V{number}S"][run] * (places[1] - space[f"R{names.loops[quantity.loop]}F"][run])
        else:
            first, second = space[f"q{number}"](*places), 1
            at = next((place for place, one in enumerate(space[f"M{number}"]) if one >= space["NA"]), 0)
            second = space[f"M{number}E"][at] if f"M{number}E" in space else 1
        if first < space["NA"]:  # not decided; what is not known leaves here
            return LEFT
    except space["Leave"]:
        return LEFT
    if isinstance(quantity.type, ListOf) and not shape.run and first != space["NA"]:
        return tuple(plain(shaped(one, 1, Shape(quantity.type.item, 1), options)) for one in space["L"][first : first + second])
    return plain(shaped(first, second, shape, options))
