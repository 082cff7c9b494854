"""Every construct of the language, compiled: each quantity of the good examples has the value that evaluation gives it."""

from pathlib import Path
from typing import Any

import pytest
from tests.compiled.examples import GOOD, LEFT, NAMES, arguments, example, found
from tests.compiled.shown import plain

from justesse.compiled.single import Single
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.refusal import Refusal
from justesse.program.program import Quantity
from justesse.values.moving import Moving
from justesse.values.states import ToJudge, Unknown

NOTHING_TO_COMPARE = {
    "nothing_said_refused", "outside_its_dates_refused", "no_text_refused", "conflict_refused", "out_of_scope",
    "warning_and_scope", "unknown_makes_unknown", "doubt_without_effect", "cost_of_each_kind",
}  # fmt: skip
"""Examples that evaluation refuses or leaves unknown, that have notices only, or a choice among their subjects."""
WITHOUT_EFFECT = {"doubt_without_effect", "unknown_judged_nothing"}
"""Examples where evaluation decides although something is unknown; a kernel leaves as soon as it reads it."""


@pytest.mark.parametrize("path", GOOD, ids=NAMES)
def test_a_construct_means_the_same_compiled(path: Path) -> None:
    program, root = example(path)
    single = Single(program, every=True)
    columns = single.columns(root)
    single.space.update(columns.arrays)
    compared = 0
    for quantity in [one for one in program.quantities.values() if one.rules]:
        for args in arguments(program, Evaluator(program, root), quantity):
            expected = _expected(Evaluator(program, root), quantity, args)
            value = found(single, quantity, args, columns.labels)
            if value == LEFT:
                unknown = isinstance(expected, Unknown | ToJudge) or expected == LEFT or path.stem in WITHOUT_EFFECT
                assert unknown or quantity.key in single.kernel.left, quantity.key
            else:
                assert value == expected, (quantity.key, args)
                compared += 1
    assert compared or path.stem in NOTHING_TO_COMPARE


def _expected(evaluator: Evaluator, quantity: Quantity, args: tuple[Any, ...]) -> object:
    try:
        value = evaluator.read(quantity.key, args)
    except Refusal:
        return LEFT
    assert not isinstance(value, Moving)
    return value if isinstance(value, Unknown | ToJudge) else plain(value)
