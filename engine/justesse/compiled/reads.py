"""Reading a quantity: from its memory when it is there, else by the function that computes it; by day, `day_reads`.

A memory is an array with a place for each combination of subjects. A value that takes two whole numbers (a ratio, a span,
a list) has a second array. How a quantity is computed is `sentences`.
"""

from collections.abc import Callable
from dataclasses import replace

from justesse.compiled import day_reads, sentences, values
from justesse.compiled import operands as o
from justesse.compiled.lowering import Lowering, Unsupported
from justesse.compiled.operands import Operand
from justesse.compiled.shaping import double, shaped
from justesse.program import core as c
from justesse.program.program import Quantity
from justesse.program.types import Choice, ListOf, Month, RecordOf


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
        return once(lo, key, args, lambda: day_reads.on_day(lo, read, args) if read.by_day else _memory(lo, read, args))
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
            found = lo.still(day_reads.on_day(lo, read, args))
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


# --- memories ----------------------------------------------------------------------------------------


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
    here = lo.text.named(f"{args[position].text} - {months.text}", "p")
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
