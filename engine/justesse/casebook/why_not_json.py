"""What a decision refuses and what would change it, as a JSON document (`refus.schema.json`). Exact values are texts."""

from fractions import Fraction
from typing import Any

from justesse.casebook.change_words import told
from justesse.casebook.trial import written
from justesse.casebook.why_not import Changed, Refusal
from justesse.evaluation.decision import Decision
from justesse.explanation.decisive import decisive
from justesse.explanation.trace_json import value_json
from justesse.explanation.wording import record_text
from justesse.values.calendar import iso_day

Json = dict[str, Any]


def why_not_document(decision: Decision, refusals: list[Refusal], total: object) -> Json:
    """The whole of it; `total` is that of the decision as it is."""
    return {
        "format": "justesse-refus",
        "version": 1,
        "règles": decision.program.fingerprint,
        "lectures": dict(decision.readings),
        "hors champ": [{"identifiant": one.rule.identifier, "texte": one.rule.text} for one in decision.out_of_scope],
        "refus": [_refusal(decision, one, total) for one in refusals],
    }


def _refusal(decision: Decision, one: Refusal, total: object) -> Json:
    points = decisive(decision.program, one.sentences, one.start)
    return {
        "de": record_text(one.about, decision.program.declarations),
        "jours": [{"du": iso_day(first), "au": iso_day(last)} for first, last in one.periods],
        "lignes": [{"nom": line.item.name, **value_json(line.value, line.item.type)} for line in one.lines],
        "raisons": [{"règle": why.identifier, "texte": why.text, "sources": list(why.sources)} for why in one.reasons],
        "conditions": [{"texte": point.title, "remplie": point.mark == "✓", "écart": point.value} for point in points],
        "changements": [_change(decision, change, total) for change in one.changes],
        "essais": one.tried,
        "recherche complète": one.complete,
    }


def _change(decision: Decision, one: Changed, total: object) -> Json:
    words, kind = told(decision.program, one), one.lever.fact.type
    sums = [value for value in (total, one.total) if isinstance(value, int | Fraction)]
    return {
        "fait": words.fact,
        **({"de": words.about} if words.about else {}),
        "au lieu de": written(one.lever.value, kind),
        "valeur": written(one.value, kind),
        **({"écart": words.gap} if words.gap else {}),
        "changer": one.change,
        "de même": list(one.others),
        "jours payés": len(one.days),
        "lignes": [{"nom": name, **value_json(value, of)} for name, value, of in one.lines],
        **({"gain": str(Fraction(sums[1]) - Fraction(sums[0]))} if len(sums) == 2 else {}),
        **({"pièce": words.paper, "envoyée par": words.sender} if words.paper else {}),
    }
