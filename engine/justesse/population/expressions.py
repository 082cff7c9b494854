"""What a recipe writes after « = »: sums and products of numbers, durations, dates, names and draws.

    = arrivée − 14 mois
    = montant × 0,8 + loi écart
    = ancienneté au plus 14

The kind of every part is known before anything is drawn. Draws nothing by itself.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from justesse.population.laws import HUNDREDTHS, Kind, Law
from justesse.values.calendar import first_day, month_of, read_day, shift_months
from justesse.values.numbers import read_decimal

Values = dict[str, "int | str"]
_MONTH_OF = "début du mois de "
Compute = Callable[[Values, Random], "int | str"]
_UNITS: dict[str, tuple[int, Kind]] = {
    "jour": (HUNDREDTHS, "nombre"), "jours": (HUNDREDTHS, "nombre"), "mois": (1, "mois"), "an": (12, "mois"), "ans": (12, "mois"),
}  # fmt: skip


class NotUnderstood(Exception):
    """What cannot be read, in the words that were written."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A value to come: its kind, and how it is computed from the values named so far."""

    kind: Kind
    compute: Compute


def read(text: str, names: Mapping[str, Kind], laws: Mapping[str, Law]) -> Expression:
    """The expression of a text; raises `NotUnderstood`."""
    words = re.split(r"\s+(au plus|au moins|[+−×-])\s+", text.strip())
    return _Reader(names, laws).limits(words)


class _Reader:
    def __init__(self, names: Mapping[str, Kind], laws: Mapping[str, Law]) -> None:
        self.names, self.laws = names, laws

    def limits(self, words: list[str]) -> Expression:
        """« sum au plus part »: the limits come last, each a single part."""
        end = next((place for place, one in enumerate(words) if one in ("au plus", "au moins")), len(words))
        found = self.sum(words[:end])
        for sign, part in zip(words[end::2], words[end + 1 :: 2], strict=True):
            if sign not in ("au plus", "au moins"):
                raise NotUnderstood(" ".join(words))
            found = _limited(found, sign, self.part(part))
        return found

    def sum(self, words: list[str]) -> Expression:
        """Products, added or taken away from left to right; or the first day of the month of all that."""
        if words and words[0].startswith(_MONTH_OF):
            whole = self.sum([words[0].removeprefix(_MONTH_OF), *words[1:]])
            if whole.kind != "jour":
                raise NotUnderstood(words[0])
            return Expression("jour", lambda values, chance: first_day(month_of(int(whole.compute(values, chance)))))
        signs = [place for place, one in enumerate(words) if one in ("+", "−", "-")]
        starts = [0, *(place + 1 for place in signs)]
        terms = [self.product(words[start:end]) for start, end in zip(starts, [*signs, len(words)], strict=True)]
        found = terms[0]
        for place, term in zip(signs, terms[1:], strict=True):
            found = _added(found, term, 1 if words[place] == "+" else -1)
        return found

    def product(self, words: list[str]) -> Expression:
        found = self.part(words[0]) if words else self.part("")
        for one in words[2::2]:
            found = _times(found, self.part(one))
        return found

    def part(self, text: str) -> Expression:
        """A date, a number with its unit, a draw, a name."""
        text = text.strip()
        day = read_day(text)
        if day is not None:
            return _constant("jour", day)
        if text.startswith("loi "):
            return self._law(text.removeprefix("loi ").strip())
        if text in self.names:
            return Expression(self.names[text], lambda values, _: values[text])
        return _number(text)

    def _law(self, name: str) -> Expression:
        law = self.laws.get(name)
        if law is None:
            raise NotUnderstood(f"loi {name}")
        return Expression(law.kind, lambda _, chance: law.draw(chance))


def _number(text: str) -> Expression:
    words, _, unit = text.rpartition(" ")
    number = read_decimal(words if unit in _UNITS else text.removesuffix("%"))
    if number is None:
        raise NotUnderstood(text)
    size, kind = _UNITS.get(unit, (1 if text.endswith("%") else HUNDREDTHS, "nombre"))
    if (number * size).denominator != 1:
        raise NotUnderstood(text)
    return _constant(kind, int(number * size))


def _constant(kind: Kind, value: int) -> Expression:
    return Expression(kind, lambda values, chance: value)


def _shifted(day: int, months: int) -> int:
    """The same day of another month, its last when it has no such day."""
    found = shift_months(day, months, "dernier")
    assert found is not None
    return found


# --- operations -------------------------------------------------------------------------------------------


def _added(one: Expression, other: Expression, sign: int) -> Expression:
    a, b = one.compute, other.compute
    match one.kind, other.kind:
        case ("jour", "mois"):
            return Expression("jour", lambda v, c: _shifted(int(a(v, c)), sign * int(b(v, c))))
        case ("jour", "nombre"):
            return Expression("jour", lambda v, c: int(a(v, c)) + sign * (int(b(v, c)) // HUNDREDTHS))
        case ("jour", "jour") if sign < 0:
            return Expression("nombre", lambda v, c: HUNDREDTHS * (int(a(v, c)) - int(b(v, c))))
        case ("nombre", "nombre") | ("mois", "mois"):
            return Expression(one.kind, lambda v, c: int(a(v, c)) + sign * int(b(v, c)))
        case _:
            raise NotUnderstood(f"{one.kind} {'+' if sign > 0 else '−'} {other.kind}")


def _times(one: Expression, other: Expression) -> Expression:
    a, b = one.compute, other.compute
    if (one.kind, other.kind) != ("nombre", "nombre"):
        raise NotUnderstood(f"{one.kind} × {other.kind}")
    return Expression("nombre", lambda v, c: int(a(v, c)) * int(b(v, c)) // HUNDREDTHS)


def _limited(one: Expression, sign: str, other: Expression) -> Expression:
    a, b = one.compute, other.compute
    if one.kind != other.kind or one.kind == "texte":
        raise NotUnderstood(f"{one.kind} {sign} {other.kind}")
    keep = min if sign == "au plus" else max
    return Expression(one.kind, lambda v, c: keep(int(a(v, c)), int(b(v, c))))
