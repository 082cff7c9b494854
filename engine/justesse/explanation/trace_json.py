"""The trace of a quantity as a JSON document: one object an instance, joined by identifiers, nothing computed again.

Exact values are texts (« 3600/73 », « 2025-03-31 ») beside their French wording. The schema is `trace.schema.json`.
"""

from fractions import Fraction
from typing import Any

from justesse.evaluation.facts import Record
from justesse.evaluation.trace import Instance, Step, Tried
from justesse.explanation.kinds import kind_of, of_value
from justesse.explanation.phrases import operation_text
from justesse.explanation.wording import record_text, value_text
from justesse.program import core as c
from justesse.program.declarations import Declarations
from justesse.program.types import Date, Month, Type
from justesse.values.calendar import iso_day, iso_month
from justesse.values.moving import Moving
from justesse.values.ranges import OneOf, Range
from justesse.values.states import NotApplicable, Partial, State, ToJudge, Unknown

Json = dict[str, Any]
_KINDS = {"rule": "règle", "exception": "exception", "lift": "levée"}
VERDICTS = {
    "retained": "retenue", "failed": "condition non remplie", "open": "en suspens", "not-in-force": "hors dates",
    "other-reading": "autre lecture", "lifted": "levée", "overridden": "primée",
}  # fmt: skip


def trace_document(instance: Instance, declared: Declarations | None = None) -> Json:
    """The document of a quantity and of everything under it; `declared` types the facts and the parameters."""
    writer = _Writer(declared)
    root = writer.reference(instance)
    while writer.waiting:
        writer.write(writer.waiting.pop())
    return {"format": "justesse-trace", "version": 1, "racine": root, "instances": writer.written}


class _Writer:
    def __init__(self, declared: Declarations | None) -> None:
        self.declared = declared
        self.identifiers: dict[int, str] = {}
        self.waiting: list[Instance] = []
        self.written: list[Json] = []

    def reference(self, instance: Instance) -> str:
        """The identifier of an instance, which will be written in its turn."""
        known = self.identifiers.get(id(instance))
        if known is None:
            known = self.identifiers[id(instance)] = f"i{len(self.identifiers) + 1}"
            self.waiting.append(instance)
        return known

    def write(self, instance: Instance) -> None:
        """One instance."""
        quantity = instance.quantity
        made: Json = {
            "id": self.identifiers[id(instance)],
            "grandeur": quantity.name,
            "sujets": [subject_json(one) for one in instance.args],
            "valeur": value_json(instance.value, quantity.type),
            "phrases": [self._sentence(one) for one in instance.tried],
        }
        if instance.first is not None and instance.last is not None:
            made["jours"] = {"du": iso_day(instance.first), "au": iso_day(instance.last)}
        if instance.fact is not None:
            made["fait"] = self._step(instance.fact)
        self.written.append(made)

    def _sentence(self, tried: Tried) -> Json:
        clause = tried.clause
        made: Json = {
            "règle": clause.identifier,
            "genre": _KINDS[clause.kind],
            "verdict": VERDICTS[tried.verdict],
            "sources": list(clause.sources),
            "lieu": f"{clause.span.source.name}:{clause.span.line}",
        }
        if clause.version:
            made["version"] = clause.version
        if clause.validities:
            made["dates"] = [self._validity(tried, place) for place in range(len(clause.validities))]
        if tried.condition is not None:
            made["condition"] = self._step(tried.condition)
        if tried.value is not None and tried.value is not tried.condition:
            made["calcul"] = self._step(tried.value)
        return made

    def _validity(self, tried: Tried, place: int) -> Json:
        validity = tried.clause.validities[place]
        made: Json = {"selon": validity.words}
        if place < len(tried.dates):
            made["date"] = self._step(tried.dates[place])
        if validity.start is not None:
            made["à compter du"] = iso_day(validity.start)
        if validity.end is not None:
            made["jusqu'au"] = iso_day(validity.end)
        return made

    def _step(self, step: Step) -> Json:
        kind = kind_of(step, self.declared)
        made: Json = {"opération": _operation(step.node), "valeur": value_json(step.value, kind)}
        if isinstance(step.node, c.Field):
            made["nom"] = step.node.name
        if isinstance(step.node, c.Series):
            made["nom"] = step.node.parameter
        parts = [self._part(part) for part in step.parts]
        if parts:
            made["parties"] = parts
        return made

    def _part(self, part: Step | Instance) -> Json:
        return {"instance": self.reference(part)} if isinstance(part, Instance) else self._step(part)


def _operation(node: c.Core) -> str:
    """What is done; of a fold, whether it goes over days or over items."""
    return f"{operation_text(node)} sur des jours" if isinstance(node, c.DayFold) else operation_text(node)


# --- values ---------------------------------------------------------------------------------------


def value_json(value: object, kind: Type) -> Json:
    """A value: its French text, and exactly: a number, a date, a state."""
    made: Json = {"texte": value_text(value, kind)}
    match value:
        case Unknown() | ToJudge() | NotApplicable():
            made["état"] = _state(value)
            causes = value.causes if isinstance(value, Unknown) else value.judges if isinstance(value, ToJudge) else ()
            if causes:
                made["causes"] = list(causes)
        case Range():
            made["état"] = "compris"
            ends = {"au moins": value.low, "au plus": value.high}
            made.update({name: exact_text(end, kind) for name, end in ends.items() if end is not None})
            made.update(_rest(value))
        case OneOf():
            made["état"] = "parmi"
            made["choix"] = sorted(value.options)
            made.update(_rest(value))
        case Moving():
            made["exact"] = exact_text(value.value, kind)
            made["pente"] = str(Fraction(value.slope))
        case Record():
            made["fiche"] = value.type
        case tuple():
            made["éléments"] = [_element(one) for one in value]
        case _:
            made["exact"] = exact_text(value, kind)
    return made


def _rest(value: Partial) -> Json:
    """What a value known in part waits for, and whether it may be without object."""
    return {**({"ou sans objet": True} if value.nothing else {}), **({"causes": list(value.causes)} if value.causes else {})}


def _state(state: State) -> str:
    match state:
        case Unknown():
            return "inconnu"
        case ToJudge():
            return "à apprécier"
        case _:
            return "sans objet"


def _element(value: object) -> str:
    return record_text(value) if isinstance(value, Record) else exact_text(value, of_value(value))


def exact_text(value: object, kind: Type) -> str:
    """« 3600/73 », « 2025-03-31 », « 2025-03 », « oui »: what a program reads back."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, int) and isinstance(kind, Date):
        return iso_day(value)
    if isinstance(value, int) and isinstance(kind, Month):
        return iso_month(value)
    if isinstance(value, State):
        return value_text(value, kind)
    return record_text(value) if isinstance(value, Record) else str(value)


def subject_json(value: object) -> Json:
    """A subject: a record by its kind and its name, a day, a month, a choice."""
    if isinstance(value, Record):
        return {"fiche": value.type, "nom": record_text(value)}
    known = value.value if isinstance(value, Moving) else value
    kind = of_value(known)
    key = "jour" if isinstance(kind, Date) else "mois" if isinstance(kind, Month) else "choix"
    return {key: exact_text(known, kind)}
