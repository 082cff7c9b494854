"""Each command's exit codes and what it shows, on the shipped rules or on a library of one rule."""

import json
from pathlib import Path

import pytest

from justesse.cli.main import main

ROOT = Path(__file__).parents[3]
EXAMPLE = ROOT / "docs" / "exemples" / "trois_employeurs.yaml"
VOCABULARY = """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - les pages, une durée en heures, au moins 0.

on calcule pour chaque lecteur :
  - la lecture, une durée en heures.

décision :
  - pour chaque lecteur : la lecture.
"""
RULE = """\
texte : « Lecture ».

règle temps-de-lecture (source : règlement art. 1) :
  la lecture du lecteur est égale à 2 × pages du lecteur.
"""
CASES = """\
thème: La lecture
cas:
  - identifiant: quatre-pages
    titre: Quatre pages
    origine:
      nature: raisonnement
      calcul: "2 × 4"
    dossier:
      lecteur:
        pages: 4
    attendu:
      lecteur:
        lecture: 8
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    rules = tmp_path / "regles"
    rules.mkdir()
    (rules / "00_vocabulaire.regle").write_text(VOCABULARY, encoding="utf-8")
    (rules / "01_lecture.regle").write_text(RULE, encoding="utf-8")
    (tmp_path / "cas").mkdir()
    (tmp_path / "cas" / "lecture.yaml").write_text(CASES, encoding="utf-8")
    return tmp_path


# --- calculer -----------------------------------------------------------------------------------------


def test_calculer_shows_days_figures_and_totals(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calculer", str(EXAMPLE)]) == 0
    out, told = capsys.readouterr()
    assert told == "" and "\x1b" not in out
    assert all(words in out for words in ("Calendrier", "█", "▒", "total net", "Délai de carence"))
    assert max(map(len, out.splitlines())) <= 100
    assert not [line for line in out.splitlines() if line.endswith(" ")]


def test_a_narrow_terminal_has_the_reasons_below(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("justesse.cli.screen.PIPED_WIDTH", 80)
    assert main(["calculer", str(EXAMPLE)]) == 0
    out = capsys.readouterr().out
    assert "pourquoi" not in out and "  Le 24\u00a0mars 2025 : " in out
    assert max(map(len, out.splitlines())) <= 80


def test_calculer_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calculer", str(EXAMPLE), "--format", "json"]) == 0
    assert isinstance(json.loads(capsys.readouterr().out), dict)


def test_calculer_says_which_reading_is_not_the_one_retained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["calculer", str(EXAMPLE), "--lecture", "arrondi-indemnite=tronquée au centime"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "« tronquée au centime » (lecture retenue : « au centime le plus proche »)" in shown


def test_calculer_on_other_rules(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = library / "dossier.yaml"
    case.write_text("dossier: Un lecteur\nlecteur:\n  pages: 4\n", encoding="utf-8")
    assert main(["calculer", str(case), "--regles", str(library / "regles")]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Un lecteur\n") and "8\u00a0heures" in out


# --- verifier -----------------------------------------------------------------------------------------


def test_verifier_counts_what_the_rules_hold(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verifier", str(library / "regles")]) == 0
    assert "règles" in capsys.readouterr().out


def test_verifier_refuses_what_is_wrong(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "regles" / "01_lecture.regle").write_text(RULE.replace("2 × pages", "2 × page"), encoding="utf-8")
    assert main(["verifier", str(library / "regles")]) == 2
    told = capsys.readouterr().err
    assert "01_lecture.regle:4:" in told and "Comment corriger : " in told


def test_verifier_strict_counts_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verifier"]) == 0
    told = capsys.readouterr().err
    assert "avertissement" in told
    assert main(["verifier", "--strict"]) != 0


# --- cas ----------------------------------------------------------------------------------------------


NOT_EXERCISED = """
exception temps-long à temps-de-lecture (source : règlement art. 2) :
  la lecture du lecteur est égale à 3 × pages du lecteur
  si les pages du lecteur sont au moins égales à 5 heures.
