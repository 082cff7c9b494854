"""What the other readings of a decision would give as a JSON document; the schema is `lectures.schema.json`."""

from collections.abc import Sequence
from typing import Any

from justesse.casebook.comparison import Change
from justesse.casebook.other_readings import Met, OtherReading
from justesse.casebook.what_if_json import pair_json
from justesse.evaluation.decide import Decision
from justesse.values.calendar import iso_day

Json = dict[str, Any]


def readings_document(decision: Decision, met: Sequence[Met]) -> Json:
    """Every interpretation met, those that matter first."""
    return {
        "format": "justesse-lectures",
        "version": 1,
        "règles": decision.program.fingerprint,
        "interprétations": [_met(one) for one in met],
    }


def _met(met: Met) -> Json:
    rule = met.rule
    return {
        "identifiant": rule.identifier,
        "texte": rule.statement,
        "sources": list(rule.sources),
        **{name: text for name, text in rule.fields if text not in rule.readings},
        "lecture": met.taken,
        "change": met.matters,
        "autres lectures": [_other(one) for one in met.others],
    }


def _other(other: OtherReading) -> Json:
    stopped = {"empêchée par": list(other.result.stopped)} if other.result.stopped else {}
    return {"lecture": other.reading, **stopped, "changements": [_change(one) for one in other.changes]}


def _change(change: Change) -> Json:
    days = (
        {"du": iso_day(change.first), "au": iso_day(change.last)} if change.first is not None and change.last is not None else {}
    )
    gap = {"écart": str(change.gap)} if change.gap is not None else {}
    return {"nom": change.name, **days, **_pair(change), **gap}


def _pair(change: Change) -> Json:
    """The values; of the decision itself, computed or not, the words."""
    if change.type is None:
        return {"avant": {"texte": str(change.before)}, "après": {"texte": str(change.after)}}
    return pair_json(change.before, change.after, change.type)
