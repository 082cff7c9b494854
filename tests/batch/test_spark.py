"""On a cluster as in one process: same rows to the cent, however they are spread, and those that are rejected come out too."""

import os
import pickle
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from shutil import rmtree, which
from typing import Any
from unittest.mock import patch

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col, current_timestamp, inline, lit, rand
from tests.batch import situations

from justesse.batch.decide import Decider
from justesse.batch.schema import input_schema, lists_of
from justesse.batch.spark import CODE, REASON, REJECTED, Refused, Shipment, decided, decider_of, engine_stamp
from justesse.cli.population import open_recipe
from justesse.population.draw import Population
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.shipped import folder

Row = dict[str, Any]
GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "grappe.md"
COUNT = 600
QUIET = """\
appender.none.type = Null
appender.none.name = none
rootLogger.level = off
rootLogger.appenderRef.none.ref = none
"""


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """Two workers, far from here: another time zone, a language whose capital « i » is not ours."""
    assert which("java") is not None, "Java is missing: make debian"
    place = tmp_path_factory.mktemp("spark")
    (place / "log4j2.properties").write_text(QUIET, encoding="utf-8")
    away = "-Duser.timezone=Pacific/Kiritimati -Duser.language=tr -Duser.country=TR"
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": f"{away} -Dlog4j2.configurationFile={place / 'log4j2.properties'}",
        "spark.driver.host": "127.0.0.1",
        "spark.local.dir": str(place),
        "spark.sql.adaptive.enabled": "false",
        "spark.sql.session.timeZone": "America/Anchorage",
        "spark.sql.shuffle.partitions": "3",
        "spark.sql.warehouse.dir": str(place / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    builder = SparkSession.builder.master("local[2]")
    with patch.dict(os.environ, {"PYSPARK_PYTHON": sys.executable, "SPARK_CONF_DIR": str(place), "SPARK_LOCAL_IP": "127.0.0.1"}):
        session = builder.config(map=settings).getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def program() -> Program:
    program, _ = load_program(folder("rules"))
    assert program is not None
    return program


@pytest.fixture(scope="module")
def dossiers(program: Program) -> pa.Table:
    """Dossiers of the shipped population, some of which nobody can decide."""
    rows = list(Population(open_recipe(None, program), 1).rows(0, COUNT))
    wrong = [row for row in rows if row.get("paies")][:40]
    for row in wrong[0::4]:
        row["paies"][0]["salaire brut"] = Decimal("-1.00")
    for row in wrong[1::4]:
        row["paies"][0]["emploi"] = "nulle part"
    for row in wrong[2::4]:
        row["arrêts"][0]["fin"] = row["arrêts"][0]["début"].replace(year=1999)
    return pa.Table.from_pylist(rows, input_schema(program.declarations))


@pytest.fixture(scope="module")
def parquet(dossiers: pa.Table, tmp_path_factory: pytest.TempPathFactory) -> str:
    place = tmp_path_factory.mktemp("dossiers") / "dossiers.parquet"
    pq.write_table(dossiers, place)
    return str(place)


def in_process(program: Program, dossiers: pa.Table, readings: dict[str, str] | None = None) -> list[Row]:
    """What one process says of them, as `decided` lays it out."""
    [batch] = dossiers.combine_chunks().to_batches()
    decider = Decider(program, readings or {})
    found = decider.decide(batch)
    nothing = dict.fromkeys([*decider.schema.names, CODE, REASON])
    results = [nothing | row for row in found.results.to_pylist()]
    for one in found.rejects.to_pylist():
        told = {"dossier": one["dossier"], "résultat": REJECTED, CODE: one["code"], REASON: one["motif"]}
        results.append(nothing | told)
    return in_order(results)


def in_order(rows: list[Row]) -> list[Row]:
    return sorted(rows, key=lambda row: str(row["dossier"]))


def collected(frame: DataFrame) -> list[Row]:
    return in_order(frame.toArrow().to_pylist())


@pytest.mark.parametrize("partitions", [1, 3, 7])
def test_however_they_are_spread_dossiers_are_decided_as_in_one_process(
    spark: SparkSession, program: Program, dossiers: pa.Table, parquet: str, partitions: int
) -> None:
    shuffled = spark.read.parquet(parquet).orderBy(col("dossier").substr(-1, 1), "date de naissance").repartition(partitions)
    found = collected(decided(shuffled))
    assert found == in_process(program, dossiers)
    assert len(found) == COUNT
    assert sum(row["résultat"] == REJECTED for row in found) == 30
    assert sum(row["total net"] or 0 for row in found) > 100_000


def test_from_parquet_to_parquet_names_and_amounts_stay(
    spark: SparkSession, program: Program, dossiers: pa.Table, parquet: str, tmp_path: Path
) -> None:
    place = tmp_path / "decisions.parquet"
    decided(spark.read.parquet(parquet)).write.parquet(str(place))
    found = pq.read_table(place)
    assert in_order(found.to_pylist()) == in_process(program, dossiers)
    assert str(found.schema.field("total net").type) == "decimal128(38, 2)"


def test_what_has_no_identifier_is_rejected_and_what_is_empty_stays_empty(spark: SparkSession, parquet: str) -> None:
    frame = spark.read.parquet(parquet).limit(2)
    nobody = collected(decided(frame.withColumn("dossier", lit(None).cast("string"))))
    assert [(row["dossier"], row["résultat"], row[CODE]) for row in nobody] == [("", REJECTED, "L0102")] * 2
    assert decided(frame.where("false")).collect() == []


def test_the_guide_nests_flat_tables(spark: SparkSession, program: Program, dossiers: pa.Table, parquet: str) -> None:
    """Its code, run over the tables it speaks of."""
    lists = {"contrats": "emplois", "bulletins": "paies", "avis": "arrêts"}
    frame = spark.read.parquet(parquet)
    for table, name in lists.items():
        frame.select("dossier", inline(col(name))).orderBy(rand(1)).createOrReplaceTempView(table)
    frame.drop(*(name for name, _ in lists_of(program.declarations))).createOrReplaceTempView("personnes")
    [code] = re.findall(r'^```python title="des tables à plat"\n(.*?)^```$', GUIDE.read_text(encoding="utf-8"), re.M | re.S)
    names: Row = {}
    exec(code, names)
    others = [name for name, _ in lists_of(program.declarations) if name not in lists.values()]
    found, expected = collected(decided(names["dossiers"])), in_process(program, dossiers.drop_columns(others))
    for row in (*found, *expected):
        row.pop(REASON)  # says the place of a record in its list
    assert found == expected


# --- rules of a few lines ---------------------------------------------------------------------------------

TWO_READINGS = """\
texte : « Lecture ».

interprétation pages-relues (source : règlement art. 1) :
  « Le règlement ne dit pas si une page relue compte. » ;
  lecture retenue : « une fois » ;
  autre lecture : « deux fois » ;
  statut : « à valider ».

règle temps-de-lecture (source : règlement art. 1), lecture « une fois » de pages-relues :
  pour tout lecteur, la durée lue du lecteur est égale à 2 × pages du lecteur.

règle temps-de-lecture (source : règlement art. 1), lecture « deux fois » de pages-relues :
  pour tout lecteur, la durée lue du lecteur est égale à 4 × pages du lecteur.
"""


@pytest.fixture
def readers(spark: SparkSession, tmp_path: Path) -> DataFrame:
    return spark.read.parquet(str(situations.table(tmp_path, 10)))


def test_rules_travel_with_their_reading(readers: DataFrame, tmp_path: Path) -> None:
    """Their folder is gone when machines begin."""
    place = tmp_path / "regles"
    words = situations.RULES["00.regle"].replace("la lecture", "la durée lue")
    for name, text in (("00.regle", words), ("01.regle", TWO_READINGS)):
        (place / name).write_text(text, encoding="utf-8")
    once, twice = decided(readers, place), decided(readers, str(place), {"pages-relues": "deux fois"})
    rmtree(place)
    pages = [row["pages"] for row in collected(readers)]
    assert [row["durée lue"] for row in collected(once)] == [2 * one for one in pages]
    assert [row["durée lue"] for row in collected(twice)] == [4 * one for one in pages]


def test_what_cannot_be_decided_with_is_refused_before_the_first_row(readers: DataFrame, tmp_path: Path) -> None:
    place = tmp_path / "regles"
    misread, unheard_of = readers.withColumnRenamed("pages", "page"), {"pages-relues": "trois fois"}
    floating, moment = (
        readers.withColumn("pages", col("pages").cast("double")),
        readers.withColumn("pages", current_timestamp()),
    )
    assert refused(misread, place) == {"L0103"}
    assert refused(readers.drop("dossier"), place) == {"L0102"}
    assert refused(floating, place) == refused(moment, place) == {"L0104"}
    assert refused(readers, place, unheard_of) == {"C0104"}
    assert refused(readers, tmp_path / "nulle part") == {"F0101"}


def refused(frame: DataFrame, rules: Path, readings: dict[str, str] | None = None) -> set[str]:
    with pytest.raises(Refused, match="Comment corriger") as refusal:
        decided(frame, rules, readings)
    return {one.code for one in refusal.value.diagnostics}


def test_a_process_opens_rules_once(program: Program) -> None:
    def shipment() -> Shipment:
        return Shipment(pickle.dumps(program), (), engine_stamp())

    assert decider_of(shipment()) is decider_of(shipment())
