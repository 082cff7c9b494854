"""A strict YAML reader that keeps every scalar as text, with its place.

Plain YAML guesses: amounts become binary fractions, `no` becomes false, the second of two equal
keys wins silently. Here nothing is guessed: a tree of texts comes out, or named mistakes do.
Only block style is read: decimal commas would be cut in two between brackets.

This module gives no type to a value, knows no expected key, and never raises on a bad text. Events
come from `yaml_events`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from justesse.text.source import Source, Span, normalise
from justesse.text.yaml_events import alike, events, quick_events
from justesse.text.yaml_syntax import Complaint, explain, forbidden_character, unexplained

MAX_DEPTH = 40
MAX_NODES = 20_000
MAX_LINE = 200_000

_CLOSES_AT_ONCE = re.compile(r"\s*[\]}]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One text; an absent value is the empty text, unquoted."""

    text: str
    span: Span
    quoted: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One key and its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in the order written, each key once."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, or None when the key is not written."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)

    def text_of(self, key: str) -> str:
        """Return the text of a key; empty when it is not written, or is no text."""
        found = self.get(key)
        return found.text if isinstance(found, Scalar) else ""


@dataclass(frozen=True, slots=True)
class Sequence:
    """Items in the order written."""

    items: tuple["Node", ...]
    span: Span


Node: TypeAlias = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class YamlMistake:
    """A named mistake: its kind, its place, and what the message needs to say."""

    kind: str
    span: Span
    details: tuple[tuple[str, str], ...] = ()


class _Abandon(Exception):
    """The reading cannot go on; the mistake is already recorded."""


def read_yaml(source: Source, most: int = MAX_NODES) -> tuple[Node | None, tuple[YamlMistake, ...]]:
    """Return the tree, or None when it could not be read to its end, and every mistake found.

    A tree that comes with mistakes has holes where they are: use it for more messages only. `most`: how many values are read.
    """
    if alike(source.text):
        tree, mistakes = _read(source, most, quick_events(source.text))
        if tree is not None and not mistakes:
            return tree, ()
    return _read(source, most, events(source.text))


def _read(source: Source, most: int, taken: Iterator[yaml.Event]) -> tuple[Node | None, tuple[YamlMistake, ...]]:
    reader = _Reader(source, most, taken)
    try:
        return reader.document(), tuple(reader.mistakes)
    except _Abandon:
        pass
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # Numbers too long or outside Unicode escape the parser as plain ValueError.
        reader.add_syntax_mistake(error)
    return None, tuple(reader.mistakes)


