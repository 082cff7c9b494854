"""From the text of a rule file to tokens: declared names by longest match, French words, literals, marks.

The words are the terminals of `grammar/lexique.lark`, the only list of them; this module adds what no regular
expression of one terminal can say (what a name is, when a word is a unit, when a dash is a bullet). It parses nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lark import Lark, Token
from lark.lexer import TerminalDef

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.near_names import closest
from justesse.syntax.misspelt import Words, language_words, misspelt
from justesse.syntax.names import Names, collapsed
from justesse.text.source import Source, Span

_UNIT_WORD = r"(?:€|jours?|semaines?|mois(?:\s+civils)?|années?|ans?|heures?)"
_UNIT = re.compile(rf"{_UNIT_WORD}(?:/{_UNIT_WORD})?(?!\w)", re.IGNORECASE)
_SKIP = re.compile(r"(?:\s+|\[[^\[\]]*\])+")
_COMMENT = re.compile(r"\[[^\[\]]*\]")
_SOURCE_TEXT = re.compile(r"[^;)\[\]«»]+")
_WORD = re.compile(r"[\w'’]+")
_UNKNOWN_WORDS = 6
MOST_UNKNOWN = 30
"""The most mistakes told of one file: past them it is another file, and each costs a search among all names."""
_HEADERS = frozenset({"TITLE", "RULE", "EXCEPTION", "TABLE", "INTERPRETATION", "WARNING", "OUT_OF_SCOPE"})


@dataclass(frozen=True, slots=True)
class Scanned:
    """Tokens by statement, comments with their offset, and what went wrong."""

    statements: tuple[tuple[Token, ...], ...]
    comments: tuple[tuple[int, str], ...]
    diagnostics: tuple[Diagnostic, ...]


def scan(source: Source, names: Names, parser: Lark) -> Scanned:
    """The tokens of the file, cut where a new statement begins."""
    placed = [one for one in parser.terminals if not one.pattern.value.startswith("\\0")]
    scanner = _Scanner(source, names, _words(placed), language_words(one.pattern.value for one in placed))
    tokens = list(scanner.tokens())
    return Scanned(tuple(_cut(tokens)), tuple(scanner.comments), tuple(scanner.diagnostics))


def _words(placed: list[TerminalDef]) -> re.Pattern[str]:
    """Every terminal of the lexicon that is a word or a mark, highest priority first, as named groups."""
    by_rank = sorted(placed, key=lambda one: (-one.priority, -len(one.pattern.value), one.name))
    return re.compile("|".join(f"(?P<{one.name}>{one.pattern.to_regexp()})" for one in by_rank))


def _cut(tokens: list[Token]) -> Iterator[tuple[Token, ...]]:
    """Cut before « règle x-y », « exception x-y », … and before a title: also when the full stop before is missing."""
    start = 0
    for position in range(1, len(tokens)):
        follows_stop = tokens[position - 1].type == "STOP"
        named = position + 1 < len(tokens) and tokens[position + 1].type in ("ID", "COLON")
        if tokens[position].type in _HEADERS and (named or follows_stop):
            yield tuple(tokens[start:position])
            start = position
    if tokens:
        yield tuple(tokens[start:])


class _Scanner:
    """One pass over one text."""

    def __init__(self, source: Source, names: Names, words: re.Pattern[str], known: Words) -> None:
        self.source = source
        self.text = source.text
        self.names = names
        self.words = words
        self.known = known
        self.diagnostics: list[Diagnostic] = []
        self.comments: list[tuple[int, str]] = []
        self.last: list[str] = ["", ""]
        self.in_source = False

    def tokens(self) -> Iterator[Token]:
        """Every token, in order; what cannot be read becomes a diagnostic."""
        position = 0
        while position < len(self.text):
            if len(self.diagnostics) >= MOST_UNKNOWN:
                self.diagnostics.append(mistake("R0214", Span(self.source, position, position + 1), limite=MOST_UNKNOWN))
                return
            skipped = _SKIP.match(self.text, position)
            if skipped:
                found = _COMMENT.finditer(self.text, position, skipped.end())
                self.comments.extend((one.start(), one.group()) for one in found)
                position = skipped.end()
                continue
            token = self._next(position)
            if token is None:
                position = self._unreadable(position)
                continue
            yield token
            self.last = [self.last[1], token.type]
            position = token.end_pos or position + 1

    def _next(self, position: int) -> Token | None:
        special = self._special(position)
        if special is not None:
            return special
        name = self.names.pattern.match(self.text, position)
        word = self.words.match(self.text, position)
        if name and (word is None or (name.end() >= word.end() and word.lastgroup != "FIELD")):
            return self._token(self.names.kind(name.group()), position, name.end())
        if word and word.lastgroup:
            return self._word(word.lastgroup, position, word.end())
        if self.text[position].isalpha():
            return self._undeclared(position)
        return None

    def _special(self, position: int) -> Token | None:
        """Tokens that depend on the one before."""
        if self.in_source and self.last[1] in ("COLON", "SEMI"):
            return self._source_text(position)
        if self.last[1] == "NUMBER":
            unit = _UNIT.match(self.text, position)
            return self._token("UNIT", position, unit.end()) if unit else None
        return None

    def _source_text(self, position: int) -> Token | None:
        found = _SOURCE_TEXT.match(self.text, position)
        return self._token("SOURCE_TEXT", position, position + len(found.group().rstrip())) if found else None

    def _word(self, kind: str, start: int, end: int) -> Token:
        if kind == "MINUS" and self.last[1] in ("COLON", "SEMI"):
            kind = "DASH"
        if kind == "COLON" and self.last[1] == "SOURCE":
            self.in_source = True
        if kind == "RPAR":
            self.in_source = False
        return self._token(kind, start, end)

    def _token(self, kind: str, start: int, end: int) -> Token:
        text = self.text[start:end]
        value = collapsed(text) if kind in ("NAME", "VERB", "VERB_NOT") else " ".join(text.split())
        return Token(kind, value, start_pos=start, end_pos=end, line=self.source.place(start)[0])

    def _undeclared(self, position: int) -> Token:
        """An unknown word, with those that follow: reported once, then read as what was meant so that parsing goes on."""
        slips, end, near = self._near_name(position)
        word = misspelt(self.text, position, self.words, self.known)
        name_expected = self.last[1] in ("ARTICLE", "OF", "TO")
        if word is not None and (not near or (word.slips, -word.end, name_expected) <= (slips, -end, False)):
            self._told("R0215", position, word.end, word.meant)
            return self._word(word.kind, position, word.end).update(value=word.meant)
        written = self._told("R0202" if near else "R0203", position, end, near)
        return Token("NAME", near or collapsed(written), start_pos=position, end_pos=end)

    def _near_name(self, position: int) -> tuple[int, int, str]:
        """The longest declared name meant: how many slips away, where it ends, the name; else where the word ends, and ""."""
        words = list(_WORD.finditer(self.text, position, position + 120))[:_UNKNOWN_WORDS]
        found = 0, words[0].end(), ""
        for word in words:
            candidate = closest(" ".join(self.text[position : word.end()].split()), self.names.forms)
            if candidate is not None:
                found = candidate[0], word.end(), candidate[1]
        return found

    def _told(self, code: str, start: int, end: int, near: str) -> str:
        written = " ".join(self.text[start:end].split())
        details = {"nom": written} | ({"proche": near} if near else {})
        self.diagnostics.append(mistake(code, Span(self.source, start, end), **details))
        return written

    def _unreadable(self, position: int) -> int:
        text = self.text[position : position + 1]
        code = {"[": "R0206", "]": "R0206", "«": "R0207", "»": "R0207"}.get(text, "R0208")
        self.diagnostics.append(mistake(code, Span(self.source, position, position + 1), signe=text))
        return position + 1 if code == "R0208" else len(self.text)
