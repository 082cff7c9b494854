"""What long tests share: the casebook, read once a process, and how much of it each takes.

A share of it, another whenever rules or engine change; all when `JUSTESSE_TOUT` is set (`make deep`). `JUSTESSE_PART` chooses the
share, to see a failure again.
"""

import hashlib
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


@cache
def part() -> int:
    """A number that is the same wherever the same rules and the same engine are tested."""
    chosen = os.environ.get("JUSTESSE_PART")
    if chosen:
        return int(chosen)
    found, rules = hashlib.sha256(), folder("rules")
    for path in sorted([*rules.rglob("*.regle"), *(rules.parent / "engine").rglob("*.py")]):
        found.update(path.read_bytes())
    return int(found.hexdigest()[:8], 16)


def share(every: Sequence[T], one_in: int) -> Sequence[T]:
    """One element in so many, spread over the whole."""
    return every if os.environ.get("JUSTESSE_TOUT") else every[part() % one_in :: one_in]
