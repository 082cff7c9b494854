"""The engine against the second opinion, day by day, to the cent: `python -m tests.second_opinion.compare 100000 [seed]`.

Compared: status, amount and payee of every day, the lines of every stop and chain, the totals; where one says that a
person must judge or that a fact is missing, the other must. No tolerance. Both cores work; the first differences are
printed with their dossier; the exit code is 1.
"""

import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from random import Random
from typing import Any

from tests.second_opinion.dossiers import dossier
from tests.second_opinion.figures import MINIMUM_KNOWN_SINCE, cents, daily_minimum
from tests.second_opinion.law import compute
from tests.second_opinion.model import PAID, Chain, Result, Stop
from tests.second_opinion.written import written

from justesse.casebook.run import state_words
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.shipped import folder
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source
from justesse.values.ranges import Range
from justesse.values.states import NotApplicable, State

SHOWN = 3
CHUNK = 25
OPEN_LINES = {
    "ground": "fondement des droits",
    "rights": "ouvre droit aux six premiers mois",
    "rights beyond": "ouvre droit au-delà du sixième mois",
    "base": "salaire journalier de base",
}
HOURS = (Fraction(0), Fraction(75), Fraction(400))

Lines = dict[str, object]


@cache
def shipped_program() -> Program:
    """The rules of the repository."""
    program, diagnostics = load_program(folder("rules"))
    assert program is not None, [one.code for one in diagnostics]
    return program


def engine_says(program: Program, text: str) -> Decision:
    """The decision of a case file."""
    tree, mistakes = read_yaml(Source("dossier.yaml", text))
    assert tree is not None and not mistakes, mistakes
    case, diagnostics = read_case(tree, program.declarations)
    assert case is not None, [(one.code, dict(one.details)) for one in diagnostics]
    return decide(program, case.root)


def differences(program: Program, facts: dict[str, Any]) -> list[str]:
    """What the engine and the second opinion do not say alike; empty when they agree."""
    decision, result = engine_says(program, written(facts)), compute(facts)
    left = [one.rule.identifier for one in decision.out_of_scope]
    if decision.refusals:
        return [f"refused: {[(one.code, dict(one.details)) for one in decision.refusals]}"]
    if left and minimum_may_matter(result):
        return []
    if bool(left) != bool(result.out_of_scope):
        return [f"scope: engine {left or 'in scope'}, second opinion {result.out_of_scope or 'in scope'}"]
    if left:
        return []
    return list(compared_open(decision, result, facts) if result.open else compared(decision, result))


def minimum_may_matter(result: Result) -> bool:
    """A small allowance beyond the sixth month before 2023: the minimum of R. 324-3 was another, not known here."""
    children = result.papers.children
    return any(
        chain.last >= chain.seventh_month < MINIMUM_KNOWN_SINCE
        and (chain.allowance or 0) < daily_minimum(chain.reference, children)
        for chain in result.chains
    )


def compared(decision: Decision, result: Result) -> Iterator[str]:
    yield from compared_days(decision, result)
    for kind, first, lines in expected_parts(result):
        said = lines_of(decision, kind, first)
        for name, value in lines.items():
            if name not in said or not (same(said[name], value) or (value is None and enough(name, said[name]))):
                yield f"{kind} {first or ''} {name}: engine {said.get(name, 'nothing')}, second opinion {value}"


def compared_open(decision: Decision, result: Result, facts: dict[str, Any]) -> Iterator[str]:
    """Where the papers do not say, the engine must say so too, or be right whatever they say; nothing else is compared."""
    for chain, what in result.open:
        if what in OPEN_LINES:
            said = lines_of(decision, "chaîne", chain.first).get(OPEN_LINES[what])
            right = (
                is_open(said, what)
                or enough(OPEN_LINES[what], said)
                or holds_whatever_the_hours(said, what, chain.first, facts)
            )
        else:
            day, _, status = what.partition(" ")
            said = days_of(decision).get(date.fromisoformat(day), {}).get("statut")
            right = isinstance(said, State) and state_words(said) == status
        if not right:
            yield f"chaîne {chain.first} open {what}: engine {said}"


