"""What the papers of a dossier say, with the defaults of the vocabulary: jobs that count, pays and their days, situations.

A dossier is plain dictionaries (`dossiers.py` draws them, `written.py` writes them). Nothing is computed here.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

from tests.second_opinion.figures import DAY, Month, days, first_day, last_day, years_later

Facts = dict[str, Any]
Period = tuple[date, date]
FAR = date(9999, 1, 1)

OTHER_REGIMES = {"indépendant", "régime spécial"}
LISTED = {
    "maladie", "accident du travail", "maternité", "chômage partiel", "fermeture de l'établissement", "congé sans solde",
}  # fmt: skip


class Papers:
    """A dossier; the jobs and pays of other regimes are left out, each regime studies its own right."""

    def __init__(self, dossier: Facts) -> None:
        self.dossier = dossier
        self.insured: Facts = dossier.get("assuré", {})
        self.children: int = self.insured.get("enfants à charge", 0)
        self.died: date = self.insured.get("date de décès", FAR)
        self.jobs: list[Facts] = [one for one in dossier.get("emplois", []) if one.get("catégorie") not in OTHER_REGIMES]
        self.job = {one["nom"]: one for one in self.jobs}
        self.pays: list[Facts] = [one for one in dossier.get("paies", []) if one["emploi"] in self.job]

    def all(self, kind: str) -> list[Facts]:
        found: list[Facts] = self.dossier.get(kind, [])
        return found

    def situations(self, *natures: str) -> list[Period]:
        """The periods of other situations of these natures, by first day."""
        found = [(one["début"], one["fin"]) for one in self.all("autres situations") if one["nature"] in natures]
        return sorted(found)

    def in_situation(self, day: date, *natures: str) -> bool:
        return any(first <= day <= last for first, last in self.situations(*natures))

    # --- jobs ---

    def ends_before(self, day: date) -> list[date]:
        """The last days worked: of the jobs that ended before a day, of those that a leave without pay stopped by then."""
        ended = [job["fin"] for job in self.jobs if job_end(job) < day]
        on = [job for job in self.jobs if job["début"] <= day <= job_end(job)]
        left = [self.absent_since(job, max(leaves)) - DAY for job in on if (leaves := self.leaves(job, day))]
        return ended + [one for one in left if one < day]

    def leaves(self, job: Facts, day: date) -> list[date]:
        """The first days of the leaves without pay of a job that began by a day."""
        return [
            one["début"]
            for one in self.all("absences")
            if one["emploi"] == job["nom"]
            and one["motif"] == "congé sans solde"
            and not one.get("à salaire maintenu", False)
            and one["début"] <= day
        ]

    def absent_since(self, job: Facts, day: date) -> date:
        """The first of the days without pay that follow one another up to the eve of a day; the day itself when there is none."""
        absent = self.unpaid_days(job, job["début"], day - DAY)
        while day - DAY in absent:
            day -= DAY
        return day

    def last_end_before(self, day: date) -> date | None:
        return max(self.ends_before(day), default=None)

    def affiliated_since(self) -> date | None:
        """Stated, or the start of the earliest job."""
        stated: date | None = self.insured.get("début d'affiliation")
        return stated or min((job["début"] for job in self.dossier.get("emplois", [])), default=None)

    # --- pays ---

    def period(self, pay: Facts) -> Period:
        """The days a pay is for: stated, or the month cut to the job's dates."""
        job = self.job[pay["emploi"]]
        first = pay.get("début de période") or max(first_day(pay["mois"]), job["début"])
        last = pay.get("fin de période") or min(last_day(pay["mois"]), job_end(job))
        return first, last

    def paid_before(self, day: date) -> Iterator[Facts]:
        """The pays received before a day."""
        return (pay for pay in self.pays if paid_on(pay) < day)

    def unpaid_days(self, job: Facts, first: date, last: date) -> set[date]:
        """The days of an absence of R. 323-8 without pay: the others count as covered."""
        found: set[date] = set()
        for one in self.all("absences"):
            if one["emploi"] == job["nom"] and one["motif"] in LISTED and not one.get("à salaire maintenu", False):
                found.update(days(max(first, one["début"]), min(last, one["fin"])))
        return found


def job_end(job: Facts) -> date:
    end: date = job.get("fin", FAR)
    return end


def frequency(job: Facts) -> str:
    return str(job.get("fréquence de paie", "mensuelle"))


def paid_on(pay: Facts) -> date:
    """The day of payment: stated, or the end of its period when stated, or the last day of its month."""
    day: date = pay.get("date de versement") or pay.get("fin de période") or last_day(pay["mois"])
    return day


def gross(pays: list[Facts]) -> Fraction:
    return sum((pay["salaire brut"] for pay in pays), Fraction(0))


def within_a_year(day: date, since: date) -> bool:
    """Whether a day is no later than twelve months after another."""
    return day <= years_later(since, 1)


def job_days(job: Facts, month: Month) -> list[date]:
    """The days of a month that a job covers."""
    return days(max(first_day(month), job["début"]), min(last_day(month), job_end(job)))
