"""Flat tables give the decisions that the same dossiers give nested, however they are cut; nothing of them is lost in silence."""

from itertools import pairwise
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.batch.situations import flat, said, stop_after
from tests.batch.test_work import given, rows

from justesse.batch import flat as flat_tables
from justesse.batch.flat import Flat
from justesse.batch.opening import opened
from justesse.batch.schema import lists_of
from justesse.cli.main import main
from justesse.program.load import load_program

SHIPPED = Path(__file__).parents[2] / "rules"


def flat_given(folder: Path, name: str, *more: str) -> list[str]:
    return ["lot", str(folder / "tables"), *given(folder, name, *more)[2:]]


def drawn(random: Random, most: int) -> tuple[list[str], list[str]]:
    """Identifiers, and those that records name: each as often as it has records."""
    names = [f"n{place}" for place in range(random.randrange(1, 40))]
    random.shuffle(names)
    return names, [name for name in names for _ in range(random.choice((0, 0, 1, 2, most)))]


def put_together(folder: Path, names: list[str], owners: list[str]) -> Flat:
    pq.write_table(pa.table({"dossier": names}), folder / "dossiers.parquet", row_group_size=5)
    pq.write_table(pa.table({"dossier": owners, "place": range(len(owners))}), folder / "prets.parquet", row_group_size=7)
    return Flat(folder / "dossiers.parquet", pq.ParquetFile(folder / "dossiers.parquet"),
                {"prêts": (folder / "prets.parquet", pq.ParquetFile(folder / "prets.parquet"))})  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_every_record_comes_with_its_dossier_however_tables_are_cut(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(seed)
    monkeypatch.setattr(flat_tables, "BATCH", random.randrange(1, 9))
    monkeypatch.setattr(flat_tables, "_BLOCK", random.randrange(1, 9))
    names, owners = drawn(random, 12)
    dossiers = put_together(tmp_path, names, owners)
    assert dossiers.disorder() == []
    blocks = list(dossiers.blocks(random.randrange(1, 9), {}))
    found = [row for _, block in blocks for row in block.to_pylist()]
    assert [row["dossier"] for row in found] == names
    expected = {name: [place for place, owner in enumerate(owners) if owner == name] for name in names}
    assert {row["dossier"]: [one["place"] for one in row["prêts"]] for row in found} == expected
    assert all(first + block.num_rows == following for (first, block), (following, _) in pairwise(blocks))
    assert dossiers.rows(range(len(names))) == [
        {**row, "prêts": [{"dossier": row["dossier"], **one} for one in row["prêts"]]} for row in found
    ]


@pytest.mark.parametrize("seed", range(60))
def test_a_record_out_of_order_or_of_nobody_is_told(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)
    monkeypatch.setattr(flat_tables, "BATCH", random.randrange(1, 9))
    monkeypatch.setattr(flat_tables, "_BLOCK", random.randrange(1, 9))
    names, owners = drawn(random, 12)
    late = len(names) > 1 and random.random() < 0.5
    owners = [*owners, names[-1], names[0]] if late else [*owners, "nobody"]
    [told] = put_together(tmp_path, names, owners).disorder()
    assert told.code == ("L0121" if late else "L0120")
    assert dict(told.details)["ligne"] == str(len(owners))


def test_flat_tables_are_decided_as_nested_ones(tmp_path: Path) -> None:
    flat(tmp_path)
    for name, command in (("une", given(tmp_path, "une")), ("plate", flat_given(tmp_path, "plate"))):
        assert main([*command, "--coeurs", "2"]) == 0, name
    assert rows(tmp_path / "plate.parquet") == rows(tmp_path / "une.parquet")


def test_flat_tables_of_the_shipped_rules(tmp_path: Path) -> None:
    population, place = tmp_path / "population.parquet", tmp_path / "tables"
    assert main(["population", "150", str(population), "--coeurs", "1"]) == 0
    program, _ = load_program(SHIPPED)
    assert program is not None
    place.mkdir()
    for name, table in flat_tables.flattened(pq.read_table(population), [one for one, _ in lists_of(program.declarations)]):
        if table.num_rows or name == "dossiers.parquet":  # a table that is not there: no record
            pq.write_table(table, place / name)
    assert {one.name for one in place.iterdir()} >= {"dossiers.parquet", "arrets.parquet", "paies.parquet"}
    for source, target in ((population, "une"), (place, "plate")):
        assert main(["lot", str(source), str(tmp_path / f"{target}.parquet"), "--coeurs", "1", "--bloc", "40"]) == 0
    assert rows(tmp_path / "plate.parquet") == rows(tmp_path / "une.parquet")


def test_a_run_over_flat_tables_goes_on_where_it_was_stopped(tmp_path: Path) -> None:
    flat(tmp_path)
    assert main(given(tmp_path, "entière", "--coeurs", "1")) == 0
    stop_after(2, flat_given(tmp_path, "reprise", "--coeurs", "1"))
    assert main(flat_given(tmp_path, "reprise", "--coeurs", "1")) == 0
    assert rows(tmp_path / "reprise.parquet") == rows(tmp_path / "entière.parquet")


def test_a_run_is_not_taken_up_when_one_of_the_tables_changed(tmp_path: Path) -> None:
    place = flat(tmp_path) / "prets.parquet"
    stop_after(2, flat_given(tmp_path, "reprise", "--coeurs", "1"))
    pq.write_table(pq.read_table(place).slice(0, 20), place)
    assert said(*flat_given(tmp_path, "reprise", "--coeurs", "1")) == {"L0105"}


def test_one_dossier_of_flat_tables_comes_out_as_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    flat(tmp_path)
    told = []
    for source in ("lecteurs.parquet", "tables"):
        capsys.readouterr()
        assert main(["lot", str(tmp_path / source), "--dossier", "3", "--regles", str(tmp_path / "regles")]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1] and "prêts" in told[0]


def test_two_dossiers_of_one_identifier_cannot_be_put_together(tmp_path: Path) -> None:
    place = flat(tmp_path) / "dossiers.parquet"
    found = pq.read_table(place)
    pq.write_table(pa.concat_tables([found, found.slice(0, 1)]), place)
    assert said(*flat_given(tmp_path, "plate", "--coeurs", "1")) == {"L0118"}


def test_mistakes_of_flat_tables_are_told_together(tmp_path: Path) -> None:
    place = flat(tmp_path)
    loans = pq.read_table(place / "prets.parquet")
    pq.write_table(loans.rename_columns(["lecteur", "debut", "fin", "inconnus"]), place / "prets.parquet")
    pq.write_table(loans, place / "prêts.parquet")
    (place / "revues.parquet").write_text("dossier;titre\n", encoding="utf-8")
    assert said(*flat_given(tmp_path, "plate", "--coeurs", "1")) == {"L0102", "L0103", "L0115", "L0122"}
    (place / "dossiers.parquet").unlink()
    assert "F0101" in said(*flat_given(tmp_path, "plate", "--coeurs", "1"))


@pytest.mark.parametrize("other", ["prets.pq", "prets", "notes.txt", "prets.parquet.gz"])
def test_nothing_of_a_folder_is_passed_over(other: str, tmp_path: Path) -> None:
    place = flat(tmp_path) / "prets.parquet"
    place.rename(place.with_name(other))
    assert said(*flat_given(tmp_path, "plate", "--coeurs", "1")) == {"L0122"}


def test_capitals_in_the_names_of_tables_do_not_matter(tmp_path: Path) -> None:
    place = flat(tmp_path)
    for name, other in (("prets.parquet", "PRETS.PARQUET"), ("dossiers.parquet", "Dossiers.parquet")):
        (place / name).rename(place / other)
    assert main(given(tmp_path, "une", "--coeurs", "1")) == main(flat_given(tmp_path, "plate", "--coeurs", "1")) == 0
    assert rows(tmp_path / "plate.parquet") == rows(tmp_path / "une.parquet")


def test_an_identifier_written_twice_or_that_is_no_text_is_told(tmp_path: Path) -> None:
    place = flat(tmp_path) / "prets.parquet"
    loans = pq.read_table(place)
    pq.write_table(loans.append_column("dossier", loans["dossier"]), place)
    assert said(*flat_given(tmp_path, "plate", "--coeurs", "1")) == {"L0115"}
    bad = pa.array([b"\xff\xfe"] * loans.num_rows).view(pa.string())
    pq.write_table(loans.set_column(0, "dossier", bad), place)
    assert said(*flat_given(tmp_path, "plate", "--coeurs", "1")) == {"L0101"}


def test_one_dossier_is_given_only_from_tables_that_could_be_decided(tmp_path: Path) -> None:
    place = flat(tmp_path) / "dossiers.parquet"
    one = ["lot", str(place.parent), "--dossier", "3", "--regles", str(tmp_path / "regles")]
    found = pq.read_table(place)
    pq.write_table(pa.concat_tables([found, found.slice(3, 1)]), place)
    assert said(*one) == {"L0118"}
    place.write_bytes(place.read_bytes()[:40] + b"\xff" * 60 + place.read_bytes()[100:])
    assert said(*one) == {"L0101"}


def test_the_flat_example_can_be_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lot", "--exemple", str(tmp_path / "tables")]) == 0
    program, _ = load_program(SHIPPED)
    assert program is not None
    dossiers, mistakes = opened(tmp_path / "tables", program.declarations)
    assert mistakes == [] and isinstance(dossiers, Flat) and dossiers.count == 24
    assert "arrêts" in dossiers.lists
    assert main(["lot", str(tmp_path / "tables"), str(tmp_path / "décisions.parquet"), "--coeurs", "1"]) == 0
    assert len(rows(tmp_path / "décisions.parquet")) == 24
