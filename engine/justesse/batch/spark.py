"""A Spark frame of dossiers decided by the machines that hold its rows: one row in, one row out, decided or rejected.

Rules are opened and checked once, where the job starts; the checked program travels with it, so that every machine decides by
the same rules and none needs their folder. How rows are spread changes nothing of what comes out. Reads and writes no table.
"""

import pickle
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
from pyspark.sql import DataFrame

from justesse.batch.decide import Decided, Decider
from justesse.batch.engine_stamp import engine_stamp
from justesse.batch.opening import mistakes
from justesse.batch.schema import IDENTIFIER, RESULT, WORDS, result_schema, said
from justesse.compiled.kernel import kernel_of
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.diagnostics.wording import full_text
from justesse.program.load import load_program
from justesse.program.program import Program
from justesse.program.readings import unknown_readings
from justesse.shipped import folder

REJECTED = "rejeté"
CODE, REASON = "code du rejet", "motif du rejet"
_OPEN = 4
"""Rules under some readings that a process keeps ready: a session rarely goes to and fro between more."""


class Refused(ValueError):
    """Rules, readings or columns that nothing can be decided with; its text says why, in French."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__("\n\n".join(full_text(one).rstrip() for one in diagnostics))
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Shipment:
    """What travels to every machine: a checked program and its readings, and the stamp of the engine that checked it."""

    program: bytes
    readings: tuple[tuple[str, str], ...]
    engine: str


def decided(frame: DataFrame, rules: Path | str | None = None, readings: Mapping[str, str] | None = None) -> DataFrame:
    """The decisions of dossiers laid out as `schema.input_schema`, by these rules (none: those shipped) in these readings.

    The columns are those of `schema.result_schema`, then `CODE` and `REASON`, filled where the result is `REJECTED`.
    """
    program, chosen = _opened(rules), dict(readings or {})
    columns = frame.limit(0).toArrow().schema
    found = [*unknown_readings(chosen.items(), program), *mistakes(columns, program.declarations)]
    if found:
        raise Refused(found)
    shipment = Shipment(pickle.dumps(program, pickle.HIGHEST_PROTOCOL), tuple(sorted(chosen.items())), engine_stamp())
    schema = all_rows(result_schema(program, kernel_of(program, chosen)))

    def decide(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        decider = decider_of(shipment)
        for batch in batches:
            yield from _rows(decider.decide(batch), schema).to_batches()

    return frame.mapInArrow(decide, frame.sparkSession.createDataFrame(schema.empty_table()).schema)


def _opened(rules: Path | str | None) -> Program:
    program, diagnostics = load_program(folder("rules") if rules is None else Path(rules))
    if program is None:
        raise Refused(diagnostics)
    return program


# --- on every machine -------------------------------------------------------------------------------------


@lru_cache(maxsize=_OPEN)
def decider_of(shipment: Shipment) -> Decider:
    """What decides in this process, opened once for all the batches and tasks that come to it."""
    if shipment.engine != engine_stamp():
        raise Refused([mistake("L0113", None)])
    return Decider(pickle.loads(shipment.program), dict(shipment.readings))


# --- together ---------------------------------------------------------------------------------------------


def all_rows(results: pa.Schema) -> pa.Schema:
    """The columns of the rows that are decided and of those that are not, where only the identifier and the result stand."""
    always = (IDENTIFIER, RESULT)
    known = [one.with_nullable(one.name not in always) for one in results]
    code = pa.field(CODE, WORDS, metadata=said("code", "pourquoi le dossier n'est pas décidé ; vide : il l'est"))
    return pa.schema([*known, code, pa.field(REASON, WORDS, metadata=said("texte", "la même raison, en une phrase"))])


def _rows(found: Decided, schema: pa.Schema) -> pa.Table:
    """Decisions, then rejects. The number of a row is left out: here rows have no order."""
    rejects = found.rejects.drop_columns(["ligne"]).rename_columns([IDENTIFIER, CODE, REASON])
    rejects = rejects.append_column(RESULT, pa.repeat(REJECTED, rejects.num_rows))
    return pa.concat_tables([found.results, rejects], promote_options="default").select(schema.names).cast(schema)
