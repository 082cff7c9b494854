"""The runs of each loop of quantities by day: decided one after the other, kept side by side, joined when nothing changes.

For loop 5, of records 3: `B3F`, `B3L` first and last day of each record; `T5N` its number of runs (−1: none asked), `T5X` the
next day to decide; `R5F`, `R5L` first and last day of the runs, `CAP` places a record; `X…` the values of the run being
decided, `V…` those of the runs. Only a loop that may come back to itself (`knotted`: no reading escapes `program.order`) says
which run is being decided: `T5B` whether one is, of this record, `T5D` how many are.
"""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass

from justesse.compiled import operands as o
from justesse.compiled import values
from justesse.compiled.lowering import Array, Env, Lowering, Unsupported
from justesse.compiled.operands import Operand
from justesse.compiled.shaping import double, is_ratio
from justesse.compiled.text import Text


def functions(lo: Lowering, loop: str, keys: tuple[str, ...]) -> str:
    """Deciding the next run; the run that holds a day, decided or not; deciding up to a day."""
    try:
        owner_of(lo, loop)
    except Unsupported:
        number = lo.names.loops[loop]
        return "\n".join(f"def {name}{number}(a1, a2):  # {loop}\n    return leave(4)\n\n" for name in ("at", "upto"))
    one = _Loop(lo, loop, keys)
    return "\n".join([
        f"def next{one.number}(a1):  # {loop}", *_next(lo, one), "", "",
        f"def at{one.number}(a1, a2):", *_at(one), "", "",
        f"def reach{one.number}(a1, a2):", *_reach(one), "", "",
        f"def upto{one.number}(a1, a2):", *_upto(one), "", "",
    ])  # fmt: skip


def opening(lo: Lowering, owner: str) -> str:
    """The days of a kind of record, found once for all its loops."""
    number, text = lo.names.records[owner], Text()
    env: Env = (Operand("0", of=lo.program.declarations.root), Operand("a1", of=owner))
    try:
        with lo.writing(text, None):
            first, last = (values.value(lo, core, env) for core in lo.program.spans[owner])
            with text.block(f"if {first.text} == NA or {last.text} == NA or {last.text} - {first.text} > 40000"):
                text.line("leave(5)")
            text.line(f"B{number}F[a1] = {first.text}")
            text.line(f"B{number}L[a1] = {last.text}")
            text.line("return 0")
    except Unsupported:
        text = Text()
        text.line("return leave(4)")
    return "\n".join([f"def open{number}(a1):  # {owner}", *text.lines, "", ""])


class _Loop:
    """A loop being written: its number, that of its records, whether it may come back to itself."""

    def __init__(self, lo: Lowering, loop: str, keys: tuple[str, ...]) -> None:
        self.number = lo.names.loops[loop]
        self.owner = lo.names.records[lo.program.quantities[loop].subjects[0].name]
        quantities = [lo.program.quantities[key] for key in keys]
        self.knotted = any(one.knotted for one in quantities)
        self.places = [
            _Place(lo.number(one), double(lo, one), is_ratio(lo, one), lo.counters.get(one.key), one.key in lo.every_day)
            for one in quantities
        ]


@dataclass(frozen=True, slots=True)
class _Place:
    """A quantity of a loop: its number; whether it takes two, whether these are a ratio; the key of a counter (None: none);
    whether all days need it."""

    one: int
    double: bool
    ratio: bool
    key: str | None
    needed: bool


def _next(lo: Lowering, loop: _Loop) -> list[str]:
    waited = [place.one for place in loop.places if place.one in lo.waited]
    text = Text()
    _begun(text, loop, bool(waited))
    for place in loop.places:
        if place.needed:
            with text.block(f"if X{place.one}[a1] < NA") if loop.knotted else nullcontext():
                text.line(f"q{place.one}(a1, day)")
    if waited:
        _waited(text, waited)
    _ended(lo, text, loop)
    _kept(text, loop)
    return text.lines


def _begun(text: Text, loop: _Loop, waits: bool) -> None:
    """A timeline decides one run at a time, its values not yet known."""
    number = loop.number
    if loop.knotted:
        with text.block(f"if T{number}B[a1]"):
            text.line("leave(5)")
        text.line(f"T{number}B[a1] = 1")
        text.line(f"T{number}D[0] = T{number}D[0] + 1")
    text.line(f"day = T{number}X[a1]")
    text.line("saved = U[0]")
    text.line(f"U[0] = B{loop.owner}L[a1]")
    if waits:
        text.line("waiting = PTOP[0]")
    for place in loop.places:
        if loop.knotted or not place.needed:
            text.line(f"X{place.one}[a1] = UN")
        if place.key is not None:
            text.line(f"X{place.one}S[a1] = 0")
            text.line(f"X{place.one}G[a1] = 0")


