"""A hundred and twenty of the hostile inputs, over the small rules of the examples; `run.py` times thousands, over the law."""

from collections import Counter
from functools import cache

import pytest
from tests.hostile.inputs import KINDS
from tests.hostile.run import Outcome, outcomes
from tests.hostile.seeds import ROOT

COUNT = 120


@cache
def received() -> tuple[Outcome, ...]:
    return tuple(outcomes(COUNT, sound=ROOT / "tests" / "language" / "monde"))


def test_each_is_answered_or_refused_with_a_place_and_a_remedy() -> None:
    wrong = [(one.given.name, faults, one.said[-300:]) for one in received() if (faults := list(one.faults()))]
    assert wrong == []


@pytest.mark.parametrize("kind", KINDS)
def test_most_are_harmful(kind: str) -> None:
    codes = Counter(one.code for one in received() if one.given.kind == kind)
    assert codes.total() >= COUNT // 3 and codes[2] > codes.total() / 2
