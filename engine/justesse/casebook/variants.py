"""A case moved or resized as a whole: every date shifted together, a figure raised everywhere, one period made longer.

Works on the tree of a case file with the declarations; decides nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from justesse.casebook.drafts import expected_text
from justesse.program.declarations import Attribute, Declarations
from justesse.program.types import Date, ListOf, Month, Number, RecordOf
from justesse.text.yaml_writing import Plain
from justesse.values.calendar import iso_day, iso_month, month_of, read_day, read_month
from justesse.values.numbers import read_decimal

Fields = dict[str, Plain]


@dataclass(frozen=True, slots=True)
class Place:
    """One fact of one record of the file; `fact` is None for the day a paper was received."""

    listed: str
    number: int
    fact: Attribute | None


Rewrite = Callable[[Place, str], str]


def rewritten(tree: Fields, declared: Declarations, rewrite: Rewrite) -> Fields:
    """The same case, each fact as `rewrite` gives it; what is not a fact stays."""
    made: Fields = {}
    for name, value in tree.items():
        kind = _kind(name, declared)
        if isinstance(value, list) and kind:
            facts = declared.records[kind].facts
            made[name] = [_record(one, name, number, facts, rewrite) for number, one in enumerate(value)]
        elif isinstance(value, dict) and name == declared.root:
            made[name] = _record(value, name, 0, declared.records[name].facts, rewrite)
        else:
            made[name] = value
    return made


def _kind(name: str, declared: Declarations) -> str:
    """The record type of a list of the case."""
    fact = declared.records[declared.root].facts.get(name)
    return fact.type.item.record if fact and isinstance(fact.type, ListOf) and isinstance(fact.type.item, RecordOf) else ""


def _record(record: Plain, listed: str, number: int, facts: dict[str, Attribute], rewrite: Rewrite) -> Plain:
    if not isinstance(record, dict):
        return record
    made: Fields = {}
    for name, value in record.items():
        place = Place(listed, number, facts.get(name))
        if isinstance(value, dict):
            made[name] = {key: _text(Place(listed, number, facts.get(name) if key == "valeur" else None), key, one, rewrite)
                          for key, one in value.items()}  # fmt: skip
        else:
            made[name] = _text(place, name, value, rewrite)
    return made


def _text(place: Place, name: str, value: Plain, rewrite: Rewrite) -> Plain:
    known = place.fact is not None or name == "reçue le"
    return rewrite(place, value) if known and isinstance(value, str) else value


# --- time -----------------------------------------------------------------------------------------


def shifted(tree: Fields, declared: Declarations, first: int, wanted: int) -> Fields:
    """The case moved in time so that what was on the day `first` is on the day `wanted`; months move by whole months."""
    months = month_of(wanted) - month_of(first)

    def rewrite(place: Place, text: str) -> str:
        if place.fact is None or isinstance(place.fact.type, Date):
            day = read_day(text)
            return iso_day(day + wanted - first) if day is not None else text
        return _months(text, months) if isinstance(place.fact.type, Month) else text

    return rewritten(tree, declared, rewrite)


def _months(text: str, months: int) -> str:
    """« 2024-09 », « 2024-09 à 2025-02 »."""
    known = [read_month(part) for part in text.split(" à ")]
    moved = [iso_month(one + months) for one in known if one is not None]
    return " à ".join(moved) if len(moved) == len(known) else text


# --- figures --------------------------------------------------------------------------------------


def figures(tree: Fields, declared: Declarations) -> Iterator[tuple[str, str]]:
    """The numeric facts that the case gives: list and name, each once."""
    found: dict[tuple[str, str], None] = {}

    def rewrite(place: Place, text: str) -> str:
        if place.fact is not None and isinstance(place.fact.type, Number) and read_decimal(text) is not None:
            found[place.listed, place.fact.name] = None
        return text

    rewritten(tree, declared, rewrite)
    return iter(found)


def raised(tree: Fields, declared: Declarations, figure: tuple[str, str], by: Fraction, only: int | None = None) -> Fields | None:
    """A figure raised in every record, or in one; None when a value would leave its bounds or is no decimal."""
    refused: list[str] = []

    def rewrite(place: Place, text: str) -> str:
        fact = place.fact
        value = read_decimal(text) if fact is not None and (place.listed, fact.name) == figure else None
        if fact is None or value is None or only not in (None, place.number):
            return text
        made = expected_text(value + by, fact.type)
        least = fact.declared.at_least
        if "/" in made or not made or (least is not None and value + by < least):
            refused.append(text)
        return made

    changed = rewritten(tree, declared, rewrite)
    return None if refused else changed


# --- periods --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Periods:
    """The list whose records are the subject of the days, and the facts that open and close them."""

    listed: str
    first: str
    last: str

    def of(self, tree: Fields) -> list[tuple[int, int, Fields]]:
        """First day, last day, record; in the order of days."""
        listed = tree.get(self.listed)
        records = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
        found = [(_day_of(one, self.first), _day_of(one, self.last), one) for one in records]
        known = [(first, last, one) for first, last, one in found if first is not None and last is not None]
        return sorted(known, key=lambda one: one[:2])

    def alone(self, tree: Fields, lengths: tuple[int, ...], gap: int = 0) -> Fields:
        """The case with its first periods only, of given lengths in days, `gap` days between them."""
        kept: list[Plain] = []
        day = self.of(tree)[0][0]
        for length, (_, _, record) in zip(lengths, self.of(tree), strict=False):
            kept.append({**record, self.first: iso_day(day), self.last: iso_day(day + length - 1)})
            day += length + gap
        return {**tree, self.listed: kept}


def _day_of(record: Fields, name: str) -> int | None:
    value = record.get(name)
    text = value.get("valeur") if isinstance(value, dict) else value
    return read_day(text) if isinstance(text, str) else None
