"""What kind of thing a value is: yes/no, number with a unit, date, month, choice, record, list, days.

Types are compared by equality. Knows no value.
"""

from dataclasses import dataclass

from justesse.values.units import Unit


@dataclass(frozen=True, slots=True)
class YesNo:
    """oui / non."""


@dataclass(frozen=True, slots=True)
class Number:
    """An exact number with its unit."""

    unit: Unit = Unit()


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar day."""


@dataclass(frozen=True, slots=True)
class Month:
    """A civil month; there is no day in it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a finite list."""

    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A name that identifies a record of the case."""


@dataclass(frozen=True, slots=True)
class RecordOf:
    """A record, or a group of records."""

    record: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """An ordered list."""

    item: "Type"


@dataclass(frozen=True, slots=True)
class Days:
    """The days from one date to another, both included; none when the end is before the start."""


Type = YesNo | Number | Date | Month | Choice | Label | RecordOf | ListOf | Days


def french(kind: Type) -> str:
    """The type as a writer of rules names it."""
    match kind:
        case YesNo():
            return "oui ou non"
        case Number(unit):
            return f"un nombre en {unit}" if unit.powers else "un nombre"
        case Date():
            return "une date"
        case Month():
            return "un mois civil"
        case Choice(options):
            return "un choix parmi " + ", ".join(f"« {option} »" for option in options)
        case Label():
            return "un nom"
        case RecordOf(record):
            return f"une fiche « {record} »"
        case ListOf(item):
            return f"une liste ({french(item)})"
        case Days():
            return "des jours"


def is_amount(kind: Type) -> bool:
    """Whether it is counted in money, alone or by day, hour…"""
    return isinstance(kind, Number) and any(base == "€" for base, _ in kind.unit.powers)
