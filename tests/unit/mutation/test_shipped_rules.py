"""A small sample of the mutants of the shipped rules, against the shipped casebook; `justesse muter` runs them all.

Drawn by name, so that a new sentence changes little of the sample.
"""

from hashlib import sha256
from pathlib import Path

from tests.share import casebook

from justesse.casebook.cases import SIGNATURES
from justesse.mutation.hunt import hunted, prepared
from justesse.mutation.results import score_of, survivors
from justesse.mutation.signatures import read_signatures
from justesse.program.load import load_program

from .lending import SINCE

ROOT = Path(__file__).parents[3]
SAMPLE = 15
FLOOR = 90
"""Percent of the sample killed or signed: the goal of the whole."""


def test_a_sample_of_the_mutants_is_killed_or_signed() -> None:
    program, _ = load_program(ROOT / "rules")
    assert program is not None
    hunt = prepared(program, list(casebook()), SINCE)
    assert not hunt.failing()
    chosen = sorted(hunt.mutants, key=lambda one: sha256(one.name.encode()).digest())[:SAMPLE]
    signed = {one.mutant for one in read_signatures(ROOT / "casebook" / SIGNATURES)[0]}
    results = list(hunted(hunt, chosen, SINCE, 1))
    left = "\n".join(f"{one.file}:{one.line} {one.name}" for one in survivors(chosen, results, signed))
    assert score_of(results, signed).percent >= FLOOR, left
