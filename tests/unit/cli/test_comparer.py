"""Two folders of rules over the same cases: what changes, by how much, and the exit codes."""

import json
from fractions import Fraction
from pathlib import Path

import pytest

from justesse.cli.main import main
from justesse.text.source import Source

VOCABULARY = """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.

on calcule pour chaque jour de prêt :
  - la sorte, un choix parmi « gratuit » ou « payant » ;
  - la pénalité (pénalités), un montant en €/jour.

on calcule pour chaque lecteur :
  - l'amende, un montant en €.

paramètres :
  - le tarif, un montant en €/jour, selon la fin du prêt.

décision :
  - pour chaque lecteur : l'amende ;
  - pour chaque jour de prêt : la sorte, la pénalité.
"""
RULES = """\
texte : « Prêts ».

règle sorte-du-jour (source : règlement) :
  pour chaque jour du prêt, la sorte du jour est « gratuit ».

exception sorte-payante à sorte-du-jour (source : règlement) :
  pour chaque jour du prêt, la sorte du jour est « payant »
  si ce jour est postérieur ou égal au 5 mars 2025.

règle penalite-du-jour (source : règlement) :
  pour chaque jour du prêt, la pénalité du jour est égale au tarif
  si la sorte du jour est « payant ».

règle amende-du-lecteur (source : règlement) :
  pour tout lecteur, l'amende du lecteur est égale à la somme des pénalités des jours des prêts du lecteur.
"""
TARIFF = """\
paramètre: tarif
unité: €/jour
connu jusqu'au: 2030-12-31
vérifié le: 2026-01-01
valeurs:
  - à compter du: 2020-01-01
    valeur: {value}
    source: règlement
"""
CLOSED = """
hors champ jour-ferme (source : règlement) :
  pour tout prêt, « Fermé ce jour-là. »
  si le début du prêt est égal au 3 mars 2025.
"""
CASE = "dossier: {name}\nprêts:\n  - début: {first}\n    fin: {last}\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name in ("avant", "apres"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "00.regle").write_text(VOCABULARY, encoding="utf-8")
        (tmp_path / name / "01.regle").write_text(RULES, encoding="utf-8")
        (tmp_path / name / "tarif.yaml").write_text(TARIFF.format(value=2), encoding="utf-8")
    (tmp_path / "dossiers").mkdir()
    loans = {"a": ("2025-03-03", "2025-03-08"), "b": ("2025-03-01", "2025-03-06"), "c": ("2025-01-01", "2025-01-02")}
    for name, (first, last) in loans.items():
        text = CASE.format(name=name, first=first, last=last)
        (tmp_path / "dossiers" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def change(library: Path, rules: str = RULES, tariff: int = 2) -> None:
    (library / "apres" / "01.regle").write_text(rules, encoding="utf-8")
    (library / "apres" / "tarif.yaml").write_text(TARIFF.format(value=tariff), encoding="utf-8")


def compare(library: Path, *more: str) -> int:
    rules = [str(library / "avant"), str(library / "apres")]
    return main(["comparer", str(library / "dossiers"), "--regles", *rules, *more])


def test_nothing_changes(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare(library) == 0
    assert capsys.readouterr().out == "Aucun cas ne change, sur 3.\n"


def test_the_greatest_change_comes_first(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(library, RULES.replace("5 mars", "8 mars"))
    assert compare(library) == 1
    out = " ".join(capsys.readouterr().out.split()).replace("\u00a0", " ").replace("\u202f", " ")
    assert "a.yaml amende 8,00 € 2,00 € −6,00 €" in out and "sorte, du 5 au 7 mars 2025 payant gratuit 3 jours" in out
    assert "b.yaml amende 4,00 € 0,00 € −4,00 €" in out and "c.yaml" not in out
    assert out.index("a.yaml") < out.index("b.yaml")
    assert "amende 2 0,00 € −10,00 € −10,00 €" in out and out.endswith("2 cas changent sur 3")


def test_a_case_that_leaves_the_scope_comes_before_any_amount(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(library, RULES + CLOSED, 9)
    assert compare(library) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "a.yaml décision calculée jour-ferme" in shown and "1 cas perd sa décision (refus ou hors champ)" in shown
    assert compare(library, "--format", "json") == 1
    document = json.loads(capsys.readouterr().out)
    first, second = document["changements"]
    assert document["dossiers"] == 3
    assert first["dossier"] == "a.yaml" and first["sans décision après"] == ["jour-ferme"] and first["lignes"] == []
    amende = next(one for one in second["lignes"] if one["nom"] == "amende")
    assert (amende["avant"]["exact"], amende["après"]["exact"], Fraction(amende["écart"])) == ("4", "18", 14)


def test_a_casebook_is_read_as_well_as_plain_cases(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = Source("a", CASE.format(name="x", first="2025-03-05", last="2025-03-05")).text.replace("\n", "\n      ").rstrip()
    text = (
        "thème: Prêts\ncas:\n  - identifiant: un-jour\n    titre: Un jour\n    origine:\n      nature: texte\n"
        f"      calcul: deux euros\n    dossier:\n      {entry}\n    attendu:\n      lecteur:\n        amende: 2\n"
    )
    (library / "dossiers" / "d.yaml").write_text(text, encoding="utf-8")
    change(library, tariff=3)
    assert compare(library) == 1
    shown = capsys.readouterr().out
    assert "un-jour" in shown and "3 cas changent sur 4" in shown


def test_a_case_one_side_cannot_read_is_a_change(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = VOCABULARY.replace("qui clôt la période.", "qui clôt la période ;\n  - la page, une date.")
    (library / "apres" / "00.regle").write_text(asked, encoding="utf-8")
    assert compare(library) == 1
    assert "D0104" in capsys.readouterr().out


def test_what_cannot_be_compared(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (library / "dossiers" / "a.yaml").write_text("prêts: [", encoding="utf-8")
    assert compare(library) == 2
    assert "Y0101" in capsys.readouterr().err
    assert main(["comparer", "--regles", str(library / "avant")]) == 2
    assert "--regles attend 2 valeurs" in capsys.readouterr().err
    assert main(["comparer", str(library / "absent"), "--regles", str(library / "avant"), str(library / "avant")]) == 2
