"""When paying stops for what the insured did, or is judged on (PRES-05, PRES-06, CAR-08): controls, activity, opinion, cure."""

from datetime import date
from fractions import Fraction

from tests.second_opinion.figures import DAY, monthly_ceiling
from tests.second_opinion.model import MISSING, TO_JUDGE, Chain, Result, Stop

CLEAR_DAYS = 10


def suspended(chain: Chain, stop: Stop, day: date, result: Result) -> str | None:
    """« suspendu », « à apprécier », « inconnu », or None."""
    if under_control(chain, day, result) or after_unauthorised_work(chain, day, result):
        return "suspendu"
    verdicts = {opinion(stop, result), thermal_cure(stop)}
    return next((one for one in ("suspendu", TO_JUDGE, MISSING) if one in verdicts), None)


def under_control(chain: Chain, day: date, result: Result) -> bool:
    """A decision of suspension: to its end, or without end within the chain in which it was taken."""
    for one in result.papers.all("contrôles"):
        last = one.get("fin") or (chain.last if chain.first <= one["début"] <= chain.last else None)
        if last is not None and one["début"] <= day <= last:
            return True
    return False


def after_unauthorised_work(chain: Chain, day: date, result: Result) -> bool:
    """From the first day of unauthorised activity while unfit, to the end of the chain."""
    for one in result.papers.all("poursuites d'activité"):
        if one["autorisée par le prescripteur"]:
            continue
        ill = [stop for stop in chain.stops if one["début"] <= stop.last and one["fin"] >= stop.unfit_from]
        inside = [max(one["début"], stop.unfit_from) for stop in ill]
        if inside and day >= min(inside):
            return True
    return False


def opinion(stop: Stop, result: Result) -> str | None:
    """A stop within ten clear days of a suspension depends on the opinion of the medical service (L. 323-7, D. 323-4)."""
    decided = [one["début"] for one in result.papers.all("contrôles")]
    if not any(start < stop.first <= start + (CLEAR_DAYS + 1) * DAY for start in decided):
        return None
    given = stop.facts.get("avis du service médical", "non demandé")
    return {"favorable": None, "défavorable": "suspendu"}.get(given, TO_JUDGE)


def thermal_cure(stop: Stop) -> str | None:
    """A cure is paid below the monthly ceiling, half as much more for each dependant (D. 323-1)."""
    if stop.motive != "cure thermale":
        return None
    resources: Fraction | None = stop.facts.get("ressources mensuelles du foyer")
    if resources is None:
        return MISSING
    dependants = Fraction(stop.facts.get("personnes à charge du foyer", 0))
    return None if resources < monthly_ceiling(stop.first) * (1 + dependants / 2) else "suspendu"
