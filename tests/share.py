"""What long tests share: the casebook, read once a process, and how much of it each takes.

A share of it, or all when `JUSTESSE_TOUT` is set (`make deep`).
"""

import os
from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from justesse.casebook.cases import CaseEntry, read_casebook
from justesse.shipped import folder

T = TypeVar("T")


@cache
def casebook() -> tuple[CaseEntry, ...]:
    """Every case of the shipped casebook."""
    found, diagnostics = read_casebook(folder("rules").parent / "casebook")
    assert not diagnostics
    return tuple(found)


def share(every: Sequence[T], one_in: int) -> Sequence[T]:
    """One element in so many, spread over the whole."""
    return every if os.environ.get("JUSTESSE_TOUT") else every[::one_in]
