"""The two plots of the page: the peers on one scale of time, and what our decisions cost as they grow.

Both scales are logarithmic. Marks: a full diamond is ours, a ring somebody else's; a bar under it goes from quartile to quartile.
"""

from collections.abc import Sequence

from tests.benchmarks.peers.drawing import BLUE, GREEN, INK, VERMILION, Scale, around, framed, line, mark, text, ticks
from tests.benchmarks.peers.exchange import BATCH, REASONS, SINGLE
from tests.benchmarks.peers.running import Row
from tests.benchmarks.peers.sizes import EVALUATION, MACHINE, PYTHON, Cost
from tests.benchmarks.peers.wording import OURS, TITLES, WAYS, duration, of_kind

WIDTH, NAMES, RIGHT, STEP, HEAD = 1000, 330, 90, 27, 44
STYLES = {EVALUATION: ("square", VERMILION, ""), PYTHON: ("diamond", GREEN, "9 5"), MACHINE: ("disc", BLUE, "2 4")}
"""Mark, colour and dashes of each way."""
THINGS = ("paies", "jours", "règles")
FIRST, PANEL, NEXT, TOP, BOTTOM = 66, 186, 310, 44, 500


def peers_plot(rows: Sequence[Row]) -> str:
    """One row a way of deciding, kind after kind, the fastest first."""
    shown = {kind: [row for row in of_kind(rows, kind) if not row.absent] for kind in (BATCH, SINGLE, REASONS)}
    height = 34 + sum(HEAD + STEP * len(some) for some in shown.values())
    some_times = [time for some in shown.values() for row in some for time in (row.low, row.high)]
    scale = around(some_times, NAMES, WIDTH - RIGHT)
    drawn, words, y = [], [], -4
    for kind, some in shown.items():
        y += HEAD
        drawn.append(text(12, y - 14, TITLES[kind], more='font-weight="bold" font-size="17"'))
        drawn += [line(scale(at), y - 6, scale(at), y + STEP * len(some) - 8) for at, _ in ticks(scale)]
        for row in some:
            drawn += _peer(row, scale, y + 8)
            y += STEP
        words.append(f"{TITLES[kind]} : " + " ; ".join(f"{row.name} {duration(row.median)}" for row in some))
    drawn += [text(scale(at), height - 10, words_, "middle", 'font-size="13"') for at, words_ in ticks(scale)]
    return framed("pairs", "Temps par dossier, échelle logarithmique", "\n".join(words), WIDTH, height, drawn)


def _peer(row: Row, scale: Scale, y: float) -> list[str]:
    ours = row.name.startswith(OURS)
    weight, colour = ('font-weight="bold"', BLUE) if ours else ("", INK)
    x = scale(row.median)
    return [
        text(NAMES - 14, y + 5, row.name, "end", weight),
        line(NAMES, y, x, y, f'stroke="{colour}" stroke-opacity=".35" stroke-dasharray="1 4"'),
        line(scale(row.low), y, scale(row.high), y, f'stroke="{colour}" stroke-width="7" stroke-opacity=".3"'),
        mark("diamond" if ours else "ring", x, y, colour),
        text(max(x, scale(row.high)) + 14, y + 5, duration(row.median), more=weight),
    ]


def sizes_plot(costs: Sequence[Cost]) -> str:
    """A panel a thing that grows, a line a way, on one scale of time."""
    scale = around([one.median for one in costs], BOTTOM, TOP)
    drawn, words = [], []
    for place, thing in enumerate(THINGS):
        left = FIRST + place * NEXT
        some = [one for one in costs if one.thing == thing]
        sizes = sorted({one.size for one in some})
        across = Scale(sizes[0], sizes[-1], left + 16, left + PANEL - 16)
        drawn.append(text(left, TOP - 18, f"selon le nombre de {thing}", more='font-weight="bold"'))
        drawn += _grid(scale, left, place == 0)
        drawn += [text(across(size), BOTTOM + 24, str(size), "middle", 'font-size="13"') for size in sizes]
        for way in WAYS:
            points = [(across(one.size), scale(one.median), one) for one in some if one.way == way]
            if points:
                drawn += _series(way, points)
                words.append(f"{thing}, {way} : " + " ; ".join(f"{one.size}, {duration(one.median)}" for _, _, one in points))
    return framed(
        "tailles", "Temps par dossier selon sa taille, échelles logarithmiques", "\n".join(words), WIDTH, BOTTOM + 44, drawn
    )


def _grid(scale: Scale, left: float, named: bool) -> list[str]:
    made = [line(left, BOTTOM, left + PANEL, BOTTOM, f'stroke="{INK}"')]
    for at, words in ticks(scale):
        made.append(line(left, scale(at), left + PANEL, scale(at)))
        if named:
            made.append(text(left - 8, scale(at) + 4, words, "end", 'font-size="13"'))
    return made


def _series(way: str, points: list[tuple[float, float, Cost]]) -> list[str]:
    """A line, its name and last figure to the right, its first figure on the side away from the other lines."""
    shape, colour, dashes = STYLES[way]
    path = " ".join(f"{x},{y}" for x, y, _ in points)
    (first, start, least), (last, end, most) = points[0], points[-1]
    return [
        f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dashes}"/>',
        *(mark(shape, x, y, colour) for x, y, _ in points),
        text(first - 14, start + (-17 if way == EVALUATION else 23), duration(least.median), more='font-size="13"'),
        text(last + 14, end - 1, way, more=f'font-size="14" fill="{colour}" font-weight="bold"'),
        text(last + 14, end + 14, duration(most.median), more='font-size="13"'),
    ]
