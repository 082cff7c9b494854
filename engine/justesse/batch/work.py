"""A file of dossiers decided block by block, each block kept as soon as it is done: a run that is stopped goes on where it was.

Beside the file to come stands a folder, « … .en-cours », with a part for each block; the file is made of the parts, at once,
when all are there. A part is written under another name first, and its record last, so that no row is lost or doubled.
Memory holds a few blocks, whatever the size of the file. Prints nothing.
"""

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from justesse.batch.decide import Decider
from justesse.batch.dossiers import Dossiers
from justesse.batch.engine_stamp import engine_stamp
from justesse.batch.schema import REJECTS, RESULT
from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program.load import load_program

BLOCK = 10_000


class Unwritten(Exception):
    """A file that could not be written; its path."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: by which rules and readings, from which file to which, on how many processes."""

    rules: Path
    readings: tuple[tuple[str, str], ...]
    source: Path
    target: Path
    processes: int = 1
    block: int = BLOCK

    @property
    def folder(self) -> Path:
        """Where the parts wait."""
        return self.target.with_name(f"{self.target.name}.en-cours")

    @property
    def rejects(self) -> Path:
        """The file of the rows that could not be decided."""
        return self.target.with_name(f"{self.target.stem}.rejets{self.target.suffix}")


@dataclass(slots=True)
class Tally:
    """How many rows: in all, by result, by route, rejected."""

    rows: int = 0
    results: Counter[str] = field(default_factory=Counter)
    routes: Counter[str] = field(default_factory=Counter)
    rejected: int = 0

    def add(self, done: dict[str, Any]) -> None:
        """Count a block that is done."""
        self.rows += done["lignes"]
        self.results.update(done["résultats"])
        self.routes.update(done["voies"])
        self.rejected += done["rejets"]


def begun(order: Order, fingerprint: str, dossiers: Dossiers) -> list[Diagnostic]:
    """The order written down, in a folder of its own; a mistake when what an earlier run did there was of another."""
    wanted = {
        "moteur": engine_stamp(), "règles": fingerprint, "lectures": dict(order.readings), "entrée": dossiers.stamp(),
        "bloc": order.block,
    }  # fmt: skip
    place = order.folder / "ordre.json"
    if place.exists() and place.read_text(encoding="utf-8", errors="replace") == _text(wanted):
        return []
    if any(order.folder.glob("bloc-*.json")):
        return [mistake("L0105", None, chemin=order.folder)]
    with _writing(order.folder):
        order.folder.mkdir(parents=True, exist_ok=True)
    _write(place, wanted)
    return []


def kept(order: Order) -> Tally:
    """What earlier runs have done of an order; by who is alone at it."""
    _forget_what_was_cut(order)
    tally = Tally()
    for done in _records(order).values():
        tally.add(done)
    return tally


def _forget_what_was_cut(order: Order) -> None:
    """A machine that stops may leave a file cut, whatever the order of writing: its block is done again."""
    for place in order.folder.glob("bloc-*.json"):
        try:
            done = json.loads(place.read_text(encoding="utf-8"))
            held = {"rejets": done["rejets"], "résultats": done["lignes"] - done["rejets"]}
            whole = all(_rows(_place(order, done["première"], what)) == count for what, count in held.items() if count)
        except (ValueError, OSError, pa.ArrowException):
            whole = False
        if not whole:
            place.unlink(missing_ok=True)


def _rows(place: Path) -> int:
    return int(pq.read_metadata(place).num_rows)


def _records(order: Order) -> dict[int, dict[str, Any]]:
    """First row → what was done of the block that begins there."""
    found = (json.loads(one.read_text(encoding="utf-8")) for one in sorted(order.folder.glob("bloc-*.json")))
    return {one["première"]: one for one in found}


