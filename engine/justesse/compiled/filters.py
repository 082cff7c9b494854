"""What a filter keeps of a list, reached by the order of the list when it names what the list is in order of.

« the pays whose month is this month » goes from the first of that month to the last, never through the others.
"""

from collections.abc import Iterator
from dataclasses import replace

from justesse.compiled import lists, reads, truths, values
from justesse.compiled import operands as o
from justesse.compiled.lowering import Env, Lowering
from justesse.compiled.operands import Operand
from justesse.evaluation.windows import slots
from justesse.program import core as c


def filtered(lo: Lowering, source: lists.Plan, where: c.Core | None, env: Env) -> lists.Plan:
    """The elements that pass; reached by their order where the filter names it."""
    if where is None:
        return source
    parts = list(_parts(where))
    if source.between is not None:
        for place, part in enumerate(parts):
            ends = _ends(lo, source, part, env)
            if ends is not None:
                narrowed = replace(source.between(*ends), absent=source.absent)
                rest = parts[:place] + parts[place + 1 :]
                return _tested(lo, narrowed, c.Logic("all", tuple(rest)), env) if rest else narrowed
    return _tested(lo, source, where, env)


def _tested(lo: Lowering, source: lists.Plan, where: c.Core, env: Env) -> lists.Plan:
    def each(use: lists.Use, backwards: bool) -> None:
        def kept(element: Operand) -> None:
            depth = lo.text.depth
            truths.under(lo, where, (*env, element))
            use(element)
            lo.text.depth = depth

        source.each(kept, backwards)

    return lists.Plan(source.absent, each, source.of)


def _parts(where: c.Core) -> Iterator[c.Core]:
    """What must hold together."""
    match where:
        case c.Logic("all", items):
            for item in items:
                yield from _parts(item)
        case _:
            yield where


def _ends(lo: Lowering, source: lists.Plan, part: c.Core, env: Env) -> tuple[str, str] | None:
    """From what to what an element must be, or the fact that the list is in order of; None when a part says nothing of it."""
    match part:
        case c.Apply("=" | "member", (key, asked)) if len(env) not in slots(asked) and _is_key(lo, source, key, len(env)):
            pass
        case _:
            return None
    if part.op == "=":
        one = values.value(lo, asked, env)
        if one.slope or isinstance(one.scale, str) or source.scale % one.scale:
            return None
        one = o.rescaled(lo.text, one, source.scale)
        return (one.text, one.text) if not one.nullable else _known_ends(lo, one, one.text, one.text)
    if isinstance(asked, c.Value) and asked.quantity in lo.months:
        one = values.value(lo, asked, env)
        return _known_ends(lo, one, one.text, lo.text.named(f"{one.text} + {one.end} - 1"))
    return None


def _known_ends(lo: Lowering, one: Operand, low: str, high: str) -> tuple[str, str]:
    """No element at all when what is asked is without object."""
    return low, lo.text.named(f"{high} if {one.text} != NA else NA") if one.nullable else high


def _is_key(lo: Lowering, source: lists.Plan, key: c.Core, slot: int) -> bool:
    match reads.unfolded(lo, key):
        case c.Slot(index):
            return index == slot and not source.fact
        case c.Field(c.Slot(index), name):
            return index == slot and name == source.fact
        case _:
            return False


def contains(lo: Lowering, element: c.Core, listed: c.Core, env: Env) -> str:
    """Whether an element is in a list."""
    asked = lo.still(values.value(lo, element, env))
    if isinstance(listed, c.Value) and listed.quantity in lo.months:
        months = values.value(lo, listed, env)
        known = o.known(asked, months)
        inside = f"{asked.text} >= {months.text} and {asked.text} < {months.text} + {months.end}"
        return lo.text.named(f"({known + ' and ' if known else ''}{inside})")
    source = lists.plan(lo, listed, env)
    result = lo.text.fresh("h")
    lo.text.line(f"{result} = 0")

    def one(there: Operand) -> None:
        with lo.text.block(f"if {there.text} == {asked.text}"):
            lo.text.line(f"{result} = 1")
            lo.text.line("break")

    nothing = " or ".join([*([f"{asked.text} == NA"] if asked.nullable else []), *([source.absent] if source.absent else [])])
    with lo.text.block(f"if not ({nothing})" if nothing else "if 1"):
        source.each(one, False)
    return result
