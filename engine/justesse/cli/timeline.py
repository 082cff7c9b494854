"""The days of a decision as a calendar in signs: one row a month, one column a day, a legend that counts.

Signs differ without colour. Whole months in one state that follow one another take a single row. Knows no state by its
name: signs and colours go by the order in which the vocabulary lists the options.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from justesse.evaluation.decision import DayRun, Shown
from justesse.explanation.wording import count_text, month_text, value_text
from justesse.program.types import Choice
from justesse.values.calendar import days_in, first_day, last_day, month_of

SIGNS = "█▒·○×≠◆▲●▼=□◇△+*"
COLOURS = ("green", "yellow", "bright_black", "cyan", "red", "magenta", "blue", "bright_blue")
OPEN_SIGN, OPEN_COLOUR = "?", "bold yellow"
RULER = "1   5    10   15   20   25   30 "


@dataclass(frozen=True, slots=True)
class Mark:
    """How a state is drawn."""

    sign: str
    colour: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """A month, or several in one state: its label, its 31 columns (None where there is no day), what is said beside."""

    label: str
    marks: tuple[Mark | None, ...]
    note: str = ""


MonthOfMarks = tuple[int, list[Mark | None]]


def status_of(run: DayRun) -> Shown | None:
    """The line that says what the days are: the first choice of the view."""
    return next((line for line in run.lines if isinstance(line.item.type, Choice)), None)


def mark_of(line: Shown) -> Mark:
    """The sign of a state."""
    assert isinstance(line.item.type, Choice)
    options = line.item.type.options
    if line.value not in options:
        return Mark(OPEN_SIGN, OPEN_COLOUR, value_text(line.value, line.item.type).partition(" (")[0])
    rank = options.index(str(line.value)) % len(SIGNS)
    return Mark(SIGNS[rank], COLOURS[rank % len(COLOURS)], str(line.value))


def legend(runs: Sequence[DayRun]) -> list[tuple[Mark, str]]:
    """Each state met, most days first, with its count."""
    days: dict[Mark, int] = {}
    for run, mark in marked(runs):
        days[mark] = days.get(mark, 0) + run.last - run.first + 1
    return [(mark, count_text(number, "jour")) for mark, number in sorted(days.items(), key=lambda one: -one[1])]


def marked(runs: Iterable[DayRun]) -> Iterator[tuple[DayRun, Mark]]:
    """The runs that have a state."""
    for run in runs:
        line = status_of(run)
        if line is not None:
            yield run, mark_of(line)


def calendar(runs: Sequence[DayRun]) -> list[Row]:
    """The rows, in order of month; months without a day are left out."""
    months: dict[int, list[Mark | None]] = {}
    for run, mark in marked(runs):
        for month in range(month_of(run.first), month_of(run.last) + 1):
            days = months.setdefault(month, [None] * 31)
            start, end = first_day(month), last_day(month)
            for day in range(max(run.first, start), min(run.last, end) + 1):
                days[day - start] = mark
    return list(_rows(sorted(months.items())))


def _rows(months: list[MonthOfMarks]) -> Iterator[Row]:
    at = 0
    while at < len(months):
        month, days = months[at]
        last = at
        while _whole(months[at]) and last + 1 < len(months) and _alike(months[at], months[last], months[last + 1]):
            last += 1
        if last - at >= 2:
            total = sum(days_in(one) for one, _ in months[at : last + 1])
            label = f"{month_text(month)} à {month_text(months[last][0])}"
            yield Row(label, tuple(days[:1] * 31), f"{last - at + 1} mois, {total} jours")
            at = last + 1
        else:
            yield Row(month_text(month), tuple(days))
            at += 1


def _whole(one: MonthOfMarks) -> Mark | None:
    """The only state of a month, when it fills it."""
    month, days = one
    states = set(days[: days_in(month)])
    return states.pop() if len(states) == 1 else None


def _alike(first: MonthOfMarks, before: MonthOfMarks, after: MonthOfMarks) -> bool:
    return after[0] == before[0] + 1 and _whole(after) == _whole(first)
