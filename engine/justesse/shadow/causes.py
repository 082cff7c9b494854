"""What would give their decisions: another reading of a text, our rules with one mistake in a sentence, two of these together.

A cause is tried on some dossiers of a family, never supposed; it says of how many it gives their decision. Says of nobody that he
is wrong: two mistakes may give one amount.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeVar

from justesse.program.program import Program
from justesse.shadow.trial import OURS, Attempt, Places, Suspects, Trial

SAMPLE = 12
"""Dossiers of a family that are decided again."""
LEADS = 3
"""Of those that nothing gives yet, the ones of which a mistake must give one to be tried on all."""
ROUNDS = 2
"""How many times mistakes alone are looked for, with other leads."""
BASES = 2
"""On how many causes, those that give most, a second is tried."""
MOST = 3
"""Causes told of a family."""
_PART = 50
"""Mistakes that a process tries before it tells."""

Tell = Callable[[int, int], None]
"""Mistakes tried, of how many at most."""
Job = tuple[Attempt, dict[str, Places], range]
Given = list[tuple[str, Attempt, Places]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Departure:
    """One way in which their rules would depart from ours."""

    words: str
    interpretation: str = ""
    """The interpretation of which it is a reading; none: a mistake of a sentence."""
    sentence: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cause:
    """Departures that, together, give their decision of `agreed` dossiers among `tried`."""

    departures: tuple[Departure, ...]
    agreed: int
    tried: int


def sampled(names: Sequence[str], count: int = SAMPLE) -> list[str]:
    """Some of them, from the first to the last."""
    if len(names) <= count:
        return list(names)
    return [names[place * (len(names) - 1) // (count - 1)] for place in range(count)]


def causes_of(
    program: Program, readings: dict[str, str], suspects: Sequence[Suspects], processes: int, tell: Tell
) -> dict[str, list[Cause]]:
    """The causes of each family, those that give most dossiers first."""
    trial = Trial(program, readings, [one for one in suspects if one.trees])
    with _workers(trial, processes) as workers:
        search = _Search(trial, workers, tell)
        for _ in range(ROUNDS):
            search.look(OURS)
        for base in search.bases():
            search.look(base)
    return {one.name: [_cause(trial, one, *each) for each in _chosen(search.found.get(one.name, {}), MOST)] for one in suspects}


class _Search:
    """Looks for what gives the dossiers that nothing gives yet, a round at a time."""

    def __init__(self, trial: Trial, workers: Callable[[list[Job]], Iterable[Given]], tell: Tell) -> None:
        self.trial, self.workers, self.tell = trial, workers, tell
        self.found: dict[str, dict[Attempt, Places]] = {name: {} for name in trial.suspects}
        self.led: dict[str, Places] = dict.fromkeys(trial.suspects, frozenset())
        self.tried: set[tuple[str, Attempt]] = set()
        self.rounds = 0

    def left(self, family: str) -> Places:
        """The dossiers that nothing gives."""
        return self.trial.suspects[family].places.difference(*self.found[family].values())

    def bases(self) -> list[Attempt]:
        """The causes that, of all families together, give most dossiers."""
        given: dict[Attempt, frozenset[tuple[str, int]]] = {}
        for name, some in self.found.items():
            for attempt, places in some.items():
                given[attempt] = given.get(attempt, frozenset()) | {(name, at) for at in places}
        return [one for one, _ in _chosen(given, BASES)]

    def look(self, base: Attempt) -> None:
        """One round: a base with one more reading, then with one more mistake; what gives one family is tried on all."""
        for name in filter(self.left, self.found):
            self._try(name, self.trial.others_met(base, name))
        leads = {name: some for name in self.found if (some := self._leads(base, name))}
        count = len(self.trial.likely) if leads else 0
        parts = [range(first, min(first + _PART, count)) for first in range(0, count, _PART)]
        for part, given in zip(parts, self.workers([(base, leads, part) for part in parts]), strict=True):
            self._keep(given)
            self.tell(self.rounds * count + part.stop, (ROUNDS + BASES) * count)
        self.rounds += 1
        self._spread()

    def _leads(self, base: Attempt, family: str) -> Places:
        """The first dossiers that nothing gives; with nothing changed beforehand, those that have not led yet."""
        left = self.left(family) - (self.led[family] if base == OURS else frozenset())
        some = frozenset(sorted(left)[:LEADS])
        if base == OURS:
            self.led[family] |= some
        return some

    def _spread(self) -> None:
        """What gives one family, tried on those of which something is left."""
        known = list(dict.fromkeys(one for some in self.found.values() for one, _ in _chosen(some, MOST)))
        for name in filter(self.left, self.found):
            self._try(name, (one for one in known if one not in self.found[name]))

    def _try(self, family: str, attempts: Iterable[Attempt]) -> None:
        places = self.trial.suspects[family].places
        for one in attempts:
            if (family, one) not in self.tried:
                self.tried.add((family, one))
                self._keep([(family, one, self.trial.given(one, family, places))])

    def _keep(self, some: Iterable[tuple[str, Attempt, Places]]) -> None:
        for name, attempt, places in some:
            if places:
                self.found[name][attempt] = places


# --- several processes ----------------------------------------------------------------------------------

_HERE: list[Trial] = []
"""What a process tries with, when there are several."""


@contextmanager
def _workers(trial: Trial, processes: int) -> Iterator[Callable[[list[Job]], Iterable[Given]]]:
    """What does jobs, in their order, whatever the number of processes; none begins before there is one to do."""
    if processes < 2:
        yield lambda jobs: (_mistakes(trial, job) for job in jobs)
        return
    given = trial.program, trial.readings, list(trial.suspects.values())
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, given) as pool:
        yield lambda jobs: pool.map(_mistakes_here, jobs)


def _begin(program: Program, readings: dict[str, str], suspects: list[Suspects]) -> None:
    _HERE.append(Trial(program, readings, suspects))


def _mistakes_here(job: Job) -> Given:
    return _mistakes(_HERE[0], job)


def _mistakes(trial: Trial, job: Job) -> Given:
    gc.collect()  # wrong programs, and what was prepared for them, refer to each other
    return list(trial.mistakes(*job))


# --- choosing what is told ---------------------------------------------------------------------------


def _chosen(found: dict[Attempt, frozenset[T]], most: int) -> list[tuple[Attempt, frozenset[T]]]:
    """The attempt that gives most, the simplest of those; then what gives something more, or as much as the first."""
    left = sorted(found.items(), key=lambda item: (-len(item[1]), len(item[0])))
    chosen: list[tuple[Attempt, frozenset[T]]] = []
    while left and len(chosen) < most:
        given = frozenset[T]().union(*(some for _, some in chosen))
        best = max(left, key=lambda item: len(item[1] - given))
        if chosen and best[1] <= given and len(best[1]) < len(chosen[0][1]):
            break
        chosen.append(best)
        left.remove(best)
    return chosen


def _cause(trial: Trial, one: Suspects, attempt: Attempt, places: Places) -> Cause:
    readings = tuple(Departure(f"lecture « {reading} »", name) for name, reading in attempt.readings)
    return Cause((*readings, *(_mistake(trial, place) for place in attempt.mistakes)), len(places), len(one.trees))


def _mistake(trial: Trial, place: int) -> Departure:
    mutant = trial.likely[place]
    sentence, _, wrongly = mutant.name.split(" / ", 2)
    return Departure(f"{sentence} : {wrongly}", "", mutant.excerpt, f"{mutant.file}:{mutant.line}")
