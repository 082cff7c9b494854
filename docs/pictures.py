"""Draws the pictures of the documentation from real runs: `python docs/pictures.py` writes docs/images/*.

Run it when the screens change. It computes nothing by itself.
"""

import sys
from contextlib import nullcontext
from io import StringIO
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from unittest.mock import patch

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS.parent / "engine"))

from rich.console import Console  # noqa: E402

from justesse.cli.main import main  # noqa: E402

WIDTH = 104
_FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
    <style>
    .{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: {char_height}px;
        line-height: {line_height}px; font-variant-east-asian: full-width; }}
    {styles}
    </style>
    <defs>
    <clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
    {lines}
    </defs>
    {chrome}
    <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">
    {matrix}
    </g>
    </g>
</svg>
"""


def draw(name: str, arguments: list[str]) -> None:
    """One command, as a person's terminal shows it."""
    console = Console(
        record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor",
        highlight=False, emoji=False, markup=False,
    )  # fmt: skip
    with patch("justesse.cli.decision_screen.output", return_value=nullcontext(console)):
        status = main(arguments)
    if status:
        raise SystemExit(f"{arguments}: {status}")
    title = " ".join(["justesse", *arguments])
    console.save_svg(str(DOCS / "images" / name), title=title, unique_id=Path(name).stem, code_format=_FRAME)


def draw_case(name: str, case: str) -> None:
    """The picture of a case, in the place of the one before."""
    place = DOCS / "images" / name
    place.unlink(missing_ok=True)
    if main(["image", case, "-o", str(place)]):
        raise SystemExit(case)


def draw_letter(name: str, case: str) -> None:
    """The first screen of a letter, as a browser shows it."""
    from playwright.sync_api import sync_playwright

    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "courrier.html"
        if main(["courrier", case, "--vers", str(page), "--le", "2026-03-02"]):
            raise SystemExit(case)
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        screen = browser.new_page(viewport={"width": 820, "height": 1060})
        screen.goto(page.as_uri())
        screen.screenshot(path=DOCS / "images" / name)
        browser.close()


if __name__ == "__main__":
    draw_letter("courrier.png", str(DOCS / "exemples" / "trois_employeurs.yaml"))
    draw_case("dossier.svg", str(DOCS / "exemples" / "trois_employeurs.yaml"))
    draw("calculer.svg", ["calculer", "docs/exemples/trois_employeurs.yaml"])
