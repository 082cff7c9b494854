"""Random dossiers, evaluated, by generated Python, by machine code (two ways); the casebook in a share of its readings."""

import pytest
from tests.compiled.compare import compare_batch, machines
from tests.compiled.shown import differences
from tests.second_opinion.compare import shipped_program
from tests.share import casebook, share

from justesse.casebook.cases import CaseEntry
from justesse.compiled.native import By
from justesse.compiled.single import Left, Single
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide_once

BATCHES = 100
BATCH = 500
SEED = 7_000_000
PARTS = 4


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_four_say_the_same(batch: int) -> None:
    assert set(machines()) == set(By), "no C compiler or no llvmlite: machine code was not compared"
    found = compare_batch(SEED + 25 * batch, BATCH)
    assert found.different == []
    for by in By:
        assert found.ways[f"machine, {by.value}: decided"] > BATCH // 2


Readings = tuple[tuple[str, str], ...]


def by_readings() -> list[tuple[Readings, list[CaseEntry]]]:
    """The cases, by the readings that they take; in the order of the first of each."""
    found: dict[Readings, list[CaseEntry]] = {}
    for case in casebook():
        found.setdefault(tuple(sorted(case.readings)), []).append(case)
    return list(found.items())


@pytest.mark.parametrize("part", range(PARTS))
def test_the_casebook_says_the_same_in_its_readings(part: int) -> None:
    program, decided = shipped_program(), 0
    retained, *others = by_readings()
    for readings, cases in [retained, *share(others, 5)][part::PARTS]:
        single = Single(program, dict(readings))  # one at a time: a kernel is large
        for case in cases:
            file, _ = read_case(case.dossier, program.declarations)
            values = single.values(file.root) if file is not None else Left(5)
            if file is None or isinstance(values, Left):
                continue
            decision = decide_once(program, file.root, dict(readings))
            assert not decision.refusals, case.identifier
            assert list(differences(program, decision, values)) == [], case.identifier
            decided += 1
    assert decided
