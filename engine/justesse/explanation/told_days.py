"""The days of a decision, cut where its lines change and, besides, where what is told of them does.

Equal days may have been decided at several times, each on its own facts: told together, the reason of the first would be given
for all. Words a reason no otherwise than `reasons` does.
"""

from collections.abc import Iterator

from justesse.evaluation.decide import decided_apart
from justesse.evaluation.decision import DayRun, Decision
from justesse.evaluation.facts import Record
from justesse.explanation.reasons import Reason, reasons


def told_days(decision: Decision, owner: Record | None = None) -> list[tuple[DayRun, list[Reason]]]:
    """The runs of a decision, or of one owner of days, each with the reasons that all its days have."""
    runs = (run for run in decision.runs if owner is None or run.owner is owner)
    return [one for run in runs for one in _told(decision, run)]


def _told(decision: Decision, run: DayRun) -> Iterator[tuple[DayRun, list[Reason]]]:
    first, *later = decided_apart(decision, run)
    held, why = first, reasons(first)
    for one in later:
        others = reasons(one)
        if others == why:
            held = DayRun(held.owner, held.first, one.last, held.lines)
        else:
            yield held, why
            held, why = one, others
    yield held, why
