"""What reads what: circles refused, day quantities that read each other's past joined in loops, recurrences marked.

An edge is *now* (needs the value at once), *past* (days strictly before the reader's day) or *earlier* (an element or a
span proved to come before the reader's). Only *now* edges may not form a circle.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program import core as c
from justesse.program.program import Clause, NoticeRule, Program, Quantity

Mode = Literal["now", "past", "earlier"]
Edge = tuple[str, Mode]
Ends = dict[str, c.Core]
Reading = tuple[str, str] | None
"""The reading of an interpretation that a sentence belongs to; none: it is of every reading."""


@dataclass(frozen=True, slots=True)
class Reads:
    """What a sentence reads. `here`: as it is on the day being decided; `elsewhere`: otherwise. A quantity may be in both.

    `ends`: the end of each quantity read that is a span; windows taken from it, and so edges, depend on that end.
    """

    edges: frozenset[Edge] = frozenset()
    here: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    ends: tuple[tuple[str, c.Core | None], ...] = ()


def ordered(program: Program) -> list[Diagnostic]:
    """Fill `loops`, `only_in`, `on_demand`, `loop`, `recurrent` and `knotted`; report circles."""
    ends = {key: end for key, quantity in program.quantities.items() if (end := _span_end(quantity)) is not None}
    reads = {key: list(_reads(quantity, ends)) for key, quantity in program.quantities.items()}
    opening = {group: program.declarations.opening(group).key for group in program.declarations.members.values()}
    edges = {
        key: sorted({(opening.get(target, target), mode) for _, one in some for target, mode in one.edges})
        for key, some in reads.items()
    }
    diagnostics = [_circle(program, knot) for knot in _knots(edges, ("now",))]
    knots = _knots(edges, ("now", "past", "earlier"))
    knotted, recurrent = {key for knot in knots for key in knot}, _coming_back_earlier(edges, knots)
    for key, quantity in program.quantities.items():
        quantity.knotted = key in knotted
        quantity.recurrent = not quantity.by_day and key in recurrent
    for knot in _components(edges, ("now", "past")):
        days = tuple(key for key in knot if program.quantities[key].by_day)
        by_owner: dict[object, list[str]] = {}
        for key in days:
            by_owner.setdefault(program.quantities[key].subjects, []).append(key)
        for keys in by_owner.values():
            name = min(keys)
            program.loops[name] = tuple(sorted(keys))
            for key in keys:
                program.quantities[key].loop = name
    several = {key for keys in program.loops.values() if len(keys) > 1 for key in keys}
    notices = [(one.reading, _read_by(one, None, ends)) for one in program.notices]
    shown = {item.key for view in program.views for item in view.items}
    program.only_in = _only_in([*notices, *(one for some in reads.values() for one in some)], several - shown)
    otherwise = shown.union(*(one.here | one.elsewhere for _, one in notices), _read_otherwise(program, reads))
    program.on_demand = frozenset(several - otherwise)
    return diagnostics


def _read_otherwise(program: Program, reads: dict[str, list[tuple[Reading, Reads]]]) -> Iterator[str]:
    """The quantities that a quantity reads otherwise than by their own loop on the day being decided."""
    for name, some in reads.items():
        reader = program.quantities[name]
        for _, one in some:
            yield from one.elsewhere
            yield from (key for key in one.here if not reader.by_day or program.quantities[key].loop != reader.loop)


def _only_in(sentences: list[tuple[Reading, Reads]], keys: set[str]) -> dict[str, frozenset[tuple[str, str]]]:
    """Those that no sentence of every reading reads, with the readings whose sentences do."""
    readers: dict[str, set[Reading]] = {key: set() for key in keys}
    for reading, one in sentences:
        for key in keys & (one.here | one.elsewhere):
            readers[key].add(reading)
    return {key: frozenset(one for one in some if one) for key, some in readers.items() if some and None not in some}


def _circle(program: Program, knot: list[str]) -> Diagnostic:
    spans = [clause.span for key in knot for clause in program.quantities[key].rules[:1]]
    names = " → ".join(f"« {program.quantities[key].name} »" for key in (*knot, knot[0]))
    return mistake("R0601", spans[0] if spans else None, *spans[1:], boucle=names)


def _coming_back_earlier(edges: dict[str, list[Edge]], knots: list[list[str]]) -> set[str]:
    """The quantities that need themselves at an earlier element, possibly through others.

    All those of a knot that holds such an edge: from any of them, round the knot by that edge, back to it.
    """
    found: set[str] = set()
    for knot in knots:
        inside = set(knot)
        if any(mode == "earlier" and target in inside for key in knot for target, mode in edges[key]):
            found |= inside
    return found


# --- edges ------------------------------------------------------------------------------------------


def _reads(quantity: Quantity, ends: Ends) -> Iterator[tuple[Reading, Reads]]:
    """What each sentence of a quantity reads, and the reading that it belongs to."""
    day = len(quantity.subjects) if quantity.by_day else None
    yield from ((clause.reading, _read_by(clause, day, ends)) for clause in (*quantity.rules, *quantity.exceptions))
    if quantity.fact is not None:
        yield None, _found([quantity.fact], day, ends)


def _read_by(clause: Clause | NoticeRule, day: int | None, ends: Ends) -> Reads:
    """What a sentence reads: looked for once, as long as the spans that it names end as they did."""
    known: Reads | None = getattr(clause, "reads", None)
    if known is None or any(ends.get(key) is not end for key, end in known.ends):
        known = _found(clause_parts(clause), day, ends)
        object.__setattr__(clause, "reads", known)
    return known


def _found(parts: Iterable[c.Core], day: int | None, ends: Ends) -> Reads:
    some = list(parts)
    edges = frozenset(edge for part in some for edge in _edges(part, day, "now", ends))
    values = [one for part in some for one in _values(part)]
    here = frozenset(one.quantity for one in values if _of_this_day(one))
    elsewhere = frozenset(one.quantity for one in values if not _of_this_day(one))
    return Reads(edges, here, elsewhere, tuple((key, ends.get(key)) for key in sorted(here | elsewhere)))


def _of_this_day(node: c.Value) -> bool:
    match node.args:
        case (c.Slot(1), c.Slot(2)):
            return True
        case _:
            return False


def _values(node: c.Core) -> Iterator[c.Value]:
    if isinstance(node, c.Value):
        yield node
    for part in children(node):
        yield from _values(part)


def clause_parts(clause: Clause | NoticeRule) -> Iterator[c.Core]:
    """Every expression of a sentence."""
    value = clause.value if isinstance(clause, Clause) else None
    for part in (clause.condition, value, *(validity.date for validity in clause.validities)):
        if part is not None:
            yield part


def _edges(node: c.Core, day: int | None, mode: Mode, ends: Ends) -> Iterator[Edge]:
    match node:
        case c.Value(quantity, args):
            earlier = any(isinstance(arg, c.Neighbour) and arg.step < 0 for arg in args)
            yield quantity, "earlier" if earlier and mode == "now" else mode
            for arg in args:
                yield from _edges(arg, day, mode, ends)
        case c.DayFold():
            inner = _window_mode(node, day, ends) if mode == "now" else mode
            for part in (node.owners, node.first, node.last, node.start, node.end):
                if part is not None:
                    yield from _edges(part, day, mode, ends)
            for part in (node.where, node.body):
                if part is not None:
                    yield from _edges(part, day, inner, ends)
        case c.GroupOf(group) | c.Groups(group):
            yield group, "now"  # all the groups of a kind are cut at once
            for part in children(node):
                yield from _edges(part, day, mode, ends)
        case _:
            for part in children(node):
                yield from _edges(part, day, mode, ends)


def _window_mode(node: c.DayFold, day: int | None, ends: Ends) -> Mode:
    if node.end is None:
        return "now"
    base, offset = _upper(_named_end(node.end, ends))
    if offset >= 0:
        return "now"
    return "past" if day is not None and isinstance(base, c.Slot) and base.index == day else "earlier"


def _span_end(quantity: Quantity) -> c.Core | None:
    """The last day of a quantity that names a span of days by a single rule."""
    only = quantity.rules[0].value if len(quantity.rules) == 1 and not quantity.exceptions else None
    return only.args[1] if isinstance(only, c.Apply) and only.op == "span" else None


def _named_end(end: c.Core, ends: Ends) -> c.Core:
    """The end of a window, seen through the name of the span it is taken from."""
    match end:
        case c.Apply("span_last", (c.Value(key, _),)) if key in ends:
            return ends[key]
        case _:
            return end


def _upper(node: c.Core) -> tuple[c.Core, int]:
    """A date that bounds this one from above, as (date, days after it)."""
    match node:
        case c.Apply("previous_day", (date,)):
            base, offset = _upper(date)
            return base, offset - 1
        case c.Apply("next_day", (date,)):
            base, offset = _upper(date)
            return base, offset + 1
        case c.Apply("last_day", (c.Apply("-", (c.Apply("month_of", (date,)), c.Const(value))),)) if value == 1:
            base, offset = _upper(date)
            return base, offset - 1
        case c.Shift(date, c.Const(value), unit, factor) if isinstance(value, int) or hasattr(value, "numerator"):
            base, offset = _upper(date)
            moved = int(value) * factor  # type: ignore[call-overload]
            return base, offset + (moved if unit == "day" else 28 * moved if moved < 0 else 31 * moved)
        case _:
            return node, 0


def children(node: c.Core) -> Iterator[c.Core]:
    """The expressions directly inside one."""
    for name in node.__slots__:
        part = getattr(node, name)
        for one in part if isinstance(part, tuple) else (part,):
            for inner in one if isinstance(one, tuple) else (one,):
                if type(inner).__module__ == c.__name__:
                    yield inner


# --- strongly connected components (Tarjan, 1972) -----------------------------------------------------


def _knots(edges: dict[str, list[Edge]], modes: tuple[Mode, ...]) -> list[list[str]]:
    """Components that hold a circle."""
    found = []
    for component in _components(edges, modes):
        looped = len(component) > 1 or any(target == component[0] and mode in modes for target, mode in edges[component[0]])
        if looped:
            found.append(component)
    return found


def _components(edges: dict[str, list[Edge]], modes: tuple[Mode, ...]) -> list[list[str]]:
    finder = _Finder({key: [target for target, mode in out if mode in modes and target in edges] for key, out in edges.items()})
    for key in sorted(edges):
        if key not in finder.index:
            finder.visit(key)
    return finder.components


class _Finder:
    def __init__(self, graph: dict[str, list[str]]) -> None:
        self.graph = graph
        self.index: dict[str, int] = {}
        self.low: dict[str, int] = {}
        self.stack: list[str] = []
        self.components: list[list[str]] = []

    def visit(self, key: str) -> None:
        self.index[key] = self.low[key] = len(self.index)
        self.stack.append(key)
        for target in self.graph[key]:
            if target not in self.index:
                self.visit(target)
                self.low[key] = min(self.low[key], self.low[target])
            elif target in self.stack:
                self.low[key] = min(self.low[key], self.index[target])
        if self.low[key] == self.index[key]:
            place = self.stack.index(key)
            self.components.append(sorted(self.stack[place:]))
            del self.stack[place:]
