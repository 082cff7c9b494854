"""What a case and the rules disagree on, in words: the value computed, exactly and as a reader sees it."""

from fractions import Fraction

from justesse.casebook.run import Difference, Outcome
from justesse.diagnostics.wording import full_text
from justesse.explanation.wording import value_text


def computed_text(difference: Difference) -> str:
    """« 3600/73 (≈ 49,32 €/jour) »; just the words when they say it exactly."""
    if difference.type is None:
        return str(difference.computed)
    words = value_text(difference.computed, difference.type)
    if isinstance(difference.computed, Fraction) and words.startswith("≈"):
        exact = f"{difference.computed.numerator} / {difference.computed.denominator}"
        return f"{exact} ({words})"
    return words


def outcome_text(outcome: Outcome, base: str = "") -> str:
    """A case that fails, as lines: each mistake, each difference with its file and line."""
    parts = [full_text(one).rstrip() for one in outcome.problems]
    for one in outcome.differences:
        where = f"{base}{one.span.source.name}:{one.span.line}"
        parts.append(f"{where} : {one.subject}, {one.name}\n  attendu : {one.expected}\n  calculé : {computed_text(one)}")
    return "\n".join([f"{outcome.case.identifier} : {outcome.case.title}", *parts])
