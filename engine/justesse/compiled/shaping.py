"""The operand that a quantity's value makes: in how many whole numbers it is kept, over what, of what kind. Writes no reading."""

from justesse.compiled.facts import record_of
from justesse.compiled.lowering import Lowering
from justesse.compiled.operands import Operand
from justesse.compiled.scales import RATIO
from justesse.program.program import Quantity
from justesse.program.types import Days, ListOf, RecordOf


def double(lo: Lowering, read: Quantity) -> bool:
    """Whether its value takes two whole numbers."""
    return isinstance(read.type, Days | ListOf) or is_ratio(lo, read)


def is_ratio(lo: Lowering, read: Quantity) -> bool:
    """Whether its denominator is known only when the kernel runs."""
    return lo.scales.quantities.get(read.key) == RATIO


def shaped(lo: Lowering, read: Quantity, first: str, second: str, nullable: bool) -> Operand:
    """The operand of a value read in one or two names."""
    lo.text.settle(first)
    lo.text.settle(second)
    scale: int | str = lo.scales.quantities.get(read.key, 1) or second
    kind = read.type
    of = kind.record if isinstance(kind, RecordOf) else record_of(kind.item) if isinstance(kind, ListOf) else ""
    return Operand(first, scale, nullable, end=second if isinstance(kind, Days | ListOf) else "", of=of)
