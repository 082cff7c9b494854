"""Jobs at random: frequencies of pay, contracts that begin and end in the reference period, absences, thresholds.

Each `work_…` function is one situation of `dossiers.py`. Every month of a job has a pay, from two years and a half before the
first stop, except where an absence explains that it has none.
"""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tests.second_opinion.draw_pays import Work, forget_late_payments, two_pays
from tests.second_opinion.figures import (
    CENT,
    DAY,
    Month,
    before,
    cents,
    first_day,
    last_day,
    month_of,
    new_year_strictly_before,
    preceding,
    smic,
)
from tests.second_opinion.papers import Facts

LISTED = ["maladie", "accident du travail", "maternité", "chômage partiel", "fermeture de l'établissement", "congé sans solde"]
UNLISTED = ["absence non autorisée", "grève", "mise à pied"]


def day_in(draw: Random, month: Month) -> date:
    return first_day(month) + timedelta(days=draw.choice([0, 1, 14, 15, 27, draw.randrange(28)]))


# --- situations of work -------------------------------------------------------------------------------


def work_steady(work: Work) -> None:
    """One to three jobs that began long ago."""
    for name in "ABC"[: work.draw.choice([1, 1, 1, 2, 2, 3])]:
        work.job(name, work.start - timedelta(days=work.draw.choice([130, 364, 365, 366, 700, 1500])))


def work_by_week(work: Work) -> None:
    """Weekly or fortnightly pay, sometimes beside a monthly job, sometimes two of them."""
    every = work.draw.choice(["hebdomadaire", "quatorzaine"])
    work.job("A", work.start - timedelta(days=1200), **{"fréquence de paie": every})
    if work.draw.random() < 0.5:
        other = work.draw.choice(["mensuelle", every])
        work.job("B", work.start - timedelta(days=1300), **{"fréquence de paie": other})


def work_discontinuous(work: Work) -> None:
    """Seasonal or discontinuous contracts over the year, or services to a person, few hours a month."""
    begins = work.start - timedelta(days=work.draw.choice([200, 300, 364, 365, 366, 500]))
    if work.draw.random() < 0.6:
        return work_of_a_season(work)
    kind: Facts = {"fréquence de paie": "discontinue"}
    if work.draw.random() < 0.3:
        kind = {"catégorie": "service à la personne"}
    number = 0
    while begins < work.start:
        ends = begins + timedelta(days=work.draw.choice([20, 60, 100, 400]))
        work.job(f"S{number}", begins, ends, **kind)
        begins, number = ends + timedelta(days=work.draw.choice([1, 10, 60])), number + 1
    if work.draw.random() < 0.4:
        work.job("B", work.start - timedelta(days=900))
    return None


def work_of_a_season(work: Work) -> None:
    """One season of five months, ended more than three months ago: about 600 hours, or 2 030 minimum wages, in the year."""
    draw = work.draw
    month = before(month_of(work.start), draw.choice([9, 10, 11, 12]))
    months = draw.choice([5, 5, 6])
    threshold = 2030 * smic(new_year_strictly_before(first_day(preceding(work.start, 12)[0]))) / months
    near = CENT * draw.choice([-1, 0, 0, 1, 5000])
    hours = draw.choice([Fraction(600, months) + near, Fraction(40)])
    work.level = (cents(threshold) + near if hours == 40 else Fraction(900), hours)
    kind: Facts = draw.choice([{"fréquence de paie": "discontinue"}, {"catégorie": "service à la personne"}])
    work.job("S", first_day(month), last_day(before(month, 1 - months)), **kind)
    if draw.random() < 0.4:
        work.level = (Fraction(draw.randint(100, 300)), Fraction(draw.choice([10, 30])))
        work.job("B", last_day(before(month, 1 - months)) + draw.choice([1, 40]) * DAY)


def work_changed(work: Work) -> None:
    """Contracts that begin, end, or both, in the months of reference."""
    months = preceding(work.start, 3)
    month = work.draw.choice(months)
    cut = day_in(work.draw, month)
    shape = work.draw.choice(["begins", "ends", "changes", "changes", "overlaps", "short", "beside"])
    if shape in {"ends", "changes", "overlaps", "beside"}:
        work.job("A", work.start - timedelta(days=900), cut)
    if shape in {"begins", "beside"}:
        work.job("B", cut)
    if shape in {"changes", "overlaps"}:
        begins = cut + work.draw.choice([1, 2, 5, 10] if shape == "changes" else [-5, 0]) * DAY
        work.job("B", max(begins, first_day(month)))
    if shape == "short":
        work.job("B", first_day(month) + 4 * DAY, first_day(month) + work.draw.randint(10, 25) * DAY)
    if shape in {"ends", "short"} or (shape == "begins" and work.draw.random() < 0.5):
        work.job("C", work.start - timedelta(days=1000))


def work_new(work: Work) -> None:
    """A job begun in the month of the stop, with a part of the month paid; sometimes an old job in the period."""
    begins = first_day(month_of(work.start))
    eve = work.start - DAY
    if eve <= begins:
        return work_changed(work)
    begins += work.draw.randrange((eve - begins).days) * DAY
    job = work.job("A", begins)
    two_pays(work, job, begins, eve)
    if work.draw.random() < 0.3:
        work.job("B", work.start - timedelta(days=800), last_day(preceding(work.start, 3)[1]))
    return None


