"""How much a long test takes of what it could: a share of it, or all when `JUSTESSE_TOUT` is set (`make deep`)."""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def share(every: Sequence[T], one_in: int) -> Sequence[T]:
    """One element in so many, spread over the whole."""
    return every if os.environ.get("JUSTESSE_TOUT") else every[::one_in]
