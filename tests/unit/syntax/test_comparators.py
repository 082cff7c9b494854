"""The words of comparison, in every gender and number."""

import pytest

from justesse.syntax.build_expressions import comparator


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("égal", "="),
        ("égaux", "="),
        ("supérieurs", ">"),
        ("supérieure ou égale", "≥"),
        ("supérieurs ou égaux", "≥"),
        ("inférieurs ou égaux", "≤"),
        ("postérieure ou égale", "≥"),
        ("au moins égaux", "≥"),
        ("au plus égaux", "≤"),
    ],
)
def test_a_comparator_is_read_whatever_its_agreement(words: str, relation: str) -> None:
    assert comparator(words) == relation
