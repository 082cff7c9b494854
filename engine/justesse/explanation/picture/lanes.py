"""The lanes of a picture: records of the case, days of the decision, dates; each bar with its label, figures and words.

Reads the decision; says every value as `wording` does. Knows neither positions nor colours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from justesse.evaluation.decide import decided_on
from justesse.evaluation.decision import DayRun, Decision, Shown
from justesse.evaluation.facts import Record
from justesse.explanation.decision_json import moving_value
from justesse.explanation.picture.plan import TO_SETTLE, bears_days
from justesse.explanation.wording import SPACE, count_text, day_text, period_text, short_day, short_period, state_text, value_text
from justesse.program.declarations import Attribute
from justesse.program.picture_plan import Look, PicturePlan, RecordLane
from justesse.program.types import Choice, Label, RecordOf, YesNo
from justesse.values.calendar import LAST_DAY
from justesse.values.states import NotApplicable, State
from justesse.values.stretches import joined

Sort = Literal["records", "days", "dates"]


@dataclass(frozen=True, slots=True)
class Bar:
    """Days drawn together. `label` and `figures` stand beside the bar, `words` say all of it; `look` is that of its days."""

    first: int
    last: int
    label: str
    words: str
    figures: tuple[str, ...] = ()
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """Bars of one kind; `headings` name their figures, row by row; `extends`: the time drawn reaches them."""

    sort: Sort
    title: str
    headings: tuple[str, ...]
    bars: tuple[Bar, ...]
    extends: bool = False


# --- records ------------------------------------------------------------------------------------------


def record_lanes(decision: Decision, plan: PicturePlan) -> tuple[list[Lane], list[Lane]]:
    """The lanes of records that bear days, then those of the others."""
    above: list[Lane] = []
    below: list[Lane] = []
    for one in plan.lanes:
        listed = decision.root.fields.get(one.listed)
        records = [record for record in listed if isinstance(record, Record)] if isinstance(listed, tuple) else []
        bears = any(bears_days(decision.program, record.type) for record in records)
        bars = tuple(bar for record in records for bar in _record_bar(record, one, decision))
        lane = Lane("records", _capital(one.listed), (), bars, one.extends or bears)
        (above if bears else below).append(lane)
    return above, below


def _record_bar(record: Record, lane: RecordLane, decision: Decision) -> Iterator[Bar]:
    """The bar of a record; none when its first day is not known."""
    declared = decision.program.declarations
    kind = declared.records[record.type]
    first, last = (record.fields.get(declared.attributes[key].name) for key in (kind.first, kind.last))
    if not isinstance(first, int):
        return
    label = ", ".join(text for name in lane.says for text in _said(record, kind.facts[name]))
    if isinstance(last, int):
        period = f"{period_text(first, last)} ({count_text(last - first + 1, 'jour')})"
        yield Bar(first, last, label, _joined(period, label), (short_period(first, last),))
    else:
        ends = "sans fin" if isinstance(last, NotApplicable) else f"fin {state_text(last)}" if isinstance(last, State) else ""
        yield Bar(first, LAST_DAY, label, _joined(f"depuis le {day_text(first)}, {ends}", label), (f"{short_day(first)} →",))


def _said(record: Record, fact: Attribute) -> Iterator[str]:
    """A fact in words; what is without object, no, or what goes without saying, is not said."""
    value = record.fields.get(fact.name)
    default = fact.declared.default
    if value is None or isinstance(value, NotApplicable) or (isinstance(fact.type, Choice) and value == default):
        return
    if isinstance(value, State):
        yield f"{fact.name} : {state_text(value)}"
    elif isinstance(fact.type, YesNo):
        if value is True:
            yield fact.name
        elif default is None:
            yield f"{fact.name} : non"
    elif isinstance(value, Record):
        yield next((str(one) for one in value.fields.values() if isinstance(one, str)), value.type)
    elif isinstance(fact.type, Choice | Label | RecordOf):
        yield str(value)
    else:
        yield f"{fact.name} : {value_text(value, fact.type)}"


# --- days ---------------------------------------------------------------------------------------------


def day_lane(decision: Decision, plan: PicturePlan) -> Lane:
    """The runs of days, those that follow one another with the same words made one."""
    headings = (*plan.figures, *plan.counters)
    runs = joined(decision.runs, lambda run: (id(run.owner), _lines(run, plan)))
    bars = tuple(_day_bar(decision, plan, run, _lines(run, plan)) for run in runs)
    return Lane("days", "Jours", headings, bars, True)


def _lines(run: DayRun, plan: PicturePlan) -> tuple[str, ...]:
    """The main line, then the figures, in words; nothing for what the run does not have."""
    lines = {line.item.name: line for line in run.lines}
    return tuple(_line_text(run, lines[name]) if name in lines else "" for name in (plan.line, *plan.figures))


def _line_text(run: DayRun, line: Shown) -> str:
    return "" if isinstance(line.value, NotApplicable) else value_text(moving_value(line, run), line.item.type)


def _day_bar(decision: Decision, plan: PicturePlan, run: DayRun, said: tuple[str, ...]) -> Bar:
    """Days that are one bar: the value of the main line as a look, every line and counter in words."""
    values = {line.item.name: line.value for line in run.lines}
    look = _look(plan, values.get(plan.line))
    counters = [_counter(decision, run, name) for name in plan.counters]
    named = zip((*plan.figures, *plan.counters), (*said[1:], *(words for words, _ in counters)), strict=True)
    main = f"{plan.line} : {said[0]}" if look is TO_SETTLE else said[0]
    told = [main, *(f"{name} : {text}" for name, text in named if text)]
    figures = [TO_SETTLE.label if text and isinstance(values[name], State) else text
               for name, text in zip(plan.figures, said[1:], strict=True)]  # fmt: skip
    period = f"{period_text(run.first, run.last)} ({count_text(run.last - run.first + 1, 'jour')})"
    words = _joined(period, " ; ".join(filter(None, told)))
    return Bar(run.first, run.last, look.label if look else "", words, (*figures, *(figure for _, figure in counters)), look)


def _look(plan: PicturePlan, value: object) -> Look | None:
    """The look of a value, that of what is not settled, none when there is nothing to say."""
    if value is None or isinstance(value, NotApplicable):
        return None
    return next((one for one in plan.looks if one.value == value), TO_SETTLE)


def _counter(decision: Decision, run: DayRun, name: str) -> tuple[str, str]:
    """A counter on the first and on the last day of a run, in words and as a figure; nothing when it was not needed."""
    quantity = next((one for one in decision.program.quantities.values() if one.by_day and one.name == name), None)
    ends = [decided_on(decision, run.owner, name, day) for day in (run.first, run.last)]
    if quantity is None or any(one is None or isinstance(one, NotApplicable) for one in ends):
        return "", ""
    start, end = (value_text(one, quantity.type) for one in ends)
    if any(isinstance(one, State) for one in ends):
        return (start if start == end else f"de {start} à {end}"), TO_SETTLE.label
    bare = start.rpartition(SPACE)[0] or start
    return (start, start) if start == end else (f"de {bare} à {end}", f"{bare}{SPACE}→{SPACE}{end}")


def undecided_lane(above: list[Lane]) -> Lane:
    """No decision: the days of the records, to settle."""
    bars = tuple(
        Bar(bar.first, bar.last, TO_SETTLE.label, _joined(bar.words.partition(" : ")[0], TO_SETTLE.label), (), TO_SETTLE)
        for lane in above
        for bar in lane.bars
    )
    return Lane("days", "Jours", (), bars, True)


# --- dates --------------------------------------------------------------------------------------------


def date_lane(decision: Decision, plan: PicturePlan) -> Lane:
    """The dates of facts that the plan names, and the days papers were received."""
    found = sorted({*_dated(decision, plan), *_received(decision.root)})
    return Lane("dates", "Dates", (), tuple(Bar(day, day, "", _joined(period_text(day, day), words)) for day, words in found))


def _dated(decision: Decision, plan: PicturePlan) -> Iterator[tuple[int, str]]:
    for mark in plan.marks:
        for record in _every_record(decision.root):
            day = record.fields.get(mark.fact)
            if record.type == mark.record and isinstance(day, int):
                yield day, mark.words


def _received(root: Record) -> Iterator[tuple[int, str]]:
    for record in _every_record(root):
        for paper, day in ((record.paper, record.received), *record.provenance.values()):
            if day is not None:
                yield day, f"reçu : {paper or record.type}"


def _every_record(root: Record) -> Iterator[Record]:
    yield root
    for value in root.fields.values():
        yield from (one for one in value if isinstance(one, Record)) if isinstance(value, tuple) else ()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _joined(period: str, words: str) -> str:
    return f"{period} : {words}" if words else period
