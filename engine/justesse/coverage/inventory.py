"""What the rules hold that a casebook can exercise: the branches of each sentence, the conditions with their atoms.

Made once for a program; nothing is counted here. Docs: `docs/reference/couverture.md` defines every branch.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Literal

from justesse.coverage.atoms import atoms_of
from justesse.coverage.naming import Scope, condition_texts, core_text, list_text, row_texts
from justesse.coverage.tally import Key
from justesse.program import core as c
from justesse.program.program import Clause, NoticeRule, Program, Quantity
from justesse.program.types import YesNo

Sort = Literal["condition", "filter"]


@dataclass(frozen=True, slots=True, eq=False)
class Branch:
    """One way a sentence can go; `text` in French, unique within its sentence."""

    key: Key
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Condition:
    """A condition or a filter, the words of each of its atoms; `among` names what a filter looks at."""

    node: c.Core
    sort: Sort
    texts: tuple[str, ...]
    among: str = ""


@dataclass(slots=True, eq=False)
class Sentence:
    """A rule, exception, lifting, table or notice, under the name the report gives it."""

    name: str
    source: Clause | NoticeRule
    quantity: Quantity | None
    branches: list[Branch] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The rule file it is written in."""
        return self.source.span.source.name


@dataclass(frozen=True, slots=True, eq=False)
class ToSee:
    """What may be observed within a sentence, or within a filter: conditions, branches of nodes, whether dated values."""

    conditions: tuple[c.Core, ...]
    branches: tuple[Key, ...]
    dated: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Inventory:
    """Every sentence in the order of files; nodes and sentences are told by identity.

    `watched`: the nodes under which something is observed. `to_see`: what there is in each sentence and each filter.
    """

    program: Program
    sentences: tuple[Sentence, ...]
    watched: frozenset[int]
    by_source: dict[int, Sentence]
    to_see: dict[int, ToSee]


def inventory(program: Program) -> Inventory:
    """The inventory of a program."""
    named = [*_clauses(program), *((rule, None) for rule in program.notices)]
    names = Counter(one.identifier for one, _ in named), Counter((one.identifier, _version(one)) for one, _ in named)
    made = [_sentence(program, one, quantity, _name(one, quantity, *names)) for one, quantity in named]
    made.sort(key=lambda one: (one.file, one.source.span.start, one.quantity.key if one.quantity else ""))
    watched: set[int] = set()
    for sentence in made:
        for root in roots(sentence.source):
            _watch(root, watched)
    to_see = {key: seen for sentence in made for key, seen in _to_see(sentence)}
    return Inventory(program, tuple(made), frozenset(watched), {id(one.source): one for one in made}, to_see)


def _to_see(sentence: Sentence) -> Iterator[tuple[int, ToSee]]:
    conditions = [one.node for one in sentence.conditions]
    branches = [one.key for one in sentence.branches if one.key[0] != id(sentence.source)]
    dated = any(isinstance(node, c.Series) for root in roots(sentence.source) for node in nodes_of(root))
    yield id(sentence.source), ToSee(tuple(conditions), tuple(branches), dated)
    for one in sentence.conditions:
        if one.sort == "filter":
            under = {id(node) for node in nodes_of(one.node)}
            inner = [filter_of(node) for node in nodes_of(one.node)]
            filters = (one.node, *(node for node in inner if node is not None))
            yield id(one.node), ToSee(filters, tuple(key for key in branches if key[0] in under))


def _clauses(program: Program) -> Iterator[tuple[Clause | NoticeRule, Quantity | None]]:
    for quantity in program.quantities.values():
        for clause in (*quantity.rules, *quantity.exceptions):
            if clause.identifier:
                yield clause, quantity


def condition_of(source: Clause | NoticeRule, quantity: Quantity | None) -> c.Core | None:
    """The condition of a sentence; a denied yes/no rule holds it within its value."""
    if source.condition is not None or isinstance(source, NoticeRule):
        return source.condition
    denies = quantity is not None and isinstance(quantity.type, YesNo) and source.kind == "rule"
    value = source.value
    return value.args[0] if denies and isinstance(value, c.Apply) and value.op == "not" else None


def answers(source: Clause | NoticeRule, quantity: Quantity | None) -> bool:
    """Whether the sentence answers yes or no by its condition."""
    if isinstance(source, NoticeRule) or source.kind != "rule":
        return False
    return condition_of(source, quantity) is not None and (source.value is None or source.condition is None)


# --- one sentence --------------------------------------------------------------------------------------


def _sentence(program: Program, source: Clause | NoticeRule, quantity: Quantity | None, name: str) -> Sentence:
    subjects = source.subjects if isinstance(source, NoticeRule) else quantity.subjects if quantity else ()
    scope = Scope((program.declarations.root, *(one.name for one in subjects)))
    made = Sentence(name, source, quantity)
    made.branches = list(_branches(source, quantity, scope))
    made.conditions = list(_conditions(source, quantity, scope))
    return made


