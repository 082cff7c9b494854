"""Tables that commands keep or write: the decisions of dossiers, made once and kept beside them. Decides nothing itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from justesse.text.digest import sha256_of

if TYPE_CHECKING:
    from justesse.program.program import Program


def kept_decisions(source: Path, rules: Path, program: Program, readings: dict[str, str], processes: int) -> Path:
    """The file of the decisions of these dossiers under these rules and readings, by this engine: from before, or made now."""
    from justesse.batch.engine_stamp import engine_stamp
    from justesse.batch.work import Order
    from justesse.cli.lot import decide_all, open_dossiers

    dossiers = open_dossiers(source, program)
    table = source.resolve()
    folder = table.with_name(f"{table.stem}.decisions")
    taken = tuple(sorted(readings.items()))
    stamp = sha256_of(json.dumps([engine_stamp(), dossiers.stamp(), taken]))
    place = folder / f"{program.fingerprint[:16]}-{stamp[:16]}.parquet"
    if not place.exists():
        folder.mkdir(exist_ok=True)
        decide_all(program, Order(rules, taken, source, place, processes), dossiers)
    return place


def write_table(place: Path, table: Any) -> None:
    """A table in a new file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from justesse.cli.opening import write_bytes

    content = pa.BufferOutputStream()
    pq.write_table(table, content, compression="zstd")
    write_bytes(place, content.getvalue().to_pybytes())
