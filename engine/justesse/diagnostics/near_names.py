"""The known name someone probably meant: close in spelling once accents and case are set aside.

Proposing a wrong name costs more than proposing none, so only a few slips of the hand are
allowed, fewer for short names. This module does not know what the names stand for.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae"})
_SEPARATORS = str.maketrans({"'": " ", "’": " ", "-": " ", "_": " "})
_LETTERS_PER_SLIP = 3
_MOST_SLIPS = 3
_SOME = 6
"""How many known names are told when none is near."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name closest to this one, or None when nothing is close enough."""
    found = closest(name, known)
    return found[1] if found is not None else None


def meant(name: str, known: Iterable[str]) -> str:
    """The nearest known name; else some of them to choose from, those that hold the name first; « aucun » when none is known."""
    options = list(known)
    near = nearest(name, options)
    if near is not None:
        return near
    wanted = fold(name)
    options.sort(key=lambda one: not wanted or wanted not in fold(one))  # stable: else as they are declared
    return some_of(options)


def some_of(names: Sequence[str]) -> str:
    """The first of them, to choose from."""
    return ", ".join(names[:_SOME]) + ("…" if len(names) > _SOME else "") or "aucun"


def closest(name: str, known: Iterable[str]) -> tuple[int, str] | None:
    """Return how many slips of the hand away the closest known name is, and that name."""
    wanted = fold(name)
    allowed = min(len(wanted) // _LETTERS_PER_SLIP, _MOST_SLIPS)
    letters = set(wanted)
    best: tuple[int, bool, str] | None = None
    for candidate in known:
        spelled = fold(candidate)
        # A slip changes the length by one at most, and the set of letters by two.
        if abs(len(wanted) - len(spelled)) > allowed or len(letters.symmetric_difference(spelled)) > 2 * allowed:
            continue
        slips = _slips(wanted, spelled, allowed)
        # Same number of slips: the name as written wins, then alphabetical order.
        rank = (slips, candidate != name, candidate)
        if slips <= allowed and (best is None or rank < best):
            best = rank
    return (best[0], best[2]) if best is not None else None


@lru_cache(maxsize=8_192)
def fold(name: str) -> str:
    """Return the letters of a name without case, accents, ligatures, nor signs between words."""
    # Case both before and after: a decorated capital decomposes into a plain one.
    decomposed = unicodedata.normalize("NFKD", name.casefold()).casefold()
    letters = unicodedata.normalize("NFKD", decomposed).translate(_LIGATURES)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(plain.translate(_SEPARATORS).split())


def _slips(left: str, right: str, allowed: int) -> int:
    """Count insertions, deletions, replacements and swaps of neighbours; give up past allowed."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        row = [i]
        for j, other in enumerate(right, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > allowed and min(above) > allowed:
            return allowed + 1
        before, above = above, row
    return above[-1]