class _Reader:
    """Turns the parser's events into nodes, one at a time; holds the counts and the mistakes."""

    __slots__ = ("count", "events", "mistakes", "most", "reached", "source")

    def __init__(self, source: Source, most: int, taken: Iterator[yaml.Event]) -> None:
        self.source, self.most, self.events = source, most, taken
        self.mistakes: list[YamlMistake] = []
        self.count = 0
        self.reached = 0

    # -- the document

    def document(self) -> Node | None:
        """Read the first document, and refuse an empty text or a second document."""
        self._refuse_endless_line()
        self._next()
        opening = self._next()
        if not isinstance(opening, yaml.DocumentStartEvent):
            self._add("vide", self._span(0, 0))
            return None
        root: Node | None = self._node(self._next(), 1)
        self._next()
        following = self._next()
        if isinstance(root, Scalar) and not root.text and not root.quoted:
            self._add("vide", root.span)
            root = None
        if isinstance(following, yaml.DocumentStartEvent):
            self._add("plusieurs-documents", self._event_span(following))
        return root

    # -- nodes

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._refuse_properties(event)
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event)
            case yaml.CollectionStartEvent(flow_style=True):
                return self._flow(event, depth)
            case yaml.SequenceStartEvent():
                return self._sequence(event, depth)
            case yaml.MappingStartEvent():
                return self._mapping(event, depth)
            case _:  # an alias, already refused
                return Scalar("", self._event_span(event), False)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        span = self._event_span(event)
        if event.style != '"':
            return Scalar(event.value, span, bool(event.style))
        # Escapes can bring in what the normalised text no longer has.
        text = normalise(event.value)
        character = forbidden_character(text)
        if character is not None:
            self._add_complaint(character, span)
        return Scalar(text, span, True)

    def _sequence(self, start: yaml.Event, depth: int) -> Sequence:
        self._check_depth(start, depth)
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        end = items[-1].span.end if items else self._event_span(start).end
        return Sequence(tuple(items), self._span(_start(start), end))

    def _mapping(self, start: yaml.Event, depth: int) -> Mapping:
        self._check_depth(start, depth)
        entries: dict[str, Entry] = {}
        end = self._event_span(start).end
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(self._next(), depth + 1)
            end = max(end, value.span.end)
            if key is not None and self._is_new(key, entries):
                entries[key.text] = Entry(key, value)
        return Mapping(tuple(entries.values()), self._span(_start(start), end))

    def _key(self, event: yaml.Event, depth: int) -> Scalar | None:
        if isinstance(event, yaml.CollectionStartEvent):
            self._add("cle-composee", self._event_span(event))
            self._skip(event, depth + 1)
            return None
        key = self._node(event, depth + 1)
        return key if isinstance(key, Scalar) and isinstance(event, yaml.ScalarEvent) else None

    def _is_new(self, key: Scalar, entries: dict[str, Entry]) -> bool:
        first = entries.get(key.text)
        if first is not None:
            details = (("cle", key.text), ("ligne", str(first.key.span.line)))
            self._add("cle-double", key.span, details)
        return first is None

    # -- what is refused

    def _refuse_endless_line(self) -> None:
        """Before the parser, which spends seconds on one: nobody wrote it."""
        start = 0
        for line in self.source.text.split("\n"):
            if len(line) > MAX_LINE:
                self._add("ligne", self._span(start, start + 1), (("limite", str(MAX_LINE)),))
                raise _Abandon
            start += len(line) + 1

    def _refuse_properties(self, event: yaml.Event) -> None:
        if not isinstance(event, yaml.NodeEvent):
            return
        span = self._event_span(event)
        if event.anchor is not None:
            self._add("ancre", span, (("nom", str(event.anchor)),))
        tag: str | None = getattr(event, "tag", None)
        if tag is not None:
            self._add("etiquette", span, (("nom", tag),))

    def _flow(self, start: yaml.Event, depth: int) -> Mapping | Sequence:
        """Read an empty pair of brackets; refuse any other, once for all that is inside."""
        self._check_depth(start, depth)
        opening = self._event_span(start)
        after = _end(start)
        if not _CLOSES_AT_ONCE.match(self.source.text, after):
            bracket = self._span(after - 1, after)
            character = self.source.text[bracket.start : bracket.end]
            self._add("style-en-ligne", bracket, (("signe", character),))
        span = self._span(opening.start, self._skip(start, depth))
        return Mapping((), span) if isinstance(start, yaml.MappingStartEvent) else Sequence((), span)

    def _skip(self, start: yaml.Event, depth: int) -> int:
        """Pass over a collection, within the limits, and return the offset where it ends."""
        level = depth
        event = start
        while level >= depth:
            self._check_depth(event, level)
            event = self._next()
            if isinstance(event, yaml.CollectionStartEvent):
                level += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                level -= 1
        return _end(event)

    def _check_depth(self, event: yaml.Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            self._add("profondeur", self._event_span(event), (("limite", str(MAX_DEPTH)),))
            raise _Abandon

    # -- events and places

    def _next(self) -> yaml.Event:
        event = next(self.events)
        self.reached = _end(event)
        if isinstance(event, yaml.NodeEvent):
            self.count += 1
        if self.count > self.most:
            self._add("taille", self._event_span(event), (("limite", str(self.most)),))
            raise _Abandon
        return event

    def _event_span(self, event: yaml.Event) -> Span:
        """Return the place of an event, without the blank lines the parser counts in it."""
        start = _start(event)
        text = self.source.text[start : _end(event)]
        return self._span(start, start + len(text.rstrip()))

    def _span(self, start: int, end: int) -> Span:
        last = len(self.source.text)
        return Span(self.source, min(start, last), min(max(start, end), last))

    # -- mistakes

    def _add(self, kind: str, span: Span, details: tuple[tuple[str, str], ...] = ()) -> None:
        self.mistakes.append(YamlMistake(kind, span, details))

    def _add_complaint(self, complaint: Complaint, span: Span) -> None:
        self._add("syntaxe", span, (("cause", complaint.cause), ("message", complaint.message)))

    def add_syntax_mistake(self, error: Exception) -> None:
        """Record what stopped the parser, unless a refused bracket is what led it astray."""
        if any(mistake.kind == "style-en-ligne" for mistake in self.mistakes):
            return
        complaint = explain(error, self.source.text) if isinstance(error, yaml.YAMLError) else unexplained(self.reached)
        start = min(complaint.offset, len(self.source.text))
        self._add_complaint(complaint, self._span(start, self._end_of_line(start)))

    def _end_of_line(self, offset: int) -> int:
        end = self.source.text.find("\n", offset)
        line = self.source.text[offset : end if end != -1 else None]
        return offset + len(line.rstrip())


def _start(event: yaml.Event) -> int:
    assert event.start_mark is not None
    return event.start_mark.index


def _end(event: yaml.Event) -> int:
    assert event.end_mark is not None
    return event.end_mark.index