def is_open(said: object, what: str) -> bool:
    """Whether a line is not known; a base may also be to be judged, with or without bounds."""
    if what != "base":
        return same(said, None)
    return isinstance(said, Range) or (isinstance(said, State) and state_words(said) in ("inconnu", "à apprécier"))


def holds_whatever_the_hours(said: object, what: str, first: date, facts: dict[str, Any]) -> bool:
    """Whether a line is what it is said to be when the hours that are not known are none, many, or any."""
    unknown = [place for place, pay in enumerate(facts["paies"]) if pay["heures"] is None]
    draw = Random(len(unknown))
    tries = [[hours] * len(unknown) for hours in HOURS] + [[draw.choice(HOURS) for _ in unknown] for _ in range(8)]
    known = [dict(zip(unknown, some, strict=True)) for some in tries]
    return bool(unknown) and all(same(said, line_with(hours, what, first, facts)) for hours in known)


def line_with(hours: dict[int, Fraction], what: str, first: date, facts: dict[str, Any]) -> object:
    """A line of a chain once these pays have these hours."""
    pays = [{**pay, "heures": hours.get(place, pay["heures"])} for place, pay in enumerate(facts["paies"])]
    chain = next(one for one in compute({**facts, "paies": pays}).chains if one.first == first)
    return {"ground": chain.ground, "rights": chain.entitled, "rights beyond": chain.beyond, "base": chain.base}[what]


# --- days ---------------------------------------------------------------------------------------------


def compared_days(decision: Decision, result: Result) -> Iterator[str]:
    """Status, amount and payee of every day."""
    said = days_of(decision)
    if set(said) != set(result.days):
        yield f"not the same days: {sorted(set(said) ^ set(result.days))[:5]}"
        return
    for day, one in sorted(result.days.items()):
        paid = one.status == PAID
        expected: Lines = {
            "statut": one.status,
            "indemnité": one.amount if paid else "",
            "destinataire": one.payee if paid else "",
        }
        for name, value in expected.items():
            if name not in said[day] or not same(said[day][name], value):
                yield f"{day} {name}: engine {said[day].get(name, 'nothing')}, second opinion {value}"


def days_of(decision: Decision) -> dict[date, Lines]:
    return {
        date.fromordinal(day): {line.item.name: line.value for line in run.lines}
        for run in decision.runs
        for day in range(run.first, run.last + 1)
    }


# --- stops, chains, totals ----------------------------------------------------------------------------


def expected_parts(result: Result) -> Iterator[tuple[str, date | None, Lines]]:
    yield "assuré", None, dict(result.totals)
    for stop in result.stops:
        yield "arrêt", stop.first, stop_lines(stop)
    for chain in result.chains:
        yield "chaîne", chain.first, chain_lines(chain)


def stop_lines(stop: Stop) -> Lines:
    net = stop.gross - stop.csg - stop.crds
    return {"montant brut": stop.gross, "CSG": stop.csg, "CRDS": stop.crds, "montant net": net, "retard d'envoi": stop.sending}


def chain_lines(chain: Chain) -> Lines:
    """What the decision shows of a chain, as the second opinion has it."""
    exam, later = chain.examination, chain.examination_beyond
    assert exam is not None
    return {
        "date de référence": chain.reference,
        "ouvre droit aux six premiers mois": chain.entitled,
        "fondement des droits": chain.ground,
        "rémunération de six mois": exam.earned_of_six,
        "seuil de six mois": exam.threshold_of_six,
        "heures des trois mois": exam.hours_of_months,
        "heures des quatre-vingt-dix jours": exam.hours_of_days,
        "début du septième mois": chain.seventh_month,
        "ouvre droit au-delà du sixième mois": chain.beyond,
        "rémunération de douze mois": later and later.earned_of_twelve,
        "seuil de douze mois": later and later.threshold_of_twelve,
        "heures de douze mois": later and later.hours_of_twelve,
        "heures de l'année": later and later.hours_of_year,
        "délai de carence": chain.waiting,
        "coefficient du plafond": chain.coefficient,
        "plafond mensuel": chain.cap,
        "salaire journalier de base": chain.base,
        "indemnité maximale": chain.maximum,
        "indemnité entière": chain.allowance,
    }


