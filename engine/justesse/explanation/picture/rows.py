"""The rows of a lane: bars that do not meet side by side, under each its label and figures, or a number when they do not fit.

Each bar carries its words as a `title`. What a number stands for goes to the notes.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from textwrap import wrap
from xml.etree.ElementTree import Element, SubElement

from justesse.explanation.picture.lanes import Bar, Lane
from justesse.explanation.picture.scale import LEFT, RIGHT, THINNEST, Scale, spread
from justesse.explanation.picture.shapes import (
    GREY,
    HALO,
    INK,
    RECORD,
    add_path,
    add_rectangle,
    add_text,
    legal,
    text_width,
)
from justesse.program.picture_plan import Look

MARGIN = 14
THICK, THIN = 22, 11
TEXT, SMALL, LETTERS = 11, 10, 21
LINE_HEIGHT = 14
NUMBER_GAP = 17


class Rows:
    """Draws lanes one under the other; `notes` gathers what the numbers stand for."""

    def __init__(self, root: Element, scale: Scale, fills: dict[Look, str], notes: list[str]) -> None:
        self.root = root
        self.scale = scale
        self.fills = fills
        self.notes = notes

    def draw(self, lane: Lane, bars: Sequence[Bar], y: int) -> int:
        """A lane from `y` down; where it ends."""
        heading = wrapped(lane.title, LETTERS)
        for rank, line in enumerate(heading):
            add_text(self.root, line, MARGIN, y + 19 + rank * LINE_HEIGHT, 12, font_weight="bold")
        end = y + 8
        for row in rows_of(bars):
            end = self._row(lane, row, end) + 4
        return max(end, y + 12 + LINE_HEIGHT * len(heading))

    def _row(self, lane: Lane, row: Sequence[Bar], y: int) -> int:
        """Bars, the numbers of those that need a note, then line by line the texts that have room."""
        height = THICK if lane.sort == "days" else THIN
        for bar in row:
            self._bar(lane, bar, y, height)
        fitting = [self._fitting(_texts(bar), self._room(row, rank)) for rank, bar in enumerate(row)]
        kept = list(zip(row, fitting, strict=True))
        told = [bar for bar, fits in kept if fits < len(_texts(bar)) or lane.sort == "dates"]
        y = self._numbers(lane, told, y + height)
        for rank in range(1 + max(len(bar.figures) for bar in row)):
            shown = [(bar, _texts(bar)[rank]) for bar, fits in kept if rank < fits and _texts(bar)[rank]]
            if shown:
                y += LINE_HEIGHT
                self._line(lane.headings[rank - 1] if rank and lane.headings else "", shown, y, rank == 0)
        return y + 2

    # --- bars ----------------------------------------------------------------------------------------

    def _bar(self, lane: Lane, bar: Bar, y: int, height: int) -> None:
        group = SubElement(self.root, "g", {"class": lane.sort})
        SubElement(group, "title").text = legal(bar.words)
        segments = self._segments(bar)
        if lane.sort == "dates":
            middle = _middle(segments)
            SubElement(group, "path", {"d": f"M{middle - 5} {y}h10l-5 9z", "fill": INK})
            return
        colour = bar.look.colour if bar.look else RECORD
        fill = self.fills[bar.look] if bar.look else RECORD
        for left, right in segments:
            width = max(right - left - 2, THINNEST - 1)  # a blank between two bars that follow one another
            add_rectangle(group, left, y, width, height, fill=fill, stroke=colour, stroke_width="1")
        for before, after in pairwise(segments):
            add_path(group, f"M{before[1]} {y + height // 2}H{after[0]}", colour, 2, stroke_dasharray="3 3")
        self._beyond(group, bar, y + height // 2)

    def _beyond(self, group: Element, bar: Bar, y: int) -> None:
        """An arrow where the bar goes on before or after the time drawn."""
        if bar.first < self.scale.stretches[0].first:
            SubElement(group, "path", {"d": f"M{LEFT - 1} {y - 6}v12l-7 -6z", "fill": RECORD})
        if bar.last > self.scale.stretches[-1].last:
            SubElement(group, "path", {"d": f"M{RIGHT + 1} {y - 6}v12l7 -6z", "fill": RECORD})

    def _segments(self, bar: Bar) -> list[tuple[int, int]]:
        return list(self.scale.segments(bar.first, bar.last))

    # --- what is written under them --------------------------------------------------------------------

    def _room(self, row: Sequence[Bar], rank: int) -> int:
        """How wide a text may be under a bar: up to the next bar, or the end of the stretch."""
        left = self._segments(row[rank])[0][0]
        end = self.scale.end(self.scale.stretch_at(left))
        following = self._segments(row[rank + 1])[0][0] - 4 if rank + 1 < len(row) else RIGHT
        return min(end, following) - left

    def _fitting(self, texts: Sequence[str], room: int) -> int:
        """How many texts, from the first on, there is room for."""
        return next((rank for rank, text in enumerate(texts) if text_width(text, TEXT) > room), len(texts))

    def _line(self, heading: str, shown: Iterable[tuple[Bar, str]], y: int, bold: bool) -> None:
        if heading:
            add_text(self.root, _shortened(heading), LEFT - 10, y, SMALL, fill=GREY, text_anchor="end")
        for bar, text in shown:
            add_text(self.root, text, self._segments(bar)[0][0], y, TEXT, font_weight="bold" if bold else "normal", **HALO)

    def _numbers(self, lane: Lane, bars: Sequence[Bar], y: int) -> int:
        """The numbers of the bars told in the notes, each led to its bar; on several tiers when they are many."""
        if not bars:
            return y
        numbers = {id(bar): str(len(self.notes) + rank) for rank, bar in enumerate(bars, 1)}
        self.notes.extend(f"{lane.title}, {bar.words}" for bar in bars)
        tiers = -(-len(bars) * NUMBER_GAP // (RIGHT - LEFT))
        for tier in range(tiers):
            here = bars[tier::tiers]
            middles = [_middle(self._segments(bar)) for bar in here]
            base = y + 18 + tier * 12
            for bar, x, place in zip(here, middles, spread(middles, NUMBER_GAP, LEFT, RIGHT), strict=True):
                add_path(self.root, f"M{x} {y}L{place} {base - 9}", GREY)
                add_text(self.root, numbers[id(bar)], place, base, SMALL, text_anchor="middle", font_weight="bold", **HALO)
        return y + 20 + (tiers - 1) * 12


def rows_of(bars: Iterable[Bar]) -> list[list[Bar]]:
    """Bars put in as few rows as keep them apart."""
    rows: list[list[Bar]] = []
    for bar in sorted(bars, key=lambda one: (one.first, one.last)):
        row = next((one for one in rows if one[-1].last < bar.first), None)
        if row is None:
            rows.append([bar])
        else:
            row.append(bar)
    return rows


def wrapped(words: str, letters: int) -> list[str]:
    """A text on lines of so many letters."""
    return wrap(legal(words), letters) or [""]


def _texts(bar: Bar) -> tuple[str, ...]:
    return (bar.label, *bar.figures)


def _middle(segments: list[tuple[int, int]]) -> int:
    left, right = segments[0]
    return (left + right) // 2


def _shortened(heading: str) -> str:
    most = (LEFT - 10 - MARGIN) * 25 // (14 * SMALL)
    return heading if len(heading) <= most else f"{heading[: most - 1]}…"
