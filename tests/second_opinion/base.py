"""The daily base (BASE-01 to BASE-12): pays by frequency, each capped, divided; then the highest allowance.

Months not wholly worked are made whole by `incomplete.py`.
"""

from datetime import date
from fractions import Fraction

from tests.second_opinion.figures import DAY, ZERO, Month, cents, first_day, last_day, preceding, smic
from tests.second_opinion.incomplete import Period as ReferencePeriod
from tests.second_opinion.incomplete import months_made_whole
from tests.second_opinion.model import Chain
from tests.second_opinion.papers import Facts, Papers, frequency, gross, job_end

LOWER_COEFFICIENT = date(2025, 4, 1)
BEFORE_LEAVE = {"congé sans solde", "fermeture de l'établissement", "chômage partiel"}


def set_amount(papers: Papers, chain: Chain) -> None:
    """Cap, highest allowance and base of a chain; the base is None when a pay of the period is missing."""
    start = chain.reference
    chain.coefficient = Fraction("1.4") if start >= LOWER_COEFFICIENT else Fraction("1.8")
    chain.cap = cents(chain.coefficient * smic(last_day(preceding(start, 1)[0])) * 35 * 52 / 12)
    chain.maximum = 12 * chain.cap / 730
    stopped = [job for job in papers.jobs if not goes_on(papers, chain, job)]
    parts = [
        regular_pays(papers, chain, stopped, "hebdomadaire", 12, chain.cap * 12 / 52),
        regular_pays(papers, chain, stopped, "quatorzaine", 6, chain.cap * 12 / 26),
        monthly_pays(papers, chain, stopped, "mensuelle", 3, Fraction("91.25")),
        monthly_pays(papers, chain, stopped, "discontinue", 12, Fraction(365)),
    ]
    known = [part for part in parts if part is not None]
    chain.base = sum(known, ZERO) if len(known) == len(parts) else None


def goes_on(papers: Papers, chain: Chain, job: Facts) -> bool:
    """Whether the prescriber let this job go on during the chain: its pays do not make the base."""
    return any(
        one["emploi"] == job["nom"]
        and one["autorisée par le prescripteur"]
        and one["début"] <= chain.last
        and one["fin"] >= chain.first
        for one in papers.all("poursuites d'activité")
    )


def regular_pays(papers: Papers, chain: Chain, jobs: list[Facts], every: str, count: int, cap: Fraction) -> Fraction:
    """The last pays by week or fortnight of the three civil months: pays of the same period capped together, then 1/84."""
    months = preceding(reckoned_from(papers, chain, jobs), 3)
    names = {job["nom"] for job in jobs if frequency(job) == every}
    by_end: dict[date, Fraction] = {}
    for pay in papers.paid_before(chain.reference):
        if pay["emploi"] in names and pay["mois"] in months:
            end = papers.period(pay)[1]
            by_end[end] = by_end.get(end, ZERO) + pay["salaire brut"]
    last = sorted(by_end)[-count:]
    return sum((min(cap, by_end[end]) for end in last), ZERO) / 84


def monthly_pays(papers: Papers, chain: Chain, jobs: list[Facts], every: str, count: int, divisor: Fraction) -> Fraction | None:
    """The civil months before the interruption, each made whole, all jobs together, capped; None when one is not known."""
    months: list[Month] = preceding(reckoned_from(papers, chain, jobs), count)
    kept = [job for job in jobs if frequency(job) == every]
    amounts = months_made_whole(ReferencePeriod(papers, kept, months, chain.reference, jobs))
    if any(amount is None for amount in amounts):
        return None
    return sum((min(chain.cap, amount) for amount in amounts if amount is not None), ZERO) / divisor


def reckoned_from(papers: Papers, chain: Chain, stopped: list[Facts]) -> date:
    """The day before whose month the reference months are: the effective end of the work that stopped (BASE-09).

    A parental leave ends it, unless it had ended before.
    """
    day = chain.reference
    leaves = (first for first, last in papers.situations("congé parental") if first <= day <= last + DAY)
    return min(next(leaves, day), end_of_work(papers, day, stopped))


def end_of_work(papers: Papers, day: date, stopped: list[Facts]) -> date:
    """The first day without work; the day itself while one of the jobs goes on."""
    jobs = [job for job in stopped if job["début"] <= day <= job_end(job)]
    if not jobs:
        return max((stopped_for_good(papers, job) for job in stopped if job_end(job) < day), default=day)
    absences = [never_resumed(papers, job, day) or unpaid_leave_on(papers, job, day) for job in jobs]
    started = [first for first in absences if first is not None]
    return max(started) if len(started) == len(jobs) else day


def stopped_for_good(papers: Papers, job: Facts) -> date:
    """The day after a job, or the first day of the listed absences that last to its end from before its last three months."""
    after: date = job["fin"] + DAY
    first = papers.absent_since(job, after)
    return first if first <= first_day(preceding(after, 3)[0]) else after


def never_resumed(papers: Papers, job: Facts, day: date) -> date | None:
    """The first day of listed absences that follow one another up to the eve of a day, from before its three months (L. 323-4).

    They may begin within the first of these months when it is paid nothing: the days before are days of rest.
    """
    month = preceding(day, 3)[0]
    first = papers.absent_since(job, day)
    pays = [pay for pay in papers.pays if pay["emploi"] == job["nom"] and pay["mois"] == month]
    nothing = bool(pays) and not gross(pays)
    return first if first <= (last_day(month) if nothing else first_day(month)) else None


def unpaid_leave_on(papers: Papers, job: Facts, day: date) -> date | None:
    """The first day of the leave, closure or short time without pay of a job that a day falls in."""
    for one in papers.all("absences"):
        mine = one["emploi"] == job["nom"] and one["motif"] in BEFORE_LEAVE and not one.get("à salaire maintenu", False)
        if mine and one["début"] <= day <= one["fin"]:
            started: date = one["début"]
            return started
    return None
