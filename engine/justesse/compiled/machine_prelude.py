"""What machine code has instead of Python's library, in the subset: printed with every kernel, and able to run as it is.

Each function here does what the one of the same name does in `prelude`, or among Python's own; `calendar` fills the two
arrays that `prelude` fills when it is read. Knows no rule.
"""

from justesse.compiled.prelude import FIRST_MONTH, FIRSTS, MONTH_OF, ROOM, TOP, L, leave

ARENA = [0]
"""Where the arrays of a dossier are."""


def calendar(lengths: list[int], months: int, day: int) -> None:
    """The first day of each month, the month of each day, from the lengths of months and the first day of all."""
    month = 0
    place = 0
    while month < months:
        FIRSTS[month] = day
        last = place + lengths[month]
        while place < last:
            MONTH_OF[place] = FIRST_MONTH + month
            place += 1
        day = day + lengths[month]
        month += 1
    FIRSTS[months] = day


def filled(first: int, last: int, value: int) -> None:
    """The same number all over a part of the arena."""
    while first < last:
        ARENA[first] = value
        first += 1


def within(values: list[int], low: int, high: int, asked: int) -> int:
    """The place of the last value of a sorted part of an array that is at most `asked`, or `low − 1`.

    As many steps whatever is asked, and a choice of number instead of a way: nothing for a processor to guess.
    """
    place = low - 1
    size = high - place
    while size > 0:
        half = (size + 1) // 2
        place = place + half if values[place + half] <= asked else place
        size = size - half
    return place


def kept(elements: list[int], count: int) -> int:
    """Write a list at the top of `L`; where it begins."""
    start = TOP[0]
    if start + count > ROOM:
        leave(3)
    place = 0
    while place < count:
        L[start + place] = elements[place]
        place += 1
    TOP[0] = start + count
    return start


def among(elements: list[int], count: int, asked: int) -> int:
    """1 when a list holds a number."""
    place = 0
    while place < count:
        if elements[place] == asked:
            return 1
        place += 1
    return 0


def common(above: int, below: int) -> int:
    """The greatest number that divides both."""
    if above < 0:
        above = -above
    if below < 0:
        below = -below
    while below:
        rest = above % below
        above = below
        below = rest
    return above


def rounded(above: int, below: int) -> int:
    """The nearest whole number to above / below; a tie goes away from zero.

    The size first, then the sign: of a number that is not negative, a division and what is left cost half as much.
    """
    whole = above if above >= 0 else -above
    rest = whole % below
    found = whole // below + (rest + rest >= below) * 1
    return found if above >= 0 else -found
