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


def inputs(count: int, seed: int, place: Path) -> Iterator[Input]:
    """As many inputs, the kinds in turn: first those constructed, then those harmed by chance. Each is on disk when given."""
    chance = Random(seed)
    rules = place / "regles"
    shutil.copytree(seeds.RULES, rules)
    made = {"case": _cases(chance, place), "fields": _fields(chance, place, rules), "rules": _rules(chance, rules)}
    for number in range(count):
        yield next(made[KINDS[number % len(KINDS)]])


# --- cases --------------------------------------------------------------------------------------------


def _cases(chance: Random, place: Path) -> Iterator[Input]:
    path = place / "dossier.yaml"
    for name, arguments in _not_files(place):
        yield Input("case", name, ("calculer", arguments))
    for name, text in constructed.cases().items():
        yield Input("case", name, ("calculer", str(_put(path, text.encode()))))
    swapped = {"rules as a case": seeds.RULES / seeds.rule_files()[0], "a casebook as a case": seeds.casebook_files()[0]}
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
        "a folder": str(folder), "missing": str(place / "absent.yaml"), "a link to itself": str(loop), "not readable": str(closed), "a device": os.devnull,
        "an endless device": "/dev/zero", "a name too long": str(place / ("x" * 5_000)), "an empty name": "", "a name with NUL": "a\0b",
        "a file as a folder": str(closed / "dossier.yaml"), "a name with half a character": "\udce9.yaml", "an option as a name": "--",
    }.items()  # fmt: skip


# --- fields -------------------------------------------------------------------------------------------


def _fields(chance: Random, place: Path, rules: Path) -> Iterator[Input]:
    """Files of the casebook, one in three of the folder of rules."""
    path = place / "cas.yaml"
    for name, text in constructed.fields().items():
        yield _in_folder("fields", name, rules, Path("parametres") / "de_plus.yaml", text.encode())
    for name, text in {**constructed.cases(), "rules": seeds.RULES.joinpath(seeds.rule_files()[0]).read_text()}.items():
        yield Input("fields", f"a casebook: {name}", ("cas", str(_put(path, text.encode()))))
    while True:
        if chance.random() < 1 / 3:
            shipped = chance.choice(seeds.data_files())
            name, content = _harmed(chance, (seeds.RULES / shipped).read_text(), {**harm.ANY, **harm.YAML})
            yield _in_folder("fields", f"{shipped}: {name}", rules, shipped, content)
        else:
            name, content = _harmed(chance, chance.choice(seeds.casebook_files()).read_text(), {**harm.ANY, **harm.YAML})
            yield Input("fields", name, ("cas", str(_put(path, content))))


# --- rules --------------------------------------------------------------------------------------------


def _rules(chance: Random, rules: Path) -> Iterator[Input]:
    for name, text in constructed.rules().items():
        yield _in_folder("rules", name, rules, Path("maladie") / "de_plus.regle", text.encode())
    while True:
        shipped = chance.choice(seeds.rule_files())
        name, content = _harmed(chance, (seeds.RULES / shipped).read_text(), {**harm.ANY, **harm.RULES})
        yield _in_folder("rules", f"{shipped}: {name}", rules, shipped, content)


def _in_folder(kind: Kind, name: str, rules: Path, inside: Path, content: bytes) -> Input:
    """A file of the folder of rules replaced, or added; put back when the input has been read."""
    path, shipped = _put(rules / inside, content), seeds.RULES / inside

    def restore() -> None:
        if shipped.exists():
            shutil.copyfile(shipped, path)
        else:
            path.unlink()

    return Input(kind, name, ("verifier", str(rules)), restore)


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