def lines_of(decision: Decision, kind: str, first: date | None) -> Lines:
    wanted = None if first is None else first.toordinal()
    for part in decision.parts:
        if part.record.type == kind and wanted in {None, part.first}:
            return {line.item.name: line.value for line in part.lines}
    return {}


def enough(name: str, said: object) -> bool:
    """Whether the engine finds a right where pays are missing: they can only add to those that are known."""
    if name == OPEN_LINES["ground"]:
        return said in ("salaires", "heures")
    return name in (OPEN_LINES["rights"], OPEN_LINES["rights beyond"]) and said is True


def same(said: object, expected: object) -> bool:
    """Exactly the same value; None is « inconnu », an empty text « sans objet »."""
    match expected:
        case None:
            return isinstance(said, State) and state_words(said) == "inconnu"
        case "":
            return isinstance(said, NotApplicable)
        case date():
            return said == expected.toordinal()
        case Fraction() if isinstance(said, int | Fraction):
            return said == expected or said == cents(expected)  # a line may be shown rounded
        case _:
            return said == expected


# --- command ------------------------------------------------------------------------------------------

Found = tuple[list[tuple[int, list[str]]], Counter[str]]


def compare_seeds(seeds: range) -> Found:
    """The dossiers of a few seeds: those that differ, the statuses met."""
    different: list[tuple[int, list[str]]] = []
    statuses: Counter[str] = Counter()
    for seed in seeds:
        facts = dossier(seed)
        statuses.update(one.status for one in compute(facts).days.values())
        found = differences(shipped_program(), facts)
        if found:
            different.append((seed, found))
    return different, statuses


def compare_all(first: int, count: int) -> Found:
    """Every dossier, on every core, with a progress bar on a terminal."""
    chunks = [range(seed, min(seed + CHUNK, first + count)) for seed in range(first, first + count, CHUNK)]
    different: list[tuple[int, list[str]]] = []
    statuses: Counter[str] = Counter()
    started = time.monotonic()
    with multiprocessing.Pool() as pool:
        for done, (found, met) in enumerate(pool.imap(compare_seeds, chunks), 1):
            different += found
            statuses += met
            show_progress(min(done * CHUNK, count), count, len(different), time.monotonic() - started)
    return different, statuses


def show_progress(done: int, count: int, different: int, seconds: float) -> None:
    if sys.stderr.isatty():
        bar = "█" * (30 * done // count)
        print(f"\r{bar:░<30} {done}/{count}  {different} different  {seconds:.0f} s", end="", file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    """Compare as many dossiers as asked."""
    count = int(arguments[0]) if arguments else 1000
    first = int(arguments[1]) if len(arguments) > 1 else 0
    shipped_program()
    different, statuses = compare_all(first, count)
    print(f"\n{count} dossiers (seeds {first} to {first + count - 1}), {statuses.total()} days, {len(different)} different")
    print("  ".join(f"{name}: {number}" for name, number in statuses.most_common()))
    for seed, found in sorted(different, key=lambda one: len(written(dossier(one[0]))))[:SHOWN]:
        print(f"\n# seed {seed}\n{written(dossier(seed))}" + "\n".join(f"# {line}" for line in found[:8]))
    if different:
        kinds = Counter(kind_of(line) for _, found in different for line in {kind_of(one): one for one in found}.values())
        print(
            "\nwhat differs, in how many dossiers:", *(f"{number:6d}  {kind}" for kind, number in kinds.most_common()), sep="\n"
        )
        print("seeds:", *(seed for seed, _ in different[:40]))
    return 1 if different else 0


def kind_of(line: str) -> str:
    """A difference without its dates and figures: to see which rules disagree."""
    words = line.split(":")[0].split(" ")
    return " ".join(word for word in words if not any(letter.isdigit() for letter in word))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
