"""Observers of days at work: for each owner the days that hold, then their count, sum, first or last in a window.

Intervals, never lists of days; a window that moves with the day gives a value that moves, and the days until it bends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from justesse.evaluation.compiled import Env, Meaning
from justesse.evaluation.operations import kept, operate
from justesse.evaluation.timelines import Timeline
from justesse.evaluation.windows import Doubt, Track, Window, area, united
from justesse.values.moving import Exact, Moving
from justesse.values.numbers import weighted
from justesse.values.ranges import between, summed
from justesse.values.states import NOTHING, NotApplicable, Partial, State, causes_of, joined

if TYPE_CHECKING:
    from justesse.evaluation.evaluator import Evaluator


Spanned = tuple[object, int, int]
"""An owner, a first and a last day."""


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """What is looked at on each day; when it is a `quantity` of the owner in `slot` and the day after, it has a timeline."""

    meaning: Meaning
    quantity: str
    slot: int


@dataclass(frozen=True, slots=True, eq=False)
class Observer:
    """A `DayFold` compiled: what it looks at, the slots it reads, what its owners' spans depend on."""

    kind: Literal["count", "sum", "some", "first", "last"]
    first: Meaning
    last: Meaning
    where: Look | None
    body: Look | None
    used: tuple[int, ...]
    edge_slots: frozenset[int]
    edge_name: object


def observed(e: Evaluator, observer: Observer, env: Env, owners: tuple[object, ...], window: Window) -> object:
    """Count, sum, some, first or last of the days of a window."""
    env = _pinned(e, observer, env) if observer.used else env
    met = _meeting(e, observer, env, owners, window)
    if isinstance(met, State):
        return met
    if observer.where is None and not window.moves:
        return _of_whole_spans(e, observer, env, met, window)
    tracks = _tracks(e, observer, env, met, window)
    if isinstance(tracks, State):
        return tracks
    if observer.kind in ("count", "some"):
        count = _count(e, tracks, window)
        return count if observer.kind == "count" else operate(e, ">", [count, 0])
    if any(track.doubts for track in tracks):
        return joined([state for track in tracks for _, _, state in track.doubts])
    if window.moves:
        _cut(e, 0)
    spans = [(track.owner, *span) for track in tracks for span in track.clipped(window)]
    return _sum(e, observer, env, spans) if observer.kind == "sum" else _end(observer, spans)


def _of_whole_spans(e: Evaluator, observer: Observer, env: Env, met: list[Spanned], window: Window) -> object:
    """The common case: every day of each owner, in a window that does not move."""
    start, end = window.first_day, window.last_day
    spans = [(owner, first if first > start else start, last if last < end else end) for owner, first, last in met]
    match observer.kind:
        case "count":
            return _days_in(spans)
        case "some":
            return bool(spans)
        case "sum":
            return _sum(e, observer, env, spans)
        case _:
            return _end(observer, spans)


def _days_in(spans: list[Spanned]) -> int:
    """How many days there are, each once."""
    if len(spans) == 1:
        return spans[0][2] - spans[0][1] + 1
    return sum(last - first + 1 for first, last in united([(first, last) for _, first, last in spans]))


def _end(observer: Observer, spans: list[Spanned]) -> object:
    """The first day, or the last one."""
    if not spans:
        return NOTHING
    return min(first for _, first, _ in spans) if observer.kind == "first" else max(last for _, _, last in spans)


def _cut(e: Evaluator, days: int) -> None:
    """Nothing is promised after `days` more days."""
    if e.context is not None:
        e.context.cut(e.context.start + days)


def _pinned(e: Evaluator, observer: Observer, env: Env) -> Env:
    """The environment with the outer day pinned, where the days observed depend on it."""
    depth = len(env)
    for slot in observer.used:
        if slot < depth and env[slot].__class__ is Moving:
            _cut(e, 0)
            return tuple(value.value if isinstance(value, Moving) else value for value in env)
    return env


# --- the days of each owner ---------------------------------------------------------------------------


def _meeting(e: Evaluator, observer: Observer, env: Env, owners: tuple[object, ...], window: Window) -> list[Spanned] | State:
    """The owners whose days meet the window, with their first and last day, or the doubt met."""
    met: list[Spanned] = []
    first_day, last_day = window.first_day, window.last_day
    if last_day < first_day and not window.moves:
        return met
    beyond = last_day + 1 if window.end_moves else last_day  # the day about to enter is looked at too
    edges = e.days.edges.setdefault(observer.edge_name, {})
    for owner in owners:
        first, last = edges.get(owner) or _edges(e, observer, env, owner)
        if first.__class__ is int and last.__class__ is int:
            if first <= beyond and last >= first_day:
                if first <= last:
                    met.append((owner, first, last))
            elif first > beyond and window.end_moves and last >= first:
                _cut(e, first - last_day - 1)
            continue
        if last.__class__ is int and last < first_day:
            continue  # over before the window, whenever it began
        state = first if isinstance(first, State) else last
        if not isinstance(state, NotApplicable):
            return joined([state])
    return met


