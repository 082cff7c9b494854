"""What cannot be used: every mistake told once in French on the error stream, exit 2, no amount, no traceback."""

import re
from pathlib import Path

import pytest

from justesse.cli.main import main

ROOT = Path(__file__).parents[3]
GOOD = """\
emplois:
  - nom: A
    début: 2019-01-01
paies:
  - emploi: A
    mois: 2024-12 à 2025-02
    salaire brut: 3000
    heures: 151,67
arrêts:
  - début: 2025-03-31
    fin: 2025-04-20
    case cochée: initial
"""
SECOND_PAY = "  - emploi: A\n    mois: 2025-01\n    salaire brut: 10\n    heures: 1\narrêts:"
AMOUNT = re.compile(r"\d[\s\u00a0\u202f]*€")
# name → (the text of the case, its code, words of the message)
TEXTS: dict[str, tuple[str, str, str]] = {
    "broken-yaml": (GOOD.replace("    fin: 2025", "   fin: 2025"), "Y0101", "retrait"),
    "quote-left-open": (GOOD.replace("nom: A", 'nom: "A'), "Y0101", "jamais refermé"),
    "inline-list": (GOOD.replace("nom: A", "nom: [A"), "Y0101", "écriture en ligne"),
    "unknown-field": (GOOD.replace("salaire brut:", "salaire brute:"), "D0117", "vouliez-vous dire « salaire brut »"),
    "impossible-date": (GOOD.replace("2025-04-20", "2025-02-30"), "D0105", "« 2025-02-30 » n'est pas une date"),
    "end-before-start": (GOOD.replace("2025-04-20", "2025-03-20"), "D0111", "fin"),
    "month-twice-for-a-job": (GOOD.replace("arrêts:", SECOND_PAY), "D0116", "ligne"),
    "negative-pay": (GOOD.replace("brut: 3000", "brut: -3000"), "D0114", "au moins 0"),
    "decimal-point": (GOOD.replace("151,67", "151.67"), "D0107", "« 151.67 » n'est pas un nombre"),
    "unknown-job": (GOOD.replace("emploi: A", "emploi: B"), "D0115", "« B »"),
    "missing-field": (GOOD.replace("    fin: 2025-04-20\n", ""), "D0104", "Il manque « fin »"),
    "no-text-for-that-year": (
        GOOD.replace("2024-12 à 2025-02", "2011-12 à 2012-02").replace("2025-0", "2012-0"), "E0101", "aucun texte applicable",
    ),
    "empty": ("", "Y0101", "vide"),
    "comments-only": ("# rien\n", "Y0101", "vide"),
    "not-fields": ("bonjour\n", "D0101", "nom: valeur"),
    "deep-nesting": ("a:\n" + "".join(f"{' ' * depth}a:\n" for depth in range(1, 300)), "Y0101", "40 niveaux"),
    "control-character": (GOOD + "dossier: a\x00b\n", "Y0101", "interdit"),
}  # fmt: skip
BYTES: dict[str, tuple[bytes, str]] = {
    "not-utf-8": (GOOD.encode("latin-1"), "F0104"),
    "three-megabytes": (GOOD.encode() + b"# x\n" * 750_000, "F0105"),
}


def refused(path: Path, capsys: pytest.CaptureFixture[str], command: str = "calculer") -> str:
    """What is said of a case that cannot be used."""
    assert main([command, str(path)]) == 2
    out, told = capsys.readouterr()
    assert out == "" and not AMOUNT.search(told)
    assert "Traceback" not in told and "interne" not in told
    return told


def test_the_good_case_is_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    case.write_text(GOOD, encoding="utf-8")
    assert main(["calculer", str(case)]) == 0
    out, told = capsys.readouterr()
    assert AMOUNT.search(out) and told == ""


@pytest.mark.parametrize("command", ["calculer", "expliquer"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_cannot_be_used(name: str, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, code, words = TEXTS[name]
    case = tmp_path / "dossier.yaml"
    case.write_text(text, encoding="utf-8")
    told = refused(case, capsys, command)
    assert told.count(" : erreur ") + told.startswith("erreur ") == 1, told
    assert f"erreur {code} : " in told and words in told, told
    assert "Comment corriger : " in told


@pytest.mark.parametrize("name", BYTES)
def test_a_file_that_cannot_be_read(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, code = BYTES[name]
    case = tmp_path / "dossier.yaml"
    case.write_bytes(content)
    assert f"erreur {code} : " in refused(case, capsys)


def test_a_folder_and_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "erreur F0103 : " in refused(tmp_path, capsys)
    assert "erreur F0101 : " in refused(tmp_path / "absent.yaml", capsys)


def test_every_mistake_is_told_in_the_order_of_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    text = GOOD.replace("2025-04-20", "2025-02-30").replace("151,67", "151.67").replace("nom: A", "nome: A")
    case.write_text(text.replace("emploi: A", "emploi: "), encoding="utf-8")
    told = refused(case, capsys)
    lines = [int(found) for found in re.findall(r"dossier\.yaml:(\d+):", told)]
    assert len(lines) >= 4 and lines == sorted(lines)


def test_a_wrong_key_neither_hides_other_mistakes_nor_makes_any(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """« arrets » and « emplois » are read as what they are meant to be."""
    case = tmp_path / "dossier.yaml"
    text = GOOD.replace("arrêts:", "arrets:").replace("emplois:", "employs:").replace("2025-04-20", "2025-02-30")
    case.write_text(text.replace("cochée: initial", "cochée: initiale"), encoding="utf-8")
    codes = re.findall(r"erreur (\w+) :", refused(case, capsys))
    assert codes == ["D0117", "D0117", "D0105", "D0109"]


def test_two_months_that_cannot_be_read_are_not_the_same_month(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    case.write_text(GOOD.replace("2024-12 à 2025-02", "2024-13").replace("arrêts:", SECOND_PAY.replace("2025-01", "2025-14")))
    assert re.findall(r"erreur (\w+) :", refused(case, capsys)) == ["D0106", "D0106"]


def test_a_number_is_proposed_without_its_unit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    case.write_text(GOOD.replace("heures: 151,67", "heures: 151,67 heures"), encoding="utf-8")
    assert "avec une virgule pour les décimales : 151,67." in refused(case, capsys)


def test_a_reading_that_does_not_exist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    case.write_text(GOOD, encoding="utf-8")
    assert main(["calculer", str(case), "--lecture", "arrondi-indemnites=tronquée au centime"]) == 2
    assert "arrondi-indemnite" in capsys.readouterr().err
    assert main(["calculer", str(case), "--lecture", "arrondi-indemnite"]) == 2
    assert "ID=LECTURE" in capsys.readouterr().err


def test_rules_that_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "dossier.yaml"
    case.write_text(GOOD, encoding="utf-8")
    assert main(["calculer", str(case), "--regles", str(tmp_path / "absent")]) == 2
    assert "erreur F0101 : " in capsys.readouterr().err
    (tmp_path / "vide").mkdir()
    assert main(["calculer", str(case), "--regles", str(tmp_path / "vide")]) == 2
    assert "erreur F0102 : " in capsys.readouterr().err
