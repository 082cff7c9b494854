"""The interpretations a decision met: those on which it depends, with what the other reading would give, and the others."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from justesse.cli.main import main
from justesse.text.source import normalise

ROOT = Path(__file__).parents[3]
SCHEMA = Draft202012Validator(json.loads((ROOT / "grammar" / "schemas" / "lectures.schema.json").read_text(encoding="utf-8")))
VOCABULARY = """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - le genre, un choix parmi « roman » ou « atlas », « roman » par défaut.

on calcule pour chaque jour de prêt :
  - le rang (rangs), une durée en jours ;
  - la pénalité (pénalités), un montant en €/jour.

on calcule pour chaque lecteur :
  - l'amende, un montant en €.

paramètres :
  - le tarif, un montant en €/jour, selon la fin du prêt.

décision :
  - pour chaque lecteur : l'amende ;
  - pour chaque jour de prêt : la pénalité.
"""
RULES = """\
texte : « Prêts ».

règle rang-du-jour (source : règlement, art. 1) :
  pour chaque jour du prêt, le rang du jour est égal au nombre de jours allant du début du prêt à ce jour.

interprétation depart-du-delai (source : règlement, art. 1) :
  « Le premier jour compte dans le délai. » ;
  lecture retenue : « deux jours » ;
  autre lecture : « un jour » ;
  statut : « à valider ».

interprétation tarif-des-atlas (source : règlement, art. 2) :
  « Un atlas se paie comme un roman. » ;
  lecture retenue : « même tarif » ;
  autre lecture : « double tarif » ;
  autre lecture : « gratuit » ;
  statut : « à valider ».

interprétation jamais-lue (source : règlement, art. 9) :
  « Rien ne la lit. » ;
  lecture retenue : « une » ;
  autre lecture : « deux » ;
  portée : « aucune phrase » ;
  statut : « à valider ».

règle penalite-du-jour (source : règlement, art. 1) :
  pour chaque jour du prêt, la pénalité du jour est de 0 €/jour.

exception penalite-due à penalite-du-jour (source : règlement, art. 1), lecture « deux jours » de depart-du-delai :
  pour chaque jour du prêt, la pénalité du jour est égale au tarif
  si le rang du jour est supérieur à 2 jours.

exception penalite-due à penalite-du-jour (source : règlement, art. 1), lecture « un jour » de depart-du-delai :
  pour chaque jour du prêt, la pénalité du jour est égale au tarif
  si le rang du jour est supérieur à 1 jour.

exception penalite-d-un-atlas à penalite-du-jour (source : règlement, art. 2), lecture « double tarif » de tarif-des-atlas,
    prioritaire sur penalite-due (source : règlement, art. 2) :
  pour chaque jour du prêt, la pénalité du jour est égale à 2 × tarif
  si le genre du prêt est « atlas » et le rang du jour est supérieur à 2 jours.

règle amende-du-lecteur (source : règlement, art. 1) :
  pour tout lecteur, l'amende du lecteur est égale à la somme des pénalités des jours des prêts du lecteur.
"""
TARIFF = """\
paramètre: tarif
unité: €/jour
connu jusqu'au: 2030-12-31
vérifié le: 2026-01-01
valeurs:
  - à compter du: 2020-01-01
    valeur: 1,50
    source: règlement, art. 1
"""
CASE = "dossier: Cinq jours\nprêts:\n  - début: 2025-03-31\n    fin: 2025-04-04\n"
"""Five days; the fine of the third, fourth and fifth: 4.50. By the other reading, of the second too: 6.00."""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "regles"
    folder.mkdir()
    (folder / "vocabulaire.regle").write_text(VOCABULARY, encoding="utf-8")
    (folder / "prets.regle").write_text(RULES, encoding="utf-8")
    (folder / "tarif.yaml").write_text(TARIFF, encoding="utf-8")
    return folder


def run(rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], *words: str, case: str = CASE) -> str:
    dossier = tmp_path / "dossier.yaml"
    dossier.write_text(case, encoding="utf-8")
    command, *options = words
    code = main([command, str(dossier), "--regles", str(rules), *options])
    out, err = capsys.readouterr()
    assert code == 0, err
    return normalise(out)


def test_what_the_other_reading_would_give(rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(rules, tmp_path, capsys, "lectures") == normalise("""\
Interprétations dont la décision dépend
  depart-du-delai, lecture « deux jours » — règlement, art. 1 — statut : à valider
    « Le premier jour compte dans le délai. »
    → autre lecture, « un jour »
      amende : 6,00 € au lieu de 4,50 € (+1,50 €)
      pénalité, 1 jour : 1,50 €/jour au lieu de 0,00 €/jour le 1er avril 2025
Interprétations sans effet sur cette décision
  tarif-des-atlas : lecture « même tarif » ; « double tarif » ou « gratuit » donnerait la même chose
""")


def test_the_readings_taken_are_those_asked_for(rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = run(rules, tmp_path, capsys, "lectures", "--lecture", "depart-du-delai=un jour")
    assert "depart-du-delai, lecture « un jour »" in told
    assert "amende : 4,50 € au lieu de 6,00 € (−1,50 €)" in told


def test_an_interpretation_may_have_an_effect_by_one_reading_only(
    rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(rules, tmp_path, capsys, "lectures", case=CASE + "    genre: atlas\n")
    assert "amende : 9,00 € au lieu de 4,50 € (+4,50 €)" in told
    assert "→ autre lecture, « gratuit » : rien ne change" in told


def test_the_explanation_of_a_decision_ends_with_them(rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = run(rules, tmp_path, capsys, "expliquer")
    assert "amende : 6,00 € au lieu de 4,50 € (+1,50 €)" in told
    assert told.rstrip().endswith("Interprétations sans effet sur cette décision\n  tarif-des-atlas")
    assert "Interprétations" not in run(rules, tmp_path, capsys, "expliquer", "--jour", "2025-04-01")


def test_the_counters_of_the_days_move_with_them(rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = run(rules, tmp_path, capsys, "expliquer")
    assert "compteur « rang » : de 1 à 2 jours" in told
    assert "compteur « rang » : de 3 à 5 jours" in told


def test_the_document_follows_its_schema(rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads(run(rules, tmp_path, capsys, "lectures", "--format", "json"))
    SCHEMA.validate(document)
    delay, atlas = document["interprétations"]
    assert (delay["change"], atlas["change"]) == (True, False)
    assert delay["autres lectures"][0]["changements"][0] == {
        "nom": "amende", "avant": {"texte": "4,50 €", "exact": "9/2"}, "après": {"texte": "6,00 €", "exact": "6"}, "écart": "3/2",
    }  # fmt: skip


def test_the_shipped_rules_a_cent_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    """Truncated instead of rounded, each of the fifty days paid loses a cent: 10 + 27 + 13 days."""
    assert main(["lectures", str(ROOT / "docs" / "exemples" / "trois_employeurs.yaml")]) == 0
    told = normalise(capsys.readouterr().out)
    assert "total brut : 2 331,63 € au lieu de 2 332,13 € (−0,50 €)" in told and "indemnité, 50 jours" in told
