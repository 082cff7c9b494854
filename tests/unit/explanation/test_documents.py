"""The JSON documents follow their published schemas, for every case of the casebook, and hold exact values."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.share import casebook

from justesse.casebook.cases import CaseEntry
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.decision import Decision
from justesse.explanation.decision_json import decision_document
from justesse.explanation.trace_json import trace_document
from justesse.program.load import load_program
from justesse.program.program import Program

ROOT = Path(__file__).parents[3]
SCHEMAS = ROOT / "grammar" / "schemas"
CASES = casebook()
FILES = sorted({case.span.source.name for case in CASES})
Decider = Callable[..., Decision]


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


DECISION, TRACE = validator("decision"), validator("trace")


@pytest.fixture(scope="session")
def law() -> Program:
    program, diagnostics = load_program(ROOT / "rules")
    assert program is not None, diagnostics
    return program


def decisions(law: Program, cases: list[CaseEntry]) -> list[Decision]:
    files = [(case, read_case(case.dossier, law.declarations)[0]) for case in cases]
    return [decide(law, file.root, dict(case.readings)) for case, file in files if file is not None]


@pytest.mark.parametrize("file", FILES)
def test_every_case_gives_documents_of_their_schemas(law: Program, file: str) -> None:
    cases = [case for case in CASES if case.span.source.name == file]
    for place, decision in enumerate(decisions(law, cases[::3])):
        DECISION.validate(json.loads(json.dumps(decision_document(decision))))
        if place == 0 and decision.parts:
            instance = decision.parts[0].lines[-1].instance
            assert instance is not None
            TRACE.validate(json.loads(json.dumps(trace_document(instance, law.declarations))))


def test_the_references_of_a_trace_lead_somewhere_and_none_is_written_twice(decided: Decider) -> None:
    decision = decided(pages="6")
    instance = decision.parts[0].lines[1].instance
    assert instance is not None
    document = trace_document(instance, decision.program.declarations)
    written = [one["id"] for one in document["instances"]]
    assert len(written) == len(set(written))
    assert {document["racine"], *references(document)} == set(written)


def references(part: object) -> set[str]:
    if isinstance(part, dict):
        own = {part["instance"]} if "instance" in part else set()
        return own.union(*(references(one) for one in part.values()))
    return set().union(*(references(one) for one in part)) if isinstance(part, list) else set()


def test_values_are_exact_texts_and_open_values_states(decided: Decider) -> None:
    lines = decision_document(decided(pages="1,5"))["sujets"][0]["lignes"]
    assert [line["valeur"]["exact"] for line in lines] == ["3", "non"]
    (unknown, _) = decision_document(decided(pages="inconnu"))["sujets"][0]["lignes"]
    assert unknown["valeur"] == {
        "texte": "inconnu (pages, prêt du 2025-04-01)",
        "état": "compris",
        "au moins": "0",
        "causes": ["pages, prêt du 2025-04-01"],
    }


def test_days_come_in_runs_with_their_reasons(decided: Decider) -> None:
    runs = decision_document(decided())["jours"]
    assert [(run["du"], run["au"]) for run in runs] == [("2025-04-01", "2025-04-03"), ("2025-04-04", "2025-04-10")]
    assert runs[0]["raisons"][0]["règle"] == "jour-gratuit"
