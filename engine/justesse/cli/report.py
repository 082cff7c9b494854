"""Diagnostics on the error stream, all of them, a blank line between two. Words and carets come from below."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from justesse.diagnostics.diagnostic import Diagnostic


MOST = 100


def show_diagnostics(diagnostics: Sequence[Diagnostic]) -> None:
    """Every mistake; past a hundred, the rest is counted. Nothing when there is none."""
    if not diagnostics:
        return
    from justesse.diagnostics.wording import full_text  # the words of every mistake: not read by a start without one

    texts = [full_text(one).rstrip() for one in diagnostics[:MOST]]
    if len(diagnostics) > MOST:
        texts.append(f"… et {len(diagnostics) - MOST} autres.")
    print("\n\n".join(texts), file=sys.stderr)


def count(number: int, word: str, plural: str = "") -> str:
    """« 1 erreur », « 2 erreurs »."""
    return f"{number} {word if number < 2 else plural or word + 's'}"
