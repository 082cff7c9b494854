"""Reading a quantity: from its memory when it is there, else by the function that computes it; by day, from its runs.

A memory is an array with a place for each combination of subjects. A value that takes two whole numbers (a ratio, a span,
a list) has a second array. How a quantity is computed is `sentences`, its runs `timelines`.
"""

from collections.abc import Callable
from dataclasses import replace

from justesse.compiled import operands as o
from justesse.compiled import sentences, values
from justesse.compiled.facts import record_of
from justesse.compiled.lowering import Lowering, Unsupported
from justesse.compiled.operands import Operand
from justesse.program import core as c
from justesse.program.program import Quantity
from justesse.program.types import Choice, Days, ListOf, Month, RecordOf


def quantity(lo: Lowering, key: str, args: tuple[Operand, ...]) -> Operand:
    """Write the reading of a quantity for its subjects; without object when one of them is."""
    read = lo.program.quantities[key]
    alias = _alias(lo, read)
    if alias is not None:
        return values.fact(lo, args[0], alias)
    if key in lo.in_place:
        return in_place(lo, read, args)
    if key in lo.ahead:
        return once(lo, key, args, lambda: _ahead(lo, read))
    lacking = [one.text for one in args if one.nullable]
    if not lacking:
        return once(lo, key, args, lambda: _on_day(lo, read, args) if read.by_day else _memory(lo, read, args))
    tests = " and ".join(f"{one} != NA" for one in dict.fromkeys(lacking))
    return once(lo, f"{key} if {tests}", args, lambda: _guarded(lo, read, args, tests))


def once(lo: Lowering, key: str, args: tuple[Operand, ...], write: Callable[[], Operand]) -> Operand:
    """What a reading gives, written unless it was on the way here: a quantity of a subject has one value."""
    where = (one.text for one in args if one.text != "0")
    day = "" if lo.moment is None else lo.moment.day
    known = f"{key} of {', '.join(f'{one.text}/{one.slope}' for one in args)} on {day}"
    found = lo.text.known(known)
    if found is None:
        found = write()
        lo.text.learn(known, " ".join(where), found)
    assert isinstance(found, Operand)
    return found


def in_place(lo: Lowering, read: Quantity, args: tuple[Operand, ...]) -> Operand:
    """A quantity computed here, for all that follows."""
    return once(lo, read.key, args, lambda: _computed(lo, read, args))


def _computed(lo: Lowering, read: Quantity, args: tuple[Operand, ...]) -> Operand:
    outer, lo.run_of_months = lo.run_of_months, False
    found = sentences.chosen(lo, read, (Operand("0", of=lo.program.declarations.root), *args))
    lo.run_of_months = outer
    if o.is_ratio(found):
        found = o.lowest(lo.text, found)
    nullable = found.nullable and read.key in lo.objects.quantities
    return replace(found, nullable=nullable, of=read.type.record if isinstance(read.type, RecordOf) else "")


def _ahead(lo: Lowering, read: Quantity) -> Operand:
    """What was decided before anything is shown."""
    number = lo.number(read)
    second = lo.text.named(f"M{number}E[0]") if double(lo, read) else ""
    return shaped(lo, read, lo.text.named(f"M{number}[0]"), second, read.key in lo.objects.quantities)


def _guarded(lo: Lowering, read: Quantity, args: tuple[Operand, ...], tests: str) -> Operand:
    """A reading for subjects that may be without object."""
    first, second = lo.text.fresh(), lo.text.fresh() if double(lo, read) else ""
    lo.text.line(f"{first} = NA")
    if second:
        lo.text.line(f"{second} = 1")
    with lo.text.block(f"if {tests}"):
        if read.by_day:
            found = lo.still(_on_day(lo, read, args))
            lo.text.line(f"{first} = {found.text}")
        else:
            found = _memory(lo, read, args, first)
        if second:
            lo.text.line(f"{second} = {found.end or found.scale}")
    return shaped(lo, read, first, second, True)