def _tracks(e: Evaluator, observer: Observer, env: Env, met: list[Spanned], window: Window) -> list[Track] | State:
    """The days of each owner that hold, or the doubt met."""
    tracks: list[Track] = []
    for owner, first, last in met:
        track = _track(e, observer, env, owner, first, last, window)
        if isinstance(track, State):
            return track
        tracks.append(track)
    return tracks


def _edges(e: Evaluator, observer: Observer, env: Env, owner: object) -> tuple[Any, Any]:
    """First and last day of an owner; kept, unless they depend on more than the owner."""
    inner = (*env, owner)
    found = (observer.first(e, inner), observer.last(e, inner))
    if observer.edge_slots <= {len(env)}:
        e.days.edges[observer.edge_name][owner] = found
    return found


def _track(e: Evaluator, observer: Observer, env: Env, owner: object, first: int, last: int, window: Window) -> Track | State:
    """The days of one owner on which the condition holds, as far as the window needs them."""
    where = observer.where
    if where is None:
        return Track(owner, first, last, [(first, last)], last, None)
    if where.slot == len(env):
        return _from_timeline(e, where.quantity, owner, first, last, window)
    spans: list[tuple[int, int]] = []
    doubts: list[Doubt] = []
    start, stop = max(first, window.first_day), min(last, window.last_day)
    for run_first, run_last, value in e.days.by_runs(e, where.meaning, (*env, owner), start, stop):
        if isinstance(value, State) and not isinstance(value, NotApplicable):
            if not e.bounded:
                return value
            doubts.append((run_first, run_last, value))
        if value is True:
            spans.append((run_first, run_last))
    return Track(owner, first, last, spans, stop, None, doubts)


def _from_timeline(e: Evaluator, key: str, owner: object, first: int, last: int, window: Window) -> Track | State:
    """The days on which a quantity holds. When its timeline is not complete, only what is asked is decided."""
    timeline = e.days.timeline(e, e.program.quantities[key], (owner,))
    stop = min(last, window.last_day)
    if timeline.next <= timeline.last:
        partly = timeline.busy or e.unfolding or e.days.nested(timeline)
        e.days.ensure(e, timeline, stop if partly else timeline.last)
    own = e.context is not None and e.context.place is timeline.place
    known = _known(e, timeline, stop)
    held = timeline.days_of(key)
    doubts = [one for one in held.doubts if one[0] <= known and window.meets(one[0], one[1])]
    if doubts and not e.bounded:
        return doubts[0][2]
    if window.end_moves:
        for run_first, _, _ in held.doubts:
            if run_first > window.last_day:
                _cut(e, run_first - window.last_day - 1)  # the day that may hold is about to enter
    spans = held.spans
    if known < timeline.next - 1:
        spans = [(run_first, min(run_last, known)) for run_first, run_last in spans if run_first <= known]
    return Track(owner, first, last, spans, known, key if own else None, doubts)


def _known(e: Evaluator, timeline: Timeline, stop: int) -> int:
    """How far a timeline is decided, as the run being decided sees it; noted, so that unfolding sees the same."""
    known, context = timeline.next - 1, e.context
    if context is None or context.place is None:
        return known
    if not e.unfolding and known < timeline.last:
        return context.known.setdefault((timeline.place, stop), known)
    return context.known.get((timeline.place, stop), known) if context.known else known


# --- sums ---------------------------------------------------------------------------------------------


def _sum(e: Evaluator, observer: Observer, env: Env, spans: list[Spanned]) -> object:
    amounts: list[tuple[Exact, int]] = []
    partial: list[tuple[Partial, int]] = []
    doubts: list[State] = []
    body = observer.body
    assert body is not None
    for span in spans:
        for value, days in _of_timeline(e, body, *span) if body.slot == len(env) else _by_runs(e, body, env, *span):
            if value.__class__ is Moving:
                amounts.append((area(value, days), 1))
            elif not isinstance(value, State):
                amounts.append((value, days))
            elif isinstance(value, Partial):
                partial.append((value, days))
            elif not isinstance(value, NotApplicable):
                doubts.append(value)
    if doubts:
        return joined(doubts)
    return summed([*amounts, *partial]) if partial else weighted(amounts)


