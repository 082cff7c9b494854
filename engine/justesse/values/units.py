"""The algebra of units: €, jour, heure, semaine, mois, an and their quotients.

A unit is a product of base units with integer exponents. There is no conversion: a month is never thirty days unless
a rule writes the divisor. Knows no value, only dimensions.
"""

import re
from dataclasses import dataclass

_BASES = {"€": "€", "jour": "jour", "heure": "heure", "semaine": "semaine", "mois": "mois", "an": "an"}


@dataclass(frozen=True, slots=True)
class Unit:
    """Exponents by base unit, sorted, zeros left out: `(("jour", -1), ("€", 1))` is €/jour."""

    powers: tuple[tuple[str, int], ...] = ()

    def times(self, other: "Unit") -> "Unit":
        """The unit of a product."""
        return _from_powers([*self.powers, *other.powers])

    def over(self, other: "Unit") -> "Unit":
        """The unit of a quotient."""
        return _from_powers([*self.powers, *((base, -power) for base, power in other.powers)])

    def __str__(self) -> str:
        above = [base for base, power in self.powers for _ in range(power)]
        below = [base for base, power in self.powers for _ in range(-power)]
        if not above and not below:
            return "nombre"
        return "/".join([" × ".join(above) or "1", *below])


NONE = Unit()


def _from_powers(powers: list[tuple[str, int]]) -> Unit:
    total: dict[str, int] = {}
    for base, power in powers:
        total[base] = total.get(base, 0) + power
    return Unit(tuple(sorted((base, power) for base, power in total.items() if power)))


def base_unit(word: str) -> str | None:
    """« jours » → « jour », « années » → « an »; None when the word is no unit."""
    word = word.strip().lower()
    if word.startswith("année"):
        return "an"
    return _BASES.get(word) or _BASES.get(word.rstrip("s"))


def parse_unit(text: str) -> Unit | None:
    """« €/jour », « heures/semaine », « jours », « nombre » as a unit; None when it is none."""
    if text.strip() in ("nombre", "taux", ""):
        return NONE
    words = [base_unit(word) for word in re.split(r"/", text)]
    if any(word is None for word in words):
        return None
    known = [word for word in words if word]
    return _from_powers([(known[0], 1), *((word, -1) for word in known[1:])])


DAY = Unit((("jour", 1),))
