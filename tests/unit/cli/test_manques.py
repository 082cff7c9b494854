"""`justesse manques`: what is sure, what is awaited and from whom; as text for people, as JSON that follows its schema."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from justesse.cli.main import main

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "docs" / "exemples" / "attestation_manquante.yaml"
TO_COME = ROOT / "tests" / "unit" / "cli" / "arret_jusqu_en_2027.yaml"
UNDATED = ROOT / "tests" / "unit" / "cli" / "accident_sans_date.yaml"
COMPLETE = ROOT / "tests" / "benchmarks" / "dossier_courant.yaml"


def document(capsys: pytest.CaptureFixture[str], path: Path) -> dict[str, Any]:
    assert main(["manques", str(path), "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    schema = json.loads((ROOT / "grammar" / "schemas" / "bornes.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(found)
    return found


def test_both_guarantees_and_the_most_are_given(capsys: pytest.CaptureFixture[str]) -> None:
    """A alone: 2 × 1 200 € in three months, B 800 € a month; with May, A is capped with B at 1.4 × SMIC."""
    sure = document(capsys, EXAMPLE)["garanti"]
    assert (sure["jour par jour"]["exact"], sure["au total"]["exact"], sure["au plus"]["exact"]) == ("526/5", "526/5", "3624/25")


def test_the_paper_its_sender_and_its_days_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, EXAMPLE)
    first = found["attendus"][0]
    assert (first["pièce"], first["envoyée par"], first["pour"]) == ("attestation de salaire", "l'employeur", "emploi A")
    assert first["jours"] == [{"du": "2026-07-09", "au": "2026-07-12"}] and found["rien à envoyer"]


def test_a_complete_case_waits_for_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, COMPLETE)
    assert found["évaluations"] == 1 and not found["attendus"] and not found["sans effet"]
    assert {one["état"] for one in found["jours"]} == {"établi"}


def test_the_json_is_the_same_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert document(capsys, EXAMPLE) == document(capsys, EXAMPLE)


def test_calculer_gives_the_same_guarantees(capsys: pytest.CaptureFixture[str]) -> None:
    alone = document(capsys, EXAMPLE)
    assert main(["calculer", str(EXAMPLE), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["bornes"] == alone


def test_the_guide_shows_what_the_command_says(capsys: pytest.CaptureFixture[str]) -> None:
    guide = (ROOT / "docs" / "guides" / "manques.md").read_text(encoding="utf-8")
    shown = re.search(r"```text\n(.*?)```", guide, re.DOTALL)
    assert main(["manques", str(EXAMPLE)]) == 0
    assert shown is not None and capsys.readouterr().out.strip() == shown[1].strip()


def test_a_case_out_of_scope_guarantees_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    text = EXAMPLE.read_text(encoding="utf-8").replace("  - nom: A\n", "  - nom: A\n    catégorie: stagiaire\n")
    case.write_text(text, encoding="utf-8")
    assert main(["manques", str(case)]) == 0
    out = capsys.readouterr().out
    assert "Hors périmètre : rien n'est garanti" in out and "€" not in out


NOT_DECLARED = """
emplois:
  - nom: A
    début: 2018-01-01
paies:
  - emploi: A
    mois: 2024-09 à 2025-02
    salaire brut: 2000
    heures: 151,67
arrêts:
  - début: 2025-03-17
    fin: 2025-03-31
    case cochée: initial
  - début: 2025-04-01
    fin: 2025-04-30
    case cochée: prolongation
    à temps partiel: oui
"""
"""3 × 2 000 / 91,25 × 50 % = 32,88 €; twelve days, then a month whose loss of salary may still be declared."""


def test_days_that_a_paper_may_still_pay_have_no_most(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "dossier.yaml"
    place.write_text(NOT_DECLARED, encoding="utf-8")
    found = document(capsys, place)
    assert found["garanti"]["jour par jour"]["exact"] == "9864/25" and found["garanti"]["au plus"] is None
    first = found["attendus"][0]
    assert (first["pièce"], first["envoyée par"]) == ("attestation de salaire", "l'employeur")
    assert first["jours"] == [{"du": "2025-04-01", "au": "2025-04-30"}]
    letter = tmp_path / "courrier.html"
    assert main(["courrier", str(place), "--vers", str(letter)]) == 0
    assert "attestation de salaire" in letter.read_text(encoding="utf-8")


def test_what_a_sentence_in_doubt_would_say_has_its_paper_too(capsys: pytest.CaptureFixture[str]) -> None:
    """The day of the accident is not known: nor is whether a pay is missing in the months before it."""
    awaited = {fact: (one["pièce"], one["envoyée par"]) for one in document(capsys, UNDATED)["attendus"] for fact in one["faits"]}
    assert awaited["La paie d'un mois au moins manque"] == ("attestation de salaire", "l'employeur")
    undated = "Un accident du travail est indemnisé au jour de l'arrêt : sa date manque"
    assert awaited[undated] == ("justificatif de situation", "l'assuré")


def test_a_value_to_come_is_no_paper_and_nobody_sends_it(capsys: pytest.CaptureFixture[str]) -> None:
    found = document(capsys, TO_COME)
    assert {one["état"] for one in found["jours"]} == {"établi"} and found["rien à envoyer"]
    awaited = [(one["genre"], one["pièce"], one["envoyée par"], one["faits"], one["jours"]) for one in found["attendus"]]
    facts = ["taux de la CSG au 2027-01-08", "taux de la CRDS au 2027-01-08"]
    assert awaited == [("valeur à venir", "", "", facts, [])]


def test_days_that_wait_for_a_value_to_come_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    case.write_text(TO_COME.read_text(encoding="utf-8").replace("2026-12-28", "2027-01-02"), encoding="utf-8")
    assert main(["manques", str(case)]) == 0
    told = capsys.readouterr().out
    assert "valeur à venir : coefficient du plafond au 2\u00a0janvier 2027" in told.replace("\n  ", " ")
    assert "Assuré : rien à envoyer." in told and "décision à prendre" not in told