def unfolded(lo: Lowering, node: c.Core) -> c.Core:
    """The fact that a quantity is another name of, for the same record; else the node itself."""
    match node:
        case c.Value(key, (c.Slot() as record,)):
            alias = _alias(lo, lo.program.quantities[key])
            return c.Field(record, alias) if alias is not None else node
        case _:
            return node


def _alias(lo: Lowering, read: Quantity) -> str | None:
    """The fact of its own record that a quantity always is."""
    rules, exceptions = lo.clauses[read.key]
    if exceptions or read.fact is not None or len(rules) != 1 or rules[0].validities or rules[0].condition is not None:
        return None
    match rules[0].value:
        case c.Field(c.Slot(1), name) if len(read.subjects) == 1:
            return name
        case _:
            return None


def double(lo: Lowering, read: Quantity) -> bool:
    """Whether its value takes two whole numbers."""
    return isinstance(read.type, Days | ListOf) or lo.scales.quantities.get(read.key) == 0


def shaped(lo: Lowering, read: Quantity, first: str, second: str, nullable: bool) -> Operand:
    """The operand of a value read in one or two names."""
    lo.text.settle(first)
    lo.text.settle(second)
    scale: int | str = lo.scales.quantities.get(read.key, 1) or second
    kind = read.type
    of = kind.record if isinstance(kind, RecordOf) else record_of(kind.item) if isinstance(kind, ListOf) else ""
    return Operand(first, scale, nullable, end=second if isinstance(kind, Days | ListOf) else "", of=of)


# --- out of days --------------------------------------------------------------------------------------


def _memory(lo: Lowering, read: Quantity, args: tuple[Operand, ...], found: str = "") -> Operand:
    given = ", ".join(one.text for one in args)
    return kept(lo, read, lo.text.named(place(lo, read, args), "p"), f"q{lo.number(read)}({given})", found)


def kept(lo: Lowering, read: Quantity, at: str, computed: str, found: str = "") -> Operand:
    """What the memory of a quantity has at a place, computed the first time; `found`: the name that it goes by."""
    number, found = lo.number(read), found or lo.text.fresh()
    lo.text.line(f"{found} = M{number}[{at}]")
    with lo.text.block(f"if {found} < NA"):
        lo.text.line(f"{found} = {computed}")
    second = lo.text.named(f"M{number}E[{at}]") if double(lo, read) else ""
    return shaped(lo, read, found, second, read.key in lo.objects.quantities)


def place(lo: Lowering, read: Quantity, args: tuple[Operand, ...]) -> str:
    """Where the memory of a quantity keeps its value for some subjects."""
    found = "0"
    for position, (subject, arg) in enumerate(zip(read.subjects, args, strict=True)):
        match subject.kind:
            case RecordOf(record) if record == lo.program.declarations.root:
                continue
            case RecordOf(record):
                size, here = lo.names.count(record), arg.text
            case Choice(options):
                size, here = str(len(options)), f"{lo.table('C', positions(lo, options))}[{arg.text}]"
            case Month() if subject.listed and position:
                size, here = month_place(lo, read, position, args)
            case _:
                raise Unsupported(f"a quantity of {subject.name}")
        found = here if found == "0" else f"({found}) * {size} + {here}"
    return found


def positions(lo: Lowering, options: tuple[str, ...]) -> list[int]:
    """Where each option of a choice stands, by its number."""
    numbers = [lo.names.choice(option) for option in options]
    return [numbers.index(one) if one in numbers else 0 for one in range(max(numbers) + 1)]


def month_place(lo: Lowering, read: Quantity, position: int, args: tuple[Operand, ...]) -> tuple[str, str]:
    """The place of a month in the list of its record, counted from the first."""
    listed = list_of_months(lo, read, position)
    width = lo.widths[listed.key]
    months = quantity(lo, listed.key, (args[position - 1],))
    if listed.key not in lo.months:
        raise Unsupported("a quantity of months that do not follow")
    here = lo.text.named(f"{args[position].text} - {months.text}")
    inside = f"{here} of {listed.key}"
    if lo.text.known(inside) is None:
        with lo.text.block(f"if {here} < 0 or {here} >= {width} or {months.end} == 0"):
            lo.text.line("leave(3)")
        lo.text.learn(inside, f"{here} {months.text}", True)
    return str(width), here


