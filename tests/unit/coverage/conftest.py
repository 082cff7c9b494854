"""The library of the language examples, a few sentences over it, and the coverage of a few readers' cases."""

from collections.abc import Callable

import pytest
from tests.language.conftest import VOCABULARY, WORLD, World, source

from justesse.coverage.inventory import inventory
from justesse.coverage.measure import Item, Measure, measure
from justesse.coverage.observe import fold
from justesse.coverage.tally import Tally
from justesse.evaluation.decide import decide
from justesse.text.source import read_source

Covered = Callable[..., Measure]
Explanations = dict[tuple[str, str], str]
SHOWN = """\
vocabulaire : « Ce que la décision montre ».

décision :
  - pour chaque prêt : {};
  - pour chaque jour de prêt : un jour ouvert.
"""
OPEN = """
règle jour-ouvert (source : règlement intérieur, art. 2) :
  pour chaque jour du prêt, ce jour est un jour ouvert.
"""


@pytest.fixture(scope="session")
def covered() -> Covered:
    """`covered(rules, case, …, shows=…)`: the measure of cases named cas-1, cas-2… ; a case may be (text, readings)."""
    world = World(tuple(read_source(WORLD / name, name) for name in VOCABULARY))

    def run(
        rules: str, *cases: str | tuple[str, dict[str, str]], shows: str = "le rappel", explanations: Explanations | None = None
    ) -> Measure:
        text = rules if "jour-ouvert" in rules else rules + OPEN
        shown = source("decision.regle", SHOWN.format(shows))
        program, diagnostics = world.program(source("regles.regle", text), shown)
        assert [(one.code, one.details) for one in diagnostics if one.severity == "erreur"] == []
        held, tally = inventory(program), Tally()
        for number, case in enumerate(cases, 1):
            text, readings = case if isinstance(case, tuple) else (case, {})
            root, wrong = world.case(program, text)
            assert root is not None, wrong
            fold(tally, held, decide(program, root, readings), f"cas-{number}")
        return measure(held, tally, explanations or {})

    return run


def item(found: Measure, sentence: str, text: str) -> Item:
    """One item by its names."""
    return next(one for one in found.items if (one.sentence.name, one.text) == (sentence, text))


def covered_of(found: Measure, sentence: str) -> dict[str, bool]:
    """The items of a sentence, in order, and whether they are covered."""
    return {one.text: one.covered for one in found.items if one.sentence.name == sentence}


def loan(**facts: str) -> str:
    """A case of one loan, from 3 to 11 March 2025 unless said otherwise."""
    lines = {"début": "2025-03-03", "fin": "2025-03-11", **{key.replace("_", " "): value for key, value in facts.items()}}
    return "prêts:\n  - " + "\n    ".join(f"{key}: {value}" for key, value in lines.items())
