"""What a person wants changed in a case, one line of French each: « prêts[2].prix = 20 », « prêts[mois=2025-03] supprimé ».

Three forms: set a field of one record, remove a record, add one. The line is a source of its own, so that a value that
does not fit is shown where it was typed. Reads; `edited.py` applies.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import fold, nearest
from justesse.evaluation.case import CHOICE_KEYS, PAPER_KEYS
from justesse.program.declarations import Attribute, Declarations, Record
from justesse.program.types import ListOf, RecordOf
from justesse.text.positioned_yaml import Entry, Scalar
from justesse.text.source import Source, Span, normalise

_PATH = r"\s*(?P<listed>[^\[\].=]+?)\s*(?P<which>\[[^\]]*\])?"
_SET = re.compile(_PATH + r"\s*\.\s*(?P<field>[^\[\]=]+?)\s*=\s*(?P<value>.*?)\s*", re.DOTALL)
_REMOVE = re.compile(_PATH + r"(?:\s+|(?<=\]))supprimée?s?\s*")
_ADD = re.compile(r"\s*(?P<listed>[^\[\].=]+?)\s+ajout(?:ée?)?\s+(?P<fields>.+?)\s*", re.DOTALL)
_TOKEN = re.compile(r'"[^"]*"|=|[^"=]+|"')
_WORD = re.compile(r"(?<![^\s,])[^\s,]")


@dataclass(frozen=True, slots=True)
class Which:
    """The record meant: its number in the file, from 1, or pairs (field, value) that it alone has; neither: the only one."""

    span: Span
    number: int | None = None
    pairs: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """A field given a value; `listed` may be the subject of the case, which is one record."""

    listed: str
    which: Which
    entry: Entry


@dataclass(frozen=True, slots=True)
class Removal:
    """A record taken away."""

    listed: str
    which: Which


@dataclass(frozen=True, slots=True)
class Addition:
    """A record put in a list."""

    listed: str
    entries: tuple[Entry, ...]
    span: Span


Edit = Setting | Removal | Addition


def read_edit(text: str, declared: Declarations) -> tuple[Edit | None, list[Diagnostic]]:
    """One edit, or None with what cannot be read of it (S0101, D0117, D0118)."""
    reader = _Reader(Source("changement", normalise(text)), declared)
    made = reader.edit()
    return (None if reader.diagnostics else made), reader.diagnostics


def lists_of(declared: Declarations) -> dict[str, Record]:
    """The lists of a case: name → the type of their records."""
    facts = declared.records[declared.root].facts
    kinds = {name: fact.type.item for name, fact in facts.items() if isinstance(fact.type, ListOf)}
    return {name: declared.records[kind.record] for name, kind in kinds.items() if isinstance(kind, RecordOf)}


class _Reader:
    def __init__(self, source: Source, declared: Declarations) -> None:
        self.source = source
        self.text = source.text
        self.declared = declared
        self.lists = lists_of(declared)
        self.diagnostics: list[Diagnostic] = []

    def edit(self) -> Edit | None:
        """The first form that the line has."""
        if found := _ADD.fullmatch(self.text):
            return self._addition(found)
        if found := _REMOVE.fullmatch(self.text):
            listed = self._listed(found)
            return Removal(listed, self._which(found, self._facts(listed))) if listed else None
        if found := _SET.fullmatch(self.text):
            return self._setting(found)
        self._unreadable()
        return None

    def _addition(self, found: re.Match[str]) -> Edit | None:
        listed = self._listed(found)
        if not listed:
            return None
        entries = self._entries(*found.span("fields"), self._facts(listed))
        if not entries:
            self._unreadable()
        return Addition(listed, entries, self._span(*found.span()))

    def _setting(self, found: re.Match[str]) -> Edit | None:
        listed = self._listed(found, subject=True)
        if not listed:
            return None
        facts = self._facts(listed)
        entry = Entry(self._name(*found.span("field"), facts), self._scalar(*found.span("value")))
        return Setting(listed, self._which(found, facts), entry)

    # --- names ---------------------------------------------------------------------------------------

    def _listed(self, found: re.Match[str], subject: bool = False) -> str:
        """The list meant, empty when there is none; with `subject`, the subject of the case too when its number is not asked."""
        alone = subject and not found["which"]
        name = self._name(*found.span("listed"), [*self.lists, *([self.declared.root] if alone else [])])
        if name.text in self.lists or (alone and name.text == self.declared.root):
            return name.text
        self._unknown(name, list(self.lists))
        return ""

    def _facts(self, listed: str) -> dict[str, Attribute]:
        """The fields that a record of this list may be given."""
        facts = self.lists[listed].facts if listed in self.lists else self.declared.records[self.declared.root].facts
        return {name: fact for name, fact in facts.items() if not isinstance(fact.type, ListOf)}

    def _name(self, start: int, end: int, known: Iterable[str]) -> Scalar:
        """A name as it is declared, written with or without its capitals and accents."""
        typed = self._scalar(start, end)
        exact = next((one for one in known if fold(one) == fold(typed.text)), typed.text)
        return Scalar(exact, typed.span, typed.quoted)

    def _unknown(self, name: Scalar, known: list[str]) -> None:
        near = nearest(name.text, known)
        said = {"connus": ", ".join(f"« {one} »" for one in known)} if near is None else {"proche": near}
        self.diagnostics.append(mistake("D0118" if near is None else "D0117", name.span, champ=name.text, **said))

    # --- the record meant ----------------------------------------------------------------------------

    def _which(self, found: re.Match[str], facts: dict[str, Attribute]) -> Which:
        if found["which"] is None:
            return Which(self._span(*found.span("listed")))
        start, end = found.start("which") + 1, found.end("which") - 1
        span, inside = self._span(*found.span("which")), self.text[start:end].strip()
        if inside.isdecimal():
            return Which(span, number=int(inside))
        pairs = self._entries(start, end, facts)
        if not pairs:
            self._unreadable()
        for one in pairs:
            if one.key.text not in facts:
                self._unknown(one.key, list(facts))
        return Which(span, pairs=pairs)

    # --- pairs ---------------------------------------------------------------------------------------

    def _entries(self, start: int, end: int, facts: dict[str, Attribute]) -> tuple[Entry, ...]:
        """« clef=valeur » pairs, separated by blanks or commas; a name of several words is found among those declared."""
        signs = [one.start() for one in _TOKEN.finditer(self.text, start, end) if one.group() == "="]
        if not signs:
            return ()
        names = list(dict.fromkeys((*facts, *PAPER_KEYS, *CHOICE_KEYS)))
        starts = [start, *(self._cut(left + 1, right, names) for left, right in pairwise(signs))]
        ends = [*starts[1:], end]
        return tuple(
            Entry(self._name(first, sign, names), self._scalar(sign + 1, last))
            for first, sign, last in zip(starts, signs, ends, strict=True)
        )

    def _cut(self, start: int, end: int, names: list[str]) -> int:
        """Where the next name begins, between the sign of a pair and that of the next."""
        words = self.text[start:end].rstrip()
        if words.endswith('"'):
            return start + max(words.rfind('"', 0, -1), 0)
        begins = [one.start() for one in _WORD.finditer(words)]
        known = {fold(one) for one in names}
        whole = (begin for begin in begins if fold(words[begin:]) in known)
        return start + next(whole, begins[-1] if begins else 0)

    # --- places --------------------------------------------------------------------------------------

    def _scalar(self, start: int, end: int) -> Scalar:
        """The text between two places, without what surrounds it: blanks, commas, quotes."""
        text = self.text[start:end]
        kept = text.strip(" \t\n,")
        start += text.find(kept)
        span = self._span(start, start + len(kept))
        quoted = len(kept) > 1 and (kept[0], kept[-1]) in (('"', '"'), ("«", "»"))
        return Scalar(kept[1:-1].strip() if quoted else kept, span, quoted)

    def _span(self, start: int, end: int) -> Span:
        return Span(self.source, start, end)

    def _unreadable(self) -> None:
        whole = self._span(0, len(self.text))
        self.diagnostics.append(mistake("S0101", whole, lu=self.text.strip()))


def read_edits(texts: Iterable[str], declared: Declarations) -> tuple[list[Edit], list[Diagnostic]]:
    """Every edit, every mistake."""
    read = [read_edit(one, declared) for one in texts]
    return [edit for edit, _ in read if edit is not None], list(_chained(wrong for _, wrong in read))


def _chained(lists: Iterable[list[Diagnostic]]) -> Iterator[Diagnostic]:
    return (one for some in lists for one in some)
