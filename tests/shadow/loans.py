"""A library whose loans cost from the fourth day on, its readers as a table, and another system's decisions beside ours."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

VOCABULARY = """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - le tarif, un montant en €/jour, au moins 0, inconnu possible ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période ;
  - le payeur, un choix parmi « lecteur » ou « école », « lecteur » par défaut.

on calcule pour chaque jour de prêt :
  - le rang, une durée en jours ;
  - le statut, un choix parmi « gratuit » ou « payant » ;
  - le débiteur, un choix parmi « lecteur » ou « école » ;
  - la pénalité (pénalités), un montant en €/jour, au moins 0.

on calcule pour chaque lecteur :
  - l'amende, un montant en €, au moins 0.

pièce fiche de lecteur (fiches de lecteur), envoyée par « le guichet » : porte
  - le tarif du lecteur.

décision :
  - pour chaque lecteur : l'amende ;
  - pour chaque jour de prêt : le statut, la pénalité, le débiteur.
"""
SENTENCES = """\
texte : « Prêts ».

règle rang-du-jour (source : règlement, art. 1) :
  pour chaque jour du prêt, le rang du jour est égal au nombre de jours du prêt jusqu'à ce jour.

règle statut-du-jour (source : règlement, art. 2) :
  pour chaque jour du prêt, le statut du jour est « payant ».

exception trois-jours-gratuits à statut-du-jour (source : règlement, art. 3) :
  pour chaque jour du prêt, le statut du jour est « gratuit »
  si le rang du jour est inférieur à 4 jours.

interprétation arrondi-du-tarif (source : règlement, art. 4) :
  « Le règlement n'arrondit pas. » ;
  lecture retenue : « au plus proche » ;
  autre lecture : « troncature » ;
  statut : « à valider ».

règle penalite-du-jour (source : règlement, art. 4), lecture « au plus proche » de arrondi-du-tarif :
  pour chaque jour du prêt, la pénalité du jour est égale à la moitié du tarif du lecteur arrondie au centime le plus proche
  si le statut du jour est « payant ».

règle penalite-du-jour (source : règlement, art. 4), lecture « troncature » de arrondi-du-tarif :
  pour chaque jour du prêt, la pénalité du jour est égale à la moitié du tarif du lecteur tronquée au centime
  si le statut du jour est « payant ».

règle debiteur-du-jour (source : règlement, art. 5) :
  pour chaque jour du prêt, le débiteur du jour est égal au payeur du prêt.

règle amende-du-lecteur (source : règlement, art. 6) :
  pour tout lecteur, l'amende du lecteur est égale à la somme des pénalités des jours des prêts du lecteur.
"""
BOUNDS = """\
manques: Ce qui est sûr
jour: pénalité
total: amende
"""


def rules(folder: Path) -> Path:
    """The rules of the library."""
    place = folder / "regles"
    place.mkdir()
    for name, text in (("00.regle", VOCABULARY), ("01.regle", SENTENCES), ("manques.yaml", BOUNDS)):
        (place / name).write_text(text, encoding="utf-8")
    return place


def reader(name: str, rate: str | None, *loans: tuple[int, int, str]) -> dict[str, Any]:
    """A dossier: the rate, the loans from a day of January 2025 to another."""
    return {
        "dossier": name,
        "tarif": None if rate is None else Decimal(rate),
        "prêts": [{"début": day(first), "fin": day(last), "payeur": payer} for first, last, payer in loans],
    }


def day(number: int) -> date:
    """A day of January 2025."""
    return date(2025, 1, number)


def readers(folder: Path, rows: list[dict[str, Any]]) -> Path:
    """The table of the dossiers."""
    loan = pa.struct([("début", pa.date32()), ("fin", pa.date32()), ("payeur", pa.string())])
    schema = pa.schema([("dossier", pa.string()), ("tarif", pa.decimal128(18, 2)), ("prêts", pa.list_(loan))])
    place = folder / "lecteurs.parquet"
    pq.write_table(pa.Table.from_pylist(rows, schema), place)
    return place


def period(name: str, first: int, last: int, amount: str | None, payer: str | None = None) -> dict[str, Any]:
    """A period of the other system."""
    return {"dossier": name, "du": day(first), "au": day(last), "pénalité": amount and Decimal(amount), "débiteur": payer}


PERIODS = pa.schema([
    ("dossier", pa.string()), ("du", pa.date32()), ("au", pa.date32()),
    ("pénalité", pa.decimal128(18, 2)), ("débiteur", pa.string()),
])  # fmt: skip


def periods(folder: Path, rows: list[dict[str, Any]], name: str = "eux.parquet") -> Path:
    """The other system's periods."""
    place = folder / name
    pq.write_table(pa.Table.from_pylist(rows, PERIODS), place)
    return place
