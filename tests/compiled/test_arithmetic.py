"""Whole numbers of machine code, by C and by LLVM: what Python finds, or the dossier is left; what stands for its library."""

import ast
from array import array
from bisect import bisect_right
from fractions import Fraction
from itertools import product
from math import gcd
from random import Random
from typing import Any

import pytest

from justesse.compiled import machine_prelude, prelude
from justesse.compiled.c_build import built_by_c
from justesse.compiled.llvm_build import built_by_llvm
from justesse.compiled.machine import Machine
from justesse.compiled.scales import factored
from justesse.compiled.subset import functions
from justesse.program import core as c

TEXT = """
def calendar(lengths, months, day):
    return 0

def decided(d):
    if asked[d] == 0:
        found[d] = left[d] + right[d]
    if asked[d] == 1:
        found[d] = left[d] - right[d]
    if asked[d] == 2:
        found[d] = left[d] * right[d]
    if asked[d] == 3:
        found[d] = left[d] // right[d]
    if asked[d] == 4:
        found[d] = left[d] % right[d]
    if asked[d] == 5 and not (left[d] < right[d] <= 10 or right[d] == 7):
        leave(3)

def through(first, last):
    while first < last:
        routes[first] = attempt(first)
        first += 1
    return last
"""
GIVEN = ("asked", "left", "right", "found", "routes")
NUMBERS = (0, 1, -1, 2, -2, 7, 10, -10, 91, 10**9, -(10**9), 2**31, 2**60 + 1, -(2**61), 2**61, 2**62, -(2**62), 2**63 - 1)


@pytest.mark.parametrize("build", [built_by_c, built_by_llvm])
def test_a_number_is_exact_or_the_dossier_is_left(build: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    built = build("arithmetic", lambda: Machine(tuple(functions(ast.parse(TEXT))), {}, {}, {}, frozenset(), (), GIVEN, GIVEN))
    cases = [
        case
        for case in product(range(6), NUMBERS, NUMBERS)
        if case[0] < 3 or case[0] == 5 or (case[2] != 0 and (case[0] == 3 or case[2] > 0))
    ]
    columns = [array("q", column) for column in zip(*cases, strict=True)]
    found, routes = (array("q", bytes(8 * len(cases))) for _ in range(2))
    memory = array("q", bytes(built.memory_size() + 8))
    places = array("q", [one.buffer_info()[0] for one in (*columns, found, routes)])
    assert built.decide(memory.buffer_info()[0], 0, len(cases), places.buffer_info()[0]) == len(cases)
    for case, value, route in zip(cases, found, routes, strict=True):
        assert (value, route) == _expected(*case), case


def _expected(asked: int, left: int, right: int) -> tuple[int, int]:
    match asked:
        case 0:
            value = left + right
        case 1:
            value = left - right
        case 2:
            value = left * right
            return (value, 0) if abs(value) < 2**61 else (0, 4)
        case 3:
            value = left // right
        case 4:
            value = left % right
        case _:
            return (0, 0) if left < right <= 10 or right == 7 else (0, 3)
    return (value, 0) if -(2**63) <= value < 2**63 else (0, 4)


def test_what_stands_for_the_library_does_the_same() -> None:
    chance = Random(1)
    for _ in range(500):
        values = sorted(chance.choices(range(40), k=chance.randint(1, 12)))
        asked, high = chance.randint(-1, 41), len(values) - 1
        assert machine_prelude.within(values, 0, high, asked) == bisect_right(values, asked) - 1
        above, below = chance.randint(-(10**12), 10**12), chance.randint(1, 10**6)
        assert machine_prelude.common(above, below) == gcd(above, below)
        half = Fraction(above, below) + Fraction(1, 2)
        nearest = half.__floor__() if above >= 0 else -((1 - half).__floor__())
        assert prelude.rounded(above, below) == machine_prelude.rounded(above, below) == nearest
        assert machine_prelude.among(values, len(values), asked) == (asked in values)


def test_the_numbers_that_a_rule_writes_are_one() -> None:
    paid = c.Slot(0)
    written = c.Apply(
        "/", (c.Apply("*", (c.Const(Fraction(35)), c.Apply("*", (paid, c.Const(Fraction(52)))))), c.Const(Fraction(12)))
    )
    assert factored(written) == (paid, Fraction(455, 3))
    by_nothing = c.Apply("/", (paid, c.Const(Fraction(0))))
    assert factored(by_nothing) == (by_nothing, 1), "a division by zero stays one, and leaves the dossier"
