"""The dossiers drawn at random meet every fact of the vocabulary, every status and every ground, often enough."""

from collections.abc import Callable
from functools import cache

import pytest
from tests.second_opinion.dossiers import dossier
from tests.second_opinion.law import compute
from tests.second_opinion.model import MISSING, PAID, TO_JUDGE, Result
from tests.second_opinion.papers import Facts

SEED, COUNT = 60_000, 1_000
OFTEN = 0.03

STATUSES = {
    "travaillé", "entre deux arrêts", "sans droit", "carence", "prescription non conforme", "envoi après la fin", "suspendu",
    "détention", "séjour à l'étranger", "déjà indemnisé", "limite atteinte", "perte non déclarée", "sans perte de salaire",
    "après le décès", PAID,
}  # fmt: skip
GROUNDS = {"salaires", "heures", "activité discontinue", "maintien de droits", "sans condition", "aucun"}


def some(kind: str, **wanted: object) -> Callable[[Facts], bool]:
    """Whether a dossier has a record of a kind, with these values; `...` for any value."""
    names = {name.replace("_", " "): value for name, value in wanted.items()}

    def holds(facts: Facts) -> bool:
        return any(
            all(name in one if value is ... else one.get(name) == value for name, value in names.items()) for one in facts[kind]
        )

    return lambda facts: bool(facts.get(kind)) and holds(facts)


FEATURES: dict[str, Callable[[Facts], bool]] = {
    "weekly": some("emplois", fréquence_de_paie="hebdomadaire"),
    "fortnightly": some("emplois", fréquence_de_paie="quatorzaine"),
    "discontinuous": some("emplois", fréquence_de_paie="discontinue"),
    "service to a person": some("emplois", catégorie="service à la personne"),
    "job that ends": some("emplois", fin=...),
    "absence": some("absences"),
    "absence with pay": some("absences", **{"à_salaire_maintenu": True}),
    "restored salary": some("paies", salaire_rétabli=...),
    "date of payment": some("paies", date_de_versement=...),
    "part of a month": lambda facts: any("fin de période" in one and len(facts["paies"]) < 400 for one in facts["paies"]),
    "unemployment": some("autres situations", nature="chômage indemnisé"),
    "parental leave": some("autres situations", nature="congé parental"),
    "custody": some("autres situations", nature="détention"),
    "accident or maternity": lambda facts: (
        some("autres situations", nature="accident du travail")(facts) or some("autres situations", nature="maternité")(facts)
    ),
    "training leave": some("autres situations", nature="congé de formation non payé"),
    "late sending": some("arrêts", **{"date_d'envoi": ...}),
    "another prescriber": some("arrêts", prescripteur=...),
    "remote consultation": some("arrêts", mode_de_consultation=...),
    "impossibility": some("arrêts", justifié_par_une_impossibilité=True),
    "opinion": some("arrêts", avis_du_service_médical=...),
    "part-time": some("arrêts", **{"à_temps_partiel": True}),
    "long illness": some("arrêts", affection_de_longue_durée=...),
    "thermal cure": some("arrêts", motif="cure thermale"),
    "terrorism": some("arrêts", motif="acte de terrorisme"),
    "epidemic": lambda facts: any(str(one.get("motif")).startswith("covid") for one in facts["arrêts"]),
    "pregnancy loss": lambda facts: any(str(one.get("motif")).startswith("interruption") for one in facts["arrêts"]),
    "worked first day": some("arrêts", **{"débute_par_un_jour_en_partie_travaillé": True}),
    "beyond six months": lambda facts: any((one["fin"] - one["début"]).days > 184 for one in facts["arrêts"]),
    "past allowances": some("indemnités antérieures"),
    "pension": some("pensions de vieillesse"),
    "death of a child": some("décès d'enfant"),
    "control": some("contrôles"),
    "job that goes on": some("poursuites d'activité", autorisée_par_le_prescripteur=True),
    "unauthorised work": some("poursuites d'activité", autorisée_par_le_prescripteur=False),
    "wages kept": some("subrogations", maintien="total"),
    "wages kept in part": some("subrogations", maintien="partiel"),
    "death of the insured": lambda facts: "date de décès" in facts["assuré"],
    "affiliation stated": lambda facts: "début d'affiliation" in facts["assuré"],
    "children": lambda facts: "enfants à charge" in facts["assuré"],
}


@cache
def drawn() -> list[tuple[Facts, Result]]:
    return [(facts, compute(facts)) for facts in map(dossier, range(SEED, SEED + COUNT))]


@pytest.mark.parametrize("feature", FEATURES)
def test_each_fact_is_met_often(feature: str) -> None:
    assert sum(FEATURES[feature](facts) for facts, _ in drawn()) >= OFTEN * COUNT


def test_every_status_and_ground_is_met() -> None:
    assert {one.status for _, result in drawn() for one in result.days.values()} == STATUSES
    assert {chain.ground for _, result in drawn() for chain in result.chains} >= GROUNDS


def test_what_the_papers_leave_open_is_met() -> None:
    assert {what for _, result in drawn() for _, what in result.open} >= {"rights", "ground"}
    assert {what.partition(" ")[2] for _, result in drawn() for _, what in result.open} >= {TO_JUDGE, MISSING}
    assert {why for _, result in drawn() for why in result.out_of_scope} >= {"stagiaire", "artiste-auteur", "affection militaire"}


def test_the_same_seed_gives_the_same_dossier() -> None:
    assert dossier(SEED) == dossier(SEED)
