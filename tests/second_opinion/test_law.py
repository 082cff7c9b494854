"""The second opinion against amounts worked out by hand from the text, before it is compared with anything."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from tests.second_opinion.figures import before, days, first_day, month_of, smic
from tests.second_opinion.law import compute
from tests.second_opinion.model import Result
from tests.second_opinion.papers import Facts


def pays(job: str, amount: str, start: str, end: str, **more: Any) -> list[Facts]:
    """The same pay every month from one month to another."""
    month, found = month_of(date.fromisoformat(f"{start}-01")), []
    while first_day(month) <= date.fromisoformat(f"{end}-01"):
        found.append({"emploi": job, "mois": month, "salaire brut": Fraction(amount), "heures": Fraction("151.67"), **more})
        month = before(month, -1)
    return found


def stop(first: str, last: str, box: str = "initial", **more: Any) -> Facts:
    return {"début": date.fromisoformat(first), "fin": date.fromisoformat(last), "case cochée": box, **more}


def one_job(amount: str, *stops: Facts, since: str = "2018-01-01", **more: Any) -> Result:
    """A dossier of one monthly job at one pay, paid for the fourteen months before the first stop and during the stops."""
    job = {"nom": "A", "début": date.fromisoformat(since)}
    first, last = stops[0]["début"], stops[-1]["fin"]
    start = "{}-{:02d}".format(*before(month_of(first), 14))
    return compute({"emplois": [job], "paies": pays("A", amount, start, last.isoformat()[:7]), "arrêts": list(stops), **more})


def paid_days(result: Result) -> list[str]:
    return [f"{day:%m-%d}" for day, one in sorted(result.days.items()) if one.status == "indemnisé"]


def allowance(result: Result) -> Fraction:
    found = {one.amount for one in result.days.values() if one.status == "indemnisé"}
    assert len(found) == 1
    return found.pop()


def test_three_pays_of_two_thousand() -> None:
    result = one_job("2000", stop("2026-03-10", "2026-03-24"))
    assert result.chains[0].base == Fraction(6000) / Fraction("91.25")
    assert (len(paid_days(result)), result.totals["total brut"]) == (12, Fraction("394.56"))  # 12 × 32,88 half-up


@pytest.mark.parametrize(
    ("first", "expected"),
    [("2025-03-31", "53.31"), ("2025-04-01", "41.47"), ("2026-06-15", "41.95"), ("2026-07-01", "42.97")],
)
def test_the_cap_of_the_day_of_interruption(first: str, expected: str) -> None:
    assert allowance(one_job("3500", stop(first, f"{first[:8]}28" if first[8:] < "20" else "2025-04-20"))) == Fraction(expected)


def test_a_prolongation_keeps_the_cap_of_its_chain() -> None:
    result = one_job("3500", stop("2025-03-20", "2025-04-09"), stop("2025-04-10", "2025-04-20", "prolongation"))
    assert allowance(result) == Fraction("53.31")


PUBLISHED_MAXIMA = {
    "2020-07-01": "45.55", "2021-02-01": "46.00", "2021-11-01": "47.03", "2022-02-01": "47.43", "2022-06-01": "48.69",
    "2022-09-01": "49.68", "2023-02-01": "50.58", "2023-06-01": "51.70", "2024-02-01": "52.28", "2024-12-01": "53.31",
    "2025-04-01": "41.47", "2026-02-01": "41.95", "2026-07-01": "42.97",
}  # fmt: skip


@pytest.mark.parametrize(("first", "expected"), PUBLISHED_MAXIMA.items())
def test_the_published_maxima(first: str, expected: str) -> None:
    start = date.fromisoformat(first)
    result = one_job("6000", {"début": start, "fin": start.replace(day=20), "case cochée": "initial"})
    assert allowance(result) == Fraction(expected)


@pytest.mark.parametrize(
    ("hourly", "of_six", "of_twelve"),
    [
        ("10.15", "10302.25", "20604.50"), ("10.25", "10403.75", "20807.50"), ("10.57", "10728.55", "21457.10"),
        ("11.27", "11439.05", "22878.10"), ("11.65", "11824.75", "23649.50"), ("11.88", "12058.20", "24116.40"),
        ("12.02", "12200.30", "24400.60"),
    ],
)  # fmt: skip
def test_the_thresholds(hourly: str, of_six: str, of_twelve: str) -> None:
    assert (1015 * Fraction(hourly), 2030 * Fraction(hourly)) == (Fraction(of_six), Fraction(of_twelve))


def test_the_windows_of_the_tests() -> None:
    result = one_job("2000", stop("2026-11-10", "2026-11-15"))
    exam = result.chains[0].examination
    assert exam is not None
    assert (exam.threshold_of_six, exam.threshold_of_twelve) == (Fraction("12200.30"), Fraction("24116.40"))
    assert smic(date(2026, 5, 1)) == Fraction("12.02")


def test_each_month_is_capped_by_itself() -> None:
    records = [*pays("A", "1500", "2025-01", "2026-01"), *pays("A", "6000", "2026-02", "2026-02")]
    result = compute(
        {"emplois": [{"nom": "A", "début": date(2018, 1, 1)}], "paies": records, "arrêts": [stop("2026-03-10", "2026-03-20")]}
    )
    assert allowance(result) == Fraction("30.42")


def test_two_employers_share_one_cap() -> None:
    jobs = [{"nom": name, "début": date(2018, 1, 1)} for name in "AB"]
    records = [*pays("A", "1500", "2025-01", "2026-02"), *pays("B", "1500", "2025-01", "2026-02")]
    facts = {"emplois": jobs, "paies": records, "arrêts": [stop("2026-03-10", "2026-03-20")]}
    assert allowance(compute(facts)) == Fraction("41.95")


def april(amount: str, job: Facts, motive: str | None) -> Result:
    """April at some amount, May and June at 2 000, a stop on 6 July 2026; perhaps an absence of half of April."""
    records = [*pays("A", "2000", "2025-05", "2026-06")]
    records = [one for one in records if job["début"] <= first_day(before(one["mois"], -1))]
    for one in records:
        if one["mois"] == (2026, 4):
            one["salaire brut"] = Fraction(amount)
    facts: Facts = {"emplois": [job], "paies": records, "arrêts": [stop("2026-07-06", "2026-07-15")]}
    if motive:
        facts["absences"] = [{"emploi": "A", "début": date(2026, 4, 1), "fin": date(2026, 4, 15), "motif": motive}]
    return compute(facts)


def test_a_month_in_which_the_job_starts() -> None:
    assert allowance(april("1000", {"nom": "A", "début": date(2026, 4, 16)}, None)) == Fraction("32.88")


def test_a_month_of_sickness_is_made_whole_one_of_unauthorised_absence_is_not() -> None:
    job = {"nom": "A", "début": date(2018, 1, 1)}
    assert allowance(april("1000", job, "maladie")) == Fraction("32.88")
    assert allowance(april("1000", job, "absence non autorisée")) == Fraction("27.40")  # 5 000 / 91,25 / 2 = 27,397…


def change_of_job(first: str) -> Fraction | None:
    """A until the 10th of the month before last, B from the 21st: three months before a stop."""
    start = date.fromisoformat(first)
    month = before(month_of(start), 2)
    jobs = [
        {"nom": "A", "début": date(2018, 1, 1), "fin": date(*month, 10)},
        {"nom": "B", "début": date(*month, 21)},
    ]
    ends = "{}-{:02d}".format(*before(month, 1))
    records = [
        *pays("A", "3000", f"{start.year - 1}-01", ends),
        {"emploi": "A", "mois": month, "salaire brut": Fraction(500), "heures": Fraction(50)},
        {"emploi": "B", "mois": month, "salaire brut": Fraction(400), "heures": Fraction(50)},
        {"emploi": "B", "mois": before(month, -1), "salaire brut": Fraction(1200), "heures": Fraction(151)},
    ]
    facts = {"emplois": jobs, "paies": records, "arrêts": [{"début": start, "fin": start, "case cochée": "initial"}]}
    return compute(facts).chains[0].base


def test_a_change_of_job_fills_only_the_days_without_work_since_november_2024() -> None:
    # December has 31 days: 10 of A, 10 without work, 11 of B at 400 / 11 a day
    uncovered = 10 * Fraction(400, 11)
    assert change_of_job("2025-02-15") == (3000 + 500 + 400 + uncovered + 1200) / Fraction("91.25")


def test_a_change_of_job_makes_both_months_whole_before_november_2024() -> None:
    # December 2023: A 500 for 10 days, B 400 for 11 days, each made whole over 31 days
    both = 31 * Fraction(500, 10) + 31 * Fraction(400, 11)
    assert change_of_job("2024-02-15") == (3000 + both + 1200) / Fraction("91.25")


def test_a_new_hire_is_paid_on_the_days_since() -> None:
    record = {
        "emploi": "A", "mois": (2026, 3), "début de période": date(2026, 3, 1), "fin de période": date(2026, 3, 9),
        "salaire brut": Fraction(900), "heures": Fraction(160),
    }  # fmt: skip
    facts = {
        "emplois": [{"nom": "A", "début": date(2026, 3, 1)}],
        "paies": [record],
        "arrêts": [stop("2026-03-10", "2026-03-20")],
    }
    result = compute(facts)  # 100 a day over 31 + 31 + 28 days, each month capped at 2 552,25
    assert result.chains[0].base == 3 * Fraction("2552.25") / Fraction("91.25")
    assert result.chains[0].ground == "heures"


@pytest.mark.parametrize(("every", "count", "step"), [("hebdomadaire", 12, 7), ("quatorzaine", 6, 14)])
def test_pays_by_week_or_fortnight(every: str, count: int, step: int) -> None:
    ends = days(date(2025, 11, 2), date(2026, 2, 28))[::step]
    records = [
        {
            "emploi": "A", "mois": month_of(end), "début de période": days(date(2025, 1, 1), end)[-step], "fin de période": end,
            "salaire brut": Fraction(400 * step, 7), "heures": Fraction(35 * step, 7),
        }
        for end in ends
    ]  # fmt: skip
    job = {"nom": "A", "début": date(2018, 1, 1), "fréquence de paie": every}
    result = compute({"emplois": [job], "paies": records, "arrêts": [stop("2026-03-10", "2026-03-20")]})
    assert result.chains[0].base == count * Fraction(400 * step, 7) / 84


def test_a_worked_morning_shifts_the_waiting_days() -> None:
    assert paid_days(one_job("2000", stop("2026-01-23", "2026-01-29", **{"débute par un jour en partie travaillé": True}))) == [
        "01-27", "01-28", "01-29",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2024-10-01/2024-10-10", "2024-10-13/2024-10-14", ["10-13", "10-14"]),
        ("2024-10-01/2024-10-10", "2024-10-14/2024-10-18", ["10-17", "10-18"]),
        ("2024-06-01/2024-06-07", "2024-06-10/2024-06-10", ["06-08", "06-09", "06-10"]),
    ],
)
def test_gaps(first: str, second: str, expected: list[str]) -> None:
    result = one_job("2000", stop(*first.split("/")), stop(*second.split("/"), "prolongation"))
    after = first.split("/")[1][5:]
    assert [day for day in paid_days(result) if day > after] == expected


def test_one_waiting_time_for_a_long_illness() -> None:
    ill = {"affection de longue durée": "diabète"}
    stops = [
        stop("2025-01-06", "2025-01-10", **ill), stop("2025-06-02", "2025-06-03", **ill), stop("2025-11-03", "2025-11-07"),
    ]  # fmt: skip
    result = one_job("2000", *stops, affections=[{"nom": "diabète"}])
    assert [chain.waiting for chain in result.chains] == [3, 0, 3]


@pytest.mark.parametrize(("loss", "expected"), [("800", "26.66"), ("1200", "32.88")])
def test_part_time_is_limited_by_the_loss(loss: str, expected: str) -> None:
    losses = [{"emploi": "A", "mois": (2026, 4), "montant perdu": Fraction(loss)}]
    result = one_job("2000", stop("2026-04-01", "2026-04-30", **{"à temps partiel": True}), **{"pertes de salaire": losses})
    assert (len(paid_days(result)), allowance(result)) == (30, Fraction(expected))


def test_a_second_late_sending_halves_the_days_before_it() -> None:
    stops = [
        stop("2025-09-01", "2025-09-20", **{"date d'envoi": date(2025, 9, 8)}),
        stop("2026-05-04", "2026-05-20", **{"date d'envoi": date(2026, 5, 14)}),
    ]
    result = one_job("2000", *stops)
    halved = [f"{day:%m-%d}" for day, one in result.days.items() if one.amount == Fraction("16.44")]
    assert [one.sending for one in result.stops] == ["premier retard", "nouveau retard"]
    assert (halved[0], halved[-1], len(halved)) == ("05-07", "05-14", 8)
    assert result.stops[1].gross == 8 * Fraction("16.44") + 6 * Fraction("32.88")


def test_a_pensioner_has_sixty_allowances() -> None:
    past = [{"début": date(2025, 1, 1), "fin": date(2025, 3, 1), "nature": "maladie"}]
    born = {"date de naissance": date(1958, 5, 5)}
    pension = [{"début": date(2022, 1, 1)}]
    result = one_job(
        "2000", stop("2026-03-10", "2026-03-20"),
        **{"assuré": born, "pensions de vieillesse": pension, "indemnités antérieures": past},
    )  # fmt: skip
    assert {one.status for one in result.days.values()} == {"carence", "limite atteinte"}


def test_three_hundred_and_sixty_allowances() -> None:
    past = [{"début": date(2024, 1, 1), "fin": date(2024, 12, 24), "nature": "maladie"}]  # 359 days of a leap year
    result = one_job("2000", stop("2026-03-10", "2026-03-20"), **{"indemnités antérieures": past})
    assert paid_days(result) == ["03-13"]


def test_the_seventh_month_needs_twelve_months() -> None:
    result = one_job("2000", stop("2026-01-05", "2026-08-10"), since="2025-02-01")
    assert result.chains[0].beyond is False
    assert paid_days(result)[-1] == "07-04"
    assert one_job("2000", stop("2026-01-05", "2026-08-10"), since="2025-01-05").chains[0].beyond is True


def test_rights_are_kept_a_year_after_the_end_of_work() -> None:
    job = {"nom": "A", "début": date(2020, 1, 1), "fin": date(2025, 3, 15)}
    for first, ground in (("2026-03-15", "maintien de droits"), ("2026-03-16", "aucun")):
        facts = {"emplois": [job], "paies": pays("A", "2000", "2024-01", "2025-03"), "arrêts": [stop(first, "2026-03-30")]}
        assert compute(facts).chains[0].ground == ground


@pytest.mark.parametrize(("kept", "expected"), [("263.04", "employeur"), ("263.03", "assuré"), (None, None)])
def test_partial_wages_are_compared_with_the_allowances_of_their_period(kept: str | None, expected: str | None) -> None:
    record: Facts = {"emploi": "A", "début": date(2026, 3, 1), "fin": date(2026, 3, 20), "maintien": "partiel"}
    record |= {"salaire maintenu": Fraction(kept)} if kept else {}
    result = one_job("2000", stop("2026-03-10", "2026-03-24"), subrogations=[record])  # 8 paid days × 32,88 = 263,04
    assert result.days[date(2026, 3, 20)].payee == expected
    assert result.days[date(2026, 3, 21)].payee == "assuré"


def test_a_stop_that_overruns_a_parental_leave_is_paid_after_it() -> None:
    leave = {"début": date(2024, 1, 1), "fin": date(2024, 12, 31), "nature": "congé parental"}
    facts = {"emplois": [{"nom": "A", "début": date(2018, 1, 1)}], "paies": pays("A", "2500", "2023-01", "2023-12")}
    result = compute({**facts, "autres situations": [leave], "arrêts": [stop("2024-12-16", "2025-01-31")]})
    assert (paid_days(result)[0], len(paid_days(result))) == ("01-01", 31)
    assert allowance(result) == Fraction("41.10")  # 3 × 2 500 / 91,25 / 2, October to December 2023


@pytest.mark.parametrize(("first", "kept"), [("2025-12-31", True), ("2026-01-01", False)])
def test_a_small_job_does_not_end_the_rights_of_the_job_before(first: str, kept: bool) -> None:
    jobs = [
        {"nom": "A", "début": date(2018, 1, 1), "fin": date(2024, 12, 31)},
        {"nom": "B", "début": date(2025, 2, 1), "fin": date(2025, 4, 30)},
    ]
    small = [{**one, "heures": Fraction(20)} for one in pays("B", "300", "2025-02", "2025-04")]
    records = [*pays("A", "2500", "2024-01", "2024-12"), *small]
    result = compute({"emplois": jobs, "paies": records, "arrêts": [stop(first, "2026-01-11")]})
    assert result.chains[0].ground == ("maintien de droits" if kept else "aucun")


def test_no_day_is_due_after_a_death() -> None:
    result = one_job("2000", stop("2026-03-10", "2026-03-24"), assuré={"date de décès": date(2026, 3, 20)})
    assert (paid_days(result)[-1], len(paid_days(result))) == ("03-20", 8)
    assert result.days[date(2026, 3, 21)].status == "après le décès"