def _ended(lo: Lowering, text: Text, loop: _Loop) -> None:
    """The last day of the run; counters get the change a day that its decisions make."""
    number = loop.number
    text.line("last = U[0] if U[0] > day else day")
    text.line("U[0] = saved")
    if loop.knotted:
        text.line(f"T{number}B[a1] = 0")
        text.line(f"T{number}D[0] = T{number}D[0] - 1")
    text.line(f"T{number}X[a1] = last + 1")
    text.line(f"place = a1 * CAP + T{number}N[a1]")
    for place in loop.places:
        if place.key:
            with text.block(f"if X{place.one}[a1] >= NA"):
                grows = f"X{place.one}G[a1] * (X{lo.names.quantities[place.key]}[a1] == 1)"
                text.line(f"X{place.one}S[a1] = X{place.one}S[a1] + {grows}")


def _kept(text: Text, loop: _Loop) -> None:
    """One run more, or the one before made longer when nothing changes."""
    number = loop.number
    with text.block(f"if T{number}N[a1] > 0"):
        same = " and ".join(_goes_on(number, place) for place in loop.places)
        with text.block(f"if {same}"):
            text.line(f"R{number}L[place - 1] = last")
            text.line("return 0")
    with text.block(f"if T{number}N[a1] >= CAP"):
        text.line("leave(3)")
    text.line(f"R{number}F[place] = day")
    text.line(f"R{number}L[place] = last")
    for place in loop.places:
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
    """Whether a run goes on with the value of the one before.

    A ratio of small numbers is in no particular terms; one whose second number is large is in its lowest, like itself alone.
    """
    one = place.one
    if place.key is not None:
        moved = f"V{one}[place - 1] + V{one}S[place - 1] * (day - R{loop}F[place - 1])"
        return f"{moved} == X{one}[a1] and V{one}S[place - 1] == X{one}S[a1]"
    same = f"V{one}[place - 1] == X{one}[a1]" + (f" and V{one}E[place - 1] == X{one}E[a1]" if place.double else "")
    if not place.ratio:
        return same
    before, now = (f"V{one}[place - 1]", f"V{one}E[place - 1]"), (f"X{one}[a1]", f"X{one}E[a1]")
    small = f"{before[0]} > NA and {now[0]} > NA and {before[1]} <= {o.LARGE} and {now[1]} <= {o.LARGE}"
    return f"({same} or {small} and {before[0]} * {now[1]} == {now[0]} * {before[1]})"


def _at(loop: _Loop) -> list[str]:
    """Most days asked for are decided: nothing else is written here, so that machine code saves no register."""
    text, number = Text(), loop.number
    with text.block(f"if B{loop.owner}F[a1] <= a2 and a2 < T{number}X[a1]"):
        _held(text, number)
    text.line(f"return reach{number}(a1, a2)")
    return text.lines


def _reach(loop: _Loop) -> list[str]:
    text, number = Text(), loop.number
    _asked(text, loop)
    with text.block(f"if a2 < B{loop.owner}F[a1] or a2 > B{loop.owner}L[a1]"):
        text.line("return -1")
    with text.block(f"while T{number}X[a1] <= a2"):
        text.line(f"next{number}(a1)")
    with text.block(f"if T{number}D[0] == 0") if loop.knotted else nullcontext():
        text.line(f"runs = T{number}N[a1]")
        with text.block(f"while T{number}N[a1] == runs and T{number}X[a1] <= B{loop.owner}L[a1]"):
            text.line(f"next{number}(a1)")
    _held(text, number)
    return text.lines


def _asked(text: Text, loop: _Loop) -> None:
    """The first day to decide, when none has been."""
    with text.block(f"if T{loop.number}X[a1] < NA"):
        with text.block(f"if B{loop.owner}F[a1] < NA"):
            text.line(f"open{loop.owner}(a1)")
        text.line(f"T{loop.number}X[a1] = B{loop.owner}F[a1]")
        text.line(f"T{loop.number}N[a1] = 0")


def _held(text: Text, number: int) -> None:
    """The run that holds a day decided."""
    text.line(f"place = a1 * CAP + T{number}N[a1] - 1")
    with text.block(f"while R{number}F[place] > a2"):
        text.line("place = place - 1")
    text.line("return place")


def _upto(loop: _Loop) -> list[str]:
    text, number = Text(), loop.number
    _asked(text, loop)
    text.line(f"stop = B{loop.owner}L[a1]")
    if loop.knotted:
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
    try:
        size = lo.names.count(owner_of(lo, loop))
    except Unsupported:
        return  # none of its days is decided
    one = _Loop(lo, loop, keys)
    yield Array(f"T{one.number}N", size)
    yield Array(f"T{one.number}X", size, "UN")
    if one.knotted:
        yield from (Array(f"T{one.number}B", size, "0"), Array(f"T{one.number}D", "1", "0"))
    yield from (Array(f"R{one.number}{end}", f"{size} * CAP") for end in "FL")
    for place in one.places:
        for suffix in ("", *(("E",) if place.double else ()), *(("S", "G") if place.key is not None else ())):
            yield Array(f"X{place.one}{suffix}", size)
            yield Array(f"V{place.one}{suffix}", f"{size} * CAP")


def arrays_of_owner(lo: Lowering, owner: str) -> Iterator[Array]:
    """The days of a kind of record."""
    number, size = lo.names.records[owner], lo.names.count(owner)
    yield from (Array(f"B{number}F", size, "UN"), Array(f"B{number}L", size))
