"""Day quantities, computed by runs: evaluate at one day, decide, learn until when nothing can change, jump.

The horizon is an optimisation, never a truth: any earlier end gives the same days. A loop is the set of day quantities
that read each other's past; each loop of each owner is one timeline, extended only as far as asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from justesse.evaluation.choose import chooser_of
from justesse.evaluation.compiled import Env, Meaning
from justesse.evaluation.meaning import meaning
from justesse.evaluation.refusal import Refusal
from justesse.evaluation.timelines import Run, RunContext, Timeline
from justesse.evaluation.trace import UNREAD, DayInstance, Instance
from justesse.program.program import Quantity
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, State

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Evaluator

_LONGEST = 40_000
MOST_RUNS = 4_000
"""The most runs that a case may take, even if they are then joined: a case of three years takes three hundred."""
_OUTSIDE = NotApplicable("outside"), (), UNREAD
"""What is found on a day out of the owner's span."""


class Days:
    """The timelines of one case. `one_by_one` steps one day at a time: the twin that tests compare the runs with."""

    def __init__(self, one_by_one: bool) -> None:
        self.one_by_one = one_by_one
        self.timelines: dict[tuple[object, ...], Timeline] = {}
        self.decided = 0
        """How many runs were decided, those joined to the one before included."""
        self.deciding: list[tuple[str, ...]] = []
        """The loops being decided, the outermost first."""
        self.spans: dict[tuple[str, object], tuple[int, int]] = {}
        """First and last day of the owners of day quantities."""
        self.edges: dict[object, dict[object, tuple[Any, Any]]] = {}
        """First and last day of the owners that observers met (kept here by `observers`)."""

    # --- timelines -----------------------------------------------------------------------------------

    def timeline(self, e: Evaluator, quantity: Quantity, owner: tuple[object, ...]) -> Timeline:
        """The timeline of the quantity's loop for an owner (nothing computed yet)."""
        place = (quantity.loop, *owner)
        found = self.timelines.get(place)
        if found is None:
            whose = (quantity.subjects[-2].name, owner[-1])
            first, last = self.spans.get(whose) or self._span(e, quantity, owner)
            self.spans[whose] = first, last
            found = Timeline(place, self._keys(e, quantity.loop), first, last, first)
            self.timelines[place] = found
        return found

    def _keys(self, e: Evaluator, loop: str) -> tuple[str, ...]:
        """The quantities of a loop, but those decided on demand, or that only the sentences of other readings read."""
        keys, only_in = e.program.loops[loop], e.program.only_in
        keys = tuple(key for key in keys if key not in e.program.on_demand)
        if only_in.keys().isdisjoint(keys):
            return keys
        taken = {(reading, identifier) for identifier, reading in e.readings.items()}
        return tuple(key for key in keys if key not in only_in or not taken.isdisjoint(only_in[key]))

    def _span(self, e: Evaluator, quantity: Quantity, owner: tuple[object, ...]) -> tuple[int, int]:
        outer, e.context = e.context, None
        try:
            first, last = (meaning(core)(e, (e.root, owner[-1])) for core in e.program.spans[quantity.subjects[-2].name])
        finally:
            e.context = outer
        if isinstance(first, State) or isinstance(last, State):
            raise Refusal("E0110", None, nom=quantity.name)
        assert isinstance(first, int) and isinstance(last, int)
        if last - first > _LONGEST:
            raise Refusal("E0111", None, nom=quantity.name)
        return first, last

    def ensure(self, e: Evaluator, timeline: Timeline, day: int) -> None:
        """Decide every day up to `day`."""
        last = min(day, timeline.last)
        while timeline.next <= last:
            if timeline.busy:
                name = e.program.quantities[timeline.keys[0]].name
                raise Refusal("E0105", None, nom=name)
            self._extend(e, timeline)

    def _extend(self, e: Evaluator, timeline: Timeline) -> None:
        """Decide the next run."""
        assert not e.unfolding, "a run is decided once, before anything is unfolded"
        self._count(e, timeline)
        start = timeline.next
        last = start if self.one_by_one else timeline.last
        context = RunContext(start, last, timeline.place)
        self._decide(e, timeline, context)
        timeline.add(Run(start, context.until, context))

    def _decide(self, e: Evaluator, timeline: Timeline, context: RunContext) -> None:
        """Everything of the loop, on the first day of a run."""
        outer, e.context, timeline.busy = e.context, context, True
        self.deciding.append(timeline.keys)
        try:
            for key in timeline.keys:
                if key not in context.memo:
                    self._in_run(e, context, key)
            context.close()
        finally:
            e.context, timeline.busy = outer, False
            self.deciding.pop()

    def _count(self, e: Evaluator, timeline: Timeline) -> None:
        self.decided += 1
        if self.decided > MOST_RUNS and not self.one_by_one:
            raise Refusal("E0112", None, nom=e.program.quantities[timeline.keys[0]].name, limite=MOST_RUNS)

    def _look_further(self, e: Evaluator, timeline: Timeline) -> None:
        """Decide on until the last run ends, so that its reader is not cut where nothing changes.

        A day that cannot be decided is left to whoever asks for it.
        """
        if self.one_by_one or timeline.busy or self.nested(timeline):
            return
        known = len(timeline.runs)
        try:
            while len(timeline.runs) == known and timeline.next <= timeline.last:
                self._extend(e, timeline)
        except (Refusal, RecursionError):
            return

    def nested(self, timeline: Timeline) -> bool:
        """Whether a timeline of the same loop is being decided: then only what is asked may be computed."""
        return timeline.keys in self.deciding

    # --- instances -----------------------------------------------------------------------------------

    def instance(self, e: Evaluator, quantity: Quantity, args: tuple[object, ...]) -> Instance:
        """The instance of a day quantity: of the run being decided, or of a timeline."""
        *owner, day = args
        context, moves = e.context, day.__class__ is Moving
        timeline = self.timelines.get((quantity.loop, *owner)) or self.timeline(e, quantity, args[:-1])
        if moves and context is not None and day is context.day and context.place is timeline.place:
            return context.memo.get(quantity.key) or self._in_run(e, context, quantity.key)
        at: int = day.value if moves else day  # type: ignore[attr-defined, assignment]
        if not timeline.first <= at <= timeline.last:
            if at < timeline.first:
                _follow(context, day, timeline.first - 1 - at)
            outside = DayInstance(quantity, args, _OUTSIDE, e.itself)
            outside.first = outside.last = at
            return outside
        if timeline.next <= at:
            self.ensure(e, timeline, at)
            if moves:
                self._look_further(e, timeline)
        run = timeline.run_at(at)
        if moves and (context is None or day is not context.day or context.until > run.last):
            _follow(context, day, run.last - at)
        decided = timeline.decided_at(at) if e.unfolding else run
        return decided.context.memo.get(quantity.key) or self._alone(e, quantity, timeline, at)

    def _alone(self, e: Evaluator, quantity: Quantity, timeline: Timeline, day: int) -> DayInstance:
        """A quantity that the days decided had no need of, asked for one day."""
        context = RunContext(day, day, timeline.place)
        outer, e.context = e.context, context
        try:
            made = self._in_run(e, context, quantity.key)
            context.close()
        finally:
            e.context = outer
        made.first = made.last = day
        return made

    def turn(self, e: Evaluator, day: int) -> None:
        """Decide again, on a day, everything decided of it before: what is explained of that day then rests on that day."""
        for timeline in list(self.timelines.values()):
            if timeline.first <= day < timeline.next and timeline.decided_at(day).first != day:
                context = RunContext(day, day, timeline.place)
                self._decide(e, timeline, context)
                timeline.turn(Run(day, timeline.run_at(day).last, context))

    def turns(self) -> set[int]:
        """The days on which something was decided again, joined since to what came before or not."""
        runs = (run for timeline in self.timelines.values() for run in timeline.runs)
        return {one.first for run in runs for one in (run, *run.later)}

    def _in_run(self, e: Evaluator, context: RunContext, key: str) -> DayInstance:
        """Decide a quantity of the loop on the first day of the run."""
        _, *owner = context.place  # type: ignore[misc]
        quantity = e.program.quantities[key]
        chosen = (e.choosers.get(key) or chooser_of(e, quantity))(e, (e.root, *owner, context.day))
        made = context.memo[key] = DayInstance(quantity, (*owner, context.start), chosen, e.itself)
        made.first = made.last = None
        return made

    def read(self, e: Evaluator, quantity: Quantity, args: tuple[object, ...]) -> object:
        """The value of a day quantity as a sentence sees it."""
        instance = self.instance(e, quantity, args)
        return self.seen(e, instance, args[-1]) if instance.value.__class__ is Moving else instance.value

    def now(self, e: Evaluator, context: RunContext, key: str, owner: object) -> object:
        """The same on the day of the run being decided, of a single owner: most reads of a day quantity."""
        quantity, start = e.program.quantities[key], context.start
        timeline = self.timelines.get((quantity.loop, owner))
        if timeline is not None and timeline.place is context.place:
            mine = context.memo.get(key) or self._in_run(e, context, key)
            return context.value_in_run(mine) if mine.value.__class__ is Moving else mine.value
        if timeline is None or not timeline.first <= start < timeline.next:
            return self.read(e, quantity, (owner, context.day))
        run = timeline.runs[-1]
        if run.first > start:
            run = timeline.run_at(start)
        if run.last < context.until:
            context.until = run.last
        decided = timeline.decided_at(start) if e.unfolding else run
        instance = decided.context.memo.get(key) or self._alone(e, quantity, timeline, start)
        value = instance.value
        return self.seen(e, instance, context.day) if value.__class__ is Moving else value

    def seen(self, e: Evaluator, instance: Instance, day: object) -> object:
        """The value of an instance as its reader sees it: a run of another timeline is rebased to the reader's day."""
        value, context = instance.value, e.context
        if not isinstance(value, Moving) or not instance.quantity.by_day or instance.first is None:
            return value
        if context is not None and context.memo.get(instance.quantity.key) is instance:
            return context.value_in_run(instance)
        now = value.at(_on(day) - instance.first)
        return Moving(now, value.slope * day.slope) if isinstance(day, Moving) and value.slope else now

    # --- any day expression --------------------------------------------------------------------------

    def by_runs(self, e: Evaluator, compiled: Meaning, env: Env, first: int, last: int) -> list[tuple[int, int, object]]:
        """(first day, last day, value) over a span, for an expression that has no timeline; its day takes the next slot."""
        found: list[tuple[int, int, object]] = []
        outer, day = e.context, first
        try:
            while day <= last:
                context = e.context = RunContext(day, day if self.one_by_one else last, None)
                value = compiled(e, (*env, context.day))
                context.close()
                found.append((day, context.until, value))
                day = context.until + 1
        finally:
            e.context = outer
        return found


def _on(day: Any) -> int:
    """The day itself, for one that moves the first of its run."""
    return int(day.value) if day.__class__ is Moving else day


def _follow(context: RunContext | None, day: object, days: int) -> None:
    """A moving day reads something that is constant for `days` more days."""
    if context is not None and isinstance(day, Moving):
        exact = day.slope == 1 and not day.flags
        context.cut(context.start + (days if exact else 0))
