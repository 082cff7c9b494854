"""Peers as processes that take turns: each decides some cases, round after round; medians and quartiles come of it.

First turns, not counted, say how many cases fill a turn. Every line of a case decided for the first time is compared with the
exact one. Knows no peer by name.
"""

import json
import os
import subprocess
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count as endless
from pathlib import Path
from statistics import quantiles
from typing import Any

from tests.benchmarks.peers.exchange import BATCH, LINES, REASONS, SINGLE, Column

TURN = {BATCH: 1.0, SINGLE: 0.25, REASONS: 0.25}
"""The most seconds of a turn, if the cases last."""
FIRST_TURN = {BATCH: 5_000, SINGLE: 40, REASONS: 40}
"""Cases of the first, which is not counted."""
WARM = 4
"""Full turns that are not counted either: a virtual machine compiles what it has seen run."""
_RUNS = endless()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: microseconds a case, with quartiles; cases compared, cases that differ; or why there is none."""

    kind: str
    name: str
    version: str
    median: float = 0.0
    low: float = 0.0
    high: float = 0.0
    compared: int = 0
    different: int = 0
    absent: str = ""


class Stopped(Exception):
    """A peer ended before it answered."""


class Peer:
    """A process that decides what it is asked."""

    def __init__(self, command: Sequence[str], folder: Path, root: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [*command, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root,
            env={**os.environ, "PYTHONPATH": os.pathsep.join((str(root / "engine"), str(root)))},
        )  # fmt: skip
        said = self._heard()
        self.version: str = said["version"]
        self.measures: list[tuple[str, str]] = [(kind, name) for kind, name in said["mesures"]]

    def turn(self, measure: int, first: int, last: int) -> tuple[float, list[Column]]:
        """Seconds that the cases took, and their lines."""
        file = self.folder / f"lignes-{next(_RUNS)}.i64"
        asked = {"mesure": measure, "premier": first, "dernier": last, "fichier": file.name}
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(asked) + "\n")
        self.process.stdin.flush()
        seconds: float = self._heard()["secondes"]
        values = array("q", file.read_bytes())
        file.unlink()
        size = last - first
        return seconds, [values[place * size : (place + 1) * size] for place in range(len(LINES))]

    def close(self) -> None:
        """No more is asked: it ends by itself."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait()

    def _heard(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise Stopped
        said: dict[str, Any] = json.loads(line)
        return said


@dataclass(slots=True)
class Runner:
    """One way that a peer decides, through the rounds: where it is among the cases (`again`: past them all), what differed."""

    peer: Peer
    measure: int
    exact: list[Column]
    size: int = 0
    next: int = 0
    times: list[float] = field(default_factory=list)
    compared: int = 0
    different: int = 0
    again: bool = False
    stopped: bool = False

    def first(self) -> None:
        """Get warm, and find how many cases fill a turn."""
        kind, total = self.peer.measures[self.measure][0], len(self.exact[0])
        self.size = min(FIRST_TURN[kind], total)
        self.turn()
        self.turn()
        self.size = min(max(int(TURN[kind] * 1e6 / self.times[-1]), self.size), total)
        for _ in range(WARM):
            self.turn()
        self.times.clear()
        self.next, self.again = 0, False
        self.compared = self.different = 0

    def turn(self) -> None:
        """The next cases, from the first again when too few are left."""
        if self.next + self.size > len(self.exact[0]):
            self.next, self.again = 0, True
        last = self.next + self.size
        seconds, lines = self.peer.turn(self.measure, self.next, last)
        self.times.append(seconds / self.size * 1e6)
        if not self.again:
            wrong = [map(int.__ne__, said, exact[self.next : last]) for said, exact in zip(lines, self.exact, strict=True)]
            self.different += sum(any(case) for case in zip(*wrong, strict=True))
            self.compared += self.size
        self.next = last

    def row(self) -> Row:
        """What came of it."""
        kind, name = self.peer.measures[self.measure]
        if self.stopped:
            return Row(kind, name, self.peer.version, absent="le programme s'est arrêté en route")
        low, median, high = quantiles(self.times, n=4, method="inclusive")
        return Row(kind, name, self.peer.version, median, low, high, self.compared, self.different)


def run(peers: list[Peer], exact: list[Column], rounds: int) -> list[Row]:
    """Every way of every peer, one after the other, as many times as there are rounds; one that stops has a row that says so."""
    runners = [Runner(peer, measure, exact) for peer in peers for measure in range(len(peer.measures))]
    for number in range(rounds + 1):
        print(f"tour {number} sur {rounds}" if number else "mise en route", file=sys.stderr)
        for one in runners:
            if not one.stopped:
                try:
                    one.turn() if number else one.first()
                except (Stopped, OSError):
                    one.stopped = True
    return [one.row() for one in runners]
