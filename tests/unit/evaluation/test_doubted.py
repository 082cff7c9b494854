"""Bounds first, or last: the same decision of what is not wholly known."""

from tests.second_opinion.compare import shipped_program
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.hidden_facts import hide
from tests.second_opinion.written import written
from tests.share import casebook, share

from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide, decide_doubted
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source
from justesse.values.states import Unknown

SEEDS = range(640_000, 640_030)


def told(decision: Decision) -> list[object]:
    """All that a decision says, with the causes of what it does not know."""
    parts = [(one.record.place, [repr(line.value) for line in one.lines]) for one in decision.parts]
    runs = [(one.first, one.last, [repr(line.value) for line in one.lines]) for one in decision.runs]
    notices = [(one.rule.identifier, one.open) for one in decision.notices]
    return [parts, runs, notices, [one.code for one in decision.refusals]]


def assert_alike(root: Record, readings: dict[str, str]) -> bool:
    """Whether something that is shown stays unknown."""
    program = shipped_program()
    doubted = decide_doubted(program, root, readings)
    assert told(doubted) == told(decide(program, root, readings))
    return any(isinstance(line.value, Unknown) for one in doubted.parts for line in one.lines)


def test_the_casebook_is_decided_alike() -> None:
    declared, unknown = shipped_program().declarations, 0
    for case in share(casebook(), 16):
        file, _ = read_case(case.dossier, declared)
        unknown += file is not None and assert_alike(file.root, dict(case.readings))
    assert unknown > 5


def test_dossiers_with_facts_hidden_are_decided_alike() -> None:
    unknown = 0
    for seed in SEEDS:
        tree, _ = read_yaml(Source("dossier.yaml", written(dossier(seed))))
        assert tree is not None
        file, _ = read_case(tree, shipped_program().declarations)
        assert file is not None
        unknown += assert_alike(hide(shipped_program(), file.root, seed), {})
    assert unknown > 2
