"""Stops at random, near the dates on which the law changed: gaps of zero to four days, long stops, prescribers, sendings."""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tests.second_opinion.figures import CENT, DAY, days, month_of, monthly_ceiling, years_later
from tests.second_opinion.papers import Facts

EDGES = [
    date(2024, 9, 1), date(2025, 4, 1), date(2024, 2, 29), date(2023, 3, 1), date(2024, 3, 1), date(2022, 5, 1),
    date(2022, 8, 1), date(2023, 5, 1), date(2024, 11, 1), date(2026, 6, 1), date(2021, 10, 1), date(2026, 1, 1),
    date(2024, 1, 1), date(2024, 7, 1), date(2024, 5, 6), date(2021, 3, 1), date(2025, 2, 28), date(2021, 4, 15),
    date(2024, 6, 1), date(2023, 12, 28), date(2025, 12, 31), date(2023, 9, 1), date(2021, 4, 14), date(2021, 4, 28),
]  # fmt: skip
COVID_EDGES = [date(2020, 7, 11), date(2021, 1, 1), date(2021, 1, 10), date(2023, 1, 31), date(2023, 2, 1), date(2022, 3, 1)]
FIRST, LAST = date(2020, 7, 1), date(2026, 11, 15)
AUTHORS = [
    "prescripteur de l'arrêt initial", "médecin traitant", "sage-femme", "sage-femme référente", "chirurgien-dentiste",
    "spécialiste demandé par le médecin traitant", "remplaçant", "établissement de santé", "autre médecin", "autre médecin",
]  # fmt: skip
COVID = ["covid contact ou isolement", "covid test ou symptômes", "covid personne vulnérable ou garde d'enfant"]
LOSSES = ["interruption spontanée de grossesse", "interruption médicale de grossesse"]


def some_stops(draw: Random, scene: str) -> list[Facts]:
    """One to five stops, often near an edge, with gaps mostly of zero to four days."""
    stops: list[Facts] = []
    start = first_start(draw, scene)
    for number in range(draw.choice([1, 1, 2, 2, 3, 4, 5])):
        if number:
            start = stops[-1]["fin"] + (1 + some_gap(draw)) * DAY
        if start > LAST:
            break
        stops.append(one_stop(draw, start, number, scene))
    return stops


def one_stop(draw: Random, start: date, number: int, scene: str) -> Facts:
    length = some_length(draw) if scene != "long" or number else draw.choice([175, 183, 186, 200, 260, 400])
    end = min(start + (length - 1) * DAY, LAST)
    box = draw.choice(["prolongation", "prolongation", "initial"] if number else ["initial"] * 5 + ["prolongation"])
    stop: Facts = {"début": start, "fin": end, "case cochée": box}
    if draw.random() < 0.1 and end > start:
        stop["débute par un jour en partie travaillé"] = True
    if draw.random() < 0.1:
        stop["date de prescription"] = start + draw.choice([-2, -1, 0, 1]) * DAY
    return stop


def first_start(draw: Random, scene: str) -> date:
    if scene == "covid":
        return draw.choice(COVID_EDGES) + timedelta(days=draw.randint(-5, 5))
    if draw.random() < 0.5:
        return draw.choice(EDGES) + timedelta(days=draw.randint(-12, 4))
    return FIRST + timedelta(days=draw.randrange((LAST - FIRST).days))


def some_gap(draw: Random) -> int:
    return draw.choice([0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 10, 40, 120, 364, 365, 366])


def some_length(draw: Random) -> int:
    return draw.choice([1, 2, 3, 4, 5, 6, 7, 8, 10, 14, 21, 30, 45, 60, 150, draw.randint(1, 100)])


# --- what is written on a stop ------------------------------------------------------------------------


def send_late(draw: Random, stops: list[Facts]) -> None:
    """Sendings around the second day, the end of the stop, and two years after the first late one."""
    for stop in stops:
        if draw.random() < 0.8:
            late = draw.choice([1, 2, 3, 4, 8, 20, (stop["fin"] - stop["début"]).days, (stop["fin"] - stop["début"]).days + 1])
            stop["date d'envoi"] = stop["début"] + late * DAY
        if draw.random() < 0.1:
            stop["excusé de son retard"] = True


