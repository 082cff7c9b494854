"""What is sure of an incomplete case, as a JSON document; the schema is `bornes.schema.json`. Exact values are texts."""

from typing import Any

from justesse.evaluation.bounds import Bounds, DayBounds
from justesse.explanation.awaited import Awaited, total_type, waiting
from justesse.explanation.trace_json import value_json
from justesse.explanation.wording import cause_text
from justesse.program.program import Program
from justesse.program.types import Type
from justesse.values.calendar import iso_day
from justesse.values.ranges import Exact

Json = dict[str, Any]
_SORTS = {"paper": "pièce", "judgment": "à apprécier", "value": "valeur à venir"}


def bounds_document(program: Program, bounds: Bounds) -> Json:
    """The guarantees, the days, what is awaited."""
    kind = total_type(program)
    awaited = waiting(program, bounds)
    made: Json = {
        "format": "justesse-bornes",
        "version": 1,
        "règles": program.fingerprint,
        "lectures": dict(bounds.decision.readings),
        "hors champ": [one.rule.identifier for one in bounds.decision.out_of_scope],
        "refus": [{"code": one.code, "détails": dict(one.details)} for one in bounds.refusals],
        "jours": [_day(one, kind) for one in bounds.days],
        "attendus": [_awaited(one, kind) for one in (*awaited.papers, *awaited.besides)],
        "sans effet": list(awaited.without_effect),
        "rien à envoyer": awaited.nothing_to_send,
        "évaluations": bounds.runs,
    }
    if not bounds.refusals and not bounds.decision.out_of_scope:
        made["garanti"] = {
            "jour par jour": value_json(bounds.by_day, kind),
            "au total": value_json(bounds.low, kind),
            "au total, atteint": bounds.reached,
            "au plus": _amount(bounds.high, kind),
        }
    return made


def _day(one: DayBounds, kind: Type) -> Json:
    return {
        "du": iso_day(one.first),
        "au": iso_day(one.last),
        "état": "établi" if one.known else "ouvert" if one.high is None else "borné",
        "au moins": value_json(one.low, kind),
        "au plus": _amount(one.high, kind),
        "causes": [cause_text(cause) for cause in one.causes],
    }


def _awaited(one: Awaited, kind: Type) -> Json:
    made: Json = {"pièce": one.paper, "envoyée par": one.sender, "pour": one.about}
    made["genre"] = _SORTS[one.sort]
    made["faits"] = list(map(str, one.doubts))
    made["jours"] = [{"du": iso_day(day.first), "au": iso_day(day.last)} for day in one.days]
    return {**made, "de": value_json(one.low, kind), "à": _amount(one.high, kind)}


def _amount(amount: Exact | None, kind: Type) -> Json | None:
    return None if amount is None else value_json(amount, kind)
