"""What is sure of a case with facts missing: the least and the most of each day and of the total, over all completions.

One pass of bounds (`bounding`) answers most cases; where its least total may be too low, the unknown whose parts raise it
most is split, lowest part first (best-first search). Sound whenever it stops: every completion lies in some part that was
bounded. The least is known to be reached when an exact completion gives it. It names no quantity, words nothing and reads
no clock.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from heapq import heappop, heappush
from itertools import count

from justesse.evaluation.bounds import Bounds, DayBounds, most_of, over_parts
from justesse.evaluation.decide import decide_once
from justesse.evaluation.decision import DayRun, Decision
from justesse.evaluation.facts import Record, completed
from justesse.evaluation.missing import Given, Missing, at_first, missing_facts, place_of
from justesse.evaluation.trace import Gap
from justesse.program.bounds_plan import BoundsPlan
from justesse.program.program import Program
from justesse.program.types import Date
from justesse.values.moving import Moving
from justesse.values.ranges import Exact, OneOf, Range, most
from justesse.values.states import NotApplicable, Partial, State, Unknown, causes_of

BUDGET = 200
"""Evaluations of one case, exact ones included: half a second for an ordinary case."""

_TRIES = 4
_FRUITLESS = 12
"""Splits in a row that raise nothing before the search gives up."""
_FINEST = Fraction(1, 100)
_FAR = 10**6
_YEAR = 366


def narrow(
    program: Program,
    root: Record,
    plan: BoundsPlan,
    readings: dict[str, str] | None = None,
    enough: Callable[[], bool] | None = None,
) -> Bounds:
    """The bounds of a case; `enough` says when to stop before `BUDGET` evaluations."""
    return _Search(program, root, plan, readings, enough or (lambda: False)).bounds()


@dataclass(slots=True)
class _Part:
    """Some of the completions, bounded: refused when a fact must be known before anything is."""

    given: Given
    decision: Decision
    low: Exact = 0
    high: Exact | None = None
    causes: tuple[str, ...] = ()
    days: list[DayBounds] = field(default_factory=list)


class _Search:
    def __init__(
        self, program: Program, root: Record, plan: BoundsPlan, readings: dict[str, str] | None, enough: Callable[[], bool]
    ) -> None:
        self.program = program
        self.root = root
        self.plan = plan
        self.readings = readings
        self.enough = enough
        self.missing = missing_facts(program, root)
        self.runs = 0
        self.least: Exact | None = None
        """The least total that an exact completion has given."""
        self.gaps: dict[str, Gap] = {}
        self.needed: dict[str, None] = {}
        """The causes that had to be split before anything was bounded."""
        self.opened: list[list[DayBounds]] = []
        """The days of the parts made by those splits, or of the whole case when none was needed."""
        self.fruitless = 0
        self.turns = count()

    def bounds(self) -> Bounds:
        """Split the part with the lowest total until it is reached, cannot be split, or enough is done."""
        first = self.part(at_first(self.missing))
        self.opened += [] if first.decision.refusals else [first.days]
        waiting = [(first.low, next(self.turns), first)]
        ended: list[_Part] = []
        while waiting and not self.over(first, waiting[0][2]):
            part = heappop(waiting)[2]
            halves = self.split(part)
            self.fruitless = 0 if halves and _least(halves) > part.low else self.fruitless + 1
            if not halves:
                ended.append(part)
            for half in halves:
                heappush(waiting, (half.low, next(self.turns), half))
        return self.joined(first, [*ended, *(part for _, _, part in waiting)])

    def over(self, first: _Part, lowest: _Part) -> bool:
        """Whether the lowest part need not be split."""
        if not lowest.decision.refusals:
            if lowest.low == lowest.high:
                return self.reach(lowest.low)
            self.complete(lowest)
            if self.least is not None and self.least <= lowest.low:
                return True
            if self.fruitless >= _FRUITLESS:
                return True
        return self.runs >= BUDGET or (self.runs > 1 and self.enough()) or bool(first.decision.out_of_scope)

    # --- one part --------------------------------------------------------------------------------------

    def part(self, given: Given) -> _Part:
        """What is sure of some of the completions."""
        self.runs += 1
        decision = decide_once(self.program, completed(self.root, given), self.readings, bounded=True)
        made = _Part(given, decision)
        if decision.evaluator is not None:
            self.gaps.update(decision.evaluator.gaps)
        if not decision.refusals:
            value = self.total(decision)
            made.low, made.high, made.causes = *_ends(value), causes_of(value)
            made.days = list(self.days(decision))
            if any(self.pending(run) for run in decision.runs):
                made.high = None
        return made

    def total(self, decision: Decision) -> object:
        lines = (line for part in decision.parts if part.record.type == self.root.type for line in part.lines)
        return next((line.value for line in lines if line.item.name == self.plan.total), Unknown())

    def days(self, decision: Decision) -> Iterator[DayBounds]:
        for run in decision.runs:
            for line in run.lines:
                if line.item.name == self.plan.day:
                    low, high = _ends(line.value)
                    awaited = self.pending(run)
                    yield DayBounds(run.first, run.last, low, None if awaited else high, (*causes_of(line.value), *awaited))

    def pending(self, run: DayRun) -> tuple[str, ...]:
        """Why days that are settled today are not for ever: a paper may still come that pays them."""
        return tuple(one.value for one in self.plan.waiting((line.item.name, line.value) for line in run.lines))

    def complete(self, part: _Part) -> None:
        """Decide two completions of a part exactly: every fact at one end, then at the other."""
        for last in (False, True):
            given = {place_of(one): _end(part.given[place_of(one)], last, self.dates(one)) for one in self.missing}
            if self.runs < BUDGET and not any(isinstance(value, State) for value in given.values()):
                self.runs += 1
                value = self.total(decide_once(self.program, completed(self.root, given), self.readings))
                if isinstance(value, int | Fraction):
                    self.reach(value)

    def dates(self, missing: Missing) -> list[int]:
        """The other dates of the record of a fact that is a date."""
        if not isinstance(missing.fact.type, Date):
            return []
        facts = self.program.declarations.records[missing.record.type].facts
        known = ((facts[name].type, value) for name, value in missing.record.fields.items())
        return sorted(value for kind, value in known if isinstance(kind, Date) and isinstance(value, int))

    def reach(self, total: Exact) -> bool:
        """A total that some completion has."""
        self.least = total if self.least is None else min(self.least, total)
        return self.least == total

    # --- splitting -------------------------------------------------------------------------------------

    def split(self, part: _Part) -> list[_Part]:
        """The parts by the unknown that raises the least total most; none when nothing can be split."""
        best: list[_Part] = []
        for place in self.places(part)[:_TRIES]:
            if self.runs >= BUDGET:
                break
            halves = [self.part({**part.given, place: value}) for value in _halves(part.given[place])]
            if not best or _least(halves) > _least(best):
                best = halves
        if best and part.decision.refusals:
            before, after = part.given, best[0].given
            self.needed.update((one.cause, None) for one in self.missing if after[place_of(one)] != before[place_of(one)])
            self.opened += [one.days for one in best if not one.decision.refusals]
        return best

    def places(self, part: _Part) -> list[tuple[int, str]]:
        """The unknowns to try, those that the total depends on first; a refusal leaves only what can be listed."""
        named = {place_of(one): one.cause for one in self.missing}
        found = [place for place, value in part.given.items() if _halves(value)]
        if part.decision.refusals:
            return [place for place in found if not isinstance(part.given[place], Range)]
        return [place for place in found if named[place] in part.causes]

    # --- together --------------------------------------------------------------------------------------

    def joined(self, first: _Part, parts: list[_Part]) -> Bounds:
        """What holds in every part."""
        refused = [one for one in parts if one.decision.refusals]
        low = min(one.low for one in parts)
        days = () if refused else tuple(over_parts([one.days for one in parts], self.opened, tuple(self.needed)))
        high = None if refused else _lower(most(one.high for one in parts), most_of(days))
        refusals = tuple(refused[0].decision.refusals) if refused else ()
        reached = self.least is not None and self.least == low and not refused
        return Bounds(first.decision, self.missing, days, low, high, reached, self.runs, self.gaps, refusals)


# --- values -------------------------------------------------------------------------------------------


def _ends(value: object) -> tuple[Exact, Exact | None]:
    """The least and the most an amount can be, never negative; what has no object is nothing to pay."""
    match value:
        case Range():
            low = 0 if value.low is None else value.low
            return (min(low, 0) if value.nothing else low), value.high
        case Moving(slope=0):
            return value.value, value.value
        case int() | Fraction():
            return value, value
        case NotApplicable():
            return 0, 0
        case _:
            return 0, None


def _end(value: object, last: bool, dates: list[int]) -> object:
    """One completion of a fact: its least or its greatest value; a date without bounds, about those of its record."""
    match value:
        case Range(None, None) if dates:
            return dates[0] if not last else dates[-1] + _YEAR
        case Range(low, high) if low is not None or high is not None:
            ends = [one for one in (low, high) if one is not None]
            return (high if high is not None else max(ends[0], 0) + _FAR) if last else ends[0]
        case OneOf(options):
            return sorted(options)[-1 if last else 0]
        case Partial():
            return value
        case Unknown():
            return last
        case _:
            return value


def _halves(value: object) -> list[object]:
    """What a fact may be, in parts; none when it is known or too fine to split."""
    match value:
        case Range(low, None, causes) if low is not None:
            middle = max(low, 1) * 10
            return [Range(low, middle, causes), Range(middle, None, causes)] if middle < _FAR else []
        case Range(low, high, causes) if low is not None and high is not None and high - low > _FINEST:
            middle = Fraction(int((low + high) / 2 / _FINEST)) * _FINEST
            return [Range(low, middle, causes), Range(middle, high, causes)] if low < middle < high else [low, high]
        case OneOf(options):
            return [*sorted(options)]
        case Unknown():
            return [False, True]
        case _:
            return []


def _least(parts: list[_Part]) -> Exact:
    return min(one.low for one in parts)


def _lower(high: Exact | None, by_days: Exact | None) -> Exact | None:
    """The lower of two bounds of the total, which is what the days make together."""
    known = [one for one in (high, by_days) if one is not None]
    return min(known, default=None)
