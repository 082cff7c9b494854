"""What is observed of a list: whether one holds, how many, their sum, the greatest, the first…

Each observer keeps one name while the list goes by, and a second for a ratio. Days are `days`.
"""

from dataclasses import replace

from justesse.compiled import filters, lists, values
from justesse.compiled import operands as o
from justesse.compiled.facts import FACT
from justesse.compiled.lowering import Env, Lowering, Unsupported
from justesse.compiled.operands import Operand
from justesse.program import core as c


def exists(lo: Lowering, node: c.Fold, env: Env) -> Operand:
    """1 when an element holds, 0 when none does; without object when the list is."""
    source = filters.filtered(lo, lists.plan(lo, node.source, env), node.where, env)
    result = lo.text.fresh("h")
    if source.count:
        test = f" if not ({source.absent}) else NA" if source.absent else ""
        lo.text.line(f"{result} = ({source.count} > 0) * 1{test}")
        lo.text.settle(result)
        return Operand(result, 1, bool(source.absent))

    def one(element: Operand) -> None:
        lo.text.line(f"{result} = 1")
        lo.text.line("break")

    lo.text.line(f"{result} = 0")
    with lo.text.block(f"if {source.absent}" if source.absent else "if 0"):
        lo.text.line(f"{result} = NA")
    with lo.text.block("else"):
        source.each(one, False)
    return Operand(result, 1, bool(source.absent))


def fold(lo: Lowering, node: c.Fold, env: Env) -> Operand:
    """Count, sum, greatest, first… of the elements that pass."""
    if node.kind == "some":
        return exists(lo, node, env)
    source = filters.filtered(lo, lists.plan(lo, node.source, env), node.where, env)
    gathered = _GATHERERS[node.kind](lo, node)
    gathered.start()

    def one(element: Operand) -> None:
        gathered.take(values.value(lo, node.body, (*env, element)) if node.body is not None else element)

    with lo.text.block(f"if {source.absent}" if source.absent else "if 0"):
        gathered.none()
    with lo.text.block("else"):
        source.each(one, node.kind == "last")
    return gathered.result(bool(source.absent))


class _Gather:
    """What an observer keeps while it goes: one name, and a second for a ratio."""

    def __init__(self, lo: Lowering, node: c.Fold) -> None:
        self.lo, self.node = lo, node
        self.scale = lo.scales.of(node)
        self.name = lo.text.fresh("r")
        self.below = lo.text.fresh("r") if not self.scale else ""
        self.of = ""

    empty = "0"
    """What it is before any element."""

    def start(self) -> None:
        """Write its names, before the list goes by."""
        self.lo.text.line(f"{self.name} = {self.empty}")
        if self.below:
            self.lo.text.line(f"{self.below} = {FACT}")

    def none(self) -> None:
        """Write what it is of a list without object."""
        self.lo.text.line(f"{self.name} = NA")

    def take(self, one: Operand) -> None:
        """Write what an element does to it."""
        raise NotImplementedError

    def set(self, one: Operand) -> None:
        """Write that it becomes this value."""
        self.of = self.of or one.of
        one = o.rescaled(self.lo.text, self.lo.still(one), self.scale)
        self.lo.text.line(f"{self.name} = {one.text}")
        if self.below:
            self.lo.text.line(f"{self.below} = {one.scale}")

    def result(self, nullable: bool) -> Operand:
        for name in (self.name, self.below):
            self.lo.text.settle(name)
        return Operand(self.name, self.below or self.scale, nullable or self.empty != "0", of=self.of)


class _Count(_Gather):
    def take(self, one: Operand) -> None:
        with self.lo.text.block(f"if {one.text} != NA" if one.nullable and self.node.body is not None else "if 1"):
            self.lo.text.line(f"{self.name} = {self.name} + 1")


class _Sum(_Gather):
    def take(self, one: Operand) -> None:
        with self.lo.text.block(f"if {one.text} != NA" if one.nullable else "if 1"):
            add(self.lo, self.name, self.below, self.scale, replace(self.lo.still(one), nullable=False))


def add(lo: Lowering, name: str, below: str, scale: int, one: Operand, times: str = "") -> None:
    """Add a known value, so many times, to a sum held in one or two names.

    A share is most often the whole (all the days of a pay), over the denominator of the sum: that is looked at first, and
    divides nothing.
    """
    one = o.rescaled(lo.text, one, scale)
    amount = f"{one.text} * {times}" if times else one.text
    if not below:
        lo.text.line(f"{name} = {name} + {amount}")
        return
    with lo.text.block(f"if {one.scale} == {o.times(below, times or 1)}"):
        lo.text.line(f"{name} = {name} + {one.text}")
    with lo.text.block("else"):
        _add_fraction(lo, name, below, amount, one.scale)


def _add_fraction(lo: Lowering, name: str, below: str, amount: str, scale: int | str) -> None:
    """Add amount / scale to a sum over `below`: its own denominator if it will do, then the other, then both."""
    more = lo.text.named(f"({amount}) * {below}")
    with lo.text.block(f"if {more} % {scale} == 0"):
        lo.text.line(f"{name} = {name} + {more} // {scale}")
    with lo.text.block(f"elif {scale} % {below} == 0"):
        lo.text.line(f"{name} = {name} * ({scale} // {below}) + {amount}")
        lo.text.line(f"{below} = {scale}")
    with lo.text.block("else"):
        lo.text.line(f"{name} = {name} * {scale} + {amount} * {below}")
        lo.text.line(f"{below} = {below} * {scale}")
        with lo.text.block(f"if {below} > {o.LARGE}"):
            part = lo.text.named(f"common({name}, {below})")
            lo.text.line(f"{name} = {name} // {part}")
            lo.text.line(f"{below} = {below} // {part}")


class _Extreme(_Gather):
    empty = o.NA
    sign = ">"

    def take(self, one: Operand) -> None:
        one = o.rescaled(self.lo.text, self.lo.still(one), self.scale)
        held = Operand(self.name, self.below or self.scale)
        ours, theirs = o.crossed(one, held)
        test = f"({self.name} == NA or {ours} {self.sign} {theirs})"
        with self.lo.text.block(f"if {one.text} != NA and {test}" if one.nullable else f"if {test}"):
            self.set(one)


class _Least(_Extreme):
    sign = "<"


class _First(_Gather):
    """The first element met; the others are not looked at."""

    empty = o.NA

    def take(self, one: Operand) -> None:
        with self.lo.text.block(f"if {one.text} != NA" if one.nullable and self.node.body is not None else "if 1"):
            self.set(one)
            self.lo.text.line("break")


class _Nth(_Gather):
    """The second or the third."""

    empty = o.NA

    def start(self) -> None:
        super().start()
        self.met = self.lo.text.fresh("n")
        self.lo.text.line(f"{self.met} = 0")

    def take(self, one: Operand) -> None:
        rank = {"second": 2, "third": 3}[self.node.kind]
        with self.lo.text.block(f"if {one.text} != NA" if one.nullable and self.node.body is not None else "if 1"):
            self.lo.text.line(f"{self.met} = {self.met} + 1")
            with self.lo.text.block(f"if {self.met} == {rank}"):
                self.set(one)


class _Mean(_Gather):
    def __init__(self, lo: Lowering, node: c.Fold) -> None:
        raise Unsupported("a mean")


_GATHERERS: dict[str, type[_Gather]] = {
    "count": _Count, "sum": _Sum, "greatest": _Extreme, "least": _Least, "first": _First, "last": _First, "second": _Nth,
    "third": _Nth, "mean": _Mean,
}  # fmt: skip
