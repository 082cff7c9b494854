"""Day quantities, computed by runs: evaluate at one day, decide, learn until when nothing can change, jump.

The horizon is an optimisation, never a truth: any earlier end gives the same days. A loop is the set of day quantities
that read each other's past; each loop of each owner is one timeline, extended only as far as asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from justesse.evaluation.choose import choose
from justesse.evaluation.compiled import Env, Meaning
from justesse.evaluation.meaning import meaning
from justesse.evaluation.refusal import Refusal
from justesse.evaluation.timelines import Run, RunContext, Timeline
from justesse.evaluation.trace import Instance
from justesse.program.program import Quantity
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable, State

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Evaluator

_LONGEST = 40_000


class Days:
    """The timelines of one case. `one_by_one` steps one day at a time: the twin that tests compare the runs with."""

    def __init__(self, evaluator: Evaluator, one_by_one: bool) -> None:
        self.evaluator = evaluator
        self.one_by_one = one_by_one
        self.timelines: dict[tuple[object, ...], Timeline] = {}
        self.deciding: list[Timeline] = []
        self.edges: dict[tuple[object, object], tuple[Any, Any]] = {}
        """First and last day of the owners that observers met (kept here by `observers`)."""

    # --- timelines -----------------------------------------------------------------------------------

    def timeline(self, quantity: Quantity, owner: tuple[object, ...]) -> Timeline:
        """The timeline of the quantity's loop for an owner (nothing computed yet)."""
        place = (quantity.loop, *owner)
        found = self.timelines.get(place)
        if found is None:
            first, last = self._span(quantity, owner)
            found = Timeline(self.evaluator.program.loops[quantity.loop], owner, first, last, first)
            self.timelines[place] = found
        return found

    def _span(self, quantity: Quantity, owner: tuple[object, ...]) -> tuple[int, int]:
        evaluator = self.evaluator
        outer, evaluator.context = evaluator.context, None
        try:
            first, last = (
                meaning(core)(evaluator, (evaluator.root, owner[-1]))
                for core in evaluator.program.spans[quantity.subjects[-2].name]
            )
        finally:
            evaluator.context = outer
        if isinstance(first, State) or isinstance(last, State):
            raise Refusal("E0110", None, nom=quantity.name)
        assert isinstance(first, int) and isinstance(last, int)
        if last - first > _LONGEST:
            raise Refusal("E0111", None, nom=quantity.name)
        return first, last

    def ensure(self, timeline: Timeline, day: int) -> None:
        """Decide every day up to `day`."""
        last = min(day, timeline.last)
        while timeline.next <= last:
            if timeline.busy:
                name = self.evaluator.program.quantities[timeline.keys[0]].name
                raise Refusal("E0105", None, nom=name)
            self._extend(timeline)

    def _extend(self, timeline: Timeline) -> None:
        """Decide the next run."""
        evaluator, start = self.evaluator, timeline.next
        assert not evaluator.unfolding, "a run is decided once, before anything is unfolded"
        last = start if self.one_by_one else timeline.last
        context = RunContext(start, last, Moving(start, 1), timeline)
        outer, evaluator.context, timeline.busy = evaluator.context, context, True
        self.deciding.append(timeline)
        try:
            for key in timeline.keys:
                if key not in context.memo:
                    self._in_run(context, timeline, key)
            context.close()
        finally:
            evaluator.context, timeline.busy = outer, False
            self.deciding.pop()
        timeline.add(Run(start, context.until, context.memo))

    def nested(self, timeline: Timeline) -> bool:
        """Whether a timeline of the same loop is being decided: then only what is asked may be computed."""
        return any(one.keys == timeline.keys for one in self.deciding)

    # --- instances -----------------------------------------------------------------------------------

    def instance(self, quantity: Quantity, args: tuple[object, ...]) -> Instance:
        """The instance of a day quantity: of the run being decided, or of a timeline."""
        owner, day = args[:-1], args[-1]
        timeline = self.timelines.get((quantity.loop, *owner)) or self.timeline(quantity, owner)
        context = self.evaluator.context
        if context is not None and day is context.day and context.timeline is timeline:
            return context.memo.get(quantity.key) or self._in_run(context, timeline, quantity.key)
        at = int(day.value if isinstance(day, Moving) else day)  # type: ignore[call-overload]
        if not timeline.first <= at <= timeline.last:
            if isinstance(day, Moving) and at < timeline.first:
                self._follow(day, timeline.first - 1 - at)
            return Instance(quantity, args, NotApplicable("outside"), first=at, last=at)
        if timeline.next <= at:
            self.ensure(timeline, at)
        run = timeline.run_at(at)
        if isinstance(day, Moving):
            self._follow(day, run.last - at)
        return run.instances[quantity.key]

    def _in_run(self, context: RunContext, timeline: Timeline, key: str) -> Instance:
        """Decide a quantity of the loop on the first day of the run."""
        evaluator, owner = self.evaluator, timeline.owner
        args, env = (*owner, context.start), (evaluator.root, *owner, context.day)
        made = context.memo[key] = choose(evaluator, evaluator.program.quantities[key], args, env)
        return made

    def read(self, quantity: Quantity, args: tuple[object, ...]) -> object:
        """The value of a day quantity as a sentence sees it."""
        instance = self.instance(quantity, args)
        return self.seen(instance, args[-1]) if instance.value.__class__ is Moving else instance.value

    def _follow(self, day: Moving, days: int) -> None:
        """A moving day reads something that is constant for `days` more days."""
        context = self.evaluator.context
        if context is not None:
            exact = day.slope == 1 and not day.flags
            context.cut(context.start + (days if exact else 0))

    def seen(self, instance: Instance, day: object) -> object:
        """The value of an instance as its reader sees it: a run of another timeline is rebased to the reader's day."""
        value = instance.value
        if not isinstance(value, Moving) or not instance.quantity.by_day or instance.first is None:
            return value
        context = self.evaluator.context
        if context is not None and context.memo.get(instance.quantity.key) is instance:
            return context.value_in_run(instance)
        at = int(day.value if isinstance(day, Moving) else day)  # type: ignore[call-overload]
        now = value.at(at - instance.first)
        return Moving(now, value.slope * day.slope) if isinstance(day, Moving) and value.slope else now

    # --- any day expression --------------------------------------------------------------------------

    def by_runs(self, compiled: Meaning, env: Env, first: int, last: int) -> list[tuple[int, int, object]]:
        """(first day, last day, value) over a span, for an expression that has no timeline; its day takes the next slot."""
        evaluator = self.evaluator
        found: list[tuple[int, int, object]] = []
        outer, day = evaluator.context, first
        try:
            while day <= last:
                context = evaluator.context = RunContext(day, day if self.one_by_one else last, Moving(day, 1), None)
                value = compiled(evaluator, (*env, context.day))
                context.close()
                found.append((day, context.until, value))
                day = context.until + 1
        finally:
            evaluator.context = outer
        return found
