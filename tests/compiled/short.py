"""Short dossiers at random: one or two stops, a few months of pay, at the edges of rights, ceilings, waits and reforms.

Quick to evaluate, so that hundreds of thousands can be; the long ones are those of the second opinion. Draws facts only.
"""

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from tests.second_opinion.figures import before, cents, month_of, smic
from tests.second_opinion.written import french, scalar

STARTS = (
    date(2020, 7, 1), date(2021, 9, 30), date(2022, 5, 1), date(2023, 1, 1), date(2024, 11, 1), date(2025, 3, 31),
    date(2025, 4, 1), date(2026, 1, 1),
)  # fmt: skip
"""Around them something changes: a ceiling, a minimum wage, a rule."""
LENGTHS = (1, 2, 3, 4, 7, 14, 30, 31, 45, 61, 92)
GAPS = (1, 1, 2, 3, 4, 15, 90)
WAGES = (Fraction(1015, 6), Fraction(14, 10) * 1820 / 12, Fraction(18, 10) * 1820 / 12)
"""In hours of minimum wage: the threshold of six months, both ceilings."""
HOURS = ("151,67", "50", "49,99", "25", "0")
BIRTHS = ("1962-03-01", "1980-05-17")


def short(seed: int) -> str:
    """A case file."""
    draw = Random(seed)
    start = draw.choice(STARTS) + timedelta(days=draw.choice((-32, -1, 0, 1, 2, 40, draw.randrange(300))))
    lines = [f"assuré:\n  date de naissance: {draw.choice(BIRTHS)}", "emplois:"]
    jobs = [(name, draw.choice((6, 6, 6, 13))) for name in "AB"[: draw.choice((1, 1, 1, 1, 2))]]
    for name, count in jobs:
        lines.append(f"  - nom: {name}\n    début: {month(start, count)}-01")
    some = stops(draw, start)
    lines.append("paies:")
    for name, count in jobs:
        lines += pays(draw, name, count, start, some[-1][0])
    return "\n".join([*lines, "arrêts:", *[line for _, line in some]]) + "\n"


def pays(draw: Random, name: str, count: int, start: date, latest: date) -> list[str]:
    """The months of pay before the last stop, all alike but one; about a threshold of wages, or about the ceiling."""
    more = draw.choice((-1, 0, 1, 9999))
    wage, hours, made = draw.choice(WAGES) * smic(start), draw.choice(HOURS), []
    odd = draw.choice((1, 2, 3))
    one, common = month(start, odd), wage + Fraction(more, 100)
    parts = [(month(start, count), month(start, odd + 1), common), (one, one, wage + draw.choice((0, 500)))]
    for first, last, pay in [*parts, (month(start, odd - 1), month(latest, 1), wage)]:
        if first > last:
            continue
        made.append(f"  - emploi: {name}\n    mois: {first}{f' à {last}' if first != last else ''}")
        made.append(f"    salaire brut: {french(cents(pay))}\n    heures: {hours}")
    return made


def stops(draw: Random, day: date) -> list[tuple[date, str]]:
    """One stop or two, each with its first day; the second one prolongs the first, or does not."""
    made = []
    for number in range(draw.choice((1, 1, 1, 2))):
        last = day + timedelta(days=draw.choice(LENGTHS) - 1)
        kind = "prolongation" if number and draw.random() < 0.6 else "initial"
        sent = f"\n    date d'envoi: {day + timedelta(days=draw.choice((1, 2, 3, 20)))}" if draw.random() < 0.1 else ""
        made.append((day, f"  - début: {day}\n    fin: {last}\n    case cochée: {kind}{sent}"))
        day = last + timedelta(days=draw.choice(GAPS))
    return made


def month(start: date, back: int) -> str:
    return scalar(before(month_of(start), back))