def list_of_months(lo: Lowering, read: Quantity, position: int) -> Quantity:
    """The list that a month among the subjects of a quantity is one of."""
    subject, owner = read.subjects[position], read.subjects[position - 1]
    return next(
        one for one in lo.program.quantities.values()
        if one.subjects == (owner,) and isinstance(one.type, ListOf) and subject.listed in _forms(lo, one)
    )  # fmt: skip


def _forms(lo: Lowering, one: Quantity) -> tuple[str, ...]:
    declared = lo.program.declarations.attributes[one.key]
    return (declared.name, *declared.forms)


# --- on a day -----------------------------------------------------------------------------------------


def _on_day(lo: Lowering, read: Quantity, args: tuple[Operand, ...]) -> Operand:
    """On the day being decided, from the run itself when it is of the same timeline; else from its own runs."""
    if len(args) != 2:
        raise Unsupported("days of several owners")
    owner, day = args
    loop, moment = lo.names.loops[read.loop], lo.moment
    today = moment is not None and day.text == moment.day and day.slope == "1"
    if today and moment is not None and moment.loop == loop and moment.owner == owner.text:
        return _in_run(lo, read, owner, day)
    at = lo.text.named(f"at{loop}({owner.text}, {day.text})")
    if today and moment is not None and moment.owner == owner.text and _same_owner(lo, moment.loop, loop):
        return _of_run(lo, read, at, day)
    first, second = lo.text.fresh(), lo.text.fresh() if double(lo, read) else ""
    slope = lo.text.fresh("s") if read.key in lo.counters else ""
    lo.text.line(f"{first} = NA")
    if second:
        lo.text.line(f"{second} = 1")
    if slope:
        lo.text.line(f"{slope} = 0")
    with lo.text.block(f"if {at} >= 0"):
        held = _of_run(lo, read, at, day)
        lo.text.line(f"{first} = {held.text}")
        if second:
            lo.text.line(f"{second} = {held.end or held.scale}")
        if slope:
            lo.text.line(f"{slope} = {held.slope}")
    if day.slope and moment is not None:
        opened = f"B{lo.names.records[read.subjects[0].name]}F[{owner.text}]"
        with lo.text.block("else"), lo.text.block(f"if {day.text} < {opened}"):
            _follow(lo, f"{opened} - 1", day)
    found = shaped(lo, read, first, second, True)
    if not slope:
        return found
    if day.slope != "1":
        if day.slope:
            lo.stop_here()
        return found
    return Operand(found.text, found.scale, True, slope=slope)


def _same_owner(lo: Lowering, one: int, other: int) -> bool:
    """Whether two loops decide the days of the same kind of record: every day of one is a day of the other."""
    kinds = {lo.program.quantities[loop].subjects[0].name for loop, number in lo.names.loops.items() if number in (one, other)}
    return len(kinds) == 1


def _of_run(lo: Lowering, read: Quantity, at: str, day: Operand) -> Operand:
    """A quantity on a day whose run, of another timeline, is at a place; what follows the day is bounded by that run."""
    number, loop = lo.number(read), lo.names.loops[read.loop]
    first = lo.text.named(f"V{number}[{at}]")
    second = lo.text.named(f"V{number}E[{at}]") if double(lo, read) else ""
    slope = lo.text.named(f"V{number}S[{at}]") if read.key in lo.counters else ""
    if slope:
        first = lo.text.named(f"{first} + {slope} * ({day.text} - R{loop}F[{at}])")
    if day.slope and lo.moment is not None:
        _follow(lo, f"R{loop}L[{at}]", day)
    found = shaped(lo, read, first, second, read.key in lo.objects.quantities)
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
