"""Justesse: from legal rules written in French to a decision that explains itself.

The sub-packages are the pipeline, in order: text, values, diagnostics, syntax, program, evaluation, explanation,
casebook, cli. Dependencies run one way only; ARCHITECTURE.md is the map.
"""

__version__ = "0.1.0"
