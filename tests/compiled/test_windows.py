"""Windows that move with the day, however they are turned: evaluation and each compiled way count the days that are in them.

What is expected is counted here day by day, from the spans alone. A window whose end is before its start holds no day.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from tests.compiled.shown import days_of_decision, days_of_values
from tests.compiled.small import program_of, root_of
from tests.compiled.test_loops import HEAD, OWNED
from tests.compiled.ways import by_machine

from justesse.compiled.native import By
from justesse.compiled.single import Left, Single
from justesse.evaluation.decide import decide_once

pytestmark = pytest.mark.usefixtures("own_folder")

Spans = list[tuple[int, int]]
MONTH = date(2025, 3, 1).toordinal()
DOSSIERS = 8

SHOWN = """
on calcule pour chaque jour de prêt :
  - un jour facturé (jours facturés), oui ou non ;
  - le tarif (tarifs), un montant en €/jour ;
  - le rang, {kind}.

décision :
  - pour chaque jour de prêt : le rang.
"""
RULES = """
règle r-facture (source : essai) :
  pour chaque jour du prêt, ce jour est un jour facturé
  si ce jour n'est pas un dimanche.

règle r-tarif (source : essai) :
  pour chaque jour du prêt, le tarif du jour est égal à apport du lecteur / 1 jour.

règle r-rang (source : essai), quantième manquant « dernier jour du mois » :
  pour chaque jour du prêt, le rang du jour est égal à {what} {window}.
"""
OBSERVED = {
    "nombre de jours du prêt": "une durée en jours",
    "nombre de jours des prêts du lecteur": "une durée en jours",
    "nombre de jours facturés du prêt": "une durée en jours",
    "nombre de jours facturés des prêts du lecteur": "une durée en jours",
    "la somme des tarifs des jours du prêt": "un montant en €",
}
WINDOWS: dict[str, Callable[[int], tuple[int, int]]] = {
    "allant du 8 mars 2025 à ce jour": lambda day: (MONTH + 7, day),
    "allant du 20 mars 2025 à ce jour non compris": lambda day: (MONTH + 19, day - 1),
    "allant de ce jour au 14 mars 2025": lambda day: (day, MONTH + 13),
    "allant du lendemain de ce jour à la veille de ce jour": lambda day: (day + 1, day - 1),
    "allant de ce jour à la veille de ce jour": lambda day: (day, day - 1),
    "allant de la veille de ce jour au lendemain de ce jour": lambda day: (day - 1, day + 1),
    "allant du 20 mars 2025 au 8 mars 2025": lambda day: (MONTH + 19, MONTH + 7),
    "jusqu'à ce jour": lambda day: (0, day),
    "dans les 3 jours s'achevant ce jour non compris": lambda day: (day - 2, day - 1),
    "dans les 5 jours à compter de ce jour": lambda day: (day, day + 4),
    "dans les 2 mois s'achevant ce jour": lambda day: (months_before(day) + 1, day),
    "dans les 2 mois s'achevant ce jour non compris": lambda day: (months_before(day) + 1, day - 1),
    "dans les 2 mois civils précédant ce jour": lambda day: (first_of_month(day, 2), first_of_month(day) - 1),
}


def first_of_month(day: int, before: int = 0) -> int:
    """The first day of the month of a day, or of one so many months before."""
    first = date.fromordinal(day).replace(day=1).toordinal()
    return first_of_month(first - 1, before - 1) if before else first


def months_before(day: int) -> int:
    """The same day two months before, or the last one of that month."""
    return min(first_of_month(day, 1) - 1, first_of_month(day, 2) + date.fromordinal(day).day - 1)


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("what", OBSERVED)
def test_the_days_of_a_window_are_those_from_its_start_to_its_end(what: str, window: str, tmp_path: Path) -> None:
    program = program_of(OWNED + SHOWN.format(kind=OBSERVED[what]), HEAD + RULES.format(what=what, window=window), tmp_path)
    single = Single(program)
    some = [drawn(seed) for seed in range(DOSSIERS)]
    roots = [root_of(program, written(spans)) for spans in some]
    expected = [counted(what, WINDOWS[window], spans) for spans in some]
    assert [days_of_decision(decide_once(program, root)) for root in roots] == expected
    ways = [[single.values(root) for root in roots]]
    if what == "nombre de jours facturés du prêt":
        ways += [by_machine(program, single, by, roots) for by in By]
    for way in ways:
        assert [isinstance(values, Left) or days_of_values(values) for values in way] == expected


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("what", ["jour du prêt", "jour facturé du prêt"])
def test_there_is_a_day_in_a_window_when_one_is_counted(what: str, window: str, tmp_path: Path) -> None:
    shown = SHOWN.replace("le rang, {kind}", "un jour marqué (jours marqués), oui ou non").replace("le rang", "un jour marqué")
    said = RULES.replace("le rang du jour est égal à {what}", "ce jour est un jour marqué\n  s'il existe un {what}")
    program = program_of(OWNED + shown, HEAD + said.format(what=what, window=window), tmp_path)
    single = Single(program)
    for seed in range(DOSSIERS):
        spans = drawn(seed)
        root = root_of(program, written(spans))
        values = single.values(root)
        days = counted(what.replace("facturé", "facturés"), WINDOWS[window], spans)
        expected = {day: (count > 0,) for day, (count,) in days.items()}
        assert days_of_decision(decide_once(program, root)) == expected
        assert not isinstance(values, Left)
        assert days_of_values(values) == expected


def drawn(seed: int) -> Spans:
    """One to three loans from March 2025 on, that may overlap."""
    chance = Random(seed)
    starts = sorted(MONTH + chance.randrange(28) for _ in range(chance.choice((1, 2, 2, 3))))
    return [(start, start + chance.randrange(1, 45)) for start in starts]


def counted(what: str, window: Callable[[int], tuple[int, int]], spans: Spans) -> dict[tuple[int, int], tuple[int, ...]]:
    """The value of each day of each loan, one day at a time."""
    found: dict[tuple[int, int], tuple[int, ...]] = {}
    for owner, (first, last) in enumerate(spans):
        watched = spans if "lecteur" in what else [spans[owner]]
        days = {day for start, end in watched for day in range(start, end + 1) if "facturés" not in what or day % 7}
        for day in range(first, last + 1):
            start, end = window(day)
            count = sum(start <= one <= end for one in days)
            found[(owner, day)] = (2 * count if "tarifs" in what else count,)
    return found


def written(spans: Spans) -> str:
    """The dossier of these loans."""
    loans = "".join(f"  - début: {date.fromordinal(one)}\n    fin: {date.fromordinal(two)}\n    genre: a\n" for one, two in spans)
    return f"lecteur:\n  naissance: 2000-01-01\n  apport: 2\nprêts:\n{loans}"
