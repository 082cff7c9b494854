"""Nothing for axe-core to find on the pages, seen by a browser without network."""

from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from .conftest import Pager, Sent


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = which("chromium")
    assert chromium is not None, "Debian's chromium is missing: make debian"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield made
        made.close()


def violations(browser: Browser, place: Path, width: int) -> list[tuple[str, Any]]:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(place.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = Axe().run(page).response["violations"]
    overflow = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.close()
    assert not overflow, "the page is wider than the screen"
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


@pytest.mark.parametrize(
    ("aid", "short"), [("", False), ("", True), ("ar", False), ("en", False), ("pt-PT", False), ("es", False)]
)
def test_axe_finds_nothing(browser: Browser, example: Sent, page: Pager, tmp_path: Path, aid: str, short: bool) -> None:
    place = tmp_path / "courrier.html"
    place.write_text(page(example, aid, short), encoding="utf-8")
    for width in (1200, 380):
        assert violations(browser, place, width) == []


def test_axe_finds_nothing_on_letters_of_every_kind(browser: Browser, letters: list[Sent], page: Pager, tmp_path: Path) -> None:
    for rank, one in enumerate(letters[1::9]):
        place = tmp_path / f"{rank}.html"
        place.write_text(page(one), encoding="utf-8")
        assert violations(browser, place, 1200) == [], one.name


def test_axe_would_find_something(browser: Browser, tmp_path: Path) -> None:
    place = tmp_path / "faute.html"
    place.write_text("<!doctype html><html><head></head><body><img src='data:,'></body></html>", encoding="utf-8")
    assert {name for name, _ in violations(browser, place, 1200)} >= {"document-title", "html-has-lang", "image-alt"}
