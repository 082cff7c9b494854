"""Papers that differ, through the commands: both sources on the error stream, the rest decided, the choice in the record."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from justesse.cli.main import main

ROOT = Path(__file__).parents[3]
DIFFER = """\
emplois:
  - nom: A
    début: 2019-01-01
paies:
  - emploi: A
    mois: 2024-12 à 2025-02
    salaire brut: 2500
    heures: 151,67
    pièce: déclaration
    reçue le: 2025-04-04
  - emploi: A
    mois: 2025-02
    salaire brut: 2600
    heures: 151,67
    pièce: attestation rectificative
    reçue le: 2025-04-10
arrêts:
  - début: 2025-03-31
    fin: 2025-04-20
    case cochée: initial
"""
CHOSEN = DIFFER.replace("2025-04-10\n", "2025-04-10\n    retenue: oui\n    motif: erreur reconnue\n")


def ran(text: str, folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[str, str]:
    case = folder / "dossier.yaml"
    case.write_text(text, encoding="utf-8")
    command, *rest = options or ("calculer",)
    assert main([command, str(case), *rest]) == 0
    out, told = capsys.readouterr()
    return " ".join(out.split()), " ".join(told.split())


@pytest.mark.parametrize("command", ["calculer", "expliquer", "image"])
def test_both_papers_are_told_and_the_rest_is_decided(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, told = ran(DIFFER, tmp_path, capsys, command)
    assert told.count("avertissement D0120") == 1
    assert "2500 € selon déclaration (4 avril 2025), 2600 € selon attestation rectificative (10 avril 2025)" in told
    assert "dossier.yaml:11" in told and "dossier.yaml:5" in told and "retenue: oui" in told
    assert out


def test_what_depends_on_it_names_the_contradiction(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(DIFFER, tmp_path, capsys)
    assert "délai de carence 3 jours" in out and "total brut 739,80 à 749,52 €" in out and "au total, au plus" in out
    assert "salaire brut, paie 2025-02 (A) : 2500 € selon déclaration (2025-04-04), 2600 € selon attestation" in out


def test_a_choice_decides_and_stays_in_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = tmp_path / "acte.json"
    out, told = ran(CHOSEN, tmp_path, capsys, "calculer", "--acte", str(record))
    assert "D0120" not in told and "total brut inconnu" not in out
    document = json.loads(record.read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "grammar/schemas/acte.schema.json").read_text(encoding="utf-8"))
    assert Draft202012Validator(schema["properties"]["données"] | {"$defs": schema["$defs"]}).is_valid(document["données"])
    (fact,) = [one for one in document["données"]["faits"] if "versions" in one]
    assert fact["champ"] == "salaire brut" and fact["valeur"]["exact"] == "2600" and fact["pièce"] == "attestation rectificative"
    assert [(one["pièce"], one.get("motif")) for one in fact["versions"]] == [
        ("déclaration", None), ("attestation rectificative", "erreur reconnue"),
    ]  # fmt: skip


def test_the_explanation_says_what_was_followed_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = ran(CHOSEN, tmp_path, capsys, "expliquer", "salaire journalier de base", "--profondeur", "9")
    assert "retenue plutôt que déclaration : erreur reconnue" in out


def test_the_order_of_the_papers_changes_no_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, pays, stops = (
        DIFFER.partition("paies:\n")[0],
        DIFFER[DIFFER.index("  - emploi") : DIFFER.index("arrêts:")],
        DIFFER[DIFFER.index("arrêts:") :],
    )
    first, second = (f"  - emploi: A\n{one}" for one in pays.split("  - emploi: A\n")[1:])
    shown = [
        ran(f"{head}paies:\n{one}{stops}", tmp_path, capsys)[0].partition("Ce qui manque")[0]
        for one in (first + second, second + first)
    ]
    assert shown[0] == shown[1]


@pytest.mark.parametrize("command", ["calculer", "expliquer"])
def test_two_notices_for_the_same_days_are_both_named(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pays = DIFFER[: DIFFER.index("  - emploi: A\n    mois: 2025-02")] + "arrêts:\n"
    first = "  - début: 2025-03-31\n    fin: 2025-04-20\n    case cochée: initial\n    pièce: avis A\n"
    second = "  - début: 2025-04-14\n    fin: 2025-04-27\n    case cochée: prolongation\n    pièce: avis B\n"
    for stops in (first + second, second + first):
        out, _ = ran(pays + stops, tmp_path, capsys, command)
        assert "arrêt du 14 avril 2025 (avis B) ; arrêt du 31 mars 2025 (avis A)" in out
    out, _ = ran(pays + first + second.replace("2025-04-14", "2025-04-21"), tmp_path, capsys, command)
    assert "avis B) ; arrêt" not in out
