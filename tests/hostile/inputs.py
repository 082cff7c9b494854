"""The inputs, one by one and the same for a seed: what they are, the bytes, and the command that reads them."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from tests.hostile import constructed, harm, seeds

Kind = Literal["case", "fields", "rules"]
KINDS: tuple[Kind, ...] = ("case", "fields", "rules")
CASE_COMMANDS = ("calculer", "calculer", "calculer", "expliquer", "image")


@dataclass(frozen=True, slots=True)
class Input:
    """`arguments` of the command; `name` says what was done, `kind` what was harmed."""

    kind: Kind
    name: str
    arguments: tuple[str, ...]
    restore: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of rules and the copy in which one file at a time is harmed."""

    sound: Path
    harmed: Path

    def harm(self, chance: Random, suffix: str, blows: dict[str, harm.Blow], kind: Kind) -> Input:
        """One of its files harmed by chance."""
        inside = chance.choice(seeds.files(self.sound, suffix))
        name, content = _harmed(chance, (self.sound / inside).read_text(encoding="utf-8"), blows)
        return self.put(kind, f"{inside}: {name}", inside, content)

    def put(self, kind: Kind, name: str, inside: Path, content: bytes) -> Input:
        """A file replaced, or added; put back when the input has been read."""
        path, sound = _put(self.harmed / inside, content), self.sound / inside

        def restore() -> None:
            if sound.exists():
                shutil.copyfile(sound, path)
            else:
                path.unlink()

        return Input(kind, name, ("verifier", str(self.harmed)), restore)


def inputs(count: int, seed: int, place: Path, sound: Path = seeds.RULES) -> Iterator[Input]:
    """As many inputs, the kinds in turn: first those constructed, then those harmed by chance. Each is on disk when given.

    `sound` is the folder of rules that is copied, then harmed.
    """
    chance = Random(seed)
    folder = Folder(sound, place / "regles")
    shutil.copytree(sound, folder.harmed)
    made = {"case": _cases(chance, place), "fields": _fields(chance, place, folder), "rules": _rules(chance, folder)}
    for number in range(count):
        yield next(made[KINDS[number % len(KINDS)]])


# --- cases --------------------------------------------------------------------------------------------


def _cases(chance: Random, place: Path) -> Iterator[Input]:
    path = place / "dossier.yaml"
    for name, arguments in _not_files(place):
        yield Input("case", name, ("calculer", arguments))
    for name, text in constructed.cases().items():
        yield Input("case", name, ("calculer", str(_put(path, text.encode()))))
    swapped = {"rules as a case": next(seeds.RULES.rglob("*.regle")), "a casebook as a case": seeds.casebook_files()[0]}
    for name, other in swapped.items():
        yield Input("case", name, ("calculer", str(other)))
    while True:
        name, content = _harmed(chance, chance.choice(seeds.case_files()), {**harm.ANY, **harm.YAML})
        yield Input("case", name, (chance.choice(CASE_COMMANDS), str(_put(path, content))))


def _not_files(place: Path) -> Iterator[tuple[str, str]]:
    """Paths that lead to no text."""
    loop, closed, folder = place / "boucle.yaml", place / "ferme.yaml", place / "dossier"
    loop.symlink_to(loop)
    closed.write_text("a: b\n")
    closed.chmod(0)
    folder.mkdir()
    yield from {
        "a folder": str(folder),
        "missing": str(place / "absent.yaml"),
        "a link to itself": str(loop),
        "not readable": str(closed),
        "a device": os.devnull,
        "an endless device": "/dev/zero",
        "a name too long": str(place / ("x" * 5_000)),
        "an empty name": "",
        "a name with NUL": "a\0b",
        "a file as a folder": str(closed / "dossier.yaml"),
        "a name with half a character": "\udce9.yaml",
        "an option as a name": "--",
    }.items()


# --- fields -------------------------------------------------------------------------------------------


def _fields(chance: Random, place: Path, folder: Folder) -> Iterator[Input]:
    """Files of the casebook, one in three of the folder of rules."""
    path, blows = place / "cas.yaml", {**harm.ANY, **harm.YAML}
    for name, text in constructed.fields().items():
        yield folder.put("fields", name, Path("de_plus.yaml"), text.encode())
    for name, text in {**constructed.cases(), "rules": next(seeds.RULES.rglob("*.regle")).read_text()}.items():
        yield Input("fields", f"a casebook: {name}", ("cas", str(_put(path, text.encode()))))
    while True:
        if chance.random() < 1 / 3:
            yield folder.harm(chance, ".yaml", blows, "fields")
        else:
            name, content = _harmed(chance, chance.choice(seeds.casebook_files()).read_text(), blows)
            yield Input("fields", name, ("cas", str(_put(path, content))))


# --- rules --------------------------------------------------------------------------------------------


def _rules(chance: Random, folder: Folder) -> Iterator[Input]:
    for name, text in constructed.rules().items():
        yield folder.put("rules", name, Path("de_plus.regle"), text.encode())
    while True:
        yield folder.harm(chance, ".regle", {**harm.ANY, **harm.RULES}, "rules")


# --- bytes --------------------------------------------------------------------------------------------


def _harmed(chance: Random, text: str, blows: dict[str, harm.Blow]) -> tuple[str, bytes]:
    """One blow, seldom two."""
    names = chance.sample(sorted(blows), 1 if chance.random() < 0.8 else 2)
    content = text.encode()
    for name in names:
        content = blows[name](chance, content.decode("utf-8", "replace"))
    return " + ".join(names), content


def _put(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
