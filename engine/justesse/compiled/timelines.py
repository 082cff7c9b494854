"""The runs of each loop of quantities by day: decided one after the other, kept side by side, joined when nothing changes.

For loop 5: `B5F`, `B5L` first and last day of each owner; `T5N` its number of runs (−1: none asked), `T5X` the next day to
decide, `T5B` whether one is being decided; `R5F`, `R5L` first and last day of the runs, `CAP` places an owner; `X…` the
values of the run being decided, `V…` those of the runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from justesse.compiled import reads, values
from justesse.compiled.lowering import Array, Env, Lowering, Unsupported
from justesse.compiled.operands import Operand
from justesse.compiled.text import Text


def functions(lo: Lowering, loop: str, keys: tuple[str, ...]) -> str:
    """Deciding the next run; the run that holds a day; deciding up to a day."""
    number = lo.names.loops[loop]
    try:
        opened = _opened(lo, loop)
    except Unsupported:
        opened = ["    leave(4)"]
    return "\n".join([
        f"def open{number}(a1):  # {loop}", *opened, "", "",
        f"def next{number}(a1):", *_next(lo, number, keys), "", "",
        f"def at{number}(a1, a2):", *_at(number), "", "",
        f"def upto{number}(a1, a2):", *_upto(number), "", "",
    ])  # fmt: skip


def _opened(lo: Lowering, loop: str) -> list[str]:
    number = lo.names.loops[loop]
    owner = owner_of(lo, loop)
    text = Text()
    env: Env = (Operand("0", of=lo.program.declarations.root), Operand("a1", of=owner))
    with lo.writing(text, None):
        first, last = (values.value(lo, core, env) for core in lo.program.spans[owner])
        with text.block(f"if {first.text} == NA or {last.text} == NA or {last.text} - {first.text} > 40000"):
            text.line("leave(5)")
        text.line(f"B{number}F[a1] = {first.text}")
        text.line(f"B{number}L[a1] = {last.text}")
        text.line(f"T{number}X[a1] = {first.text}")
        text.line(f"T{number}N[a1] = 0")
    return text.lines


@dataclass(frozen=True, slots=True)
class _Place:
    """A quantity of a loop: its number, whether it takes two, the key of a counter (None: none), whether all days need it."""

    one: int
    double: bool
    key: str | None
    needed: bool


def _next(lo: Lowering, number: int, keys: tuple[str, ...]) -> list[str]:
    quantities = [lo.program.quantities[key] for key in keys]
    places = [
        _Place(lo.number(one), reads.double(lo, one), lo.counters.get(one.key), one.key in lo.every_day) for one in quantities
    ]
    grown = sorted({lo.names.quantities[place.key] for place in places if place.key})
    text = Text()
    _begun(text, number, places, bool(grown))
    for place in places:
        if place.needed:
            with text.block(f"if X{place.one}[a1] < NA"):
                text.line(f"q{place.one}(a1, day)")
    if grown:
        _waited(text, grown)
    _ended(lo, text, number, places)
    _kept(text, number, places)
    return text.lines


def _begun(text: Text, number: int, places: list[_Place], waits: bool) -> None:
    """A timeline decides one run at a time, its values not yet known."""
    with text.block(f"if T{number}B[a1]"):
        text.line("leave(5)")
    text.line(f"T{number}B[a1] = 1")
    text.line(f"T{number}D[0] = T{number}D[0] + 1")
    text.line(f"day = T{number}X[a1]")
    text.line("saved = U[0]")
    text.line(f"U[0] = B{number}L[a1]")
    if waits:
        text.line("waiting = PTOP[0]")
    for place in places:
        text.line(f"X{place.one}[a1] = UN")
        if place.key is not None:
            text.line(f"X{place.one}S[a1] = 0")
            text.line(f"X{place.one}G[a1] = 0")


def _ended(lo: Lowering, text: Text, number: int, places: list[_Place]) -> None:
    """The last day of the run; counters get the change a day that its decisions make."""
    text.line("last = U[0] if U[0] > day else day")
    text.line("U[0] = saved")
    text.line(f"T{number}B[a1] = 0")
    text.line(f"T{number}D[0] = T{number}D[0] - 1")
    text.line(f"T{number}X[a1] = last + 1")
    text.line(f"place = a1 * CAP + T{number}N[a1]")
    for place in places:
        if place.key:
            with text.block(f"if X{place.one}[a1] >= NA"):
                grows = f"X{place.one}G[a1] * (X{lo.names.quantities[place.key]}[a1] == 1)"
                text.line(f"X{place.one}S[a1] = X{place.one}S[a1] + {grows}")


def _kept(text: Text, number: int, places: list[_Place]) -> None:
    """One run more, or the one before made longer when nothing changes."""
    with text.block(f"if T{number}N[a1] > 0"):
        same = " and ".join(_goes_on(number, place) for place in places)
        with text.block(f"if {same}"):
            text.line(f"R{number}L[place - 1] = last")
            text.line("return 0")
    with text.block(f"if T{number}N[a1] >= CAP"):
        text.line("leave(3)")
    text.line(f"R{number}F[place] = day")
    text.line(f"R{number}L[place] = last")
    for place in places:
        for suffix in ("", *(("E",) if place.double else ()), *(("S",) if place.key is not None else ())):
            text.line(f"V{place.one}{suffix}[place] = X{place.one}{suffix}[a1]")
    text.line(f"T{number}N[a1] = T{number}N[a1] + 1")
    text.line("return 0")


def _waited(text: Text, keys: list[int]) -> None:
    """The comparisons that waited for what the run decides."""
    with text.block("while PTOP[0] > waiting"):
        text.line("PTOP[0] = PTOP[0] - 5")
        text.line("i = PTOP[0]")
        text.line("held = NA")
        for key in keys:
            with text.block(f"if P[i + 4] == {key} and X{key}[a1] >= NA"):
                text.line(f"held = X{key}[a1]")
        text.line("more = day")
        with text.block("if held != NA"):
            text.line("more = day + steady(P[i], P[i + 1], P[i + 2] + P[i + 3] * (held == 1))")
        text.line("cut(more)")


def _goes_on(loop: int, place: _Place) -> str:
    """Whether a run goes on with the value of the one before."""
    one = place.one
    if place.key is not None:
        moved = f"V{one}[place - 1] + V{one}S[place - 1] * (day - R{loop}F[place - 1])"
        return f"{moved} == X{one}[a1] and V{one}S[place - 1] == X{one}S[a1]"
    return f"V{one}[place - 1] == X{one}[a1]" + (f" and V{one}E[place - 1] == X{one}E[a1]" if place.double else "")


def _at(number: int) -> list[str]:
    text = Text()
    with text.block(f"if T{number}N[a1] < 0"):
        text.line(f"open{number}(a1)")
    with text.block(f"if a2 < B{number}F[a1] or a2 > B{number}L[a1]"):
        text.line("return -1")
    with text.block(f"if T{number}X[a1] <= a2"):
        with text.block(f"while T{number}X[a1] <= a2"):
            text.line(f"next{number}(a1)")
        with text.block(f"if T{number}D[0] == 0"):
            text.line(f"runs = T{number}N[a1]")
            with text.block(f"while T{number}N[a1] == runs and T{number}X[a1] <= B{number}L[a1]"):
                text.line(f"next{number}(a1)")
    text.line(f"place = a1 * CAP + T{number}N[a1] - 1")
    with text.block(f"while R{number}F[place] > a2"):
        text.line("place = place - 1")
    text.line("return place")
    return text.lines


def _upto(number: int) -> list[str]:
    text = Text()
    with text.block(f"if T{number}N[a1] < 0"):
        text.line(f"open{number}(a1)")
    text.line(f"stop = B{number}L[a1]")
    with text.block(f"if (T{number}B[a1] or T{number}D[0] > 0) and a2 < stop"):
        text.line("stop = a2")
    with text.block(f"while T{number}X[a1] <= stop"):
        text.line(f"next{number}(a1)")
    text.line(f"return T{number}X[a1] - 1")
    return text.lines


def owner_of(lo: Lowering, loop: str) -> str:
    """The kind of record whose days a loop decides."""
    subjects = lo.program.quantities[loop].subjects
    if len(subjects) != 2 or subjects[0].name not in lo.program.spans:
        raise Unsupported("days of several owners")
    return subjects[0].name


def arrays(lo: Lowering, loop: str, keys: tuple[str, ...]) -> Iterator[Array]:
    """The arrays of a loop."""
    number = lo.names.loops[loop]
    try:
        size = lo.names.count(owner_of(lo, loop))
    except Unsupported:
        size = "1"
    yield from (Array(f"T{number}N", size, "-1"), Array(f"T{number}B", size, "0"), Array(f"T{number}D", "1", "0"))
    yield from (Array(name, size) for name in (f"T{number}X", f"B{number}F", f"B{number}L"))
    yield from (Array(f"R{number}{one}", f"{size} * CAP") for one in "FL")
    for key in keys:
        one, double, moves = lo.names.quantities[key], reads.double(lo, lo.program.quantities[key]), key in lo.counters
        for suffix in ("", *(("E",) if double else ()), *(("S", "G") if moves else ())):
            yield Array(f"X{one}{suffix}", size)
            yield Array(f"V{one}{suffix}", f"{size} * CAP")
