"""The JSON Schema of a case, derived from the vocabulary: for editors and for other programs.

Every scalar is described as the text that stands in the file. The reader of cases stays the judge: it also checks what
a schema cannot say (names that exist, periods in order, records that repeat).
"""

from typing import Any

from justesse.program.declarations import Attribute, Declarations, Record
from justesse.program.types import Choice, Date, Label, ListOf, Month, Number, RecordOf, YesNo

_DAY = r"^\d{4}-\d{2}-\d{2}$"
_MONTH = r"^\d{4}-\d{2}( à \d{4}-\d{2})?$"
_NUMBER = r"^[-−]?\d[\d ]*(,\d+)?$"
UNKNOWN_WORDS = ("inconnu", "inconnue", "inconnus", "inconnues", "")
"""How a case says that it does not know a fact."""
_PAPER = {
    "pièce": {"type": "string", "description": "le papier qui porte ces faits"},
    "reçue le": {"type": "string", "pattern": _DAY, "description": "sa date de réception, AAAA-MM-JJ"},
}
_CHOICE = {
    "retenue": {"enum": ["oui", "non"], "description": "oui : une personne suit ce papier plutôt que les autres"},
    "motif": {"type": "string", "minLength": 1, "description": "pourquoi ce papier est suivi"},
}


def case_schema(declared: Declarations) -> dict[str, Any]:
    """Draft 2020-12."""
    root = declared.records[declared.root]
    lists = {name: fact for name, fact in root.facts.items() if isinstance(fact.type, ListOf)}
    properties: dict[str, Any] = {"dossier": {"type": "string", "description": "un titre libre"}}
    properties[root.name] = _record(root, declared, with_paper=False)
    for name, fact in lists.items():
        assert isinstance(fact.type, ListOf) and isinstance(fact.type.item, RecordOf)
        items = {"type": "array", "items": _record(declared.records[fact.type.item.record], declared)}
        properties[name] = {"anyOf": [items, {"const": ""}]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://justesse.invalid/schemas/dossier.schema.json",
        "title": "Dossier",
        "description": "Dérivé du vocabulaire des règles. Tout scalaire est lu comme un texte.",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
    }


def _record(record: Record, declared: Declarations, with_paper: bool = True) -> dict[str, Any]:
    facts = {name: fact for name, fact in record.facts.items() if not isinstance(fact.type, ListOf)}
    required = [name for name, fact in facts.items() if is_required(fact)]
    properties = {name: _field(fact) for name, fact in facts.items()} | ({**_PAPER, **_choice(record)} if with_paper else {})
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    return schema | ({"required": required} if required else {})


def _choice(record: Record) -> dict[str, Any]:
    """The choice of a person among records that papers may repeat."""
    return _CHOICE if record.unique and record.facts.keys().isdisjoint(_CHOICE) else {}


def is_required(fact: Attribute) -> bool:
    """Whether a case must say this fact."""
    told = fact.declared
    return told.default is None and not told.may_be_unknown and not told.optional


def _field(fact: Attribute) -> dict[str, Any]:
    """The value alone, with the paper it comes from, or as each of several papers says it."""
    value = _value(fact)
    detailed = {
        "type": "object",
        "additionalProperties": False,
        "required": ["valeur"],
        "properties": {"valeur": value, **_PAPER},
    }
    stated = {**detailed, "required": ["valeur", "pièce"], "properties": {"valeur": value, **_PAPER, **_CHOICE}}
    several = {"type": "array", "minItems": 1, "items": stated, "description": "le même fait selon plusieurs papiers"}
    return {"anyOf": [value, detailed, several]}


def _value(fact: Attribute) -> dict[str, Any]:
    schema = _scalar(fact)
    said = [*(list(UNKNOWN_WORDS) if fact.declared.may_be_unknown else []), *(["sans objet"] if fact.declared.optional else [])]
    return {"anyOf": [schema, {"enum": said}]} if said else schema


def _scalar(fact: Attribute) -> dict[str, Any]:
    match fact.type:
        case Date():
            return {"type": "string", "pattern": _DAY, "description": "une date AAAA-MM-JJ"}
        case Month():
            return {"type": "string", "pattern": _MONTH, "description": "un mois AAAA-MM, ou « AAAA-MM à AAAA-MM »"}
        case Number(unit):
            return {"type": "string", "pattern": _NUMBER, "description": f"un nombre à virgule, en {unit}"}
        case YesNo():
            return {"enum": ["oui", "non"]}
        case Choice(options):
            return {"enum": list(options)}
        case RecordOf(record):
            return {"type": "string", "description": f"le nom d'une fiche « {record} »"}
        case Label():
            return {"type": "string", "minLength": 1, "description": "un nom"}
        case _:
            return {"type": "string"}