"""


def run_cases(library: Path, *more: str) -> int:
    return main(["cas", str(library / "cas"), "--regles", str(library / "regles"), *more])


def test_cas_that_pass(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_cases(library) == 0
    assert "1 cas conforme sur 1" in capsys.readouterr().out


def test_cas_that_fail_show_the_place_and_both_values(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = library / "cas" / "lecture.yaml"
    path.write_text(CASES.replace("lecture: 8", "lecture: 9"), encoding="utf-8")
    assert run_cases(library) == 1
    out = capsys.readouterr().out
    assert "quatre-pages" in out and "8\u00a0heures" in out and "0 cas conforme sur 1" in out
    assert "lecture.yaml:13" in "".join(line.split("  ")[0].strip() for line in out.splitlines())


def test_cas_badly_written(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = library / "cas" / "lecture.yaml"
    path.write_text(CASES.replace("lecture: 8", "lectur: 8"), encoding="utf-8")
    assert run_cases(library) == 2
    assert "erreur C0106" in capsys.readouterr().err
    path.write_text(CASES.replace("    titre: Quatre pages\n", ""), encoding="utf-8")
    assert run_cases(library) == 2
    assert "titre" in capsys.readouterr().err
    assert main(["cas", str(library / "absent")]) == 2


def test_cas_by_name(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = CASES.replace("thème: La lecture\ncas:\n", "").replace("quatre-pages", "cinq").replace("Quatre", "Cinq")
    (library / "cas" / "lecture.yaml").write_text(CASES + other, encoding="utf-8")
    assert run_cases(library, "-k", "cinq") == 0
    assert "sur 1" in capsys.readouterr().out


# --- formater -----------------------------------------------------------------------------------------


def test_formater_writes_only_what_changes(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = library / "regles" / "01_lecture.regle"
    rule.write_text(RULE.replace(" est égale à 2 ×", "\n est   égale à 2\n×"), encoding="utf-8")
    untidy = rule.read_text(encoding="utf-8")
    assert main(["formater", "--verifier", str(library / "regles")]) == 1
    assert "01_lecture.regle" in capsys.readouterr().out and rule.read_text(encoding="utf-8") == untidy
    assert main(["formater", str(rule)]) == 0
    assert rule.read_text(encoding="utf-8") == RULE
    assert main(["formater", "--verifier", str(library / "regles")]) == 0


@pytest.mark.parametrize("other", [("'", "’"), (" ", "\u00a0"), ("é", "e\u0301"), ("\n", "\r\n")])
def test_formater_says_when_only_signs_change(library: Path, capsys: pytest.CaptureFixture[str], other: tuple[str, str]) -> None:
    rule = library / "regles" / "01_lecture.regle"
    regular = f"{RULE}\n[ L'essai. ]\n"
    written = regular.replace(*other).encode()
    assert written != regular.encode()
    rule.write_bytes(written)
    rule.chmod(0o640)
    assert main(["formater", "--verifier", str(rule)]) == 1
    assert "signes à rendre réguliers" in capsys.readouterr().out and rule.read_bytes() == written
    assert main(["formater", str(rule)]) == 0
    assert "signes rendus réguliers" in capsys.readouterr().out
    assert rule.read_bytes() == regular.encode() and rule.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in rule.parent.iterdir() if path.name.startswith(".")) == []


def test_formater_follows_a_link(library: Path) -> None:
    rule = library / "regles" / "01_lecture.regle"
    apart = library / "regles" / "ailleurs.txt"
    apart.write_text(RULE.replace(" est égale à 2 ×", "\n est   égale à 2\n×"), encoding="utf-8")
    rule.unlink()
    rule.symlink_to(apart)
    assert main(["formater", str(rule)]) == 0
    assert rule.is_symlink() and apart.read_text(encoding="utf-8") == RULE


def test_formater_leaves_a_file_with_a_mistake(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = library / "regles" / "01_lecture.regle"
    wrong = RULE.replace("est égale à", "vaut   bien")
    rule.write_text(wrong, encoding="utf-8")
    assert main(["formater", str(rule)]) == 2
    assert "01_lecture.regle:4:" in capsys.readouterr().err and rule.read_text(encoding="utf-8") == wrong


def test_the_shipped_rules_are_formatted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formater", "--verifier", str(ROOT / "rules")]) == 0, capsys.readouterr().out


# --- comprendre, schema -------------------------------------------------------------------------------


def test_comprendre(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["comprendre", "d0117"]) == 0
    assert "Comment corriger" in capsys.readouterr().out
    assert main(["comprendre"]) == 0
    assert "D0117" in capsys.readouterr().out
    assert main(["comprendre", "D01177"]) == 2
    assert "vouliez-vous dire" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["dossier", "cas", "parametre", "sources", "decision", "trace"])
def test_every_schema_is_a_schema(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    from jsonschema import Draft202012Validator

    assert main(["schema", name]) == 0
    Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))


# --- cas --couverture -----------------------------------------------------------------------------------


def test_coverage_is_told_by_rule_file_with_what_is_missing(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "cas" / "couverture.yaml").write_text("seuils:\n  branches: 100\n  mcdc: 90\n", encoding="utf-8")
    arguments = ["cas", str(library / "cas"), "--regles", str(library / "regles"), "--couverture"]
    assert main(arguments) == 0
    out, told = capsys.readouterr()
    assert told == "" and "1 cas conforme sur 1" in out and "01_lecture.regle" in out
    assert "branches : 1 sur 1 (100\u00a0%)" in out and "temps-de-lecture (1)" in out
    (library / "regles" / "01_lecture.regle").write_text(RULE + NOT_EXERCISED, encoding="utf-8")
    assert main(arguments) == 1
    out = capsys.readouterr().out
    assert "au-dessous du seuil de 100\u00a0%" in out and "quatre-pages, il manque 1\u00a0heure" in out


def test_a_threshold_of_the_command_line_prevails(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "regles" / "01_lecture.regle").write_text(RULE + NOT_EXERCISED, encoding="utf-8")
    arguments = ["cas", str(library / "cas"), "--regles", str(library / "regles")]
    assert main([*arguments, "--seuil", "branches=100"]) == 1
    assert main([*arguments, "--seuil", "branches=0"]) == 0
    assert main([*arguments, "--couverture"]) == 0
    capsys.readouterr()
    assert main([*arguments, "--seuil", "branches=presque"]) == 2
    assert "N de 0 à 100" in capsys.readouterr().err


def test_the_coverage_page_is_written_or_said_impossible(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["cas", str(library / "cas"), "--regles", str(library / "regles"), "--html"]
    assert main([*arguments, str(library / "page.html")]) == 0
    assert "temps-de-lecture" in (library / "page.html").read_text(encoding="utf-8")
    assert main([*arguments, str(library / "ailleurs" / "page.html")]) == 0, "folders are made on the way"
    assert main([*arguments, str(library / "page.html" / "page.html")]) == 2
    assert "F0107" in capsys.readouterr().err
    (library / "page.html").write_text("annotée", encoding="utf-8")
    assert main([*arguments, str(library / "page.html")]) == 2
    assert (library / "page.html").read_text(encoding="utf-8") == "annotée", "a command overwrites no file"


def test_a_wrong_explanation_stops_the_command(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    explained = "  - identifiant: temps-de-lecture\n    élément: retenue\n    raison: personne ne lit ici\n    date: 2026-01-15\n"
    (library / "cas" / "couverture.yaml").write_text(
        f"seuils:\n  branches: 0\n  mcdc: 0\nexpliqués:\n{explained}", encoding="utf-8"
    )
    arguments = ["cas", str(library / "cas"), "--regles", str(library / "regles")]
    assert main([*arguments, "--couverture"]) == 2
    assert "C0131" in capsys.readouterr().err
    assert main(arguments) == 0
