"""What the least and the greatest leave aside is said; nothing is said when all were compared, or none could be."""

from fractions import Fraction

import pytest

from justesse.explanation.phrases import skipped_text
from justesse.values.states import NOTHING


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((Fraction(1), NOTHING, Fraction(2)), "sans objet, donc non comparé : 1 sur 3"),
        ((NOTHING, NOTHING, Fraction(2)), "sans objet, donc non comparé : 2 sur 3"),
        ((Fraction(1), Fraction(2)), ""),
        ((NOTHING, NOTHING), ""),
    ],
)
def test_what_was_left_aside(values: tuple[object, ...], said: str) -> None:
    assert skipped_text(values) == said
