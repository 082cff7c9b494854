"""What surrounds the stops, at random: past allowances, other situations, pensions, controls, jobs that go on, employers."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tests.second_opinion.figures import CENT, DAY, days, first_day, last_day, preceding, years_later
from tests.second_opinion.papers import Facts

ASSIMILATED = [
    "détention", "maternité", "accident du travail", "présence parentale", "rente d'accident du travail",
    "rééducation de rentier", "invalidité", "congé de formation non payé", "congé de formation non payé",
]  # fmt: skip
INSIDE = [
    "détention", "maternité", "accident du travail", "séjour sans convention", "séjour sous convention", "invalidité",
    "essai encadré", "rééducation en entreprise", "présence parentale",
]  # fmt: skip
NATURES = ["maladie", "affection de longue durée", "maternité", "accident du travail", "covid"]


def few_allowances(draw: Random, start: date) -> list[Facts]:
    first = start + timedelta(days=draw.randint(-500, 20))
    return [{"début": first, "fin": first + timedelta(days=draw.randint(0, 40)), "nature": draw.choice(NATURES)}]


def many_allowances(draw: Random, start: date, limit: int = 360) -> list[Facts]:
    """Nearly the limit, some of them about to leave the window of three years."""
    count = limit + draw.choice([-20, -5, -3, -2, -1, 0, 1])
    edge, found = years_later(start, -3), []
    leaving = draw.randint(1, 30) if limit == 360 and draw.random() < 0.3 else 0
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


def situations_before(draw: Random, start: date) -> list[Facts]:
    """Some days that count as work, in the year before."""
    months = preceding(start, draw.choice([6, 6, 12]))
    first = first_day(months[0]) + timedelta(days=draw.randint(-10, 60))
    last = min(first + timedelta(days=draw.randint(0, 60)), last_day(months[-1]))
    return [{"début": first, "fin": last, "nature": draw.choice(ASSIMILATED)}] if days(first, last) else []


def custody_before(draw: Random, start: date) -> list[Facts]:
    last = start - timedelta(days=draw.choice([1, 40, 120, 200, 364, 365, 366]))
    first = last - timedelta(days=draw.choice([20, 200, 364, 365, 366]))
    return [{"début": first, "fin": last, "nature": "détention"}]


def situations_inside(draw: Random, stops: list[Facts]) -> list[Facts]:
    """Days inside a stop that another situation touches."""
    stop = draw.choice(stops)
    first = stop["début"] + timedelta(days=draw.choice([-3, 0, 2, 5]))
    return [{"début": first, "fin": first + draw.choice([0, 3, 20]) * DAY, "nature": draw.choice(INSIDE)}]


def deaths(draw: Random, stops: list[Facts]) -> list[Facts]:
    """The death of a child about thirteen weeks before a stop."""
    found = []
    for _ in range(draw.choice([1, 1, 2])):
        when = draw.choice(stops)["début"] - timedelta(days=draw.choice([0, 1, 30, 89, 90, 91, 92, 93]))
        found.append({"survenance": when, "âge de l'enfant": draw.choice([0, 3, 24, 25, 30])})
    return found


def pension(draw: Random, start: date) -> tuple[date, list[Facts]]:
    """A date of birth around the legal age, and a pension."""
    born = date(start.year - draw.choice([61, 62, 62, 63, 64, 66]), draw.randint(1, 12), draw.randint(1, 28))
    since = start - timedelta(days=draw.choice([-20, 0, 100, 500, 900]))
    found: Facts = {"début": since}
    if draw.random() < 0.3:
        found["fin"] = since + timedelta(days=draw.choice([30, 400]))
    if draw.random() < 0.35:
        found["nature"] = draw.choice(["progressive", "progressive", "entière"])
    return born, [found]


def controls(draw: Random, stops: list[Facts]) -> list[Facts]:
    """A decision of suspension inside a stop, often near its end, and opinions on the stops that follow."""
    stop = draw.choice(stops)
    nature = draw.choice(["arrêt non justifié", "contrôle impossible", "sorties non respectées", "activité non autorisée"])
    first = draw.choice([stop["début"] + draw.choice([0, 2, 5]) * DAY, stop["fin"] - draw.choice([0, 1, 8]) * DAY])
    record: Facts = {"début": min(max(first, stop["début"]), stop["fin"]), "nature": nature}
    if draw.random() < 0.5:
        record["fin"] = record["début"] + draw.choice([0, 3, 10]) * DAY
    if draw.random() < 0.5:  # a new stop about ten days later
        later = min((one["début"] for one in stops if one["début"] > stop["fin"]), default=None)
        move = record["début"] + draw.choice([1, 9, 10, 11, 12]) * DAY
        if move > stop["fin"] and (later is None or move < later):
            stops.append({"début": move, "fin": move + 5 * DAY if later is None else min(move + 5 * DAY, later - DAY)})
            stops[-1]["case cochée"] = draw.choice(["initial", "prolongation"])
    for one in stops:
        if record["début"] < one["début"] <= record["début"] + 13 * DAY:
            one["avis du service médical"] = draw.choice(["favorable", "défavorable", "défavorable", "non demandé"])
    return [record]


def going_on(draw: Random, stops: list[Facts], jobs: list[Facts]) -> list[Facts]:
    """A job that goes on during a stop; authorised only when another one stops."""
    others = [job for job in jobs if "fin" not in job]
    stop = draw.choice(stops)
    authorised = len(others) > 1 and draw.random() < 0.7
    job = others[-1] if others else jobs[-1]
    first = stop["début"] + (0 if authorised else draw.choice([-5, 0, 2, 4])) * DAY
    last = max(first, stop["fin"]) if authorised else first + draw.choice([0, 5]) * DAY
    return [{"emploi": job["nom"], "début": first, "fin": last, "autorisée par le prescripteur": authorised}]


def subrogations(draw: Random, stops: list[Facts], jobs: list[Facts], pay: Fraction) -> list[Facts]:
    """Employers who keep paying all or part of the wages, over all or part of a stop."""
    found: list[Facts] = []
    for stop in draw.sample(stops, draw.randint(1, len(stops))):
        for job in jobs[: draw.choice([1, 1, 2])]:
            first = stop["début"] + timedelta(days=draw.choice([0, 0, 3, 10]))
            last = max(first, stop["fin"] + timedelta(days=draw.choice([0, 0, -3, 5])))
            record: Facts = {"emploi": job["nom"], "début": first, "fin": last, "maintien": draw.choice(["total", "partiel"])}
            if record["maintien"] == "partiel" and draw.random() < 0.85:
                per_day = min(pay / Fraction("60.84"), Fraction(46))
                count = max(0, (last - first).days + draw.choice([1, -2, 0]))
                record["salaire maintenu"] = max(Fraction(0), per_day * count // CENT * CENT)
            found.append(record)
    return found
