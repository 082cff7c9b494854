"""Explanations of some cases of the casebook done again (`run.py` does all), and traces made wrong, which must be seen."""

import json
from typing import Any

import pytest
from tests.explained.replay import replayed
from tests.explained.run import one, shipped
from tests.explained.whole import shipped_parameters
from tests.share import casebook

from justesse.casebook.run import run_case
from justesse.explanation.trace_json import trace_document

ONE_IN = 45


@pytest.mark.parametrize("place", range(0, len(casebook()), ONE_IN))
def test_what_a_decision_shows_is_explained_to_the_end(place: int) -> None:
    found = one(place)
    if found is not None:
        assert found.faults == []
        assert found.done.total() > 20 or not found.done


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    """The trace of the amount of a day."""
    case = next(case for case in casebook() if case.identifier == "base-employeurs-deux-au-dela-du-plafond")
    decision = run_case(shipped(), case).decision
    assert decision is not None
    line = next(line for line in decision.runs[-1].lines if line.item.name == "indemnité")
    assert line.instance is not None
    return trace_document(line.instance, shipped().declarations)


@pytest.mark.parametrize(
    "name", ["multiplication", "division", "addition", "plus petit", "arrondi au plus proche", "somme", "paramètre"]
)
def test_an_operation_that_does_not_give_its_value_is_seen(document: dict[str, Any], name: str) -> None:
    assert replayed(document, shipped_parameters()).faults == []
    wrong = json.loads(json.dumps(document))
    step = next(step for step in _steps(wrong) if step["opération"] == name and step["valeur"].get("exact", "0") != "0")
    step["valeur"]["exact"] = "12345/7"
    assert any(fault.startswith(name) for fault in replayed(wrong, shipped_parameters()).faults)


def test_a_sentence_without_source_is_seen(document: dict[str, Any]) -> None:
    wrong = json.loads(json.dumps(document))
    said = next(said for one in wrong["instances"] for said in one["phrases"] if said["règle"])
    said["sources"] = []
    assert f"{said['règle']} sans source" in " ".join(replayed(wrong, shipped_parameters()).faults)


def _steps(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, list):
        return [step for one in node for step in _steps(one)]
    if not isinstance(node, dict):
        return []
    own = [node] if "opération" in node else []
    return own + [step for one in node.values() for step in _steps(one)]
