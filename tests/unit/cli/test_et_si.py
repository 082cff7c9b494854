"""A case with changes asked for: the changes that can be written, what they do to the decision, and what is refused."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from justesse.cli.main import main
from justesse.text.source import normalise

ROOT = Path(__file__).parents[3]
SCHEMA = Draft202012Validator(json.loads((ROOT / "grammar" / "schemas" / "et_si.schema.json").read_text(encoding="utf-8")))
VOCABULARY = """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - le rabais, un montant en €, 0 par défaut ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début ;
  - les cotisations, une liste de fiches cotisation, dans l'ordre de leur mois.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - le genre, un choix parmi « roman » ou « atlas », « roman » par défaut.

fiche cotisation (cotisations), une seule par mois :
  - le mois, un mois civil ;
  - le montant versé (montants versés), un montant en €, au moins 0, inconnu possible.

on calcule pour chaque jour de prêt :
  - la sorte, un choix parmi « gratuit » ou « payant » ;
  - la pénalité (pénalités), un montant en €/jour.

on calcule pour chaque lecteur :
  - les versements, un montant en € ;
  - l'amende, un montant en €.

paramètres :
  - le tarif, un montant en €/jour, selon la fin du prêt.

décision :
  - pour chaque lecteur : l'amende, les versements ;
  - pour chaque jour de prêt : la sorte, la pénalité.
"""
RULES = """\
texte : « Prêts ».

règle sorte-du-jour (source : règlement, art. 1) :
  pour chaque jour du prêt, la sorte du jour est « gratuit ».

exception sorte-payante à sorte-du-jour (source : règlement, art. 2) :
  pour chaque jour du prêt, la sorte du jour est « payant »
  si le genre du prêt est « atlas ».

règle penalite-du-jour (source : règlement, art. 3) :
  pour chaque jour du prêt, la pénalité du jour est égale au tarif
  si la sorte du jour est « payant ».

règle amende-du-lecteur (source : règlement, art. 4) :
  pour tout lecteur, l'amende du lecteur est égale à la somme des pénalités des jours des prêts du lecteur.

règle versements-du-lecteur (source : règlement, art. 5) :
  pour tout lecteur, les versements du lecteur
  sont égaux à la somme des montants versés des cotisations du lecteur diminuée du rabais du lecteur.

signalement plusieurs-prets (source : règlement, art. 6) :
  pour tout lecteur, « Trois prêts. » si le nombre de prêts du lecteur est égal à 3.

hors champ lecteur-sans-pret (source : règlement, art. 7) :
  pour tout lecteur, « Aucun prêt. » si le nombre de prêts du lecteur est égal à 0.
"""
TARIFF = """\
paramètre: tarif
unité: €/jour
connu jusqu'au: 2030-12-31
vérifié le: 2026-01-01
valeurs:
  - à compter du: 2020-01-01
    valeur: 2
    source: règlement, art. 3
"""
CASE = """\
dossier: Deux prêts
prêts:
  - début: 2025-03-03
    fin: 2025-03-08
    genre: atlas
    pièce: fiche de prêt
  - début: 2025-04-03
    fin: 2025-04-04
cotisations:
  - mois: 2025-01 à 2025-06
    montant versé: 5
  - mois: 2025-07
    montant versé:
      valeur: 7
      pièce: reçu
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    (tmp_path / "regles").mkdir()
    (tmp_path / "regles" / "00.regle").write_text(VOCABULARY, encoding="utf-8")
    (tmp_path / "regles" / "01.regle").write_text(RULES, encoding="utf-8")
    (tmp_path / "regles" / "tarif.yaml").write_text(TARIFF, encoding="utf-8")
    (tmp_path / "dossier.yaml").write_text(CASE, encoding="utf-8")
    return tmp_path


def what_if(library: Path, *edits: str, form: str = "texte") -> int:
    asked = [word for one in edits for word in ("--changer", one)]
    code = main(["et-si", str(library / "dossier.yaml"), "--regles", str(library / "regles"), "--format", form, *asked])
    assert (library / "dossier.yaml").read_text(encoding="utf-8") == CASE
    return code


def document(library: Path, capsys: pytest.CaptureFixture[str], *edits: str) -> dict[str, list[dict[str, str]]]:
    assert what_if(library, *edits, form="json") == 0
    made = json.loads(capsys.readouterr().out)
    SCHEMA.validate(made)
    return made  # type: ignore[no-any-return]


