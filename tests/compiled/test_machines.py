"""Every construct of the language as machine code, by LLVM: what the good examples show is what generated Python shows."""

from pathlib import Path

import pytest
from tests.compiled.examples import GOOD, LEFT, NAMES, arguments, example, found
from tests.compiled.ways import by_machine

from justesse.compiled.native import By
from justesse.compiled.single import Left, Single
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.facts import Record
from justesse.program.core import Slot, Value
from justesse.program.program import Program, Quantity, View, ViewItem
from justesse.program.types import Date, ListOf, RecordOf

pytestmark = pytest.mark.usefixtures("own_folder")

NOTHING_TO_SHOW = {
    "nothing_said_refused", "after_what_is_known", "outside_its_dates_refused", "no_text_refused", "conflict_refused",
    "out_of_scope", "unknown_makes_unknown", "doubt_without_effect", "unknown_judged_nothing", "cost_of_each_kind",
}  # fmt: skip
"""Examples whose every quantity is left, that are out of scope, or have a choice among their subjects."""


@pytest.mark.parametrize("path", GOOD, ids=NAMES)
def test_a_construct_means_the_same_as_machine_code(path: Path) -> None:
    program, root = example(path)
    program.views[:] = [_view(program, one) for one in _decided(program, root)]
    single = Single(program, every=True)
    expected = single.values(root)
    (values,) = by_machine(program, single, By.LLVM, [root])
    if isinstance(expected, Left) or isinstance(values, Left):
        assert values == expected
        return
    assert values.lines == expected.lines
    assert values.runs == expected.runs
    assert {name for name, _ in values.notices} == {name for name, _ in expected.notices}
    assert expected.lines or expected.runs or path.stem in NOTHING_TO_SHOW


def _decided(program: Program, root: Record) -> list[Quantity]:
    """The quantities of one record, or of its days, that the kernel leaves nowhere; lists come out as places only."""
    single = Single(program, every=True)
    columns = single.columns(root)
    single.space.update(columns.arrays)
    return [
        one
        for one in program.quantities.values()
        if one.rules
        and isinstance(one.subjects[0].kind, RecordOf)
        and (len(one.subjects) == 1 or (len(one.subjects) == 2 and isinstance(one.subjects[1].kind, Date)))
        and (not isinstance(one.type, ListOf) or one.key in single.kernel.months)
        and one.key not in single.kernel.left
        and LEFT not in [found(single, one, args, columns.labels) for args in arguments(program, Evaluator(program, root), one)]
    ]


def _view(program: Program, quantity: Quantity) -> View:
    root = program.declarations.root
    args = tuple(Slot(0 if one.name == root else place + 1) for place, one in enumerate(quantity.subjects))
    return View(quantity.subjects, (ViewItem(quantity.key, Value(quantity.key, args), quantity.type, quantity.key),))
