"""What a build gives: the three functions of a kernel as machine code, whoever compiled them. Compiles nothing."""

import ctypes
from collections.abc import Callable
from dataclasses import dataclass

_WHOLE, _PLACE = ctypes.c_int64, ctypes.c_void_p


@dataclass(frozen=True, slots=True)
class Built:
    """Functions that hold no lock while they run."""

    memory_size: Callable[..., int]
    """How many bytes the memory of a thread has."""
    calendar: Callable[..., int]
    """Called once, before the others: a memory or none, the lengths of months, how many, the first day of all."""
    decide: Callable[..., int]
    """A memory, the first dossier, the one after the last, the arrays given: where it stopped."""
    holder: object
    """What the functions live in, for as long as they may be called."""


def built_at(address: Callable[[str], int], holder: object) -> Built:
    """The functions, by where they are."""
    return Built(
        ctypes.CFUNCTYPE(_WHOLE)(address("memory_size")),
        ctypes.CFUNCTYPE(_WHOLE, _PLACE, _PLACE, _WHOLE, _WHOLE)(address("calendar")),
        ctypes.CFUNCTYPE(_WHOLE, _PLACE, _WHOLE, _WHOLE, _PLACE)(address("decide")),
        holder,
    )
