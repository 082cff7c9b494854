"""The declared names a sentence may use, as one pattern: the longest match wins, whatever the spacing or the case.

Filled by the vocabulary. Knows forms (singular, plural, verb, negative verb), not what they stand for.
"""

import re
from dataclasses import dataclass, field
from typing import Literal

_ARTICLE = re.compile(r"(?:les?|la|une?)\s+|l'", re.IGNORECASE)
_OF_A_LIST = re.compile(r"(?:somme|nombre|moyenne|plus (?:grande?|petite?|ancien(?:ne)?|récente?)) (?:de |du |des |d')")
Kind = Literal["NAME", "VERB", "VERB_NOT"]

CALENDAR_NAMES = (
    "jour", "jours", "mois civil", "mois civils", "lendemain", "veille", "1er janvier", "samedi", "dimanche",
    "année civile", "jour férié", "jours fériés",
)  # fmt: skip


def collapsed(text: str) -> str:
    """One space between words, lower case: how two spellings of a name are compared."""
    return " ".join(text.split()).lower()


def without_article(words: str) -> str:
    """« la durée » → « durée »."""
    article = _ARTICLE.match(words)
    return words[article.end() :] if article else words


def counts_a_list(name: str) -> bool:
    """Whether a name would be read where a sentence counts or adds up a list (« le nombre de jours du prêt »)."""
    return _OF_A_LIST.match(collapsed(name)) is not None


@dataclass(frozen=True, slots=True)
class Names:
    """`forms` maps each collapsed form to its kind."""

    forms: dict[str, Kind]
    pattern: re.Pattern[str] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        longest_first = sorted(self.forms, key=lambda form: (-len(form), form))
        bodies = "|".join(r"\s+".join(re.escape(word) for word in form.split()) for form in longest_first)
        object.__setattr__(self, "pattern", re.compile(rf"(?:{bodies})(?!\w)", re.IGNORECASE))

    def kind(self, text: str) -> Kind:
        """The kind of a matched form."""
        return self.forms[collapsed(text)]


def names_of(nouns: list[str], verbs: list[str], negatives: list[str]) -> Names:
    """The names of a vocabulary, with those that the calendar supplies."""
    forms: dict[str, Kind] = {collapsed(name): "NAME" for name in (*CALENDAR_NAMES, *nouns)}
    forms |= {collapsed(verb): "VERB" for verb in verbs}
    forms |= {collapsed(verb): "VERB_NOT" for verb in negatives}
    return Names(forms)
