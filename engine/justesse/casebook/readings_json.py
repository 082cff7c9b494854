"""What the other readings of a decision would give as a JSON document; the schema is `lectures.schema.json`."""

from collections.abc import Sequence
from typing import Any

from justesse.casebook.comparison import Change
from justesse.casebook.other_readings import Met, OtherReading
from justesse.casebook.what_if_json import line_json
from justesse.evaluation.decision import Decision
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
    if change.first is None or change.last is None:
        return line_json(change)
    return {**line_json(change), "du": iso_day(change.first), "au": iso_day(change.last)}
