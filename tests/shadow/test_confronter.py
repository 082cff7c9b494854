"""`justesse confronter`: what is the same, what differs, why, what people found of it, whether it is good enough.

Amounts are by hand: three days free, then half the rate, to the cent.
"""

import json
import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator
from tests.shadow.loans import PERIODS, day, period, periods, reader, readers, rules
from tests.shadow.situations import FAMILY, VERDICT, criteria, of_file, of_periods, told

from justesse.cli.main import main
from justesse.shadow import causes
from justesse.shadow.criteria import read_criteria
from justesse.shadow.report import share
from justesse.shadow.trial import OURS
from justesse.shadow.verdicts import read_verdicts
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source, normalise

ROOT = Path(__file__).parents[2]
SCHEMA = Draft202012Validator(json.loads((ROOT / "grammar/schemas/confrontation.schema.json").read_text(encoding="utf-8")))
# Six days at 1,01 €: half is 0,505 €, 0,51 € to the nearest cent, three days: 1,53 €.
READERS = [
    reader("même", "1.01", (1, 6, "lecteur")),
    reader("tronqué", "1.01", (1, 6, "lecteur")),
    reader("cinq jours", "2.00", (1, 6, "école")),
    reader("autre débiteur", "2.00", (1, 6, "école")),
    reader("sans tarif", None, (1, 6, "lecteur")),
    reader("oublié", "2.00", (1, 6, "lecteur")),
]
THEIRS = [
    period("même", 4, 6, "0.51", "lecteur"),
    period("tronqué", 4, 5, "0.50", "lecteur"),
    period("tronqué", 6, 6, "0.50", "lecteur"),
    period("cinq jours", 2, 6, "1.00", "école"),
    period("autre débiteur", 1, 3, None, None),
    period("autre débiteur", 4, 6, "1.00", "lecteur"),
    period("sans tarif", 4, 6, "0.30", "lecteur"),
    period("inconnu chez nous", 4, 6, "0.30", "lecteur"),
]
TRUNCATED, FREE, PAYER = (
    "pénalité : moins chez eux, jour « payant »",
    "pénalité : rien chez nous, jour « gratuit »",
    "débiteur : autre mot",
)


def confronted(folder: Path, theirs: list[dict[str, Any]] = THEIRS, *more: str) -> int:
    """The command on these readers."""
    source, other = readers(folder, READERS), periods(folder, theirs)
    return main(["confronter", str(source), str(other), "--regles", str(rules(folder)), "--coeurs", "1", *more])


def again(folder: Path) -> list[str]:
    """The same command, on what is already there."""
    return ["confronter", str(folder / "lecteurs.parquet"), str(folder / "eux.parquet"), "--regles", str(folder / "regles")]


def document(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, dict[str, Any]]:
    code = confronted(folder, THEIRS, "--format", "json", *more)
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    SCHEMA.validate(found)
    return code, found


