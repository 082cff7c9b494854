"""Two thousand random dossiers on which the engine and the second opinion must say the same, day by day, to the cent."""

import pytest
from tests.second_opinion.compare import differences, shipped_program
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.written import written

SEED = 2026
BATCHES = 20
BATCH = 50


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_engine_agrees_with_the_second_opinion(batch: int) -> None:
    program = shipped_program()
    for seed in range(SEED + BATCH * batch, SEED + BATCH * (batch + 1)):
        facts = dossier(seed)
        found = differences(program, facts)
        assert not found, f"seed {seed}\n{written(facts)}" + "\n".join(found[:5])
