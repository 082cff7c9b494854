"""What a decision of ours costs as what it holds grows: pays, days of stop, rules.

Dossiers of one job with the pays before the stop and prolongations in a row, wages and lengths drawn; the fifteen rules and
the whole law on their usual dossiers. The three ways are measured in turn. Compares us with nobody.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from statistics import median
from time import perf_counter

from tests.benchmarks.crowd import crowd, pays, read
from tests.benchmarks.fifteen import RULES
from tests.benchmarks.peers.exchange import Cases
from tests.benchmarks.peers.programs.ours import Ours
from tests.second_opinion.compare import shipped_program

from justesse.compiled.blocks import block_of
from justesse.compiled.native import native_of
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once
from justesse.evaluation.facts import Record
from justesse.program.load import load_program
from justesse.program.program import Program

PAYS, DAYS = (12, 26, 40, 80), (10, 50, 200, 460)
USUAL_PAYS, USUAL_DAYS = 26, 50
BLOCK, SAMPLE = 200, 12
"""Dossiers of a size decided by machine code at once, and one by one the other ways, each round."""
FIFTEEN_BLOCK = 5_000
"""So small a case that a call of the kernel must be for many."""
EVALUATION, PYTHON, MACHINE = "évaluateur", "Python généré", "code machine"


@dataclass(frozen=True, slots=True)
class Cost:
    """Microseconds a dossier, one way, at one size of one thing; `left`: dossiers that compiled rules did not decide."""

    thing: str
    size: int
    way: str
    median: float
    left: int


class Compiled:
    """A program and the three ways of deciding with it."""

    def __init__(self, program: Program) -> None:
        self.program, self.single = program, Single(program)
        self.native = native_of(program, self.single.kernel)

    def ways(self, roots: Sequence[Record]) -> dict[str, tuple[Callable[[int], object], int, int]]:
        """Way → the work of a round, how many dossiers it decides, how many of them are left."""

        def turn(number: int) -> list[Record]:
            return [roots[(number * SAMPLE + one) % len(roots)] for one in range(SAMPLE)]

        def evaluate(number: int) -> None:
            for root in turn(number):
                decide_once(self.program, root)

        def generated(number: int) -> None:
            for root in turn(number):
                self.single.values(root)

        left = sum(isinstance(self.single.values(root), Left) for root in roots)
        made: dict[str, tuple[Callable[[int], object], int, int]] = {
            EVALUATION: (evaluate, SAMPLE, 0), PYTHON: (generated, SAMPLE, left),
        }  # fmt: skip
        if self.native is not None:
            native, memory = self.native, self.native.memory()
            block, _, _ = block_of(native, self.single.plan, roots)
            room = native.room(block)
            native.decide(memory, block, room)
            made[MACHINE] = (lambda _: native.decide(memory, block, room)), len(roots), sum(one != 0 for one in room.routes)
        return made


def costs(cases: Cases, rounds: int) -> list[Cost]:
    """Every size of every thing, each way, in turn."""
    law, fifteen = Compiled(shipped_program()), Compiled(_fifteen())
    works = [
        (thing, size, way, work)
        for thing, size, compiled, roots in _dossiers(law, fifteen, cases)
        for way, work in compiled.ways(roots).items()
    ]
    times: list[list[float]] = [[] for _ in works]
    for number in range(rounds + 1):  # the first is not counted
        for place, (_, _, _, (work, count, _)) in enumerate(works):
            started = perf_counter()
            work(number)
            times[place].append((perf_counter() - started) / count * 1e6)
    return [
        Cost(thing, size, way, median(some[1:]), work[2]) for (thing, size, way, work), some in zip(works, times, strict=True)
    ]


def _dossiers(law: Compiled, fifteen: Compiled, cases: Cases) -> Iterator[tuple[str, int, Compiled, list[Record]]]:
    for count in PAYS:
        yield "paies", count, law, sized(law.program, count, USUAL_DAYS)
    for days in DAYS:
        yield "jours", days, law, sized(law.program, USUAL_PAYS, days)
    yield "règles", rules_of(fifteen.program), fifteen, Ours(cases).records(0, min(FIFTEEN_BLOCK, cases.count))
    yield "règles", rules_of(law.program), law, list(crowd(law.program, BLOCK, 11))


def rules_of(program: Program) -> int:
    """Sentences that define something: rules and exceptions, each version its own."""
    return sum(len(one.rules) + len(one.exceptions) for one in program.quantities.values())


def sized(program: Program, months: int, days: int) -> list[Record]:
    """Distinct dossiers with so many months of pay and days of stop."""
    chance = Random(f"{months} {days}")
    return [read(program, _text(chance, months, days)) for _ in range(BLOCK)]


def _text(chance: Random, months: int, days: int) -> str:
    start = date(2023, chance.randint(1, 12), chance.randint(1, 28))
    born = f"19{chance.randint(60, 99)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    lines = ["assuré:", f"  date de naissance: {born}", "emplois:", "  - nom: A", "    début: 2010-01-01", "paies:"]
    lines += pays(chance, "A", start.year, start.month, months)
    lines += ["arrêts:", *_stops(chance, start, days)]
    return "\n".join(lines) + "\n"


def _stops(chance: Random, day: date, days: int) -> Iterator[str]:
    """Prescriptions without a gap, a month long or so."""
    box = "initial"
    while days:
        length = min(days, chance.randint(20, 40))
        end = day + timedelta(days=length - 1)
        yield from (f"  - début: {day}", f"    fin: {end}", f"    case cochée: {box}")
        day, days, box = end + timedelta(days=1), days - length, "prolongation"


def _fifteen() -> Program:
    program, diagnostics = load_program(RULES)
    assert program is not None, [one.code for one in diagnostics]
    return program
