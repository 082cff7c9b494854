"""Distinct dossiers of the usual size, by the thousand: 26 pays, one to three prescriptions, some fifty days.

Wages, months, dates, lengths and occurrences are drawn; the spreads are only plausible, no source gives them. Dossiers are
not copies of one another: a processor learns copies by heart, and goes twice as fast on them.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from justesse.evaluation.case import read_case
from justesse.evaluation.facts import Record
from justesse.program.program import Program
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source

_LENGTHS = (3, 5, 7, 10, 14, 21, 28, 35, 45, 60, 90)


def crowd(program: Program, count: int, seed: int) -> Iterator[Record]:
    """`count` dossiers, the same for a seed."""
    chance = Random(seed)
    for _ in range(count):
        yield read(program, text(chance))


def text(chance: Random) -> str:
    """One dossier as a case file."""
    stops = list(_stops(chance, chance.choice((2022, 2023, 2024, 2025)), chance.randint(1, 12)))
    year, month = int(stops[-3][-10:-6]), int(stops[-3][-5:-3])
    jobs = ["A", "B"] if chance.random() < 0.12 else ["A"]
    born = f"19{chance.randint(60, 99)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    lines = ["assuré:", f"  date de naissance: {born}", "emplois:"]
    for name in jobs:
        y, m = divmod(12 * year + month - 1 - 26 // len(jobs), 12)
        lines += [f"  - nom: {name}", f"    début: {y if len(jobs) > 1 else chance.randint(2010, 2018)}-{m + 1:02d}-01"]
    lines.append("paies:")
    for name in jobs:
        lines += pays(chance, name, year, month, 26 // len(jobs))
    lines.append("arrêts:")
    lines += stops
    return "\n".join(lines) + "\n"


def pays(chance: Random, name: str, year: int, month: int, count: int) -> Iterator[str]:
    """The months of pay of a job before a month."""
    wage, hours = chance.randint(90_000, 420_000), chance.choice((15_167, 15_167, 15_167, 12_134, 8_667))
    for back in range(count, 0, -1):
        y, m = divmod(12 * year + month - 1 - back, 12)
        pay = wage + chance.choice((0, 0, 0, chance.randint(-9_000, 60_000)))
        yield f"  - emploi: {name}"
        yield f"    mois: {y}-{m + 1:02d}"
        yield f"    salaire brut: {_decimal(pay)}"
        yield f"    heures: {_decimal(hours)}"


def _stops(chance: Random, year: int, month: int) -> Iterator[str]:
    day = date(year, month, chance.randint(1, 28))
    for number in range(chance.choice((1, 1, 2, 2, 3))):
        end = day + timedelta(days=chance.choice(_LENGTHS) - 1)
        yield f"  - début: {day}"
        yield f"    fin: {end}"
        yield f"    case cochée: {'prolongation' if number and chance.random() < 0.8 else 'initial'}"
        day = end + timedelta(days=chance.choice((1, 1, 1, 2, 3, 9)))


def _decimal(hundredths: int) -> str:
    return str(Fraction(hundredths, 100).__floor__()) + f",{hundredths % 100:02d}"


def read(program: Program, written: str) -> Record:
    """A case file as evaluation takes it."""
    tree, mistakes = read_yaml(Source("dossier.yaml", written))
    assert tree is not None and not mistakes
    case, wrong = read_case(tree, program.declarations)
    assert case is not None, [one.code for one in wrong]
    return case.root
