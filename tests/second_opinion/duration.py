"""How long allowances last (DUR-01, 02, 06, TPT-03): 360 in three years, three years of a long illness, 60 for a pensioner."""

from bisect import bisect_right
from datetime import date

from tests.second_opinion.chains import is_covid, period_of
from tests.second_opinion.figures import months_later, years_later
from tests.second_opinion.model import Chain, Result, Stop
from tests.second_opinion.papers import FAR

PENSIONERS_SINCE = date(2021, 4, 14)
PROGRESSIVE_EXEMPT_SINCE = date(2023, 9, 1)
LEGAL_AGE_IN_MONTHS = [  # born from, months: L. 161-17-2 and D. 161-2-1-9
    (date(1900, 1, 1), 720), (date(1951, 7, 1), 724), (date(1952, 1, 1), 729), (date(1953, 1, 1), 734),
    (date(1954, 1, 1), 739), (date(1955, 1, 1), 744), (date(1961, 9, 1), 747), (date(1962, 1, 1), 750),
    (date(1963, 1, 1), 753), (date(1965, 4, 1), 756), (date(1966, 1, 1), 759), (date(1967, 1, 1), 762),
    (date(1968, 1, 1), 765), (date(1969, 1, 1), 768),
]  # fmt: skip


def outside_counters(chain: Chain, stop: Stop) -> bool:
    """Days under the decrees of the epidemic are outside the 360."""
    return is_covid(chain) and stop.motive.startswith("covid")


def limit_reached(chain: Chain, stop: Stop, day: date, result: Result) -> bool:
    if pensioner_limit(day, result):
        return True
    if outside_counters(chain, stop):
        return False
    return long_illness_over(stop, day, result) if stop.illness else three_hundred_and_sixty(stop, day, result)


def long_illness_over(stop: Stop, day: date, result: Result) -> bool:
    """Three years from the first day, a fourth when part-time."""
    start, _ = period_of(stop, result)
    return day >= years_later(start, 4 if stop.part_time else 3)


def three_hundred_and_sixty(stop: Stop, day: date, result: Result) -> bool:
    """360 allowances in three years; part-time days go on for twelve months after the last of them."""
    if not full(day, result):
        return False
    last = max([one for one in [result.last_within, *past_sickness(day, result)] if one is not None], default=None)
    return not (stop.part_time and last is not None and day <= years_later(last, 1))


def past_sickness(day: date, result: Result) -> list[date]:
    return [one for one, natures in result.past.items() if "maladie" in natures and one < day]


def full(day: date, result: Result) -> bool:
    """Whether 360 allowances were paid in the three years that end on a day."""
    after = bisect_right(result.counted, years_later(day, -3))
    return bisect_right(result.counted, day) - after >= 360


def pensioner_limit(day: date, result: Result) -> bool:
    """Sixty allowances since the pensioner was over the legal age."""
    for one in result.papers.all("pensions de vieillesse"):
        start = max(one["début"], legal_age(result.papers.insured["date de naissance"]), PENSIONERS_SINCE)
        exempt = one.get("nature", "entière") == "progressive" and day >= PROGRESSIVE_EXEMPT_SINCE
        if start <= day <= one.get("fin", FAR) and not exempt:
            return sum(start <= paid < day for paid in result.paid_sickness) >= 60
    return False


def legal_age(born: date) -> date:
    """The day an insured reaches the age of L. 161-17-2."""
    return months_later(born, max(entry for entry in LEGAL_AGE_IN_MONTHS if entry[0] <= born)[1])
