"""Dossiers drawn one by one, each from its own seed: the same whatever is drawn before it, or on how many machines.

Gives rows of the table of a batch. Reads no file.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from justesse.batch.schema import CASE_KIND, IDENTIFIER, UNKNOWN_FACTS
from justesse.population.expressions import Values
from justesse.population.laws import HUNDREDTHS, choices, happens
from justesse.population.recipe import RANK, Assignment, Given, KindOfDossier, Recipe, RecordRecipe
from justesse.program.types import Date, Month, Number, YesNo

Row = dict[str, Any]


class Population:
    """What a recipe and a seed give."""

    def __init__(self, recipe: Recipe, seed: int) -> None:
        self.recipe, self.seed = recipe, seed
        self.pick = choices([(kind.weight, place) for place, kind in enumerate(recipe.kinds)])

    def rows(self, first: int, count: int) -> Iterator[Row]:
        """The dossiers of these numbers."""
        for number in range(first, first + count):
            yield self.row(number)

    def row(self, number: int) -> Row:
        """One dossier."""
        chance = Random(f"{self.seed}/{number}")
        kind = self.recipe.kinds[int(self.pick(chance))]
        return {IDENTIFIER: str(number), CASE_KIND: kind.name, **_dossier(kind, chance)}


def _dossier(kind: KindOfDossier, chance: Random) -> Row:
    values: Values = {RANK: HUNDREDTHS}
    _assign(kind.names, values, chance)
    row = _record(kind.root, values, chance)
    for recipe in kind.records:
        row.setdefault(recipe.listed, []).extend(_records(recipe, values, chance))
    return row


def _records(recipe: RecordRecipe, values: Values, chance: Random) -> Iterator[Row]:
    """Each is as likely as the recipe says; names go on from one to the next."""
    for rank in range(1, _times(recipe, values, chance) + 1):
        values[RANK] = HUNDREDTHS * rank
        if happens(chance, recipe.chance):
            _assign(recipe.before, values, chance)
            yield _record(recipe, values, chance)
            _assign(recipe.after, values, chance)


def _times(recipe: RecordRecipe, values: Values, chance: Random) -> int:
    if recipe.times is None:
        return 1
    found = int(recipe.times.compute(values, chance))
    return found if recipe.times.kind == "mois" else found // HUNDREDTHS


def _assign(some: list[Assignment], values: Values, chance: Random) -> None:
    for one in some:
        values[one.name] = one.value.compute(values, chance)


def _record(recipe: RecordRecipe, values: Values, chance: Random) -> Row:
    row = {one.fact.name: _value(one, values, chance) for one in recipe.facts}
    unknown = [name for name, parts in recipe.unknown if happens(chance, parts)]
    for name in unknown:
        row.pop(name, None)
    return row | ({UNKNOWN_FACTS: unknown} if unknown else {})


def _value(given: Given, values: Values, chance: Random) -> object:
    """A fact as the table holds it."""
    found = given.written if given.value is None else given.value.compute(values, chance)
    match given.fact.type:
        case Number():
            return Decimal(f"{found}E-2")
        case Date() if isinstance(found, int):
            return date.fromordinal(found)
        case Month() if isinstance(found, int):
            return date.fromordinal(found).replace(day=1)
        case YesNo():
            return found == "oui"
        case _:
            return found
