"""From a token that does not fit to the mistake a writer made.

A table of situations, looked at in order: the token met, the token before, what the grammar would have accepted. The
last line always answers, so a writer never sees a terminal name. Knows nothing of types.
"""

from collections.abc import Callable
from dataclasses import dataclass

from lark import Token

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.text.source import Source, Span

_HEADERS = ("RULE", "EXCEPTION", "TABLE", "INTERPRETATION", "WARNING", "OUT_OF_SCOPE", "TITLE")

_WORDS: dict[str, str] = {
    "STOP": "un point final", "SEMI": "« ; »", "COMMA": "« , »", "COLON": "« : »", "IF": "« si »", "AND": "« et »",
    "OR": "« ou »", "NAME": "un nom du vocabulaire", "NUMBER": "un nombre", "IS": "« est »", "TEXT": "un texte « … »",
    "DATE": "une date", "LPAR": "« ( »", "RPAR": "« ) »", "ID": "un identifiant (mots-reliés-par-des-traits)",
    "OF": "« de »", "TO": "« à »", "UNIT": "une unité", "SOURCE": "« source »", "DASH": "un tiret de liste",
    "FOR_EACH": "« pour chaque »", "VERB": "un verbe déclaré", "READS": "« se lit : »", "ELSE_READS": "« sinon se lit : »",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Situation:
    """The token that does not fit, the tokens read before it, the kinds that would have fitted."""

    token: Token
    before: tuple[Token, ...]
    accepted: frozenset[str]

    def previous(self, back: int = 1) -> str:
        """The kind of the token `back` places before, or the empty string."""
        return self.before[-back].type if len(self.before) >= back else ""

    @property
    def names_a_sentence(self) -> bool:
        """Whether nothing but an identifier may stand here: a word of the vocabulary would be no better."""
        return self.accepted == {"ID"}

    def has(self, *kinds: str) -> bool:
        """Whether one of these kinds was read before, in this statement."""
        return any(token.type in kinds for token in self.before)


def _mixed(one: Situation) -> bool:
    other = {"AND": "OR", "OR": "AND"}.get(one.token.type)
    return other is not None and one.has("IF") and any(token.type == other for token in _since_if(one))


def _since_if(one: Situation) -> tuple[Token, ...]:
    places = [index for index, token in enumerate(one.before) if token.type == "IF"]
    return one.before[places[-1] :] if places else ()


_TABLE: tuple[tuple[str, Callable[[Situation], bool]], ...] = (
    ("R0101", lambda one: one.token.type in (*_HEADERS, "$END") and one.previous() != "STOP"),
    ("R0102", lambda one: one.token.type == "STOP" and one.previous() == "NUMBER"),
    ("R0102", lambda one: one.token.type == "NUMBER" and one.previous() == "STOP" and one.previous(2) == "NUMBER"),
    ("R0103", _mixed),
    ("R0104", lambda one: one.token.type in ("COLON", "COMMA") and one.previous() == "ID" and "LPAR" in one.accepted),
    ("R0105", lambda one: one.token.type in ("WHOSE", "WHICH") and one.has("WHOSE", "WHICH")),
    ("R0118", lambda one: one.token.type in ("WHOSE", "WHICH")),
    ("R0119", lambda one: one.token.type == "IF" and one.previous() == "STOP"),
    ("R0106", lambda one: one.token.type == "AGGREGATE" and one.previous() == "OF"),
    ("R0107", lambda one: one.token.type == "EXTREMUM"),
    ("R0108", lambda one: one.token.type in ("ALL_OF", "ANY_OF") and one.has("ALL_OF", "ANY_OF")),
    ("R0109", lambda one: one.token.type in ("MINUS", "DASH") and bool({"SEMI", "STOP"} & one.accepted)),
    ("R0110", lambda one: one.token.type in ("BEFORE_NEXT", "PREVIOUS", "AFTER_NEXT", "FOLLOWING")),
    ("R0111", lambda one: one.previous() in ("RULE", "EXCEPTION", "TABLE", "WARNING", "OUT_OF_SCOPE", "INTERPRETATION")),
    ("R0112", lambda one: one.token.type == "STOP" and one.previous() == "SEMI"),
)


def named_mistake(source: Source, situation: Situation) -> Diagnostic:
    """The first situation of the table that fits, else « lu ceci, attendu cela »."""
    token = situation.token
    end = len(source.text)
    start = token.start_pos if token.start_pos is not None else end
    span = Span(source, min(start, end), min(token.end_pos or end, end))
    if token.type == "$END" or token.type in _HEADERS:
        last = situation.before[-1] if situation.before else None
        span = Span(source, last.start_pos or 0, last.end_pos or 0) if last else span
    for code, fits in _TABLE:
        if fits(situation):
            return mistake(code, span, lu=str(token))
    expected = sorted({_WORDS[kind] for kind in situation.accepted if kind in _WORDS})
    return mistake("R0199", span, lu=str(token), attendu=_listed(expected[:6]))


def _listed(words: list[str]) -> str:
    return ", ".join(words[:-1]) + (" ou " if len(words) > 1 else "") + (words[-1] if words else "autre chose")
