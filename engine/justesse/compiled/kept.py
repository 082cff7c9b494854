"""The generated Python of a program, kept for the next process: writing and compiling it takes a hundred times a decision.

What is kept stands in the user's private folder (never a shared one: it is run), one file for each set of rules, readings,
engine and Python. Without such a folder nothing is kept, and everything works. Decides nothing.
"""

import contextlib
import marshal
import pickle
import sys
from pathlib import Path

from justesse.compiled.single import Made, Single, made_of
from justesse.program.program import Program
from justesse.text.cache import forget_oldest, modules_stamp, private_cache
from justesse.text.digest import sha256_of

PARTS = ("program", "values", "syntax", "text", "evaluation", "compiled")
"""The parts of the engine that a kernel depends on."""


def kept_single(program: Program, readings: dict[str, str]) -> Single:
    """A program ready to decide under some readings, made by an earlier process or now."""
    place = _place(program, readings)
    made = _read(place) if place is not None else None
    if made is None:
        made = made_of(program, readings)
        if place is not None:
            _keep(place, made)
    return Single(program, readings, made=made)


def _place(program: Program, readings: dict[str, str]) -> Path | None:
    folder = private_cache()
    if folder is None or not program.fingerprint:
        return None
    key = repr((program.fingerprint, sorted(readings.items()), modules_stamp(*PARTS), sys.implementation.cache_tag))
    return folder / f"noyau-{sha256_of(key)[:32]}"


def _read(place: Path) -> Made | None:
    try:
        kernel, code = marshal.loads(place.read_bytes())
        return Made(pickle.loads(kernel), code)
    except Exception:  # whatever a damaged file makes of reading: what it held is made again
        return None


def _keep(place: Path, made: Made) -> None:
    from justesse.text.replaced import replace_file

    with contextlib.suppress(OSError):
        replace_file(place, marshal.dumps((pickle.dumps(made.kernel, pickle.HIGHEST_PROTOCOL), made.code)))
        forget_oldest(place)
