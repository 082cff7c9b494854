"""Figures as a French reader writes them. Exact: cents are whole, shares and means are rounded once, here.

Knows no measure, nor what is counted.
"""

NARROW, FIXED, MINUS = "\u202f", "\u00a0", "−"


def number(value: int) -> str:
    """« 12 345 »."""
    return f"{value:,}".replace(",", NARROW).replace("-", MINUS)


def counted(count: int, word: str) -> str:
    """« 1 dossier », « 55 369 dossiers »."""
    return f"{number(count)}{FIXED}{word}{'s' if count > 1 else ''}"


def euros(cents: int) -> str:
    """« 1 234 € »; cents only when there are some."""
    whole, rest = divmod(abs(cents), 100)
    sign = MINUS if cents < 0 else ""
    return f"{sign}{number(whole)}{f',{rest:02d}' if rest else ''}{FIXED}€"


def whole_euros(cents: int) -> str:
    """A sum to the euro, half up."""
    sign = MINUS if cents < 0 else ""
    return f"{sign}{number((abs(cents) + 50) // 100)}{FIXED}€"


def mean(cents: int, count: int) -> str:
    """A sum shared by a number of dossiers, to the cent; « – » when there is none."""
    if not count:
        return "–"
    return euros((1 if cents >= 0 else -1) * ((2 * abs(cents) + count) // (2 * count)))


def percent(part: int, whole: int) -> str:
    """« 12,3 % »; « – » of nothing."""
    if not whole:
        return "–"
    tenths = (2000 * abs(part) + whole) // (2 * whole)
    sign = MINUS if part < 0 and tenths else ""
    return f"{sign}{number(tenths // 10)},{tenths % 10}{FIXED}%"
