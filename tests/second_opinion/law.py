"""The sickness allowance once more, day by day, from the notes on the law alone: what the rules are compared with.

Plain dictionaries in, plain values out, one loop over the days of each chain in order of date. No language, no trace,
no runs of days, no care for speed: nothing that could be wrong for the same reason as the engine. One module a question.
"""

from bisect import insort
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from tests.second_opinion.assimilated import stated_days
from tests.second_opinion.base import set_amount
from tests.second_opinion.chains import chains_of, gap_between, tolerated, waiting_days
from tests.second_opinion.duration import full, limit_reached, outside_counters
from tests.second_opinion.figures import ZERO, cents, daily_minimum, days
from tests.second_opinion.model import MISSING, PAID, TO_JUDGE, Chain, Day, Result, Stop
from tests.second_opinion.papers import Facts, Papers
from tests.second_opinion.part_time import daily_loss, refusal
from tests.second_opinion.payee import set_payees
from tests.second_opinion.prescriptions import is_irregular, judge_sending
from tests.second_opinion.rights import settle_rights
from tests.second_opinion.suspension import suspended

OUT_OF_SCOPE = {"stagiaire", "artiste-auteur", "travail dissimulé redressé"}
THREE_CHILDREN_END = date(2020, 7, 1)
CSG, CRDS = Fraction("0.062"), Fraction("0.005")


def compute(dossier: Facts) -> Result:
    """The whole dossier. It stops where something cannot be settled: nothing after it is compared."""
    result = prepared(dossier)
    if result.out_of_scope:
        return result
    judge_sending(result)
    for chain in result.chains:
        settle_rights(chain, result)
        chain.waiting = waiting_days(chain, result)
        set_amount(result.papers, chain)
        result.open += [(chain, what) for what in not_settled(chain)]
        if not result.open:
            walk(chain, result)
        if result.open:
            return result
    for stop in result.stops:
        stop.csg, stop.crds = cents(stop.gross * CSG), cents(stop.gross * CRDS)
    set_payees(result)
    return result


def prepared(dossier: Facts) -> Result:
    """The chains, the days already paid, and whether the case is one for a person."""
    result = Result(Papers(dossier), chains_of([Stop(one) for one in dossier["arrêts"]]))
    for one in result.papers.all("indemnités antérieures"):
        for day in days(one["début"], one["fin"]):
            result.past.setdefault(day, set()).add(one["nature"])
    result.counted = sorted(day for day, natures in result.past.items() if "maladie" in natures)
    result.paid_sickness = sorted(
        day for day, natures in result.past.items() if natures & {"maladie", "affection de longue durée"}
    )
    result.assimilated = stated_days(result.papers)
    result.out_of_scope = list(left_to_a_person(result))
    return result


def left_to_a_person(result: Result) -> Iterator[str]:
    """Why no amount is given at all."""
    yield from (job["catégorie"] for job in result.papers.jobs if job.get("catégorie") in OUT_OF_SCOPE)
    yield from (stop.motive for stop in result.stops if stop.motive == "affection militaire")
    for chain in result.chains:
        thirtieth = chain.reference + timedelta(days=29)
        old = chain.reference < THREE_CHILDREN_END and thirtieth <= min(chain.last, THREE_CHILDREN_END)
        if old and result.papers.children >= 3:
            yield "trois enfants"


def not_settled(chain: Chain) -> Iterator[str]:
    """What of a chain the papers leave open."""
    if chain.ground is None:
        yield "ground"
    if chain.entitled is None:
        yield "rights"
    if chain.beyond is None and chain.last >= chain.seventh_month:
        yield "rights beyond"
    if chain.base is None:
        yield "base"


# --- days ---------------------------------------------------------------------------------------------


def walk(chain: Chain, result: Result) -> None:
    """The days of a chain in order."""
    rank = 0
    for stop, day, prescribed in days_of(chain):
        if day > result.papers.died:
            result.days[day] = Day("après le décès")
            continue
        worked = stop.partly_worked and day == stop.first
        if worked or not prescribed:
            result.days[day] = Day("travaillé" if worked else "entre deux arrêts")
            continue
        rank += 1
        status = status_of(chain, stop, day, rank, result)
        if status in (TO_JUDGE, MISSING):
            result.open.append((chain, f"{day.isoformat()} {status}"))
            return
        result.days[day] = Day(status, amount(chain, stop, day, result) if status == PAID else ZERO)
        if status == PAID:
            count(chain, stop, day, result)
    assimilate(chain, result)


def days_of(chain: Chain) -> Iterator[tuple[Stop, date, bool]]:
    """Each day with its stop, and whether it counts as prescribed; a day between belongs to the stop that follows."""
    for number, stop in enumerate(chain.stops):
        if number:
            earlier = chain.stops[number - 1]
            kept = tolerated(earlier, stop)
            yield from ((stop, day, kept) for day in gap_between(earlier, stop))
        yield from ((stop, day, True) for day in days(stop.first, stop.last))


def status_of(chain: Chain, stop: Stop, day: date, rank: int, result: Result) -> str:
    """The first reason not to pay a day, or that it is paid."""
    papers = result.papers
    if not chain.entitled or (day >= chain.seventh_month and not chain.beyond):
        return "sans droit"
    if chain.on_leave_until and day <= chain.on_leave_until:
        return "sans droit"
    if rank <= chain.waiting and not stop.part_time:
        return "carence"
    if is_irregular(chain, stop, day):
        return "prescription non conforme"
    if stop.sending == "après la fin de l'arrêt":
        return "envoi après la fin"
    if why := suspended(chain, stop, day, result):
        return why
    if papers.in_situation(day, "détention"):
        return "détention"
    if papers.in_situation(day, "séjour sans convention"):
        return "séjour à l'étranger"
    if day in result.past or papers.in_situation(day, "maternité", "accident du travail"):
        return "déjà indemnisé"
    if limit_reached(chain, stop, day, result):
        return "limite atteinte"
    return refusal(papers, stop, day) or PAID


def amount(chain: Chain, stop: Stop, day: date, result: Result) -> Fraction:
    """The allowance of a day, rounded once."""
    assert chain.allowance is not None and chain.base is not None
    exact = chain.allowance
    if day >= chain.seventh_month:  # R. 324-3, never above what was earned a day
        exact = max(exact, min(daily_minimum(day, result.papers.children), chain.base))
    if stop.part_time:
        exact = min(exact, daily_loss(result.papers, result.stops, day))
    return cents(exact / 2 if day in stop.halved else exact)


def count(chain: Chain, stop: Stop, day: date, result: Result) -> None:
    """A paid day enters the counters; a day of nothing enters none."""
    paid = result.days[day].amount
    stop.gross += paid
    if not paid:
        return
    insort(result.paid_sickness, day)
    if stop.illness is None and not outside_counters(chain, stop):
        result.last_within = day if not full(day, result) else result.last_within
        insort(result.counted, day)


def assimilate(chain: Chain, result: Result) -> None:
    """Paid days count as work, except under rights that are only kept; waiting days count when others were paid."""
    here = {day: one for day, one in result.days.items() if chain.first <= day <= chain.last}
    paid = [day for day, one in here.items() if one.status == PAID and one.amount]
    waited = [day for day, one in here.items() if one.status == "carence"]
    for day in (waited if chain.ground == "maintien de droits" else [*paid, *waited]) if paid else []:
        result.assimilated[day] = max(6, result.assimilated.get(day, 0))
