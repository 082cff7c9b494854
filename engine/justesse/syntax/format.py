"""One layout for every rule file: where lines begin and how they are spaced. The words are the writer's own.

The layout is decided on the parser's tree, which holds every word (the nodes leave out articles and agreement).
Headers on one line, a blank line between statements, two spaces a level, « si » and each bullet on a line of its own; a
comment goes before the statement it precedes or stands in. Never changes what the rules say: a text that would not give
back the same tree, or that holds a mistake, is returned as it was. A vocabulary file keeps its lines.
"""

from collections.abc import Iterable, Iterator, Mapping

from lark import Token, Tree

from justesse.diagnostics.diagnostic import Diagnostic, has_errors
from justesse.syntax.build_expressions import kids, text_of, tokens_of
from justesse.syntax.names import Names
from justesse.syntax.parse import parse_rules, parse_trees
from justesse.syntax.vocabulary import is_vocabulary
from justesse.text.source import Source

WIDTH = 120
_STEP = "  "

# The rules of the grammar whose first word begins a line, then the words that do within a rule; with their depth.
_FIRST_WORD = {"context": 1, "sentence": 1, "notice": 1, "reads": 1, "else_reads": 1, "row": 1, "reading_field": 1}
_WORD_WITHIN = {
    ("sentence", "IF"): 1,
    ("notice", "IF"): 1,
    ("interpretation", "TEXT"): 1,
    ("all_of", "DASH"): 2,
    ("any_of", "DASH"): 2,
    ("extremum", "DASH"): 2,
}
_SUM = ("add", "subtract")
_AROUND_SUM = (*_SUM, "at_most", "at_least", "rounded")


def format_source(source: Source, names: Names) -> tuple[str, list[Diagnostic]]:
    """The text in its layout, and the mistakes that keep it as it was."""
    if is_vocabulary(source):
        return _trimmed(source.text), []
    before, diagnostics = parse_rules(source, names)
    if has_errors(diagnostics):
        return source.text, diagnostics
    text = _file(source, names)
    after, _ = parse_rules(Source(source.name, text), names)
    return (text if after == before else source.text), diagnostics


def _trimmed(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.rstrip().split("\n")) + "\n"


def _file(source: Source, names: Names) -> str:
    """Every statement under its comments; the comments that nothing follows come last."""
    written = parse_trees(source, names)
    waiting = list(written.comments)
    blocks: list[str] = []
    for tree in written.trees:
        end = _words(tree)[-1].end_pos or 0
        above = [_comment(text) for offset, text in waiting if offset < end]
        waiting = waiting[len(above) :]
        blocks.append("\n".join([*above, *_statement(source, tree)]))
    blocks.extend(_comment(text) for _, text in waiting)
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _comment(text: str) -> str:
    """One line or several as the writer had it, the following ones set in."""
    lines = [" ".join(line.split()) for line in text[1:-1].split("\n")]
    inner = f"\n{_STEP}".join(line for line in lines if line)
    return f"[ {inner} ]" if inner else "[ ]"


# --- one statement ----------------------------------------------------------------------------------


def _statement(source: Source, tree: Tree[Token]) -> Iterator[str]:
    """The lines of a statement."""
    yield from _lines(_pieces(source, _words(tree)), dict(_line_starts(source, tree)))


def _lines(pieces: Iterable[tuple[int, str]], depths: Mapping[int, int]) -> Iterator[str]:
    """The pieces joined, with a new line at each offset of `depths`."""
    line = ""
    for offset, text in pieces:
        if offset in depths and line:
            yield line
            line = _STEP * depths[offset] + text
        else:
            line += ("" if not line or _touching(line, text) else " ") + text
    yield line


def _touching(line: str, text: str) -> bool:
    """Whether no space comes between what is written and what follows."""
    return text in (",", ".", ")") or line.endswith(("'", "("))


def _pieces(source: Source, words: list[Token]) -> Iterator[tuple[int, str]]:
    """Offset and text of every word; « à la » is two of them, since a line may begin between."""
    for word in words:
        start, end = word.start_pos or 0, word.end_pos or 0
        written = " ".join(source.text[start:end].split())
        match word.type:
            case "TEXT":
                yield start, " ".join(("«", *text_of(word).split(), "»"))
            case "DASH":
                yield start, "-"
            case "TO" if " " in written:
                preposition, article = written.split(" ")
                yield start, preposition
                yield end - len(article), article
            case _:
                yield start, written


def _words(tree: Tree[Token]) -> list[Token]:
    return list(tree.scan_values(lambda _: True))


# --- where lines begin ------------------------------------------------------------------------------


def _line_starts(source: Source, tree: Tree[Token]) -> Iterator[tuple[int, int]]:
    """(offset, depth) of every word that begins a line."""
    for part in tree.iter_subtrees():
        if part.data in _FIRST_WORD:
            yield _words(part)[0].start_pos or 0, _FIRST_WORD[part.data]
        for (rule, kind), depth in _WORD_WITHIN.items():
            if part.data == rule:
                yield from ((word.start_pos or 0, depth) for word in tokens_of(part, kind))
        if part.data == "sentence":
            yield from ((offset, 2) for offset in _terms(source, part))


def _terms(source: Source, sentence: Tree[Token]) -> list[int]:
    """Where the terms of a sum begin, when it is written with signs and too long for one line."""
    definition = next((kid for kid in kids(sentence) if kid.data == "define"), None)
    if definition is None or _width(source, sentence) <= WIDTH:
        return []
    value = kids(definition)[1]
    signs = [sign.start_pos or 0 for sign in _signs(value)]
    equal_to = tokens_of(definition, "TO")
    if not signs or not equal_to:
        return []
    if equal_to[0].lower() in ("au", "aux"):
        return signs
    _, (first, _), *_ = _pieces(source, [equal_to[0], _words(value)[0]])
    return [first, *signs]


def _width(source: Source, sentence: Tree[Token]) -> int:
    """The room a sentence takes up to its « si », on one line."""
    condition = tokens_of(sentence, "IF")
    end = condition[0].start_pos if condition else None
    before = [word for word in _words(sentence) if end is None or (word.start_pos or 0) < end]
    (line,) = _lines(_pieces(source, before), {})
    return len(_STEP) + len(line)


def _signs(value: Tree[Token]) -> Iterator[Token]:
    """The + and − of the outermost sum, whatever bounds or rounds it."""
    while value.data in _AROUND_SUM:
        if value.data in _SUM:
            yield from (sign for sign in tokens_of(value, "PLUS", "MINUS") if len(sign) == 1)
        value = kids(value)[0]
