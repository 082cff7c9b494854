"""The fifteen rules in C written by hand (`fifteen.c`), built with gcc -O3 for this machine."""

import ctypes
import subprocess
import tempfile
from array import array
from pathlib import Path

from tests.benchmarks.peers.exchange import BATCH, Cases, Column, Measure, serve

SOURCE = Path(__file__).parents[2] / "fifteen.c"


def measures(cases: Cases) -> list[Measure]:
    """Whole columns only."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "hand.so"
        subprocess.run(["gcc", "-O3", "-march=native", "-shared", "-fPIC", "-o", str(made), str(SOURCE)], check=True)
        library = ctypes.CDLL(str(made))
    wages = [array("q", cases.starts), array("q", cases.wages)]

    def decide(given: tuple[list[Column], list[Column]]) -> list[Column]:
        columns, out = given
        pointers = [_pointers(columns), _pointers(out), _pointers(wages)]
        library.decide(*pointers, ctypes.c_int64(len(wages[0])), ctypes.c_int64(len(columns[0])))
        return out

    def prepare(first: int, last: int) -> tuple[list[Column], list[Column]]:
        return cases.slices(first, last), [array("q", bytes(8 * (last - first))) for _ in range(7)]

    return [Measure(BATCH, "C à la main, gcc -O3", prepare, decide, lambda out: out)]


def _pointers(some: list[Column]) -> ctypes.Array:  # type: ignore[type-arg]
    return (ctypes.c_void_p * len(some))(*[one.buffer_info()[0] for one in some])


def _version() -> str:
    said = subprocess.run(["gcc", "-dumpfullversion"], capture_output=True, text=True, check=True)
    return f"gcc {said.stdout.strip()}"


if __name__ == "__main__":
    serve(_version(), measures)
