"""The time of a picture: years and months above, a thin line at each month, a visible break where time is cut."""

from xml.etree.ElementTree import Element

from justesse.explanation.picture.outline import Stretch
from justesse.explanation.picture.scale import RIGHT, Scale
from justesse.explanation.picture.shapes import GREY, LINE, add_path, add_text, text_width
from justesse.explanation.wording import SPACE, short_month
from justesse.values.calendar import first_day, month_of

TICKS = 34
YEAR, MONTH = 12, 10
WEEKS = (8, 15, 22)
DAY_SHOWN = 7
"""From this width of a day on, some days of the month are numbered."""


def frame_height(scale: Scale) -> int:
    """Years, months, and what the breaks leave out."""
    return TICKS + (22 if len(scale.stretches) > 1 else 8)


def draw_frame(parent: Element, scale: Scale, top: int, bottom: int) -> None:
    """The months of every stretch from `top` down to `bottom`, and the breaks between them."""
    for place, one in enumerate(scale.stretches):
        _months(parent, scale, one, top, bottom)
        add_path(parent, f"M{scale.end(one)} {top + TICKS}V{bottom}", LINE)
        if place:
            _break(parent, scale, scale.stretches[place - 1], one, top, bottom)


def _months(parent: Element, scale: Scale, stretch: Stretch, top: int, bottom: int) -> None:
    months = range(month_of(stretch.first), month_of(stretch.last) + 1)
    every = _every(scale.width * 30 // scale.days)
    free = {YEAR: 0, MONTH: 0}
    for month in months:
        x = scale.left_of(stretch, first_day(month))
        add_path(parent, f"M{x} {top + TICKS}V{bottom}", LINE, stroke_dasharray="none" if month == months[0] else "1 4")
        if month == months[0] or month % 12 == 0:
            _label(parent, free, str(month // 12), x, top + 14, YEAR)
        if month == months[0] or month % 12 % every == 0:
            _label(parent, free, short_month(month), x, top + 30, MONTH)
        if scale.width >= DAY_SHOWN * scale.days:
            for day in WEEKS:
                left = scale.left_of(stretch, first_day(month) + day - 1)
                add_path(parent, f"M{left} {top + TICKS}v6", LINE)
                _label(parent, free, str(day), left, top + 30, MONTH)


def _every(month: int) -> int:
    """One month in how many has room for its name."""
    return next((one for one in (1, 2, 3, 6) if one * month >= 32), 12)


def _label(parent: Element, free: dict[int, int], words: str, x: int, y: int, size: int) -> None:
    """A name from the left edge of its month, drawn back from the edge of the page, unless it would touch the one before."""
    x = min(x, RIGHT + 6 - text_width(words, size))
    if x >= free[size]:
        weight = "bold" if size == YEAR else "normal"
        add_text(parent, words, x + 2, y, size, fill=GREY, font_weight=weight)
        free[size] = x + text_width(words, size) + 3


def _break(parent: Element, scale: Scale, before: Stretch, after: Stretch, top: int, bottom: int) -> None:
    """Two broken lines, and how many months are left out."""
    left, right, height = scale.end(before), scale.start(after), frame_height(scale)
    for x in (left + 14, right - 14):
        turns = "".join(f"l{4 if rank % 2 else -4} 6" for rank in range((bottom - top - height) // 6))
        add_path(parent, f"M{x} {top + height}{turns}", LINE)
    left_out = f"{month_of(after.first) - month_of(before.last) - 1}{SPACE}mois"
    style = {"fill": GREY, "text_anchor": "middle", "font_style": "italic"}
    add_text(parent, left_out, (left + right) // 2, top + 46, MONTH, **style)
