"""Days that count as hours of work (ELIG-06): R. 313-8 and R. 313-9. A day counts once, for the most it is worth."""

from datetime import date

from tests.second_opinion.figures import days
from tests.second_opinion.model import Result
from tests.second_opinion.papers import Papers

SIX = (
    "maternité", "accident du travail", "détention", "rente d'accident du travail", "rééducation de rentier", "invalidité",
)  # fmt: skip


def stated_days(papers: Papers) -> dict[date, int]:
    """The hours of each day of the situations and past allowances of a dossier."""
    found: dict[date, int] = {}
    for first, last in papers.situations("présence parentale"):
        found.update(dict.fromkeys(days(first, last), 4))
    for first, last in papers.situations(*SIX):
        found.update(dict.fromkeys(days(first, last), 6))
    for one in papers.all("indemnités antérieures"):
        found.update(dict.fromkeys(days(one["début"], one["fin"]), 6))
    found.update(dict.fromkeys(training_days(papers), 8))
    return found


def training_days(papers: Papers) -> list[date]:
    """The days of unpaid training leave: those of a working week, Monday to Friday, five at most."""
    periods = papers.situations("congé de formation non payé")
    return [day for first, last in periods for day in days(first, last) if day.weekday() < 5]


def assimilated_hours(result: Result, first: date, last: date) -> int:
    return sum(hours for day, hours in result.assimilated.items() if first <= day <= last)