def change_author(draw: Random, stops: list[Facts]) -> None:
    for stop in stops:
        if draw.random() < 0.7:
            stop["prescripteur"] = draw.choice(AUTHORS)
        if draw.random() < 0.2:
            stop["justifié par une impossibilité"] = True


def consult_remotely(draw: Random, stops: list[Facts]) -> None:
    for stop in stops:
        if draw.random() < 0.6:
            stop["mode de consultation"] = draw.choice(
                ["téléconsultation", "téléconsultation", "téléconsultation depuis l'étranger"]
            )
            stop["prescripteur"] = draw.choice(["médecin traitant", "sage-femme référente", *["autre médecin"] * 3])
        if draw.random() < 0.2:
            stop["justifié par une impossibilité"] = True


def change_motive(draw: Random, stops: list[Facts], scene: str) -> None:
    """The motive of all stops, or of some."""
    motive = {
        "covid": draw.choice(COVID),
        "cure": "cure thermale",
        "terrorism": "acte de terrorisme",
        "pregnancy": draw.choice(LOSSES),
        "military": "affection militaire",
    }.get(scene)
    for stop in stops:
        if motive and (scene == "covid" or draw.random() < 0.6):
            stop["motif"] = motive
            if motive == "cure thermale":
                limit_of_cure(draw, stop)


def limit_of_cure(draw: Random, stop: Facts) -> None:
    dependants = draw.choice([0, 0, 1, 2, 3])
    ceiling = monthly_ceiling(stop["début"]) * (1 + Fraction(dependants, 2))
    if draw.random() < 0.85:
        stop["ressources mensuelles du foyer"] = ceiling + CENT * draw.choice([-100_000, -1, 0, 1])
    if dependants:
        stop["personnes à charge du foyer"] = dependants


def work_part_time(draw: Random, stops: list[Facts], jobs: list[Facts], pay: Fraction) -> list[Facts]:
    """Part-time stops, and losses around what limits the allowance."""
    for stop in draw.sample(stops, draw.randint(1, len(stops))):
        if not stop.get("débute par un jour en partie travaillé"):
            stop["à temps partiel"] = True
    months = {month_of(day) for stop in stops if stop.get("à temps partiel") for day in days(stop["début"], stop["fin"])}
    found: list[Facts] = []
    for month in sorted(months):
        for job in jobs[: draw.choice([1, 1, 2])]:
            around = pay / 2 + CENT * draw.choice([-40_000, -1, 0, 1, 40_000])
            loss = draw.choice([Fraction(0), around, around, pay * 3 / 4, pay / 3])
            if draw.random() < 0.92:
                found.append({"emploi": job["nom"], "mois": month, "montant perdu": max(Fraction(0), loss // CENT * CENT)})
    return found


def long_illness(draw: Random, stops: list[Facts], scene: str) -> list[Facts]:
    """One or two long illnesses; the last stop sometimes around three or four years after the first."""
    names = draw.choice([["diabète"], ["diabète"], ["diabète", "cancer"]])
    for stop in stops:
        if draw.random() < 0.7:
            stop["affection de longue durée"] = draw.choice(names)
    if scene == "three years":
        edge = years_later(stops[0]["début"], draw.choice([3, 3, 3, 4]))
        first = max(edge + timedelta(days=draw.choice([-40, -10, -1, 0, 1, 20])), stops[-1]["fin"] + DAY)
        if first < LAST:
            last = min(first + draw.choice([2, 30, 200]) * DAY, LAST)
            stops.append({"début": first, "fin": last, "case cochée": draw.choice(["initial", "prolongation"])})
            stops[-1]["affection de longue durée"] = names[0]
            stops[0]["affection de longue durée"] = names[0]
            if draw.random() < 0.4:
                fill_between(draw, stops, names[0])
    return [{"nom": name} for name in names]


def fill_between(draw: Random, stops: list[Facts], name: str) -> None:
    """No year of work in between: a stop every ten months."""
    last = stops.pop()
    day = stops[-1]["fin"] + 300 * DAY
    while day + 40 * DAY < last["début"]:
        stops.append({"début": day, "fin": day + draw.randint(1, 30) * DAY, "case cochée": "initial"})
        stops[-1]["affection de longue durée"] = name
        day = stops[-1]["fin"] + 300 * DAY
    stops.append(last)
