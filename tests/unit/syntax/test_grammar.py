"""The grammars are LALR(1) without a conflict, their words do not collide; a conflict put in on purpose is seen."""

from pathlib import Path

import pytest
from lark import Lark
from lark.exceptions import GrammarError, LexError

from justesse.shipped import folder
from justesse.syntax.tables import parser_for

GRAMMAR = folder("grammar")
LEXERS = {"regle": "basic", "vocabulaire": "contextual"}


def strict(text: str, lexer: str) -> Lark:
    """The parser of a grammar; raises at the first conflict (`strict` compares terminals by interegular)."""
    pytest.importorskip("interegular")
    return Lark(
        text, parser="lalr", lexer=lexer, start="statement", strict=True, maybe_placeholders=False,
        import_paths=[str(GRAMMAR)], source_path=str(GRAMMAR / "essai.lark"),
    )  # fmt: skip


def grammar(name: str) -> str:
    return (GRAMMAR / f"{name}.lark").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "lexer"), LEXERS.items())
def test_a_grammar_has_no_conflict(name: str, lexer: str) -> None:
    strict(grammar(name), lexer)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("path: segment (OF segment)*", "path: segment | path OF path"),
        ("?point: ref | date", "instant: DATE\n?point: ref | date | instant"),
    ],
    ids=["shift/reduce", "reduce/reduce"],
)
def test_a_conflict_of_rules_is_seen(before: str, after: str) -> None:
    text = grammar("regle")
    assert before in text
    with pytest.raises(GrammarError):
        strict(text.replace(before, after), "basic")


def test_a_collision_of_words_is_seen() -> None:
    text = grammar("vocabulaire").replace("detail: OPENS", "detail: OPENS_TOO -> opens | OPENS")
    with pytest.raises((GrammarError, LexError)):
        strict(f"{text}\nOPENS_TOO.5: /qui\\s+ouvre\\s+la\\s+(période|date)/\n", "contextual")


def test_every_word_of_the_lexicon_is_used_and_has_a_place() -> None:
    parser = parser_for("regle")
    declared = {line.split(":")[0].split(".")[0] for line in grammar("lexique").splitlines() if line[:1].isupper()}
    assert declared == {terminal.name for terminal in parser.terminals}


@pytest.mark.parametrize("path", sorted(GRAMMAR.glob("*.lark")), ids=lambda path: path.name)
def test_a_grammar_says_what_it_is_on_its_first_line(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("// ")