def test_each_dossier_is_in_one_state_and_each_that_differs_in_one_family(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found = document(tmp_path, capsys, "--causes", "0")
    assert code == 1
    assert found["états"] == {
        "identiques": 1, "différents": 3, "non décidés par nous": 1, "absents chez eux": 1, "absents chez nous": 1,
    }  # fmt: skip
    families = {one["famille"]: (one["dossiers"], one["écart"], one["exemples"]) for one in found["familles"]}
    assert families == {
        TRUNCATED: (1, "-0.030000", ["tronqué"]),
        FREE: (1, "2.000000", ["cinq jours"]),
        PAYER: (1, "0.000000", ["autre débiteur"]),
    }
    assert found["sommes"] == {"nous": "9.060000", "eux": "11.030000"}, "1,53 twice and 3 twice; 1,53, 1,50, 5 and 3"


def test_causes_are_found_by_deciding_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, found = document(tmp_path, capsys)
    causes = {one["famille"]: one["causes"] for one in found["familles"]}
    changed = [[(each["interprétation"], each["essai"]) for each in one["changements"]] for one in causes[TRUNCATED]]
    assert changed == [[("arrondi-du-tarif", "lecture « troncature »")]]
    assert causes[FREE] == []
    assert all(one["accord"] == one["essayés"] == 1 for some in causes.values() for one in some)
    assert found["bornes"] == {"dedans": 1, "dehors": [], "sans bornes": 0}, "any rate may be missing: 0,30 € is possible"


def test_a_mistake_of_one_sentence_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """They forget the three free days."""
    monkeypatch.setattr(causes, "_PART", 5)
    theirs = [period("même", 1, 6, "0.51"), period("tronqué", 1, 6, "0.51"), period("cinq jours", 1, 6, "1.00")]
    source, other = readers(tmp_path, READERS), periods(tmp_path, theirs)
    given = ["confronter", str(source), str(other), "--regles", str(rules(tmp_path)), "--format", "json"]
    assert main([*given, "--coeurs", "1"]) == 1
    alone = json.loads(capsys.readouterr().out)
    tried = [(one["changements"][0]["essai"], one["accord"], one["essayés"]) for one in alone["familles"][0]["causes"]]
    assert ("trois-jours-gratuits : exception retirée", 3, 3) in tried
    assert main([*given, "--coeurs", "2"]) == 1
    assert json.loads(capsys.readouterr().out) == alone, "whatever the number of processes"


def test_verdicts_are_drafted_filled_and_held_to_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "ebauche.yaml"
    assert confronted(tmp_path, THEIRS, "--ebauche", str(draft)) == 1
    text = draft.read_text(encoding="utf-8")
    assert text.count("verdict: à examiner") == 3 and "troncature" in text
    verdicts = tmp_path / "verdicts.yaml"
    verdicts.write_text(f"""\
verdicts:
  - famille: "{TRUNCATED}"
    verdict: lecture
    raison: le règlement n'arrondit pas
    source: règlement, art. 4
    par: une juriste
    le: 2025-02-03
  - dossier: cinq jours
    verdict: leur erreur
    raison: deux jours gratuits y sont payés
    par: une juriste
    le: 2025-02-03
  - famille: "pénalité : jamais vue"
    verdict: leur erreur
    raison: rien ne lui répond
    par: une juriste
    le: 2025-02-03
""", encoding="utf-8")  # fmt: skip
    capsys.readouterr()
    given = [
        "confronter",
        str(tmp_path / "lecteurs.parquet"),
        str(tmp_path / "eux.parquet"),
        "--regles",
        str(tmp_path / "regles"),
    ]
    assert main([*given, "--causes", "0", "--format", "json", "--verdicts", str(verdicts), "--coeurs", "1"]) == 1
    shown = capsys.readouterr()
    assert "L0130" in shown.err
    found = json.loads(shown.out)["verdicts"]
    assert found == {"leur erreur": 1, "notre erreur": 0, "lecture": 1, "faits différents": 0, "à examiner": 1}
    assert main([*given, "--causes", "0", "--verdicts", str(verdicts), "--coeurs", "1"]) == 1
    assert "lecture : le règlement n'arrondit pas (règlement, art. 4)" in normalise(capsys.readouterr().out)


CRITERIA = """\
fixés le: 2025-01-15
par: le comité
critères:
  - mesure: identiques
    au moins: {same}
  - mesure: sans verdict
    au plus: 3
  - mesure: écart sans verdict
    au plus: 2,03 €
"""


@pytest.mark.parametrize(("same", "code"), [("14,28 %", 0), ("14,29 %", 1), ("1", 0), ("2", 1)])
def test_criteria_say_yes_or_no_and_a_share_is_never_rounded_to_its_limit(
    same: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One dossier in seven is the same: 14,2857… %. The gaps are 2 € and 0,03 €, one way and the other: 2,03 € in all."""
    place = tmp_path / "criteres.yaml"
    place.write_text(CRITERIA.format(same=same), encoding="utf-8")
    assert confronted(tmp_path, THEIRS, "--causes", "0", "--criteres", str(place)) == code
    told = normalise(capsys.readouterr().out)
    assert ("tous remplis" in told) == (code == 0)
    assert ("14,285 %" in told) == ("%" in same)


def test_a_page_and_a_table_hold_all(tmp_path: Path) -> None:
    page, table = tmp_path / "ecarts.html", tmp_path / "ecarts.parquet"
    assert confronted(tmp_path, THEIRS, "--page", str(page), "--table", str(table)) == 1
    rows = pq.read_table(table).to_pylist()
    assert {one["dossier"] for one in rows} == {
        "tronqué",
        "cinq jours",
        "autre débiteur",
        "sans tarif",
        "oublié",
        "inconnu chez nous",
    }
    of_free = next(one for one in rows if one["dossier"] == "cinq jours")
    assert (of_free["du"], of_free["au"], of_free["jours"], of_free["nous"], of_free["eux"]) == (
        day(2),
        day(3),
        2,
        "0.00",
        "1.00",
    )
    written = page.read_text(encoding="utf-8")
    assert written.count("<svg") == 1 and "troncature" in written and "<script" not in written


def test_one_dossier_is_shown_day_by_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert confronted(tmp_path, THEIRS, "--dossier", "tronqué") == 1
    assert "du 4 au 6 janvier 2025  0,51  0,50" in normalise(capsys.readouterr().out)
    given = [
        "confronter",
        str(tmp_path / "lecteurs.parquet"),
        str(tmp_path / "eux.parquet"),
        "--regles",
        str(tmp_path / "regles"),
    ]
    assert main([*given, "--dossier", "même", "--coeurs", "1"]) == 0
    assert "identique" in capsys.readouterr().out


def test_all_three_layouts_say_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Periods in a file, periods and dossiers in a folder, days as a column, their words in full or numbered; in any order."""
    code, by_period = document(tmp_path, capsys, "--causes", "0")
    names = list(dict.fromkeys(one["dossier"] for one in THEIRS))
    folder = tmp_path / "eux"
    folder.mkdir()
    periods(folder, THEIRS[::-1], "jours.parquet")
    pq.write_table(pa.table({"dossier": names[::-1]}), folder / "dossiers.parquet")
    days = [
        [{key: one[key] for key in ("du", "au", "pénalité", "débiteur")} for one in THEIRS if one["dossier"] == name]
        for name in names
    ]
    places = [folder]
    for word in (pa.string(), pa.dictionary(pa.int32(), pa.string())):
        fields = [("du", pa.date32()), ("au", pa.date32()), ("pénalité", pa.decimal128(18, 2)), ("débiteur", word)]
        held = pa.table({"dossier": names, "jours": pa.array(days, pa.list_(pa.struct(fields)))})
        places.append(tmp_path / f"imbriqué {len(places)}.parquet")
        pq.write_table(held, places[-1], row_group_size=2)
    for other in places:
        given = [str(tmp_path / "lecteurs.parquet"), str(other), "--regles", str(tmp_path / "regles"), "--format", "json"]
        assert main(["confronter", *given, "--causes", "0", "--coeurs", "1"]) == code
        assert json.loads(capsys.readouterr().out) == by_period


def test_totals_alone_are_compared_and_nothing_is_not_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, other = readers(tmp_path, READERS), tmp_path / "totaux.parquet"
    names = ["même", "tronqué", "oublié"]
    amounts = pa.array([None, Decimal("1.50"), Decimal("3.00")], pa.decimal128(18, 2))
    pq.write_table(pa.table({"dossier": names, "amende": amounts, "agence": ["a", "b", "c"]}), other)
    given = [str(source), str(other), "--regles", str(rules(tmp_path)), "--coeurs", "1", "--causes", "0", "--format", "json"]
    assert main(["confronter", *given]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["ligne mesurée"] == "amende" and found["états"]["identiques"] == 1 and found["états"]["absents chez eux"] == 3
    assert {one["famille"] for one in found["familles"]} == {"amende : rien chez eux", "amende : moins chez eux"}


def test_the_guide_shows_files_that_are_read() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/guides/confronter.md").read_text(encoding="utf-8"), re.DOTALL)
    trees = [read_yaml(Source("guide", normalise(one)))[0] for one in blocks]
    (verdicts, wrong), (criteria, mistakes) = read_verdicts(trees[0]), read_criteria(trees[1])  # type: ignore[arg-type]
    assert (len(verdicts), wrong, mistakes) == (2, [], [])
    assert criteria is not None and [one.unit for one in criteria.criteria] == ["%", "", "", "€"]


def found_of(
    folder: Path, capsys: pytest.CaptureFixture[str], ours: list[dict[str, Any]], theirs: list[dict[str, Any]]
) -> dict[str, Any]:
    """What the command finds of these."""
    source, other = readers(folder, ours), periods(folder, theirs)
    main(["confronter", str(source), str(other), "--regles", str(rules(folder)), "--coeurs", "1", "--format", "json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    SCHEMA.validate(found)
    return found


def test_a_dossier_that_we_reject_is_counted_whether_they_have_it_or_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_start = reader("a", "2.00", (1, 6, "lecteur")) | {"prêts": [{"début": None, "fin": day(6), "payeur": None}]}
    ours = [without_start, without_start | {"dossier": "b"}, reader("c", "2.00", (1, 6, "lecteur"))]
    found = found_of(tmp_path, capsys, ours, [period("a", 4, 6, "1.00"), period("c", 4, 6, "1.00")])
    assert (found["dossiers"], found["états"]["identiques"], found["états"]["non décidés par nous"]) == (3, 1, 2)
    assert found["par type"]["rejetés"] == {"non décidés par nous": 2}
    assert found["bornes"] == {"dedans": 0, "dehors": [], "sans bornes": 1}


def test_of_those_they_lack_it_is_said_to_whom_we_give_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three days are free: « b » owes nothing, « c » owes three days."""
    ours = [
        reader("a", "2.00", (1, 6, "lecteur")),
        reader("b", "2.00", (1, 3, "lecteur")),
        reader("c", "2.00", (1, 6, "lecteur")),
    ]
    found = found_of(tmp_path, capsys, ours, [period("a", 4, 6, "1.00")])
    assert (found["états"]["absents chez eux"], found["absents chez eux sans rien de nous"]) == (2, 1)
    assert main([*again(tmp_path), "--causes", "0", "--coeurs", "1"]) == 1
    assert "Absents chez eux : 1 sur 2 à qui nous ne donnons rien." in normalise(capsys.readouterr().out)


def test_gaps_one_way_do_not_hide_gaps_the_other_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    criteria = tmp_path / "criteres.yaml"
    criteria.write_text(CRITERIA.format(same="0 %"), encoding="utf-8")
    source = readers(tmp_path, [reader("a", "2.00", (1, 8, "lecteur"))])
    other = periods(tmp_path, [period("a", 4, 5, "2.00"), period("a", 6, 7, "0.00"), period("a", 8, 8, "1.00")])
    given = [
        str(source),
        str(other),
        "--regles",
        str(rules(tmp_path)),
        "--coeurs",
        "1",
        "--causes",
        "0",
        "--criteres",
        str(criteria),
    ]
    assert main(["confronter", *given]) == 1
    told = normalise(capsys.readouterr().out)
    assert "1 dossier, écart 0 €" in told and "4 € ✗ non rempli" in " ".join(told.split()), "2 € more, then 2 € less"


def test_one_odd_dossier_hides_no_cause(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of four, the first is not what a reading gives; the three others are."""
    names = ["a", "b", "c", "d"]
    ours = [reader(name, "1.01", (1, 6, "lecteur")) for name in names]
    theirs = [period(name, 4, 6, "0.30" if name == "a" else "0.50") for name in names]
    (family,) = found_of(tmp_path, capsys, ours, theirs)["familles"]
    assert causes_told(family) == [(["lecture « troncature »"], 3, 4)]


def test_two_departures_together_are_found_once_one_is_found_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """They truncate, and forget the three free days: one dossier shows the first alone, the other both."""
    ours = [reader(name, "1.01", (1, 6, "lecteur")) for name in ("tronqué", "les deux")]
    theirs = [period("tronqué", 4, 6, "0.50"), period("les deux", 1, 6, "0.50")]
    one, other = sorted(found_of(tmp_path, capsys, ours, theirs)["familles"], key=lambda family: len(family["famille"]))
    assert (["lecture « troncature »"], 1, 1) in causes_told(one)
    assert (["lecture « troncature »", "trois-jours-gratuits : exception retirée"], 1, 1) in causes_told(other)


def test_the_same_departures_are_one_attempt_whatever_their_order() -> None:
    assert OURS.mistaken(3).mistaken(1) == OURS.mistaken(1).mistaken(3)
    assert OURS.read("b", "x").read("a", "y") == OURS.read("a", "y").read("b", "x")


FORGOTTEN = ["trois-jours-gratuits : exception retirée"]


@pytest.mark.parametrize(("odd", "found"), [(0, True), (3, True), (6, False)])
def test_a_mistake_is_looked_for_with_other_dossiers_when_the_first_are_odd(
    odd: int, found: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Twice three dossiers lead; those after them do not."""
    (family,) = found_of(tmp_path, capsys, *free_days_forgotten(odd))["familles"]
    assert ((FORGOTTEN, 9 - odd, 9) in causes_told(family)) == found


def test_what_gives_one_family_is_tried_on_the_others(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first six are odd, but a dossier of another family, whose days are of two loans, shows the mistake."""
    ours, theirs = free_days_forgotten(6)
    ours.append(reader("seul", "1.01", (1, 6, "lecteur"), (1, 6, "lecteur")))
    families = found_of(tmp_path, capsys, ours, [*theirs, period("seul", 1, 6, "1.02")])["familles"]
    assert [(FORGOTTEN, 3, 9) in causes_told(families[0]), (FORGOTTEN, 1, 1) in causes_told(families[1])] == [True, True]


def free_days_forgotten(odd: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Nine dossiers whose free days they pay, the first at a rate of no sentence."""
    names = [f"{number:02}" for number in range(9)]
    theirs = [period(name, 1, 3, "0.20" if place < odd else "0.51") for place, name in enumerate(names)]
    return [reader(name, "1.01", (1, 6, "lecteur")) for name in names], theirs + [period(name, 4, 6, "0.51") for name in names]


def causes_told(family: dict[str, Any]) -> list[tuple[list[str], int, int]]:
    """What is changed, of how many dossiers it gives their decision, among how many."""
    return [([each["essai"] for each in one["changements"]], one["accord"], one["essayés"]) for one in family["causes"]]


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(2999, 3000, "99,9 %"), (1, 3000, "0,1 %"), (3000, 3000, "100,0 %"), (0, 3, "0,0 %"), (1, 3, "33,3 %")],
)
def test_a_share_says_all_only_of_all(part: int, whole: int, said: str) -> None:
    assert normalise(share(part, whole)) == said


ODD: dict[str, Callable[[pa.Table], pa.Table]] = {
    "L0115": lambda table: table.append_column("pénalité", table["pénalité"]),
    "L0104": lambda table: table.set_column(0, "dossier", pa.array([[1]])),
    "L0126": lambda table: table.drop_columns(["au"]),
    "L0125": lambda table: table.set_column(2, "au", pa.array([date(9999, 12, 31)])),
    "L0127": lambda table: table.set_column(3, "pénalité", pa.array([Decimal(10**9)], pa.decimal128(18, 2))),
    "L0104 ": lambda table: table.set_column(3, "pénalité", pa.array([0.5])),
    "L0102": lambda table: table.set_column(0, "dossier", pa.array([None], pa.string())),
}


@pytest.mark.parametrize("code", ODD)
def test_odd_periods_are_told(code: str, tmp_path: Path) -> None:
    assert of_periods(tmp_path, ODD[code]) == {code.strip()}


@pytest.mark.parametrize("days", [pa.array(["x"]), pa.array([[1]]), pa.array([None])])
def test_days_that_are_no_periods_are_told(days: pa.Array, tmp_path: Path) -> None:
    place = tmp_path / "imbriqué.parquet"
    pq.write_table(
        pa.table({"dossier": ["a"], "amende": pa.array([Decimal("1.53")], pa.decimal128(18, 2)), "jours": days}), place
    )
    assert told(tmp_path, place) == {"L0104"}


@pytest.mark.parametrize("limit", ["1234567890123456789", "12345678901234567890 %", "٣", "-1", "x"])
def test_a_limit_that_is_no_number_is_told(limit: str, tmp_path: Path) -> None:
    assert criteria(tmp_path, f"    au plus: {limit}\n") == {"Y0106"}


def test_a_verdict_is_someone_s(tmp_path: Path) -> None:
    text = f'verdicts:\n  - famille: "{FAMILY}"\n    {VERDICT.replace("une juriste", chr(34) * 2)}'
    assert of_file(tmp_path, "--verdicts", text) == {"Y0103"}


def test_a_dossier_that_nobody_has_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert confronted(tmp_path, THEIRS, "--dossier", "personne") == 2
    assert "L0108" in capsys.readouterr().err
    assert main([*again(tmp_path), "--dossier", "oublié", "--coeurs", "1"]) == 1
    assert "absent chez eux" in capsys.readouterr().out


@pytest.mark.parametrize("place", [3, 4])
def test_a_column_with_nothing_in_it_is_nothing(place: int, tmp_path: Path) -> None:
    assert of_periods(tmp_path, lambda table: table.set_column(place, PERIODS.names[place], pa.nulls(1))) == set()
