"""What holds of every decision, whatever the law says: checked on the cases brought to the limits of the shipped rules.

No amount is expected here; a figure is only compared with others of the same decision.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from justesse.casebook.dossiers import read_dossiers
from justesse.casebook.limits import limits, periods_of
from justesse.casebook.variants import Fields
from justesse.diagnostics.catalogue import ENTRIES
from justesse.diagnostics.wording import full_text
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision, SubjectPart
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.program.schema_check import as_plain
from justesse.text.plain_tree import node_of
from justesse.values.states import State

ROOT = Path(__file__).parents[2]
SUMS = {"total brut": "montant brut", "total de la CSG": "CSG", "total de la CRDS": "CRDS", "total net": "montant net"}
BASES = {
    "trois-employeurs": ROOT / "docs" / "exemples" / "trois_employeurs.yaml",
    "histoires": ROOT / "casebook" / "parcours" / "histoires_completes.yaml",
}
# The fewest cases of each kind that must reach a decision, for the checks to mean something.
DECIDED = {"dates": 40, "calendrier": 9, "durées": 6, "seuils": 3}


@cache
def shipped() -> Program:
    program, diagnostics = load_program(ROOT / "rules")
    assert program is not None, diagnostics
    return program


def base(name: str) -> Fields:
    """The first case of a file."""
    plain = as_plain(read_dossiers(BASES[name])[0][0].tree)
    assert isinstance(plain, dict)
    return plain


@cache
def cases(name: str) -> dict[str, Fields]:
    """Every case at a limit, by the title of the limit and its own."""
    found = limits(shipped(), base(name))
    return {f"{one.kind} {one.name} : {title}": tree for one in found for title, tree in one.cases}


def decided(tree: Fields, by_day: bool = False) -> Decision | None:
    """The decision; a case that cannot be read says so in French."""
    program = shipped()
    case, diagnostics = read_case(node_of(tree), program.declarations)
    if case is None:
        assert diagnostics
        told(diagnostics)
        return None
    return decide(program, case.root, by_day=by_day)


def told(diagnostics: list[Any]) -> None:
    for one in diagnostics:
        assert one.code in ENTRIES and "Comment corriger" in full_text(one)


def lines_of(decision: Decision) -> dict[str, object]:
    """Everything shown, by what it is said of: of the subjects, and of each day."""
    shown: dict[str, object] = {}
    for part in decision.parts:
        shown |= {f"{part.record.type} {part.first} {line.item.name}": plain(line.value) for line in part.lines}
    for run in decision.runs:
        for day in range(run.first, run.last + 1):
            shown |= {f"jour {day} {line.item.name}": plain(line.value) for line in run.lines}
    return shown


def plain(value: object) -> object:
    return type(value) if isinstance(value, State) else value


def part_lines(decision: Decision, name: str) -> Iterator[tuple[SubjectPart, object]]:
    for part in decision.parts:
        yield from ((part, line.value) for line in part.lines if line.item.name == name)


def total(values: list[object]) -> Fraction | None:
    """The sum, when every value is known."""
    known = [Fraction(one) for one in values if isinstance(one, int | Fraction)]
    return sum(known, Fraction(0)) if len(known) == len(values) else None


# --- each decision ----------------------------------------------------------------------------------


def check_sums(decision: Decision) -> None:
    """Totals are the sums of their parts, and of the days."""
    for whole, part in SUMS.items():
        ((_, shown),) = part_lines(decision, whole)
        expected = total([value for _, value in part_lines(decision, part)])
        assert isinstance(shown, State) if expected is None else shown == expected, whole
    paid = total([value * (run.last - run.first + 1) for run, value in paid_runs(decision)])
    ((_, gross),) = part_lines(decision, "total brut")
    assert isinstance(gross, State) or gross == paid


def paid_runs(decision: Decision) -> Iterator[tuple[Any, Fraction]]:
    for run in decision.runs:
        for line in run.lines:
            if line.item.name == "indemnité" and isinstance(line.value, Fraction) and line.value:
                yield run, line.value


def check_days(decision: Decision, tree: Fields) -> None:
    """Each day of a period has a status; no day is paid twice."""
    covered = {day for run in decision.runs for day in range(run.first, run.last + 1)}
    periods = periods_of(shipped())
    assert periods is not None
    assert {day for first, last, _ in periods.of(tree) for day in range(first, last + 1)} <= covered
    for run in decision.runs:
        statuses = [line.value for line in run.lines if line.item.name == "statut"]
        assert len(statuses) == 1 and (isinstance(statuses[0], str | State))
    paid = [day for run, _ in paid_runs(decision) for day in range(run.first, run.last + 1)]
    assert len(paid) == len(set(paid))


def reversed_lists(tree: Fields) -> Fields:
    return {name: value[::-1] if isinstance(value, list) else value for name, value in tree.items()}


@pytest.mark.parametrize("kind", DECIDED)
@pytest.mark.parametrize("name", BASES)
def test_what_holds_of_every_decision(name: str, kind: str) -> None:
    chosen = {title: tree for title, tree in cases(name).items() if title.startswith(kind)}
    known = 0
    for place, (title, tree) in enumerate(chosen.items()):
        decision = decided(tree)
        if decision is None:
            continue
        told(decision.refusals)
        if decision.refusals or decision.out_of_scope:
            assert not decision.parts and not decision.runs, title
            continue
        known += 1
        check_sums(decision)
        check_days(decision, tree)
        if place % 3 == 0:
            check_twins(title, tree, lines_of(decision))
    assert known >= DECIDED[kind], f"{known} decisions out of {len(chosen)}"


def check_twins(title: str, tree: Fields, shown: dict[str, object]) -> None:
    """The same decision from the records in another order, and from days taken one at a time."""
    for twin, words in ((decided(reversed_lists(tree)), "another order of records"), (decided(tree, by_day=True), "day by day")):
        assert twin is not None and lines_of(twin) == shown, f"{title}: {words}, another decision"
