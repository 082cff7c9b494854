"""Pieces of Markdown that every page uses: cells, dates, links to rules and to the texts on Légifrance."""

import html
import re
from typing import Any

from justesse.program.register import CitedText, TextVersion, registered
from justesse.values.calendar import iso_day

_ARTICLE = "https://www.legifrance.gouv.fr/codes/article_lc/"
KINDS = {"rule": "règle", "exception": "exception", "lift": "levée d'exception"}


def cell(text: str) -> str:
    """A text that cannot break the table it stands in; its quotation marks hold to their words."""
    return html.escape(text, quote=False).replace("|", "\\|").replace("\n", " ").replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def count(number: int, word: str, plural: str = "") -> str:
    """« 1 règle », « 2 règles »; « aucune » is the caller's."""
    return f"{number} {word if number < 2 else plural or word + 's'}"


def interval(validity: Any) -> str:
    """« selon la date de référence à compter du 2025-04-01 »."""
    start = f" à compter du {iso_day(validity.start)}" if validity.start is not None else ""
    end = f" jusqu'au {iso_day(validity.end)}" if validity.end is not None else ""
    return f"selon {validity.words}{start}{end}"


def source_link(source: str, register: dict[str, CitedText]) -> str:
    """A citation with a link to each version of its text, the latest under its name."""
    text = registered(source, register)
    linked = [one for one in text.versions if one.identifier.startswith("LEGIARTI")] if text else []
    if not linked:
        return cell(source)
    older = ", ".join(version_link(one) for one in reversed(linked[:-1]))
    last = linked[-1]
    return f'[{cell(source)}]({_ARTICLE}{last.identifier} "{_since(last)}")' + (f" (avant : {older})" if older else "")


def text_link(text: CitedText) -> str:
    """A text, linked to its latest version."""
    linked = [one for one in text.versions if one.identifier.startswith("LEGIARTI")]
    return f"[{cell(text.name)}]({_ARTICLE}{linked[-1].identifier})" if linked else cell(text.name)


def version_link(version: TextVersion) -> str:
    """The version of a text, by the day it starts."""
    return f'[{iso_day(version.start)}]({_ARTICLE}{version.identifier} "{_since(version)}")'


def _since(version: TextVersion) -> str:
    return f"version du {iso_day(version.start)}, {version.identifier}"


def text_order(name: str) -> tuple[object, ...]:
    """The order in which a lawyer looks for texts: laws, then decrees, by number; other texts after the codes."""
    article = re.match(r"(.+) art\. ([LRD])\. (\d+(?:-\d+)*)", name)
    if article is None:
        return (1, name)
    return (0, article[1], "LRD".index(article[2]), [int(one) for one in article[3].split("-")], name)
