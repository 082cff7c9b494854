"""Rules of a few lines with a population, and what each mistake of a table makes `justesse` say. For tests of several folders."""

import contextlib
import io
import re
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from justesse.batch.flat import flattened
from justesse.cli.main import main

RULES = {
    "00.regle": """\
vocabulaire : « Prêts ».

fiche lecteur (lecteurs), sujet du dossier :
  - les pages, un montant en €, au moins 0 ;
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.

on calcule pour chaque lecteur :
  - la lecture, un montant en €.

décision :
  - pour chaque lecteur : la lecture.
""",
    "01.regle": """\
texte : « Lecture ».

règle temps-de-lecture (source : règlement art. 1) :
  pour tout lecteur, la lecture du lecteur est égale à 2 × pages du lecteur.
""",
}
POPULATION = """\
population: des lecteurs
lois:
  - nom: pages lues
    classes:
      1 à 9: 1
    source: aucune
    statut: hypothèse
  - nom: jour
    entre: 2025-01-01 à 2025-12-31
    source: aucune
    statut: hypothèse
types:
  - nom: un prêt
    part: 100 %
    avec:
      arrivée: loi jour
    dossier:
      lecteur:
        pages: = loi pages lues
      prêts:
        - début: = arrivée
          fin: = arrivée + 3 jours
"""


def rules(folder: Path, population: str = POPULATION) -> Path:
    """A folder of rules."""
    place = folder / "regles"
    place.mkdir(exist_ok=True)
    for name, text in RULES.items():
        (place / name).write_text(text, encoding="utf-8")
    if population:
        (place / "population.yaml").write_text(population, encoding="utf-8")
    return place


def table(folder: Path, count: int = 30) -> Path:
    """A table drawn from the rules."""
    place = folder / "lecteurs.parquet"
    assert main(["population", str(count), str(place), "--regles", str(rules(folder)), "--coeurs", "1"]) == 0
    return place


def said(*arguments: str) -> set[str]:
    """The codes that a command shows."""
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        assert main(list(arguments)) == 2
    return set(re.findall(r"\b[A-Z]\d{4}\b", told.getvalue()))


def decided(folder: Path, source: Path) -> set[str]:
    target = folder / "lectures.parquet"
    found = said("lot", str(source), str(target), "--regles", str(rules(folder)), "--coeurs", "1")
    assert not target.exists()
    return found


def changed(folder: Path, change: Callable[[pa.Table], pa.Table]) -> set[str]:
    place = table(folder)
    pq.write_table(change(pq.read_table(place)), place)
    return decided(folder, place)


# --- one a code -------------------------------------------------------------------------------------------


def no_table(folder: Path) -> set[str]:
    (folder / "texte.parquet").write_text("dossier;pages\n", encoding="utf-8")
    return decided(folder, folder / "texte.parquet")


def no_identifier(folder: Path) -> set[str]:
    return changed(folder, lambda found: found.drop_columns(["dossier"]))


def unknown_column(folder: Path) -> set[str]:
    return changed(folder, lambda found: found.rename_columns(["prets" if one == "prêts" else one for one in found.schema.names]))


def floating(folder: Path) -> set[str]:
    place = 0

    def change(found: pa.Table) -> pa.Table:
        nonlocal place
        place = found.schema.names.index("pages")
        return found.set_column(place, "pages", found["pages"].cast(pa.float64()))

    return changed(folder, change)


def other_rules(folder: Path) -> set[str]:
    """A run stopped after its first block, then other rules."""
    place, target = table(folder), folder / "lectures.parquet"
    given = ["lot", str(place), str(target), "--coeurs", "1", "--bloc", "10", "--regles", str(folder / "regles")]
    stop_after(1, given)
    text = (folder / "regles" / "01.regle").read_text(encoding="utf-8")
    (folder / "regles" / "01.regle").write_text(text.replace("2 × pages", "3 × pages"), encoding="utf-8")
    return said(*given)


def stop_after(blocks: int, given: list[str]) -> None:
    """A run that is killed once some blocks are done."""
    from justesse.batch import work

    decide, done = work._Worker.decide, []

    def until(worker: work._Worker, first: int, block: pa.RecordBatch) -> dict[str, object]:
        if len(done) == blocks:
            raise KeyboardInterrupt
        done.append(first)
        return decide(worker, first, block)

    with patch.object(work._Worker, "decide", until), contextlib.redirect_stderr(io.StringIO()):
        assert main(given) == 130


def no_library(folder: Path) -> set[str]:
    place = table(folder)
    with patch.dict("sys.modules", {"pyarrow.parquet": None}):
        return said("lot", str(place), str(folder / "lectures.parquet"))


def incomplete(folder: Path) -> set[str]:
    return said("lot")


def nobody(folder: Path) -> set[str]:
    return said("lot", str(table(folder)), "--dossier", "personne", "--regles", str(folder / "regles"))


def no_population(folder: Path) -> set[str]:
    return said("population", "3", str(folder / "table.parquet"), "--regles", str(rules(folder, "")))


def twice_a_date(folder: Path) -> set[str]:
    return said("population", "--lois", "--regles", str(rules(folder, POPULATION.replace("arrivée + 3 jours", "arrivée × 2"))))


def other_fact(folder: Path) -> set[str]:
    return said("population", "--lois", "--regles", str(rules(folder, POPULATION.replace("  pages: =", "  page: ="))))


