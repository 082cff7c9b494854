"""What the checker looks for once every sentence is lowered. Each check is one function over the program; order is free."""

from collections.abc import Iterator

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.program.program import Program
from justesse.program.sentences import Sentences
from justesse.syntax import nodes as n


def check_program(program: Program, sentences: Sentences, statements: list[n.Statement]) -> Iterator[Diagnostic]:
    """Every finding."""
    yield from ()
