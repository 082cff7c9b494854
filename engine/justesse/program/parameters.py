"""Dated values: one YAML file a parameter, each value with its source, against the published schema.

Also the calendar of public holidays, which is a list of dated facts like any other.
"""

import itertools

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program.declarations import Declarations
from justesse.program.program import DatedValue, ParameterSeries
from justesse.program.schema_check import check_schema, written_day
from justesse.program.types import Number
from justesse.syntax.names import collapsed
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence
from justesse.text.source import Source
from justesse.values.calendar import iso_day, read_day
from justesse.values.numbers import read_decimal
from justesse.values.units import parse_unit

_ASKED = "la date demandée"
"""How the vocabulary says that each use of a parameter says its date."""


def read_series(source: Source, tree: Node, declared: Declarations) -> tuple[ParameterSeries | None, list[Diagnostic]]:
    """The series of a parameter file."""
    problems = check_schema(tree, "parametre")
    if problems or not isinstance(tree, Mapping):
        return None, problems
    name = tree.text_of("paramètre")
    parameter = declared.parameters.get(name)
    if parameter is None:
        return None, [mistake("P0101", tree.span, nom=name)]
    unit = parse_unit(tree.text_of("unité"))
    if isinstance(parameter.type, Number) and unit != parameter.type.unit:
        problems.append(mistake("P0102", tree.span, nom=name, lu=tree.text_of("unité"), attendu=parameter.type.unit))
    clock, said = parameter.clock or _ASKED, tree.get("selon")
    if isinstance(said, Scalar) and collapsed(said.text) != collapsed(clock):
        problems.append(mistake("P0110", said.span, nom=name, lu=said.text, attendu=clock))
    values = [_value(one, problems) for one in _items(tree, "valeurs")]
    known = [one for one in values if one is not None]
    for earlier, later in itertools.pairwise(known):
        if earlier.start >= later.start:
            problems.append(mistake("P0103", tree.span, nom=name))
    until, checked = written_day(tree, "connu jusqu'au", problems), written_day(tree, "vérifié le", problems)
    if until is not None and known and known[-1].start > until:
        problems.append(mistake("P0109", tree.span, nom=name, du=iso_day(known[-1].start), au=iso_day(until)))
    return ParameterSeries(name, parameter.type, tuple(known), until, checked, source.name), problems


def read_holidays(tree: Node) -> tuple[dict[int, str], list[Diagnostic]]:
    """Public holidays: day → its name."""
    problems = check_schema(tree, "jours_feries")
    if problems or not isinstance(tree, Mapping):
        return {}, problems
    found: dict[int, str] = {}
    for one in _items(tree, "jours"):
        day = read_day(one.text_of("date"))
        if day is None:
            problems.append(mistake("P0104", one.span, lu=one.text_of("date")))
        else:
            found[day] = one.text_of("nom")
    return found, problems


def _value(one: Mapping, problems: list[Diagnostic]) -> DatedValue | None:
    start, value = read_day(one.text_of("à compter du")), read_decimal(one.text_of("valeur"))
    if start is None:
        problems.append(mistake("P0104", one.span, lu=one.text_of("à compter du")))
    if value is None:
        problems.append(mistake("P0105", one.span, lu=one.text_of("valeur")))
    return DatedValue(start, value, one.text_of("source")) if start is not None and value is not None else None


def _items(node: Mapping, key: str) -> list[Mapping]:
    found = node.get(key)
    return [one for one in found.items if isinstance(one, Mapping)] if isinstance(found, Sequence) else []
