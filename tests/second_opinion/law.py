"""The sickness allowance once more, day by day, from the notes on the law alone: what the rules are compared with.

Plain dictionaries in, plain values out, one loop over the days of each chain in order of date. No language, no trace,
no runs of days, no care for speed: nothing that could be wrong for the same reason as the engine. It covers what the
generator writes (`dossiers.py`): monthly pay, full-time stops that do not overlap, complete reference months.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from tests.second_opinion.figures import (
    DAY,
    Month,
    cents,
    days,
    first_day,
    is_holiday,
    last_day,
    month_of,
    new_year_strictly_before,
    preceding,
    six_months_later,
    smic,
    years_later,
)

Facts = dict[str, Any]
TO_JUDGE = "à apprécier"
ZERO = Fraction(0)


@dataclass
class Stop:
    """A stop, the first day of incapacity, what its allowances come to."""

    facts: Facts
    gross: Fraction = ZERO
    csg: Fraction = ZERO
    crds: Fraction = ZERO

    @property
    def first(self) -> date:
        return self.facts["début"]

    @property
    def last(self) -> date:
        return self.facts["fin"]

    @property
    def partly_worked(self) -> bool:
        return self.facts.get("débute par un jour en partie travaillé", False)

    @property
    def unfit_from(self) -> date:
        return self.first + DAY if self.partly_worked else self.first

    @property
    def illness(self) -> str | None:
        return self.facts.get("affection de longue durée")


@dataclass
class Chain:
    """Stops that prolong each other."""

    stops: list[Stop]
    entitled: bool = False
    earned: Fraction = ZERO
    threshold: Fraction = ZERO
    hours_of_months: Fraction = ZERO
    hours_of_days: Fraction = ZERO
    waiting: int = 3
    cap: Fraction = ZERO
    base: Fraction = ZERO
    allowance: Fraction = ZERO

    @property
    def reference(self) -> date:
        """The day of the interruption of work."""
        return self.stops[0].unfit_from


@dataclass
class Result:
    """What a dossier gives: status and amount of each day of each chain, stops, chains, totals."""

    chains: list[Chain]
    days: dict[date, tuple[str, Fraction]] = field(default_factory=dict)
    assimilated: dict[date, int] = field(default_factory=dict)
    counted: set[date] = field(default_factory=set)

    @property
    def stops(self) -> list[Stop]:
        return [stop for chain in self.chains for stop in chain.stops]

    @property
    def totals(self) -> dict[str, Fraction]:
        gross = sum((stop.gross for stop in self.stops), ZERO)
        csg = sum((stop.csg for stop in self.stops), ZERO)
        crds = sum((stop.crds for stop in self.stops), ZERO)
        return {"total brut": gross, "total de la CSG": csg, "total de la CRDS": crds, "total net": gross - csg - crds}


def compute(dossier: Facts) -> Result:
    """The whole dossier."""
    result = Result(chains_of([Stop(one) for one in dossier["arrêts"]]))
    past = allowances_before(dossier)
    result.counted = {day for day, natures in past.items() if "maladie" in natures}
    result.assimilated = dict.fromkeys(past, 6)
    for one in dossier.get("autres situations", []):
        hours = {"détention": 6, "maternité": 6, "accident du travail": 6, "présence parentale": 4}.get(one["nature"], 0)
        for day in days(one["début"], one["fin"]):  # a day counts once, for the most it is worth
            result.assimilated[day] = max(hours, result.assimilated.get(day, 0))
    for chain in result.chains:
        chain.entitled = is_entitled(dossier, chain, result)
        chain.waiting = waiting_days(dossier, chain, result)
        set_amount(dossier, chain)
        walk(chain, result, past)
    for stop in result.stops:
        stop.csg, stop.crds = cents(stop.gross * Fraction("0.062")), cents(stop.gross * Fraction("0.005"))
    return result


def allowances_before(dossier: Facts) -> dict[date, set[str]]:
    """The days already paid before this dossier, and as what."""
    paid: dict[date, set[str]] = {}
    for one in dossier.get("indemnités antérieures", []):
        for day in days(one["début"], one["fin"]):
            paid.setdefault(day, set()).add(one["nature"])
    return paid


# --- chains (CAR-02) ----------------------------------------------------------------------------------


def chains_of(stops: list[Stop]) -> list[Chain]:
    chains: list[Chain] = []
    for stop in sorted(stops, key=lambda one: one.first):
        if chains and prolongs(chains[-1].stops[-1], stop):
            chains[-1].stops.append(stop)
        else:
            chains.append(Chain([stop]))
    return chains


def gap_between(earlier: Stop, later: Stop) -> list[date]:
    return days(earlier.last + DAY, later.first - DAY)


def prolongs(earlier: Stop, later: Stop) -> bool:
    gap = gap_between(earlier, later)
    return later.facts["case cochée"] == "prolongation" and (len(gap) <= 2 or tolerated(gap, later))


def tolerated(gap: list[date], later: Stop) -> bool:
    """Whether the days between two stops are treated as prescribed: only before September 2024."""
    weekdays = {day.weekday() for day in gap}
    if later.first >= date(2024, 9, 1):
        return False
    match len(gap):
        case 1:
            return True
        case 2:
            return bool(weekdays & {5, 6}) or any(is_holiday(day) for day in gap)
        case 3:
            return weekdays >= {5, 6}
        case _:
            return False


# --- rights (ELIG-02, ELIG-06) ------------------------------------------------------------------------


def is_entitled(dossier: Facts, chain: Chain, result: Result) -> bool:
    start = chain.reference
    chain.earned = earned(dossier, start, result)
    chain.threshold = 1015 * smic(first_day(preceding(start, 6)[0]))
    chain.hours_of_months, chain.hours_of_days = worked(dossier, start, result)
    return chain.earned >= chain.threshold or max(chain.hours_of_months, chain.hours_of_days) >= 150


def earned(dossier: Facts, start: date, result: Result) -> Fraction:
    """Pay of the six civil months paid before the interruption, and assimilated days."""
    months = preceding(start, 6)
    first, last = first_day(months[0]), last_day(months[-1])
    pays = sum((one["salaire brut"] for one in dossier["paies"] if one["mois"] in months and paid_on(one) < start), ZERO)
    return pays + assimilated_hours(result, first, last) * smic(new_year_strictly_before(first))


def paid_on(pay: Facts) -> date:
    return pay.get("date de versement") or last_day(pay["mois"])


def assimilated_hours(result: Result, first: date, last: date) -> int:
    return sum(hours for day, hours in result.assimilated.items() if first <= day <= last)


def worked(dossier: Facts, start: date, result: Result) -> tuple[Fraction, Fraction]:
    """In the three civil months, and in the ninety days: the better of the two counts."""
    months = preceding(start, 3)
    windows = [(first_day(months[0]), last_day(months[-1])), (start - timedelta(days=90), start - DAY)]
    found = [hours_between(dossier, first, last) + assimilated_hours(result, first, last) for first, last in windows]
    return found[0], found[1]


def hours_between(dossier: Facts, first: date, last: date) -> Fraction:
    total = ZERO
    for pay in dossier["paies"]:
        covered = period_of(dossier, pay)
        inside = [day for day in covered if first <= day <= last]
        total += pay["heures"] * len(inside) / len(covered)
    return total


def period_of(dossier: Facts, pay: Facts) -> list[date]:
    """The days of the month that the job covers."""
    job = next(one for one in dossier["emplois"] if one["nom"] == pay["emploi"])
    first, last = first_day(pay["mois"]), last_day(pay["mois"])
    return days(max(first, job["début"]), min(last, job.get("fin", last)))


# --- waiting days (CAR-01, CAR-03 to CAR-05) ----------------------------------------------------------


def waiting_days(dossier: Facts, chain: Chain, result: Result) -> int:
    head = chain.stops[0]
    spared = (
        (head.illness is not None and not opens_period(dossier, head, result))
        or protected_by_a_death(dossier, chain, result)
        or pregnancy_loss(head)
    )
    return 0 if spared else 3


def opens_period(dossier: Facts, stop: Stop, result: Result) -> bool:
    """Whether the stop is the first of its long illness, or comes a year of work after the last stop or allowance."""
    opened: date | None = None
    for one in sorted(result.stops, key=lambda one: one.first):
        if one.illness == stop.illness and one.first <= stop.first:
            opens = opened is None or one.unfit_from >= years_later(last_absence(dossier, one, result), 1)
            opened = one.unfit_from if opens else opened
            if one is stop:
                return opens or one.unfit_from >= years_later(opened, 3)
    raise AssertionError("the stop is among the stops")


def last_absence(dossier: Facts, stop: Stop, result: Result) -> date:
    ends = [one.last for one in result.stops if one.first < stop.first]
    ends += [one["fin"] for one in dossier.get("indemnités antérieures", []) if one["fin"] < stop.first]
    return max(ends)


def protected_by_a_death(dossier: Facts, chain: Chain, result: Result) -> bool:
    for one in dossier.get("décès d'enfant", []):
        death = one["survenance"]
        if one["âge de l'enfant"] >= 25 or death < date(2020, 7, 1):
            continue
        after = [other for other in result.chains if death <= other.reference <= death + timedelta(days=91)]
        if after and after[0] is chain:
            return True
    return False


def pregnancy_loss(stop: Stop) -> bool:
    since = {"interruption spontanée de grossesse": date(2024, 1, 1), "interruption médicale de grossesse": date(2024, 7, 1)}
    motive = stop.facts.get("motif", "maladie")
    return motive in since and stop.facts.get("date de prescription", stop.first) >= since[motive]


# --- amount (BASE, RATE) ------------------------------------------------------------------------------


def set_amount(dossier: Facts, chain: Chain) -> None:
    start = chain.reference
    months = preceding(start, 3)
    coefficient = Fraction("1.4") if start >= date(2025, 4, 1) else Fraction("1.8")
    chain.cap = cents(coefficient * smic(last_day(months[-1])) * 35 * 52 / 12)
    chain.base = sum((min(chain.cap, month_pay(dossier, month, start)) for month in months), ZERO) / Fraction("91.25")
    chain.allowance = min(chain.base / 2, 12 * chain.cap / 730)


def month_pay(dossier: Facts, month: Month, start: date) -> Fraction:
    return sum((one["salaire brut"] for one in dossier["paies"] if one["mois"] == month and paid_on(one) < start), ZERO)


# --- days (DUR-01) ------------------------------------------------------------------------------------


def walk(chain: Chain, result: Result, past: dict[date, set[str]]) -> None:
    """The days of a chain in order."""
    rank = 0
    waited: list[date] = []
    paid = False
    for stop, day, prescribed in days_of(chain):
        if not prescribed:
            result.days[day] = ("entre deux arrêts", ZERO)
            continue
        if stop.partly_worked and day == stop.first:
            result.days[day] = ("travaillé", ZERO)
            continue
        rank += 1
        status = status_of(chain, stop, day, rank, result, past)
        result.days[day] = (status, cents(chain.allowance) if status == "indemnisé" else ZERO)
        if status == "carence":
            waited.append(day)
        if status == "indemnisé":
            paid = True
            stop.gross += cents(chain.allowance)
            result.assimilated[day] = 6
            if stop.illness is None:
                result.counted.add(day)
    if paid:
        result.assimilated.update(dict.fromkeys(waited, 6))


def days_of(chain: Chain) -> list[tuple[Stop, date, bool]]:
    """Each day with its stop, and whether it counts as prescribed; a day between belongs to the stop that follows."""
    found: list[tuple[Stop, date, bool]] = []
    for number, stop in enumerate(chain.stops):
        if number:
            gap = gap_between(chain.stops[number - 1], stop)
            found += [(stop, day, tolerated(gap, stop)) for day in gap]
        found += [(stop, day, True) for day in days(stop.first, stop.last)]
    return found


def status_of(chain: Chain, stop: Stop, day: date, rank: int, result: Result, past: dict[date, set[str]]) -> str:
    if day >= six_months_later(chain.reference):
        return TO_JUDGE
    if not chain.entitled:
        return "sans droit"
    if rank <= chain.waiting:
        return "carence"
    if day in past:
        return "déjà indemnisé"
    if stop.illness is None and allowances_in_three_years(day, result) >= 360:
        return "limite atteinte"
    return "indemnisé"


def allowances_in_three_years(day: date, result: Result) -> int:
    start = years_later(day, -3)
    return sum(start < one <= day for one in result.counted)


__all__ = ["TO_JUDGE", "Chain", "Result", "Stop", "compute", "month_of"]
