"""What both plots are drawn with: a logarithmic scale, lines, words and marks of SVG, a frame that says its content in words.

Nothing is said by colour alone: each series has its mark, its stroke and its name beside it.
"""

import html
from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

BLUE, VERMILION, GREEN, INK, PALE = "#0072b2", "#b84a00", "#007a5a", "#222222", "#d9d9d9"
_TICKS = (
    (0.001, "1 ns"), (0.01, "10 ns"), (0.1, "100 ns"), (1.0, "1 µs"), (10.0, "10 µs"), (100.0, "100 µs"),
    (1e3, "1 ms"), (1e4, "10 ms"), (1e5, "100 ms"), (1e6, "1 s"),
)  # fmt: skip
"""Microseconds and their words."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A value between two, to a place between two."""

    least: float
    most: float
    first: float
    last: float

    def __call__(self, value: float) -> float:
        part = log10(value / self.least) / log10(self.most / self.least)
        return round(self.first + part * (self.last - self.first), 1)


def around(values: Sequence[float], first: float, last: float) -> Scale:
    """A scale that holds them all, with some room on both sides."""
    return Scale(min(values) / 3, max(values) * 2, first, last)


def ticks(scale: Scale) -> list[tuple[float, str]]:
    """The powers of ten of a scale of time."""
    return [(at, words) for at, words in _TICKS if scale.least <= at <= scale.most]


def text(x: float, y: float, words: str, anchor: str = "start", more: str = "") -> str:
    """Words at a place."""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" {more}>{html.escape(words)}</text>'


def line(x1: float, y1: float, x2: float, y2: float, more: str = f'stroke="{PALE}"') -> str:
    """A stroke."""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" {more}/>'


def mark(shape: str, x: float, y: float, colour: str) -> str:
    """A disc, a ring, a square or a diamond."""
    match shape:
        case "square":
            return f'<rect x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10" fill="{colour}"/>'
        case "diamond":
            return f'<path d="M{x:.1f} {y - 7.5:.1f} l7.5 7.5 -7.5 7.5 -7.5 -7.5 z" fill="{colour}"/>'
        case "ring":
            return f'<circle cx="{x}" cy="{y}" r="5" fill="#fff" stroke="{colour}" stroke-width="2.5"/>'
        case _:
            return f'<circle cx="{x}" cy="{y}" r="5.5" fill="{colour}"/>'


def framed(name: str, title: str, words: str, width: int, height: int, drawn: list[str]) -> str:
    """The whole file; `words` say what the picture shows."""
    inside = "\n".join(drawn)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="fr"'
        f' aria-labelledby="{name}-titre" aria-describedby="{name}-texte"'
        f' font-family="Helvetica, Arial, sans-serif" font-size="15" fill="{INK}" viewBox="0 0 {width} {height}">\n'
        f'<title id="{name}-titre">{html.escape(title)}</title>\n<desc id="{name}-texte">{html.escape(words)}</desc>\n'
        f'<rect width="{width}" height="{height}" rx="6" fill="#fff"/>\n{inside}\n</svg>\n'
    )
