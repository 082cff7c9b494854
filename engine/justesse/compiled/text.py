"""The text of a kernel being written: lines, depth, fresh names, what is already known on the way here. Knows no node.

What is written at some depth is seen by all that follows at that depth or deeper, until the text comes back out: that is
dominance, by indentation. So an expression that was named, and cannot have changed, is not written twice.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_WORD = re.compile(r"[A-Za-z_]\w*")
_LASTING = re.compile(
    r"a\d+|N\d+[GFLO]?|F\d+_\d+|M\d+E?|[CHSY]\d+|L|NA|FIRSTS|MONTH_OF|FIRST_MONTH|FIRST_OF_ALL|if|else|and|or|not"
    r"|january_1|shifted|within|rounded|truncated|at\d+|V\d+[ES]?|R\d+F"
)
"""What keeps its value while a dossier is decided: subjects, facts, tables, what is computed once or without memory, and what
was decided of a day: the place of its run, its first day and its values; only the last day of a run may come later."""


class Text:
    """Lines of one function; `depth` is where the next one goes."""

    def __init__(self, depth: int = 1) -> None:
        self.lines: list[str] = []
        self.depth = depth
        self.names = 0
        self._settled: set[str] = set()
        """Names that have the only value they will have (in a loop: in this turn)."""
        self._known: list[dict[str, Any]] = []
        """For each depth, what was learnt there and is still so."""

    def line(self, statement: str) -> None:
        """One statement; what was learnt deeper is seen no more."""
        del self._known[self.depth + 1 :]
        self.lines.append("    " * self.depth + statement)

    def fresh(self, letter: str = "v") -> str:
        """A name that nothing else has in this function."""
        self.names += 1
        return f"{letter}{self.names}"

    def named(self, expression: str, letter: str = "v") -> str:
        """A name for the value of an expression, the same if it has one; a name or a whole number stays what it is."""
        if expression.isidentifier() or expression.lstrip("-").isdigit():
            return expression
        name = self.known(expression)
        if name is None:
            name = self.fresh(letter)
            self.line(f"{name} = {expression}")
            self.settle(name)
            self.learn(expression, expression, name)
        return str(name)

    # --- what is known -----------------------------------------------------------------------------------

    def settle(self, name: str) -> None:
        """A name has the only value that it will have."""
        self._settled.add(name)

    def learn(self, key: str, of: str, found: Any) -> None:
        """From here on a key stands for what was found, as long as nothing in an expression can change."""
        if all(word in self._settled or _LASTING.fullmatch(word) for word in _WORD.findall(of)):
            while len(self._known) <= self.depth:
                self._known.append({})
            self._known[self.depth][key] = found

    def known(self, key: str) -> Any:
        """What was learnt of a key on the way here, or None."""
        return next((one[key] for one in self._known[: self.depth + 1] if key in one), None)

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
