"""A decision without its trace says the same as the one that evaluation explains; its kernel is kept for the next process."""

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.compiled.compare import single
from tests.second_opinion.compare import shipped_program
from tests.share import casebook, share

from justesse.cli.main import main
from justesse.compiled import kept
from justesse.compiled import single as compiled_single
from justesse.compiled.single import Left
from justesse.compiled.untraced import untraced
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide_once
from justesse.explanation.decision_json import Json, decision_document
from justesse.program.load import load_program

ROOT = Path(__file__).parents[2]
WHOLE = ROOT / "tests" / "benchmarks" / "dossier_courant.yaml"
INCOMPLETE = ROOT / "docs" / "exemples" / "trois_employeurs.yaml"


def joined(document: Json) -> Json:
    """The same, equal days that follow one another together: evaluation may cut them for a reason that no value shows."""
    days: list[dict[str, Any]] = []
    for run in document["jours"]:
        before = days[-1] if days else None
        if before is not None and all(before[key] == run[key] for key in ("sujet", "lignes")):
            before["au"] = run["au"]
        else:
            days.append(dict(run))
    return {**document, "jours": days}


def test_the_casebook_is_said_alike_without_its_trace() -> None:
    program, alike = shipped_program(), 0
    for case in share(casebook(), 3):
        file, _ = read_case(case.dossier, program.declarations)
        if file is None or case.readings:
            continue
        found = untraced(single(), file.root, {})
        if isinstance(found, Left):
            continue
        expected = decision_document(decide_once(program, file.root), why=False)
        assert decision_document(found, why=False) == joined(expected), case.identifier
        alike += 1
    assert alike > 60


OVERLAP = "  - début: 2025-11-01\n    fin: 2025-11-06\n    case cochée: initial\n"


def said(*arguments: str) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(["calculer", *arguments]) == 0
    return out.getvalue()


@pytest.mark.parametrize("case", [WHOLE, INCOMPLETE], ids=["whole", "incomplete"])
def test_the_command_says_the_same_values_without_the_reasons(case: Path) -> None:
    explained = json.loads(said(str(case), "--format", "json"))
    assert all(run.pop("raisons") for run in explained["jours"])
    assert json.loads(said(str(case), "--format", "json", "--sans-raisons")) == explained
    text, bare = said(str(case)), said(str(case), "--sans-raisons")
    assert set(bare.splitlines()) < set(text.splitlines())
    assert "Délai de carence : ces jours ne sont pas payés." in text and "ces jours" not in bare


def test_a_notice_names_the_records_it_looked_at(tmp_path: Path) -> None:
    """A trace alone says that a stop overlaps another: the case is left to evaluation."""
    place = tmp_path / "dossier.yaml"
    place.write_text(WHOLE.read_text(encoding="utf-8") + OVERLAP, encoding="utf-8")
    told = [line for line in said(str(place)).splitlines() if "arrets-qui-se-chevauchent" in line]
    assert told and "17" in told[0]
    assert set(told) <= set(said(str(place), "--sans-raisons").splitlines())


def test_a_kernel_is_written_once_for_the_next_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    program, _ = load_program(ROOT / "tests" / "benchmarks" / "quinze_regles")
    assert program is not None
    written = kept.kept_single(program, {}).kernel
    monkeypatch.setattr(kept, "made_of", None)
    again = kept.kept_single(program, {}).kernel
    assert (again.text, again.names, again.shapes) == (written.text, written.names, written.shapes)
    monkeypatch.setattr(kept, "made_of", compiled_single.made_of)
    (place,) = (tmp_path / "justesse").glob("noyau-*")
    place.write_bytes(place.read_bytes()[:-100])
    assert kept.kept_single(program, {}).kernel.text == written.text
