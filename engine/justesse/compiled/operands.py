"""Values as the text of a kernel names them, and what is written to combine them. Knows no node, only numbers and dates."""

from dataclasses import dataclass, replace
from math import gcd, lcm

from justesse.compiled.scales import RATIO
from justesse.compiled.text import Text

NA = "NA"
LARGE = 100_000
"""Finding what divides both numbers of a ratio costs more than it saves while the second is no larger."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A value: `text` over `scale` (a number known now, or the name of one).

    `nullable`: may be `NA`. `end`: the last day of a span, `text` being its first. `of`: the kind of record that it is the
    place of. `slope`: its change a day, over `scale` too, when it moves with the day being decided; `flag` is one more
    change a day if the run finds that the quantity `key` holds.
    """

    text: str
    scale: int | str = 1
    nullable: bool = False
    end: str = ""
    of: str = ""
    slope: str = ""
    flag: str = ""
    key: str = ""

    @property
    def still(self) -> "Operand":
        """The same value, for an operation that does not follow its moves."""
        return replace(self, slope="", flag="", key="")


VOID = Operand(NA, 1, True)


def known(*operands: Operand) -> str:
    """The condition that every operand has an object; empty when all do."""
    return " and ".join(dict.fromkeys(f"{one.text} != NA" for one in operands if one.nullable))


def guarded(text: Text, expression: str, *operands: Operand) -> str:
    """A name for an expression that is without object as soon as an operand is."""
    tests = known(*operands)
    return text.named(f"({expression}) if {tests} else NA" if tests else expression)


def on(one: Operand, scale: int) -> str:
    """The whole number of a value over another denominator, a multiple of its own."""
    assert isinstance(one.scale, int)
    factor = scale // one.scale
    if one.text.lstrip("-").isdigit():
        return str(int(one.text) * factor)
    return one.text if factor == 1 else f"{one.text} * {factor}"


def times(one: str, other: int | str) -> str:
    """A product, unless it is by one; a number known now comes second, where printers look for it."""
    if other == 1 or other == "1":
        return one
    if one.isdigit():
        return str(other) if one == "1" else f"{other} * {one}"
    return f"{one} * {other}"


def rescaled(text: Text, one: Operand, scale: int) -> Operand:
    """A value over another denominator; a ratio stays one, or becomes one."""
    if one.scale == scale:
        return one
    if scale == RATIO:
        return replace(one, scale=str(one.scale))
    return replace(one, text=guarded(text, on(one, scale), one), scale=scale)


def is_ratio(one: Operand) -> bool:
    """Whether its denominator is known only when the kernel runs."""
    return isinstance(one.scale, str)


def sum_of(text: Text, left: Operand, right: Operand, sign: str) -> Operand:
    """left + right, or left − right."""
    nullable = left.nullable or right.nullable
    if is_ratio(left) or is_ratio(right):
        if left.scale == right.scale:
            return Operand(guarded(text, f"{left.text} {sign} {right.text}", left, right), left.scale, nullable)
        return replace(_sum_of_ratios(text, left, right, sign), nullable=nullable)
    assert isinstance(left.scale, int) and isinstance(right.scale, int)
    scale = lcm(left.scale, right.scale)
    value = guarded(text, f"{on(left, scale)} {sign} {on(right, scale)}", left, right)
    return Operand(value, scale, nullable)


def _sum_of_ratios(text: Text, left: Operand, right: Operand, sign: str) -> Operand:
    """Over both denominators; the first as it is when the second is zero, so that nothing makes no number grow."""
    above, below = text.fresh(), text.fresh()
    with text.block(f"if {right.text} == 0"):
        text.line(f"{above} = {left.text}")
        text.line(f"{below} = {left.scale}")
    with text.block("else"):
        both = f"{times(left.text, right.scale)} {sign} {times(right.text, left.scale)}"
        text.line(f"{above} = {guarded(text, both, left, right)}")
        text.line(f"{below} = {_both(left.scale, right.scale)}")
    text.settle(above)
    text.settle(below)
    return Operand(above, below)


def _both(left: int | str, right: int | str) -> str:
    """The denominator of a product."""
    return times(str(left), right) if left != 1 else str(right)


