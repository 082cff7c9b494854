"""The shape of compiled meanings, shared by the modules that make them."""

from collections.abc import Callable
from typing import Any

from justesse.program.core import Core

Env = tuple[object, ...]
"""The subject of the case, then the subjects, then one element for each enclosing list or day."""
Meaning = Callable[[Any, Env], object]
"""(evaluator, environment) → value."""
Compile = Callable[[Core], Meaning]
"""What turns an operand into its meaning."""
