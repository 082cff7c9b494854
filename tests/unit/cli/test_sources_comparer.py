"""The register beside a hand-written code of the same shape as the published one: what changed, who cites it, what is no code."""

import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

from justesse.cli.main import main
from justesse.values.calendar import read_day

VOCABULARY = """\
vocabulaire : « Lecture ».

fiche lecteur (lecteurs), sujet du dossier :
  - les pages, une durée en heures, au moins 0.

on calcule pour chaque lecteur :
  - la lecture, une durée en heures.

décision :
  - pour chaque lecteur : la lecture.
"""
RULES = """\
texte : « Lecture ».

règle temps-de-lecture (source : CSS art. L. 1-1, al. 2 ; CSS art. R. 1-2) :
  la lecture du lecteur est égale à 2 × pages du lecteur.
"""
REGISTER = """\
- source: CSS art. L. 1-1
  objet: temps de lecture
  versions:
    - identifiant: LEGIARTI000000000001
      à compter du: 2010-01-01
      jusqu'au: 2023-12-31
    - identifiant: LEGIARTI000000000002
      à compter du: 2024-01-01
  vérifié le: 2025-01-15
  vérification: texte lu
- source: CSS art. R. 1-2
  objet: pages
  versions:
    - identifiant: LEGIARTI000000000003
      à compter du: 2015-06-01
  vérifié le: 2025-01-15
  vérification: texte lu
- source: CSP art. L. 9-1
  objet: ailleurs
  versions: []
  vérifié le: 2025-01-15
  vérification: non vérifié
- source: loi n° 2020-1
  objet: une loi
  versions: []
  vérifié le: 2025-01-15
  vérification: non vérifié
"""
NEVER = "2999-01-01"
Versions = dict[str, list[tuple[str, str, str]]]
VERSIONS: Versions = {
    "L1-1": [("LEGIARTI000000000009", "2001-01-01", "2010-01-01"), ("LEGIARTI000000000001", "2010-01-01", "2024-01-01"),
             ("LEGIARTI000000000002", "2024-01-01", NEVER)],
    "R1-2": [("LEGIARTI000000000003", "2015-06-01", NEVER)],
}  # fmt: skip


def milliseconds(day: str) -> int:
    number = 1_083_000 + 11_822 if day == NEVER else read_day(day)
    assert number is not None
    return (number - 719_163) * 86_400_000


def code(versions: Versions, state: str = "2025-03-01") -> str:
    articles: list[dict[str, Any]] = [
        {
            "type": "article",
            "data": {"num": num, "articleVersions": [
                {"id": name, "dateDebut": milliseconds(start), "dateFin": milliseconds(end)} for name, start, end in some
            ]},
        }
        for num, some in versions.items()
    ]  # fmt: skip
    head = {"id": "LEGITEXT000006073189", "cid": "LEGITEXT000006073189", "dateDebutVersion": state, "title": "Un code"}
    section = {"type": "section", "data": {"title": "Livre"}, "children": articles}
    return json.dumps({"type": "code", "data": head, "children": [section]})


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("justesse.cli.screen.PIPED_WIDTH", 200)
    (tmp_path / "rules").mkdir()
    for name, text in {"00.regle": VOCABULARY, "01.regle": RULES, "sources.yaml": REGISTER}.items():
        (tmp_path / "rules" / name).write_text(text, encoding="utf-8")
    return tmp_path


def compare(project: Path, content: str, *more: str) -> int:
    file = project / "LEGITEXT000006073189.json"
    file.write_text(content, encoding="utf-8")
    return main(["sources", "comparer", str(file), "--regles", str(project / "rules"), *more])


def test_nothing_changed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(project, code(VERSIONS)) == 0
    shown = capsys.readouterr().out
    assert "2 articles comparés (CSS au 2025-03-01), sur 4 textes au registre.\n" in shown
    assert "Code absent de ce fichier : CSP art. L. 9-1.\nRien n'a changé.\n" in shown


