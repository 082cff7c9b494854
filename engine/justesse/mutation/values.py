"""Mistakes in values: a number or a date off by one, another rounding, a limit, a sign, a rank, a neighbouring name."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from justesse.mutation.conditions import becomes, following
from justesse.mutation.mutants import Change
from justesse.mutation.names import near_facts, near_quantities
from justesse.mutation.places import Place
from justesse.mutation.words import Words
from justesse.program import core as c
from justesse.program.program import DatedValue
from justesse.program.types import Choice, Type
from justesse.values.units import parse_unit

_CENT = Fraction(1, 100)
_SIGNS: dict[str, Any] = {"+": "-", "-": "+"}
_EXTREMA: dict[str, Any] = {"min": "max", "max": "min", "greatest": "least", "least": "greatest"}
_RANKS: dict[str, Any] = {"first": "last", "last": "first", "second": "first", "third": "second"}
_EDGES: dict[str, Any] = {"first_day": "last_day", "last_day": "first_day"}
_BESIDE = ("next_day", "previous_day", "next_month", "previous_month")


def in_values(place: Place, words: Words, kind: Type | None) -> Iterator[Change]:
    """Every mistake of this family at one phrase; `kind` is the type of the whole expression."""
    for family in (_numbers, _roundings, _limits, _ranks, _calendar, _signs, _names, _series):
        yield from family(place, words)
    if isinstance(place.node, c.Const):
        yield from _dates(place, words)
        yield from _conclusions(place, words, kind)


def _said(place: Place, node: c.Core, operator: Any, words: Words) -> Change:
    return Change(operator, node, becomes(place, node, words))


# --- literals -------------------------------------------------------------------------------------------


def _numbers(place: Place, words: Words) -> Iterator[Change]:
    node = place.node
    if isinstance(node, c.Select):
        yield from _counts(node)
    if not isinstance(node, c.Const) or isinstance(node.value, bool) or not isinstance(node.value, int | Fraction):
        return
    step = _step(node.label)
    for value in (node.value - step, node.value + step) if step else ():
        if value >= 0:
            yield _said(place, replace(node, value=value), "centime" if "€" in node.label else "nombre", words)


def _counts(node: c.Select) -> Iterator[Change]:
    """« les 3 derniers » : one more, one less, never none."""
    many = node.first or node.last or 0
    for number in (many - 1, many + 1) if many else ():
        if number:
            other = replace(node, first=number if node.first else None, last=number if node.last else None)
            yield Change("nombre", other, f"« {many} » devient « {number} » éléments")


def _step(label: str) -> Fraction | int | None:
    """How far the nearest other number is; None for a date, or a share said in words."""
    if "€" in label or "%" in label:
        return _CENT
    return 1 if parse_unit(label) is not None else None


def _dates(place: Place, words: Words) -> Iterator[Change]:
    node = place.node
    if isinstance(node, c.Const) and node.label == "date" and isinstance(node.value, int):
        for value in (node.value - 1, node.value + 1):
            yield _said(place, replace(node, value=value), "date", words)


def _conclusions(place: Place, words: Words, kind: Type | None) -> Iterator[Change]:
    """A choice or a yes/no that stands alone is what the sentence gives."""
    match place.node:
        case c.Const(bool() as value):
            yield _said(place, c.Const(not value), "conclusion", words)
        case c.Const(str() as value) if isinstance(kind, Choice) and value in kind.options:
            yield _said(place, c.Const(following(kind, value)), "choix", words)
        case _:
            pass


# --- operations -----------------------------------------------------------------------------------------


def _roundings(place: Place, words: Words) -> Iterator[Change]:
    if isinstance(place.node, c.Round):
        near = place.node.mode == "nearest"
        told = words.of(place.node.value, place.scope)
        said = "tronqué au lieu d'arrondi" if near else "arrondi au lieu de tronqué"
        yield Change("arrondi", replace(place.node, mode="down" if near else "nearest"), f"{said} : « {told} »")
        yield Change("arrondi", place.node.value, f"sans arrondi : « {told} »")


def _limits(place: Place, words: Words) -> Iterator[Change]:
    match place.node:
        case c.Apply("min" | "max" as op, args) as node:
            told = words.of(node, place.scope)
            yield Change("limite", replace(node, op=_EXTREMA[op]), f"plus petit et plus grand échangés : « {told} »")
            yield Change("limite", args[0], f"limite retirée : « {told} »")
        case c.Fold("greatest" | "least" as kind) as fold:
            yield _said(place, replace(fold, kind=_EXTREMA[kind]), "limite", words)
        case _:
            pass


def _ranks(place: Place, words: Words) -> Iterator[Change]:
    match place.node:
        case c.Fold("first" | "last" | "second" | "third" as kind) | c.DayFold("first" | "last" as kind):
            yield _said(place, replace(place.node, kind=_RANKS[kind]), "rang", words)
        case c.Neighbour(_, step):
            yield _said(place, replace(place.node, step=-step), "rang", words)
        case c.Select(_, _, first, last) as node if first or last:
            yield Change("rang", replace(node, first=last, last=first), "« premiers » et « derniers » échangés")
        case _:
            pass


def _calendar(place: Place, words: Words) -> Iterator[Change]:
    node = place.node
    if place.role in ("start", "end"):
        for way, back in (("previous_day", "next_day"), ("next_day", "previous_day")):
            moved = node.args[0] if isinstance(node, c.Apply) and node.op == back else c.Apply(way, (node,))  # type: ignore[arg-type]
            edge = "début" if place.role == "start" else "fin"
            yield Change("fenêtre", moved, f"{edge} de la fenêtre : {becomes(place, moved, words)}")
    if not isinstance(node, c.Apply):
        return
    if node.op in _EDGES:
        yield _said(place, replace(node, op=_EDGES[node.op]), "calendrier", words)
    elif node.op in _BESIDE and place.role == "value":
        yield _said(place, node.args[0], "calendrier", words)


def _signs(place: Place, words: Words) -> Iterator[Change]:
    match place.node:
        case c.Apply("+" | "-" as op) as node:
            said = "« + » devient « − »" if op == "+" else "« − » devient « + »"
            yield Change("signe", replace(node, op=_SIGNS[op]), f"{said} : « {words.of(node, place.scope)} »")
        case c.Shift(factor=factor) as node:
            yield _said(place, replace(node, factor=-factor), "signe", words)
        case _:
            pass


# --- names ----------------------------------------------------------------------------------------------


def _names(place: Place, words: Words) -> Iterator[Change]:
    match place.node:
        case c.Field() as node:
            for name in near_facts(node, place.scope, words.program):
                yield _said(place, replace(node, name=name), "grandeur", words)
        case c.Value(key) as node:
            for other in near_quantities(key, words.program):
                yield _said(place, replace(node, quantity=other), "grandeur", words)
        case _:
            pass


def _series(place: Place, words: Words) -> Iterator[Change]:
    """A parameter read one value too early: from each date, the value of before."""
    if not isinstance(place.node, c.Series):
        return
    series = words.program.parameters[place.node.parameter]
    if len(series.values) < 2:
        return
    late = [DatedValue(one.start, before.value, before.source) for before, one in pairwise(series.values)]
    older = replace(series, name=f"{series.name}, valeur précédente", values=(series.values[0], *late))
    node = replace(place.node, parameter=older.name)
    said = f"« {words.of(place.node, place.scope)} » prend la valeur précédente"
    yield Change("version", node, said, (older,))