def totals(made: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    return {line["nom"]: line["après"].get("exact", line["après"]["texte"]) for line in made["totaux"]}  # type: ignore[attr-defined]


# --- the changes that can be written ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("edits", "fine", "payments"),
    [
        (["prêts[1].fin = 2025-03-10"], "16", "37"),
        (["PRETS[1].Fin=2025-03-10"], "16", "37"),
        (["prêts[genre=atlas].fin = 2025-03-10"], "16", "37"),
        (["prêts[début=2025-04-03, genre=roman].genre = atlas"], "16", "37"),
        (["prêts[1] supprimé"], "0", "37"),
        (["prêts[1] supprimé", "prêts[2].genre = atlas"], "4", "37"),
        (["prêts ajout début=2025-05-01 fin=2025-05-02 genre=atlas"], "16", "37"),
        (["prêts ajout début=2025-05-01, fin=2025-05-02", "prêts[3].genre = atlas"], "16", "37"),
        (["cotisations[mois=2025-03].montant versé = 6,50"], "12", "77/2"),
        (['cotisations[mois=2025-03]."montant versé" = 6,50', "cotisations[mois=2025-04] supprimée"], "12", "67/2"),
        (["cotisations[1].montant versé = 6"], "12", "43"),
        (["cotisations[mois=2025-03].montant versé = 0", "cotisations[1].montant versé = 6"], "12", "43"),
        (["cotisations[montant versé=7,00].montant versé = 8"], "12", "38"),
        (["cotisations ajout mois=2025-08 montant versé=3,50"], "12", "81/2"),
        (['cotisations ajout "montant versé"=3,50 mois=2025-08'], "12", "81/2"),
        (["lecteur.rabais = 1"], "12", "36"),
    ],
)
def test_a_change_is_made(library: Path, capsys: pytest.CaptureFixture[str], edits: list[str], fine: str, payments: str) -> None:
    assert totals(document(library, capsys, *edits)) == {"amende": fine, "versements": payments}


