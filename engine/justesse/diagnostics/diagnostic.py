"""A mistake as a value: what, where, with which details. Its French words are in the catalogue.

Passes return lists of these and never stop at the first one. Nothing here prints or formats for a screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from justesse.text.source import Span

Severity = Literal["erreur", "avertissement"]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """`code` is a key of the catalogue; `details` fill its sentences; `span` is None for a whole file or folder."""

    code: str
    span: Span | None
    details: tuple[tuple[str, str], ...] = ()
    severity: Severity = "erreur"
    related: tuple[Span, ...] = ()

    def place(self) -> tuple[str, int, int]:
        """The order in which a reader meets it: file, line, column."""
        return (self.span.source.name, self.span.line, self.span.column) if self.span else ("", 0, 0)


def mistake(code: str, span: Span | None, /, *related: Span, **details: object) -> Diagnostic:
    """An error; the work cannot go on with what it names."""
    return Diagnostic(code, span, tuple((key, str(value)) for key, value in details.items()), "erreur", related)


def caution(code: str, span: Span | None, /, *related: Span, **details: object) -> Diagnostic:
    """A warning; the work goes on."""
    filled = tuple((key, str(value)) for key, value in details.items())
    return Diagnostic(code, span, filled, "avertissement", related)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Without repeats: errors first, then warnings, each in the order of places."""
    return sorted(dict.fromkeys(diagnostics), key=lambda one: (one.severity != "erreur", *one.place(), one.code))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of them is an error."""
    return any(one.severity == "erreur" for one in diagnostics)
