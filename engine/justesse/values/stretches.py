"""Stretches of days that follow one another and say the same, made one. Knows nothing of what they say."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

Stretch = TypeVar("Stretch", bound=Any)
"""A frozen dataclass with a `first` and a `last` day."""


def joined(found: Iterable[Stretch], said: Callable[[Stretch], object]) -> Iterator[Stretch]:
    """The same stretches, in order; `said` is what must be equal for two neighbours to be one."""
    last: Stretch | None = None
    for one in found:
        if last is not None and last.last + 1 == one.first and said(last) == said(one):
            last = replace(last, last=one.last)
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last
