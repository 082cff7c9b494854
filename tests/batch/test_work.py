"""A table decided block by block: stopped anywhere it goes on, on one process or two it gives the same file."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.batch.situations import rules, stop_after, table

from justesse.cli.main import main


def given(folder: Path, name: str, *more: str) -> list[str]:
    source, target = folder / "lecteurs.parquet", folder / f"{name}.parquet"
    return ["lot", str(source), str(target), "--bloc", "7", "--regles", str(folder / "regles"), *more]


def rows(place: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(place).to_pylist()
    return found


def test_every_row_is_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = table(tmp_path, 30)
    assert main(given(tmp_path, "une", "--coeurs", "1")) == 0
    found = {row["dossier"]: row["lecture"] for row in rows(tmp_path / "une.parquet")}
    assert found == {row["dossier"]: 2 * row["pages"] for row in rows(source)}
    assert "30 dossiers" in capsys.readouterr().out
    assert not (tmp_path / "une.rejets.parquet").exists()


@pytest.mark.parametrize("blocks", [0, 1, 3])
def test_a_run_that_is_stopped_goes_on_without_a_row_lost_or_doubled(tmp_path: Path, blocks: int) -> None:
    table(tmp_path, 30)
    assert main(given(tmp_path, "entière", "--coeurs", "1")) == 0
    stop_after(blocks, given(tmp_path, "reprise", "--coeurs", "1"))
    assert not (tmp_path / "reprise.parquet").exists()
    waiting = tmp_path / "reprise.parquet.en-cours"
    assert sum(json.loads(one.read_text())["lignes"] for one in waiting.glob("bloc-*.json")) == 7 * blocks
    assert main(given(tmp_path, "reprise", "--coeurs", "1")) == 0
    assert rows(tmp_path / "reprise.parquet") == rows(tmp_path / "entière.parquet")
    assert not waiting.exists()


def test_two_processes_give_the_same_file(tmp_path: Path) -> None:
    table(tmp_path, 30)
    for name, cores in (("une", "1"), ("deux", "2")):
        assert main(given(tmp_path, name, "--coeurs", cores)) == 0
    assert rows(tmp_path / "une.parquet") == rows(tmp_path / "deux.parquet")


def test_a_row_without_a_decision_is_sent_back_with_its_reason(tmp_path: Path) -> None:
    source = table(tmp_path, 10)
    found = pq.read_table(source)
    changed = found.to_pylist()
    changed[4]["pages"] = Decimal("-1.00")
    changed[6]["prêts"][0]["fin"] = changed[6]["prêts"][0]["début"].replace(year=1999)
    pq.write_table(found.from_pylist(changed, found.schema), source)
    assert main(given(tmp_path, "une", "--coeurs", "1")) == 0
    assert [(one["ligne"], one["code"]) for one in rows(tmp_path / "une.rejets.parquet")] == [(5, "D0114"), (7, "D0111")]
    assert [row["dossier"] for row in rows(tmp_path / "une.parquet")] == ["0", "1", "2", "3", "5", "7", "8", "9"]


def test_a_population_is_the_same_for_a_seed_whatever_is_drawn_with_it(tmp_path: Path) -> None:
    place = str(rules(tmp_path))
    for name, number, seed in (("dix", "10", "1"), ("trente", "30", "1"), ("autre", "10", "2")):
        assert main(["population", number, str(tmp_path / name), "--graine", seed, "--regles", place, "--coeurs", "1"]) == 0
    assert rows(tmp_path / "dix") == rows(tmp_path / "trente")[:10]
    assert rows(tmp_path / "dix") != rows(tmp_path / "autre")


def test_one_dossier_comes_out_as_a_case(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = table(tmp_path, 10)
    capsys.readouterr()
    assert main(["lot", str(source), "--dossier", "3", "--regles", str(tmp_path / "regles")]) == 0
    (tmp_path / "cas.yaml").write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["calculer", str(tmp_path / "cas.yaml"), "--regles", str(tmp_path / "regles")]) == 0
    hours = next(row["pages"] for row in rows(source) if row["dossier"] == "3")
    assert str(2 * int(hours)) in capsys.readouterr().out


def test_the_schema_and_the_example_of_the_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lot", "--schema"]) == 0
    told = capsys.readouterr().out
    assert all(one in told for one in ("entrée", "sortie", "rejets", "salaire brut", "inconnus", "decimal128(18, 2)"))
    assert main(["lot", "--exemple", str(tmp_path / "exemple.parquet")]) == 0
    assert main(["lot", str(tmp_path / "exemple.parquet"), str(tmp_path / "décisions.parquet"), "--coeurs", "1"]) == 0
    assert len(rows(tmp_path / "décisions.parquet")) == len(rows(tmp_path / "exemple.parquet"))


@pytest.mark.parametrize("cut", ["résultats-000000000007.parquet", "bloc-000000000007.json"])
def test_a_block_whose_files_were_cut_is_done_again(tmp_path: Path, cut: str) -> None:
    table(tmp_path, 30)
    assert main(given(tmp_path, "entière", "--coeurs", "1")) == 0
    stop_after(3, given(tmp_path, "reprise", "--coeurs", "1"))
    place = tmp_path / "reprise.parquet.en-cours" / cut
    place.write_bytes(place.read_bytes()[: place.stat().st_size // 2])
    assert main(given(tmp_path, "reprise", "--coeurs", "1")) == 0
    assert rows(tmp_path / "reprise.parquet") == rows(tmp_path / "entière.parquet")


def test_dossiers_of_one_identifier_are_all_decided_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = table(tmp_path, 10)
    found = pq.read_table(source)
    changed = found.to_pylist()
    changed[7]["dossier"] = changed[2]["dossier"]
    pq.write_table(found.from_pylist(changed, found.schema), source)
    assert main(given(tmp_path, "une", "--coeurs", "1")) == 0
    told = capsys.readouterr().err
    assert "avertissement L0118" in told and "plusieurs dossiers dans" in told and " : « 2 »." in told
    assert [row["dossier"] for row in rows(tmp_path / "une.parquet")] == [row["dossier"] for row in changed]


def test_a_table_without_a_dossier_gives_one_without_a_decision(tmp_path: Path) -> None:
    source = table(tmp_path, 3)
    pq.write_table(pq.read_table(source).slice(0, 0), source)
    assert main(given(tmp_path, "une", "--coeurs", "1")) == 0
    assert rows(tmp_path / "une.parquet") == []
