"""Laws between two decisions: a case changed in a way whose effect is known, drawn at random by Hypothesis.

The dossiers are those of the second opinion; no amount is expected, only a relation. Totals are not monotone (a day paid earlier
may close a later one), daily amounts are: only these are compared.
"""

import copy
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.second_opinion.compare import engine_says, shipped_program
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.written import written

from justesse.evaluation.decision import Decision
from justesse.program.program import Program
from justesse.values.states import State

Facts = dict[str, Any]
SEEDS = st.integers(min_value=0, max_value=10**6)
drawn = settings(max_examples=40, deadline=None, derandomize=True)


@cache
def program() -> Program:
    return shipped_program()


def decided(facts: Facts) -> Decision:
    """A decision with amounts; other dossiers are left aside."""
    decision = engine_says(program(), written(facts))
    assume(not decision.refusals and not decision.out_of_scope)
    return decision


def days_of(decision: Decision) -> dict[tuple[int, str], object]:
    """Status, amount and payee of each day."""
    return {
        (day, line.item.name): line.value if not isinstance(line.value, State) else type(line.value).__name__
        for run in decision.runs
        for day in range(run.first, run.last + 1)
        for line in run.lines
    }


def totals_of(decision: Decision) -> dict[str, object]:
    return {line.item.name: line.value for part in decision.parts if part.record.type == "assuré" for line in part.lines}


def amounts_of(decision: Decision) -> dict[int, Any]:
    """The allowance of the days paid a known amount."""
    return {day: value for (day, name), value in days_of(decision).items() if name == "indemnité" and not isinstance(value, str)}


@given(SEEDS, st.randoms(use_true_random=False))
@drawn
def test_the_order_of_records_does_not_matter(seed: int, random: Any) -> None:
    facts = dossier(seed)
    mixed = {name: list(records) if isinstance(records, list) else records for name, records in facts.items()}
    for records in mixed.values():
        if isinstance(records, list):
            random.shuffle(records)
    before, after = decided(facts), decided(mixed)
    assert days_of(before) == days_of(after)
    assert totals_of(before) == totals_of(after)


@given(SEEDS, st.floats(min_value=0, max_value=1))
@drawn
def test_cutting_a_stop_into_a_contiguous_prolongation_changes_no_day(seed: int, where: float) -> None:
    facts = dossier(seed)
    assume(not facts.get("contrôles"))  # a stop prescribed soon after a suspension is another story (L. 323-7)
    long = [one for one in facts["arrêts"] if simple(one) and (one["fin"] - one["début"]).days >= 8]
    assume(long)
    first = long[0]
    cut = first["début"] + timedelta(days=4 + int(where * ((first["fin"] - first["début"]).days - 7)))
    before, after = decided(facts), decided(with_stops(facts, lambda one: halves(one, cut) if one is first else [one]))
    assert days_of(before) == days_of(after)


def simple(stop: Facts) -> bool:
    """Prescribed and sent in the plainest way, so that its second half is too."""
    unusual = {"date d'envoi", "mode de consultation", "prescripteur", "avis du service médical", "motif"}
    return not unusual & set(stop)


def halves(stop: Facts, cut: date) -> list[Facts]:
    second = {name: value for name, value in stop.items() if name != "débute par un jour en partie travaillé"}
    return [stop | {"fin": cut}, second | {"début": cut + timedelta(days=1), "case cochée": "prolongation"}]


def with_stops(facts: Facts, change: Callable[[Facts], list[Facts]]) -> Facts:
    return facts | {"arrêts": [new for one in facts["arrêts"] for new in change(one)]}


@given(SEEDS, st.integers(min_value=2, max_value=5))
@drawn
def test_more_salary_never_lowers_the_allowance_of_a_day(seed: int, times: int) -> None:
    facts = dossier(seed)
    richer = copy.deepcopy(facts)
    for pay in richer["paies"]:
        for name in ("salaire brut", "salaire rétabli"):
            if name in pay:
                pay[name] *= times
    before, after = amounts_of(decided(facts)), amounts_of(decided(richer))
    assert [day for day in before.keys() & after.keys() if after[day] < before[day]] == []


@given(SEEDS)
@drawn
def test_what_is_due_to_each_adds_up(seed: int) -> None:
    totals = totals_of(decided(dossier(seed)))
    assume(not any(isinstance(value, State) for value in totals.values()))
    figures: dict[str, Any] = dict(totals)
    assert figures["total brut"] == figures["total brut dû à l'assuré"] + figures["total brut dû aux employeurs"]
    assert figures["total net"] == figures["total brut"] - figures["total de la CSG"] - figures["total de la CRDS"]


@given(SEEDS)
@drawn
def test_the_counter_of_a_day_is_the_days_counted_before_it(seed: int) -> None:
    facts = dossier(seed)
    assume(not facts.get("indemnités antérieures"))
    decision = decided(facts)
    evaluator = decision.evaluator
    assert evaluator is not None
    counted, counter = (program().declarations.by_form[name][0].key for name in ("jour compté", "indemnités déjà comptées"))
    three_years = timedelta(days=1096)
    days = {
        (run.owner, day): evaluator.instance(counted, (run.owner, day)).value is True
        for run in decision.runs
        for day in range(run.first, run.last + 1)
    }
    for run in decision.runs:
        earlier = {day for (_, day), truth in days.items() if truth and day < run.first}
        shown = evaluator.seen(evaluator.instance(counter, (run.owner, run.first)), run.first)
        assume(not isinstance(shown, State))
        window = {day for day in earlier if day > run.first - three_years.days}
        assert shown == len(window) if len(window) == len(earlier) else getattr(shown, "numerator", 0) <= len(earlier)
