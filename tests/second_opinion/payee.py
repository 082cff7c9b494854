"""To whom each day is due (SUB-01): the employer who keeps paying the wages, or the insured."""

from datetime import date
from fractions import Fraction

from tests.second_opinion.figures import ZERO
from tests.second_opinion.model import PAID, Result
from tests.second_opinion.papers import Facts, job_end


def set_payees(result: Result) -> None:
    """After all amounts are known: partial wages are compared with the allowances of their own period."""
    verdicts = [(one, takes_the_place(one, result)) for one in result.papers.all("subrogations")]
    for when, day in result.days.items():
        if day.status == PAID:
            day.payee = payee(when, verdicts, result)
            day.to_employers = any(verdict for _, verdict in of_the_day(when, verdicts, result))


def takes_the_place(record: Facts, result: Result) -> bool | None:
    """Whether an employer receives the allowances; None when the wages kept are not given and may matter."""
    if record["maintien"] == "total":
        return True
    kept: Fraction | None = record.get("salaire maintenu")
    days = (one.amount for when, one in result.days.items() if record["début"] <= when <= record["fin"] and one.status == PAID)
    due = sum(days, ZERO)
    if kept is None:  # whatever is kept is not below nothing
        return None if due else True
    return kept >= due


def of_the_day(day: date, verdicts: list[tuple[Facts, bool | None]], result: Result) -> list[tuple[str, bool | None]]:
    """The employers who may receive a day, each with its verdict."""
    jobs = {job["nom"]: job for job in result.papers.all("emplois")}
    return [
        (record["emploi"], verdict)
        for record, verdict in verdicts
        if record["début"] <= day <= record["fin"] and jobs[record["emploi"]]["début"] <= day <= job_end(jobs[record["emploi"]])
    ]


def payee(day: date, verdicts: list[tuple[Facts, bool | None]], result: Result) -> str | None:
    here = of_the_day(day, verdicts, result)
    sure = {name for name, verdict in here if verdict}
    if len(sure) > 1:
        return "employeurs"
    if any(verdict is None and name not in sure for name, verdict in here):
        return None
    return "employeur" if sure else "assuré"
