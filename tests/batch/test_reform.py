"""Two folders of rules over one population: sums exact, every dossier in one group, what is not decided apart."""

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.batch.situations import POPULATION, said, table

from justesse.batch import engine_stamp, work
from justesse.batch.schema import CASE_KIND, CENTS, IDENTIFIER, READABLE, RESULT
from justesse.cli.main import main
from justesse.pages.figures import euros, mean, number, percent, whole_euros
from justesse.reform.charts import means, shares, spread
from justesse.reform.measure import EDGES, Group, Line, largest, lines_of, measured
from justesse.reform.page import apart

AMOUNT, BY = Line("montant"), Line("base", "suites")


def decisions(rows: list[tuple[str, str, str | None, str | None]]) -> pa.Table:
    """(dossier, type, amount, base) as a table of decisions; no amount: not decided."""
    lists = [[] if base is None else [{"base": Decimal(base)}, {"base": Decimal("9.000000")}] for *_, base in rows]
    return pa.table({
        IDENTIFIER: [name for name, *_ in rows],
        CASE_KIND: [kind for _, kind, _, _ in rows],
        RESULT: ["incomplet" if amount is None else "décidé" for *_, amount, _ in rows],
        "montant": pa.array([None if one is None else Decimal(one) for *_, one, _ in rows], CENTS),
        "suites": pa.array(lists, pa.list_(pa.struct([("base", READABLE)]))),
    })  # fmt: skip


BEFORE = decisions([
    ("a", "un", "10.00", "1"), ("b", "un", "20.05", "2"), ("c", "deux", "30.00", "3"), ("d", "deux", None, "4"),
    ("e", "deux", "5.00", None),
])  # fmt: skip
AFTER = decisions([
    ("a", "un", "11.01", "1"), ("b", "un", "20.05", "2"), ("c", "deux", "0.00", "3"), ("d", "deux", "7.00", "4"),
    ("e", "deux", "5.00", None),
])  # fmt: skip


def test_sums_are_whole_cents_and_what_is_not_decided_is_apart() -> None:
    reform = measured(BEFORE, AFTER, AMOUNT, BY, 5)
    assert reform.whole == Group("tous", 5, 1, 6505, 3606, 1, 101, 1, -3000)
    assert (reform.whole.gap, reform.whole.compared, reform.whole.unchanged) == (-2899, 4, 2)
    assert reform.kinds == [Group("deux", 3, 1, 3500, 500, 0, 0, 1, -3000), Group("un", 2, 0, 3005, 3106, 1, 101, 0, 0)]
    assert [one.dossiers for one in reform.deciles] == [1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 2]
    assert sum(reform.gaps) == 2
    assert reform.gaps[EDGES.index(-1_000)] == 1, "−30 € is under −10 €"
    assert [row["écart"] for row in reform.table.to_pylist()] == [Decimal("1.01"), Decimal(0), Decimal(-30), None, Decimal(0)]
    assert [row[IDENTIFIER] for row in largest(reform, 5)] == ["c", "a"]


def test_a_dossier_that_one_side_rejects_is_apart() -> None:
    reform = measured(BEFORE.slice(1), AFTER, AMOUNT, BY, 7)
    assert (reform.whole.dossiers, reform.whole.apart, reform.whole.before, reform.rejected) == (5, 2, 5505, 2)
    assert "2 sont rejetés des deux côtés" in apart(reform).replace("\u202f", " ")
    assert sum(one.dossiers for one in reform.kinds) == 5
    assert measured(BEFORE.slice(1), AFTER.take([4, 3, 2, 1, 0]), AMOUNT, BY, 7).whole == reform.whole


def test_lines_are_found_wherever_they_stand() -> None:
    told = {"montant": "nombre (€)", "heures": "nombre (heure)"}
    schema = pa.schema(
        [*[pa.field(name, CENTS, metadata={"type": kind}) for name, kind in told.items()], BEFORE.schema.field("suites")]
    )
    assert lines_of(schema, amounts=True) == {"montant": Line("montant")}, "hours are no amount, whole cents or not"
    assert list(lines_of(schema, amounts=False)) == ["montant", "heures", "base"]
    assert lines_of(schema, amounts=False)["base"] == Line("base", "suites")


@pytest.mark.parametrize(
    ("said_", "wanted"),
    [
        (euros(-123_456), "−1 234,56 €"), (euros(100), "1 €"), (whole_euros(150), "2 €"), (whole_euros(-149), "−1 €"),
        (mean(-1, 2), "−0,01 €"), (mean(5, 0), "–"), (percent(-1, 3), "−33,3 %"), (percent(1, 0), "–"),
        (number(-1_000), "−1 000"),
    ],
)  # fmt: skip
def test_numbers_are_said_in_french(said_: str, wanted: str) -> None:
    assert said_.replace("\u202f", " ").replace("\u00a0", " ") == wanted


def test_pictures_say_their_figures_and_what_they_show() -> None:
    groups = [Group("1", 10, 2, 1000, 900, 2, 100, 4, -200), Group("2", 0, 0, 0, 0, 0, 0, 0, 0)]
    for picture in (shares(groups, "parts"), means(groups, "moyennes"), spread([1, *[0] * len(EDGES)], "classes")):
        assert picture.startswith("<svg") and 'role="img"' in picture and "aria-label=" in picture
    assert 'class="perte"' in shares(groups, "parts") and "50,0" in shares(groups, "parts")


def test_the_command_from_end_to_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = table(tmp_path, 40)
    before, after = tmp_path / "regles", tmp_path / "reforme"
    after.mkdir()
    for one in before.iterdir():
        text = one.read_text(encoding="utf-8").replace("2 × pages", "3 × pages")
        (after / one.name).write_text(text, encoding="utf-8")
    given = ["reforme", str(before), str(after), str(source), "--montant", "lecture", "--selon", "lecture", "--coeurs", "1"]
    page, gaps = tmp_path / "page.html", tmp_path / "écarts.parquet"
    assert main([*given, "--page", str(page), "--table", str(gaps)]) == 0
    pages = {row["dossier"]: row["pages"] for row in pq.read_table(source).to_pylist()}
    assert {row["dossier"]: row["écart"] for row in pq.read_table(gaps).to_pylist()} == pages
    assert "un prêt" in capsys.readouterr().out
    assert page.read_text(encoding="utf-8").count("<svg") == 3
    kept = sorted((tmp_path / "lecteurs.decisions").iterdir())
    assert main(given) == 0
    assert sorted((tmp_path / "lecteurs.decisions").iterdir()) == kept, "decided once"
    for where in (engine_stamp, work):
        monkeypatch.setattr(where, "engine_stamp", lambda: "another")
    assert main(given) == 0
    assert len(list((tmp_path / "lecteurs.decisions").iterdir())) == 2 * len(kept), "by another engine, decided again"
    capsys.readouterr()
    assert main([*given, "--dossier", "3"]) == 0
    assert "lecture" in capsys.readouterr().out


def test_a_line_that_no_decision_shows_is_told(tmp_path: Path) -> None:
    source = table(tmp_path)
    assert "montant" not in POPULATION
    assert said("reforme", str(tmp_path / "regles"), str(tmp_path / "regles"), str(source), "--coeurs", "1") == {"L0112"}
