"""Months of the reference period not wholly worked, made whole (BASE-07, BASE-08): R. 323-8 and the rules before it."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tests.second_opinion.figures import ZERO, Month, days, first_day, last_day, length
from tests.second_opinion.papers import Facts, Papers, gross, job_days, job_end

CURRENT_RULE = date(2024, 11, 1)


@dataclass
class Period:
    """The months looked at for the jobs of one frequency, the day of the interruption, and the jobs of every frequency."""

    papers: Papers
    jobs: list[Facts]
    months: list[Month]
    interruption: date
    stopped: list[Facts]

    @property
    def seasonal(self) -> bool:
        return len(self.months) == 12

    def pays(self, job: Facts, month: Month) -> list[Facts]:
        return [pay for pay in self.papers.paid_before(self.interruption) if pay["emploi"] == job["nom"] and pay["mois"] == month]

    def is_given(self, job: Facts, month: Month) -> bool:
        """Whether a pay of the month is written, even received too late to count."""
        return any(pay["emploi"] == job["nom"] and pay["mois"] == month for pay in self.papers.pays)

    def covered(self, job: Facts, month: Month) -> int:
        """The days of the job in the month that its pay is for."""
        worked = job_days(job, month)
        return len(worked) - len(self.papers.unpaid_days(job, worked[0], worked[-1])) if worked else 0

    def whole(self, job: Facts, month: Month) -> int:
        """The days to make whole: the month, or for seasonal work the days of the contract."""
        return len(job_days(job, month)) if self.seasonal else length(month)


def months_made_whole(period: Period) -> list[Fraction | None]:
    """The pay of each month, all jobs together; None when a month of a job has neither pay nor absence, or is to be judged.

    What was earned in the period is looked at in the jobs of every frequency.
    """
    months, names = period.months, {job["nom"] for job in period.stopped}
    paid = period.papers.paid_before(period.interruption)
    everything = [pay for pay in paid if pay["mois"] in months and pay["emploi"] in names]
    if not gross(everything) and not period.seasonal and any(without_fault(period, job) for job in period.jobs):
        return since_the_period(period)
    return [
        one_month(period, month)
        if period.seasonal or not gross(everything) or any(job_days(job, month) for job in period.stopped)
        else without_a_job(period, month)
        for month in months
    ]


def without_a_job(period: Period, month: Month) -> Fraction | None:
    """A month out of work (R. 323-8, 4°, a): the daily income of the others when a listed cause explains it.

    None when a listed cause explains a part of it: that is to be judged.
    """
    worked = sum(min(sum(period.covered(job, one) for job in period.jobs), length(one)) for one in period.months)
    is_explained = explained(period, month)
    if not worked or is_explained is False:
        return ZERO
    earned = sum((gross(period.pays(job, one)) for job in period.jobs for one in period.months), ZERO)
    return earned / worked * length(month) if is_explained else None


def explained(period: Period, month: Month) -> bool | None:
    """Whether unemployment, sickness, maternity or an accident is why nobody worked in a month; None: of a part of it."""
    papers, first, last = period.papers, first_day(month), last_day(month)
    here = [one["nature"] for one in papers.all("autres situations") if one["début"] <= last and first <= one["fin"]]
    unemployed = "chômage indemnisé" in here
    if unemployed and set(here) <= {"chômage indemnisé", "maternité", "accident du travail"}:
        return True
    causes = [
        papers.situations("maternité", "accident du travail"),
        [(one["début"], one["fin"]) for one in papers.all("arrêts")],
        [(one["début"], one["fin"]) for one in papers.all("indemnités antérieures")],
    ]
    shares = [{day for start, end in cause for day in days(max(first, start), min(last, end))} for cause in causes]
    if any(len(share) == length(month) for share in shares):
        return True
    return None if unemployed or any(shares) or waits(period, month) else False


def waits(period: Period, month: Month) -> bool:
    """Whether unemployment is paid later, without another job between the month and it."""
    last = last_day(month)
    starts = [start for start, _ in period.papers.situations("chômage indemnisé") if last < start <= period.interruption]
    return bool(starts) and not any(last < job["début"] < min(starts) for job in period.stopped)


def one_month(period: Period, month: Month) -> Fraction | None:
    """The pay of a month: the rule of a change of job, or each job made whole by itself."""
    if not period.seasonal and period.interruption >= CURRENT_RULE and changes_job(period, month):
        return after_a_change(period, month)
    amounts = [of_job(period, job, month) for job in period.jobs if job_days(job, month)]
    if any(amount is None for amount in amounts):
        return None
    return sum((amount for amount in amounts if amount is not None), ZERO)


def of_job(period: Period, job: Facts, month: Month) -> Fraction | None:
    """The pay of a job for a month, made whole when the job starts, ends or is interrupted in it."""
    pays, covered, whole = period.pays(job, month), period.covered(job, month), period.whole(job, month)
    paid = gross(pays)
    if covered == whole:
        return paid if period.is_given(job, month) else None
    restored = [pay["salaire rétabli"] for pay in pays if "salaire rétabli" in pay]
    if restored:
        return sum(restored, ZERO)
    absent = covered < len(job_days(job, month))
    if absent and not paid:
        return whole * daily_income(period, job, [one for one in period.months if one != month])
    if not period.is_given(job, month):
        return None
    return whole * (paid / covered if covered else daily_income(period, job, period.months))


def daily_income(period: Period, job: Facts, months: list[Month]) -> Fraction:
    """What a job brought a day over some months."""
    covered = sum(period.covered(job, month) for month in months)
    return sum((gross(period.pays(job, month)) for month in months), ZERO) / covered if covered else ZERO


def changes_job(period: Period, month: Month) -> bool:
    """Whether one job ended and another began in a month."""
    first, last = first_day(month), last_day(month)
    return any(
        first <= job_end(ended) <= last and first <= begun["début"] <= last
        for ended in period.jobs
        for begun in period.jobs
        if ended is not begun
    )


def after_a_change(period: Period, month: Month) -> Fraction | None:
    """The pays of the month, and the days without any job at the daily income of the last job begun."""
    present = [job for job in period.jobs if job_days(job, month)]
    if not all(period.is_given(job, month) for job in present):
        return None
    alone = {day for job in present for day in job_days(job, month)}
    begun = [job for job in present if first_day(month) <= job["début"]]
    latest = max(begun, key=lambda job: job["début"])
    income = gross(period.pays(latest, month)) / period.covered(latest, month)
    total = sum((gross(period.pays(job, month)) for job in present), ZERO)
    return total + (length(month) - len(alone)) * income


def without_fault(period: Period, job: Facts) -> bool:
    """Whether a job goes past the period and began since, or during a month of it, or was interrupted in it (R. 323-8).

    The pay of its first month may have come too late to count: that is no income, not an income of nothing.
    """
    start, end = first_day(period.months[0]), last_day(period.months[-1])
    absent = period.papers.unpaid_days(job, start, end)
    began = end < job["début"] < period.interruption or (start < job["début"] <= end and job["début"].day > 1)
    return bool(absent) or (began and job_end(job) > end)


def since_the_period(period: Period) -> list[Fraction | None]:
    """Nothing earned in the period: the daily income of the days between its end and the interruption (4°, b)."""
    end = last_day(period.months[-1])
    daily = ZERO
    found = False
    for job in period.jobs:
        pays = [pay for pay in period.papers.paid_before(period.interruption) if pay["emploi"] == job["nom"]]
        spans = [(pay, *period.papers.period(pay)) for pay in pays]
        since = [(pay, first, last) for pay, first, last in spans if end < last < period.interruption]
        worked = {day for _, first, last in since for day in days(first, last)}
        worked -= {day for _, first, last in since for day in period.papers.unpaid_days(job, first, last)}
        if worked:
            found = True
            daily += gross([pay for pay, _, _ in since]) / len(worked)
    return [daily * length(month) if found else None for month in period.months]
