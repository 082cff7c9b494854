"""Runs of days against one day at a time: the same values on every day, and the same runs once merged.

The horizon of a run is an optimisation; `decide(..., by_day=True)` does without. Any difference is a horizon too far.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from tests.second_opinion.compare import shipped_program
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.figures import before, month_of
from tests.second_opinion.written import written
from tests.share import casebook, share

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide, subjects
from justesse.evaluation.decision import Decision
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.refusal import Refusal
from justesse.program.program import Program
from justesse.text.positioned_yaml import Node, read_yaml
from justesse.text.source import Source

RANDOM = range(7_000, 7_050)
RUNS_PER_DOSSIER = 5


@pytest.fixture(scope="module")
def program() -> Program:
    return shipped_program()


def both(program: Program, tree: Node, readings: dict[str, str] | None = None) -> tuple[Decision, Decision]:
    """The decision by runs and the decision day by day, each on its own reading of the dossier."""
    made = []
    for by_day in (False, True):
        case, diagnostics = read_case(tree, program.declarations)
        assert case is not None, diagnostics
        made.append(decide(program, case.root, readings, by_day=by_day))
    return made[0], made[1]


def text_tree(text: str) -> Node:
    tree, mistakes = read_yaml(Source("dossier.yaml", text))
    assert tree is not None and not mistakes
    return tree


def runs_of(decision: Decision) -> list[tuple[str, int, int, tuple[str, ...]]]:
    """The runs as data: owner, first day, last day, what is shown."""
    return [
        (run.owner.place, run.first, run.last, tuple(f"{line.item.name}={line.value}" for line in run.lines))
        for run in decision.runs
    ]


def merged(decision: Decision) -> list[tuple[str, int, int, tuple[str, ...]]]:
    """The runs with neighbours of equal values joined: what does not depend on how the days were cut."""
    found: list[tuple[str, int, int, tuple[str, ...]]] = []
    for owner, first, last, lines in runs_of(decision):
        if found and found[-1][0] == owner and found[-1][2] == first - 1 and found[-1][3] == lines:
            found[-1] = (owner, found[-1][1], last, lines)
        else:
            found.append((owner, first, last, lines))
    return found


def parts_of(decision: Decision) -> list[str]:
    return [f"{part.record.place} {line.item.name}={line.value}" for part in decision.parts for line in part.lines]


def agree(program: Program, tree: Node, readings: dict[str, str] | None = None) -> Decision:
    runs, days = both(program, tree, readings)
    assert merged(runs) == merged(days)
    assert runs_of(runs) == runs_of(days)
    assert parts_of(runs) == parts_of(days)
    assert [one.code for one in runs.refusals] == [one.code for one in days.refusals]
    return runs


def test_the_casebook_is_the_same_day_by_day(program: Program) -> None:
    read = [case for case in share(casebook(), 14) if read_case(case.dossier, program.declarations)[0] is not None]
    assert len(read) > len(share(casebook(), 14)) // 2, "the others expect a mistake"
    for case in read:
        agree(program, case.dossier, dict(case.readings))


def test_every_quantity_of_the_casebook_is_the_same_day_by_day(program: Program) -> None:
    """What no line shows too: the explanation of a day tells it."""
    counters = [case for case in casebook() if case.identifier.startswith("pensionne")]
    compared = 0
    for case in [*counters, *share(casebook(), 14)]:
        made = []
        for by_day in (False, True):
            read, _ = read_case(case.dossier, program.declarations)
            if read is not None:
                made.append(list(every_day(Evaluator(program, read.root, dict(case.readings), by_day))))
        if made:
            assert made[0] == made[1], case.identifier
            compared += len(made[0])
    assert compared > 10_000


def every_day(evaluator: Evaluator) -> Iterator[tuple[str, str, int, str]]:
    """Each quantity of a record and a day: its value on every day of the record, as far as the rules give one."""
    for quantity in evaluator.program.quantities.values():
        if quantity.by_day and len(quantity.subjects) == 2:
            try:
                for owner in subjects(evaluator, quantity.subjects[0].name):
                    timeline = evaluator.timeline(quantity, (owner,))
                    for day in range(timeline.first, timeline.last + 1):
                        yield quantity.key, owner.place, day, str(evaluator.read(quantity.key, (owner, day)))
            except Refusal as refusal:
                yield quantity.key, "", 0, refusal.code


def test_random_dossiers_are_the_same_day_by_day(program: Program) -> None:
    counts = [len(agree(program, text_tree(written(dossier(seed)))).runs) for seed in RANDOM]
    assert sum(counts) / len(counts) < RUNS_PER_DOSSIER, "runs are being cut for nothing"


def pays(first: date, last: date) -> list[dict[str, Any]]:
    month, found = before(month_of(first), 7), []
    while month <= month_of(last):
        found.append({"emploi": "A", "mois": month, "salaire brut": 2000, "heures": "151,67"})
        month = before(month, -1)
    return found


def counted_dossier(first: date, length: int, past: list[tuple[date, int]]) -> dict[str, Any]:
    """One stop after allowances already paid, given by their first day and their number."""
    last = first + timedelta(days=length - 1)
    earlier = [{"début": start, "fin": start + timedelta(days=count - 1), "nature": "maladie"} for start, count in past]
    return {
        "emplois": [{"nom": "A", "début": date(2015, 1, 1)}],
        "paies": pays(first, last),
        "arrêts": [{"début": first, "fin": last, "case cochée": "initial"}],
        "indemnités antérieures": earlier,
    }


def near_the_limit() -> Iterator[tuple[str, dict[str, Any]]]:
    """358 to 361 allowances, the oldest ones leaving the three years during the stop, around each end of February."""
    starts = [date(2024, 2, 20), date(2023, 2, 20), date(2025, 2, 22), date(2024, 2, 29), date(2023, 2, 28), date(2023, 3, 1)]
    for start in starts:
        for total in (358, 359, 360, 361):
            for shift, leaving in ((-1, 3), (0, 1), (4, 12), (6, 2)):
                edge = date(start.year - 3, start.month, min(start.day, 28)) + timedelta(days=shift)
                yield (
                    f"{start} {total} {shift}",
                    counted_dossier(start, 30, [(edge, leaving), (start - timedelta(days=600), total - leaving)]),
                )


@pytest.mark.parametrize("quarter", range(4))
def test_counters_near_the_limit_are_the_same_day_by_day(program: Program, quarter: int) -> None:
    for number, (name, facts) in enumerate(near_the_limit()):
        if number % 4 == quarter:
            runs, days = both(program, text_tree(written(facts)))
            assert (name, runs_of(runs)) == (name, runs_of(days))


def test_two_days_leaving_the_window_let_two_days_be_paid(program: Program) -> None:
    """What the counter does across 29 February: paid as days leave, refused again after."""
    facts = counted_dossier(date(2024, 2, 22), 12, [(date(2021, 2, 27), 2), (date(2022, 7, 1), 358)])
    assert [
        (first, last)
        for _, first, last, lines in merged(agree(program, text_tree(written(facts))))
        if "statut=indemnisé" in lines
    ] == [(date(2024, 2, 27).toordinal(), date(2024, 2, 28).toordinal())]
