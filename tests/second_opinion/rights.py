"""What opens the right to allowances (ELIG-02, 03, 05, 07, 08): tests of wages and hours, or rights kept, or no condition."""

from datetime import date, timedelta
from fractions import Fraction

from tests.second_opinion.assimilated import assimilated_hours
from tests.second_opinion.chains import is_covid
from tests.second_opinion.figures import (
    DAY,
    ZERO,
    common_days,
    days,
    first_day,
    last_day,
    months_later,
    new_year_strictly_before,
    preceding,
    smic,
    years_later,
)
from tests.second_opinion.model import Chain, Examination, Result
from tests.second_opinion.papers import Papers, frequency, gross, job_end, within_a_year


def settle_rights(chain: Chain, result: Result) -> None:
    """Ground and right beyond the sixth month of a chain."""
    accident = accident_on(chain.reference, result.papers)
    tested_on = accident or chain.reference
    chain.examination = examine(tested_on, result)
    kept, kept_on, leave_end = kept_since(chain, result)
    undated = accident is None and paid_for_an_accident(chain.reference, result.papers)
    chain.ground = None if undated else ground(chain, kept, tested_on, result)
    sure = kept or is_unconditional(chain)
    if chain.ground == "maintien de droits" and not is_unconditional(chain):
        chain.on_leave_until = leave_end
    chain.entitled = chain.ground != "aucun" if chain.ground else True if sure else None
    on = kept_on if chain.ground == "maintien de droits" else None if undated else tested_on
    chain.examination_beyond = examine(on, result) if on else None
    holds = is_unconditional(chain) or holds_beyond(chain.examination_beyond, on, result.papers)
    chain.beyond = False if holds is False else holds if chain.entitled else chain.entitled


def accident_on(day: date, papers: Papers) -> date | None:
    """The first day of the work accident, one period after another, that a day falls in (L. 371-3), else of its absence."""
    absent = {one for first, last in papers.situations("accident du travail") for one in days(first, last)}
    if day not in absent:
        on = [
            one
            for one in papers.all("absences")
            if one["motif"] == "accident du travail" and one["début"] <= day <= one["fin"]
        ]
        return papers.absent_since(papers.job[on[-1]["emploi"]], on[-1]["début"]) if on else None
    while day - DAY in absent:
        day -= DAY
    return day


def paid_for_an_accident(day: date, papers: Papers) -> bool:
    """Whether allowances of a work accident are paid for a day: they do not say when it happened."""
    paid = (one for one in papers.all("indemnités antérieures") if one["nature"] == "accident du travail")
    return any(one["début"] <= day <= one["fin"] for one in paid)


def ground(chain: Chain, kept: bool | None, tested_on: date, result: Result) -> str | None:
    """The first ground that holds; None when the hours that would tell are not known."""
    exam = chain.examination
    assert exam is not None
    if exam.earned_of_six >= exam.threshold_of_six:
        return "salaires"
    enough = reached(150, exam.hours_of_months, exam.hours_of_days)
    if enough is not False:
        return None if enough is None else "heures"
    if is_discontinuous(tested_on, result.papers):
        enough = enough_in_twelve_months(exam)
        if enough is not False:
            return None if enough is None else "activité discontinue"
    if kept is None:
        return None
    return "maintien de droits" if kept else "sans condition" if is_unconditional(chain) else "aucun"


def is_unconditional(chain: Chain) -> bool:
    return chain.stops[0].motive == "acte de terrorisme" or is_covid(chain)


# --- tests of wages and hours -------------------------------------------------------------------------


def examine(day: date, result: Result) -> Examination:
    """The figures of the tests, as if work had been interrupted on a day."""
    three, six, twelve = preceding(day, 3), preceding(day, 6), preceding(day, 12)
    start_of_six, start_of_twelve, end = first_day(six[0]), first_day(twelve[0]), last_day(twelve[-1])
    eve = day - DAY
    return Examination(
        earned_of_six=earned(result, day, start_of_six, end),
        threshold_of_six=1015 * smic(start_of_six),
        hours_of_months=worked(result, first_day(three[0]), end),
        hours_of_days=worked(result, day - timedelta(days=90), eve),
        earned_of_twelve=earned(result, day, start_of_twelve, end),
        threshold_of_twelve=2030 * smic(new_year_strictly_before(start_of_twelve)),
        hours_of_twelve=worked(result, start_of_twelve, end),
        hours_of_year=worked(result, day - timedelta(days=365), eve),
    )


