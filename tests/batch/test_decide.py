"""A table is decided as its dossiers are one by one: same cells, whatever the order of records in the table."""

from random import Random
from typing import Any

import pyarrow as pa
import pytest
from tests.batch.table_rows import row_of_case
from tests.compiled.draws import draws
from tests.second_opinion.compare import shipped_program
from tests.share import casebook, share

from justesse.batch.decide import Decider
from justesse.batch.results import MACHINE, row_of_values, values_of_decision
from justesse.batch.schema import RESULT, ROUTE, input_schema, lists_of
from justesse.evaluation.case import read_case
from justesse.evaluation.decide import decide
from justesse.evaluation.facts import Record
from justesse.program.program import Program

Row = dict[str, Any]


@pytest.fixture(scope="module")
def program() -> Program:
    return shipped_program()


@pytest.fixture(scope="module")
def decider(program: Program) -> Decider:
    return Decider(program, {})


def table(program: Program, roots: list[Record], chance: Random) -> pa.RecordBatch:
    """The dossiers as a table, the records of each list out of order."""
    rows = [row_of_case(root, program.declarations, str(number)) for number, root in enumerate(roots)]
    for row in rows:
        for name, _ in lists_of(program.declarations):
            chance.shuffle(row[name])
    return pa.RecordBatch.from_pylist(rows, input_schema(program.declarations))


def by_evaluation(decider: Decider, root: Record, identifier: str) -> Row:
    decision = decide(decider.program, root)
    assert not decision.refusals
    values, left = values_of_decision(decider.program, decision)
    row = row_of_values(decider.program, values, left, decider.cents) | {"dossier": identifier}
    return {name: row.get(name) for name in decider.schema.names if name != ROUTE}


def compare(decider: Decider, roots: list[Record]) -> int:
    """How many were decided in machine code; all are as evaluation says."""
    found = decider.decide(table(decider.program, roots, Random(1)))
    for row in found.rejects.to_pylist():
        refused = [one.code for one in decide(decider.program, roots[int(row["dossier"])]).refusals]
        assert row["code"] in (refused or ("D0111", "D0116")), "drawn backwards, or twice"
    rows = found.results.to_pylist()
    assert len(rows) + found.rejects.num_rows == len(roots)
    routes = [row.pop(ROUTE) for row in rows]
    for row in rows:
        said = by_evaluation(decider, roots[int(row["dossier"])], row["dossier"])
        assert row == normal(said, row), row["dossier"]
    return routes.count(MACHINE)


def normal(said: Row, like: Row) -> Row:
    """What evaluation says, its views that are not there as empty lists."""
    return {name: [] if value is None and like[name] == [] else value for name, value in said.items()}


def test_drawn_dossiers_are_decided_as_one_by_one(decider: Decider) -> None:
    roots = [root for _, root in draws(9_100_000, 250, 10)]
    assert compare(decider, roots) > 150


def test_the_casebook_is_decided_as_one_by_one(decider: Decider) -> None:
    some = share([case for case in casebook() if not case.readings], 10)
    read = [read_case(case.dossier, decider.program.declarations)[0] for case in some]
    roots = [case.root for case in read if case is not None]
    assert compare(decider, roots) > 20


def test_every_row_comes_out_once_in_order(decider: Decider) -> None:
    roots = [root for _, root in draws(9_200_000, 40, 1)]
    rows = table(decider.program, roots, Random(2)).to_pylist()
    rows[3]["arrêts"][0]["début"] = None
    rows[7]["paies"][0]["emploi"] = "un autre"
    rows[5]["dossier"] = None
    rows[11]["emplois"][0]["nom"] = " A"
    rows[11]["paies"] = []
    rows[12]["arrêts"][0]["case cochée"] = "Prolongation"
    rows[9]["dossier"] = "sans arrêt"
    rows[9]["arrêts"] = []
    found = decider.decide(pa.RecordBatch.from_pylist(rows, input_schema(decider.program.declarations)), 100)
    assert [(one["ligne"], one["dossier"], one["code"]) for one in found.rejects.to_pylist()] == [
        (104, "3", "D0104"),
        (106, "", "L0102"),
        (108, "7", "D0115"),
        (113, "12", "D0109"),
    ]
    assert found.results.column("dossier").to_pylist() == [row["dossier"] for n, row in enumerate(rows) if n not in (3, 5, 7, 12)]
    assert set(found.results.column(RESULT).to_pylist()) <= {"décidé", "incomplet", "hors périmètre"}
    assert sum(found.routes.values()) == 36


def test_a_table_is_not_changed_by_the_next_one(decider: Decider, program: Program) -> None:
    """Values go where those of the table before went: what was given back of it stays as it was."""
    tables = [table(program, [root for _, root in draws(9_300_000 + size, size, 1)], Random(3)) for size in (30, 12, 55)]
    found = [decider.decide(one) for one in tables]
    again = [Decider(program, {}).decide(one) for one in tables]
    assert [one.results.to_pylist() for one in found] == [one.results.to_pylist() for one in again]
    assert decider.room is not None and len(decider.room.routes) >= 55
