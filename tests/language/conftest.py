"""The neutral world of the examples: a library. Texts go in, codes or values come out.

The vocabulary declares more than one example defines: a quantity without a rule (R0704) is not a mistake here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import subjects
from justesse.evaluation.evaluator import Evaluator
from justesse.evaluation.facts import Record
from justesse.evaluation.refusal import Refusal
from justesse.program.build import build_program, yaml_diagnostic
from justesse.program.program import Program, Quantity
from justesse.program.types import Date, Month
from justesse.text.positioned_yaml import Node, read_yaml
from justesse.text.source import Source, normalise, read_source

WORLD = Path(__file__).parent / "monde"
VOCABULARY = ("vocabulaire.regle", "tarif_de_base.yaml", "coefficient.yaml")
TOLERATED = {"R0704"}


@dataclass(frozen=True)
class World:
    """The shared vocabulary and parameters."""

    shared: tuple[Source, ...]

    def program(self, *files: Source) -> tuple[Program, list[Diagnostic]]:
        """These files with the shared vocabulary; a file of the same name replaces the shared one."""
        names = {file.name for file in files}
        program, diagnostics = build_program([*(one for one in self.shared if one.name not in names), *files], lambda _: None)
        assert program is not None
        return program, [one for one in diagnostics if one.code not in TOLERATED]

    def case(self, program: Program, text: str) -> tuple[Record | None, list[Diagnostic]]:
        """The subject of a case written for this world."""
        tree, mistakes = read_yaml(source("dossier.yaml", text))
        if tree is None or mistakes:
            return None, [yaml_diagnostic(one) for one in mistakes]
        return self.case_of(program, tree)

    def case_of(self, program: Program, tree: Node) -> tuple[Record | None, list[Diagnostic]]:
        """The same from a tree."""
        case, diagnostics = read_case(tree, program.declarations)
        return (case.root if case is not None else None), diagnostics

    def refusal(self, program: Program, root: Record) -> list[Diagnostic]:
        """Compute everything that has a rule; what stopped it."""
        evaluator = Evaluator(program, root)
        try:
            for quantity in program.quantities.values():
                if quantity.rules:
                    compute(evaluator, quantity)
        except Refusal as refusal:
            return [mistake(refusal.code, refusal.span, *refusal.related, **dict(refusal.details))]
        return []


def compute(evaluator: Evaluator, quantity: Quantity) -> None:
    """Every value of a quantity whose first subject is a record."""
    first = quantity.subjects[0]
    if len(quantity.subjects) > 2 or first.name not in evaluator.program.declarations.records:
        return
    for record in subjects(evaluator, first.name):
        match [subject.kind for subject in quantity.subjects[1:]]:
            case []:
                evaluator.instance(quantity.key, (record,))
            case [Date()]:
                timeline = evaluator.timeline(quantity, (record,))
                evaluator.ensure(timeline, timeline.last)
            case [Month()]:
                months = evaluator.instance(f"{quantity.subjects[1].listed} ({first.name})", (record,)).value
                for month in months if isinstance(months, tuple) else ():
                    evaluator.instance(quantity.key, (record, month))
            case _:
                pass


def source(name: str, text: str) -> Source:
    """A text as if read from a file."""
    return Source(name, normalise(text))


def sections(text: str, first: str) -> Iterator[tuple[str, str]]:
    """The files of an example: a line « === name » begins another one."""
    name, *rest = first, *re.split(r"^=== (.+)\n", text, flags=re.MULTILINE)
    yield name, rest[0]
    yield from zip(rest[1::2], rest[2::2], strict=True)


@pytest.fixture(scope="session")
def world() -> World:
    return World(tuple(read_source(WORLD / name, name) for name in VOCABULARY))
