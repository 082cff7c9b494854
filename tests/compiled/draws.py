"""Dossiers by the thousand: long ones (of the second opinion) and short ones, each with near ones, a cent, an hour or a day away.

A near one keeps every list in its order, so that it is a dossier that could have been read.
"""

from collections.abc import Iterator
from fractions import Fraction
from random import Random

from tests.compiled.short import short
from tests.second_opinion.compare import shipped_program
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.written import written

from justesse.evaluation.case import read_case
from justesse.evaluation.facts import Record, completed
from justesse.program.program import Program
from justesse.program.types import Date, ListOf, Number, RecordOf
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source

Given = dict[tuple[int, str], object]
_CENTS = (Fraction(1, 100), Fraction(-1, 100), Fraction(1), Fraction(-1), Fraction(37), Fraction(-37), Fraction(1000))
_DAYS = (1, -1, 2, -2, 3, 7, -7, 30, 365)
LONG = 12
"""One in so many: a long dossier takes evaluation several times as long as a short one."""


def read(program: Program, text: str) -> Record:
    """A case file as evaluation takes it."""
    tree, mistakes = read_yaml(Source("dossier.yaml", text))
    assert tree is not None and not mistakes
    case, wrong = read_case(tree, program.declarations)
    assert case is not None, wrong
    return case.root


def near(program: Program, root: Record, chance: Random) -> Record:
    """The same dossier with one to three facts moved a little."""
    given: Given = {}
    listed = [one for value in root.fields.values() if isinstance(value, tuple) for one in value if isinstance(one, Record)]
    for _ in range(chance.choice((1, 1, 2, 3))):
        record = chance.choice(listed)
        facts = program.declarations.records[record.type].facts
        name = chance.choice([one for one, fact in facts.items() if isinstance(fact.type, Number | Date)] or [""])
        value = record.fields.get(name)
        if isinstance(value, bool) or not isinstance(value, int | Fraction):
            continue
        given[(id(record), name)] = _moved(program, root, record, name, value, chance)
    return completed(root, given)


def _moved(program: Program, root: Record, record: Record, name: str, value: int | Fraction, chance: Random) -> int | Fraction:
    if isinstance(program.declarations.records[record.type].facts[name].type, Number):
        return max(Fraction(0), value + chance.choice(_CENTS))
    day = int(value) + chance.choice(_DAYS)
    declared = program.declarations.records[program.declarations.root].facts
    order = next((one.declared.order for one in declared.values() if one.type == ListOf(RecordOf(record.type))), "")
    if order != name:
        return day
    beside = [
        one.fields.get(name) for one in record.siblings[max(0, record.position - 1) : record.position + 2] if one is not record
    ]
    low = max([int(one) for one in beside if isinstance(one, int) and one <= value], default=day)  # type: ignore[operator]
    high = min([int(one) for one in beside if isinstance(one, int) and one >= value], default=day)  # type: ignore[operator]
    return min(max(day, low), high)


def draws(first: int, count: int, each: int) -> Iterator[tuple[str, Record]]:
    """`count` dossiers, `each` of a seed: its dossier, then near ones; named by their seeds. One seed in `LONG` is long."""
    program, made, seed = shipped_program(), 0, first
    while made < count:
        text = short(seed) if seed % LONG else written(dossier(seed))
        root, chance = read(program, text), Random(seed)
        for number in range(min(each, count - made)):
            yield f"{seed}/{number}", near(program, root, chance) if number else root
            made += 1
        seed += 1
