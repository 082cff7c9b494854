"""A table of dossiers decided: in machine code where it can be, in Python past its numbers, by evaluation for the rest.

Every row comes out once, decided or rejected with the reason; none is dropped, none approximated. Reads and writes no file.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

import pyarrow as pa
import pyarrow.compute as pc

from justesse.batch.columns import Columns
from justesse.batch.intake import Intake
from justesse.batch.plain import Whole
from justesse.batch.results import EVALUATION, MACHINE, PYTHON, Row, row_of_values, values_of_decision
from justesse.batch.rows import case_of_row, row_at
from justesse.batch.schema import CASE_KIND, IDENTIFIER, REJECTS, ROUTE, cents_of, result_schema
from justesse.compiled.columns import plan_of
from justesse.compiled.kernel import kernel_of
from justesse.compiled.native import Found, native_of
from justesse.compiled.single import Left, Single, Values
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.wording import message_of
from justesse.evaluation.decide import decide
from justesse.program.program import Program

_PAST_NUMBERS = (2, 3, 4)
"""Why a kernel leaves a dossier that Python, whose numbers have no limit, decides all the same."""


@dataclass(slots=True)
class Decided:
    """What became of a table: `results` and `rejects` hold each of its rows once, in order."""

    results: pa.Table
    rejects: pa.Table
    routes: Counter[str] = field(default_factory=Counter)


class Decider:
    """Decides tables under some readings. One for each process: it holds the memory of a kernel, and the room of its values."""

    def __init__(self, program: Program, readings: dict[str, str]) -> None:
        self.program, self.readings = program, readings
        kernel = kernel_of(program, readings)
        self.native = native_of(program, kernel)
        self.schema = result_schema(program, kernel)
        self.cents = cents_of(program, kernel)
        self.room: Found | None = None
        if self.native is not None:
            self.memory = self.native.memory()
            self.intake = Intake(self.native, plan_of(program, kernel.names))
            self.columns = Columns(self.native, self.schema)

    @cached_property
    def single(self) -> Single:
        """Generated Python, made when it is first needed."""
        return Single(self.program, self.readings)

    def decide(self, table: pa.RecordBatch, first_row: int = 0) -> Decided:
        """The decisions of a table laid out as `schema.input_schema`; `first_row`: the number of its first row, from 0."""
        if self.native is None:
            return self._together(None, [], self._others(table, dict.fromkeys(range(table.num_rows), 2), first_row))
        taken = self.intake.take(table)
        self.room = found = self.native.decide(self.memory, taken.block, self.native.room(taken.block, self.room))
        fast, decided = self.columns.table(taken.block, found, _names(table, taken.kept), taken.labels)
        places = taken.kept[decided].tolist()
        codes = dict.fromkeys(range(table.num_rows), 0) | dict(zip(taken.kept.tolist(), found.routes, strict=False))
        for place in places:
            del codes[place]
        return self._together(fast, places, self._others(table, codes, first_row))

    # --- one by one --------------------------------------------------------------------------------------

    def _others(self, table: pa.RecordBatch, codes: dict[int, int], first_row: int) -> "list[tuple[int, Row | None, Row | None]]":
        """(place, result, reject) of the rows that columns do not decide; `codes` says why."""
        found, names = [], table.column(IDENTIFIER).cast(pa.string())
        for place, code in codes.items():
            row = row_at(table, place)
            unread = _rejected(first_row + place, names[place].as_py() or "", [mistake("L0114", None)])
            found.append((place, *(self._one(row, first_row + place, code) if row is not None else (None, unread))))
        return found

    def _one(self, row: Row, number: int, code: int) -> "tuple[Row | None, Row | None]":
        case, diagnostics = case_of_row(row, self.program.declarations)
        identifier = row.get(IDENTIFIER)
        if identifier is None:
            return None, _rejected(number, "", [mistake("L0102", None, nom=IDENTIFIER)])
        if case is None:
            return None, _rejected(number, str(identifier), diagnostics)
        if code in _PAST_NUMBERS:
            values = self.single.values(case.root)
            if not isinstance(values, Left):
                return self._row(row, PYTHON, values, []), None
        decision = decide(self.program, case.root, self.readings)
        if decision.refusals:
            return None, _rejected(number, str(identifier), decision.refusals)
        return self._row(row, EVALUATION, *values_of_decision(self.program, decision)), None

    def _row(self, row: Row, route: str, values: Values, left: list[str]) -> Row:
        """What was decided, with the columns given back as they came."""
        kind = row.get(CASE_KIND)
        names = {IDENTIFIER: str(row[IDENTIFIER]), CASE_KIND: None if kind is None else str(kind), ROUTE: route}
        return names | row_of_values(self.program, values, left, self.cents)

    # --- together ----------------------------------------------------------------------------------------

    def _together(self, fast: pa.Table | None, places: list[int], others: "list[tuple[int, Row | None, Row | None]]") -> Decided:
        """All the rows, in the order in which they came."""
        made = [(place, row) for place, row, _ in others if row is not None]
        slow = pa.Table.from_pylist([row for _, row in made], self.schema)
        results = slow if fast is None else pa.concat_tables([fast, slow])
        if made and places:
            came = pa.array([*places, *(place for place, _ in made)])
            results = results.take(pc.sort_indices(came))
        rejects = pa.Table.from_pylist([row for _, _, row in others if row is not None], REJECTS)
        routes = Counter({MACHINE: len(places)}) + Counter(row[ROUTE] for _, row in made)
        return Decided(results, rejects, routes)


def _names(table: pa.RecordBatch, kept: Whole) -> dict[str, pa.Array]:
    """The columns given back as they came, of the rows kept."""
    places, nothing = pa.array(kept), pa.nulls(len(kept), pa.string())
    there = [name for name in (IDENTIFIER, CASE_KIND) if name in table.schema.names]
    return {CASE_KIND: nothing} | {name: table.column(name).cast(pa.string()).take(places) for name in there}


def _rejected(number: int, identifier: str, diagnostics: list[Diagnostic]) -> Row:
    """The first mistake, with its place, and how many others there are."""
    first = diagnostics[0]
    place = f"{first.span.source.name} : " if first.span is not None else ""
    more = f" (et {len(diagnostics) - 1} autres)" if len(diagnostics) > 1 else ""
    return _reject(number, identifier, first.code, f"{place}{message_of(first)}{more}")


def _reject(number: int, identifier: str, code: str, reason: str) -> Row:
    return {"ligne": number + 1, IDENTIFIER: identifier, "code": code, "motif": reason}