def no_such_line(folder: Path) -> set[str]:
    source, place = table(folder), str(folder / "regles")
    return said("reforme", place, place, str(source), "--montant", "nulle part", "--selon", "lecture", "--coeurs", "1")


def other_engine(folder: Path) -> set[str]:
    """A job that comes from another engine than that of the machine it reaches."""
    from justesse.batch.spark import Refused, Shipment, decider_of

    with pytest.raises(Refused) as refused:
        decider_of(Shipment(b"", (), "another"))
    return {one.code for one in refused.value.diagnostics}


def no_such_day(folder: Path) -> set[str]:
    """A row sent back, in the file of rejects."""
    place, target = table(folder), folder / "lectures.parquet"
    found = pq.read_table(place)
    far = pa.array([2**31 - 1] * found.num_rows, pa.int32()).cast(pa.date32())
    loans = pa.StructArray.from_arrays([far, far], ["début", "fin"])
    lists = pa.ListArray.from_arrays(pa.array(range(found.num_rows + 1), pa.int32()), loans)
    pq.write_table(found.set_column(found.schema.names.index("prêts"), "prêts", lists), place)
    assert main(["lot", str(place), str(target), "--regles", str(folder / "regles"), "--coeurs", "1"]) == 0
    return set(pq.read_table(folder / "lectures.rejets.parquet")["code"].to_pylist())


def both_ways(folder: Path) -> set[str]:
    place, target = table(folder), folder / "lectures.parquet"
    found = pq.read_table(place)
    rows = [{**row, "inconnus": ["pages"]} for row in found.to_pylist()]
    pq.write_table(pa.Table.from_pylist(rows, found.schema), place)
    assert main(["lot", str(place), str(target), "--regles", str(folder / "regles"), "--coeurs", "1"]) == 0
    return set(pq.read_table(folder / "lectures.rejets.parquet")["code"].to_pylist())


def same_column(folder: Path) -> set[str]:
    return changed(folder, lambda found: found.append_column("pages", found["pages"]))


def two_at_once(folder: Path) -> set[str]:
    from justesse.batch.opening import opened
    from justesse.batch.work import Order, alone, begun
    from justesse.program.load import load_program

    place, target = table(folder), folder / "lectures.parquet"
    program, _ = load_program(folder / "regles")
    assert program is not None
    order = Order(folder / "regles", (), place, target, block=10_000)
    dossiers, _ = opened(place, program.declarations)
    assert dossiers is not None and begun(order, program.fingerprint, dossiers) == []
    with alone(order) as free:
        assert free
        return said("lot", str(place), str(target), "--regles", str(folder / "regles"), "--coeurs", "1")


def killed(folder: Path) -> set[str]:
    from concurrent.futures.process import BrokenProcessPool

    from justesse.batch import work

    with patch.object(work, "decided", side_effect=BrokenProcessPool):
        return decided(folder, table(folder))


def twice_the_same(folder: Path) -> set[str]:
    place = table(folder)
    found = pq.read_table(place)
    pq.write_table(pa.concat_tables([found, found]), place)
    rules_ = str(folder / "regles")
    return said("reforme", rules_, rules_, str(place), "--montant", "lecture", "--selon", "lecture", "--coeurs", "1")


def flat(folder: Path) -> Path:
    """The drawn table as flat ones."""
    nested = pq.read_table(table(folder))
    place = folder / "tables"
    place.mkdir()
    for name, rows in flattened(nested, ["prêts"]):
        pq.write_table(rows, place / name)
    return place


def of_nobody(folder: Path) -> set[str]:
    place = flat(folder) / "prets.parquet"
    loans = pq.read_table(place)
    owners = pa.array([*loans["dossier"].to_pylist()[:-1], "99"])
    pq.write_table(loans.set_column(0, "dossier", owners), place)
    return decided(folder, place.parent)


def in_another_order(folder: Path) -> set[str]:
    place = flat(folder) / "prets.parquet"
    pq.write_table(pq.read_table(place).take(list(range(29, -1, -1))), place)
    return decided(folder, place.parent)


def among_the_tables(folder: Path) -> set[str]:
    place = flat(folder)
    return said("lot", str(place), str(place / "lectures.parquet"), "--regles", str(folder / "regles"), "--coeurs", "1")


def of_no_list(folder: Path) -> set[str]:
    place = flat(folder) / "prets.parquet"
    place.rename(place.with_name("pret.parquet"))
    return decided(folder, place.parent)


SITUATIONS: dict[str, Callable[[Path], set[str]]] = {
    "L0101": no_table,
    "L0102": no_identifier,
    "L0103": unknown_column,
    "L0104": floating,
    "L0105": other_rules,
    "L0106": no_library,
    "L0107": incomplete,
    "L0108": nobody,
    "L0109": no_population,
    "L0110": twice_a_date,
    "L0111": other_fact,
    "L0112": no_such_line,
    "L0114": no_such_day,
    "L0115": same_column,
    "L0116": two_at_once,
    "L0117": killed,
    "L0118": twice_the_same,
    "L0119": both_ways,
    "L0113": other_engine,
    "L0120": of_nobody,
    "L0121": in_another_order,
    "L0122": of_no_list,
    "L0123": among_the_tables,
}
