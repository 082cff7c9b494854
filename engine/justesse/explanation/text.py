"""The outline as lines of text, or as a tree for a terminal: the same words, indented. Knows layout, not content."""

from collections.abc import Iterator
from typing import Any

from justesse.explanation.point import Point

INDENT = "  "


def lines(points: list[Point], level: int = 0) -> Iterator[str]:
    """Plain lines, two spaces a level."""
    for point in points:
        yield INDENT * level + point_text(point)
        yield from lines(point.points, level + 1)


def text(points: list[Point]) -> str:
    """The whole text."""
    return "\n".join(lines(points))


def point_text(point: Point) -> str:
    """One point on one line."""
    after = f" — {point.detail}" if point.detail else ""
    match point.sort:
        case "sentence":
            return f"« {point.title} »"
        case "rule":
            return f"règle {point.title}{after}"
        case "condition":
            return f"{point.mark} {point.title}" + (f" — {point.value}" if point.value else "")
        case "set-aside":
            return f"· {point.title}, {point.value}" + (f" [{point.detail}]" if point.detail else "")
        case "note":
            return f"→ {point.title}{after}"
        case "days":
            return f"{point.title} — {point.value}"
        case "reason":
            return f"{point.title} ({point.detail})" if point.title else f"règle {point.detail}"
        case "counter":
            return f"compteur « {point.title} » : {point.value}"
        case _:
            return point.title + (f" : {point.value}" if point.value else "") + after


_STYLES = {
    "quantity": "bold", "reference": "bold", "sentence": "italic", "rule": "dim", "set-aside": "dim", "note": "cyan", "fact": "",
    "parameter": "", "list": "", "condition": "", "subject": "bold cyan", "days": "bold", "reason": "", "counter": "dim",
}  # fmt: skip
_MARKS = {"✓": "green", "✗": "red", "?": "yellow", "–": "dim"}


def rich_tree(point: Point) -> Any:
    """The point and those under it as a Rich tree."""
    from rich.tree import Tree

    tree = Tree(_styled(point), guide_style="dim")
    _grow(tree, point.points)
    return tree


def _grow(tree: Any, points: list[Point]) -> None:
    for point in points:
        _grow(tree.add(_styled(point)), point.points)


def _styled(point: Point) -> Any:
    from rich.text import Text

    words = Text(point_text(point), style=_STYLES[point.sort])
    if point.mark:
        words.stylize(_MARKS[point.mark], 0, 1)
    return words
