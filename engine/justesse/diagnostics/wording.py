"""A diagnostic in French: its message, its remedy, the whole text with the place and the carets. Plain text, no colour.

A detail that a pass did not give is shown as « … »: a message must never fail. Knows no code in particular, but for
files of fields, where the nature of the mistake is a detail.
"""

import re

from justesse.diagnostics.caret import caret_lines
from justesse.diagnostics.catalogue import ENTRIES
from justesse.diagnostics.diagnostic import Diagnostic
from justesse.text.source import Span

_FIELD = re.compile(r"\{(\w+)\}")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MOST_RELATED = 2
_DATED = ("date", "du", "au", "situation")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip
_YAML: dict[str, str] = {
    "vide": "Ce fichier est vide",
    "plusieurs-documents": "Une ligne « --- » commence un second document : un fichier n'en contient qu'un",
    "cle-composee": "Une clé doit être un simple texte, pas une liste ni un groupe de champs",
    "cle-double": "La clé « {cle} » est déjà écrite à la ligne {ligne}",
    "ancre": "Les renvois d'un endroit du fichier à un autre (« & », « * ») ne sont pas lus : recopiez la valeur",
    "etiquette": "Les indications de type (« {nom} ») ne sont pas lues",
    "style-en-ligne": "Le signe « {signe} » ouvre une écriture en ligne : écrivez une valeur par ligne, "
    "sinon une virgule décimale couperait un nombre en deux",
    "profondeur": "Plus de {limite} niveaux de retrait",
    "ligne": "Une ligne a plus de {limite} caractères",
    "taille": "Plus de {limite} valeurs dans ce fichier",
}


def message_of(diagnostic: Diagnostic) -> str:
    """What is wrong, in one sentence."""
    entry = ENTRIES.get(diagnostic.code)
    return _filled(entry.message, diagnostic) if entry else f"Erreur {diagnostic.code}."


def remedy_of(diagnostic: Diagnostic) -> str:
    """How to correct it, in one sentence."""
    entry = ENTRIES.get(diagnostic.code)
    return _filled(entry.remedy, diagnostic) if entry else ""


def full_text(diagnostic: Diagnostic) -> str:
    """Place, severity, code, message, the lines with carets, what to look at too, how to correct."""
    head = f"{diagnostic.severity} {diagnostic.code} : {message_of(diagnostic)}"
    lines = [f"{_place(diagnostic.span)} : {head}" if diagnostic.span else head]
    if diagnostic.span is not None:
        lines.append(caret_lines(diagnostic.span))
    for span in diagnostic.related[:_MOST_RELATED]:
        lines += [f"voir aussi {_place(span)}", caret_lines(span)]
    if len(diagnostic.related) > _MOST_RELATED:
        lines.append("voir aussi " + ", ".join(_place(span) for span in diagnostic.related[_MOST_RELATED:]))
    remedy = remedy_of(diagnostic)
    return "\n".join([*lines, f"Comment corriger : {remedy}"] if remedy else lines)


def _place(span: Span) -> str:
    return f"{span.source.name}:{span.line}:{span.column}"


def _filled(template: str, diagnostic: Diagnostic) -> str:
    details = dict(diagnostic.details)
    if "nature" in details:
        details["phrase"] = _yaml_phrase(details)
    for key in _DATED:
        if key in details:
            details[key] = _ISO_DAY.sub(_french_day, details[key])
    return _put(template, details)


def _put(template: str, details: dict[str, str]) -> str:
    return _FIELD.sub(lambda found: details.get(found.group(1), "…"), template)


def _yaml_phrase(details: dict[str, str]) -> str:
    given = details.get("message", "Ce fichier ne peut pas être lu")
    phrase = _put(_YAML.get(details["nature"], given), details)
    return phrase[:1].upper() + phrase[1:]


def _french_day(found: re.Match[str]) -> str:
    year, month, day = (int(part) for part in found.groups())
    return f"{'1er' if day == 1 else day} {_MONTHS[month - 1]} {year}" if 1 <= month <= 12 else found.group()
