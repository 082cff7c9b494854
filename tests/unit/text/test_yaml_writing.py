"""What is written is read back: any text as a scalar or a key, any nesting, and plain texts stay without quotes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence, read_yaml
from justesse.text.source import Source, normalise
from justesse.text.yaml_writing import Plain, written

# What a case may hold: printable text, already regular.
WORDS = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn")), max_size=20).map(normalise)
TREES = st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3), max_leaves=12)


def plain(node: Node) -> Plain:
    match node:
        case Scalar(text):
            return text
        case Mapping(entries):
            return {entry.key.text: plain(entry.value) for entry in entries}
        case Sequence(items):
            return [plain(item) for item in items]


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(WORDS, TREES, min_size=1, max_size=3))
def test_what_is_written_is_read_back(tree: dict[str, Plain]) -> None:
    found, mistakes = read_yaml(Source("essai", written(tree)))
    assert mistakes == () and found is not None
    assert plain(found) == tree


@pytest.mark.parametrize("text", ["2024-09 à 2025-02", "1200,50", "case cochée", "C.A. n° 12", "a:b", "a#b"])
def test_an_ordinary_text_has_no_quotes(text: str) -> None:
    assert written({"clé": text}) == f"clé: {text}\n"


@pytest.mark.parametrize("text", ["", " a", "a ", "a: b", "a #b", "- a", "'a'", "« a »", "a:"])
def test_a_text_that_would_be_misread_has_quotes(text: str) -> None:
    assert written({"clé": text}) == f'clé: "{text}"\n'


def test_lists_of_records() -> None:
    assert written({"a": [{"b": "1", "c": ["d"]}, "e", []]}) == "a:\n  - b: 1\n    c:\n      - d\n  - e\n  - []\n"
