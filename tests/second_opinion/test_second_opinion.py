"""Three hundred random dossiers on which the engine and the second opinion must say the same, day by day, to the cent."""

import pytest
from tests.second_opinion.compare import differences, shipped_program
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.law import compute
from tests.second_opinion.written import written

from justesse.program.program import Program

SEED = 2026
BATCHES = 6
BATCH = 50


@pytest.fixture(scope="module")
def program() -> Program:
    return shipped_program()


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_engine_agrees_with_the_second_opinion(program: Program, batch: int) -> None:
    for seed in range(SEED + BATCH * batch, SEED + BATCH * (batch + 1)):
        facts = dossier(seed)
        found = differences(program, facts)
        assert not found, f"seed {seed}\n{written(facts)}" + "\n".join(found[:5])


def test_the_dossiers_meet_every_status() -> None:
    met = {status for seed in range(SEED, SEED + BATCHES * BATCH) for status, _ in compute(dossier(seed)).days.values()}
    expected = {"indemnisé", "carence", "entre deux arrêts", "travaillé", "sans droit", "limite atteinte", "déjà indemnisé"}
    assert met == {*expected, "à apprécier"}


def test_the_same_seed_gives_the_same_dossier() -> None:
    assert dossier(SEED) == dossier(SEED)