def work_absent(work: Work) -> None:
    """Absences of every motive in the months of reference, with or without pay kept; a declared restored salary."""
    draw = work.draw
    work.job("A", work.start - timedelta(days=draw.choice([400, 900])))
    if draw.random() < 0.25:
        work.job("B", work.start - timedelta(days=1000))
    for month in draw.sample(preceding(work.start, 3), draw.choice([1, 1, 2])):
        motive = draw.choice(LISTED + UNLISTED)
        whole = draw.random() < 0.35
        first = first_day(month) if whole else first_day(month) + draw.randrange(15) * DAY
        last = last_day(month) if whole else first + draw.randrange(1, 13) * DAY
        absence: Facts = {"emploi": "A", "début": first, "fin": last, "motif": motive}
        kept = draw.random() < 0.3
        work.absences.append(absence | ({"à salaire maintenu": True} if kept else {}))
        reduce(work, month, whole and not kept, motive)
    forget_late_payments(work)
    if draw.random() < 0.1:
        nothing_in_the_period(work)


def reduce(work: Work, month: Month, nothing: bool, motive: str) -> None:
    """The pay of the month of an absence."""
    pay = next(one for one in work.pays if one["emploi"] == "A" and one["mois"] == month)
    if nothing and motive in LISTED and work.draw.random() < 0.5:
        work.pays.remove(pay)
    elif nothing:
        pay |= {"salaire brut": Fraction(0), "heures": Fraction(0)}
    else:
        pay["salaire brut"] = cents(pay["salaire brut"] * work.draw.choice([1, 2, 3]) / 4)
        if work.draw.random() < 0.35:
            pay["salaire rétabli"] = cents(pay["salaire brut"] * Fraction(5, 4))


def nothing_in_the_period(work: Work) -> None:
    """Absent for the three months, back at work in the month of the stop."""
    begins, eve, months = first_day(month_of(work.start)), work.start - DAY, preceding(work.start, 3)
    if len(work.jobs) > 1 or eve < begins:
        return
    work.absences = [{"emploi": "A", "début": first_day(months[0]), "fin": last_day(months[2]), "motif": "maternité"}]
    work.pays = [pay for pay in work.pays if pay["mois"] not in months]
    two_pays(work, work.jobs[0], begins, eve)


def work_ended(work: Work) -> None:
    """No job on the day of the stop: rights kept or not, with or without unemployment benefit; or a small new job."""
    draw = work.draw
    ended = work.start - timedelta(days=draw.choice([1, 2, 20, 100, 300, 364, 365, 366, 367, 380]))
    long_ago = ended - timedelta(days=draw.choice([20, 80, 400, 1000]))
    work.job("A", long_ago, ended)
    paid = draw.choice(["none", "now", "now", "before", "before"])
    if paid != "none" and ended + 9 * DAY < work.start:
        last = work.end if paid == "now" else work.start - timedelta(days=draw.choice([1, 30, 364, 365, 366, 367]))
        if last > ended + 8 * DAY:
            work.situations.append({"début": ended + 8 * DAY, "fin": last, "nature": "chômage indemnisé"})
    if draw.random() < 0.45:
        work.level = (Fraction(draw.randint(100, 500)), Fraction(draw.choice([10, 40])))
        if ended + 40 * DAY < work.start and draw.random() < 0.5:  # another end of work, that opens nothing
            return small_job_ended(work, ended)
        work.job("B", max(ended, work.start - timedelta(days=60)) + DAY)


def small_job_ended(work: Work, ended: date) -> None:
    begins = ended + work.draw.choice([1, 1, 10]) * DAY
    work.job("B", begins, begins + timedelta(days=work.draw.randrange(20, (work.start - begins).days)))


def work_on_leave(work: Work) -> None:
    """A stop just after or inside a parental leave, an unpaid leave, a closure or short time."""
    draw = work.draw
    work.job("A", work.start - timedelta(days=1500))
    first = work.start - timedelta(days=draw.choice([10, 45, 200, 400]))
    if draw.random() < 0.5:
        last = work.start - draw.choice([1, 1, 2, 40, 364, 365, 366, 0, -2, -5, -20]) * DAY
        first = min(first, last - 60 * DAY)
        work.situations.append({"début": first, "fin": last, "nature": "congé parental"})
    else:
        first, last = work.start - timedelta(days=draw.choice([10, 45, 80])), work.start + draw.choice([-1, 0, 30]) * DAY
        motive = draw.choice(LISTED[3:])
        work.absences.append({"emploi": "A", "début": first, "fin": last, "motif": motive})
    without = [pay for pay in work.pays if first <= first_day(pay["mois"]) and last_day(pay["mois"]) <= last]
    for pay in without:
        pay |= {"salaire brut": Fraction(0), "heures": Fraction(0)}
    forget_late_payments(work)


def work_elsewhere(work: Work) -> None:
    """A second job that belongs to another regime, or that puts the case out of scope."""
    work_steady(work)
    category = work.draw.choice(["indépendant", "indépendant", "régime spécial", "stagiaire", "artiste-auteur"])
    if work.draw.random() < 0.1:
        category = "travail dissimulé redressé"
    work.job("Z", work.start - timedelta(days=900), **{"catégorie": category})
