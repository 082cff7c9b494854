"""Which comparisons decided, among the sentences met from a refusal down: those that failed, or the one that held against it.

Each is a condition with its values and its gap, worded by the outline. Walks nothing: it is given the sentences in order.
"""

from collections.abc import Iterable

from justesse.evaluation.trace import Instance, Tried
from justesse.explanation.outline import Outliner
from justesse.explanation.point import Point
from justesse.program.program import Program

MOST = 4


def decisive(program: Program, sentences: Iterable[tuple[Tried, Instance]], day: int | None) -> list[Point]:
    """The comparisons to tell, nearest first, each once: those of the first sentence that has some, then those that failed.

    A sentence of other days than the one asked (whether an earlier day was free) would be told with the figures of this one.
    """
    outliner = Outliner(program, day)
    found: dict[str, Point] = {}
    for tried, instance in sentences:
        if day is not None and not _of_day(instance, day):
            continue
        for point in _deciding(outliner, tried, instance):
            if not found or point.mark == "✗":
                found.setdefault(point.title, point)
        if len(found) >= MOST:
            break
    return list(found.values())[:MOST]


def _of_day(instance: Instance, day: int) -> bool:
    return instance.first is None or instance.last is None or instance.first <= day <= instance.last


def _deciding(outliner: Outliner, tried: Tried, instance: Instance) -> list[Point]:
    """The comparisons of a sentence that made its verdict: the failed ones of a « non », those that hold of the rest."""
    if tried.verdict != "retained" and tried.clause.kind != "rule":
        return []
    mark = "✗" if instance.value is False or tried.verdict == "failed" else "✓"
    return [one for one in outliner.examined(tried, instance) if one.value and one.mark == mark]
