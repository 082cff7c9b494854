"""What each node means, compiled once: a node becomes a function of the evaluator and the environment that gives its value.

Values only: what a value rests on is unfolded later (`unfold`). A meaning depends on its node alone, so it is kept on the
node and shared by every case and every program that holds it. This module has the list of families; knows no quantity.
"""

from collections.abc import Callable
from typing import Any

from justesse.evaluation import meaning_days, meaning_lists, meaning_numbers, meaning_plain
from justesse.evaluation.compiled import Compile, Meaning
from justesse.program import core as c


def meaning(node: c.Core) -> Meaning:
    """The meaning of a node, compiled the first time."""
    try:
        return node.meaning  # type: ignore[no-any-return]
    except AttributeError:
        made = compiled_with(node, meaning)
        object.__setattr__(node, "meaning", made)
        return made


def compiled_with(node: c.Core, operand: Compile) -> Meaning:
    """The meaning of a node whose operands are compiled by `operand`."""
    return _FAMILIES[type(node)](node, operand)


_FAMILIES: dict[type, Callable[[Any, Compile], Meaning]] = {
    **meaning_plain.FAMILY, **meaning_numbers.FAMILY, **meaning_lists.FAMILY, **meaning_days.FAMILY,
}  # fmt: skip
