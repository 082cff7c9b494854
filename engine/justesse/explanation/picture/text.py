"""The text twin of a picture: the same facts as lines, in the order of the picture. Whoever cannot see it loses nothing."""

from collections.abc import Iterator

from justesse.explanation.picture.outline import Picture
from justesse.explanation.wording import month_text
from justesse.values.calendar import month_of

INDENT = "  "


def picture_text(picture: Picture) -> str:
    """The lines."""
    return "\n".join(_lines(picture))


def _lines(picture: Picture) -> Iterator[str]:
    yield picture.title
    yield from picture.totals
    yield from (one.words for one in picture.notices)
    yield time_text(picture)
    for lane in picture.lanes:
        yield f"{lane.title} :"
        for bar in lane.bars:
            yield f"{INDENT}- {bar.words}" + ("" if picture.holds(bar) else " (hors du temps dessiné)")
    if picture.legend:
        yield "En tout :"
        yield from (f"{INDENT}- {look.value} : {days}" for look, days in picture.legend)


def time_text(picture: Picture) -> str:
    """« Temps dessiné : mai 2023 à juin 2023, puis mars 2025 à mai 2025 »."""
    if not picture.stretches:
        return "Aucun jour à dessiner."
    parts = []
    for one in picture.stretches:
        first, last = month_of(one.first), month_of(one.last)
        parts.append(month_text(first) if first == last else f"{month_text(first)} à {month_text(last)}")
    return "Temps dessiné : " + ", puis ".join(parts) + "."
