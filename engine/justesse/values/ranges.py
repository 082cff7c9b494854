"""Values known in part: a number or a date between two ends, a choice among options; what arithmetic makes of them.

Interval arithmetic (Moore, 1966) on exact numbers: every result holds what any completion of the unknowns would give. An
end may be open (None: no bound). What may also be without object says so. Knows no rule and no case.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from justesse.values.states import NOTHING, NotApplicable, Partial, State, Unknown, causes_of

Exact = int | Fraction


@dataclass(frozen=True, slots=True)
class Range(Partial):
    """A number or a date from `low` to `high`, both included; None is no bound. `nothing`: or without object."""

    low: Exact | None
    high: Exact | None
    causes: tuple[str, ...] = ()
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class OneOf(Partial):
    """One of several options. `nothing`: or without object."""

    options: frozenset[str]
    causes: tuple[str, ...] = ()
    nothing: bool = False


def between(low: Exact | None, high: Exact | None, causes: tuple[str, ...] = (), nothing: bool = False) -> object:
    """The range, or the value itself when both ends are it."""
    return low if low is not None and low == high and not nothing else Range(low, high, causes, nothing)


def alike(one: object, other: object) -> bool:
    """Equal values; what is known in part, by what is known of it; two other states of one kind, whatever causes they name."""
    match one, other:
        case Range(), Range():
            return (one.low, one.high, one.nothing) == (other.low, other.high, other.nothing)
        case OneOf(), OneOf():
            return (one.options, one.nothing) == (other.options, other.nothing)
        case State(), State():
            return type(one) is type(other)
        case _:
            return one == other


def as_range(value: Any) -> Range:
    """A known number as a range of one value."""
    return value if value.__class__ is Range else Range(value, value)


# --- hull ---------------------------------------------------------------------------------------------


def hull(values: Iterable[object], causes: tuple[str, ...] = ()) -> object:
    """The least that holds all these values; unknown when nothing better does."""
    found = list(values)
    known = [one for one in found if not isinstance(one, NotApplicable)]
    nothing = len(known) < len(found) or any(isinstance(one, Partial) and one.nothing for one in known)
    if not known:
        return NOTHING
    causes = tuple(dict.fromkeys((*causes, *(cause for one in known for cause in causes_of(one)))))
    if any(isinstance(one, State) and not isinstance(one, Partial) for one in known):
        return Unknown(causes)
    if all(isinstance(one, Range | int | Fraction) and not isinstance(one, bool) for one in known):
        ranges = [as_range(one) for one in known]
        return between(_least(one.low for one in ranges), most(one.high for one in ranges), causes, nothing)
    if all(isinstance(one, OneOf | str) for one in known):
        options = frozenset().union(*(_options(one) for one in known))
        return next(iter(options)) if len(options) == 1 and not nothing else OneOf(options, causes, nothing)
    return known[0] if not nothing and all(one == known[0] for one in known) else Unknown(causes)


def _options(value: object) -> frozenset[str]:
    """The choices a value may be."""
    return value.options if isinstance(value, OneOf) else frozenset((str(value),))


def _least(ends: Iterable[Exact | None]) -> Exact | None:
    """The lowest of lower ends; None is −∞."""
    listed = list(ends)
    return None if None in listed else min(listed)  # type: ignore[type-var]


def most(ends: Iterable[Exact | None]) -> Exact | None:
    """The highest of upper ends; None is +∞."""
    listed = list(ends)
    return None if None in listed else max(listed)  # type: ignore[type-var]


# --- arithmetic ---------------------------------------------------------------------------------------


def combined(op: str, left: Any, right: Any) -> object:
    """+ - * / of numbers of which one at least is a range."""
    a, b = as_range(left), as_range(right)
    match op:
        case "+":
            ends = _sum(a.low, b.low), _sum(a.high, b.high)
        case "-":
            ends = _difference(a.low, b.high), _difference(a.high, b.low)
        case "*":
            ends = _product(a, b)
        case _:
            ends = _quotient(a, b)
    return between(*ends, _causes(a, b), a.nothing or b.nothing)


def _sum(left: Exact | None, right: Exact | None) -> Exact | None:
    return None if left is None or right is None else left + right


def _difference(left: Exact | None, right: Exact | None) -> Exact | None:
    return None if left is None or right is None else left - right


def _product(a: Range, b: Range) -> tuple[Exact | None, Exact | None]:
    """Of two numbers of known sign, or of a number and a range; else nothing is known."""
    for known, other in ((a, b), (b, a)):
        if known.low is not None and known.low == known.high:
            ends = [None if end is None else known.low * end for end in (other.low, other.high)]
            if known.low == 0:
                return 0, 0
            return (ends[0], ends[1]) if known.low > 0 else (ends[1], ends[0])
    if a.low is not None and b.low is not None and a.low >= 0 and b.low >= 0:
        return a.low * b.low, None if a.high is None or b.high is None else a.high * b.high
    return None, None


def _quotient(a: Range, b: Range) -> tuple[Exact | None, Exact | None]:
    """By a number of known sign; a divisor of zero is refused elsewhere, so it is never what happens here."""
    if b.low is not None and b.low == b.high and b.low != 0:
        return _product(a, Range(1 / Fraction(b.low), 1 / Fraction(b.low)))
    if a.low is None or b.low is None or a.low < 0 or b.low < 0:
        return None, None
    low = Fraction(0) if b.high is None else a.low / Fraction(b.high)
    return low, None if a.high is None or b.low == 0 else a.high / Fraction(b.low)


def mapped(function: Callable[[Any], Any], value: Range) -> object:
    """A function that never decreases, of both ends."""
    low, high = (None if end is None else function(end) for end in (value.low, value.high))
    return between(low, high, value.causes, value.nothing)


def summed(parts: Iterable[tuple[Any, int]]) -> object:
    """The sum of values, each so many times; one that may be without object may count for nothing."""
    low: Exact | None = 0
    high: Exact | None = 0
    causes: tuple[str, ...] = ()
    for value, times in parts:
        one = as_range(value)
        first, last = (_least((one.low, 0)), most((one.high, 0))) if one.nothing else (one.low, one.high)
        low = None if low is None or first is None else low + first * times
        high = None if high is None or last is None else high + last * times
        causes = (*causes, *one.causes)
    return between(low, high, tuple(dict.fromkeys(causes)))


def extreme(op: str, values: Sequence[Any]) -> object:
    """The least or greatest. « min » and « max » need every value; « least » and « greatest » leave out what has no object."""
    ranges = [as_range(one) for one in values]
    nothing = any(one.nothing for one in ranges) if op in ("min", "max") else all(one.nothing for one in ranges)
    sure = [one for one in ranges if not one.nothing or op in ("min", "max")]
    lows, highs = [one.low for one in ranges], [one.high for one in ranges]
    if op in ("min", "least"):
        bounds = [one.high for one in sure if one.high is not None]
        ends = _least(lows), min(bounds) if bounds else (None if sure else most(highs))
    else:
        bounds = [one.low for one in sure if one.low is not None]
        ends = max(bounds) if bounds else (None if sure else _least(lows)), most(highs)
    return between(*ends, _causes(*ranges), nothing)


# --- comparisons --------------------------------------------------------------------------------------


def compared(op: str, left: Any, right: Any) -> object:
    """True, False, or unknown with the causes, when the answer depends on them."""
    causes = (*causes_of(left), *causes_of(right))
    if any(isinstance(one, Partial) and one.nothing for one in (left, right)):
        return Unknown(causes)
    held = _equal(left, right) if op in ("=", "≠") else _ordered(op, as_range(left), as_range(right))
    if held is None:
        return Unknown(causes)
    return not held if op == "≠" else held


def _equal(left: Any, right: Any) -> bool | None:
    """Two partial values are never surely equal: they may be parts of the same unknown, or not."""
    if isinstance(left, OneOf | str):
        mine, theirs = _options(left), _options(right)
        return False if mine.isdisjoint(theirs) else True if mine == theirs and len(mine) == 1 else None
    a, b = as_range(left), as_range(right)
    return False if _below(a, b) or _below(b, a) else None


def _below(a: Range, b: Range) -> bool:
    """Whether a is surely less than b."""
    return a.high is not None and b.low is not None and a.high < b.low


def _at_most(a: Range, b: Range) -> bool:
    return a.high is not None and b.low is not None and a.high <= b.low


def _ordered(op: str, a: Range, b: Range) -> bool | None:
    match op:
        case "<":
            return True if _below(a, b) else False if _at_most(b, a) else None
        case "≤":
            return True if _at_most(a, b) else False if _below(b, a) else None
        case ">":
            return _ordered("<", b, a)
        case _:
            return _ordered("≤", b, a)


def belongs(value: Any, listed: Sequence[Any]) -> object:
    """Whether a value known in part is in a list."""
    if isinstance(value, OneOf) and not value.nothing and value.options.issubset(listed):
        return True
    held = [compared("=", value, one) for one in listed if not isinstance(one, State)]
    return False if all(one is False for one in held) and len(held) == len(listed) else Unknown(causes_of(value))


def _causes(*ranges: Range) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cause for one in ranges for cause in one.causes))
