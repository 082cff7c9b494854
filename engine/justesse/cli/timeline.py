"""The days of a decision as a calendar in signs: one row a month, one column a day, a legend that counts.

Signs differ without colour. Whole months in one state that follow one another take a single row. Knows no state by its
name: signs and colours go by the order in which the vocabulary lists the options. A day of two owners (stops that overlap) is
drawn and counted once: in the first state listed, else open, else in the one listed first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from justesse.evaluation.decision import DayRun, Shown
from justesse.explanation.wording import count_text, month_text, value_text
from justesse.program.types import Choice
from justesse.values.calendar import days_in, first_day, month_of

SIGNS = "█▒·○×≠◆▲●▼=□◇△+*"
COLOURS = ("green", "yellow", "bright_black", "cyan", "red", "magenta", "blue", "bright_blue")
OPEN_SIGN, OPEN_COLOUR = "?", "bold yellow"
RULER = "1   5    10   15   20   25   30 "


@dataclass(frozen=True, slots=True)
class Mark:
    """How a state is drawn; of two on one day, that with the least `place` is."""

    sign: str
    colour: str
    name: str
    place: int


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
        return Mark(OPEN_SIGN, OPEN_COLOUR, value_text(line.value, line.item.type).partition(" (")[0], 1)
    rank = options.index(str(line.value))
    sign = rank % len(SIGNS)
    return Mark(SIGNS[sign], COLOURS[sign % len(COLOURS)], str(line.value), 2 * rank)


def legend(runs: Sequence[DayRun]) -> list[tuple[Mark, str]]:
    """Each state met, most days first, with its count."""
    days = Counter(marked_days(runs).values())
    return [(mark, count_text(number, "jour")) for mark, number in days.most_common()]


def marked_days(runs: Iterable[DayRun]) -> dict[int, Mark]:
    """The state of each day that has one, in order."""
    found: dict[int, Mark] = {}
    for run in runs:
        line = status_of(run)
        if line is not None:
            mark = mark_of(line)
            for day in range(run.first, run.last + 1):
                if day not in found or mark.place < found[day].place:
                    found[day] = mark
    return dict(sorted(found.items()))


def calendar(runs: Sequence[DayRun]) -> list[Row]:
    """The rows, in order of month; months without a day are left out."""
    months: dict[int, list[Mark | None]] = {}
    for day, mark in marked_days(runs).items():
        month = month_of(day)
        months.setdefault(month, [None] * 31)[day - first_day(month)] = mark
    return list(_rows(list(months.items())))


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
