"""The decision record: what it holds, the same bytes each time, and what its replay notices."""

import json
import os
import re
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from justesse.cli.main import main

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "docs" / "exemples" / "trois_employeurs.yaml"
Json = dict[str, Any]


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((ROOT / "grammar" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("acte") / "acte.json"
    assert main(["calculer", str(EXAMPLE), "--acte", str(path)]) == 0
    return path


@pytest.fixture(scope="module")
def document(record: Path) -> Json:
    return json.loads(record.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def replay(path: Path, *more: str) -> int:
    return main(["rejouer", str(path), *more])


def tampered(document: Json, folder: Path, before: str, after: str) -> Path:
    text = json.dumps(document, ensure_ascii=False, indent=2)
    assert before in text
    (folder / "acte.json").write_text(text.replace(before, after, 1), encoding="utf-8")
    return folder / "acte.json"


# --- what it holds ------------------------------------------------------------------------------------


def test_it_follows_its_schema_and_holds_the_decision(document: Json, capsys: pytest.CaptureFixture[str]) -> None:
    validator("acte").validate(document)
    validator("decision").validate(document["décision"])
    assert main(["calculer", str(EXAMPLE), "--format", "json"]) == 0
    decision = json.loads(capsys.readouterr().out)
    assert {**document["décision"], "règles": ""} == {**decision, "règles": ""}


def test_it_holds_the_four_items_and_the_mention(document: Json) -> None:
    template = (ROOT / "rules" / "acte.yaml").read_text(encoding="utf-8")
    flat = " ".join(template.split())
    assert all(document[key]["texte"] in flat for key in ("mention", "contribution", "données", "paramètres", "opérations"))
    pay = next(
        one for one in document["données"]["faits"] if one["nom"] == "paie de février 2025 (école)" and one["champ"] == "heures"
    )
    assert (pay["valeur"]["exact"], pay["pièce"], pay["reçue le"]) == ("50", "attestation de salaire de l'école", "2025-04-02")
    cap = [one for one in document["paramètres"]["valeurs"] if one["nom"] == "coefficient du plafond"]
    assert [one["valeur"]["exact"] for one in cap] == ["9/5", "7/5"] and all(one["source"] and one["règles"] for one in cap)
    rules = {one["règle"]: one for one in document["opérations"]["règles"]}
    assert [one["valeur"]["texte"] for one in rules["delai-de-carence"]["applications"]] == ["3\u00a0jours"] * 2
    assert any(one["date"] == "2025-03-25" and one["selon"] and one["pour"] for one in document["horloges"])


def test_the_digests_are_those_of_the_files(document: Json) -> None:
    digests = document["empreintes"]
    assert digests["dossier"] == sha256(EXAMPLE.read_bytes()).hexdigest()
    rule = ROOT / "rules" / "maladie" / "03_carence.regle"
    assert digests["règles"]["fichiers"]["maladie/03_carence.regle"] == sha256(rule.read_bytes()).hexdigest()
    assert "parametres/smic_horaire.yaml" in digests["paramètres"]["fichiers"]
    assert document["dossier"] == {"fichier": EXAMPLE.name, "texte": EXAMPLE.read_text(encoding="utf-8")}


def test_it_names_no_folder_of_the_machine(record: Path) -> None:
    text = record.read_text(encoding="utf-8")
    assert str(ROOT) not in text and str(record.parent) not in text


def test_two_processes_write_the_same_bytes(record: Path, tmp_path: Path) -> None:
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "engine"), "PYTHONUTF8": "1", "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "justesse", "calculer", str(EXAMPLE), "--acte", str(tmp_path / f"{seed}.json")]
        subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes() == record.read_bytes()


def test_no_file_is_overwritten(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = record.read_bytes()
    assert main(["calculer", str(EXAMPLE), "--acte", str(record)]) == 2
    assert "F0121" in capsys.readouterr().err and record.read_bytes() == before


# --- its replay ---------------------------------------------------------------------------------------


def test_a_record_is_replayed_alike(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert replay(record) == 0
    assert capsys.readouterr().out == "identique\n"


def test_another_reading_is_replayed_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "acte.json"
    assert main(["calculer", str(EXAMPLE), "--lecture", "arrondi-indemnite=tronquée au centime", "--acte", str(path)]) == 0
    capsys.readouterr()
    assert replay(path) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["lectures"]["arrondi-indemnite"] == "tronquée au centime"


def test_a_case_with_other_line_ends_keeps_its_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case, path = tmp_path / "dossier.yaml", tmp_path / "acte.json"
    case.write_bytes(b"\xef\xbb\xbf" + EXAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    assert main(["calculer", str(case), "--acte", str(path)]) == 0
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["empreintes"]["dossier"] == sha256(case.read_bytes()).hexdigest()
    assert replay(path) == 0


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("indemnités journalières dues", "sommes dues", "mention"),
        ("salaire brut: 2400", "salaire brut: 1400", "empreinte différente : le dossier"),
        ('"arrondi-indemnite": "au centime le plus proche"', '"arrondi-indemnite": "tronquée au centime"', "arrondi-indemnite"),
        ('"maladie/03_carence.regle": "', '"maladie/04_carence.regle": "', "les règles : maladie/03_carence.regle"),
        ('"champ": "heures"', '"champ": "minutes"', "minutes"),
        ('"version": "0', '"version": "9', "empreinte différente : le moteur (version 9"),
    ],
)
def test_what_was_tampered_with_is_seen(
    document: Json, tmp_path: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, words: str
) -> None:
    assert replay(tampered(document, tmp_path, before, after)) == 1
    out = " ".join(capsys.readouterr().out.split())
    assert words in out and "identique" not in out


def test_a_total_tampered_with_is_shown_on_both_sides(document: Json, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = json.loads(json.dumps(document))
    lines = (line for part in changed["décision"]["sujets"] for line in part["lignes"])
    line = next(one for one in lines if one["nom"] == "total net")
    told, line["valeur"]["texte"] = line["valeur"]["texte"], "9\u202f999,00\u00a0€"
    assert replay(tampered(changed, tmp_path, "total net", "total net")) == 1
    out = capsys.readouterr().out
    assert "9\u202f999,00\u00a0€" in out and told in out and "1 ligne diffère." in out


def test_other_rules_are_seen_with_their_file_and_the_lines(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "rules", tmp_path / "autres")
    assert replay(record, "--regles", str(tmp_path / "autres")) == 0
    path = tmp_path / "autres" / "parametres" / "taux_indemnite.yaml"
    path.write_text(re.sub(r"valeur: 0,5\b", "valeur: 0,4", path.read_text(encoding="utf-8")), encoding="utf-8")
    capsys.readouterr()
    assert replay(record, "--regles", str(tmp_path / "autres")) == 1
    out = capsys.readouterr().out
    assert "empreinte différente : les paramètres : parametres/taux_indemnite.yaml\n" in out
    assert "48,46\u00a0€/jour" in out and "lignes diffèrent" in out


def test_a_comment_more_in_the_rules_changes_a_digest_only(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    path = tmp_path / "rules" / "maladie" / "03_carence.regle"
    path.write_text(path.read_text(encoding="utf-8") + "\n[ Une remarque. ]\n", encoding="utf-8")
    assert replay(record, "--regles", str(tmp_path / "rules")) == 1
    out = capsys.readouterr().out
    assert "empreinte différente : les règles : maladie/03_carence.regle\n" in out


@pytest.mark.parametrize("text", ["", "{", "[1]", "{}", '{"format": "justesse-acte"}', "[" * 100_000, "\ud800"])
def test_what_is_no_record(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    path = tmp_path / "acte.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert replay(path) == 2
    out, told = capsys.readouterr()
    assert out == "" and ("F0123" in told or "F0104" in told) and "Traceback" not in told


def test_a_record_whose_case_is_broken(document: Json, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert replay(tampered(document, tmp_path, "case cochée: initial", "case cochée: initiale")) == 2
    assert "D0109" in capsys.readouterr().err
    assert replay(tmp_path / "absent.json") == 2
    assert "F0101" in capsys.readouterr().err
