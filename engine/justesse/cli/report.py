"""Diagnostics on the error stream, all of them, a blank line between two. Words and carets come from below."""

import sys
from collections.abc import Sequence

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.diagnostics.wording import full_text

MOST = 100


def show_diagnostics(diagnostics: Sequence[Diagnostic]) -> None:
    """Every mistake; past a hundred, the rest is counted. Nothing when there is none."""
    if not diagnostics:
        return
    texts = [full_text(one).rstrip() for one in diagnostics[:MOST]]
    if len(diagnostics) > MOST:
        texts.append(f"… et {len(diagnostics) - MOST} autres.")
    print("\n\n".join(texts), file=sys.stderr)


def count(number: int, word: str, plural: str = "") -> str:
    """« 1 erreur », « 2 erreurs »."""
    return f"{number} {word if number < 2 else plural or word + 's'}"
