"""A page that needs nothing else: its frame, its style, its tables. No script, no network; light or dark as the reader has it.

Knows neither what is told nor how it is counted.
"""

from collections.abc import Iterable
from html import escape

_STYLE = """\
:root { color-scheme: light dark; --line: #8886; --quiet: #666; }
@media (prefers-color-scheme: dark) { :root { --quiet: #aaa; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: right; padding: .3rem 0 .3rem .75rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
thead th { font-weight: 500; color: var(--quiet); } tbody th { font-weight: 400; }
.quiet { color: var(--quiet); } .scroll { overflow-x: auto; }
.great { font-size: 1.6rem; font-weight: 600; }
"""


def whole_page(title: str, body: Iterable[str], style: str = "") -> str:
    """The page of a body, with what its own style adds."""
    return (
        '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}{style}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(part for part in body if part)
        + "\n</main>\n</body>\n</html>\n"
    )


def framed(headings: Iterable[str], rows: str, caption: str = "") -> str:
    """A table that may be wider than the screen."""
    heads = "".join(f'<th scope="col">{one}</th>' for one in headings)
    return f'<div class="scroll"><table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'


def row(name: str, figures: Iterable[str]) -> str:
    """A line of a table under its name."""
    return f'<tr><th scope="row">{escape(name)}</th>' + "".join(f"<td>{one}</td>" for one in figures) + "</tr>"
