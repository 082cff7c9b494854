"""Dossiers at random, drawn towards the edges of the law: dates, thresholds and counters that change the answer.

A dossier is a situation of work, a scene of stops, and a few things around them, each with its weight; they combine freely.
The same seed gives the same dossier for ever. Stops never overlap; every known pay is given (`README.md` says the rest).
"""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tests.second_opinion import draw_around as around
from tests.second_opinion import draw_pays as paying
from tests.second_opinion import draw_stops as stopping
from tests.second_opinion import draw_work as working
from tests.second_opinion.figures import last_day, month_of
from tests.second_opinion.papers import Facts

WORK: dict[Callable[[working.Work], None], int] = {
    working.work_steady: 34, working.work_by_week: 10, working.work_discontinuous: 11, working.work_changed: 13,
    working.work_new: 6, working.work_absent: 13, working.work_ended: 14, working.work_on_leave: 7, working.work_elsewhere: 6,
}  # fmt: skip
SCENES = {
    "ordinary": 38, "long": 12, "part-time": 12, "illness": 9, "three years": 6, "covid": 5, "cure": 5, "terrorism": 4,
    "pregnancy": 6, "military": 1, "three children": 2,
}  # fmt: skip
TARGETS = ["cap", "threshold", "yearly threshold", "hours", "any", "any"]


def dossier(seed: int) -> Facts:
    """One dossier."""
    draw = Random(seed)
    scene = draw.choices(list(SCENES), list(SCENES.values()))[0]
    stops = stopping.some_stops(draw, scene)
    work = working.Work(draw, stops[0]["début"], years_on(stops, scene), target=draw.choice(TARGETS))
    work.level = paying.level_of(draw, work.target, work.start)
    if scene in {"covid", "terrorism"} and draw.random() < 0.6:  # too little work for a right of common law
        work.level = (Fraction(draw.randint(100, 400)), Fraction(draw.choice([5, 20])))
    draw.choices(list(WORK), list(WORK.values()))[0](work)
    found: Facts = {"assuré": {}, "emplois": work.jobs, "arrêts": stops, "absences": work.absences}
    mark_stops(draw, scene, found, work)
    surround(draw, scene, found, work)
    found["paies"] = [pay for pay in work.pays if month_of_pay_is_over(pay, stops)]
    for records in found.values():
        if isinstance(records, list):
            draw.shuffle(records)
    return found


def years_on(stops: list[Facts], scene: str) -> date:
    """The day up to which pays are written."""
    later = timedelta(days=1600) if scene == "three years" else timedelta(0)
    return min(last_day(month_of(stops[-1]["fin"] + later)), date(2026, 12, 31))


def month_of_pay_is_over(pay: Facts, stops: list[Facts]) -> bool:
    """Pays up to the month before that of the last stop, and parts of a month."""
    return "fin de période" in pay or pay["mois"] <= month_of(max(one["début"] for one in stops))


def mark_stops(draw: Random, scene: str, found: Facts, work: working.Work) -> None:
    """What is written on the stops themselves."""
    stops: list[Facts] = found["arrêts"]
    if scene in {"illness", "three years"} or draw.random() < 0.1:
        found["affections"] = stopping.long_illness(draw, stops, scene)
    if scene == "part-time" or draw.random() < 0.04:
        found["pertes de salaire"] = stopping.work_part_time(draw, stops, work.jobs, work.level[0])
    stopping.change_motive(draw, stops, scene)
    for chance, mark in ((0.1, stopping.send_late), (0.08, stopping.change_author), (0.07, stopping.consult_remotely)):
        if draw.random() < chance:
            mark(draw, stops)


def surround(draw: Random, scene: str, found: Facts, work: working.Work) -> None:
    """Everything else."""
    stops: list[Facts] = found["arrêts"]
    start, pay = work.start, work.level[0]
    found["indemnités antérieures"] = past(draw, scene, start)
    found["autres situations"] = other_situations(draw, stops, start, work.situations)
    found["décès d'enfant"] = around.deaths(draw, stops) if draw.random() < 0.08 else []
    found["contrôles"] = around.controls(draw, stops) if draw.random() < 0.07 else []
    found["poursuites d'activité"] = work_going_on(draw, stops, work) if draw.random() < 0.1 else []
    found["subrogations"] = around.subrogations(draw, stops, work.jobs, pay) if draw.random() < 0.2 else []
    insured(draw, scene, found, start)
    if draw.random() < 0.03:
        for one in draw.sample(work.pays, min(3, len(work.pays))):
            one["heures"] = None


def work_going_on(draw: Random, stops: list[Facts], work: working.Work) -> list[Facts]:
    """A job that goes on, beside another more often than not."""
    if sum("fin" not in job for job in work.jobs) < 2 and draw.random() < 0.7:
        work.job("E", work.start - timedelta(days=1000))
    return around.going_on(draw, stops, work.jobs)


def past(draw: Random, scene: str, start: date) -> list[Facts]:
    kind = draw.choice(["none", "none", "few", "full", "none"])
    if kind == "full" or (scene == "part-time" and draw.random() < 0.4):
        return around.many_allowances(draw, start)
    return around.few_allowances(draw, start) if kind == "few" else []


def other_situations(draw: Random, stops: list[Facts], start: date, already: list[Facts]) -> list[Facts]:
    """Situations before the stops, inside them, or a custody that has ended; never two at once."""
    drawn: list[Facts] = []
    if draw.random() < 0.25:
        drawn += around.situations_before(draw, start)
    if draw.random() < 0.18:
        drawn += around.situations_inside(draw, stops)
    if draw.random() < 0.06:
        drawn += around.custody_before(draw, start)
    kept = list(already)
    for one in drawn:
        if not any(one["début"] <= other["fin"] and other["début"] <= one["fin"] for other in kept):
            kept.append(one)
    return kept


def insured(draw: Random, scene: str, found: Facts, start: date) -> None:
    """The insured: birth and pension, affiliation, children."""
    person: Facts = found["assuré"]
    if draw.random() < 0.08:
        person["date de naissance"], found["pensions de vieillesse"] = around.pension(draw, start)
        if draw.random() < 0.6 and not found["indemnités antérieures"]:
            first = start - timedelta(days=draw.choice([55, 80, 200]))
            last = first + timedelta(days=draw.choice([40, 50, 58]))
            found["indemnités antérieures"] = [{"début": first, "fin": min(last, start), "nature": "maladie"}]
    if draw.random() < 0.06:  # a death inside a stop, or after it
        stop = draw.choice(found["arrêts"])
        person["date de décès"] = max(stop["début"], stop["fin"] + timedelta(days=draw.choice([-20, -3, -2, -1, 0, 1])))
    if draw.random() < 0.12:
        person["début d'affiliation"] = start - timedelta(days=draw.choice([300, 364, 365, 366, 367, 2000]))
    if scene == "three children" or draw.random() < 0.05:
        person["enfants à charge"] = draw.choice([1, 2, 3, 4])
