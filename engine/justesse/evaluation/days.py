"""Day quantities, computed by runs: evaluate at one day, decide, learn until when nothing can change, jump.

The horizon is an optimisation, never a truth: any earlier end gives the same days. A loop is the set of day quantities
that read each other's past; each loop of each owner is one timeline, extended only as far as asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

from justesse.evaluation.choose import choose
from justesse.evaluation.refusal import Refusal
from justesse.evaluation.timelines import Run, RunContext, Timeline, continues
from justesse.evaluation.trace import Instance, Step
from justesse.evaluation.windows import Track, Window, area, slots, united
from justesse.program import core as c
from justesse.program.program import Program, Quantity
from justesse.values.moving import Moving
from justesse.values.states import NOTHING, NotApplicable, State, joined

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Evaluator
    from justesse.evaluation.facts import Record

Env = tuple[object, ...]


class DayEngine:
    """Mixed into the evaluator."""

    program: Program
    root: Record
    run: Callable[[c.Core, Env], Step]
    context: RunContext | None
    kept: Callable[[Moving], object]
    compare: Callable[[str, Any, Any], bool]

    def start_days(self, by_day: bool) -> None:
        """`by_day` steps one day at a time: the twin that tests compare the runs with."""
        self.context = None
        self.timelines: dict[tuple[object, ...], Timeline] = {}
        self.one_by_one = by_day
        self.free_slots: dict[int, frozenset[int]] = {}
        self.edges: dict[tuple[object, object], tuple[Any, Any]] = {}
        self.edge_names: dict[int, object] = {}
        self.owner_only: dict[int, bool] = {}

    # --- timelines -----------------------------------------------------------------------------------

    def timeline(self, quantity: Quantity, owner: tuple[object, ...]) -> Timeline:
        """The timeline of the quantity's loop for an owner (nothing computed yet)."""
        place = (quantity.loop, *owner)
        found = self.timelines.get(place)
        if found is None:
            first, last = self._span(quantity, owner)
            found = Timeline(self.program.loops[quantity.loop], owner, first, last, first)
            self.timelines[place] = found
        return found

    def _span(self, quantity: Quantity, owner: tuple[object, ...]) -> tuple[int, int]:
        bounds = self.program.spans[quantity.subjects[-2].name]
        outer, self.context = self.context, None
        try:
            first, last = (self.run(core, (self.root, owner[-1])).value for core in bounds)
        finally:
            self.context = outer
        if isinstance(first, State) or isinstance(last, State):
            raise Refusal("E0110", None, nom=quantity.name)
        assert isinstance(first, int) and isinstance(last, int)
        if last - first > 40_000:
            raise Refusal("E0111", None, nom=quantity.name)
        return first, last

    def ensure(self, timeline: Timeline, day: int) -> None:
        """Decide every day up to `day`."""
        while timeline.next <= min(day, timeline.last):
            if timeline.busy:
                name = self.program.quantities[timeline.keys[0]].name
                raise Refusal("E0105", None, nom=name)
            self._extend(timeline)

    def _extend(self, timeline: Timeline) -> None:
        start = timeline.next
        last = start if self.one_by_one else timeline.last
        outer, timeline.busy = self.context, True
        context = self.context = RunContext(start, last, Moving(start, 1), timeline)
        try:
            for key in timeline.keys:
                self.in_run(key)
            context.close()
        finally:
            self.context, timeline.busy = outer, False
        run = Run(start, context.until, context.memo)
        timeline.next = context.until + 1
        self._store(timeline, run)

    def _store(self, timeline: Timeline, run: Run) -> None:
        previous = timeline.runs[-1] if timeline.runs else None
        if previous is not None and continues(previous, run):
            previous.last = run.last
            for instance in previous.instances.values():
                instance.last = run.last
            return
        for instance in run.instances.values():
            instance.first, instance.last = run.first, run.last
        timeline.runs.append(run)
        timeline.starts.append(run.first)

    def in_run(self, key: str) -> Instance:
        """A quantity of the loop on the first day of the run being decided."""
        context = self.context
        assert context is not None and context.timeline is not None
        found = context.memo.get(key)
        if found is None:
            quantity = self.program.quantities[key]
            owner = context.timeline.owner
            found = choose(cast("Evaluator", self), quantity, (*owner, context.start), (self.root, *owner, context.day))
            context.memo[key] = found
        return found

    def day_instance(self, quantity: Quantity, args: tuple[object, ...]) -> Instance:
        """The instance of a day quantity: of the run being decided, or of a timeline."""
        *owner, day = args
        timeline = self.timeline(quantity, tuple(owner))
        context = self.context
        if context is not None and context.timeline is timeline and day is context.day:
            return self.in_run(quantity.key)
        at = int(day.value if isinstance(day, Moving) else day)  # type: ignore[call-overload]
        if not timeline.first <= at <= timeline.last:
            self._outside(timeline, at, day)
            return Instance(quantity, args, NotApplicable("outside"), first=at, last=at)
        self.ensure(timeline, at)
        run = timeline.run_at(at)
        if isinstance(day, Moving):
            self._follow(day, run.last - at)
        return run.instances[quantity.key]

    def _outside(self, timeline: Timeline, at: int, day: object) -> None:
        if isinstance(day, Moving) and at < timeline.first:
            self._follow(day, timeline.first - 1 - at)

    def _follow(self, day: Moving, days: int) -> None:
        """A moving day reads something that is constant for `days` more days."""
        if self.context is not None:
            exact = day.slope == 1 and not day.flags
            self.context.cut(self.context.start + (days if exact else 0))

    def seen(self, instance: Instance, day: object) -> object:
        """The value of an instance as its reader sees it: a run of another timeline is rebased to the reader's day."""
        value = instance.value
        if not isinstance(value, Moving) or not instance.quantity.by_day or instance.first is None:
            return value
        if self.context is not None and self.context.memo.get(instance.quantity.key) is instance:
            return value
        at = int(day.value if isinstance(day, Moving) else day)  # type: ignore[call-overload]
        now = value.at(at - instance.first)
        return Moving(now, value.slope * day.slope) if isinstance(day, Moving) and value.slope else now

    # --- observers of days ---------------------------------------------------------------------------

    def day_fold(self, node: c.DayFold, env: Env) -> Step:
        """Count, sum, some, first or last of the days of a window."""
        owners = self.run(node.owners, env)
        start = self.run(node.start, env) if node.start is not None else None
        end = self.run(node.end, env) if node.end is not None else None
        parts = tuple(step for step in (owners, start, end) if step is not None)
        states = [step.value for step in parts if isinstance(step.value, State)]
        if states:
            return Step(node, joined(states), parts)
        window = Window(start.value if start else None, end.value if end else None)
        result = self._observe(node, self._pinned(node, env), tuple(owners.value), window)  # type: ignore[arg-type]
        return Step(node, result, parts)

    def _pinned(self, node: c.DayFold, env: Env) -> Env:
        """The environment with the outer day pinned, where the days observed depend on it."""
        used = self.free_slots.get(id(node))
        if used is None:
            used = self.free_slots[id(node)] = frozenset(
                slot for part in (node.first, node.last, node.where, node.body) if part is not None for slot in slots(part)
            )
        if not any(isinstance(env[slot], Moving) for slot in used if slot < len(env)):
            return env
        if self.context is not None:
            self.context.cut(self.context.start)
        return tuple(value.value if isinstance(value, Moving) else value for value in env)

    def _observe(self, node: c.DayFold, env: Env, owners: tuple[object, ...], window: Window) -> object:
        tracks: list[Track] = []
        name, edges, first_day = self._edge_name(node), self.edges, window.first_day
        for owner in owners:
            known = edges.get((name, owner))
            if known is not None and known[1].__class__ is int and known[1] < first_day:
                continue  # over before the window: most owners of a long history
            track = self._track(node, env, owner, window)
            if isinstance(track, State):
                return track
            if track is not None:
                tracks.append(track)
        if node.kind == "sum":
            self._still(window)
            return self._sum(node, env, tracks, window)
        if node.kind in ("count", "some"):
            count = self._count(tracks, window)
            return count if node.kind == "count" else self.compare(">", count, 0)
        self._still(window)
        days = [day for track in tracks for span in track.clipped(window) for day in span]
        return NOTHING if not days else min(days) if node.kind == "first" else max(days)

    def _still(self, window: Window) -> None:
        if window.moves and self.context is not None:
            self.context.cut(self.context.start)

    def _track(self, node: c.DayFold, env: Env, owner: object, window: Window) -> Track | State | None:
        """The days of one owner on which the condition holds, as far as the window needs them."""
        first, last = self._edges(node, env, owner)
        if isinstance(first, State) or isinstance(last, State):
            state = first if isinstance(first, State) else last
            return None if isinstance(state, NotApplicable) else state
        if last < first or last < window.first_day:
            return None
        if first > window.last_day:
            if window.end_moves and self.context is not None:
                self.context.cut(self.context.start + first - window.last_day - 1)
            return None
        if node.where is None:
            return Track(owner, first, last, [(first, last)], last, None)
        return self._where(node, env, owner, first, last, window)

    def _edges(self, node: c.DayFold, env: Env, owner: object) -> tuple[Any, Any]:
        """First and last day of an owner; kept, unless they depend on more than the owner."""
        key = (self._edge_name(node), owner)
        found = self.edges.get(key)
        if found is None:
            inner = (*env, owner)
            found = (self.run(node.first, inner).value, self.run(node.last, inner).value)
            if self._edges_of_owner(node, len(env)):
                self.edges[key] = found
        return found

    def _edge_name(self, node: c.DayFold) -> object:
        """What the spans of two observers share: the quantities of their edges, else the observer itself."""
        name = self.edge_names.get(id(node))
        if name is None:
            parts = (node.first, node.last)
            plain = all(isinstance(one, c.Value) and [type(arg) for arg in one.args] == [c.Slot] for one in parts)
            quantities = tuple(one.quantity for one in parts if isinstance(one, c.Value))
            name = self.edge_names[id(node)] = quantities if plain else id(node)
        return name

    def _edges_of_owner(self, node: c.DayFold, slot: int) -> bool:
        """Whether the span of an owner depends on the owner alone."""
        known = self.owner_only.get(id(node))
        if known is None:
            known = self.owner_only[id(node)] = slots(node.first) | slots(node.last) <= {slot}
        return known

    def _where(self, node: c.DayFold, env: Env, owner: object, first: int, last: int, window: Window) -> Track | State:
        where = node.where
        assert where is not None
        if isinstance(where, c.Value) and _plain_day(where, len(env)):
            return self._from_timeline(self.program.quantities[where.quantity], owner, first, last, window)
        spans: list[tuple[int, int]] = []
        start, stop = max(first, window.first_day), min(last, window.last_day)
        for run_first, run_last, step in self.steps(where, (*env, owner), start, stop):
            if isinstance(step.value, State) and not isinstance(step.value, NotApplicable):
                return step.value
            if step.value is True:
                spans.append((run_first, run_last))
        return Track(owner, first, last, spans, stop, None)

    def _from_timeline(self, quantity: Quantity, owner: object, first: int, last: int, window: Window) -> Track | State:
        timeline = self.timeline(quantity, (owner,))
        stop = min(last, window.last_day)
        busy = timeline.busy
        self.ensure(timeline, stop if busy else timeline.last if not self._nested(timeline) else stop)
        spans: list[tuple[int, int]] = []
        for run in timeline.runs:
            value = run.instances[quantity.key].value
            if value is True:
                spans.append((run.first, run.last))
            elif isinstance(value, State) and not isinstance(value, NotApplicable) and window.meets(run.first, run.last):
                return value
        own = self.context is not None and self.context.timeline is timeline
        return Track(owner, first, last, spans, timeline.next - 1, quantity.key if own else None)

    def _nested(self, timeline: Timeline) -> bool:
        """Whether another timeline of the same loop is being decided: then only what is asked may be computed."""
        return any(other.busy and other.keys == timeline.keys for other in self.timelines.values())

    def steps(self, node: c.Core, env: Env, first: int, last: int) -> list[tuple[int, int, Step]]:
        """Any day expression by runs, over a span that has no stored timeline."""
        found: list[tuple[int, int, Step]] = []
        outer, day = self.context, first
        try:
            while day <= last:
                context = self.context = RunContext(day, last if not self.one_by_one else day, Moving(day, 1), None)
                step = self.run(node, (*env, context.day))
                context.close()
                found.append((day, context.until, step))
                day = context.until + 1
        finally:
            self.context = outer
        return found

    def _sum(self, node: c.DayFold, env: Env, tracks: list[Track], window: Window) -> object:
        total: int | Fraction = 0
        doubts: list[State] = []
        assert node.body is not None
        for track in tracks:
            for first, last in track.clipped(window):
                for value, days in self._amounts(node.body, env, track.owner, first, last):
                    if isinstance(value, NotApplicable):
                        continue
                    if isinstance(value, State):
                        doubts.append(value)
                    else:
                        total += area(value, days)
        return joined(doubts) if doubts else total

    def _amounts(self, body: c.Core, env: Env, owner: object, first: int, last: int) -> Iterator[tuple[object, int]]:
        """The value of a day expression over a span: (value on the first day, number of days), run by run."""
        if not (isinstance(body, c.Value) and _plain_day(body, len(env))):
            for start, end, step in self.steps(body, (*env, owner), first, last):
                yield step.value, end - start + 1
            return
        timeline = self.timeline(self.program.quantities[body.quantity], (owner,))
        self.ensure(timeline, last)
        day = max(first, timeline.first)
        while day <= min(last, timeline.last):
            run = timeline.run_at(day)
            end, value = min(run.last, last), run.instances[body.quantity].value
            moved = Moving(value.at(day - run.first), value.slope) if isinstance(value, Moving) else value
            yield moved, end - day + 1
            day = end + 1

    def _count(self, tracks: list[Track], window: Window) -> object:
        spans = united([span for track in tracks for span in track.spans])
        count = sum(
            max(0, min(last, window.last_day) - max(first, window.first_day) + 1) for first, last in spans
        )  # fmt: skip
        if not window.moves or self.context is None:
            return count
        overlap = len(spans) != sum(len(united(track.spans)) for track in tracks)
        if overlap or not window.simple:
            self.context.cut(self.context.start)
            return count
        slope, flags = 0, list[tuple[object, int]]()
        if window.end_moves:
            slope, flags = self._entering(tracks, window.last_day + 1)
        if window.start_moves:
            slope -= self._leaving(tracks, spans, window.first_day)
        return self.kept(Moving(count, slope, tuple(flags)))

    def _entering(self, tracks: list[Track], day: int) -> tuple[int, list[tuple[object, int]]]:
        """The change a day at the moving end of a window: known truth of the day that enters, or this run's own."""
        slope, flags = 0, list[tuple[object, int]]()
        assert self.context is not None
        for track in tracks:
            if track.key is not None and day > track.known:
                flags.append((track.key, 1))
            elif day > track.last:
                continue
            elif day > track.known:
                self.context.cut(self.context.start)
            else:
                inside, until = track.segment(day)
                slope += inside
                self.context.cut(self.context.start + until - day + 1)
        return slope, flags

    def _leaving(self, tracks: list[Track], spans: list[tuple[int, int]], day: int) -> int:
        """The change a day at the moving start of a window."""
        assert self.context is not None
        for first, last in spans:
            if first <= day <= last:
                self.context.cut(self.context.start + last - day + 1)
                return 1
            if first > day:
                self.context.cut(self.context.start + first - day)
                return 0
        known = min((track.known for track in tracks), default=None)
        if known is not None:
            self.context.cut(self.context.start + max(0, known - day))
        return 0


def _plain_day(where: c.Value, slot: int) -> bool:
    """Whether the condition is a day quantity of the owner and the day themselves: then its timeline is the answer."""
    return [arg.index if isinstance(arg, c.Slot) else None for arg in where.args] == [slot, slot + 1]
