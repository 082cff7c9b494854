"""Tables that are odd in one thing each, over small rules: what columns let through is what the reader of cases would say."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from justesse.batch.decide import Decider
from justesse.batch.opening import mistakes
from justesse.batch.results import row_of_values, values_of_decision
from justesse.batch.rows import case_of_row
from justesse.batch.schema import ROUTE, input_schema
from justesse.evaluation.decide import decide
from justesse.program.load import load_program

Row = dict[str, Any]
LOANS = [
    {"nom": name, "début": date(2025, 1, day), "fin": date(2025, 1, 20), "genre": "roman"}
    for day, name in ((1, "roman"), (2, "a"))
]
PLAIN: Row = {"dossier": "1", "pages": Decimal(3), "prêts": LOANS, "cartes": []}


def cards(*some: tuple[str, str]) -> list[Row]:
    return [{"nom": name, "couleur": colour, "émission": date(2025, 1, day)} for day, (name, colour) in enumerate(some, 1)]


def with_loan(**more: object) -> list[Row]:
    return [{**LOANS[0], **more}, LOANS[1]]


@pytest.fixture(scope="module")
def decider() -> Decider:
    program, diagnostics = load_program(Path(__file__).parent / "lecteurs")
    assert program is not None, diagnostics
    return Decider(program, {})


def judged(decider: Decider, row: Row) -> tuple[str, Row | str]:
    """What the reader of cases and evaluation say of a row."""
    case, diagnostics = case_of_row(row, decider.program.declarations)
    if case is None:
        return "rejected", diagnostics[0].code
    values, left = values_of_decision(decider.program, decide(decider.program, case.root))
    said = row_of_values(decider.program, values, left, decider.cents)
    return "decided", {name: value for name, value in said.items() if name != ROUTE}


def found(decider: Decider, table: pa.RecordBatch) -> list[tuple[str, Row | str]]:
    """What a table of one row says."""
    out = decider.decide(table)
    assert out.results.num_rows + out.rejects.num_rows == table.num_rows
    names = [one for one in decider.schema.names if one not in ("dossier", "type de cas", ROUTE)]
    rows = [("decided", {name: row[name] for name in names}) for row in out.results.to_pylist()]
    return [*rows, *(("rejected", row["code"]) for row in out.rejects.to_pylist())]


ODD: dict[str, Row] = {
    "a name that rules speak of": {},
    "a name that none speaks of": {"cartes": cards(("x", "vert"))},
    "a name given as a literal": {"cartes": cards(("x", "rouge"), ("y", "rouge"))},
    "a link of the subject": {"favori": "a"},
    "a link of the subject to nothing": {"favori": "zz"},
    "two records of one name": {"cartes": cards(("x", "rouge"), ("x", "vert"))},
    "a quotient past 64 bits": {"pages": Decimal("400000000000.00")},
    "the largest number": {"pages": Decimal("9999999999999.99")},
    "below the least": {"pages": Decimal("-0.01")},
    "finer than a cent": {"pages": Decimal("1.005")},
    "a period backwards": {"prêts": with_loan(fin=date(2024, 1, 1))},
    "a choice that is none": {"prêts": with_loan(genre="poème")},
    "a choice with another apostrophe": {"prêts": with_loan(genre=" roman ")},
    "a required fact that is missing": {"prêts": with_loan(début=None)},
    "an unknown fact that has no name": {"inconnus": [None]},
    "no pages": {"pages": None},
    "no list": {"prêts": None},
}


@pytest.mark.parametrize("odd", ODD)
def test_a_row_is_as_its_case(decider: Decider, odd: str) -> None:
    row = {**deepcopy(PLAIN), **ODD[odd]}
    schema = input_schema(decider.program.declarations)
    wide = schema.set(schema.get_field_index("pages"), pa.field("pages", pa.decimal128(30, 6)))
    assert found(decider, pa.RecordBatch.from_pylist([row], wide)) == [judged(decider, row)]


def test_a_decimal_of_any_scale_is_the_same_number(decider: Decider) -> None:
    schema = input_schema(decider.program.declarations)
    for kind in (pa.decimal128(38, 18), pa.decimal128(38, 30), pa.decimal128(9, 0), pa.int8(), pa.int64()):
        wide = schema.set(schema.get_field_index("pages"), pa.field("pages", kind))
        assert found(decider, pa.RecordBatch.from_pylist([PLAIN], wide)) == [judged(decider, PLAIN)], kind


REFUSED: dict[str, Callable[[pa.Schema], pa.Schema]] = {
    "floating point": lambda one: one.set(one.get_field_index("pages"), pa.field("pages", pa.float64())),
    "whole numbers past 63 bits": lambda one: one.set(one.get_field_index("pages"), pa.field("pages", pa.uint64())),
    "decimals of hundreds": lambda one: one.set(one.get_field_index("pages"), pa.field("pages", pa.decimal128(9, -2))),
    "dates as texts": lambda one: one.set(one.get_field_index("prêts"), pa.field("prêts", pa.string())),
    "a column twice": lambda one: one.append(one.field("pages")),
}


@pytest.mark.parametrize("change", REFUSED)
def test_a_column_that_would_make_us_guess_is_refused(decider: Decider, change: str) -> None:
    declared = decider.program.declarations
    assert list(mistakes(input_schema(declared), declared)) == []
    assert list(mistakes(REFUSED[change](input_schema(declared)), declared))


def test_what_says_nothing_may_be_of_no_type(decider: Decider) -> None:
    declared = decider.program.declarations
    nulls = pa.schema([("dossier", pa.int32()), ("pages", pa.int64()), ("inconnus", pa.null()), ("favori", pa.null())])
    assert list(mistakes(nulls, declared)) == []
    row = {"dossier": 1, "pages": 3}
    assert found(decider, pa.RecordBatch.from_pylist([row], nulls)) == [judged(decider, row)]
