"""Reading a quantity on a day: from the run being decided when it is of the same timeline; else from its own runs.

What follows the day is bounded by the runs that it reads. How runs are decided is `timelines`.
"""

from dataclasses import replace

from justesse.compiled.lowering import Lowering, Unsupported
from justesse.compiled.operands import Operand
from justesse.compiled.shaping import double, shaped
from justesse.program.program import Quantity


def on_day(lo: Lowering, read: Quantity, args: tuple[Operand, ...]) -> Operand:
    """Write the reading of a quantity for its owner, on a day."""
    if len(args) != 2:
        raise Unsupported("days of several owners")
    owner, day = args
    loop, moment = lo.names.loops[read.loop], lo.moment
    today = moment is not None and day.text == moment.day and day.slope == "1" and moment.owner == owner.text
    if today and moment is not None and moment.loop == loop:
        return _in_run(lo, read, owner, day)
    at = lo.text.named(f"at{loop}({owner.text}, {day.text})")
    if today and moment is not None and _same_owner(lo, moment.loop, read.loop):
        return _of_run(lo, read, at, day)
    return _if_of_owner(lo, read, at, owner, day)


def _if_of_owner(lo: Lowering, read: Quantity, at: str, owner: Operand, day: Operand) -> Operand:
    """A quantity on a day that may be none of its owner's: then it is without object, and stays so until the first."""
    first, second = lo.text.fresh(), lo.text.fresh() if double(lo, read) else ""
    slope = lo.text.fresh("s") if read.key in lo.counters else ""
    for name, without in ((first, "NA"), (second, "1"), (slope, "0")):
        if name:
            lo.text.line(f"{name} = {without}")
    with lo.text.block(f"if {at} >= 0"):
        held = _of_run(lo, read, at, day)
        for name, value in ((first, held.text), (second, held.end or held.scale), (slope, held.slope)):
            if name:
                lo.text.line(f"{name} = {value}")
    if day.slope and lo.moment is not None:
        opened = f"B{lo.names.records[read.subjects[0].name]}F[{owner.text}]"
        with lo.text.block("else"), lo.text.block(f"if {day.text} < {opened}"):
            _follow(lo, f"{opened} - 1", day)
    found = shaped(lo, read, first, second, True)
    if slope and day.slope == "1":
        return Operand(found.text, found.scale, True, slope=slope)
    if slope and day.slope:
        lo.stop_here()
    return found


def _same_owner(lo: Lowering, number: int, other: str) -> bool:
    """Whether two loops decide the days of the same kind of record: every day of one is a day of the other."""
    loop = next(name for name, one in lo.names.loops.items() if one == number)
    return lo.program.quantities[loop].subjects[0].name == lo.program.quantities[other].subjects[0].name


def _of_run(lo: Lowering, read: Quantity, at: str, day: Operand) -> Operand:
    """A quantity on a day whose run, of another timeline, is at a place; what follows the day is bounded by that run."""
    number, loop = lo.number(read), lo.names.loops[read.loop]
    first = lo.text.named(f"V{number}[{at}]")
    second = lo.text.named(f"V{number}E[{at}]") if double(lo, read) else ""
    slope = lo.text.named(f"V{number}S[{at}]") if read.key in lo.counters else ""
    nullable = read.key in lo.objects.quantities
    if slope:
        held = f"{first} + {slope} * ({day.text} - R{loop}F[{at}])"
        first = lo.text.named(f"({held}) if {first} != NA else NA" if nullable else held)
    if day.slope and lo.moment is not None:
        _follow(lo, f"R{loop}L[{at}]", day)
    found = shaped(lo, read, first, second, nullable)
    return replace(found, slope=slope)


def _follow(lo: Lowering, last: str, day: Operand) -> None:
    """A moving day reads something that is constant until `last`."""
    assert lo.moment is not None
    if day.slope != "1":
        lo.stop_here()
    elif day.text == lo.moment.day:
        lo.cut(last)
    else:
        lo.cut(f"{last} + {lo.moment.day} - {day.text}")


def _in_run(lo: Lowering, read: Quantity, owner: Operand, day: Operand) -> Operand:
    """A quantity of the run being decided."""
    number = lo.number(read)
    found = lo.text.fresh()
    lo.text.line(f"{found} = X{number}[{owner.text}]")
    with lo.text.block(f"if {found} < NA"):
        lo.text.line(f"{found} = q{number}({owner.text}, {day.text})")
    second = lo.text.named(f"X{number}E[{owner.text}]") if double(lo, read) else ""
    one = shaped(lo, read, found, second, read.key in lo.objects.quantities)
    if read.key not in lo.counters:
        return one
    slope, flag = lo.text.named(f"X{number}S[{owner.text}]"), lo.text.named(f"X{number}G[{owner.text}]")
    return Operand(one.text, one.scale, one.nullable, slope=slope, flag=flag, key=lo.counters[read.key])