def test_a_fact_made_unknown(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = document(library, capsys, "cotisations[mois=2025-03].montant versé = inconnu")
    assert made["totaux"][1]["après"]["état"] == "compris"  # type: ignore[index]
    assert "montant versé, cotisation 2025-03" in made["totaux"][1]["après"]["causes"][0]  # type: ignore[index]


@pytest.mark.parametrize(
    ("edit", "code", "words"),
    [
        ("prêts[1].fin", "S0101", "n'a la forme d'aucun changement"),
        ("", "S0101", "n'a la forme d'aucun changement"),
        ("prêts[].fin = 2025-03-10", "S0101", "n'a la forme d'aucun changement"),
        ("prêts ajout deux", "S0101", "n'a la forme d'aucun changement"),
        ("prêts[3].fin = 2025-03-10", "S0102", "les numéros vont de 1 à 2"),
        ("prêts[0].fin = 2025-03-10", "S0102", "les numéros vont de 1 à 2"),
        ("prêts[genre=atlass].fin = 2025-03-10", "S0102", "le plus proche : « genre=atlas »"),
        ("prêts[genre=atlas, début=2025-04-03] supprimé", "S0102", "jamais ensemble"),
        ("cotisations[mois=2025-09] supprimé", "S0102", "mois"),
        ("prêts.fin = 2025-03-10", "S0103", "désigne 2 fiches de « prêts » (numéros 1, 2)"),
        ("cotisations[montant versé=5, mois=2025-03].montant versé = x", "D0107", "« x » n'est pas un nombre"),
        ("prêt[1].fin = 2025-03-10", "D0117", "vouliez-vous dire « prêts »"),
        ("prêts[1].finn = 2025-03-10", "D0117", "vouliez-vous dire « fin »"),
        ("prêts[genr=atlas].fin = 2025-03-10", "D0117", "vouliez-vous dire « genre »"),
        ("ouvrages lointains[1] supprimé", "D0118", "« cotisations »"),
        ("lecteur supprimé", "D0118", "« prêts »"),
        ("prêts[1].fin = 2025-03-01", "D0111", "vient avant"),
        ("prêts ajout début=2025-03-01", "D0104", "Il manque « fin »"),
        ("cotisations ajout mois=2025-03 montant versé=3", "D0116", "une autre fiche"),
    ],
)
def test_a_change_that_cannot_be_made(
    library: Path, capsys: pytest.CaptureFixture[str], edit: str, code: str, words: str
) -> None:
    assert what_if(library, edit) == 2
    out, told = capsys.readouterr()
    assert out == "" and code in told and words.lower() in told.lower() and "Comment corriger" in told


def test_every_change_that_cannot_be_made_is_told(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert what_if(library, "prêts[9] supprimé", "prêts.fin = 2025-03-10") == 2
    told = capsys.readouterr().err
    assert "S0102" in told and "S0103" in told


# --- what they do -------------------------------------------------------------------------------------


def test_totals_days_and_the_sentence_that_no_longer_applies(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert what_if(library, "prêts[1].genre = roman") == 0
    shown = normalise(" ".join(capsys.readouterr().out.split()))
    assert "amende 12,00 € 0,00 € −12,00 €" in shown and "versements 37,00 € 37,00 €" in shown
    assert "2025-03-03 2025-03-08 6 payant → gratuit 2,00 €/jour → —" in shown
    assert "+ « sorte-du-jour » s'applique, prêt du 3 mars 2025 (règlement, art. 1)" in shown
    assert "− « sorte-payante » ne s'applique plus, prêt du 3 mars 2025 (règlement, art. 2)" in shown
    assert "genre, prêt du 3 mars 2025 : atlas → roman" in shown and "2025-04-03" not in shown


def test_the_same_as_json(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = document(library, capsys, "prêts[1].genre = roman")
    (run,) = made["jours"]
    assert (run["du"], run["au"]) == ("2025-03-03", "2025-03-08")
    causes = {one["nom"]: (one["genre"], one["avant"], one["après"]) for one in run["causes"]}  # type: ignore[index, call-overload]
    assert causes["sorte-payante"] == ("phrase", "retenue", "condition non remplie")
    assert causes["sorte-du-jour"] == ("phrase", "non examinée", "retenue")
    assert causes["genre"][0] == "fait" and causes["genre"][1]["texte"] == "atlas"
    assert made["totaux"][0]["écart"] == "-12" and made["change"] is True


def test_days_that_appear_and_days_that_go(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = (
        document(library, capsys, "prêts[1].début = 2025-03-01")["jours"],
        document(library, capsys, "prêts[1].début = 2025-03-05")["jours"],
    )
    assert [(one["du"], one["au"], one["lignes"][0]["avant"]) for one in first] == [("2025-03-01", "2025-03-02", None)]  # type: ignore[index]
    assert [(one["du"], one["au"], one["lignes"][0]["après"]) for one in second] == [("2025-03-03", "2025-03-04", None)]  # type: ignore[index]


def test_nothing_changes(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert what_if(library, "prêts[1].genre = atlas") == 0
    assert capsys.readouterr().out.endswith("Rien ne change.\n")
    made = document(library, capsys, "prêts[1].genre = atlas")
    assert made["change"] is False and made["jours"] == []


def test_one_month_of_several_says_the_same_when_its_value_is_the_same(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert what_if(library, "cotisations[mois=2025-03].montant versé = 5") == 0
    assert "Rien ne change." in capsys.readouterr().out


def test_what_keeps_an_element_of_a_list_no_more_is_told(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no element is kept any more, nothing of the list is in the trace: what kept it before is compared all the same."""
    add(library, "00.regle", "\non calcule pour chaque cotisation :\n  - généreuse (généreuses), oui ou non.\n")
    add(library, "01.regle", """\

règle cotisation-genereuse (source : règlement, art. 8) :
  pour toute cotisation, la cotisation est généreuse
  si le montant versé de la cotisation est supérieur au montant versé de la première cotisation du lecteur.

exception sorte-offerte à sorte-du-jour (source : règlement, art. 9), prioritaire sur sorte-payante (source : règlement, art. 9) :
  pour chaque jour du prêt, la sorte du jour est « gratuit »
  si le genre du prêt est « atlas » et il existe une cotisation du lecteur qui est généreuse.
""")  # fmt: skip
    (change,) = document(library, capsys, "cotisations[mois=2025-07].montant versé = 5")["jours"]
    causes = {(one["genre"], one["nom"]): one["de"] for one in change["causes"]}  # type: ignore[index, call-overload]
    assert normalise(causes["grandeur", "généreuse"]) == "cotisation de juillet 2025"
    assert ("fait", "montant versé") in causes, "and, under it, what makes it so"


def add(library: Path, name: str, text: str) -> None:
    place = library / "regles" / name
    place.write_text(place.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_notice_more_is_a_change(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert what_if(library, "prêts ajout début=2025-05-01 fin=2025-05-01") == 0
    out = capsys.readouterr().out
    assert "Signalements en plus" in out and "! Trois prêts.  [plusieurs-prets]" in out


def test_a_decision_that_goes(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert what_if(library, "prêts[1] supprimé", "prêts[2] supprimé") == 0
    out = capsys.readouterr().out
    assert "Après : hors périmètre, aucun montant (lecteur-sans-pret). Aucun prêt." in out
    assert "Avant : la décision est calculée." in out and "payant → —" in out
    made = document(library, capsys, "prêts[1] supprimé", "prêts[2] supprimé")
    assert made["hors champ après"] == [{"identifiant": "lecteur-sans-pret", "texte": "Aucun prêt."}]
    assert made["hors champ avant"] == []
    assert [(one["avant"]["exact"], one["après"]) for one in made["totaux"]] == [("12", None), ("37", None)]  # type: ignore[index]


def test_a_figure_and_the_fact_under_it_on_the_shipped_rules(capsys: pytest.CaptureFixture[str]) -> None:
    example = ROOT / "docs" / "exemples" / "trois_employeurs.yaml"
    assert main(["et-si", str(example), "--changer", "paies[emploi=école, mois=2025-01].salaire brut = 300"]) == 0
    shown = normalise(" ".join(capsys.readouterr().out.split()))
    assert "salaire brut, paie de janvier 2025 (école) : 900,00 € → 300,00 €" in shown
    assert "salaire journalier de base, chaîne du 24 mars 2025 : ≈ 96,91 €/jour → ≈ 90,34 €/jour" in shown


def test_a_value_left_open_has_its_causes_too(capsys: pytest.CaptureFixture[str]) -> None:
    example = ROOT / "docs" / "exemples" / "trois_employeurs.yaml"
    assert main(["et-si", str(example), "--changer", "paies[emploi=mairie, mois=2024-12] supprimé", "--format", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    SCHEMA.validate(made)
    assert made["jours"] and all(run["causes"] for run in made["jours"])