def earned(result: Result, day: date, first: date, last: date) -> Fraction:
    """Pays of civil months received before the interruption, and assimilated days at the minimum wage."""
    pays = [pay for pay in result.papers.paid_before(day) if first <= first_day(pay["mois"]) <= last]
    return gross(pays) + assimilated_hours(result, first, last) * smic(new_year_strictly_before(first))


def worked(result: Result, first: date, last: date) -> Fraction | None:
    """Hours of a window: each pay gives its share of days; None when a pay of the window has hours not known."""
    total = ZERO
    for pay in result.papers.pays:
        start, end = result.papers.period(pay)
        inside = common_days(start, end, first, last)
        if inside and pay["heures"] is None:
            return None
        total += Fraction(pay["heures"] or 0) * inside / ((end - start).days + 1) if inside else 0
    return total + assimilated_hours(result, first, last)


def enough_in_twelve_months(exam: Examination) -> bool | None:
    """2 030 times the minimum wage, or 600 hours, over twelve months."""
    if exam.earned_of_twelve >= exam.threshold_of_twelve:
        return True
    return reached(600, exam.hours_of_twelve, exam.hours_of_year)


def reached(wanted: int, *hours: Fraction | None) -> bool | None:
    """Whether one of the counts reaches a number of hours; None when one that is not known might."""
    if any(count is not None and count >= wanted for count in hours):
        return True
    return None if None in hours else False


def is_discontinuous(day: date, papers: Papers) -> bool:
    """A seasonal or discontinuous job, or services to a person paid by voucher, in the twelve civil months before a day."""
    months = preceding(day, 12)
    first, last = first_day(months[0]), last_day(months[-1])
    kinds = (job for job in papers.jobs if frequency(job) == "discontinue" or job.get("catégorie") == "service à la personne")
    return any(job["début"] <= last and job_end(job) >= first for job in kinds)


def holds_beyond(exam: Examination | None, day: date | None, papers: Papers) -> bool | None:
    """Affiliated for twelve months, and enough wages or hours in them; None when the day of the tests is not known."""
    if exam is None or day is None:
        return None
    since = papers.affiliated_since()
    if since is None or months_later(since, 12) > day:
        return False
    return enough_in_twelve_months(exam)


# --- rights kept --------------------------------------------------------------------------------------


def kept_since(chain: Chain, result: Result) -> tuple[bool | None, date | None, date | None]:
    """Whether rights are kept, the day the tests are then made on if known, the last day of a leave they are kept since."""
    papers, day = result.papers, chain.reference
    ended = papers.last_end_before(day)
    for first, last in papers.situations("chômage indemnisé"):
        if first <= day and within_a_year(day, last):
            return True, ended + DAY if ended else first, None
    after, since = kept_since_an_end(day, result)
    if after:
        return True, since, None
    for first, last in papers.situations("congé parental"):
        if first < day and last < chain.last and within_a_year(day, last):
            return True, first, last
    custody = [period for period in papers.situations("détention") if period[1] < day]
    for first, last in custody[-1:]:
        resumed = any(job["début"] < day and job_end(job) > last for job in papers.jobs)
        if resumed and within_a_year(day, last) and last < years_later(first, 1):
            held = held_on(first, result)
            if held:
                return True, first, None
            after = None if held is None else after
    return after, None, None


def kept_since_an_end(day: date, result: Result) -> tuple[bool | None, date | None]:
    """After the latest end of work, or else the first of the last twelve months; None when some hours are not known.

    The day is not known when only the first is sure to open the right and the latest may.
    """
    ends = [end for end in result.papers.ends_before(day) if within_a_year(day, end)]
    verdicts: list[bool | None] = []
    for end in [max(ends), min(ends)] if ends else []:
        verdicts.append(held_on(end + DAY, result))
        if verdicts[-1]:
            return True, None if None in verdicts else end + DAY
    return None if None in verdicts else False, None


def held_on(day: date, result: Result) -> bool | None:
    """Whether the tests of the first six months were met on another day; None when the hours that would tell are not known."""
    exam = examine(day, result)
    if exam.earned_of_six >= exam.threshold_of_six:
        return True
    verdicts = [reached(150, exam.hours_of_months, exam.hours_of_days)]
    if is_discontinuous(day, result.papers):
        verdicts.append(enough_in_twelve_months(exam))
    return True if True in verdicts else None if None in verdicts else False
