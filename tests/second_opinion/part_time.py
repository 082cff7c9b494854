"""Therapeutic part-time (TPT-02): the loss of pay of a month, shared among its part-time days, limits the allowance."""

from datetime import date
from fractions import Fraction

from tests.second_opinion.figures import ZERO, common_days, first_day, last_day, month_of, truncated
from tests.second_opinion.model import Stop
from tests.second_opinion.papers import Papers


def loss_of_month(papers: Papers, day: date) -> Fraction | None:
    """The pay lost in the month of a day, all jobs together; None when nothing was declared."""
    losses = [one["montant perdu"] for one in papers.all("pertes de salaire") if one["mois"] == month_of(day)]
    return sum(losses, ZERO) if losses else None


def daily_loss(papers: Papers, stops: list[Stop], day: date) -> Fraction:
    """The loss of a day: the month's loss by the part-time days of the month, all stops together, down to the cent."""
    month = month_of(day)
    loss = loss_of_month(papers, day)
    assert loss is not None, "asked only of a declared month"
    shared = sum(
        common_days(one.unfit_from, min(one.last, papers.died), first_day(month), last_day(month))
        for one in stops
        if one.part_time
    )
    return truncated(loss / shared)


def refusal(papers: Papers, stop: Stop, day: date) -> str | None:
    """Why a part-time day is not paid, or None."""
    if not stop.part_time:
        return None
    loss = loss_of_month(papers, day)
    return "perte non déclarée" if loss is None else "sans perte de salaire" if loss == 0 else None
