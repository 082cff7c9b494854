"""A dossier of the second opinion as the YAML text that a user would write: the engine reads it like any other."""

from datetime import date
from fractions import Fraction
from typing import Any


def written(dossier: dict[str, Any]) -> str:
    """The case file."""
    lines: list[str] = []
    for name, records in dossier.items():
        if records:
            lines.append(f"{name}:")
            lines += mapping(records, "  ") if isinstance(records, dict) else listed(records)
    return "\n".join(lines) + "\n"


def listed(records: list[dict[str, Any]]) -> list[str]:
    return [line for record in records for line in mapping(record, "  - ")]


def mapping(record: dict[str, Any], lead: str) -> list[str]:
    return [
        f"{lead if not number else ' ' * len(lead)}{key}: {scalar(value)}" for number, (key, value) in enumerate(record.items())
    ]


def scalar(value: object) -> str:
    """As the file format writes it: ISO dates and months, decimal commas, oui and non."""
    match value:
        case None:
            return "inconnues"
        case bool():
            return "oui" if value else "non"
        case date():
            return value.isoformat()
        case (int(year), int(month)):
            return f"{year:04d}-{month:02d}"
        case Fraction():
            return french(value)
        case _:
            return str(value)


def french(value: Fraction) -> str:
    """An exact decimal of two digits or fewer."""
    whole, rest = divmod(value * 100, 100)
    assert rest.denominator == 1, "a fact has at most two decimals"
    return f"{whole},{int(rest):02d}" if rest else str(whole)
