"""A point of an explanation: one thing to say, and the points that say more. Pure data, no layout."""

from dataclasses import dataclass, field
from typing import Literal

Sort = Literal[
    "quantity", "reference", "fact", "parameter", "list", "sentence", "rule", "condition", "set-aside", "note", "subject", "days",
    "reason", "counter",
]  # fmt: skip


@dataclass(slots=True)
class Point:
    """One thing to say. `value` follows the title; `mark` opens a condition; `points` say more."""

    sort: Sort
    title: str
    value: str = ""
    detail: str = ""
    mark: str = ""
    points: list["Point"] = field(default_factory=list)
