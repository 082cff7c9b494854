"""Messages worded in one language: Fluent for sentences and plurals, babel for dates and amounts, from exact values.

The only module that reads Fluent and babel, imported when a letter is made. Figures are the same in every language.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import assert_never

from babel.dates import format_date
from babel.numbers import format_currency
from fluent.runtime import FluentBundle, FluentResource

from justesse.explanation.letter.message import Amount, Argument, Choice, Count, Day, Message, Unsettled, Words
from justesse.explanation.wording import day_text
from justesse.program.letter_words import REFERENCE, SHORT
from justesse.values.calendar import to_date
from justesse.values.numbers import round_half_up

CENT = Fraction(1, 100)
RIGHT_TO_LEFT = frozenset({"ar"})
OPEN, CLOSE = "\ue000", "\ue001"
"""Around a figure that the page sets off; in no sentence."""
_BLANKS = re.compile(r"[ \n]+")


class Unworded(Exception):
    """A message that a language cannot say: the file lacks it, or it cannot be read."""

    def __init__(self, name: str, language: str) -> None:
        super().__init__(f"{language}: {name}")
        self.name = name
        self.language = language


class Wording:
    """One language. `code` is that of its file; `tag` what a page says of it."""

    def __init__(self, code: str, words: str) -> None:
        self.code = code
        self.tag = REFERENCE if code == SHORT else code
        self.direction = "rtl" if self.tag in RIGHT_TO_LEFT else "ltr"
        self.locale = self.tag.replace("-", "_")
        self.bundle = FluentBundle([self.tag], use_isolating=self.direction == "rtl")
        self.bundle.add_resource(FluentResource(words))

    def text(self, one: Message) -> str:
        """A message; in the language that binds, the sentence of the rules when there is one."""
        if one.said and self.code == REFERENCE:
            return _finished(self.typography(_unmarked(one.said)))
        return self.named(one.name, {name: self.value(value) for name, value in one.arguments})

    def named(self, name: str, arguments: Mapping[str, object] | None = None) -> str:
        """A message by its name."""
        pattern = self.bundle.get_message(name).value if self.bundle.has_message(name) else None
        if pattern is None:
            raise Unworded(name, self.code)
        text, mistakes = self.bundle.format_pattern(pattern, dict(arguments or {}))
        if mistakes:
            raise Unworded(name, self.code)
        return self.typography(_BLANKS.sub(" ", str(text)))

    def value(self, one: Argument) -> str | int:
        """An argument in words; a count stays a number, for the plural."""
        match one:
            case Amount(value):
                return f"{OPEN}{self.amount(value)}{CLOSE}"
            case Day(value):
                return self.day(value)
            case Count(value):
                return value
            case Choice(name):
                return self.named(name)
            case Words(text):
                return self.typography(_unmarked(text))
            case Unsettled():
                return self.named("a-etablir")
            case _:
                assert_never(one)

    def day(self, value: int) -> str:
        """« 1er avril 2025 »; other languages as babel writes a full date."""
        if self.tag == REFERENCE:
            return day_text(value)
        return str(format_date(to_date(value), "long", locale=self.locale))

    def amount(self, value: Fraction) -> str:
        """To the cent; « about » when there is more than cents."""
        shown = round_half_up(value, CENT)
        exact = Decimal(shown.numerator) / Decimal(shown.denominator)
        figure = format_currency(exact, "EUR", locale=self.locale, numbering_system="latn")
        return figure if shown == value else self.named("environ", {"montant": figure})

    def typography(self, text: str) -> str:
        """Apostrophes, and in French spaces that no line may break."""
        text = text.replace("'", "’")
        if self.tag != REFERENCE:
            return text
        for sign in ":;!?»%€":
            text = text.replace(f" {sign}", f"\u00a0{sign}")
        return text.replace("« ", "«\u00a0")


def _unmarked(text: str) -> str:
    """What a person wrote cannot set anything off."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def _finished(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
