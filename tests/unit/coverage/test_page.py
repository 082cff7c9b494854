"""The page: self-contained, well formed, its tables titled, nothing said by colour alone."""

import re
from html.parser import HTMLParser

import pytest

from justesse.coverage.page import page

from .conftest import Covered, loan

RULE = """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si la nature du prêt est « renouvellement ».
"""
VOID = {"meta"}


class Shape(HTMLParser):
    """The elements met, and whether each is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.met: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def text(covered: Covered) -> str:
    return page(covered(RULE, loan(), shows="un prêt tardif"))


def test_the_page_is_well_formed_and_its_tables_have_captions_and_scopes(text: str) -> None:
    shape = Shape()
    shape.feed(text)
    tags = [tag for tag, _ in shape.met]
    assert shape.open == [] and tags.count("table") == tags.count("caption") > 3
    assert all(attributes.get("scope") in ("col", "row") for tag, attributes in shape.met if tag == "th")
    assert ("html", {"lang": "fr"}) in shape.met


def test_every_link_has_its_place_once(text: str) -> None:
    anchors = re.findall(r' id="([^"]*)"', text)
    assert len(anchors) == len(set(anchors)) and set(re.findall(r'href="#([^"]*)"', text)) <= set(anchors)


def test_nothing_comes_from_elsewhere(text: str) -> None:
    assert not re.search(r"https?:|<script|<link|src=|url\(", text)


def test_a_mark_always_has_its_word_and_a_gap_its_situation(text: str) -> None:
    assert set(re.findall(r'class="state">([^<]*)<', text)) == {"✓ couvert", "✗ manque"}
    assert "Un cas où “la nature du prêt est «\u00a0renouvellement\u00a0»” est vrai." in text
