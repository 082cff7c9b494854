"""Machine code made ahead: trained, found by what comes after, deciding the same; what it cannot be trained on is said."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.batch.situations import said, table

from justesse.cli.main import main
from justesse.compiled import c_build


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A private folder where nobody has built anything."""
    folder = tmp_path / "prive"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "justesse"


def prepare(folder: Path, *more: str) -> list[str]:
    return ["preparer", "--regles", str(folder / "regles"), *more]


def lot(folder: Path, name: str) -> list[str]:
    places = (str(folder / "lecteurs.parquet"), str(folder / f"{name}.parquet"))
    return ["lot", *places, "--coeurs", "1", "--regles", str(folder / "regles")]


def kernels(folder: Path) -> list[bool]:
    """Of each library kept, whether it was trained."""
    return sorted(one.stem.endswith("-trained") for one in folder.glob("kernel-*.so"))


@pytest.mark.parametrize("source", ["population", "table"])
def test_it_is_trained_and_used_by_a_lot(source: str, tmp_path: Path, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = table(tmp_path, 30)
    assert main(lot(tmp_path, "avant")) == 0
    assert kernels(own) == [False]
    capsys.readouterr()
    assert main(prepare(tmp_path, *((str(given),) if source == "table" else ("--dossiers", "30")))) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("code machine bâti par le compilateur C, ajusté à 30 dossiers ")
    assert ("fictifs" in first) == (source == "population")
    assert "dossiers par seconde et par cœur" in second
    assert kernels(own) == [False, True]
    for one in own.glob("kernel-*"):
        if not one.stem.endswith("-trained"):
            one.unlink()
    assert main(lot(tmp_path, "apres")) == 0
    assert kernels(own) == [True], "what was trained is what decides"
    assert pq.read_table(tmp_path / "apres.parquet") == pq.read_table(tmp_path / "avant.parquet")


def test_without_a_c_compiler_llvm_makes_it_and_without_either_it_is_said(
    tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table(tmp_path, 30)
    capsys.readouterr()
    monkeypatch.setattr(c_build.shutil, "which", lambda name: None)
    assert main(prepare(tmp_path)) == 0
    assert capsys.readouterr().out.startswith("code machine bâti par LLVM, sans ajustement : il y faut gcc")
    monkeypatch.setattr("justesse.compiled.native.built_by_llvm", lambda key, machine: None)
    assert main(prepare(tmp_path)) == 0
    assert capsys.readouterr().out.startswith("aucun code machine ici")
    assert not kernels(own)


@pytest.mark.parametrize(
    ("other", "tried"),
    [
        ('case "$*" in *-fprofile*) exit 1;; esac', True),
        ('case "$*" in *-dM*) echo "#define __GNUC__ 4"; echo "#define __clang__ 1"; exit 0;; esac', False),
    ],
    ids=["unable", "clang"],
)
def test_a_compiler_that_does_not_count_as_gcc_does_builds_without(
    other: str, tried: bool, tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table(tmp_path, 30)
    bare, asked = tmp_path / "cc", tmp_path / "demandes"
    bare.write_text(f'#!/bin/sh\necho "$*" >> {asked}\n{other}\nexec gcc "$@"\n', encoding="utf-8")
    bare.chmod(0o755)
    monkeypatch.setattr(c_build, "_compiler", lambda: str(bare))
    assert main(prepare(tmp_path)) == 0
    assert "par le compilateur C, sans ajustement" in capsys.readouterr().out
    assert kernels(own) == [False]
    assert tried == ("-fprofile" in asked.read_text(encoding="utf-8")), "clang would count into a file that nobody reads"


def test_what_it_cannot_be_trained_on_is_said(tmp_path: Path, own: Path) -> None:
    given = table(tmp_path, 3)
    found = pq.read_table(given)
    nothing, doubtful = tmp_path / "rien.parquet", tmp_path / "douteux.parquet"
    pq.write_table(found.slice(0, 0), nothing)
    pq.write_table(found.set_column(found.schema.get_field_index("dossier"), "dossier", pa.nulls(3, pa.string())), doubtful)
    for source in (nothing, doubtful):
        assert said(*prepare(tmp_path, str(source))) == {"L0107"}
    (tmp_path / "texte.parquet").write_text("dossier;pages\n", encoding="utf-8")
    assert said(*prepare(tmp_path, str(tmp_path / "texte.parquet"))) == {"L0101"}
    (tmp_path / "regles" / "population.yaml").unlink()
    assert said(*prepare(tmp_path)) == {"L0109"}
    assert not kernels(own)
    assert not [one for one in own.iterdir() if one.is_dir()], "nothing is left of what was begun"


def test_a_table_in_small_groups_of_rows_is_taken_until_there_are_enough(
    tmp_path: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = table(tmp_path, 30)
    pq.write_table(pq.read_table(given), given, row_group_size=4)
    capsys.readouterr()
    assert main(prepare(tmp_path, str(given), "--dossiers", "10")) == 0
    assert "ajusté à 12 dossiers de" in capsys.readouterr().out
    assert kernels(own) == [True]
