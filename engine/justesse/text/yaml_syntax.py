"""What the YAML parser stumbled on, said as a cause and a short French sentence.

The parser's own words are English and speak of tokens; none of them ever comes out of here. The
table goes from what the parser reports to the slip of the hand that usually explains it. This
module reads nothing and decides nothing about places other than the offset to point at.
"""

import unicodedata
from dataclasses import dataclass

import yaml

_MESSAGES: dict[str, str] = {
    "tabulation": "une tabulation se trouve ici : les retraits et les espaces se font avec la barre d'espace",
    "deux-points": "deux-points inattendu : un texte qui contient « : » s'écrit entre guillemets, "
    "et une clé commence une ligne, alignée avec ses voisines",
    "deux-points-absent": "deux-points attendu : chaque ligne s'écrit « clé: valeur »",
    "retrait": "retrait inattendu : cette ligne n'est alignée avec aucune de celles qui la précèdent",
    "suite": "texte inattendu après la valeur : un texte entre apostrophes double ses apostrophes, "
    "ou s'écrit entre guillemets droits",
    "guillemet": "guillemet ou apostrophe jamais refermé",
    "echappement": "barre oblique inverse mal employée entre guillemets droits : "
    "doublez-la, ou mettez le texte entre apostrophes",
    "tiret": "tiret de liste inattendu : il commence une ligne, aligné avec les autres tirets de sa liste",
    "signe-reserve": "une valeur ne peut pas commencer par ce signe : mettez-la entre guillemets",
    "caractere-interdit": "caractère de commande interdit dans un texte",
    "illisible": "cette ligne ne suit pas la forme « clé: valeur » attendue",
}

# (start of the parser's context, start of its problem) → cause, and whether the context is the
# better place to point at. The first line that matches wins; None matches anything.
_CAUSES: tuple[tuple[str | None, str | None, str, bool], ...] = (
    (None, "found character '\\t'", "tabulation", False),
    (None, "found character", "signe-reserve", False),
    (None, "mapping values are not allowed", "deux-points", False),
    (None, "could not find expected ':'", "deux-points-absent", True),
    (None, "sequence entries are not allowed", "tiret", False),
    (None, "mapping keys are not allowed", "signe-reserve", False),
    ("while scanning a quoted scalar", None, "guillemet", True),
    ("while scanning a double-quoted scalar", None, "echappement", False),
    ("while scanning an alias", None, "signe-reserve", True),
    ("while scanning an anchor", None, "signe-reserve", True),
    ("while scanning a tag", None, "signe-reserve", True),
    ("while parsing a tag", None, "signe-reserve", True),
    ("while scanning a directive", None, "signe-reserve", True),
    ("while scanning a block scalar", None, "signe-reserve", True),
    ("while parsing a node", "found undefined tag handle", "signe-reserve", True),
    (None, "expected the node content", "signe-reserve", False),
    (None, "expected <block end>", "retrait", False),
    (None, "expected '<document start>'", "suite", False),
)


@dataclass(frozen=True, slots=True)
class Complaint:
    """A cause (a stable code), its sentence, and the offset to point at."""

    cause: str
    message: str
    offset: int


def explain(error: yaml.YAMLError, text: str) -> Complaint:
    """Say in French what stopped the parser on this text."""
    if isinstance(error, yaml.MarkedYAMLError):
        return _explain_marked(error, text)
    position = getattr(error, "position", 0)
    return _complaint("caractere-interdit", position if isinstance(position, int) else 0)


def unexplained(offset: int) -> Complaint:
    """Say that the line cannot be read, when the parser said nothing usable."""
    return _complaint("illisible", offset)


def forbidden_character(text: str) -> Complaint | None:
    """Refuse a control or half character that an escape brought into a text."""
    for offset, character in enumerate(text):
        if unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t":
            return _complaint("caractere-interdit", offset)
    return None


def _explain_marked(error: yaml.MarkedYAMLError, text: str) -> Complaint:
    cause, at_context = _cause(error.context or "", error.problem or "")
    mark = error.context_mark if at_context and error.context_mark else error.problem_mark
    offset = mark.index if mark is not None else 0
    if cause == "retrait" and not _begins_its_line(text, offset):
        cause = "suite"
    return _complaint(cause, offset)


def _cause(context: str, problem: str) -> tuple[str, bool]:
    for context_start, problem_start, cause, at_context in _CAUSES:
        if context.startswith(context_start or "") and problem.startswith(problem_start or ""):
            return cause, at_context
    return "illisible", False


def _begins_its_line(text: str, offset: int) -> bool:
    line_start = text.rfind("\n", 0, offset) + 1
    return not text[line_start:offset].strip(" -")


def _complaint(cause: str, offset: int) -> Complaint:
    return Complaint(cause, _MESSAGES[cause], offset)
