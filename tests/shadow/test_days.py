"""Two timelines cut at the same days: what each says day after day is what it said before, whatever the cuts."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from justesse.shadow.days import NOTHING, SEVERAL, Runs, beside, joined

RUN = st.tuples(st.integers(0, 2), st.integers(-5, 20), st.integers(0, 6), st.integers(-3, 9), st.integers(1, 3))


def runs(rows: list[tuple[int, int, int, int, int]]) -> Runs:
    """(dossier, first day, days after it, number, word) as runs."""
    owners, first, more, number, word = np.array(sorted(rows), dtype=np.int64).reshape(-1, 5).T
    return Runs(owners, first, first + more, {"montant": number}, {"mot": word})


def by_day(rows: list[tuple[int, int, int, int, int]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Each day of each dossier with what is said of it, the plain way."""
    found: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for owner, first, more, number, word in rows:
        for day in range(first, first + more + 1):
            found.setdefault((owner, day), []).append((number, word))
    return found


@given(st.lists(RUN, max_size=6), st.lists(RUN, max_size=6))
def test_both_sides_say_every_day_what_they_said(ours: list[tuple[int, ...]], theirs: list[tuple[int, ...]]) -> None:
    found = beside(runs(ours), runs(theirs), "mot")  # type: ignore[arg-type]
    cut = {
        (int(owner), day): place
        for place, (owner, first, last) in enumerate(zip(found.owners, found.first, found.last, strict=True))
        for day in range(int(first), int(last) + 1)
    }
    one, other = by_day(ours), by_day(theirs)  # type: ignore[arg-type]
    assert set(cut) == {*one, *other}
    for key, place in cut.items():
        for side, said in enumerate((one.get(key, []), other.get(key, []))):
            assert found.numbers["montant"][side][place] == sum(number for number, _ in said)
            word = NOTHING if not said else said[0][1] if len(said) == 1 else SEVERAL
            assert found.words["mot"][side][place] == word
        assert found.status[place] == found.words["mot"][0][place]


@given(st.lists(RUN, max_size=6), st.lists(RUN, max_size=6))
def test_what_differs_is_joined_and_no_day_is_lost(ours: list[tuple[int, ...]], theirs: list[tuple[int, ...]]) -> None:
    found = beside(runs(ours), runs(theirs), "")  # type: ignore[arg-type]
    one, other = found.numbers["montant"]
    heads, firsts, lasts = joined(found, one != other, (one, other))
    kept = [(int(found.owners[head]), int(first), int(last), int(one[head]), int(other[head]))
            for head, first, last in zip(heads, firsts, lasts, strict=True)]  # fmt: skip
    days = [(owner, day) for owner, first, last, *_ in kept for day in range(first, last + 1)]
    sums = [{key: sum(number for number, _ in said) for key, said in by_day(rows).items()} for rows in (ours, theirs)]  # type: ignore[arg-type]
    assert days == sorted(key for key in {*sums[0], *sums[1]} if sums[0].get(key, 0) != sums[1].get(key, 0))
    for before, after in pairwise(kept):
        assert (before[0], before[2] + 1, before[3:]) != (after[0], after[1], after[3:]), "neighbours that say the same are one"
