"""Random dossiers, evaluated, by generated Python, by machine code (two ways); the casebook in a share of its readings."""

import pytest
from tests.compiled.compare import compare_batch, machines, single
from tests.compiled.draws import read
from tests.compiled.shown import differences
from tests.second_opinion.compare import shipped_program
from tests.share import casebook, share

from justesse.casebook.cases import CaseEntry
from justesse.compiled.blocks import block_of, values_of
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


IRREGULAR = """
assuré:
  date de naissance: 1980-05-17
emplois:
  - nom: A
    début: 2020-01-01
    fréquence de paie: discontinue
paies:
  - emploi: A
    mois: 2023-05 à 2024-05
    salaire brut: 1948,79
    heures: 151,67
arrêts:
  - début: 2024-06-03
    fin: 2024-06-29
    case cochée: initial
"""


@pytest.mark.parametrize("by", By)
def test_a_sum_of_shares_most_of_which_are_nothing_fits_in_machine_code(by: By) -> None:
    """A daily pay adds four shares, over 365 and 84 days: over the product of their denominators it would not fit."""
    program, machine = shipped_program(), machines()[by]
    root = read(program, IRREGULAR)
    block, columns, _ = block_of(machine, single().plan, [root])
    values = values_of(machine, block, machine.decide(machine.memory(), block), columns, 0)
    assert not isinstance(values, Left), values
    assert list(differences(program, decide_once(program, root), values)) == []


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
        alone = Single(program, dict(readings))  # one at a time: a kernel is large
        for case in cases:
            file, _ = read_case(case.dossier, program.declarations)
            values = alone.values(file.root) if file is not None else Left(5)
            if file is None or isinstance(values, Left):
                continue
            decision = decide_once(program, file.root, dict(readings))
            assert not decision.refusals, case.identifier
            assert list(differences(program, decision, values)) == [], case.identifier
            decided += 1
    assert decided
