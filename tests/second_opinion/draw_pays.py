"""The pays of the jobs drawn at random: by month, week or fortnight, near a threshold or the cap, sometimes received late.

`Work` gathers the work side of a dossier; `draw_work.py` draws its situations.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tests.second_opinion.figures import (
    CENT,
    DAY,
    before,
    cents,
    days,
    first_day,
    last_day,
    length,
    month_of,
    new_year_strictly_before,
    smic,
)
from tests.second_opinion.papers import Facts

HISTORY = 38
ORDINARY = ["salarié", "apprenti", "salarié agricole"]
STEP = {"hebdomadaire": 7, "quatorzaine": 14}


@dataclass
class Work:
    """The work side of a dossier, around the first day of its first stop and to the last of its last."""

    draw: Random
    start: date
    end: date
    target: str = "any"
    jobs: list[Facts] = field(default_factory=list)
    pays: list[Facts] = field(default_factory=list)
    absences: list[Facts] = field(default_factory=list)
    situations: list[Facts] = field(default_factory=list)
    level: tuple[Fraction, Fraction] = (Fraction(2000), Fraction("151.67"))

    def job(self, name: str, begins: date, ends: date | None = None, **more: object) -> Facts:
        """A job, and its pays."""
        found: Facts = {"nom": name, "début": begins} | ({"fin": ends} if ends else {}) | more
        if "catégorie" not in found and self.draw.random() < 0.15:
            found["catégorie"] = self.draw.choice(ORDINARY)
        self.jobs.append(found)
        self.pays += pays_of(self, found)
        return found


def pays_of(work: Work, job: Facts) -> Iterator[Facts]:
    """A pay for each period of a job, sometimes another amount, sometimes paid another day."""
    draw, (amount, hours) = work.draw, work.level
    every = job.get("fréquence de paie", "mensuelle")
    changing = draw.random() < 0.4
    for period in list(regular(work, job, STEP[every])) if every in STEP else list(monthly(work, job)):
        share = Fraction(STEP.get(every, 30), 30) if every in STEP else Fraction(1)
        here = amount + CENT * draw.randint(-60_000, 60_000) if changing and draw.random() < 0.4 else amount
        pay: Facts = {"emploi": job["nom"], **period, "salaire brut": max(cents(here * share), Fraction(10))}
        pay["heures"] = cents(hours * share)
        if every not in STEP and draw.random() < 0.05:
            pay["date de versement"] = last_day(period["mois"]) + timedelta(days=draw.choice([-3, 0, 1, 5, 12, 40]))
        yield pay


def monthly(work: Work, job: Facts) -> Iterator[Facts]:
    month = max(before(month_of(work.start), HISTORY), month_of(job["début"]))
    while first_day(month) <= min(work.end, job.get("fin", work.end)):
        yield {"mois": month}
        month = before(month, -1)


def regular(work: Work, job: Facts, step: int) -> Iterator[Facts]:
    """Whole weeks or fortnights that end on the same days for every job."""
    sunday = date(2016, 1, 10)
    first = max(first_day(before(month_of(work.start), HISTORY)), job["début"])
    for end in days(sunday, work.end)[::step]:
        begins = end - (step - 1) * DAY
        if begins >= first:
            yield {"mois": month_of(end), "début de période": begins, "fin de période": end}


def level_of(draw: Random, target: str, start: date) -> tuple[Fraction, Fraction]:
    """Monthly pay and hours: at a limit give or take a cent, or anything."""
    near, full = CENT * draw.choice([-1, 0, 0, 1]), Fraction("151.67")
    six, twelve = first_day(before(month_of(start), 6)), first_day(before(month_of(start), 12))
    match target:
        case "cap":
            coefficient = Fraction("1.4") if start >= date(2025, 4, 1) else Fraction("1.8")
            return cents(coefficient * smic(last_day(before(month_of(start), 1))) * 35 * 52 / 12) + near, full
        case "threshold":
            spared = draw.choice([0, 0, 5, 30]) * 6 * smic(new_year_strictly_before(six))
            return cents((1015 * smic(six) - spared) / 6) + near, Fraction(draw.choice([20, 45]))
        case "yearly threshold":
            hours = draw.choice([Fraction(50) + near, Fraction(45), Fraction(60)])
            return cents(2030 * smic(new_year_strictly_before(twelve)) / 12) + near, hours
        case "hours":
            return cents(Fraction(draw.randint(20_000, 60_000), 100)), Fraction(50) + near
        case _:
            return CENT * draw.randint(20_000, 450_000), draw.choice([full, Fraction(80), Fraction(35)])


def two_pays(work: Work, job: Facts, begins: date, eve: date) -> None:
    """The month of the stop paid in two parts: to the eve of the stop, and from its first day."""
    month = month_of(begins)
    work.pays = [pay for pay in work.pays if pay["emploi"] != job["nom"] or pay["mois"] != month]
    for first, last in ((begins, eve), (eve + DAY, last_day(month))):
        amount, hours = (cents(one * ((last - first).days + 1) / length(month)) for one in work.level)
        period: Facts = {"emploi": job["nom"], "mois": month, "début de période": first, "fin de période": last}
        work.pays.append(period | {"salaire brut": amount, "heures": hours})


def forget_late_payments(work: Work) -> None:
    """A pay received late, in a month of absence: the text does not say what it is worth."""
    for pay in work.pays:
        if pay["emploi"] == "A":
            pay.pop("date de versement", None)
