"""The text of a kernel being written: lines, depth, fresh names. Knows no node."""

from collections.abc import Iterator
from contextlib import contextmanager


class Text:
    """Lines of one function; `depth` is where the next one goes."""

    def __init__(self, depth: int = 1) -> None:
        self.lines: list[str] = []
        self.depth = depth
        self.names = 0

    def line(self, statement: str) -> None:
        """One statement."""
        self.lines.append("    " * self.depth + statement)

    def fresh(self, letter: str = "v") -> str:
        """A name that nothing else has in this function."""
        self.names += 1
        return f"{letter}{self.names}"

    def named(self, expression: str) -> str:
        """A fresh name for the value of an expression; a name or a whole number stays what it is."""
        if expression.isidentifier() or expression.lstrip("-").isdigit():
            return expression
        name = self.fresh()
        self.line(f"{name} = {expression}")
        return name

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """What is under a head; « pass » when nothing is written there."""
        self.line(f"{head}:")
        self.depth += 1
        written = len(self.lines)
        yield
        if len(self.lines) == written:
            self.line("pass")
        self.depth -= 1
