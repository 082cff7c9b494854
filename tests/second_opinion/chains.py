"""Which stops prolong each other (CAR-02), and how many waiting days a chain has (CAR-01, CAR-03 to CAR-09)."""

from datetime import date, timedelta

from tests.second_opinion.figures import DAY, days, is_holiday, years_later
from tests.second_opinion.model import Chain, Result, Stop

LATE_GAPS_UNPAID = date(2024, 9, 1)
COVID = {
    "covid contact ou isolement": date(2020, 2, 1),
    "covid test ou symptômes": date(2021, 1, 10),
    "covid personne vulnérable ou garde d'enfant": date(2021, 1, 1),
}
COVID_END = date(2023, 1, 31)
PREGNANCY_LOSS = {
    "interruption spontanée de grossesse": date(2024, 1, 1),
    "interruption médicale de grossesse": date(2024, 7, 1),
}


def chains_of(stops: list[Stop]) -> list[Chain]:
    chains: list[Chain] = []
    for stop in sorted(stops, key=lambda one: one.first):
        if chains and prolongs(chains[-1].stops[-1], stop):
            chains[-1].stops.append(stop)
        else:
            chains.append(Chain([stop]))
    return chains


def prolongs(earlier: Stop, later: Stop) -> bool:
    gap = gap_between(earlier, later)
    return later.facts["case cochée"] == "prolongation" and (len(gap) <= 2 or tolerated(earlier, later))


def gap_between(earlier: Stop, later: Stop) -> list[date]:
    return days(earlier.last + DAY, later.first - DAY)


def tolerated(earlier: Stop, later: Stop) -> bool:
    """Whether the days between two stops are treated as prescribed: only before September 2024, never beside part-time."""
    gap = gap_between(earlier, later)
    weekdays = {day.weekday() for day in gap}
    if later.first >= LATE_GAPS_UNPAID or earlier.part_time or later.part_time:
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


def is_covid(chain: Chain) -> bool:
    """A chain under the decrees of the epidemic, by its first day of incapacity and the motive of its first stop."""
    start = COVID.get(chain.stops[0].motive)
    return start is not None and start <= chain.reference <= COVID_END


# --- waiting days -------------------------------------------------------------------------------------


def waiting_days(chain: Chain, result: Result) -> int:
    head = chain.stops[0]
    spared = (
        head.part_time
        or head.motive == "acte de terrorisme"
        or is_covid(chain)
        or date(2020, 3, 24) <= chain.reference <= date(2020, 7, 10)
        or pregnancy_loss(head)
        or protected_by_a_death(chain, result)
        or (head.illness is not None and not opens_period(head, result))
    )
    return 0 if spared else 3


def pregnancy_loss(stop: Stop) -> bool:
    return stop.motive in PREGNANCY_LOSS and stop.prescribed >= PREGNANCY_LOSS[stop.motive]


def protected_by_a_death(chain: Chain, result: Result) -> bool:
    """The first chain within thirteen weeks of the death of a child."""
    for one in result.papers.all("décès d'enfant"):
        death = one["survenance"]
        if one["âge de l'enfant"] >= 25 or death < date(2020, 7, 1):
            continue
        after = [other for other in result.chains if death <= other.reference <= death + timedelta(days=91)]
        if after and after[0] is chain:
            return True
    return False


# --- long illness -------------------------------------------------------------------------------------


def opens_period(stop: Stop, result: Result) -> bool:
    """Whether the stop has waiting days: first of its period of three years, or after them."""
    start, first = period_of(stop, result)
    return first or stop.unfit_from >= years_later(start, 3)


def period_of(stop: Stop, result: Result) -> tuple[date, bool]:
    """The start of the three years that a stop of a long illness falls under, and whether it starts them."""
    start: date | None = None
    opens = False
    for one in result.stops:
        if one.illness == stop.illness and one.first <= stop.first:
            opens = start is None or one.unfit_from >= years_later(last_absence(one, result) + DAY, 1)
            start = one.unfit_from if opens or start is None else start
    assert start is not None, "the stop is among the stops"
    return start, opens


def last_absence(stop: Stop, result: Result) -> date:
    """The last day of any stop, or of any past allowance, before a stop."""
    ends = [one.last for one in result.stops if one.first < stop.first]
    ends += [one["fin"] for one in result.papers.all("indemnités antérieures") if one["fin"] < stop.first]
    return max(ends)
