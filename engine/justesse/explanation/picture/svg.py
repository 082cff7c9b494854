"""A picture as SVG: title, time, lanes, legend, notes, from top to bottom. No script, no font of its own.

Built as elements, so that no name of a case can be taken for markup; the same picture gives the same bytes. Every word
comes from the outline: here one only finds room.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from justesse.explanation.picture.frame import draw_frame, frame_height
from justesse.explanation.picture.outline import Picture
from justesse.explanation.picture.rows import MARGIN, Rows, wrapped
from justesse.explanation.picture.scale import RIGHT, Scale
from justesse.explanation.picture.shapes import (
    ALARM,
    HALO,
    INK,
    LINE,
    WHITE,
    add_path,
    add_pattern,
    add_rectangle,
    add_text,
    legal,
    text_width,
)
from justesse.explanation.picture.text import picture_text
from justesse.program.picture_plan import Look
from justesse.text.digest import sha256_of

WIDTH = 1000
SMALL_LETTERS, TITLE_LETTERS = 154, 100
PLAIN = "plein"


def picture_svg(picture: Picture, printed: bool = False) -> str:
    """The whole file; `printed`: for a printer that paints strokes over letters and shows the seams of a plain pattern."""
    return _Drawing(picture, printed).made()


class _Drawing:
    def __init__(self, picture: Picture, printed: bool = False) -> None:
        self.picture = picture
        self.printed = printed
        self.twin = legal(picture_text(picture))
        self.root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "lang": "fr"})
        # Two pictures in one page must not share the names of their patterns.
        self.mark = f"i{sha256_of(self.twin)[:8]}"
        self.y = MARGIN
        self.notes: list[str] = []

    def made(self) -> str:
        """Drawn from top to bottom; the height is known at the end."""
        self._accessible()
        ground = add_rectangle(self.root, 0, 0, WIDTH, 0, fill=WHITE)
        self._head()
        if self.picture.stretches:
            self._lanes()
            self._legend()
        self._notes()
        height = self.y + MARGIN
        self.root.set("viewBox", f"0 0 {WIDTH} {height}")
        ground.set("height", str(height))
        if self.printed:
            self._without_halos()
        indent(self.root, " ")
        return tostring(self.root, encoding="unicode") + "\n"

    def _accessible(self) -> None:
        """A title, the whole twin as description, the patterns."""
        title, twin = f"{self.mark}-titre", f"{self.mark}-texte"
        self.root.set("aria-labelledby", title)
        self.root.set("aria-describedby", twin)
        self.root.set("font-family", "Helvetica, Arial, sans-serif")
        SubElement(self.root, "title", {"id": title}).text = legal(self.picture.title)
        SubElement(self.root, "desc", {"id": twin}).text = self.twin
        patterns = SubElement(self.root, "defs")
        for rank, (look, _) in enumerate(self.picture.legend):
            add_pattern(patterns, self._pattern(rank), look)

    def _without_halos(self) -> None:
        for text in self.root.iter("text"):
            for name in HALO:
                text.attrib.pop(name.replace("_", "-"), None)

    def _fill(self, rank: int, look: Look) -> str:
        plain = self.printed and look.pattern == PLAIN
        return look.colour if plain else f"url(#{self._pattern(rank)})"

    def _pattern(self, rank: int) -> str:
        return f"{self.mark}-{rank}"

    def _say(self, words: str, size: int, letters: int, x: int = MARGIN, weight: str = "normal") -> None:
        for line in wrapped(words, letters):
            self.y += size + 4
            add_text(self.root, line, x, self.y, size, font_weight=weight)

    def _head(self) -> None:
        self._say(self.picture.title, 16, TITLE_LETTERS, weight="bold")
        if self.picture.totals:
            self._say(" · ".join(self.picture.totals), 12, SMALL_LETTERS - 20)
        for notice in self.picture.notices:
            if notice.sort == "undecided":
                top = self.y + 10
                self.y = top + 2
                self._say(notice.words, 12, SMALL_LETTERS - 20, MARGIN + 10, "bold")
                self.y += 8
                box = {"fill": "none", "stroke": ALARM, "stroke_width": "2"}
                add_rectangle(self.root, MARGIN, top, WIDTH - 2 * MARGIN, self.y - top, **box)

    def _lanes(self) -> None:
        """The time first, under everything; it reaches down to the last lane."""
        scale = Scale(self.picture.stretches)
        top = self.y + 8
        frame = SubElement(self.root, "g")
        self.y = top + frame_height(scale)
        fills = {look: self._fill(rank, look) for rank, (look, _) in enumerate(self.picture.legend)}
        rows = Rows(self.root, scale, fills, self.notes)
        for lane in self.picture.lanes:
            drawn = [bar for bar in lane.bars if self.picture.holds(bar)]
            if drawn:
                add_path(self.root, f"M{MARGIN} {self.y}H{RIGHT}", LINE)
                self.y = rows.draw(lane, drawn, self.y)
        draw_frame(frame, scale, top, self.y)

    def _legend(self) -> None:
        """Each value met, its pattern and its days."""
        self.y += 22
        x = MARGIN
        for rank, (look, days) in enumerate(self.picture.legend):
            words = f"{look.value} : {days}"
            width = 44 + text_width(words, 12)
            if x > MARGIN and x + width > WIDTH - MARGIN:
                x, self.y = MARGIN, self.y + 22
            swatch = {"fill": self._fill(rank, look), "stroke": look.colour, "stroke_width": "1"}
            add_rectangle(self.root, x, self.y - 12, 30, 15, **swatch)
            add_text(self.root, words, x + 36, self.y, 12, fill=INK)
            x += width + 14
        self.y += 4

    def _notes(self) -> None:
        """What the numbers stand for, what is not drawn, what is to check."""
        self.y += 4
        for rank, note in enumerate(self.notes, 1):
            self._say(f"{rank}. {note}", 11, SMALL_LETTERS)
        for lane in self.picture.lanes:
            for bar in lane.bars:
                if not self.picture.holds(bar):
                    self._say(f"{lane.title}, hors du temps dessiné : {bar.words}", 11, SMALL_LETTERS)
        for notice in self.picture.notices:
            if notice.sort == "warning":
                self._say(notice.words, 11, SMALL_LETTERS)
