"""A case with edits made: a new tree, the file never. Records are numbered as the file lists them, whatever was edited before.

A record of several months (« 2025-01 à 2025-06 ») becomes one a month when a single month is meant, which says the same.
Types no value: the reader of cases judges the tree made.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from justesse.casebook.edits import Addition, Edit, Removal, Setting, Which, lists_of
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import fold, nearest
from justesse.program.declarations import Attribute, Declarations
from justesse.program.types import Month, Number
from justesse.text.positioned_yaml import Entry, Mapping, Node, Scalar, Sequence
from justesse.text.source import Span
from justesse.values.calendar import iso_month, read_month
from justesse.values.numbers import read_decimal

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class _Item:
    """A record of a list and its number in the file."""

    number: int
    record: Mapping


def edited(tree: Mapping, edits: Iterable[Edit], declared: Declarations) -> tuple[Mapping, list[Diagnostic]]:
    """The tree of a case that can be read, edits made in their order, and those that name no record or several."""
    editor = _Editor(tree, declared)
    for edit in edits:
        editor.make(edit)
    return editor.tree(), editor.diagnostics


class _Editor:
    def __init__(self, tree: Mapping, declared: Declarations) -> None:
        self.declared = declared
        self.kinds = lists_of(declared)
        self.whole = tree
        self.lists = {name: list(_items(tree.get(name))) for name in self.kinds}
        self.written = {name: len(items) for name, items in self.lists.items()}
        root = tree.get(declared.root)
        self.root = root if isinstance(root, Mapping) else Mapping((), tree.span)
        self.diagnostics: list[Diagnostic] = []

    def tree(self) -> Mapping:
        """The whole case; a list or a subject that has nothing is left out."""
        made: list[tuple[str, Node]] = [(entry.key.text, entry.value) for entry in self.whole.entries if not self._ours(entry)]
        made.append((self.declared.root, self.root))
        lists = {name: tuple(one.record for one in items) for name, items in self.lists.items()}
        made.extend((name, Sequence(records, self.whole.span)) for name, records in lists.items() if records)
        entries = (Entry(Scalar(name, self.whole.span, False), node) for name, node in made)
        return Mapping(tuple(entries), self.whole.span)

    def _ours(self, entry: Entry) -> bool:
        return entry.key.text in self.lists or entry.key.text == self.declared.root

    def make(self, edit: Edit) -> None:
        """One edit."""
        match edit:
            case Addition(listed, entries, span):
                self.written[listed] += 1
                self.lists[listed].append(_Item(self.written[listed], Mapping(entries, span)))
            case Setting(listed, _, entry) if listed == self.declared.root:
                self.root = _with(self.root, entry)
            case Setting(listed, which, entry):
                meant = self._meant(listed, which)
                self.lists[listed] = [
                    _Item(one.number, _with(one.record, entry)) if one in meant else one for one in self.lists[listed]
                ]
            case Removal(listed, which):
                meant = self._meant(listed, which)
                self.lists[listed] = [one for one in self.lists[listed] if one not in meant]

    # --- the record meant ----------------------------------------------------------------------------

    def _meant(self, listed: str, which: Which) -> list[_Item]:
        """The record meant; its months when it is of several and its number is asked. Nothing, told, otherwise."""
        if which.number is not None:
            found = [one for one in self.lists[listed] if one.number == which.number]
            return found or self._none(listed, which, f"les numéros vont de 1 à {self.written[listed]}")
        facts = self.kinds[listed].facts
        for pair in which.pairs:
            self._expand(listed, facts[pair.key.text], _text(pair.value))
        found = [one for one in self.lists[listed] if all(_has(one, facts[pair.key.text], pair) for pair in which.pairs)]
        if not found:
            return self._none(listed, which, self._near(listed, which))
        return found if len(found) == 1 else self._several(listed, which, found)

    def _expand(self, listed: str, fact: Attribute, asked: str) -> None:
        """Records of several months, this one among them, made one a month."""
        month = read_month(asked) if isinstance(fact.type, Month) else None
        if month is None:
            return
        made: list[_Item] = []
        for one in self.lists[listed]:
            months = _months(one.record, fact.name)
            value = one.record.get(fact.name)
            if month not in months or value is None:
                made.append(one)
                continue
            singles = (Entry(Scalar(fact.name, value.span, False), Scalar(iso_month(each), value.span, False)) for each in months)
            made.extend(_Item(one.number, _with(one.record, single)) for single in singles)
        self.lists[listed] = made

    def _none(self, listed: str, which: Which, near: str) -> list[_Item]:
        near = near if self.lists[listed] else "cette liste est vide"
        self.diagnostics.append(mistake("S0102", which.span, liste=listed, lu=_typed(which.span), proche=near))
        return []

    def _near(self, listed: str, which: Which) -> str:
        """The value nearest to one that no record has."""
        for pair in which.pairs:
            fact = self.kinds[listed].facts[pair.key.text]
            known = list(dict.fromkeys(_written(one.record, fact) for one in self.lists[listed]))
            if not any(_has(one, fact, pair) for one in self.lists[listed]):
                near = nearest(_text(pair.value), known)
                return f"le plus proche : « {fact.name}={near} »" if near else f"{fact.name} : {_listing(known)}"
        return "chaque valeur s'y trouve, mais jamais ensemble"

    def _several(self, listed: str, which: Which, found: list[_Item]) -> list[_Item]:
        numbers = list(dict.fromkeys(str(one.number) for one in found))
        said = {"lu": _typed(which.span), "nombre": len(found), "numeros": _listing(numbers)}
        self.diagnostics.append(mistake("S0103", which.span, liste=listed, **said))
        return []


def _typed(span: Span) -> str:
    return span.source.text[span.start : span.end]


def _listing(words: list[str]) -> str:
    more = ", …" if len(words) > _SHOWN else ""
    return ", ".join(words[:_SHOWN]) + more


def _items(node: Node | None) -> Iterator[_Item]:
    records = node.items if isinstance(node, Sequence) else ()
    return (_Item(number, one) for number, one in enumerate(records, 1) if isinstance(one, Mapping))


def _with(record: Mapping, entry: Entry) -> Mapping:
    """The record with this field, in its place or at the end."""
    kept = tuple(entry if one.key.text == entry.key.text else one for one in record.entries)
    return Mapping(kept if entry in kept else (*kept, entry), record.span)


def _text(node: Node | None) -> str:
    """The text of a value, written alone or with its paper."""
    value = node.get("valeur") if isinstance(node, Mapping) else node
    return value.text.strip() if isinstance(value, Scalar) else ""


def _written(record: Mapping, fact: Attribute) -> str:
    return _text(record.get(fact.name)) or fact.declared.default or ""


def _has(one: _Item, fact: Attribute, pair: Entry) -> bool:
    """Whether a record has this value; numbers are compared as numbers."""
    written, asked = _written(one.record, fact), _text(pair.value)
    numbers = [read_decimal(text) for text in (written, asked)] if isinstance(fact.type, Number) else [None]
    return fold(written) == fold(asked) or (None not in numbers and numbers[0] == numbers[-1])


def _months(record: Mapping, name: str) -> range:
    """The months of « 2025-01 à 2025-06 », none of a single month."""
    first, sign, last = _text(record.get(name)).partition(" à ")
    edges = read_month(first), read_month(last)
    return range(edges[0], edges[1] + 1) if sign and edges[0] is not None and edges[1] is not None else range(0)
