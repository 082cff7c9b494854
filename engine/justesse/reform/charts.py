"""Three pictures of a reform, as SVG to stand in a page: who gains and loses, the mean gap, how large gaps are.

Every bar says its figure; patterns and sides tell what colours tell. Counts nothing: figures come from the measure.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from justesse.reform.measure import EDGES, Group
from justesse.reform.words import euros, mean, number, percent

WIDTH, BAR, STEP, LEFT, RIGHT = 860, 22, 34, 210, 110
_DEFS = (
    '<defs><pattern id="perte" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" class="perte"/><rect width="2" height="6" class="raie"/></pattern></defs>'
)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: from where to where (parts of a thousand of the width), its class, what it says."""

    start: int
    end: int
    kind: str
    said: str


def shares(groups: list[Group], title: str) -> str:
    """A line a group: losers to the left, then those unchanged, then winners."""
    return chart(title, [(one.name, list(_shares(one)), _total(one)) for one in groups])


def _shares(group: Group) -> Iterator[Bar]:
    yield from parted((("perte", group.losers), ("égal", group.unchanged), ("gain", group.winners)))


def parted(parts: Iterable[tuple[str, int]]) -> Iterator[Bar]:
    """One after the other, the parts of a whole: (class, count)."""
    some = list(parts)
    whole, before = sum(count for _, count in some), 0
    for kind, count in some if whole else ():
        yield Bar(1000 * before // whole, 1000 * (before + count) // whole, kind, percent(count, whole))
        before += count


def _total(group: Group) -> str:
    return number(group.compared)


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


def chart(title: str, lines: list[tuple[str, list[Bar], str]], middle: bool = False) -> str:
    """A picture of bars, a line each: its name, its bars, what is said at its end."""
    height = STEP * len(lines) + 8
    drawn = [part for place, line in enumerate(lines) for part in _line(place, *line)]
    if middle:
        drawn.append(f'<path class="axe" d="M{_across(500)} 0V{height}"/>')
    return f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">{_DEFS}' + "".join(drawn) + "</svg>"


def _line(place: int, name: str, bars: Iterable[Bar], said: str) -> Iterator[str]:
    top = STEP * place + 6
    middle = top + BAR // 2 + 5
    yield f'<text x="{LEFT - 12}" y="{middle}" text-anchor="end">{escape(name)}</text>'
    for bar in bars:
        left, width = _across(bar.start), _across(bar.end) - _across(bar.start)
        yield f'<rect class="{bar.kind}" x="{left}" y="{top}" width="{width}" height="{BAR}"/>'
        if bar.said and width > 60:
            yield f'<text class="dans {bar.kind}" x="{left + 6}" y="{middle}">{escape(bar.said)}</text>'
    yield f'<text x="{WIDTH - RIGHT + 10}" y="{middle}">{escape(said)}</text>'


def _across(part: int) -> int:
    return LEFT + (WIDTH - LEFT - RIGHT) * part // 1000
