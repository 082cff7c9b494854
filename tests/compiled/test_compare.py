"""Fifty thousand random dossiers, and the casebook: evaluation, generated Python and machine code say the same, to the cent."""

from functools import cache

import pytest
from tests.compiled.compare import compare_batch, native
from tests.compiled.shown import differences
from tests.second_opinion.compare import shipped_program

from justesse.casebook.cases import CaseEntry, read_casebook
from justesse.casebook.run import run_case
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once
from justesse.shipped import folder

BATCHES = 100
BATCH = 500
SEED = 7_000_000
PARTS = 20


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_three_say_the_same(batch: int) -> None:
    assert native() is not None, "no C compiler: machine code was not compared"
    found = compare_batch(SEED + 25 * batch, BATCH)
    assert found.different == []
    assert found.ways["machine: decided"] > BATCH // 2


@cache
def single(readings: tuple[tuple[str, str], ...]) -> Single:
    return Single(shipped_program(), dict(readings))


@cache
def cases() -> list[CaseEntry]:
    found, _ = read_casebook(folder("rules").parent / "casebook")
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_the_casebook_says_the_same_in_every_reading(part: int) -> None:
    program, decided = shipped_program(), 0
    for case in cases()[part::PARTS]:
        shown = run_case(program, case).decision
        if shown is None:
            continue
        readings = {name: one for name, one in shown.readings.items() if one != program.interpretations[name].readings[0]}
        decision, values = decide_once(program, shown.root, readings), single(tuple(sorted(readings.items()))).values(shown.root)
        if isinstance(values, Left):
            continue
        assert not decision.refusals, case.identifier
        assert list(differences(program, decision, values)) == [], case.identifier
        decided += 1
    assert decided > 10
