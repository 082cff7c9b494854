"""The register beside a consolidated code: articles whose version in force, versions or days are no longer the same.

Says what differs; what follows from it for a rule is for a person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from justesse.program.consolidated import Consolidated, article_number
from justesse.program.register import CitedText, TextVersion

Kind = Literal["in-force", "unknown-version", "other-version", "start", "end", "missing"]
_CITATION = re.compile(r"(.+?) art\. ([A-Z]\.? ?\*?[\d-]+(?:-[A-Z])?)")


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference of one text: a version, or a day, on each side."""

    text: CitedText
    kind: Kind
    registered: TextVersion | None
    published: TextVersion | None


def comparable(register: dict[str, CitedText], codes: list[Consolidated]) -> list[tuple[CitedText, Consolidated, str]]:
    """The texts of the register that are articles of these codes."""
    by_name = {name.lower(): code for code in codes for name in code.names}
    found = []
    for text in register.values():
        match = _CITATION.fullmatch(text.name)
        code = by_name.get(match[1].lower()) if match else None
        if match and code is not None:
            found.append((text, code, article_number(match[2])))
    return found


def left_aside(register: dict[str, CitedText], codes: list[Consolidated]) -> list[str]:
    """The articles of codes that are not there."""
    compared = {text.name for text, _, _ in comparable(register, codes)}
    return [name for name in register if _CITATION.fullmatch(name) and name not in compared]


def differences(register: dict[str, CitedText], codes: list[Consolidated], day: int | None = None) -> list[Difference]:
    """What differs on a day, that of the consolidation when none is given; in the order of the register."""
    return [
        one
        for text, code, number in comparable(register, codes)
        for one in _of_text(text, code.articles.get(number), code.state if day is None else day, code.state)
    ]


def _of_text(text: CitedText, published: tuple[TextVersion, ...] | None, day: int, state: int) -> Iterator[Difference]:
    if published is None:
        if text.versions:
            yield Difference(text, "missing", in_force(text.versions, day), None)
        return
    ours, theirs = in_force(text.versions, day), in_force(published, day)
    later = ours is not None and ours.start > state
    changed = not later and (ours.identifier if ours else "") != (theirs.identifier if theirs else "")
    if changed:
        yield Difference(text, "in-force", ours, theirs)
    told = {one.identifier for one in (ours, theirs) if one and changed}
    yield from (one for one in _versions(text, published, state) if not _about(one, told))


def _about(one: Difference, identifiers: set[str]) -> bool:
    """Whether a difference of versions only repeats that the version in force has changed."""
    found = one.published or one.registered
    return one.kind in ("unknown-version", "other-version") and found is not None and found.identifier in identifiers


def _versions(text: CitedText, published: tuple[TextVersion, ...], state: int) -> Iterator[Difference]:
    """Versions of the years that the register tells, and their days; the register may know what came after the code."""
    ours = {one.identifier: one for one in text.versions}
    first = min((one.start for one in text.versions), default=0)
    for one in published:
        known = ours.get(one.identifier)
        if known is None and one.start >= first:
            yield Difference(text, "unknown-version", None, one)
        elif known is not None and known.start != one.start:
            yield Difference(text, "start", known, one)
        elif known is not None and _end(known, text.versions) != one.end and one.end is not None:
            yield Difference(text, "end", known, one)
    theirs = {one.identifier for one in published}
    for one in text.versions:
        if one.identifier not in theirs and one.start <= state:
            yield Difference(text, "other-version", one, None)


def in_force(versions: tuple[TextVersion, ...], day: int) -> TextVersion | None:
    """The last version that had begun, unless it has ended."""
    begun = [one for one in versions if one.start <= day and (one.end is None or one.end >= day)]
    return max(begun, key=lambda one: one.start, default=None)


def _end(version: TextVersion, versions: tuple[TextVersion, ...]) -> int | None:
    """The end as written, else the eve of the next version."""
    if version.end is not None:
        return version.end
    return min((one.start - 1 for one in versions if one.start > version.start), default=None)
