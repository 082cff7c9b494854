"""A command that cannot go on, with every mistake that explains it; the entry point shows them and exits with 2."""

from collections.abc import Iterable

from justesse.diagnostics.diagnostic import Diagnostic


class Stopped(Exception):
    """Raised by commands only; below the command line, mistakes are values."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        super().__init__("stopped")
        self.diagnostics = list(diagnostics)
