"""What day quantities are stored as: runs of equal days, one timeline a loop and owner, and the run being decided.

Pure data with its own rules of merging; evaluating is `days.py`.
"""

from bisect import bisect_right, insort
from dataclasses import dataclass, field
from fractions import Fraction

from justesse.evaluation.trace import DayInstance
from justesse.values.moving import Moving, days_before_crossing
from justesse.values.states import NotApplicable, State


class RunContext:
    """The run being decided: its first day, its horizon so far, what must be settled once decisions are known.

    Kept with the run, so that its sentences can be evaluated again as they were: `unsettled` has the values whose slope
    was still open when the run read them, `known` how far the timelines that were not complete had been decided. `place`
    is that of the timeline extended, None for a day expression that has none.
    """

    __slots__ = ("__weakref__", "day", "flagged", "known", "memo", "pending", "place", "start", "unsettled", "until")

    def __init__(self, start: int, until: int, place: tuple[object, ...] | None) -> None:
        self.start = start
        self.until = until
        self.place = place
        self.day = Moving(start, 1)
        self.memo: dict[str, DayInstance] = {}
        self.pending: list[tuple[str, Moving]] = []
        self.flagged: list[Moving] = []
        self.unsettled: dict[str, Moving] = {}
        self.known: dict[tuple[object, int], int] = {}

    def cut(self, last: int) -> None:
        """Nothing is promised after `last`."""
        if last < self.until:
            self.until = max(self.start, last)

    def close(self) -> None:
        """Settle the slopes with this run's own decisions, then cut where a comparison changes."""
        if self.flagged:
            if any(self._open(key) for moving in self.flagged for key, _ in moving.flags):
                self.cut(self.start)  # tomorrow counts a day that is not known
            moving = ((key, one.value) for key, one in self.memo.items() if isinstance(one.value, Moving))
            self.unsettled = {key: Moving(value.value, value.slope, value.flags) for key, value in moving if value.flags}
            self.settle()
        for op, gap in self.pending:
            kept = _steady(op, gap)
            if kept is not None:
                self.cut(self.start + kept)
        self.pending = []

    def settle(self) -> None:
        """Give the moving values met so far the slope that the decisions of the run make."""
        for moving in self.flagged:
            moving.settle(self._decided)
        self.flagged = []

    def value_in_run(self, instance: DayInstance) -> object:
        """The value of an instance of this very run, with the part of its slope that the run had still to decide."""
        unsettled = self.unsettled.get(instance.quantity.key)
        if unsettled is None:
            return instance.value
        moving = Moving(unsettled.value, unsettled.slope, unsettled.flags)
        self.flagged.append(moving)
        return moving

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
    """Equal days: their instances by quantity, and where these were decided.

    `later` are the runs joined to this one: the same values by the same sentences, which may rest on other facts. An
    explanation of one of their days reads them.
    """

    first: int
    last: int
    context: RunContext
    later: list["Run"] = field(default_factory=list)

    @property
    def instances(self) -> dict[str, DayInstance]:
        """The instances by quantity."""
        return self.context.memo


@dataclass(frozen=True, slots=True)
class Held:
    """Up to the day before `next`: the days on which a quantity holds, and those that leave it in doubt."""

    next: int
    spans: list[tuple[int, int]]
    doubts: list[tuple[int, int, State]]


@dataclass(slots=True, eq=False)
class Timeline:
    """The runs of one loop for one owner, from `first` to `last`; `next` is the first day not yet decided.

    `place` is the loop, then the owner: what a run keeps of its timeline, so that neither holds the other.
    """

    place: tuple[object, ...]
    keys: tuple[str, ...]
    first: int
    last: int
    next: int
    runs: list[Run] = field(default_factory=list)
    busy: bool = False
    starts: list[int] = field(default_factory=list)
    held: dict[str, Held] = field(default_factory=dict)

    @property
    def owner(self) -> tuple[object, ...]:
        """The subjects other than the day."""
        return self.place[1:]

    def run_at(self, day: int) -> Run:
        """The run that holds a day already decided."""
        last = self.runs[-1]
        return last if last.first <= day else self.runs[bisect_right(self.starts, day) - 1]

    def decided_at(self, day: int) -> Run:
        """The run as it was decided for a day, before it was joined to another."""
        run = self.run_at(day)
        return next((one for one in reversed(run.later) if one.first <= day), run)

    def add(self, run: Run) -> None:
        """A run after the others, joined to the last one when it goes on with the same values and the same reasons."""
        self.next = run.last + 1
        for instance in run.context.memo.values():
            instance.first, instance.last = run.first, run.last
        previous = self.runs[-1] if self.runs else None
        if previous is not None and _continues(previous, run):
            previous.last = run.last
            for instance in previous.context.memo.values():
                instance.last = run.last
            previous.later.append(run)
            return
        self.runs.append(run)
        self.starts.append(run.first)

    def turn(self, run: Run) -> Run:
        """Keep how a day of a run was decided again."""
        for instance in run.context.memo.values():
            instance.first, instance.last = run.first, run.last
        insort(self.run_at(run.first).later, run, key=lambda one: one.first)
        return run

    def days_of(self, key: str) -> Held:
        """The days on which a quantity holds, as far as they are decided."""
        found = self.held.get(key)
        if found is None or found.next != self.next:
            found = self.held[key] = self._days_of(key)
        return found

    def _days_of(self, key: str) -> Held:
        spans: list[tuple[int, int]] = []
        doubts: list[tuple[int, int, State]] = []
        for run in self.runs:
            value = run.context.memo[key].value
            if value is True:
                spans.append((run.first, run.last))
            elif isinstance(value, State) and not isinstance(value, NotApplicable):
                doubts.append((run.first, run.last, value))
        return Held(self.next, spans, doubts)


def _continues(previous: Run, run: Run) -> bool:
    """Whether the second run goes on with the same values and the same reasons."""
    offset = run.first - previous.first
    earlier = previous.context.memo
    if earlier.keys() != run.context.memo.keys():
        return False
    for key, instance in run.context.memo.items():
        before = earlier[key]
        if not _goes_on(before.value, instance.value, offset) or not before.goes_on(instance):
            return False
    return True


def _goes_on(before: object, after: object, offset: int) -> bool:
    if isinstance(before, Moving):
        now = after.value if isinstance(after, Moving) else after
        slope = after.slope if isinstance(after, Moving) else 0
        return not isinstance(now, State) and before.at(offset) == now and slope == before.slope
    return not isinstance(after, Moving) and before == after
