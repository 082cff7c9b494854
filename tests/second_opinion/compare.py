"""The engine against the second opinion, day by day, to the cent: `python -m tests.second_opinion.compare 20000 [seed]`.

Compared: status and amount of every day, the amounts of every stop, date, rights, waiting days, cap and base of every
chain, the four totals. No tolerance. The first differences are printed with their dossier; the exit code is 1.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.second_opinion.dossiers import dossier
from tests.second_opinion.law import TO_JUDGE, Chain, Result, compute
from tests.second_opinion.written import written

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import Decision, decide
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.shipped import folder
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source
from justesse.values.states import NotApplicable

SHOWN = 3


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
    judged = any(status == TO_JUDGE for status, _ in result.days.values())
    if decision.refusals or bool(decision.out_of_scope) != judged:
        said = [one.code for one in decision.refusals] + [one.rule.identifier for one in decision.out_of_scope]
        return [f"scope: engine {said}, second opinion {'out of scope' if judged else 'in scope'}"]
    return [] if judged else [*compared_days(decision, result), *compared_parts(decision, result)]


def compared_days(decision: Decision, result: Result) -> Iterator[str]:
    """Status and amount of every day."""
    said = {
        date.fromordinal(day): {line.item.name: line.value for line in run.lines}
        for run in decision.runs
        for day in range(run.first, run.last + 1)
    }
    if set(said) != set(result.days):
        yield f"not the same days: {sorted(set(said) ^ set(result.days))[:5]}"
        return
    for day, (status, amount) in sorted(result.days.items()):
        line = said[day]
        if line["statut"] != status:
            yield f"{day} status: engine {line['statut']}, second opinion {status}"
        if line["indemnité"] != amount if status == "indemnisé" else not isinstance(line["indemnité"], NotApplicable):
            yield f"{day} amount: engine {line['indemnité']}, second opinion {amount}"


def compared_parts(decision: Decision, result: Result) -> Iterator[str]:
    """Chains, stops, totals."""
    expected: list[tuple[str, date | None, dict[str, object]]] = [("assuré", None, dict(result.totals))]
    for stop in result.stops:
        lines = {"montant brut": stop.gross, "CSG": stop.csg, "CRDS": stop.crds, "montant net": stop.gross - stop.csg - stop.crds}
        expected.append(("arrêt", stop.first, lines))
    expected += [("chaîne", chain.stops[0].first, chain_lines(chain)) for chain in result.chains]
    for kind, first, lines in expected:
        part = next((one for one in decision.parts if one.record.type == kind and same_day(one.first, first)), None)
        if part is None:
            yield f"no {kind} from {first}"
            continue
        said = {line.item.name: line.value for line in part.lines}
        for name, value in lines.items():
            if said[name] != value:
                yield f"{kind} {first or ''} {name}: engine {said[name]}, second opinion {value}"


def chain_lines(chain: Chain) -> dict[str, object]:
    """What the decision shows of a chain, as the second opinion has it."""
    return {
        "date de référence": chain.reference.toordinal(),
        "ouvre droit aux six premiers mois": chain.entitled,
        "rémunération de six mois": chain.earned,
        "seuil de six mois": chain.threshold,
        "heures des trois mois": chain.hours_of_months,
        "heures des quatre-vingt-dix jours": chain.hours_of_days,
        "délai de carence": chain.waiting,
        "plafond mensuel": chain.cap,
        "salaire journalier de base": chain.base,
    }


def same_day(said: int | None, expected: date | None) -> bool:
    return expected is None or said == expected.toordinal()


def main(arguments: list[str]) -> int:
    """Compare as many dossiers as asked."""
    count = int(arguments[0]) if arguments else 1000
    first = int(arguments[1]) if len(arguments) > 1 else 0
    program, started = shipped_program(), time.monotonic()
    bad: list[tuple[int, list[str]]] = []
    statuses: Counter[str] = Counter()
    for done, seed in enumerate(range(first, first + count), 1):
        facts = dossier(seed)
        statuses.update(status for status, _ in compute(facts).days.values())
        found = differences(program, facts)
        if found:
            bad.append((seed, found))
        if sys.stdout.isatty() and (done % 20 == 0 or done == count):
            bar = "█" * (30 * done // count)
            print(
                f"\r{bar:░<30} {done}/{count}  {len(bad)} different  {time.monotonic() - started:.0f} s",
                end="",
                file=sys.stderr,
                flush=True,
            )
    print(file=sys.stderr)
    print(f"{count} dossiers (seeds {first} to {first + count - 1}), {statuses.total()} days, {len(bad)} different")
    print("  ".join(f"{name}: {number}" for name, number in statuses.most_common()))
    for seed, found in sorted(bad, key=lambda one: len(dossier(one[0])["arrêts"]))[:SHOWN]:
        print(f"\n# seed {seed}\n{written(dossier(seed))}" + "\n".join(f"# {line}" for line in found[:8]))
    if bad:
        print("\nseeds:", *(seed for seed, _ in bad[:40]))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