def changed(project: Path, versions: Versions, capsys: pytest.CaptureFixture[str], *more: str) -> str:
    assert compare(project, code(VERSIONS | versions), *more) == 1
    return " ".join(capsys.readouterr().out.split())


def test_a_new_version_in_force_names_both_and_the_rules(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    after = [("LEGIARTI000000000003", "2015-06-01", "2025-02-01"), ("LEGIARTI000000000004", "2025-02-01", NEVER)]
    shown = changed(project, {"R1-2": after}, capsys)
    assert "CSS art. R. 1-2 version en vigueur LEGIARTI000000000003 LEGIARTI000000000004 temps-de-lecture" in shown
    assert "vérifié le 2025-01-15 du 2015-06-01 du 2025-02-01" in shown
    assert "L. 1-1 " not in shown and "1 texte à revoir." in shown


def test_a_version_announced_is_told_and_in_force_on_its_day_only(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    after = [("LEGIARTI000000000003", "2015-06-01", "2026-01-01"), ("LEGIARTI000000000004", "2026-01-01", NEVER)]
    assert "version à enregistrer" in changed(project, {"R1-2": after}, capsys)
    assert "version en vigueur" in changed(project, {"R1-2": after}, capsys, "--au", "2026-01-01")
    assert "version en vigueur" not in changed(project, {"R1-2": after}, capsys, "--au", "2025-12-31")


def test_other_days_other_versions_no_article(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, third = VERSIONS["L1-1"]
    later = [first, (second[0], second[1], "2024-02-01"), (third[0], "2024-02-01", NEVER)]
    shown = changed(project, {"L1-1": later}, capsys)
    assert "fin de la version" in shown and "début de la version" in shown
    assert "version inconnue du code" in changed(project, {"L1-1": [first, third]}, capsys)
    assert compare(project, code({"L1-1": VERSIONS["L1-1"]})) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "CSS art. R. 1-2 article introuvable LEGIARTI000000000003 — temps-de-lecture" in shown


def test_the_register_may_know_what_came_after_the_code(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    newer = REGISTER.replace(
        "      à compter du: 2015-06-01\n",
        "      à compter du: 2015-06-01\n    - identifiant: LEGIARTI000000000005\n      à compter du: 2025-06-01\n",
    )
    (project / "rules" / "sources.yaml").write_text(newer, encoding="utf-8")
    assert compare(project, code(VERSIONS)) == 0
    assert compare(project, code(VERSIONS), "--au", "2025-07-01") == 0
    assert compare(project, code(VERSIONS, "2025-07-01")) == 1
    capsys.readouterr()


def test_the_archive_and_the_folder_of_the_package(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project / "package" / "data"
    folder.mkdir(parents=True)
    (folder / "LEGITEXT000006073189.json").write_text(code(VERSIONS), encoding="utf-8")
    (folder / "LEGITEXT000000000000.json").write_text("un autre code, que personne ne cite", encoding="utf-8")
    with tarfile.open(project / "paquet.tgz", "w:gz") as archive:
        archive.add(project / "package", "package")
    for place in (project / "package", project / "paquet.tgz"):
        assert main(["sources", "comparer", str(place), "--regles", str(project / "rules")]) == 0
        assert "2 articles comparés" in capsys.readouterr().out


def test_what_is_no_code(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = '{"data": {"id": "LEGITEXT000000000000", "cid": ""}}'
    for content in ("", "[]", "{}", other, code(VERSIONS).replace("2025-03-01", "mars")):
        assert compare(project, content) == 2
        told = capsys.readouterr().err
        assert "erreur F0122" in told and "Traceback" not in told
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w:gz") as archive:
        archive.add(project / "rules", "rules")
    (project / "rompu.tgz").write_bytes(whole.getvalue()[:60])
    (project / "vide").mkdir()
    for name in ("rompu.tgz", "vide", "absent"):
        assert main(["sources", "comparer", str(project / name), "--regles", str(project / "rules")]) == 2
        assert "erreur F0122" in capsys.readouterr().err
