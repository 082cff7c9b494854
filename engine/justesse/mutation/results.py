"""What a run found, kept as JSON: who noticed each mutant, so that the next run asks that case first.

A run of some of the mutants leaves what is known of the others. Times and machines are not kept: same rules, same file.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from justesse.mutation.hunt import Result
from justesse.mutation.mutants import Mutant
from justesse.text.replaced import replace_file


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that no case notices, as a reader needs it."""

    name: str
    file: str
    line: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class Score:
    """Mutants run, killed, signed as equivalent. Those that the check of the rules refuses are not counted."""

    mutants: int = 0
    killed: int = 0
    signed: int = 0

    @property
    def percent(self) -> int:
        """The part that is killed or signed, rounded down; all of nothing is 100."""
        return 100 * (self.killed + self.signed) // self.mutants if self.mutants else 100

    def __add__(self, other: "Score") -> "Score":
        return Score(self.mutants + other.mutants, self.killed + other.killed, self.signed + other.signed)


def score_of(results: Collection[Result], signed: Collection[str]) -> Score:
    """The score of some results."""
    counted = [one for one in results if one.fate != "mort-né"]
    killed = sum(one.fate == "tué" for one in counted)
    return Score(len(counted), killed, sum(one.fate == "survivant" and one.name in signed for one in counted))


def survivors(mutants: Sequence[Mutant], results: Collection[Result], signed: Collection[str]) -> list[Survivor]:
    """The survivors that nobody signed, in the order of the mutants."""
    left = {one.name for one in results if one.fate == "survivant"} - set(signed)
    return [Survivor(one.name, one.file, one.line, one.excerpt) for one in mutants if one.name in left]


def document(fingerprint: str, mutants: Sequence[Mutant], results: Collection[Result], before: dict[str, Any]) -> dict[str, Any]:
    """The file of a run, with what a run before knew of the mutants left aside."""
    fates = {one.name: one for one in results}
    known = before.get("mutants", {})
    entries = {}
    for one in mutants:
        if one.name in fates:
            fate = fates[one.name]
            place = {"fichier": one.file, "ligne": one.line, "phrase": one.excerpt}
            entries[one.name] = {"sort": fate.fate, "cas": fate.killer, "comment": fate.how, **place}
        elif one.name in known:
            entries[one.name] = known[one.name]
    return {"règles": fingerprint, "mutants": entries}


def write(path: Path, written: dict[str, Any]) -> None:
    """One file, its folder made when it is not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode())


def read(path: Path) -> dict[str, Any] | None:
    """The file of the last run; None when there is none, or when it is not one."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("mutants"), dict) else None


def killers(found: dict[str, Any] | None) -> dict[str, str]:
    """Who noticed each mutant last time."""
    return {name: entry["cas"] for name, entry in (found or {"mutants": {}})["mutants"].items() if entry.get("cas")}


def survivors_of(found: dict[str, Any], signed: Collection[str]) -> list[Survivor]:
    """The survivors of the last run that nobody signed."""
    return [
        Survivor(name, entry["fichier"], entry["ligne"], entry["phrase"])
        for name, entry in found["mutants"].items()
        if entry["sort"] == "survivant" and name not in signed
    ]
