"""Dossiers at random, drawn towards the edges of the law: dates, thresholds and counters that change the answer.

Everything stays inside what `law.py` covers: monthly pay, full-time stops that do not overlap, whole months of
reference, illnesses followed for less than three years. The same seed gives the same dossier for ever.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from tests.second_opinion.figures import (
    CENT,
    DAY,
    before,
    cents,
    days,
    first_day,
    last_day,
    month_of,
    new_year_strictly_before,
    preceding,
    smic,
    years_later,
)

Facts = dict[str, Any]

EDGES = [
    date(2024, 9, 1), date(2025, 4, 1), date(2024, 2, 29), date(2023, 3, 1), date(2024, 3, 1), date(2022, 5, 1),
    date(2022, 8, 1), date(2023, 5, 1), date(2024, 11, 1), date(2026, 6, 1), date(2021, 10, 1), date(2026, 1, 1),
    date(2024, 1, 1), date(2024, 7, 1), date(2024, 5, 6), date(2021, 3, 1), date(2025, 2, 28),
]  # fmt: skip
FIRST, LAST = date(2020, 10, 1), date(2026, 11, 15)
SITUATIONS = ["détention", "maternité", "accident du travail", "présence parentale"]


def dossier(seed: int) -> Facts:
    """One dossier."""
    draw = Random(seed)
    stops = some_stops(draw)
    start = stops[0]["début"]
    jobs = some_jobs(draw, start)
    found: Facts = {"emplois": jobs, "paies": list(some_pays(draw, jobs, start, stops[-1]["début"])), "arrêts": stops}
    found["affections"] = long_illness(draw, stops)
    found["indemnités antérieures"] = past_allowances(draw, stops)
    found["autres situations"] = other_situations(draw, start)
    found["décès d'enfant"] = deaths(draw, stops)
    pregnancy_losses(draw, stops)
    for records in found.values():
        draw.shuffle(records)
    return found


# --- stops --------------------------------------------------------------------------------------------


def some_stops(draw: Random) -> list[Facts]:
    """One to five stops, often near an edge, with gaps mostly of zero to four days."""
    stops: list[Facts] = []
    start = first_start(draw)
    for number in range(draw.choice([1, 1, 2, 2, 3, 4, 5])):
        if number:
            start = stops[-1]["fin"] + (1 + some_gap(draw)) * DAY
        if start > LAST:
            break
        end = min(start + (some_length(draw) - 1) * DAY, LAST)
        box = draw.choice(["prolongation", "prolongation", "initial"] if number else ["initial"] * 5 + ["prolongation"])
        stop: Facts = {"début": start, "fin": end, "case cochée": box}
        if draw.random() < 0.12 and box == "initial":  # on a prolongation the notes do not say what the gap is
            stop["débute par un jour en partie travaillé"] = True
        if draw.random() < 0.1:
            stop["date de prescription"] = start + draw.choice([-2, -1, 0, 1]) * DAY
        stops.append(stop)
    return stops


def first_start(draw: Random) -> date:
    if draw.random() < 0.5:
        return draw.choice(EDGES) + timedelta(days=draw.randint(-12, 4))
    return FIRST + timedelta(days=draw.randrange((LAST - FIRST).days))


def some_gap(draw: Random) -> int:
    return draw.choice([0, 0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 10, 40, 120, 364, 365, 366])


def some_length(draw: Random) -> int:
    return draw.choice([1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 21, 30, 45, 60, 150, draw.randint(1, 100)])


# --- jobs and pays ------------------------------------------------------------------------------------


def some_jobs(draw: Random, start: date) -> list[Facts]:
    """One to three jobs, none of which begins or ends inside a month of reference."""
    reference = first_day(preceding(start, 3)[0])
    jobs: list[Facts] = [{"nom": "A", "début": reference - timedelta(days=draw.choice([0, 31, 700]))}]
    if draw.random() < 0.35:
        jobs.append({"nom": "B", "début": reference - timedelta(days=draw.randint(0, 800))})
    if draw.random() < 0.15:
        ended = reference - timedelta(days=draw.randint(1, 80))
        jobs.append({"nom": "C", "début": ended - timedelta(days=draw.randint(5, 400)), "fin": ended})
    return jobs


def some_pays(draw: Random, jobs: list[Facts], start: date, end: date) -> Iterator[Facts]:
    """A pay for each job and month from ten months before the first stop to the month of the last."""
    target = draw.choice(["cap", "threshold", "hours", "any", "any"])
    changing = draw.random() < 0.4
    for job in jobs:
        level, hours = level_of(draw, target, start, len(jobs))
        month = before(month_of(start), draw.choice([10, 6]))
        while first_day(month) <= end:
            if last_day(month) >= job["début"] and first_day(month) <= job.get("fin", last_day(month)):
                amount = level + CENT * draw.randint(-60_000, 60_000) if changing and draw.random() < 0.4 else level
                pay: Facts = {"emploi": job["nom"], "mois": month, "salaire brut": max(amount, Fraction(10)), "heures": hours}
                if draw.random() < 0.1:
                    pay["date de versement"] = last_day(month) + timedelta(days=draw.choice([-3, 0, 1, 5, 12, 40]))
                yield pay
            month = before(month, -1)


def level_of(draw: Random, target: str, start: date, jobs: int) -> tuple[Fraction, Fraction]:
    """Monthly pay and hours: at a limit give or take a cent, or anything."""
    near = CENT * draw.choice([-1, 0, 0, 1])
    hours = Fraction("151.67")
    match target:
        case "cap":
            coefficient = Fraction("1.4") if start >= date(2025, 4, 1) else Fraction("1.8")
            return cents(coefficient * smic(last_day(before(month_of(start), 1))) * 35 * 52 / 12 / jobs) + near, hours
        case "threshold":
            whole = 1015 * smic(first_day(before(month_of(start), 6)))
            spared = draw.choice([0, 0, 5, 30]) * 6 * smic(new_year_strictly_before(first_day(before(month_of(start), 6))))
            return cents((whole - spared) / 6 / jobs) + near, Fraction(draw.choice([20, 45]), jobs).limit_denominator(1)
        case "hours":
            return cents(Fraction(draw.randint(20_000, 60_000), 100)), Fraction(50) / jobs // CENT * CENT + near
        case _:
            return CENT * draw.randint(20_000, 450_000), draw.choice([hours, Fraction(80), Fraction(35)])


# --- what surrounds the stops -------------------------------------------------------------------------


def long_illness(draw: Random, stops: list[Facts]) -> list[Facts]:
    """Some stops of a long illness, as long as all are within three years of the first."""
    if draw.random() > 0.25 or stops[-1]["fin"] >= years_later(stops[0]["début"], 3):
        return []
    names = draw.choice([["diabète"], ["diabète", "cancer"]])
    for stop in stops:
        if draw.random() < 0.6:
            stop["affection de longue durée"] = draw.choice(names)
    return [{"nom": name} for name in names]


def past_allowances(draw: Random, stops: list[Facts]) -> list[Facts]:
    """Nothing, a few days, or nearly 360 in the last three years, some of them about to leave the window."""
    kind = draw.choice(["none", "none", "few", "full", "full", "leaving"])
    start = stops[0]["début"]
    if kind == "none":
        return []
    if kind == "few":
        first = start + timedelta(days=draw.randint(-500, 20))
        nature = draw.choice(["maladie", "affection de longue durée", "maternité", "accident du travail"])
        return [{"début": first, "fin": first + timedelta(days=draw.randint(0, 40)), "nature": nature}]
    count = 360 + draw.choice([-20, -5, -3, -2, -1, 0, 1])
    edge = years_later(start, -3)
    leaving = draw.randint(1, 30) if kind == "leaving" else 0
    found = []
    if leaving:
        first = edge + timedelta(days=draw.randint(-10, 25))
        found.append({"début": first, "fin": first + (leaving - 1) * DAY, "nature": "maladie"})
    first = edge + timedelta(days=draw.choice([draw.randint(60, 400), draw.randint(60, 700)]))
    split = draw.randint(1, count - leaving - 1)
    found.append({"début": first, "fin": first + (split - 1) * DAY, "nature": "maladie"})
    second = found[-1]["fin"] + draw.choice([0, 1, 2, 9]) * DAY
    overlap = 1 if second == found[-1]["fin"] else 0
    found.append({"début": second, "fin": second + (count - leaving - split - 1 + overlap) * DAY, "nature": "maladie"})
    return [one for one in found if one["fin"] >= one["début"]]


def other_situations(draw: Random, start: date) -> list[Facts]:
    """Some days that count as work, before the months of reference."""
    if draw.random() > 0.2:
        return []
    months = preceding(start, 6)
    first = first_day(months[0]) + timedelta(days=draw.randint(-10, 60))
    last = min(first + timedelta(days=draw.randint(0, 40)), last_day(months[2]))
    return [{"début": first, "fin": last, "nature": draw.choice(SITUATIONS)}] if days(first, last) else []


def deaths(draw: Random, stops: list[Facts]) -> list[Facts]:
    """The death of a child about thirteen weeks before a stop."""
    if draw.random() > 0.12:
        return []
    found = []
    for _ in range(draw.choice([1, 1, 2])):
        when = draw.choice(stops)["début"] - timedelta(days=draw.choice([0, 1, 30, 89, 90, 91, 92, 93]))
        found.append({"survenance": when, "âge de l'enfant": draw.choice([0, 3, 24, 25, 30])})
    return found


def pregnancy_losses(draw: Random, stops: list[Facts]) -> None:
    for stop in stops:
        if draw.random() < 0.05 and "affection de longue durée" not in stop:
            stop["motif"] = draw.choice(["interruption spontanée de grossesse", "interruption médicale de grossesse"])
