"""How long things take: medians on this machine, beside their goals. `python tests/benchmarks/run.py [--profil]`.

Not a test: nothing fails when a goal is missed, the table says so. Every run is checked to give a decision first.
"""

import cProfile
import os
import pstats
import subprocess
import sys
import tempfile
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from statistics import median
from time import perf_counter

from justesse.casebook.cases import read_casebook
from justesse.casebook.run import run_case
from justesse.compiled.single import Single, Values
from justesse.evaluation.case import CaseFile, read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.explanation.decision_outline import decision_points
from justesse.explanation.letter.outline import letter_of
from justesse.explanation.letter.page import Sheet, letter_page
from justesse.explanation.letter.pdf import letter_pdf
from justesse.explanation.letter.wording import Wording
from justesse.explanation.picture.outline import picture_of
from justesse.explanation.text import text
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.shipped import folder
from justesse.text.positioned_yaml import Node, read_yaml
from justesse.text.source import read_source

HERE = Path(__file__).parent
CURRENT, LONG = HERE / "dossier_courant.yaml", HERE / "dossier_trois_ans.yaml"
RULES = folder("rules")
DEPTH = 1


def program_of_rules(fresh: bool = False) -> Program:
    program, diagnostics = load_program(RULES, fresh)
    assert program is not None, [one.code for one in diagnostics]
    return program


def tree_of(path: Path) -> Node:
    tree, mistakes = read_yaml(read_source(path))
    assert tree is not None and not mistakes
    return tree


def case_of(program: Program, tree: Node) -> CaseFile:
    case, diagnostics = read_case(tree, program.declarations)
    assert case is not None, [one.code for one in diagnostics]
    return case


def milliseconds(work: Callable[[], object], repeat: int) -> float:
    """The median of `repeat` runs, after one that does not count."""
    work()
    times = []
    for _ in range(repeat):
        start = perf_counter()
        work()
        times.append(1000 * (perf_counter() - start))
    return median(times)


def cold(path: Path, cache: str, *options: str) -> None:
    """The whole command in a new process; modules compiled to bytecode once, as an installed package is."""
    command = [sys.executable, "-m", "justesse", "calculer", str(path), *options]
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    bytecode = {"PYTHONPYCACHEPREFIX": f"{cache}/bytecode", "XDG_CACHE_HOME": cache}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={**given, **bytecode})


def whole_casebook(program: Program) -> int:
    cases, _ = read_casebook(RULES.parent / "casebook")
    return sum(run_case(program, case).passed for case in cases)


def values(single: Single, root: Record) -> Values:
    found = single.values(root)
    assert isinstance(found, Values), found
    return found


def explained(decision: Decision) -> str:
    return text(decision_points(decision, DEPTH))


def letter_of_current(program: Program) -> Callable[[], object]:
    """The whole letter of a case already decided, words to bytes."""
    assert program.letter is not None
    plan, decision = program.letter, decide(program, case_of(program, tree_of(CURRENT)).root)
    sheet = Sheet(*((RULES / "courrier" / f"courrier.{kind}").read_text(encoding="utf-8") for kind in ("html", "css")))

    def printed() -> bytes:
        wording = Wording("fr", program.letter_words["fr"])
        letter = letter_of(decision, plan, "dossier", 739_677)
        return letter_pdf(letter_page(letter, wording, None, sheet, picture_of(decision, "dossier"), True))

    return printed


def measures(program: Program) -> list[tuple[str, float | None, float]]:
    """What is measured: its name, its goal in milliseconds, its median."""
    rows: list[tuple[str, float | None, float]] = []
    single = Single(program)
    for name, path, goals in (("dossier courant", CURRENT, (5, 20)), ("dossier de trois ans", LONG, (10, 40))):
        root = case_of(program, tree_of(path)).root
        decision = decide(program, root)
        assert decision.runs and not decision.refusals, f"{path.name} gives no decision"
        describe(name, decision)
        rows.append((f"{name} : décision, avec sa trace", goals[0], milliseconds(lambda root=root: decide(program, root), 40)))
        rows.append((f"{name} : valeurs, règles compilées", None, milliseconds(lambda root=root: values(single, root), 40)))
        whole = milliseconds(lambda root=root: explained(decide(program, root)), 15)
        rows.append((f"{name} : décision et explication", goals[1], whole))
        rows.append((f"{name} : lecture du fichier", None, milliseconds(lambda path=path: case_of(program, tree_of(path)), 15)))
    rows.append(("dossier courant : courrier en PDF", 1000, milliseconds(letter_of_current(program), 5)))
    with tempfile.TemporaryDirectory() as cache:
        for options in ((), ("--sans-raisons",)):
            name = " ".join(("calculer", *options))
            rows.append(
                (f"« {name} », processus neuf", 250, milliseconds(lambda options=options: cold(CURRENT, cache, *options), 7))
            )
    rows.append(("règles lues et vérifiées, sans cache", 1000, milliseconds(lambda: program_of_rules(True), 3)))
    rows.append(("règles, depuis le cache", 100, milliseconds(program_of_rules, 9)))
    rows.append(("casebook entier", None, milliseconds(lambda: whole_casebook(program), 3)))
    return rows


def describe(name: str, decision: Decision) -> None:
    days = sum(run.last - run.first + 1 for run in decision.runs)
    total = next(line.value for part in decision.parts if part.record.type == "assuré" for line in part.lines)
    assert isinstance(total, Fraction)
    print(f"{name} : {days} jours en {len(decision.runs)} périodes, total brut {total.numerator / total.denominator:.2f} €")


def profile(program: Program) -> None:
    """Where the time of a warm decision goes."""
    for path in (CURRENT, LONG):
        root = case_of(program, tree_of(path)).root
        decide(program, root)
        profiler = cProfile.Profile()
        profiler.enable()
        for _ in range(20):
            decide(program, root)
        profiler.disable()
        print(f"\n{path.name}, vingt décisions")
        pstats.Stats(profiler).sort_stats("tottime").print_stats(14)


def main(arguments: list[str]) -> int:
    program = program_of_rules()
    rows = measures(program)
    width = max(len(name) for name, _, _ in rows)
    print(f"\n{'':<{width}}  {'but':>8}  {'mesuré':>10}")
    for name, goal, found in rows:
        told = "—" if goal is None else f"{goal:g} ms"
        late = "" if goal is None or found <= goal else f"  {found / goal:.1f} × le but"
        print(f"{name:<{width}}  {told:>8}  {found:>7.1f} ms{late}")
    if "--profil" in arguments:
        profile(program)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
