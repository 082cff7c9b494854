"""Three pictures of a reform: who gains and loses, the mean gap, how large gaps are.

Counts nothing: figures come from the measure.
"""

from collections.abc import Iterator

from justesse.pages.bars import Bar, chart, parted
from justesse.pages.figures import euros, mean, number
from justesse.reform.measure import EDGES, Group


def shares(groups: list[Group], title: str) -> str:
    """A line a group: losers to the left, then those unchanged, then winners."""
    return chart(title, [(one.name, list(_shares(one)), number(one.compared)) for one in groups])


def _shares(group: Group) -> Iterator[Bar]:
    yield from parted((("perte", group.losers), ("égal", group.unchanged), ("gain", group.winners)))


def means(groups: list[Group], title: str) -> str:
    """A line a group: the mean gap of its dossiers, losses to the left of the middle."""
    sizes = [abs(one.gap) * 1000 // max(one.compared, 1) for one in groups]
    most = max([*sizes, 1])
    lines = []
    for group, size in zip(groups, sizes, strict=True):
        length = 500 * size // most
        bar = Bar(500 - length, 500, "perte", "") if group.gap < 0 else Bar(500, 500 + length, "gain", "")
        lines.append((group.name, [bar] if length else [], mean(group.gap, group.compared)))
    return chart(title, lines, middle=True)


def spread(gaps: list[int], title: str) -> str:
    """A line a class of gaps: how many dossiers."""
    most = max([*gaps, 1])
    lines = []
    for place, count in enumerate(gaps):
        kind = "perte" if place <= EDGES.index(0) else "gain"
        bars = [Bar(0, 1000 * count // most, kind, "")] if count else []
        lines.append((_class(place), bars, number(count)))
    return chart(title, lines)


def _class(place: int) -> str:
    if place == 0:
        return f"moins de {euros(EDGES[0])}"
    if place == len(EDGES):
        return f"{euros(EDGES[-1])} et plus"
    return f"{euros(EDGES[place - 1])} à {euros(EDGES[place])}"
