"""A word of the language misspelt (« regle », « inférieur a »): which one was meant, and where it ends.

The words come from the terminals of `grammar/lexique.lark`, one written form each. Knows no declared name, says nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from justesse.diagnostics.near_names import closest

_SIGNS = re.compile(r"\\.|\(\?[=!:]|[|()+*\[\]{}]")
_ATTACHED = re.compile(r"(\w+')\((?!\?)((?:[^()]|\([^()]*\))*)\)")
_LETTERS = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[^\W\d_'](?:\?)?|'")
_WORD = re.compile(r"[\w'’]+")
_MOST_WORDS = 6
_WINDOW = 120
"""How far a word of the language is looked for: words, letters."""
_NEGATIONS = ("plus", "jamais", "point", "guère")
"""Said instead of « pas », which alone makes a negation of the language: « n'est plus »."""
_TIED = 3
"""The equally near words tried for each of the first two."""
_SHORTEST = 4
"""The letters of a word that may have a slip when it stands alone; in a shorter one, only accents and case may differ."""
Words = Mapping[str, str]
"""The letters of each word of the language, without apostrophes → the word."""


@dataclass(frozen=True, slots=True)
class Misspelt:
    """The terminal meant, how it is written, where it ends in the text, how many slips of the hand."""

    kind: str
    meant: str
    end: int
    slips: int


def language_words(patterns: Iterable[str]) -> Words:
    """Every word that these patterns accept (« égale?s? » is four of them, « jusqu'(au|à) » two), by its letters alone."""
    return {_letters(form): form for one in patterns for form in (*_alone(one), *_attached(one))}


def _alone(pattern: str) -> Iterator[str]:
    for part in _SIGNS.sub(" ", pattern).split():
        yield from _forms(part.lstrip("?"))


def _attached(pattern: str) -> Iterator[str]:
    for start, ends in _ATTACHED.findall(pattern):
        yield from (start + end.group() for one in ends.split("|") if (end := _LETTERS.match(one)))


def _letters(word: str) -> str:
    return word.replace("'", "").replace("’", "").lower()


def _forms(part: str) -> Iterator[str]:
    letters = _PART.findall(part)
    if "".join(letters) == part:
        yield from map("".join, product(*((one[0], "") if one.endswith("?") else (one,) for one in letters)))


def misspelt(text: str, start: int, terminals: re.Pattern[str], words: Words) -> Misspelt | None:
    """The word of the language at a place of the text, once each word is written as one of the nearest that exist.

    A word that exists and begins nothing here (« le nombres de ») is then taken for another.
    """
    found = list(_WORD.finditer(text, start, start + _WINDOW))[:_MOST_WORDS]
    first = _letters(found[0].group())
    for known in (words, {letters: word for letters, word in words.items() if letters != first}):
        nearest = [_nearest(one.group(), known, _TIED if place < 2 else 1) for place, one in enumerate(found)]
        for tried in product(*nearest):
            match = _matched(text, start, found, tried, terminals)
            if match is not None:
                return match
    return None


def _nearest(word: str, words: Words, most: int) -> list[tuple[int, str]]:
    """The words as near as can be, with the slips; the word itself when none is near."""
    left, near = dict(words), list[tuple[int, str]]()
    while len(near) < most and (one := closest(_letters(word), left)) is not None and (not near or one[0] == near[0][0]):
        near.append((one[0], left.pop(one[1])))
    near = near or [(0, word)]
    return [*near, (1, "pas")] if word.lower() in _NEGATIONS else near


def _matched(
    text: str, start: int, found: list[re.Match[str]], tried: tuple[tuple[int, str], ...], terminals: re.Pattern[str]
) -> Misspelt | None:
    written, position, slips = "", start, 0
    ends: dict[int, tuple[int, int, bool]] = {}
    for place, (one, (more, word)) in enumerate(zip(found, tried, strict=True)):
        slips += more
        written += text[position : one.start()] + word
        position = one.end()
        ends[len(written)] = position, slips, place > 0 or slips == 0 or len(one.group()) >= _SHORTEST
    match = terminals.match(written + text[position : position + _WINDOW])
    if match is None or match.lastgroup is None or match.end() not in ends:
        return None
    end, slips, sure = ends[match.end()]
    return Misspelt(match.lastgroup, " ".join(match.group().split()), end, slips) if sure else None
