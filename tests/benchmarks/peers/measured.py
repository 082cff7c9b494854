"""What a run measured, kept as JSON: the machine, the rows of the peers, the costs by size. The page is made of it.

Measures nothing, words nothing but the names it was given.
"""

import json
import os
import platform
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.peers.running import Row
from tests.benchmarks.peers.sizes import Cost


@dataclass(frozen=True, slots=True)
class Machine:
    """Where it was measured; `load`: processes that wanted to run when it began, ours aside."""

    processor: str
    cores: int
    system: str
    python: str
    load: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A run."""

    date: str
    machine: Machine
    cases: int
    rounds: int
    rows: list[Row]
    costs: list[Cost]


def this_machine() -> Machine:
    """As the system describes it."""
    return Machine(_processor(), os.cpu_count() or 1, _system(), platform.python_version(), round(os.getloadavg()[0], 1))


def write(measured: Measured, place: Path) -> None:
    """Keep a run."""
    place.write_text(json.dumps(asdict(measured), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(place: Path) -> Measured:
    """A run that was kept."""
    said = json.loads(place.read_text(encoding="utf-8"))
    rows, costs = [Row(**one) for one in said.pop("rows")], [Cost(**one) for one in said.pop("costs")]
    return Measured(machine=Machine(**said.pop("machine")), rows=rows, costs=costs, **said)


def _processor() -> str:
    described = Path("/proc/cpuinfo")
    lines = described.read_text(encoding="utf-8").splitlines() if described.exists() else []
    named = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"
