"""What is sure of an incomplete case: sound for every completion, and as tight as a person would expect."""

from fractions import Fraction

import pytest
from tests.second_opinion.compare import shipped_program
from tests.second_opinion.hidden_facts import check

from justesse.evaluation.bounds import Bounds
from justesse.evaluation.case import read_case
from justesse.evaluation.narrowing import narrow
from justesse.explanation.awaited import waiting
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source

JOBS = """\
emplois:
  - nom: A
    début: 2018-01-01
  - nom: B
    début: 2018-01-01
paies:
  - emploi: A
    mois: 2025-01 à 2025-06
    salaire brut: 1200
    heures: 100
  - emploi: B
    mois: 2025-01 à 2025-06
    salaire brut: {b}
    heures: 50
arrêts:
  - début: 2025-07-07
    fin: 2025-07-20
    case cochée: {box}
"""


def bounds(text: str, **options: object) -> Bounds:
    program = shipped_program()
    tree, mistakes = read_yaml(Source("dossier.yaml", text))
    assert tree is not None and not mistakes and program.bounds is not None
    case, diagnostics = read_case(tree, program.declarations)
    assert case is not None, [one.code for one in diagnostics]
    return narrow(program, case.root, program.bounds, **options)  # type: ignore[arg-type]


def test_a_complete_case_is_a_point() -> None:
    found = bounds(JOBS.format(b=800, box="initial"))
    assert found.low == found.high == found.by_day == 11 * Fraction("32.88")  # 2 000 × 3 / 91,25 = 65,7534 ; la moitié 32,88
    assert found.runs == 1 and found.reached and not found.missing


def test_one_employer_s_pay_is_enough_for_an_advance() -> None:
    """1 200 × 3 / 91.25 / 2 = 19.73 € for A alone; together capped at 1.4 × SMIC: 2 522.52 × 3 / 91.25 / 2 = 41.47 €."""
    found = bounds(JOBS.format(b="inconnu", box="initial"))
    assert [(one.length, one.low, one.high) for one in found.days] == [
        (3, 0, 0),
        (11, Fraction("19.73"), Fraction("41.47")),
    ]
    assert (found.low, found.high, found.by_day) == (11 * Fraction("19.73"), 11 * Fraction("41.47"), 11 * Fraction("19.73"))
    assert found.reached and found.runs <= 3


def test_the_papers_awaited_are_named_with_their_sender_and_their_euros() -> None:
    found = waiting(shipped_program(), bounds(JOBS.format(b="inconnu", box="initial")))
    (paper,) = found.papers
    assert (paper.paper, paper.sender, paper.about) == ("attestation de salaire", "l'employeur", "emploi B")
    assert (paper.low, paper.high) == (11 * Fraction("19.73"), 11 * Fraction("41.47"))
    assert found.nothing_to_send
    assert [one.doubts for one in found.besides if one.about == "emploi B"] == [] and not found.without_effect


def test_what_decides_the_groups_is_listed_rather_than_refused() -> None:
    found = bounds(JOBS.format(b=800, box="inconnue"))
    assert not found.refusals and found.low == found.high == 11 * Fraction("32.88")


def test_the_day_of_a_fact_that_had_to_be_listed_waits_for_it() -> None:
    """A first stop and a second, two days later: initial, it has its own waiting days; a prolongation, none."""
    second = "  - début: 2025-07-23\n    fin: 2025-07-31\n    case cochée: inconnue\n"
    found = bounds(JOBS.format(b=800, box="initial") + second)
    assert [(one.length, one.low, one.high, one.causes) for one in found.days if not one.known] == [
        (3, 0, Fraction("32.88"), ("case cochée, arrêt du 2025-07-23",))
    ]
    assert found.reached and found.low == found.by_day == (11 + 6) * Fraction("32.88")


def test_a_pay_above_the_cap_changes_nothing_when_it_is_unknown() -> None:
    known = JOBS.format(b="inconnu", box="initial").replace("salaire brut: 1200", "salaire brut: 4000")
    found = bounds(known)
    assert found.low == found.high == 11 * Fraction("41.47")
    assert not waiting(shipped_program(), found).papers


def test_the_total_is_at_most_what_its_days_make_together() -> None:
    """Whether the notice came in time is not known, hence neither how each day stands; a day is never more than 32.88 €."""
    found = bounds(JOBS.format(b=800, box="initial") + "    date d'envoi: inconnu\n")
    assert found.high == 14 * Fraction("32.88") and all(one.high == Fraction("32.88") for one in found.days)


def test_a_search_that_stops_early_is_sound() -> None:
    text = JOBS.format(b="inconnu", box="initial").replace("heures: 50", "heures: inconnues")
    first, whole = bounds(text, enough=lambda: True), bounds(text)
    assert first.low <= whole.low and first.runs <= whole.runs


@pytest.mark.parametrize("seed", range(5_100_000, 5_100_012))
def test_hidden_facts_never_leave_the_bounds(seed: int) -> None:
    problems, *_ = check(shipped_program(), seed)
    assert not problems
