"""What CPython runs is the text of the kernel: same values, nothing found by name but columns, what hides a name left alone."""

from calendar import monthrange
from importlib.resources import files
from types import FunctionType
from typing import Any

import pytest
from tests.benchmarks.crowd import crowd
from tests.compiled.compare import single
from tests.second_opinion.compare import shipped_program

from justesse.compiled.bound import bind, bindable
from justesse.compiled.single import Left, Made, Single, made_of
from justesse.compiled.written import NA

PRELUDE = """
from justesse.compiled.written import NA
UN = NA - 1
BUSY = NA - 2
HELD = [0]
from calendar import monthrange
def leave(code):
    raise LookupError(code)
"""


def ran(text: str) -> dict[str, Any]:
    """The names of a text, once bound."""
    space: dict[str, Any] = {"N0": 2}
    exec(bindable(PRELUDE, text), space)
    bind(space)
    return space


def test_the_shipped_kernel_says_the_same_as_its_text_run_as_it_is() -> None:
    made, program = made_of(shipped_program()), shipped_program()
    prelude = files("justesse.compiled").joinpath("prelude.py").read_text(encoding="utf-8")
    plain = Single(program, made=Made(made.kernel, compile(f"{prelude}\n{made.kernel.text}", "<text>", "exec")))
    bound, decided = Single(program, made=made), 0
    for root in crowd(program, 150, 5):
        found = bound.values(root)
        assert found == plain.values(root)
        decided += not isinstance(found, Left)
    assert decided > 140


def test_functions_of_the_shipped_kernel_find_nothing_by_name_but_columns() -> None:
    space = single().space
    kernel = [one for one in space.values() if isinstance(one, FunctionType) and one.__globals__ is space]
    kernel.remove(space["_calendar"])
    named = {name for one in kernel for name in one.__code__.co_names}
    columns = set(single().plan.none) | {group for group, _ in single().plan.groups}
    assert len(kernel) > 500
    assert named - columns <= {"len", "append"}


def test_what_is_not_of_the_kernel_keeps_its_code() -> None:
    before = monthrange.__code__
    assert ran("def q0():\n    return monthrange(2024, 2)[1]\n")["q0"]() == 29
    assert monthrange.__code__ is before


def test_void_in_columns_and_in_kernels_is_one_object() -> None:
    assert single().space["NA"] is NA


def test_arrays_are_emptied_in_place() -> None:
    space = ran(
        "M0 = []\nM1 = []\n"
        "def reset():\n    global M0, M1\n    M0 = [UN] * (N0)\n    M1 = M0.copy()\n    HELD[0] = 0\n"
        "def filled(a1):\n    M1[a1] = 7\n    HELD[0] = HELD[0] + M1[a1]\n    return HELD[0]\n"
    )
    first, second = space["M0"], space["M1"]
    for _ in range(2):
        space["reset"]()
        assert space["filled"](1) == 7
        assert (space["M0"], space["M1"]) == ([NA - 1, NA - 1], [NA - 1, 7])
    assert space["M0"] is first and space["M1"] is second


def test_a_name_that_a_function_gives_itself_is_its_own() -> None:
    space = ran("def kept(a1):\n    leave = a1 + 1\n    return leave\ndef given(HELD):\n    return HELD\n")
    assert (space["kept"](1), space["given"](3)) == (2, 3)


@pytest.mark.parametrize(
    ("asked", "of_nothing", "of_uncomputed", "of_a_number"),
    [("< NA", 0, 1, 0), (">= NA", 1, 0, 1), ("== NA", 1, 0, 0), ("!= NA", 0, 1, 1), ("> NA", 0, 0, 1)],
)
def test_every_question_about_a_void(asked: str, of_nothing: int, of_uncomputed: int, of_a_number: int) -> None:
    space = ran(
        f"M0 = [NA, UN, 5]\ndef named(a1):\n    v1 = M0[a1]\n    return (v1 {asked}) * 1\n"
        f"def kept(a1):\n    return (M0[a1] {asked}) * 1\n"
    )
    for one in ("named", "kept"):
        assert [space[one](place) for place in range(3)] == [of_nothing, of_uncomputed, of_a_number]


def test_what_calls_itself_without_end_is_stopped() -> None:
    text = (
        "M0 = [UN]\ndef q0(a1):\n    if M0[a1] == BUSY:\n        leave(5)\n    M0[a1] = BUSY\n"
        "    v1 = M0[a1]\n    if v1 < NA:\n        v1 = q0(a1)\n    M0[a1] = v1\n    return v1\n"
    )
    with pytest.raises(RecursionError):
        ran(text)["q0"](0)
