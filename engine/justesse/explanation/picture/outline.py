"""The picture of a case as an outline: stretches of time, lanes of bars, each with its words. No layout, no colour chosen here.

Everything comes from the decision and the records of the case; only days are counted. Which lists make lanes, which line
of the days is the main one, comes from `rules/**/image.yaml`, or from the vocabulary when there is none.
"""

from dataclasses import dataclass
from typing import Literal

from justesse.diagnostics.wording import message_of
from justesse.evaluation.decision import Decision
from justesse.explanation.picture.lanes import Bar, Lane, date_lane, day_lane, record_lanes, undecided_lane
from justesse.explanation.picture.plan import drawn_plan
from justesse.explanation.wording import count_text, value_text
from justesse.program.picture_plan import Look, PicturePlan
from justesse.values.calendar import LAST_DAY, first_day, last_day, month_of

EMPTY_MONTHS = 2
"""From this many whole months without anything, the time is cut."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Whole civil months drawn without a cut: first and last day."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said of the whole case: no decision and why, or something to check."""

    sort: Literal["undecided", "warning"]
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything drawn, and the bars no stretch holds, which are only told; `legend`: each look met and its days, most first."""

    title: str
    totals: tuple[str, ...]
    notices: tuple[Notice, ...]
    stretches: tuple[Stretch, ...]
    lanes: tuple[Lane, ...]
    legend: tuple[tuple[Look, str], ...]

    def holds(self, bar: Bar) -> bool:
        """Whether some day of a bar is drawn."""
        return any(bar.first <= one.last and one.first <= bar.last for one in self.stretches)


def picture_of(decision: Decision, title: str) -> Picture:
    """The picture of a case, decided or not."""
    plan = drawn_plan(decision.program)
    above, below = record_lanes(decision, plan)
    days = day_lane(decision, plan) if decision.runs else undecided_lane(above)
    lanes = [*above, days, *below, date_lane(decision, plan)]
    return Picture(
        title,
        _totals(decision, plan),
        _notices(decision),
        stretches([_known_days(bar) for lane in lanes if lane.extends for bar in lane.bars]),
        tuple(lane for lane in lanes if lane.bars),
        _legend(days),
    )


def _known_days(bar: Bar) -> tuple[int, int]:
    """What is open reaches no further than its first day."""
    return bar.first, bar.first if bar.last == LAST_DAY else bar.last


def stretches(periods: list[tuple[int, int]]) -> tuple[Stretch, ...]:
    """The months that hold these periods, cut where several whole months are empty."""
    found: list[Stretch] = []
    for first, last in sorted((first_day(month_of(one)), last_day(month_of(other))) for one, other in periods):
        if found and month_of(first) - month_of(found[-1].last) <= EMPTY_MONTHS:
            found[-1] = Stretch(found[-1].first, max(found[-1].last, last))
        else:
            found.append(Stretch(first, last))
    return tuple(found)


def _totals(decision: Decision, plan: PicturePlan) -> tuple[str, ...]:
    """« total brut : 1 200,00 € », for the subject of the case."""
    lines = [line for part in decision.parts if part.record is decision.root for line in part.lines]
    kept = [line for name in plan.totals for line in lines if line.item.name == name]
    return tuple(f"{line.item.name} : {value_text(line.value, line.item.type)}" for line in kept)


def _notices(decision: Decision) -> tuple[Notice, ...]:
    refused = [Notice("undecided", f"Pas de décision : {message_of(one)}") for one in decision.refusals]
    out = [Notice("undecided", f"Hors périmètre : {one.rule.text}") for one in decision.out_of_scope]
    warned = [one.rule.text for one in decision.notices if one.rule.kind == "warning"]
    return tuple(dict.fromkeys([*refused, *out, *(Notice("warning", f"À vérifier : {words}") for words in warned)]))


def _legend(days: Lane) -> tuple[tuple[Look, str], ...]:
    counted: dict[Look, int] = {}
    for bar in days.bars:
        if bar.look is not None:
            counted[bar.look] = counted.get(bar.look, 0) + bar.last - bar.first + 1
    return tuple((look, count_text(number, "jour")) for look, number in sorted(counted.items(), key=lambda one: -one[1]))
