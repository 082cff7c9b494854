"""A few sentences of the shipped rules changed: compiled, they mean what evaluation says; `changed` does it for many."""

from random import Random

import pytest
from tests.compiled.changed import chosen, compare, mutants

CHANGES, SHOWN = 10, 30


@pytest.mark.parametrize("place", chosen(CHANGES, 26))
def test_a_changed_sentence_means_the_same_compiled(place: int) -> None:
    found = compare(mutants()[place], Random(place), SHOWN)
    assert found.different == []
    assert found.ways["decided"] > SHOWN // 2 or found.ways["turns in a circle"]
