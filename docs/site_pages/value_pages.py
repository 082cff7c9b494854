"""The dated values, a table each: from when, how much, from which text."""

from typing import Any

from justesse.program.program import ParameterSeries, Program
from justesse.values.calendar import iso_day

from .marks import cell


def values_page(program: Program) -> str:
    """A table a series, the latest value first."""
    lines = ["# Les valeurs datées", "", "Un fichier par valeur, dans `rules/parametres/`. Chaque montant porte sa source.", ""]
    for series in program.parameters.values():
        lines += _series(program, series)
    return "\n".join(lines)


def _series(program: Program, series: ParameterSeries) -> list[str]:
    clock = program.declarations.parameters[series.name].clock or "la date que la règle indique"
    known = iso_day(series.known_until) if series.known_until else "—"
    checked = iso_day(series.checked_on) if series.checked_on else "—"
    unit = getattr(series.type, "unit", "")
    return [
        f"## {series.name}", "",
        f"Choisie selon {clock} ; connue jusqu'au {known} ; vérifiée le {checked}. Fichier `{series.file}`.", "",
        f"| À compter du | Valeur{f' ({unit})' if str(unit) else ''} | Source |", "|---|---|---|",
        *(f"| {iso_day(one.start)} | {_decimal(one.value)} | {cell(one.source)} |" for one in reversed(series.values)), "",
    ]  # fmt: skip


def _decimal(value: Any) -> str:
    """An exact decimal with a comma; parameter files hold nothing else."""
    scaled, places = value, 0
    while scaled.denominator != 1 and places < 12:
        scaled, places = scaled * 10, places + 1
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    return f"{'-' if value < 0 else ''}{whole}{',' + part if part else ''}"
