"""The shapes a picture is made of: text, rectangles, lines, and the patterns that tell values apart without their colour.

The colours here are the only ones not chosen by the rules; on white each one is dark enough (a test computes it).
"""

import re
from xml.etree.ElementTree import Element, SubElement

from justesse.program.picture_plan import Look

INK, GREY = "#1a1a1a", "#4d4d4d"
HALO = {"stroke": "#ffffff", "stroke_width": "3", "paint_order": "stroke"}
"""For a text that lines may cross."""
RECORD, LINE, ALARM = "#5f7186", "#8c8c8c", "#b2182b"
WHITE = "#ffffff"
TILE = 10
STROKES: dict[str, tuple[str, int]] = {
    "plein": ("M0 5H10", 10),
    "montantes": ("M-2 2L2 -2M0 10L10 0M8 12L12 8", 3),
    "descendantes": ("M-2 8L2 12M0 0L10 10M8 -2L12 2", 3),
    "croisillons": ("M0 10L10 0M0 0L10 10M-2 2L2 -2M8 12L12 8M-2 8L2 12M8 -2L12 2", 1),
    "horizontales": ("M0 2H10M0 7H10", 2),
    "verticales": ("M2 0V10M7 0V10", 2),
    "grille": ("M0 5H10M5 0V10", 2),
    "points": ("M2 2h0M7 7h0", 3),
    "pois": ("M5 5h0", 7),
    "damier": ("M0 3H5M5 8H10", 5),
    "chevrons": ("M0 8L5 3L10 8", 2),
    "vagues": ("M0 5Q3 0 5 5T10 5", 2),
    "losanges": ("M5 1L9 5L5 9L1 5Z", 2),
    "briques": ("M0 1H10M0 6H10M3 1V6M8 6V11M8 -4V1", 1),
    "tirets": ("M1 3H6M5 8H10", 2),
    "plus": ("M5 2V8M2 5H8", 2),
    "ronds": ("M2 5a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", 1),
    "attente": ("M0 0L10 10M-2 8L2 12M8 -2L12 2", 1),
}
"""The path drawn in a tile, and its width; « attente » is for what is not settled."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(text: str) -> str:
    """A text without the few characters that no XML file may hold."""
    return _NOT_XML.sub("\ufffd", text)


def text_width(text: str, size: int) -> int:
    """About how wide a text is drawn, rather more than less: the reader's font is not known."""
    return len(text) * size * 14 // 25


def add_text(parent: Element, words: str, x: int, y: int, size: int = 11, **style: str) -> None:
    """A line of text from `x`, its base at `y`."""
    names = {name.replace("_", "-"): value for name, value in style.items()}
    made = SubElement(parent, "text", {"x": str(x), "y": str(y), "font-size": str(size), "fill": INK, **names})
    made.text = legal(words)


def add_rectangle(parent: Element, x: int, y: int, width: int, height: int, **style: str) -> Element:
    """A rectangle."""
    names = {name.replace("_", "-"): value for name, value in style.items()}
    place = {"x": x, "y": y, "width": width, "height": height}
    return SubElement(parent, "rect", {**{name: str(value) for name, value in place.items()}, **names})


def add_path(parent: Element, path: str, colour: str, width: int = 1, **style: str) -> None:
    """A line drawn."""
    names = {name.replace("_", "-"): value for name, value in style.items()}
    SubElement(parent, "path", {"d": path, "fill": "none", "stroke": colour, "stroke-width": str(width), **names})


def add_pattern(parent: Element, identifier: str, look: Look) -> None:
    """The pattern of a look, on white."""
    size = str(TILE)
    made = SubElement(parent, "pattern", {"id": identifier, "width": size, "height": size, "patternUnits": "userSpaceOnUse"})
    add_rectangle(made, 0, 0, TILE, TILE, fill=WHITE)
    path, width = STROKES[look.pattern]
    round_ends = {"stroke_linecap": "round"} if look.pattern in ("points", "pois") else {}
    add_path(made, path, look.colour, width, **round_ends)
