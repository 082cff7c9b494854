"""Why an evaluation stops: no applicable text, conflict, a missing day of month, a circle. Coded, not worded here."""

from justesse.text.source import Span


class Refusal(Exception):
    """Stops the decision of a case; the driver turns it into a diagnostic."""

    def __init__(self, code: str, span: Span | None = None, /, *related: Span, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.span = span
        self.related = related
        self.details = tuple((key, str(value)) for key, value in details.items())