def product(text: Text, left: Operand, right: Operand) -> Operand:
    """left × right."""
    value = guarded(text, times(left.text, right.text), left, right)
    nullable = left.nullable or right.nullable
    if is_ratio(left) or is_ratio(right):
        return Operand(value, text.named(_both(left.scale, right.scale)), nullable)
    assert isinstance(left.scale, int) and isinstance(right.scale, int)
    return Operand(value, left.scale * right.scale, nullable)


def quotient(text: Text, left: Operand, right: Operand) -> Operand:
    """left / right, the denominator made positive; a division by zero leaves the dossier."""
    nullable = left.nullable or right.nullable
    with text.block(f"if {right.text} == 0" + (f" and {left.text} != NA" if left.nullable else "")):
        text.line("leave(5)")
    above, below = text.fresh(), text.fresh()
    text.line(f"{above} = {guarded(text, times(left.text, right.scale), left, right)}")
    text.line(f"{below} = {times(right.text, left.scale)}")
    with text.block(f"if {below} < 0 and {above} != NA"):
        text.line(f"{above} = -{above}")
        text.line(f"{below} = -{below}")
    return Operand(above, below, nullable)


def lowest(text: Text, one: Operand) -> Operand:
    """A ratio whose numbers are kept small: in its lowest terms when its denominator is large."""
    above, below = text.fresh(), text.fresh()
    text.line(f"{above} = {one.text}")
    text.line(f"{below} = {one.scale}")
    with text.block(f"if {above} != NA and {below} > {LARGE}"):
        part = text.named(f"common({above}, {below})")
        text.line(f"{above} = {above} // {part}")
        text.line(f"{below} = {below} // {part}")
    text.settle(above)
    text.settle(below)
    return replace(one, text=above, scale=below)


def crossed(left: Operand, right: Operand) -> tuple[str, str]:
    """Two whole numbers in the order of the two values."""
    if not is_ratio(left) and not is_ratio(right):
        assert isinstance(left.scale, int) and isinstance(right.scale, int)
        scale = lcm(left.scale, right.scale)
        return on(left, scale), on(right, scale)
    return times(left.text, right.scale), times(right.text, left.scale)


def extreme(text: Text, left: Operand, right: Operand, sign: str, skips: bool) -> Operand:
    """The least (« < ») or greatest (« > ») of two values; `skips`: what is without object is left out."""
    nullable = (left.nullable and right.nullable) if skips else (left.nullable or right.nullable)
    if is_ratio(left) or is_ratio(right):
        return _extreme_ratio(text, left, right, sign, skips, nullable)
    assert isinstance(left.scale, int) and isinstance(right.scale, int)
    scale, value = lcm(left.scale, right.scale), text.fresh()
    text.line(f"{value} = {guarded(text, on(left, scale), left)}")
    ours = on(right, scale)
    with text.block("if " + _taken(left, right, f"{ours} {sign} {value}", skips)):
        text.line(f"{value} = {ours}")
    if not skips and right.nullable:
        text.line(f"{value} = {value} if {right.text} != NA else NA")
    return Operand(value, scale, nullable, of=left.of)


def _extreme_ratio(text: Text, left: Operand, right: Operand, sign: str, skips: bool, nullable: bool) -> Operand:
    above, below = text.fresh(), text.fresh()
    text.line(f"{above} = {left.text}")
    text.line(f"{below} = {left.scale}")
    ours, theirs = crossed(right, left)
    with text.block("if " + _taken(left, right, f"{ours} {sign} {theirs}", skips)):
        text.line(f"{above} = {right.text}")
        text.line(f"{below} = {right.scale}")
    if not skips and right.nullable:
        text.line(f"{above} = {above} if {right.text} != NA else NA")
    return Operand(above, below, nullable)


def _taken(left: Operand, right: Operand, better: str, skips: bool) -> str:
    """When the second value is the one."""
    parts = [f"{right.text} != NA"] if right.nullable else []
    if left.nullable:
        better = f"({left.text} == NA or {better})" if skips else f"({left.text} != NA and {better})"
    return " and ".join([*parts, better])


def rounding(text: Text, one: Operand, mode: str, scale: int) -> Operand:
    """To the nearest multiple of 1 / scale, or to the one next to zero."""
    function = "rounded" if mode == "nearest" else "truncated"
    shared = gcd(scale, one.scale) if isinstance(one.scale, int) else 1
    below = one.scale // shared if isinstance(one.scale, int) else one.scale
    value = guarded(text, f"{function}({times(one.text, scale // shared)}, {below})", one)
    return Operand(value, scale, one.nullable)
