"""Mistakes in conditions: one left out, denied, a limit taken or left, « et » for « ou », a filter forgotten, another choice."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from justesse.mutation.mutants import Change
from justesse.mutation.places import Place, type_of
from justesse.mutation.words import Words
from justesse.program import core as c
from justesse.program.types import Choice

_LIMITS: dict[str, Literal["<", "≤", ">", "≥"]] = {"<": "≤", "≤": "<", ">": "≥", "≥": ">"}
_EQUAL: dict[str, Literal["=", "≠"]] = {"=": "≠", "≠": "="}


def in_conditions(place: Place, words: Words) -> Iterator[Change]:
    """Every mistake of this family at one phrase."""
    yield from _left_out(place, words)
    yield from _denied(place, words)
    yield from _compared(place, words)
    yield from _unfiltered(place, words)
    yield from _rows(place, words)


def becomes(place: Place, node: c.Core, words: Words) -> str:
    """« A » devient « B »."""
    return f"« {words.of(place.node, place.scope)} » devient « {words.of(node, place.scope)} »"


def _left_out(place: Place, words: Words) -> Iterator[Change]:
    node = place.node
    if not isinstance(node, c.Logic):
        return
    for number, item in enumerate(node.items):
        rest = (*node.items[:number], *node.items[number + 1 :])
        left = rest[0] if len(rest) == 1 else replace(node, items=rest)
        operator: Literal["filtre", "condition"] = "filtre" if place.role == "filter" else "condition"
        yield Change(operator, left, f"sans « {words.of(item, place.scope)} »")
    other = replace(node, kind="any" if node.kind == "all" else "all")
    said = "« et » devient « ou »" if node.kind == "all" else "« ou » devient « et »"
    yield Change("et-ou", other, f"{said} : {words.of(node, place.scope)}")


def _denied(place: Place, words: Words) -> Iterator[Change]:
    node = place.node
    if place.role not in ("condition", "filter") or isinstance(node, c.Logic | c.Const):
        return
    if isinstance(node, c.Apply) and (node.op in _EQUAL or node.op in _LIMITS):
        return  # its own mistakes say as much
    other = node.args[0] if isinstance(node, c.Apply) and node.op == "not" else c.Apply("not", (node,))
    yield Change("négation", other, becomes(place, other, words))


def _compared(place: Place, words: Words) -> Iterator[Change]:
    node = place.node
    if not isinstance(node, c.Apply) or len(node.args) != 2:
        return
    if node.op in _LIMITS:
        near: c.Core = replace(node, op=_LIMITS[node.op])
        yield Change("comparaison", near, becomes(place, near, words))
    if node.op in _EQUAL:
        other: c.Core = replace(node, op=_EQUAL[node.op])
        yield Change("égalité", other, becomes(place, other, words))
        yield from _chosen(place, node, words)


def _chosen(place: Place, node: c.Apply, words: Words) -> Iterator[Change]:
    left, right = node.args
    kind = type_of(left, place.scope, words.program)
    if isinstance(kind, Choice) and isinstance(right, c.Const) and right.value in kind.options:
        other = replace(node, args=(left, c.Const(following(kind, str(right.value)))))
        yield Change("choix", other, becomes(place, other, words))


def following(kind: Choice, option: str) -> str:
    """The option declared after this one, the first after the last."""
    return kind.options[(kind.options.index(option) + 1) % len(kind.options)]


def _unfiltered(place: Place, words: Words) -> Iterator[Change]:
    node = place.node
    if isinstance(node, c.Fold | c.Select | c.DayFold) and node.where and not isinstance(node.where, c.Logic):
        yield Change("filtre", replace(node, where=None), f"sans filtre : « {words.of(node, place.scope)} »")


def _rows(place: Place, words: Words) -> Iterator[Change]:
    node = place.node
    if not isinstance(node, c.Case) or len(node.branches) + (node.otherwise is not None) < 2:
        return
    if isinstance(node.branches[0][0], c.Apply) and node.branches[0][0].op == "nothing?":
        return
    for number, (test, _) in enumerate(node.branches):
        rest = (*node.branches[:number], *node.branches[number + 1 :])
        left = replace(node, branches=rest) if rest else node.otherwise
        assert left is not None
        yield Change("ligne", left, f"sans la ligne « {words.of(test, place.scope)} »")