@contextmanager
def alone(order: Order) -> Iterator[bool]:
    """Whether no other run is at the same table; the system frees the place of a run that is killed."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:  # a system without such locks
        yield True
        return
    with (order.folder / "en-cours").open("w") as held:
        try:
            flock(held, LOCK_EX | LOCK_NB)
        except OSError:
            yield False
            return
        yield True


# --- going through ------------------------------------------------------------------------------------


def decided(order: Order, dossiers: Dossiers) -> Iterator[dict[str, Any]]:
    """Decide the blocks that are not done yet; the record of each, as it is done."""
    blocks = dossiers.blocks(order.block, {first: done["lignes"] for first, done in _records(order).items()})
    if order.processes == 1:
        worker = _Worker(order)
        yield from (worker.decide(first, block) for first, block in blocks)
        return
    with ProcessPoolExecutor(order.processes, get_context("spawn"), _start, (order,)) as pool:
        yield from _shared(pool, blocks, 2 * order.processes)


def _shared(pool: ProcessPoolExecutor, blocks: Iterator[tuple[int, pa.RecordBatch]], most: int) -> Iterator[dict[str, Any]]:
    """Blocks handed out, never more than `most` at once."""
    waiting: set[Future[dict[str, Any]]] = set()
    for first, block in blocks:
        waiting.add(pool.submit(_decide, first, block))
        if len(waiting) >= most:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            yield from (one.result() for one in done)
    yield from (one.result() for one in waiting)


class _Worker:
    """Decides blocks and keeps what comes out."""

    def __init__(self, order: Order) -> None:
        program, _ = load_program(order.rules)
        assert program is not None
        self.order, self.decider = order, Decider(program, dict(order.readings))

    def decide(self, first: int, block: pa.RecordBatch) -> dict[str, Any]:
        """One block: its parts, then its record."""
        found = self.decider.decide(block, first)
        _part(_place(self.order, first, "résultats"), found.results)
        _part(_place(self.order, first, "rejets"), found.rejects)
        done = {
            "première": first,
            "lignes": block.num_rows,
            "résultats": Counter(found.results.column(RESULT).to_pylist()),
            "voies": found.routes,
            "rejets": found.rejects.num_rows,
        }
        _write(self.order.folder / f"bloc-{first:012}.json", done)
        return done


_workers: list[_Worker] = []


def _start(order: Order) -> None:
    _workers.append(_Worker(order))


def _decide(first: int, block: pa.RecordBatch) -> dict[str, Any]:
    return _workers[0].decide(first, block)


def _place(order: Order, first: int, what: str) -> Path:
    return order.folder / f"{what}-{first:012}.parquet"


def _part(place: Path, table: pa.Table) -> None:
    if table.num_rows:
        beside = place.with_suffix(".tmp")
        with _writing(place):
            pq.write_table(table, beside, compression="zstd")
            os.replace(beside, place)


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False)


def _write(place: Path, document: dict[str, Any]) -> None:
    beside = place.with_suffix(".tmp")
    with _writing(place):
        beside.write_text(_text(document), encoding="utf-8")
        os.replace(beside, place)


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    """Whatever a disk or a library says against writing a file becomes `Unwritten`."""
    try:
        yield
    except (OSError, pa.ArrowException) as error:
        raise Unwritten(str(place)) from error


# --- the end --------------------------------------------------------------------------------------------


def gathered(order: Order, schema: pa.Schema) -> None:
    """The files made of the parts, in the order of rows; then the folder of parts is removed."""
    starts = sorted(_records(order))
    rejects = [_place(order, one, "rejets") for one in starts if _place(order, one, "rejets").exists()]
    if rejects:
        _together(order.rejects, rejects, REJECTS)
    _together(order.target, [_place(order, one, "résultats") for one in starts], schema)
    shutil.rmtree(order.folder, ignore_errors=True)


def _together(target: Path, parts: list[Path], schema: pa.Schema) -> None:
    beside = target.with_name(f"{target.name}.tmp")
    with _writing(target), pq.ParquetWriter(beside, schema, compression="zstd") as writer:
        for part in parts:
            if part.exists():
                writer.write_table(pq.read_table(part, schema=schema))
    with _writing(target):
        os.replace(beside, target)
