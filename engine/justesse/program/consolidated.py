"""The consolidated codes, as the npm package @socialgouv/legi-data publishes them: article → its versions and their days.

Read from one JSON file, from the folder of the package or from its archive. Knows neither the register nor the rules; keeps
no text of the law.
"""

import json
import re
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.program.register import TextVersion
from justesse.values.calendar import read_day

# How the register may cite each code that the package holds.
CODES = {
    "LEGITEXT000006073189": ("CSS", "code de la sécurité sociale"),
    "LEGITEXT000006072050": ("C. trav.", "code du travail"),
    "LEGITEXT000006072665": ("CSP", "code de la santé publique"),
    "LEGITEXT000022197698": ("CRPM", "C. rur.", "code rural et de la pêche maritime"),
}
LARGEST = 200_000_000
_FILE = re.compile(r"(LEGITEXT\d{12})\.json")
_EPOCH = 719_163  # the day number of 1 January 1970
_DAY = 86_400_000  # milliseconds
_NEVER = 200_000  # days after the epoch: dates past 2500 stand for « no end »


@dataclass(frozen=True, slots=True)
class Consolidated:
    """A code: how the register cites it, the day it was consolidated, « L323-1 » → versions by date."""

    names: tuple[str, ...]
    state: int
    articles: dict[str, tuple[TextVersion, ...]]


class _Unfit(Exception):
    """The content is not a consolidated code; the reason, in French."""


def read_consolidated(path: Path) -> tuple[list[Consolidated], list[Diagnostic]]:
    """Every known code found at a place, or why there is none."""
    try:
        codes = [_code(name, content) for name, content in _contents(path)]
    except _Unfit as error:
        return [], [mistake("F0122", None, chemin=path, raison=error)]
    except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
        return [], [mistake("F0122", None, chemin=path, raison=_reason(path, error))]
    if not codes:
        return [], [mistake("F0122", None, chemin=path, raison="aucun code connu ne s'y trouve")]
    return codes, []


def _reason(path: Path, error: Exception) -> str:
    if not path.exists():
        return "il n'existe pas"
    damaged = not isinstance(error, OSError) or isinstance(error, tarfile.TarError)
    return "ce n'est pas une archive lisible" if damaged else "il ne peut pas être lu"


# --- places ---------------------------------------------------------------------------------------


def _contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """The identifier and the bytes of each code."""
    if path.is_dir():
        for one in sorted(path.rglob("LEGITEXT*.json")):
            yield from _known(one.name, one.stat().st_size, one.read_bytes)
    elif path.suffix == ".json":
        size = path.stat().st_size
        if size > LARGEST:
            raise _Unfit("il est trop grand")
        yield "", path.read_bytes()
    else:
        yield from _archived(path)


def _archived(path: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path, "r:*") as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                yield from _known(Path(member.name).name, member.size, file.read)


def _known(name: str, size: int, read: Any) -> Iterator[tuple[str, bytes]]:
    match = _FILE.fullmatch(name)
    if match and match[1] in CODES and size <= LARGEST:
        yield match[1], read()


# --- content --------------------------------------------------------------------------------------


def _code(identifier: str, content: bytes) -> Consolidated:
    try:
        tree = json.loads(content)
        head = tree["data"]
        names = CODES.get(identifier or head["id"]) or CODES.get(head["cid"])
        if names is None:
            raise _Unfit("ce code n'est pas de ceux que les règles citent")
        return Consolidated(names, _iso(head["dateDebutVersion"]), _articles(tree))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _Unfit("son contenu n'est pas celui d'un code consolidé") from error


def _iso(text: str) -> int:
    day = read_day(text)
    if day is None:
        raise ValueError(text)
    return day


def _articles(tree: dict[str, Any]) -> dict[str, tuple[TextVersion, ...]]:
    """Every article; two of the same number are one, their versions put together."""
    found: dict[str, dict[str, TextVersion]] = {}
    todo = [tree]
    while todo:
        node = todo.pop()
        todo.extend(node.get("children") or ())
        if node["type"] == "article":
            number = article_number(node["data"].get("num") or "")
            found.setdefault(number, {}).update({one.identifier: one for one in _versions(node["data"])})
    return {number: tuple(sorted(some.values(), key=lambda one: one.start)) for number, some in found.items()}


def _versions(article: dict[str, Any]) -> Iterator[TextVersion]:
    """Versions that were in force one day at least."""
    for one in article["articleVersions"]:
        start, end = one["dateDebut"] // _DAY, one["dateFin"] // _DAY
        if end > start:
            yield TextVersion(one["id"], start + _EPOCH, None if end > _NEVER else end + _EPOCH - 1)


def article_number(text: str) -> str:
    """« L. 323-1 », « R*323-1 » → « L323-1 »."""
    return re.sub(r"[\s.*]", "", text)
