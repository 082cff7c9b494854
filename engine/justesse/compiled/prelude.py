"""What every kernel finds ready: the calendar, windows of days, exact numbers. Written in the subset that kernels are.

`NA` is « sans objet », `UN` what is not computed yet. A day is an ordinal, a month `12 × year + month − 1`. `U[0]` is the
last day that the run being decided may hold; `L` holds the lists of a dossier up to `TOP[0]`, `W` the spans being gathered,
`P` the comparisons that wait for what the run decides.
This text is executed anew for each kernel, so that two of them never share an array. Knows no rule.
"""

from bisect import bisect_right
from calendar import monthrange
from math import gcd
from typing import Any

from justesse.compiled.written import NA

UN = NA - 1
BUSY = NA - 2
CAP = 640
"""The most runs of one owner in one timeline."""
ROOM = 1 << 16
FIRST_YEAR, LAST_YEAR = 1870, 2230

U = [0]
TOP = [0]
L = [0] * ROOM
WTOP = [0]
W = [0] * ROOM
PTOP = [0]
P = [0] * ROOM
LENGTHS = [monthrange(year, month)[1] for year in range(FIRST_YEAR, LAST_YEAR + 1) for month in range(1, 13)]
"""Days of each month from January of the first year."""
FIRST_MONTH = 12 * FIRST_YEAR
FIRSTS = [0]
"""First day of each month, and of the one after the last."""
MONTH_OF = [0]
"""Month of each day from `FIRST_OF_ALL`."""


class Leave(Exception):
    """The dossier is not for the kernel: 1 unknown or to judge, 2 out of the ranges, 3 too many, 5 no text or a conflict."""


def leave(code: int) -> int:
    raise Leave(code)


UNKNOWN = object()
"""A fact that is not known, among the numbers of a column."""


class Unknowns(list[Any]):
    """A column in which a fact is not known: whoever reads it there leaves, whatever is then done with it."""

    def __getitem__(self, place: Any) -> Any:
        found = super().__getitem__(place)
        return found if found is not UNKNOWN else leave(1)


def _calendar() -> int:
    day = (FIRST_YEAR - 1) * 365 + (FIRST_YEAR - 1) // 4 - (FIRST_YEAR - 1) // 100 + (FIRST_YEAR - 1) // 400 + 1
    MONTH_OF.clear()
    FIRSTS.clear()
    for place, length in enumerate(LENGTHS):
        FIRSTS.append(day)
        MONTH_OF.extend([FIRST_MONTH + place] * length)
        day += length
    FIRSTS.append(day)
    return FIRSTS[0]


FIRST_OF_ALL = _calendar()


# --- calendar -----------------------------------------------------------------------------------------


def month_of(day: int) -> int:
    return MONTH_OF[day - FIRST_OF_ALL]


def first_day(month: int) -> int:
    return FIRSTS[month - FIRST_MONTH]


def last_day(month: int) -> int:
    return FIRSTS[month - FIRST_MONTH + 1] - 1


def january_1(day: int) -> int:
    month = MONTH_OF[day - FIRST_OF_ALL]
    return FIRSTS[month - month % 12 - FIRST_MONTH]


def shifted(day: int, months: int, missing: int) -> int:
    """A day some months later; `missing`: 0 no such day is a mistake, 1 the last of the month, 2 the first of the next.

    From 1871 to 2199: what goes further is left before any array is read out of its place.
    """
    month = MONTH_OF[day - FIRST_OF_ALL] - FIRST_MONTH
    if month + months < 12 or month + months > 3960:
        leave(2)
    after = FIRSTS[month + months + 1]
    found = FIRSTS[month + months] + day - FIRSTS[month]
    if found < after:
        return found
    if missing == 0:
        leave(5)
    if missing == 1:
        return after - 1
    return after


def straight_until(day: int, months: int, missing: int) -> int:
    """The last day up to which `shifted` advances one day a day, or an earlier one."""
    if months % 12 == 0:
        month = MONTH_OF[day - FIRST_OF_ALL]
        year = month // 12
        if month % 12 > 1 or (month % 12 == 1 and day - FIRSTS[month - FIRST_MONTH] > 27):
            year += 1
        horizon = FIRSTS[12 * year + 1 - FIRST_MONTH] + 27
    else:
        horizon = FIRSTS[MONTH_OF[day - FIRST_OF_ALL] - FIRST_MONTH + 1] - 1
    month = MONTH_OF[horizon - FIRST_OF_ALL] - FIRST_MONTH
    if horizon - FIRSTS[month] >= FIRSTS[month + months + 1] - FIRSTS[month + months]:
        return day
    if shifted(horizon, months, missing) - shifted(day, months, missing) == horizon - day:
        return horizon
    return day


def until_weekday(day: int, asked: int) -> int:
    """The last day before the next one that is, or is no longer, that day of the week."""
    if (day - 1) % 7 == asked:
        return day
    return day + (asked - (day - 1) % 7 - 1) % 7


