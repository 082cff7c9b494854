"""What day quantities are stored as: runs of equal days, one timeline a loop and owner, and the run being decided.

Pure data with its own rules of merging; evaluating is `days.py`.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from fractions import Fraction

from justesse.evaluation.trace import Instance
from justesse.values.moving import Moving, days_before_crossing
from justesse.values.states import NotApplicable, State


@dataclass(slots=True)
class RunContext:
    """The run being decided: its first day, its horizon so far, what must be settled once decisions are known."""

    start: int
    until: int
    day: Moving
    timeline: "Timeline | None"
    memo: dict[str, Instance] = field(default_factory=dict)
    pending: list[tuple[str, Moving]] = field(default_factory=list)
    flagged: list[Moving] = field(default_factory=list)

    def cut(self, last: int) -> None:
        """Nothing is promised after `last`."""
        self.until = max(self.start, min(self.until, last))

    def close(self) -> None:
        """Settle the slopes with this run's own decisions, then cut where a comparison changes."""
        if any(self._open(key) for moving in self.flagged for key, _ in moving.flags):
            self.cut(self.start)  # tomorrow counts a day that is not known
        for moving in self.flagged:
            moving.settle(self._decided)
        for op, gap in self.pending:
            kept = _steady(op, gap)
            if kept is not None:
                self.cut(self.start + kept)

    def _open(self, key: object) -> bool:
        found = self.memo.get(str(key))
        return found is not None and isinstance(found.value, State) and not isinstance(found.value, NotApplicable)

    def _decided(self, key: object) -> bool:
        found = self.memo.get(str(key))
        return found is not None and found.value is True


def _steady(op: str, gap: Moving) -> int | None:
    """How many days a comparison of `gap` with 0 keeps its truth."""
    match op:
        case "≤" | ">":
            return days_before_crossing(gap.value, gap.slope, True)
        case "<" | "≥":
            return days_before_crossing(gap.value, gap.slope, False)
        case _:
            if gap.slope == 0:
                return None
            steps = Fraction(-gap.value) / Fraction(gap.slope)
            if gap.value == 0:
                return 0
            return int(steps) - 1 if steps > 0 and steps.denominator == 1 else None


@dataclass(slots=True)
class Run:
    """Equal days: their instances by quantity."""

    first: int
    last: int
    instances: dict[str, Instance]


@dataclass(slots=True, eq=False)
class Timeline:
    """The runs of one loop for one owner, from `first` to `last`; `next` is the first day not yet decided."""

    keys: tuple[str, ...]
    owner: tuple[object, ...]
    first: int
    last: int
    next: int
    runs: list[Run] = field(default_factory=list)
    busy: bool = False
    starts: list[int] = field(default_factory=list)

    def run_at(self, day: int) -> Run:
        """The run that holds a day already decided."""
        return self.runs[bisect_right(self.starts, day) - 1]


def continues(previous: Run, run: Run) -> bool:
    """Whether the second run goes on with the same values and the same reasons."""
    offset = run.first - previous.first
    for key, instance in run.instances.items():
        before = previous.instances[key]
        if before.grounds() != instance.grounds() or not _goes_on(before.value, instance.value, offset):
            return False
    return True


def _goes_on(before: object, after: object, offset: int) -> bool:
    if isinstance(before, Moving):
        now = after.value if isinstance(after, Moving) else after
        slope = after.slope if isinstance(after, Moving) else 0
        return not isinstance(now, State) and before.at(offset) == now and slope == before.slope
    return not isinstance(after, Moving) and before == after
