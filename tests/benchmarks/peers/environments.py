"""Where each peer runs: this Python, or an environment of its own, made once under a private folder from pinned versions.

An environment is named by what it is made of, so that a version changed is another one. What cannot be made is said with its
reason, and the measure goes on. Measures nothing.
"""

import hashlib
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.peers.exchange import BATCH, REASONS, SINGLE

PROGRAMS = Path(__file__).parent / "programs"
NODE = "publicodes"


class Absent(Exception):
    """The environment cannot be made here; the words say why."""


@dataclass(frozen=True, slots=True)
class Program:
    """A peer: its name, the file that runs it, how it decides, the command that must be on the machine."""

    name: str
    file: str
    kinds: tuple[str, ...]
    needs: str = ""

    def command(self, folder: Path) -> list[str]:
        """What starts it, its environment made when it is not there."""
        if self.needs and shutil.which(self.needs) is None:
            raise Absent(f"il faut {self.needs}, qui n'est pas sur cette machine")
        if self.file == NODE:
            return ["node", str(_node(folder) / "publicodes.mjs")]
        pins = PROGRAMS / f"{self.file}.txt"
        python = _python(pins, folder) if pins.exists() else sys.executable
        return [python, "-m", f"tests.benchmarks.peers.programs.{self.file}"]


PEERS = (
    Program("Justesse", "ours", (BATCH, SINGLE, REASONS)),
    Program("C à la main, gcc -O3", "hand_c", (BATCH,), "gcc"),
    Program("Python à la main", "hand_python", (SINGLE,)),
    Program("NumPy à la main", "hand_numpy", (BATCH,)),
    Program("OpenFisca-core", "openfisca", (BATCH, SINGLE, REASONS)),
    Program("zen-engine", "zen", (BATCH, SINGLE, REASONS)),
    Program("publicodes", NODE, (SINGLE, REASONS), "npm"),
)


def _python(pins: Path, folder: Path) -> str:
    """The Python of an environment that holds these packages and nothing else."""
    place = folder / f"{pins.stem}-{_digest(pins)}"
    python = place / "bin" / "python"
    if not (place / "fait").exists():
        _done([sys.executable, "-m", "venv", "--clear", str(place)], "l'environnement Python n'a pas pu être créé")
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "-r", str(pins)]
        _done(install, "pip n'a pas pu installer ses paquets")
        (place / "fait").touch()
    return str(python)


def _node(folder: Path) -> Path:
    """A copy of the program beside its packages, as npm wants them."""
    source = PROGRAMS / NODE
    place = folder / f"{NODE}-{_digest(source / 'package.json')}"
    made = (place / "fait").exists()
    shutil.copytree(source, place, dirs_exist_ok=True)
    if not made:
        _done(
            ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", f"--prefix={place}"],
            "npm n'a pas pu installer ses paquets",
        )
        (place / "fait").touch()
    return place


def _digest(pins: Path) -> str:
    return hashlib.sha256(pins.read_bytes()).hexdigest()[:12]


def _done(command: list[str], otherwise: str) -> None:
    """Run to the end; what went wrong is told on the terminal, only its kind is kept."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr.strip()[-2000:], file=sys.stderr)
        raise Absent(otherwise)
