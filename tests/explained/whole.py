"""The explanation of a whole decision, complete or not: what the person is shown, then what stands behind it.

Complete: each run of days has a reason in words, with its rule and its sources; each figure shown stands in a trace whose
operations, done again, give it; what is not known says why; the text of the agent has no hole.
"""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import yaml
from tests.explained.replay import Parameters, replayed

from justesse.evaluation.decision import Decision, Shown
from justesse.evaluation.trace import Instance
from justesse.explanation.decision_outline import decision_points
from justesse.explanation.reasons import reasons
from justesse.explanation.text import lines
from justesse.explanation.trace_json import subject_json, trace_document
from justesse.values.states import NotApplicable, State, ToJudge, Unknown

ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Explained:
    """What is wrong with the explanation of a decision, and the operations done again and taken as given."""

    faults: list[str] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)


def shipped_parameters() -> Parameters:
    """The dated values of the rules, read from their files."""
    found: Parameters = {}
    for path in sorted((ROOT / "rules" / "parametres").glob("*.yaml")):
        read = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        values = [(one["à compter du"], one["valeur"].replace(",", ".")) for one in read["valeurs"]]
        found[read["paramètre"]] = [(start, _number(value)) for start, value in values]
    return found


def _number(text: str) -> Fraction:
    return Fraction(text.removesuffix("%").strip()) / (100 if text.endswith("%") else 1)


def explained(decision: Decision, parameters: Parameters) -> Explained:
    """Everything a decision shows."""
    found = Explained()
    found.faults.extend(_days_unexplained(decision))
    found.faults.extend(_holes(decision))
    told: set[str] = set()
    for line in _lines(decision):
        found.faults.extend(_silent(line))
        if line.instance is not None and _name(line.instance) not in told:
            document = trace_document(line.instance, decision.program.declarations)
            told.update(json.dumps([one["grandeur"], one["sujets"]]) for one in document["instances"])
            again = replayed(document, parameters)
            found.faults.extend(again.faults)
            found.done += again.done
            found.given += again.given
    found.faults = list(dict.fromkeys(found.faults))
    return found


def _name(instance: Instance) -> str:
    """What an instance is called in a document."""
    return json.dumps([instance.quantity.name, [subject_json(one) for one in instance.args]])


def _lines(decision: Decision) -> Iterator[Shown]:
    """The totals first: their documents hold most of the others."""
    for part in reversed(decision.parts):
        yield from part.lines
    for run in decision.runs:
        yield from run.lines


def _days_unexplained(decision: Decision) -> Iterator[str]:
    for run in decision.runs:
        told = reasons(run)
        if not told or not all(one.text and one.identifier and one.sources for one in told):
            yield f"jours {run.first} à {run.last} : {told}"


def _silent(line: Shown) -> Iterator[str]:
    """What is not known, without a cause."""
    value = line.value
    if isinstance(value, State) and not isinstance(value, NotApplicable):
        causes = value.causes if isinstance(value, Unknown) else value.judges if isinstance(value, ToJudge) else ("…",)
        if not causes:
            yield f"{line.item.name} : {value}"


def _holes(decision: Decision) -> Iterator[str]:
    for line in lines(decision_points(decision)):
        if not line.strip() or "…" in line or "None" in line or line.rstrip().endswith(":"):
            yield f"texte : {line.strip()[:200]}"
