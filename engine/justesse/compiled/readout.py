"""The values that numbers stand for, once out of a kernel: as evaluation gives them, but records, which are their place.

What makes a value is found once for a shape, then called for each dossier. Decides nothing.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache

from justesse.compiled.written import NA, Shape
from justesse.program.types import Choice, Date, Days, Label, ListOf, Month, Number, RecordOf, YesNo
from justesse.values.states import NOTHING

Options = dict[int, str]
"""The words of choices and of names, by their numbers."""
Maker = Callable[[int, int, Options], object]
"""Makes a value of its one or two numbers, the first of which is not `NA`."""


def shaped(first: int, second: int, shape: Shape, options: Options) -> object:
    """A value of this shape, or « sans objet »; a list stays its place and its length."""
    return NOTHING if first == NA else maker(shape)(first, second, options)


def maker(shape: Shape) -> Maker:
    """What makes a value of this shape; a list stays its place and its length."""
    match shape.type:
        case YesNo():
            return lambda first, second, options: first == 1
        case Number() if shape.scale:
            return lambda first, second, options: _number(first, shape.scale)
        case Number():
            return lambda first, second, options: _number(first, second)
        case Choice() | Label():
            return lambda first, second, options: options[first]
        case ListOf() if shape.run:
            return lambda first, second, options: tuple(range(first, first + second))
        case Days() | ListOf():
            return lambda first, second, options: (first, second)
        case RecordOf() | Date() | Month():
            return lambda first, second, options: first


def list_maker(shape: Shape, elements: Sequence[int]) -> Maker:
    """What makes a list, from where its elements stand."""
    assert isinstance(shape.type, ListOf)
    item = Shape(shape.type.item, 1)
    return lambda first, second, options: tuple(shaped(one, 1, item, options) for one in elements[first : first + second])


@lru_cache(maxsize=4096)
def _number(above: int, below: int) -> Fraction:
    """An exact number; the same few are most of what is shown, and making one costs more than finding it again."""
    return Fraction(above, below) if above % below else Fraction(above // below)