def _name(
    source: Clause | NoticeRule, quantity: Quantity | None, alike: Counter[str], same: Counter[tuple[str, str]]
) -> str:  # fmt: skip
    """The identifier, with what tells it from another sentence of the same identifier: its version, then what it defines."""
    if alike[source.identifier] == 1:
        return source.identifier
    version = _version(source)
    defined = quantity.name if quantity is not None and same[source.identifier, version] > 1 else ""
    return f"{source.identifier} ({' ; '.join(filter(None, (version, defined)))})"


def _version(source: Clause | NoticeRule) -> str:
    return source.version if isinstance(source, Clause) else source.reading[0] if source.reading else ""


def _branches(source: Clause | NoticeRule, quantity: Quantity | None, scope: Scope) -> Iterator[Branch]:
    if source.reading is not None:
        yield Branch((id(source), "reading"), f"lecture « {source.reading[0]} » suivie")
    if source.validities:
        yield Branch((id(source), "in force"), "version en vigueur")
    yield from _outcomes(source, quantity)
    if isinstance(source, Clause):
        yield from _removals(source, quantity)
        yield from _rows(source, scope)
    for root in roots(source):
        yield from _sides(root, scope)


def _outcomes(source: Clause | NoticeRule, quantity: Quantity | None) -> Iterator[Branch]:
    if answers(source, quantity):
        yield Branch((id(source), "yes"), "condition remplie")
        yield Branch((id(source), "no"), "condition non remplie")
        return
    notice = isinstance(source, NoticeRule)
    yield Branch((id(source), "retained"), "signalé" if notice else "retenue")
    if source.condition is not None:
        yield Branch((id(source), "failed"), f"{'non signalé' if notice else 'écartée'}, sa condition n'étant pas remplie")
    if quantity is not None and quantity.fact is not None:
        yield Branch((id(source), "given"), "inutile, le dossier disant le fait")


def _removals(clause: Clause, quantity: Quantity | None) -> Iterator[Branch]:
    """What the sentence lifts, or prevails over."""
    known = {one.identifier for one in quantity.exceptions} if quantity else set()
    verb = "lève" if clause.kind == "lift" else "l'emporte sur"
    for target in dict.fromkeys((*clause.targets, *clause.priorities)):
        if target in known:
            yield Branch((id(clause), f"over {target}"), f"{verb} {target}")


def _rows(clause: Clause, scope: Scope) -> Iterator[Branch]:
    if isinstance(clause.value, c.Case):
        for place, text in enumerate(row_texts(clause, clause.value, scope)):
            yield Branch((id(clause.value), f"row {place}"), f"ligne {text}")


def _sides(root: c.Core, scope: Scope) -> Iterator[Branch]:
    """Each operand of « dans la limite de », « au moins », « le plus petit de » must win once."""
    for node in nodes_of(root):
        if isinstance(node, c.Apply) and node.op in ("min", "max"):
            word = "plus petit" if node.op == "min" else "plus grand"
            for place, arg in enumerate(node.args):
                yield Branch((id(node), f"side {place}"), f"le {word} : {core_text(arg, scope)}")


def _conditions(source: Clause | NoticeRule, quantity: Quantity | None, scope: Scope) -> Iterator[Condition]:
    whole = condition_of(source, quantity)
    if whole is not None:
        yield Condition(whole, "condition", condition_texts(source, whole, scope))
    for root in roots(source):
        for node in nodes_of(root):
            where = filter_of(node)
            if where is not None:
                texts = tuple(core_text(one, scope) for one in atoms_of(where))
                yield Condition(where, "filter", texts, list_text(node, scope))


# --- nodes ---------------------------------------------------------------------------------------------


def filter_of(node: c.Core) -> c.Core | None:
    """The filter of an observer of a list or of days. Days that a quantity names are no filter: that quantity has its own."""
    match node:
        case c.DayFold(where=where):
            return None if isinstance(where, c.Value) else where
        case c.Fold(where=where) | c.Select(where=where):
            return where
        case _:
            return None


def roots(source: Clause | NoticeRule) -> list[c.Core]:
    """The condition and the value of a sentence."""
    value = source.value if isinstance(source, Clause) else None
    return [one for one in (source.condition, value) if one is not None]


def children(node: c.Core) -> Iterator[c.Core]:
    """The nodes just under a node."""
    for one in fields(node):
        yield from _cores(getattr(node, one.name))


def _cores(value: object) -> Iterator[c.Core]:
    if isinstance(value, c.Core):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _cores(part)


def nodes_of(root: c.Core) -> Iterator[c.Core]:
    """Every node, each before those under it."""
    yield root
    for child in children(root):
        yield from nodes_of(child)


def _watch(node: c.Core, watched: set[int]) -> bool:
    """Mark the nodes that are to be observed, and those above them."""
    own = isinstance(node, c.Case | c.Series) or (isinstance(node, c.Apply) and node.op in ("min", "max"))
    under = [_watch(child, watched) for child in children(node)]
    if own or filter_of(node) is not None or any(under):
        watched.add(id(node))
        return True
    return False