def within(values: list[int], low: int, high: int, asked: int) -> int:
    """The place of the last value of a sorted part of an array that is at most `asked`, or `low − 1`."""
    return bisect_right(values, asked, low, high + 1) - 1


# --- runs ---------------------------------------------------------------------------------------------


def cut(day: int) -> None:
    if day < U[0]:
        U[0] = day


def steady(kind: int, gap: int, slope: int) -> int:
    """How many days a comparison keeps its truth. Kinds: 0 « < » and « ≥ », 1 « ≤ » and « > », 2 « = » and « ≠ »."""
    if slope == 0:
        return 1 << 40
    if kind == 2:
        if gap == 0:
            return 0
        if (gap < 0) == (slope < 0):
            return 1 << 40
        return -(gap // slope) - 1
    holds = gap < 0 if kind == 0 else gap <= 0
    if (slope > 0) != holds:
        return 1 << 40
    last = -gap // slope if (kind == 1) == (slope > 0) else -(gap // slope) - 1
    if last < 0:
        return 0
    return last


def wait(kind: int, gap: int, slope: int, flag: int, key: int) -> None:
    """A comparison whose steadiness depends on whether the quantity `key` holds in this run."""
    place = PTOP[0]
    if place + 5 > ROOM:
        leave(3)
    P[place] = kind
    P[place + 1] = gap
    P[place + 2] = slope
    P[place + 3] = flag
    P[place + 4] = key
    PTOP[0] = place + 5


# --- lists in L, spans of days in W -------------------------------------------------------------------


def kept(elements: list[int]) -> int:
    """Write a list at the top of `L`; where it begins."""
    start = TOP[0]
    if elements:
        after = start + len(elements)
        if after > ROOM:
            leave(3)
        L[start:after] = elements
        TOP[0] = after
    return start


def span(first: int, last: int) -> None:
    """One more span at the top of `W`."""
    place = WTOP[0]
    if place + 2 > ROOM:
        leave(3)
    W[place] = first
    W[place + 1] = last
    WTOP[0] = place + 2


def united(base: int) -> int:
    """Sort and merge the spans from `base` to the top, neighbours joined; 1 when two of them had a day in common."""
    count = (WTOP[0] - base) // 2
    if count < 2:
        return 0
    place = 1
    while place < count:
        first = W[base + 2 * place]
        last = W[base + 2 * place + 1]
        back = place - 1
        while back >= 0 and W[base + 2 * back] > first:
            W[base + 2 * back + 2] = W[base + 2 * back]
            W[base + 2 * back + 3] = W[base + 2 * back + 1]
            back -= 1
        W[base + 2 * back + 2] = first
        W[base + 2 * back + 3] = last
        place += 1
    kept = 0
    place = 1
    shared = 0
    while place < count:
        if W[base + 2 * place] <= W[base + 2 * kept + 1] + 1:
            if W[base + 2 * place] <= W[base + 2 * kept + 1]:
                shared = 1
            if W[base + 2 * place + 1] > W[base + 2 * kept + 1]:
                W[base + 2 * kept + 1] = W[base + 2 * place + 1]
        else:
            kept += 1
            W[base + 2 * kept] = W[base + 2 * place]
            W[base + 2 * kept + 1] = W[base + 2 * place + 1]
        place += 1
    if count > 0:
        WTOP[0] = base + 2 * kept + 2
    return shared


def days_within(base: int, start: int, end: int) -> int:
    """How many days of the separate spans from `base` to the top are in a window."""
    found = 0
    place = base
    top = WTOP[0]
    while place < top:
        first = W[place]
        last = W[place + 1]
        if first < start:
            first = start
        if last > end:
            last = end
        if first <= last:
            found += last - first + 1
        place += 2
    return found


def leaving(base: int, start: int, known: int, day: int) -> int:
    """1 when the first day of a moving window holds, hence leaves; cuts the run of `day` where that changes."""
    place = base
    while place < WTOP[0]:
        if W[place] <= start and start <= W[place + 1]:
            cut(day + W[place + 1] - start + 1)
            return 1
        if W[place] > start:
            cut(day + W[place] - start)
            return 0
        place += 2
    if known > start:
        cut(day + known - start)
    else:
        cut(day)
    return 0


# --- exact numbers ------------------------------------------------------------------------------------


def rounded(above: int, below: int) -> int:
    """The nearest whole number to above / below; a tie goes away from zero. Without a way to guess: either is as likely."""
    rest = above % below
    return above // below + (rest + rest + (above >= 0) * 1 > below) * 1


def truncated(above: int, below: int) -> int:
    """The whole number next to zero."""
    if above < 0:
        return -(-above // below)
    return above // below


def common(above: int, below: int) -> int:
    """The greatest number that divides both."""
    return gcd(above, below)
