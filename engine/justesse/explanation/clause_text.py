"""The text of a sentence as its author wrote it, cut into what it defines and its conditions.

Works on the place a clause keeps in its source; parses only the frame (« si … », bullets), never the meaning.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from justesse.program.program import Clause

_COMMENT = re.compile(r"\[[^\[\]]*\]")
_HEADER = re.compile(r"\A(?:\([^)]*\)|«[^»]*»|[^:«(])*:\s*")
_MESSAGE = re.compile(r"\s+(?:sinon\s+)?se\s+lit\s*:\s*«.*\Z", re.DOTALL)
_SUBJECTS = re.compile(r"\Apour\s+(?:tout|toute|tous|toutes|chaque)\s[^,]*,\s+", re.IGNORECASE)
_CONDITION = re.compile(r"(?:\A|[\s,])(?:si\s+|s'(?=ils?\s|elles?\s))")
_ALL = re.compile(r"toutes\s+ces\s+conditions\s+sont\s+réunies\s*:\s*-\s+")
_ANY = re.compile(r"au\s+moins\s+une\s+de\s+ces\s+conditions\s+est\s+remplie\s*:\s*-\s+")
_NEXT_BULLET = re.compile(r"\s*;\s*-\s+")
_AND = re.compile(r"\s+et\s+(?!dont\b|qui\b)")
_OR = re.compile(r"\s+ou\s+(?!dont\b|qui\b|égale?s?\b)")
_ROW = re.compile(r"\s+-\s+(?=«|tout\s+autre\s+cas|à\s+partir|au\s+moins)")


@dataclass(frozen=True, slots=True)
class ClauseText:
    """`definition`: what the sentence says without its conditions; `rows` when it is a table."""

    definition: str
    conditions: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


@lru_cache(maxsize=8_192)
def clause_text(clause: Clause) -> ClauseText:
    """The sentence of a clause; messages, comments and header left out."""
    written = clause.span.source.text[clause.span.start : clause.span.end]
    body = _MESSAGE.sub("", _HEADER.sub("", _COMMENT.sub("", written), count=1)).strip().rstrip(". ")
    body = _SUBJECTS.sub("", " ".join(body.split()))
    if written.lstrip().lower().startswith("table"):
        head, *rows = _ROW.split(body)
        return ClauseText(head.rstrip(" :"), rows=tuple(row.strip(" ;") for row in rows))
    found = _CONDITION.search(body)
    if found is None or not (clause.condition or clause.value):
        return ClauseText(body)
    return ClauseText(body[: found.start()].rstrip(" ,"), tuple(_parts(body[found.end() :])))


def _parts(words: str) -> list[str]:
    """The conditions of a list, or of « a et b », « a ou b »."""
    for opening in (_ALL, _ANY):
        listed = opening.match(words)
        if listed:
            return _NEXT_BULLET.split(words[listed.end() :])
    if " entre " in words:
        return [words]
    several = _AND.split(words)
    return several if len(several) > 1 else _OR.split(words)
