"""A picture of bars as SVG to stand in a page, a line each. Every bar says its figure; patterns and sides tell what colours tell.

Knows neither what is counted nor which line comes first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from justesse.pages.figures import percent

STYLE = """\
:root { --loss: #b0481e; --gain: #1f6f8b; --same: #8885; }
@media (prefers-color-scheme: dark) { :root { --loss: #e08a5f; --gain: #69b7d1; } }
svg { width: 100%; height: auto; font: 14px system-ui, sans-serif; fill: currentColor; }
svg rect.perte { fill: url(#perte); } svg pattern .perte { fill: var(--loss); } svg pattern .raie { fill: #fff3; }
svg rect.gain { fill: var(--gain); } svg rect.égal { fill: var(--same); }
svg text.dans { font-weight: 600; }
svg text.dans.perte, svg text.dans.gain { fill: #fff; paint-order: stroke; stroke-width: 4px; }
svg text.dans.perte { stroke: #8a3310; } svg text.dans.gain { stroke: #155066; }
svg path.axe { stroke: currentColor; fill: none; }
"""
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


def parted(parts: Iterable[tuple[str, int]]) -> Iterator[Bar]:
    """One after the other, the parts of a whole: (class, count)."""
    some = list(parts)
    whole, before = sum(count for _, count in some), 0
    for kind, count in some if whole else ():
        yield Bar(1000 * before // whole, 1000 * (before + count) // whole, kind, percent(count, whole))
        before += count


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
