"""Every construct of the language, compiled: each quantity of the good examples has the value that evaluation gives it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.compiled.shown import plain
from tests.language.conftest import VOCABULARY, WORLD, World, sections, source

from justesse.compiled.columns import columns_of
from justesse.compiled.kernel import Shape
from justesse.compiled.single import Single, shaped
from justesse.evaluation.decide import subjects
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.refusal import Refusal
from justesse.program.program import Program, Quantity
from justesse.program.types import Date, ListOf, Month, RecordOf
from justesse.text.positioned_yaml import Mapping, read_yaml
from justesse.text.source import read_source
from justesse.values.moving import Moving
from justesse.values.states import ToJudge, Unknown

LANGUAGE = Path(__file__).parents[1] / "language"
GOOD = sorted(LANGUAGE.glob("*/good/*.regle"))
LEFT = "left"
"""What the kernel says of a value that it leaves to evaluation."""
NOTHING_TO_COMPARE = {
    "nothing_said_refused", "outside_its_dates_refused", "no_text_refused", "conflict_refused", "out_of_scope",
    "warning_and_scope", "unknown_makes_unknown", "doubt_without_effect", "cost_of_each_kind",
}  # fmt: skip
"""Examples that evaluation refuses or leaves unknown, that have notices only, or a choice among their subjects."""
WITHOUT_EFFECT = {"doubt_without_effect", "unknown_judged_nothing"}
"""Examples where evaluation decides although something is unknown; a kernel leaves as soon as it reads it."""


@pytest.fixture(scope="module")
def world() -> World:
    return World(tuple(read_source(WORLD / name, name) for name in VOCABULARY))


@pytest.mark.parametrize("path", GOOD, ids=[f"{one.parents[1].name}/{one.stem}" for one in GOOD])
def test_a_construct_means_the_same_compiled(path: Path, world: World) -> None:
    files = [source(name, text) for name, text in sections(path.read_text(encoding="utf-8"), path.name)]
    program, _ = world.program(*files)
    tree, _ = read_yaml(read_source(path.with_suffix(".yaml")))
    assert isinstance(tree, Mapping)
    case = tree.get("dossier")
    assert case is not None
    root, _ = world.case_of(program, case)
    assert root is not None
    single = Single(program, every=True)
    columns = columns_of(single.plan, root, single.space["UNKNOWN"])
    single.space.update(columns.arrays)
    compared = 0
    for quantity in [one for one in program.quantities.values() if one.rules]:
        for args in _arguments(program, Evaluator(program, root), quantity):
            expected = _expected(Evaluator(program, root), quantity, args)
            found = _found(single, quantity, args, columns.labels)
            if found == LEFT:
                unknown = isinstance(expected, Unknown | ToJudge) or expected == LEFT or path.stem in WITHOUT_EFFECT
                assert unknown or quantity.key in single.kernel.left, quantity.key
            else:
                assert found == expected, (quantity.key, args)
                compared += 1
    assert compared or path.stem in NOTHING_TO_COMPARE


def _arguments(program: Program, evaluator: Evaluator, quantity: Quantity) -> Iterator[tuple[Any, ...]]:
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
                months = evaluator.quantity(f"{rest[0].listed} ({first.name})", record).value
                yield from ((record, month) for month in (months if isinstance(months, tuple) else ()))


def _expected(evaluator: Evaluator, quantity: Quantity, args: tuple[Any, ...]) -> object:
    try:
        value = evaluator.read(quantity.key, args)
    except Refusal:
        return LEFT
    assert not isinstance(value, Moving)
    return value if isinstance(value, Unknown | ToJudge) else plain(value)


def _found(single: Single, quantity: Quantity, args: tuple[Any, ...], labels: dict[str, int]) -> object:
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
            second = next((one for one in space.get(f"M{number}E", []) if one > space["NA"]), 1)
        if first < space["NA"]:  # not decided; what is not known leaves here
            return LEFT
    except space["Leave"]:
        return LEFT
    if isinstance(quantity.type, ListOf) and not shape.run and first != space["NA"]:
        return tuple(plain(shaped(one, 1, Shape(quantity.type.item, 1), options)) for one in space["L"][first : first + second])
    return plain(shaped(first, second, shape, options))
