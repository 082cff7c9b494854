"""What changes in a decision as a JSON document; the schema is `et_si.schema.json`. Exact values are texts."""

from collections.abc import Sequence
from typing import Any

from justesse.casebook.causes import Cause, Sort
from justesse.casebook.comparison import Change
from justesse.casebook.what_if import DaysChanged, WhatIf
from justesse.evaluation.decision import Raised
from justesse.explanation.trace_json import VERDICTS, value_json
from justesse.program.types import Days, ListOf, Type
from justesse.values.calendar import iso_day

Json = dict[str, Any]
_SORTS: dict[Sort, str] = {"sentence": "phrase", "figure": "grandeur", "fact": "fait", "parameter": "paramètre"}


def what_if_document(found: WhatIf, asked: Sequence[str]) -> Json:
    """The whole of it; `asked` are the changes as typed."""
    return {
        "format": "justesse-et-si",
        "version": 1,
        "règles": found.before.program.fingerprint,
        "lectures": dict(found.before.readings),
        "changements": list(asked),
        "change": not found.nothing,
        "hors champ avant": [_notice(one) for one in found.before.out_of_scope],
        "hors champ après": [_notice(one) for one in found.after.out_of_scope],
        "signalements en plus": [_notice(one) for one in found.raised if one.rule.kind == "warning"],
        "signalements en moins": [_notice(one) for one in found.dropped if one.rule.kind == "warning"],
        "totaux": [line_json(one) for one in found.totals],
        "jours": [_days(one) for one in found.days],
    }


def _notice(raised: Raised) -> Json:
    return {"identifiant": raised.rule.identifier, "texte": raised.rule.text}


def _days(one: DaysChanged) -> Json:
    return {
        "du": iso_day(one.first),
        "au": iso_day(one.last),
        "lignes": [line_json(line) for line in one.lines],
        "causes": [_cause(cause) for cause in one.causes],
    }


def line_json(change: Change) -> Json:
    """A line that differs, or not; of the decision itself, computed or not, the words."""
    gap = {"écart": str(change.gap)} if change.gap is not None else {}
    return {"nom": change.name, **_pair(change.before, change.after, change.type), **gap}


def _cause(cause: Cause) -> Json:
    made: Json = {"genre": _SORTS[cause.sort], "nom": cause.name, **({"de": cause.about} if cause.about else {})}
    if cause.sort == "sentence":
        return {**made, "sources": list(cause.sources), "avant": _verdict(cause.before), "après": _verdict(cause.after)}
    return {**made, **_pair(cause.before, cause.after, cause.type)}


def _verdict(verdict: object) -> str:
    return VERDICTS.get(str(verdict), "non examinée")


def _pair(before: object, after: object, kind: Type | None) -> Json:
    return {"avant": _value(before, kind), "après": _value(after, kind)}


def _value(value: object, kind: Type | None) -> Json | None:
    """A value; None where there is none; those of each owner on a day that two share."""
    if value is None:
        return None
    if kind is None:
        return {"texte": str(value)}
    if isinstance(value, tuple) and not isinstance(kind, ListOf | Days):
        texts = [value_json(one, kind)["texte"] for one in value]
        return {"texte": " ; ".join(texts), "éléments": texts}
    return value_json(value, kind)
