"""The arrays of a dossier: what each quantity, timeline and group keeps, how large it is, and the function that empties them.

Written once all the rest is, which says what is kept. Where arrays stand in machine code is `memory`.
"""

from collections.abc import Iterator

from justesse.compiled import reads, timelines
from justesse.compiled.lowering import Array, Lowering, Unsupported
from justesse.compiled.shaping import double
from justesse.program.program import Quantity
from justesse.program.types import Choice, Date, Month, RecordOf


def reset_of(lo: Lowering) -> str:
    """The function that empties every memory, for a dossier with these counts; the rest only has room made for it."""
    arrays = list(_arrays(lo))
    names = [one.name for one in arrays]
    heads = [f"    global {', '.join(names[start : start + 12])}" for start in range(0, len(names), 12)]
    alike: dict[tuple[str, str], str] = {}
    lines = [
        f"    {one.name} = {_made(one, alike.setdefault((one.filling, one.size), one.name))}" for one in arrays if one.filling
    ]
    room: dict[str, list[str]] = {}
    for one in arrays:
        if not one.filling:
            room.setdefault(one.size, []).append(one.name)
    for size, some in room.items():
        lines += [f"    if len({some[0]}) < {size}:", *[f"        {name} = [0] * ({size})" for name in some]]
    first = [f"{name} = []" for name in names]
    emptied = [f"    {one}[0] = 0" for one in ("TOP", "WTOP", "PTOP", "U")]
    if lo.ahead:
        emptied.append("    ahead()")
    if lo.strict:
        emptied.append("    strict()")
    return "\n".join([*first, "OUT = [0]", "", "def reset():", *heads, *lines, *emptied, "", ""])


def _made(one: Array, like: str) -> str:
    """A new array: a copy of one that is like it, in half the time, as long as nothing is written."""
    if one.size == "1":
        return f"[{one.filling}]"
    return f"{like}.copy()" if like != one.name else f"[{one.filling}] * ({one.size})"


def _arrays(lo: Lowering) -> Iterator[Array]:
    """Those of a dossier, but its facts."""
    for key, quantity in lo.program.quantities.items():
        if key in lo.stills or not (quantity.by_day or key in lo.in_place or not lo.ahead.get(key, True)):
            number, size = lo.number(quantity), " * ".join(_sizes(lo, quantity)) or "1"
            yield Array(f"M{number}", size, "" if key in lo.ahead or key in lo.strict else "UN")
            if double(lo, quantity):
                yield Array(f"M{number}E", size)
    for owner in lo.program.spans:
        yield from timelines.arrays_of_owner(lo, owner)
    for loop, keys in lo.program.loops.items():
        yield from timelines.arrays(lo, loop, keys)
    for kind, record in lo.program.declarations.records.items():
        if record.members:
            number, size = lo.names.records[kind], lo.names.count(kind)
            yield Array(f"N{number}G", "1", "-1")
            yield from (Array(f"N{number}{one}", size) for one in "FLO")


def _sizes(lo: Lowering, quantity: Quantity) -> list[str]:
    sizes = []
    for position, subject in enumerate(quantity.subjects):
        match subject.kind:
            case RecordOf(record) if record == lo.program.declarations.root:
                pass
            case RecordOf(record):
                sizes.append(lo.names.count(record))
            case Choice(options):
                sizes.append(str(len(options)))
            case Month():
                sizes.append(str(lo.widths[reads.list_of_months(lo, quantity, position).key]))
            case Date():
                pass  # the same every day
            case _:
                raise Unsupported(subject.name)
    return sizes
