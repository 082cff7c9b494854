"""A folder of rules to a checked program: read, declare, parse, lower, order, check. The list of passes is this file.

A program already checked is kept in the user's private cache under the hash of every text it came from.
"""

import contextlib
import io
import pickle
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from justesse import __version__
from justesse.diagnostics.diagnostic import Diagnostic, has_errors, in_order, mistake
from justesse.program.collector import collector_paused
from justesse.program.program import Program
from justesse.text.digest import sha256_of
from justesse.text.positioned_yaml import YamlMistake
from justesse.text.source import LIMIT, Source, Unreadable, normalise, read_text

RULES_LIMIT = 100_000
"""The most bytes of a file of sentences: five times the longest that people review."""

Progress = Callable[[str], None]


def load_program(
    rules: Path, fresh: bool = False, progress: Progress = lambda _: None
) -> tuple[Program | None, list[Diagnostic]]:
    """The program of a folder, or None with the errors; warnings come along either way.

    `fresh` ignores the cache; `progress` is told each step, for people who wait.
    """
    texts, diagnostics = _texts(rules)
    if has_errors(diagnostics):
        return None, in_order(diagnostics)
    place = _cache_place(_hash(texts))
    if not fresh and place is not None:
        kept = _kept(place)
        if kept is not None:
            return kept
    sources = [Source(name, normalise(text)) for name, text in texts]
    result = compile_program(sources, _hash((one.name, one.text) for one in sources), progress)
    if place is not None and result[0] is not None:
        _keep(place, result)
    return result


def compile_program(
    sources: list[Source], fingerprint: str = "", progress: Progress = lambda _: None
) -> tuple[Program | None, list[Diagnostic]]:
    """The program of these texts (rule files `*.regle`, data files `*.yaml`, messages of letters `*.ftl`)."""
    from justesse.program.build import build_program

    with collector_paused():
        program, diagnostics = build_program(sources, progress)
    ordered = in_order(diagnostics)
    if program is None or has_errors(ordered):
        return None, ordered
    program.fingerprint = fingerprint
    return program, ordered


def _texts(rules: Path) -> tuple[list[tuple[str, str]], list[Diagnostic]]:
    """Every text of the folder by its name, as it is, in the order of their paths."""
    if not rules.is_dir():
        return [], [mistake("F0108" if rules.exists() else "F0101", None, chemin=rules)]
    found: list[tuple[str, str]] = []
    diagnostics: list[Diagnostic] = []
    for path in sorted(path for kind in ("regle", "yaml", "ftl") for path in rules.rglob(f"*.{kind}")):
        try:
            limit = RULES_LIMIT if path.suffix == ".regle" else LIMIT
            found.append((str(path.relative_to(rules.parent)), read_text(path, limit)))
        except Unreadable as error:
            diagnostics.append(unreadable(error))
    if not found and not diagnostics:
        diagnostics.append(mistake("F0102", None, chemin=rules))
    return found, diagnostics


def unreadable(error: Unreadable) -> Diagnostic:
    """The diagnostic of a file that could not be read."""
    codes = {"absent": "F0101", "dossier": "F0103", "encodage": "F0104", "trop-grand": "F0105", "refus": "F0106"}
    return mistake(codes[error.reason], None, chemin=error.path, limite=error.limit)


def yaml_diagnostic(one: YamlMistake) -> Diagnostic:
    """A mistake of the YAML reader, coded."""
    return mistake("Y0101", one.span, nature=one.kind, **dict(one.details))


def _hash(texts: Iterable[tuple[str, str]]) -> str:
    return sha256_of(__version__, *(part for name, text in texts for part in (f"\0{name}\0", text)))


def _cache_place(key: str) -> Path | None:
    from justesse.text.cache import modules_stamp, private_cache

    folder = private_cache()
    stamp = modules_stamp("program", "values", "syntax", "text", "diagnostics")
    return folder / f"program-{key[:24]}-{stamp}" if folder is not None else None


class _Pickler(pickle.Pickler):
    """Frozen data is kept as the arguments that make it: read again in half the time that its state, field by field, takes."""

    def reducer_override(self, made: Any) -> Any:
        kind = type(made)
        frozen = is_dataclass(kind) and kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        if not frozen or hasattr(kind, "__post_init__"):
            return NotImplemented
        return kind, tuple(getattr(made, one.name) for one in fields(kind))


def _kept(place: Path) -> tuple[Program | None, list[Diagnostic]] | None:
    try:
        with place.open("rb") as file, collector_paused():
            return pickle.load(file)  # type: ignore[no-any-return]
    except Exception:  # whatever a damaged file makes of reading: what it held is made again
        return None


def _keep(place: Path, result: tuple[Program | None, list[Diagnostic]]) -> None:
    from justesse.text.cache import forget_oldest
    from justesse.text.replaced import replace_file

    made = io.BytesIO()
    _Pickler(made, pickle.HIGHEST_PROTOCOL).dump(result)
    with contextlib.suppress(OSError):
        replace_file(place, made.getvalue())
        forget_oldest(place)
