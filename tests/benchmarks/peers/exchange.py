"""What a peer and the measure say to each other: columns of 64-bit integers in files, one line of JSON a request.

A peer prepares some cases as it likes them, decides them (only this is timed), then gives its lines in hundredths. Standard
library only: peers run this in environments of their own. Nothing here knows the rules.
"""

import json
import sys
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any, TypeAlias

BATCH, SINGLE, REASONS = "lot", "un", "raisons"
"""Many cases at once; one at a time; one at a time, with why."""
LINES = ("droit", "jours", "journaliere", "brut", "csg", "crds", "net")
"""What each case gives: yes or no as 1 or 0, days and euros in hundredths."""
Column: TypeAlias = "array[int]"


@dataclass(frozen=True, slots=True)
class Cases:
    """The facts of the cases, in the order of the measure, and the hourly minimum wage: first days and hundredths."""

    columns: dict[str, Column]
    starts: list[int]
    wages: list[int]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(next(iter(self.columns.values())))

    def rows(self, first: int, last: int) -> list[tuple[int, ...]]:
        """Some cases, each with its facts in order."""
        return list(zip(*(column[first:last] for column in self.columns.values()), strict=True))

    def slices(self, first: int, last: int) -> list[Column]:
        """The columns of some cases."""
        return [column[first:last] for column in self.columns.values()]


@dataclass(frozen=True, slots=True)
class Measure:
    """One way that a peer decides: what it makes ready beforehand, the work, its lines read afterwards."""

    kind: str
    name: str
    prepare: Callable[[int, int], Any]
    decide: Callable[[Any], Any]
    lines: Callable[[Any], Sequence[Sequence[int]]]


def write_cases(folder: Path, cases: Cases) -> None:
    """The files that every peer reads."""
    for place, column in enumerate(cases.columns.values()):
        (folder / f"{place}.i64").write_bytes(column.tobytes())
    described = {"faits": list(cases.columns), "smic": [cases.starts, cases.wages]}
    (folder / "cas.json").write_text(json.dumps(described), encoding="utf-8")


def read_cases(folder: Path) -> Cases:
    """The same, read again."""
    described = json.loads((folder / "cas.json").read_text(encoding="utf-8"))
    columns = {name: array("q", (folder / f"{place}.i64").read_bytes()) for place, name in enumerate(described["faits"])}
    return Cases(columns, *described["smic"])


def serve(version: str, measures: Callable[[Cases], list[Measure]]) -> None:
    """Be a peer: say what can be measured, then decide what is asked until nothing more is."""
    folder = Path(sys.argv[1])
    known = measures(read_cases(folder))
    _say({"version": version, "mesures": [[one.kind, one.name] for one in known]})
    for line in sys.stdin:
        asked = json.loads(line)
        one = known[asked["mesure"]]
        given = one.prepare(asked["premier"], asked["dernier"])
        started = perf_counter()
        made = one.decide(given)
        seconds = perf_counter() - started
        (folder / asked["fichier"]).write_bytes(b"".join(array("q", line).tobytes() for line in one.lines(made)))
        _say({"secondes": seconds})


def _say(words: dict[str, object]) -> None:
    print(json.dumps(words), flush=True)
