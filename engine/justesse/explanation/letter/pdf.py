"""A page printed by WeasyPrint: tagged for screen readers, nothing fetched, no clock; the same page gives the same bytes."""

from justesse.text.digest import sha256_of


class Unprintable(Exception):
    """What printing needs is not on this machine; the argument says what."""


def letter_pdf(page: str) -> bytes:
    """The bytes of the file."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError as error:  # a library of the system is missing
        raise Unprintable(str(error).split("\n")[0]) from error
    identifier = bytes.fromhex(sha256_of(page))[:16]
    nothing = URLFetcher(allowed_protocols=())  # a letter holds everything it shows
    made: bytes = HTML(string=page, url_fetcher=nothing).write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier)
    return made
