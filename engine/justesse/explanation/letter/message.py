"""What a letter is made of before any wording: sections of messages, each a name and typed arguments. Pure data, no language."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Amount:
    """Euros, exact."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Day:
    """A day number."""

    value: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many; a language may say none and one in words."""

    value: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of the vocabulary, by the name of its message."""

    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """French words of the rules or of the case, the same in every language."""

    text: str


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A value the decision could not establish."""


Argument = Amount | Day | Count | Choice | Words | Unsettled


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to word. `said`: the sentence of the rules, in French, that stands for it in the version that binds."""

    name: str
    arguments: tuple[tuple[str, Argument], ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of arguments under columns, both worded; None where a cell has nothing to say."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Argument | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Words and what they mean: names of messages, two by two."""

    title: str
    words: tuple[tuple[str, str], ...]


Item = Message | Table | Glossary


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the letter; its name is the message of its title."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A whole letter of a date; `case` names what it is about, in the words of the case."""

    date: int
    case: str
    sections: tuple[Section, ...]


def message(name: str, said: str = "", /, **arguments: Argument) -> Message:
    """A message and its arguments, by their names."""
    return Message(name, tuple(arguments.items()), said)
