"""Bounds against the truth: facts of random dossiers are hidden, and what is known of them must lie inside the bounds.

`python -m tests.second_opinion.hidden_facts 10000 [seed]`. Checked for every line of every dossier: the exact value is inside;
and of the guarantees: none is above the amount really due, day by day and in total, and the most is not below it. Both
cores work; the exit code is 1 at the first failure of a chunk.
"""

import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from statistics import median, quantiles

from tests.second_opinion.compare import shipped_program
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.written import written

from justesse.evaluation.bounds import Bounds
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide_once
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record, completed
from justesse.evaluation.narrowing import narrow
from justesse.program.program import Program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source
from justesse.values.ranges import OneOf, Range
from justesse.values.states import NotApplicable, State, Unknown

CHUNK = 20
HIDDEN = (1, 1, 1, 2, 3, 5)
Place = tuple[object, ...]


def hide(program: Program, root: Record, seed: int) -> Record:
    """The same case with some facts unknown."""
    chance = random.Random(seed)
    facts = list(_that_may_be_unknown(program, root))
    chosen = chance.sample(facts, min(len(facts), chance.choice(HIDDEN)))
    return completed(root, {(id(record), name): Unknown((f"{name}, {record.place}",)) for record, name in chosen})


def _that_may_be_unknown(program: Program, root: Record) -> Iterator[tuple[Record, str]]:
    lists = [value for value in root.fields.values() if isinstance(value, tuple)]
    for record in (root, *(one for value in lists for one in value)):
        for name, fact in program.declarations.records[record.type].facts.items():
            if fact.declared.may_be_unknown and not isinstance(record.fields.get(name), State | Record):
                yield record, name


# --- what is checked ----------------------------------------------------------------------------------


def unsound(exact: Decision, bounds: Bounds) -> list[str]:
    """Every value that is outside what was said of it."""
    if bounds.refusals:
        return []
    said, true = _values(bounds.decision), _values(exact)
    found = [] if bounds.decision.refusals else [
        f"{place}: {value} is not within {said.get(place, 'nothing')}"
        for place, value in true.items()
        if place not in said or not holds(said[place], value)
    ]  # fmt: skip
    return [*found, *_guarantees(true, bounds)]


def _guarantees(true: dict[Place, object], bounds: Bounds) -> Iterator[str]:
    total = next((value for place, value in true.items() if place[-1] == "total brut"), None)
    if isinstance(total, Fraction) and not bounds.low <= total <= (total if bounds.high is None else bounds.high):
        yield f"total {total} is not within {bounds.low} and {bounds.high}"
    if isinstance(total, Fraction) and bounds.by_day > total:
        yield f"guaranteed by day {bounds.by_day} is above the total {total}"
    amounts = {place[2]: value for place, value in true.items() if place[-1] == "indemnité" and isinstance(value, Fraction)}
    for one in bounds.days:
        for day in range(one.first, one.last + 1):
            amount = amounts.get(day, Fraction(0))
            if not one.low <= amount <= (amount if one.high is None else one.high):
                yield f"day {day}: {amount} is not within {one.low} and {one.high}"


def holds(said: object, value: object) -> bool:
    """Whether what is said of a value is true of it."""
    match said:
        case Range(low, high):
            if isinstance(value, NotApplicable):
                return said.nothing
            assert isinstance(value, int | Fraction), value
            return (low is None or low <= value) and (high is None or value <= high)
        case OneOf(options):
            return said.nothing if isinstance(value, NotApplicable) else value in options
        case NotApplicable():
            return isinstance(value, NotApplicable)
        case State():
            return True
        case _:
            return said == value


def _values(decision: Decision) -> dict[Place, object]:
    """The lines of a decision that are not themselves unknown, by subject, day and name."""
    found: dict[Place, object] = {}
    for part in decision.parts:
        found.update({(part.record.type, part.first, one.item.name): one.value for one in part.lines})
    for run in decision.runs:
        for day in range(run.first, run.last + 1):
            found.update({(run.owner.type, run.owner.position, day, one.item.name): one.value for one in run.lines})
    return found


# --- many dossiers ------------------------------------------------------------------------------------


def check(program: Program, seed: int) -> tuple[list[str], str, int, float]:
    """What is unsound for one dossier; how it came out, evaluations, seconds."""
    tree, _ = read_yaml(Source("dossier.yaml", written(dossier(seed))))
    assert tree is not None and program.bounds is not None
    case, _ = read_case(tree, program.declarations)
    assert case is not None
    exact = decide_once(program, case.root)
    if (
        exact.refusals
        or exact.out_of_scope
        or any(isinstance(value, State) and not isinstance(value, NotApplicable) for value in _values(exact).values())
    ):
        return [], "left out: not wholly decided when nothing is hidden", 0, 0.0
    start = time.perf_counter()
    bounds = narrow(program, hide(program, case.root, seed), program.bounds)
    spent = time.perf_counter() - start
    return unsound(exact, bounds), _outcome(bounds), bounds.runs, spent


def _outcome(bounds: Bounds) -> str:
    if bounds.refusals or bounds.decision.out_of_scope:
        return "not bounded"
    if bounds.low == bounds.high:
        return "established"
    return "bounded, least reached" if bounds.reached else "bounded"


def check_seeds(seeds: range) -> list[tuple[int, list[str], str, int, float]]:
    program = shipped_program()
    return [(seed, *check(program, seed)) for seed in seeds]


def main(arguments: list[str]) -> int:
    count, first = int(arguments[0]) if arguments else 1000, int(arguments[1]) if arguments[1:] else 1
    shipped_program()
    chunks = [range(start, min(start + CHUNK, first + count)) for start in range(first, first + count, CHUNK)]
    met: Counter[str] = Counter()
    spent: list[tuple[int, float]] = []
    wrong: list[tuple[int, list[str]]] = []
    with multiprocessing.Pool() as pool:
        for done, found in enumerate(pool.imap(check_seeds, chunks), 1):
            for seed, problems, outcome, runs, seconds in found:
                met[outcome] += 1
                spent += [(runs, seconds)] if runs else []
                wrong += [(seed, problems)] if problems else []
            print(f"\r{min(done * CHUNK, count)}/{count}, {len(wrong)} unsound", end="", file=sys.stderr, flush=True)
    report(met, spent, wrong)
    return 1 if wrong else 0


def report(met: Counter[str], spent: list[tuple[int, float]], wrong: list[tuple[int, list[str]]]) -> None:
    """Outcomes, cost, the first that are wrong."""
    print(f"\n{sum(met.values())} incomplete dossiers, {len(wrong)} unsound")
    for outcome, number in met.most_common():
        print(f"  {number:>6}  {outcome}")
    runs, seconds = [one for one, _ in spent], [1000 * one for _, one in spent]
    deciles = [(median(one), quantiles(one, n=10)[8], max(one)) for one in (runs, seconds)]
    print("evaluations: median {:.0f}, nine in ten {:.0f}, most {:.0f}".format(*deciles[0]))
    print("milliseconds: median {:.1f}, nine in ten {:.1f}, most {:.0f}".format(*deciles[1]))
    for seed, problems in wrong[:5]:
        print(f"seed {seed}:", *problems[:4], sep="\n    ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
