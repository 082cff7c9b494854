"""Mutants run against the casebook until one case notices: in this process or in several, the results in the same order.

A case notices when it fails, is refused, breaks the engine, or takes far too long. Only the cases that evaluate the
sentence are run, the likeliest first; those that noticed a mistake of the same sentence come before the others.
"""

import gc
import multiprocessing
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from types import FrameType
from typing import Literal

from justesse.casebook.cases import CaseEntry
from justesse.casebook.run import run_case
from justesse.mutation.coverage import Traced, readers, traced
from justesse.mutation.mutants import Mutant, mutated
from justesse.mutation.sentences import all_mutants
from justesse.program.program import Program

Fate = Literal["tué", "survivant", "mort-né"]
TOO_LONG = 20
"""Seconds after which a case is said never to end; the longest takes a tenth of one."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a mutant; `killer` is the case that noticed, `how` what it saw."""

    name: str
    fate: Fate
    killer: str = ""
    how: str = ""


class Endless(BaseException):
    """Raised by the alarm; no handler of the engine may take it for its own."""


@dataclass(slots=True, eq=False)
class Hunt:
    """The right program, every mutant of it, and what each case evaluates. `known` is who noticed last time, by mutant."""

    program: Program
    mutants: list[Mutant]
    cases: list[Traced]
    known: dict[str, str] = field(default_factory=dict)

    def failing(self) -> list[CaseEntry]:
        """The cases that already fail on the right rules: nothing can be learnt then."""
        return [one.case for one in self.cases if not one.passed]

    def of_sentence(self, mutants: Sequence[Mutant]) -> list[Result]:
        """The fates of the mutants of one sentence."""
        recent: list[Traced] = []
        return [self._fate(mutant, recent) for mutant in mutants]

    def _fate(self, mutant: Mutant, recent: list[Traced]) -> Result:
        wrong = mutated(self.program, mutant)
        if wrong is None:
            return Result(mutant.name, "mort-né")
        for one in self._in_order(mutant, recent):
            how = noticed(wrong, one.case)
            if how:
                recent[:] = [one, *(other for other in recent if other is not one)][:8]
                return Result(mutant.name, "tué", one.case.identifier, how)
        return Result(mutant.name, "survivant")

    def _in_order(self, mutant: Mutant, recent: list[Traced]) -> list[Traced]:
        last = self.known.get(mutant.name)
        showing = [one for one in self.cases if one.shows(mutant)]
        return sorted(showing, key=lambda one: (one.case.identifier != last, one not in recent, *one.nearness(mutant)))


def prepared(program: Program, cases: Sequence[CaseEntry], since: int, known: dict[str, str] | None = None) -> Hunt:
    """Every mutant listed, every case run once on the right rules."""
    reading = readers(program)
    return Hunt(program, all_mutants(program, since), [traced(program, one, reading) for one in cases], known or {})


def noticed(wrong: Program, case: CaseEntry) -> str:
    """How a case sees that the rules are wrong; nothing when it does not."""
    try:
        with alarm():
            outcome = run_case(wrong, case)
    except Endless:
        return "sans fin"
    except Exception as error:
        return f"calcul impossible ({type(error).__name__})"
    if outcome.decision is not None and outcome.decision.refusals and not outcome.passed:
        return f"refus {outcome.decision.refusals[0].code}"
    return "" if outcome.passed else "différence"


@contextmanager
def alarm() -> Iterator[None]:
    """Stops a case that would never end, where the system has alarms."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, TOO_LONG)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise Endless


# --- several processes ----------------------------------------------------------------------------------


def hunted(hunt: Hunt, chosen: Sequence[Mutant], since: int, cores: int) -> Iterator[Result]:
    """The fate of each chosen mutant, in their order, whatever the number of processes."""
    batches = [list(some) for _, some in groupby(chosen, key=lambda one: id(one.sentence))]
    if cores < 2:
        for batch in batches:
            yield from hunt.of_sentence(batch)
        return
    given = (hunt.program, [one.case for one in hunt.cases], since, hunt.known)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(cores, context, _start, given) as pool:
        for results in pool.map(_of_names, [[one.name for one in batch] for batch in batches]):
            yield from results


_HUNT: dict[str, Hunt] = {}


def _start(program: Program, cases: list[CaseEntry], since: int, known: dict[str, str]) -> None:
    """In each process: the same mutants, found again, because what a mutant replaces is known by its place in memory."""
    _HUNT["here"] = prepared(program, cases, since, known)


def _of_names(names: list[str]) -> list[Result]:
    hunt = _HUNT["here"]
    wanted = set(names)
    gc.collect()  # the wrong programs of the sentence before, and what was prepared for them, refer to each other
    return hunt.of_sentence([one for one in hunt.mutants if one.name in wanted])
