"""A decision as a JSON document: its subjects, its days in runs with their reasons, its notices, its refusals.

Amounts are texts, exact, beside their French wording; no figure is a JSON number. The schema is `decision.schema.json`.
"""

from typing import Any

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.evaluation.decision import DayRun, Decision, Raised, Shown, SubjectPart
from justesse.explanation.reasons import Reason
from justesse.explanation.told_days import told_days
from justesse.explanation.trace_json import subject_json, value_json
from justesse.values.calendar import iso_day
from justesse.values.moving import Moving

Json = dict[str, Any]


def decision_document(decision: Decision, why: bool = True) -> Json:
    """The whole decision; without the reasons of days when nobody asks `why`."""
    return {
        "format": "justesse-décision",
        "version": 1,
        "règles": decision.program.fingerprint,
        "lectures": dict(decision.readings),
        "hors champ": [_notice(one) for one in decision.notices if one.rule.kind == "out-of-scope"],
        "signalements": [_notice(one) for one in decision.notices if one.rule.kind == "warning"],
        "refus": [_refusal(one) for one in decision.refusals],
        "sujets": [_part(one) for one in decision.parts],
        "jours": [*map(_told, told_days(decision))] if why else [*map(_run, decision.runs)],
    }


def _told(days: tuple[DayRun, list[Reason]]) -> Json:
    run, why = days
    return _run(run) | {"raisons": [*map(_reason, why)]}


def _notice(raised: Raised) -> Json:
    return {
        "identifiant": raised.rule.identifier,
        "texte": raised.rule.text,
        "sources": list(raised.rule.sources),
        "sujets": [subject_json(one) for one in raised.args],
        "certain": not raised.open,
    }


def _refusal(diagnostic: Diagnostic) -> Json:
    return {
        "code": diagnostic.code,
        "détails": dict(diagnostic.details),
        **({"lieu": f"{diagnostic.span.source.name}:{diagnostic.span.line}"} if diagnostic.span is not None else {}),
    }


def _part(part: SubjectPart) -> Json:
    days = {"du": iso_day(part.first), "au": iso_day(part.last)} if part.first is not None and part.last is not None else {}
    return {**subject_json(part.record), **days, "lignes": [_line(one, one.value) for one in part.lines]}


def _line(line: Shown, value: object) -> Json:
    return {"nom": line.item.name, "valeur": value_json(value, line.item.type)}


def _run(run: DayRun) -> Json:
    return {
        "sujet": subject_json(run.owner),
        "du": iso_day(run.first),
        "au": iso_day(run.last),
        "lignes": [_line(one, moving_value(one, run)) for one in run.lines],
    }


def moving_value(line: Shown, run: DayRun) -> object:
    """The value of a line with its change a day, brought to the first day of the run."""
    instance = line.instance
    if instance is None or not isinstance(instance.value, Moving) or instance.first is None:
        return line.value
    return Moving(instance.value.at(run.first - instance.first), instance.value.slope)


def _reason(reason: Reason) -> Json:
    return {"texte": reason.text, "règle": reason.identifier, "sources": list(reason.sources)}
