"""A rule file, text to tree: scan, parse each statement by itself, build. Mistakes are gathered, never raised.

Knows the order of these steps and nothing of what the statements mean.
"""

from bisect import bisect_right
from dataclasses import dataclass

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedToken

from justesse.diagnostics.diagnostic import Diagnostic, mistake
from justesse.syntax.build import Builder
from justesse.syntax.mistakes import Situation, named_mistake
from justesse.syntax.names import Names
from justesse.syntax.nodes import RuleFile, Statement
from justesse.syntax.scanner import scan
from justesse.syntax.tables import parser_for
from justesse.text.source import Source, Span

MAX_TOKENS = 2_000
_UNREAD = {"R0202": 1, "R0203": 1, "R0215": 0}
"""Words that do not exist; 1 when what is said of their very place may still teach something: the word may be right."""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a file: the parser's tree of each statement, comments with their offset, mistakes met."""

    trees: tuple[Tree[Token], ...]
    comments: tuple[tuple[int, str], ...]
    diagnostics: tuple[Diagnostic, ...]


def parse_rules(source: Source, names: Names) -> tuple[RuleFile, list[Diagnostic]]:
    """The statements that could be read, and every mistake met."""
    written = parse_trees(source, names)
    diagnostics = list(written.diagnostics)
    statements: list[Statement] = []
    for tree in written.trees:
        builder = Builder(source)
        statements.append(builder.statement(tree))
        diagnostics.extend(builder.diagnostics)
    return RuleFile(tuple(statements), written.comments), diagnostics


def parse_trees(source: Source, names: Names) -> Written:
    """The same before building: every word written is in the trees, for the formatter."""
    parser = parser_for("regle")
    scanned = scan(source, names, parser)
    diagnostics = list(scanned.diagnostics)
    identifiers: set[int] = set()
    found = [_parse(source, parser, tokens, diagnostics, identifiers) for tokens in scanned.statements]
    diagnostics = _without_consequences(diagnostics, scanned.statements, identifiers)
    trees = tuple(tree for tree in found if tree is not None)
    return Written(trees, scanned.comments, tuple(diagnostics))


def _without_consequences(
    diagnostics: list[Diagnostic], statements: tuple[tuple[Token, ...], ...], identifiers: set[int]
) -> list[Diagnostic]:
    """« lu ceci, attendu cela » after a word that does not exist teaches nothing: it comes back if it is still true.

    Where only an identifier may stand, a word need not exist.
    """
    diagnostics = [one for one in diagnostics if one.code not in _UNREAD or one.span is None or one.span.start not in identifiers]
    starts = [tokens[0].start_pos or 0 for tokens in statements]
    unread = sorted(one.span.start + _UNREAD[one.code] for one in diagnostics if one.span is not None and one.code in _UNREAD)
    return [one for one in diagnostics if one.code != "R0199" or one.span is None or not _follows(one.span.start, unread, starts)]


def _follows(place: int, unread: list[int], starts: list[int]) -> bool:
    """Whether a word of the same statement, before this place, does not exist."""
    before = bisect_right(unread, place)
    return before > 0 and unread[before - 1] >= starts[max(bisect_right(starts, place) - 1, 0)]


def _parse(
    source: Source, parser: Lark, tokens: tuple[Token, ...], out: list[Diagnostic], identifiers: set[int]
) -> Tree[Token] | None:
    """The tree of one statement, or None with its mistake in `out`; in `identifiers` the place where one was wanted."""
    if len(tokens) > MAX_TOKENS:
        out.append(mistake("R0113", Span(source, tokens[0].start_pos or 0, tokens[0].end_pos or 0), limite=MAX_TOKENS))
        return None
    state = parser.parse_interactive(start="statement")
    position = 0
    try:
        for position, token in enumerate(tokens):  # noqa: B007 (the place where it stopped is needed below)
            state.feed_token(token)
        position = len(tokens)
        return state.feed_eof(tokens[-1])  # type: ignore[no-any-return, no-untyped-call]
    except UnexpectedToken as error:
        token = error.token if position == len(tokens) else tokens[position]
        situation = Situation(token, tokens[:position], frozenset(error.expected))
        out.append(named_mistake(source, situation))
        if situation.names_a_sentence:
            identifiers.add(token.start_pos or 0)
        return None
