"""The versions of a rule and of its texts as bars over the years, in SVG; the words beside say the same."""

import html
from dataclasses import dataclass

from justesse.program.register import CitedText
from justesse.values.calendar import day_of, iso_day, to_date

WIDTH, LABEL, ROW, TOP = 680, 210, 20, 22
FIRST_YEAR = 2020


@dataclass(frozen=True, slots=True)
class Bar:
    """Days in force, both included; None when open."""

    row: str
    start: int | None
    end: int | None
    words: str
    ours: bool = False


def text_bars(text: CitedText) -> list[Bar]:
    """The versions of a text that were in force since the first year drawn."""
    made = []
    for place, one in enumerate(text.versions):
        following = text.versions[place + 1].start - 1 if place + 1 < len(text.versions) else None
        end = one.end if one.end is not None else following
        if end is None or end >= _day(FIRST_YEAR):
            made.append(Bar(text.name, one.start, end, one.identifier))
    return made


def drawing(bars: list[Bar], last_year: int) -> str:
    """The figure; a bar that runs on touches the edge."""
    rows = list(dict.fromkeys(bar.row for bar in bars))
    height = TOP + ROW * len(rows) + 4
    marks = "".join(_year(year, last_year, height) for year in range(FIRST_YEAR, last_year + 1))
    labels = "".join(f'<text x="0" y="{_y(number) + 12}">{html.escape(_short(row))}</text>' for number, row in enumerate(rows))
    drawn = "".join(_bar(bar, _y(rows.index(bar.row)), last_year) for bar in bars)
    words = html.escape(" ; ".join(f"{bar.row} : {bar_text(bar)}" for bar in bars), quote=True)
    return (
        f'<figure class="versions"><svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{words}">'
        f"{marks}{labels}{drawn}</svg></figure>"
    )


def bar_text(bar: Bar) -> str:
    """« du 2021-04-14 au 2025-02-21 »."""
    if bar.start is None and bar.end is None:
        return "toujours"
    if bar.start is None:
        return f"jusqu'au {iso_day(bar.end or 0)}"
    if bar.end is None:
        return f"à compter du {iso_day(bar.start)}"
    return f"du {iso_day(bar.start)} au {iso_day(bar.end)}"


def _short(row: str) -> str:
    return row if len(row) <= 34 else row[:33] + "…"


def _y(row: int) -> int:
    return TOP + ROW * row


def _x(day: int, last_year: int) -> int:
    first, last = _day(FIRST_YEAR), _day(last_year + 1)
    return LABEL + (WIDTH - LABEL) * (min(max(day, first), last) - first) // (last - first)


def _day(year: int) -> int:
    return day_of(year, 1, 1) or 0


def _year(year: int, last_year: int, height: int) -> str:
    x = _x(_day(year), last_year)
    return f'<path d="M{x} 16V{height}"/><text x="{x + 3}" y="12">{year}</text>'


def _bar(bar: Bar, y: int, last_year: int) -> str:
    left = _x(bar.start, last_year) if bar.start is not None else LABEL
    right = _x(bar.end + 1, last_year) if bar.end is not None else WIDTH
    kind = "ours" if bar.ours else "text"
    words = html.escape(f"{bar.words} : {bar_text(bar)}")
    shape = f'class="{kind}" x="{left}" y="{y + 3}" width="{max(right - left - 1, 2)}" height="12"'
    return f"<rect {shape}><title>{words}</title></rect>"


def last_year(bars: list[Bar], checked: int) -> int:
    """The last year drawn: that of the last change, or of the last check of the texts."""
    days = [day for bar in bars for day in (bar.start, bar.end) if day is not None and to_date(day).year < 2100]
    return max(to_date(day).year for day in [checked, *days])
