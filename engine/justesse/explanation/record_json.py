"""A decision record as a JSON document: the decision, what the person may ask to read of it, and what recomputes it alike.

The words come from the template of the rules. Deterministic: same case, same rules, same engine, same bytes. No clock is
read. The schema is `acte.schema.json`.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from justesse import __version__
from justesse.evaluation.decision import Decision
from justesse.evaluation.facts import Record, Stated
from justesse.evaluation.trace import Instance, Tried
from justesse.explanation.clause_text import clause_text
from justesse.explanation.decision_json import decision_document
from justesse.explanation.inputs import Input, steps_of, used
from justesse.explanation.trace_json import subject_json, value_json
from justesse.explanation.wording import record_text
from justesse.program.digests import Digests, of_bytes, of_files
from justesse.program.program import Program
from justesse.program.record_template import RecordTemplate
from justesse.program.types import Type
from justesse.values.calendar import iso_day
from justesse.values.moving import Moving
from justesse.values.states import NotApplicable

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class CaseText:
    """The file of a case: its name, without its folder, and its text as it is."""

    name: str
    text: str


def record_text_of(document: Json) -> str:
    """The bytes of a record, as text: one writing only."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def record_document(decision: Decision, case: CaseText, digests: Digests, template: RecordTemplate) -> Json:
    """The whole record; the decision is refused by nothing."""
    instances = _instances(decision)
    return {
        "format": "justesse-acte",
        "version": 1,
        "acte": template.fields["acte"],
        "état": template.fields["état"],
        "mention": template.item("mention"),
        "contribution": template.item("contribution"),
        "données": {**template.item("données"), "faits": list(_facts(decision))},
        "paramètres": {**template.item("paramètres"), "valeurs": _parameters(decision.program, instances)},
        "opérations": {**template.item("opérations"), "règles": _operations(instances)},
        "décision": {**decision_document(decision), "règles": digests.rules},
        "lectures": dict(sorted(decision.readings.items())),
        "horloges": _clocks(instances),
        "empreintes": _digests(digests, case),
        "dossier": {"fichier": case.name, "texte": case.text},
    }


def _digests(digests: Digests, case: CaseText) -> Json:
    return {
        "moteur": {"version": __version__, "empreinte": digests.engine},
        "règles": {"empreinte": of_files(digests.sentences), "fichiers": digests.sentences},
        "paramètres": {"empreinte": of_files(digests.values), "fichiers": digests.values},
        "dossier": of_bytes(case.text.encode()),
    }


def _instances(decision: Decision) -> list[Instance]:
    """Everything evaluated, each once, in the order it was."""
    evaluator = decision.evaluator
    assert evaluator is not None
    return list({id(one): one for one in evaluator.instances()}.values())


# --- the data -------------------------------------------------------------------------------------


def _facts(decision: Decision) -> Iterator[Json]:
    """Every fact the case gives, whose it is, the paper that carries it."""
    root = decision.root
    listed = [one for value in root.fields.values() if isinstance(value, tuple) for one in value]
    for record in (root, *listed):
        for name, value in record.fields.items():
            if not isinstance(value, tuple | NotApplicable):
                yield _fact(decision.program, record, name, value)


def _fact(program: Program, record: Record, name: str, value: object) -> Json:
    declared = program.declarations
    paper, received = record.provenance.get(name, (record.paper, record.received))
    expected = program.papers.get((name, record.type), "")
    owner = record.type if record.type == declared.root else record_text(record, declared)
    made: Json = {"fiche": record.type, "nom": owner, "champ": name}
    kind = declared.records[record.type].facts[name].type
    made["valeur"] = value_json(value, kind)
    said = {"pièce": paper} if paper else {"pièce attendue": expected} if expected else {}
    several = [_stated(one, kind) for one in record.statements.get(name, ())]
    return {**made, **said, **_received(received), **({"versions": several} if several else {})}


def _stated(one: Stated, kind: Type) -> Json:
    """What one of several papers says, and why a person followed it."""
    choice = {"retenue": "oui", "motif": one.reason} if one.retained else {}
    return {"valeur": value_json(one.value, kind), "pièce": one.paper, **_received(one.received), **choice}


def _received(day: int | None) -> Json:
    return {"reçue le": iso_day(day)} if day is not None else {}


# --- the parameters -------------------------------------------------------------------------------


def _parameters(program: Program, instances: list[Instance]) -> list[Json]:
    """Each dated value at each day it was read, with the sentences that read it."""
    found: dict[tuple[str, int], tuple[Input, dict[str, None]]] = {}
    for instance in instances:
        for tried in instance.tried:
            for one in used(*steps_of(tried)):
                day = _day_read(one) if one.sort == "parameter" else None
                if day is not None:
                    found.setdefault((one.name, day), (one, {}))[1][tried.clause.identifier or instance.quantity.name] = None
    return [_parameter(program, *key, *found[key]) for key in sorted(found)]


def _day_read(one: Input) -> int | None:
    date = one.step.parts[0].value if one.step.parts else None
    known = date.value if isinstance(date, Moving) else date
    return int(known) if isinstance(known, int) else None


def _parameter(program: Program, name: str, day: int, one: Input, rules: dict[str, None]) -> Json:
    series = program.parameters[name]
    dated = [entry for entry in series.values if entry.start <= day][-1:]
    made: Json = {"nom": name, "au": iso_day(day), "valeur": value_json(one.step.value, series.type)}
    for entry in dated:
        made |= {"à compter du": iso_day(entry.start), "source": entry.source}
    return {**made, "règles": sorted(rules)}


# --- the operations -------------------------------------------------------------------------------


def _operations(instances: list[Instance]) -> list[Json]:
    """The sentences that gave a value, each with everything it was applied to."""
    found: dict[tuple[str, str, str], Json] = {}
    for instance in instances:
        for tried in instance.retained():
            if tried.clause.identifier:
                key = tried.clause.identifier, tried.clause.version, instance.quantity.key
                found.setdefault(key, _operation(tried, instance))["applications"].append(_application(instance))
    return [found[key] for key in sorted(found)]


def _operation(tried: Tried, instance: Instance) -> Json:
    clause = tried.clause
    words = clause_text(clause)
    conditions = f", si {' ; '.join(words.conditions)}" if words.conditions else ""
    rows = f" : {' ; '.join(words.rows)}" if words.rows else ""
    return {
        "règle": clause.identifier,
        **({"version": clause.version} if clause.version else {}),
        "grandeur": instance.quantity.name,
        "sources": list(clause.sources),
        "phrase": words.definition + rows + conditions,
        "applications": [],
    }


def _application(instance: Instance) -> Json:
    days: Json = {}
    args = instance.args
    if instance.first is not None and instance.last is not None:
        days, args = {"du": iso_day(instance.first), "au": iso_day(instance.last)}, args[:-1]
    return {"sujets": [subject_json(one) for one in args], **days, "valeur": value_json(instance.value, instance.quantity.type)}


# --- the clocks -----------------------------------------------------------------------------------


def _clocks(instances: list[Instance]) -> list[Json]:
    """The dates that decided which version of a sentence applies, and for which sentences."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for instance in instances:
        for clause, _, clocks, _, _ in instance.found:
            for validity, clock in zip(clause.validities, clocks, strict=False):
                known = clock.value if isinstance(clock, Moving) else clock
                if isinstance(known, int):
                    found.setdefault((iso_day(known), validity.words), {})[clause.identifier] = None
    return [{"date": date, "selon": words, "pour": sorted(names)} for (date, words), names in sorted(found.items())]