def _by_runs(e: Evaluator, body: Look, env: Env, owner: object, first: int, last: int) -> list[tuple[Any, int]]:
    """The value of a day expression over a span: (value on the first day, number of days), run by run."""
    return [(value, end - start + 1) for start, end, value in e.days.by_runs(e, body.meaning, (*env, owner), first, last)]


def _of_timeline(e: Evaluator, body: Look, owner: object, first: int, last: int) -> list[tuple[Any, int]]:
    """The same, when it is a quantity of the owner and the day."""
    timeline = e.days.timeline(e, e.program.quantities[body.quantity], (owner,))
    if timeline.next <= last:
        e.days.ensure(e, timeline, last)
    only = timeline.runs[0] if timeline.runs else None
    if only is not None and only.first <= first and last <= only.last:  # most often nothing changes from first to last
        value = only.context.memo[body.quantity].value
        if value.__class__ is not Moving:
            return [(value, last - first + 1)]
    found: list[tuple[Any, int]] = []
    day, last = max(first, timeline.first), min(last, timeline.last)
    while day <= last:
        run = timeline.run_at(day)
        end, value = min(run.last, last), run.context.memo[body.quantity].value
        moved = Moving(value.at(day - run.first), value.slope) if isinstance(value, Moving) else value
        found.append((moved, end - day + 1))
        day = end + 1
    return found


# --- counts -------------------------------------------------------------------------------------------


def _count(e: Evaluator, tracks: list[Track], window: Window) -> object:
    """How many days hold, each once; with the change a day when the window moves."""
    if not tracks and (not window.moves or window.simple):
        return 0
    if e.bounded and any(track.doubts for track in tracks):
        return _count_in_part(e, tracks, window)
    spans = united([span for track in tracks for span in track.spans])
    count = _within(spans, window.first_day, window.last_day)
    if not window.moves or e.context is None:
        return count
    overlap = len(tracks) > 1 and len(spans) != sum(len(united(track.spans)) for track in tracks)
    if overlap or not window.simple:
        _cut(e, 0)
        return count
    if window.empty_for:
        _cut(e, window.empty_for - 1)
        return 0
    slope, flags = 0, list[tuple[Any, int]]()
    if window.end_moves:
        slope, flags = _entering(e, tracks, window.last_day + 1)
    if window.start_moves:
        slope -= _leaving(e, tracks, spans, window.first_day)
        if not window.end_moves:
            _cut(e, window.last_day - window.first_day + 1)  # its last day leaves then
    return kept(e, Moving(count, slope, tuple(flags)))


def _count_in_part(e: Evaluator, tracks: list[Track], window: Window) -> object:
    """The days that are sure to hold, and those that may: today's count only, for both change from day to day."""
    if window.moves:
        _cut(e, 0)
    sure = [span for track in tracks for span in track.spans]
    perhaps = [(first, min(last, track.known)) for track in tracks for first, last, _ in track.doubts]
    low, high = (_within(united(spans), window.first_day, window.last_day) for spans in (sure, sure + perhaps))
    causes = (cause for track in tracks for _, _, state in track.doubts for cause in causes_of(state))
    return between(low, high, tuple(dict.fromkeys(causes)))


def _within(spans: list[tuple[int, int]], first_day: int, last_day: int) -> int:
    """How many days of separate spans are in a window."""
    count = 0
    for first, last in spans:
        start, end = (first if first > first_day else first_day), (last if last < last_day else last_day)
        if start <= end:
            count += end - start + 1
    return count


def _entering(e: Evaluator, tracks: list[Track], day: int) -> tuple[int, list[tuple[Any, int]]]:
    """The change a day at the moving end of a window: known truth of the day that enters, or this run's own."""
    slope, flags = 0, list[tuple[Any, int]]()
    for track in tracks:
        if track.key is not None and day > track.known:
            flags.append((track.key, 1))
        elif day > track.last:
            continue
        elif day > track.known:
            _cut(e, 0)
        else:
            inside, until = track.segment(day)
            slope += inside
            _cut(e, until - day + 1)
    if slope + len(flags) > 1:
        _cut(e, 0)  # a day of two owners counts once
    return slope, flags


def _leaving(e: Evaluator, tracks: list[Track], spans: list[tuple[int, int]], day: int) -> int:
    """The change a day at the moving start of a window."""
    for first, last in spans:
        if first <= day <= last:
            _cut(e, last - day + 1)
            return 1
        if first > day:
            _cut(e, first - day)
            return 0
    known = min((track.known for track in tracks), default=None)
    if known is not None:
        _cut(e, max(0, known - day))
    return 0
