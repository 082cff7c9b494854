"""The strict YAML reader: texts with their places out, or named mistakes; never a traceback."""

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence, YamlMistake, read_yaml
from justesse.text.source import Source, Span


def tree(text: str) -> Node:
    node, mistakes = read_yaml(Source("x", text))
    assert mistakes == ()
    assert node is not None
    return node


def mistakes(text: str) -> tuple[YamlMistake, ...]:
    return read_yaml(Source("x", text))[1]


def kinds(text: str) -> list[str]:
    return [mistake.kind for mistake in mistakes(text)]


def only(text: str) -> YamlMistake:
    (mistake,) = mistakes(text)
    return mistake


def written(span: Span) -> str:
    return span.source.text[span.start : span.end]


def plain(node: Node) -> object:
    match node:
        case Scalar():
            return node.text
        case Mapping():
            return {entry.key.text: plain(entry.value) for entry in node.entries}
        case Sequence():
            return [plain(item) for item in node.items]


def test_every_scalar_stays_a_text() -> None:
    text = "a: 3000,50\nb: no\nc: 1e3\nd: 2025-03-31\ne: 0o7\nf: null\ng:\nh: ~\n"
    assert plain(tree(text)) == {
        "a": "3000,50",
        "b": "no",
        "c": "1e3",
        "d": "2025-03-31",
        "e": "0o7",
        "f": "null",
        "g": "",
        "h": "~",
    }


def test_blocks_nest() -> None:
    text = "a:\n  - b: 1\n    c:\n      - x\n      - y\n  - d\ne: []\nf: {}\n"
    assert plain(tree(text)) == {"a": [{"b": "1", "c": ["x", "y"]}, "d"], "e": [], "f": {}}


def test_indentless_list_is_read() -> None:
    assert plain(tree("a:\n- 1\n- 2\nb: 3\n")) == {"a": ["1", "2"], "b": "3"}


@pytest.mark.parametrize(
    ("value", "text", "quoted"),
    [
        ("x", "x", False),
        ("", "", False),
        ("''", "", True),
        ("'l''an'", "l'an", True),
        ('"x : y"', "x : y", True),
        ('"a\\u00a0b"', "a b", True),
        ("|\n  x\n  y\n", "x\ny\n", True),
        (">\n  x\n  y\n", "x y\n", True),
    ],
)
def test_quoted_tells_an_empty_text_from_an_absent_value(value: str, text: str, quoted: bool) -> None:
    node = tree(f"a: {value}")
    assert isinstance(node, Mapping)
    scalar = node.get("a")
    assert isinstance(scalar, Scalar)
    assert (scalar.text, scalar.quoted) == (text, quoted)


def test_get_answers_none_for_a_key_not_written() -> None:
    node = tree("a: 1\n")
    assert isinstance(node, Mapping)
    assert node.get("b") is None


def test_spans_hold_what_was_written() -> None:
    text = "été: 1\nliste:\n  - nom: 'x y'  # note\n\n  - |\n    bloc\n\nvide:\n"
    node = tree(text)
    assert isinstance(node, Mapping)
    listed = node.get("liste")
    assert isinstance(listed, Sequence)
    first, second = listed.items
    assert isinstance(first, Mapping)
    assert [written(entry.key.span) for entry in node.entries] == ["été", "liste", "vide"]
    assert written(first.entries[0].value.span) == "'x y'"
    assert written(first.span) == "nom: 'x y'"
    assert written(second.span) == "|\n    bloc"
    assert written(listed.span) == "- nom: 'x y'  # note\n\n  - |\n    bloc"
    assert written(node.span) == text.rstrip()
    assert (node.entries[2].value.span.line, node.entries[2].value.span.column) == (8, 6)


@pytest.mark.parametrize(
    ("text", "cause", "line", "column"),
    [
        ("a: 1\nb:\t2\n", "tabulation", 2, 3),
        ("a:\n\tb: 2\n", "tabulation", 2, 1),
        ("a: b : c\n", "deux-points", 1, 6),
        ("a: 1\nabc\nb: 2\n", "deux-points-absent", 2, 1),
        ("a:\n  b: 1\n c: 2\n", "retrait", 3, 2),
        ("a: 1\nb: 'abc\nc: 2\n", "guillemet", 2, 4),
        ('a: "abc\n', "guillemet", 1, 4),
        ("a: 'l'an'\n", "suite", 1, 7),
        ('a: "C:\\Users"\n', "echappement", 1, 9),
        ("a: @x\n", "signe-reserve", 1, 4),
        ("a: %x\n", "signe-reserve", 1, 4),
        ("a: *é\n", "signe-reserve", 1, 4),
        ("a: |x\n", "signe-reserve", 1, 4),
        ("a: ]\n", "signe-reserve", 1, 4),
        ("a: - b\n", "tiret", 1, 4),
        ("a: 1\nb: x\x07\n", "caractere-interdit", 2, 5),
        ('a: "\\e[2J"\n', "caractere-interdit", 1, 4),
        ('a: "\\ud800"\n', "caractere-interdit", 1, 4),
        ('a: "\\UFFFFFFFF"\n', "illisible", 1, 2),
        ("%YAML 1." + "1" * 5000 + "\n---\na: 1\n", "illisible", 1, 1),
    ],
)
def test_syntax_mistakes_are_named_and_placed(text: str, cause: str, line: int, column: int) -> None:
    mistake = only(text)
    details = dict(mistake.details)
    assert (mistake.kind, details["cause"]) == ("syntaxe", cause)
    assert (mistake.span.line, mistake.span.column) == (line, column)
    assert details["message"]
    assert not {"expected", "found", "while", "token", "not"} & set(details["message"].split())


def test_a_second_equal_key_is_refused_naming_the_first_line() -> None:
    node, found = read_yaml(Source("x", "a: 1\nb: 2\na: 3\n"))
    (mistake,) = found
    assert (mistake.kind, mistake.span.line) == ("cle-double", 3)
    assert dict(mistake.details) == {"cle": "a", "ligne": "1"}
    assert node is not None
    assert plain(node) == {"a": "1", "b": "2"}


def test_equal_keys_are_allowed_in_two_mappings() -> None:
    assert kinds("- a: 1\n- a: 1\n") == []


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("a: &x 1\n", "ancre", (1, 4)),
        ("a: *x\n", "ancre", (1, 4)),
        ("&x a: 1\n", "ancre", (1, 1)),
        ("*x : 1\n", "ancre", (1, 1)),
        ("a: &x\n  b: 1\n", "ancre", (1, 4)),
        ("a: !!int 1\n", "etiquette", (1, 4)),
        ("a: !!python/object:os.system\n  b: 1\n", "etiquette", (1, 4)),
        ("a: ! 1\n", "etiquette", (1, 4)),
        ("a: [1,5]\n", "style-en-ligne", (1, 4)),
        ("a: {b: 1}\n", "style-en-ligne", (1, 4)),
        ("a: [[], [x], {b: [y]}]\n", "style-en-ligne", (1, 4)),
        ("a: [x] reste\n", "style-en-ligne", (1, 4)),
        ("a: [\n", "style-en-ligne", (1, 4)),
        ("? - a\n: 1\n", "cle-composee", (1, 3)),
        ("? a: 1\n: 1\n", "cle-composee", (1, 3)),
        ("[]: 1\n", "cle-composee", (1, 1)),
        ("a: 1\n---\nb: 2\n", "plusieurs-documents", (2, 1)),
        ("", "vide", (1, 1)),
        ("# rien\n", "vide", (1, 1)),
        ("---\n...\n", "vide", (2, 1)),
    ],
)
def test_what_is_refused(text: str, kind: str, place: tuple[int, int]) -> None:
    mistake = only(text)
    assert (mistake.kind, (mistake.span.line, mistake.span.column)) == (kind, place)


@pytest.mark.parametrize("text", ["a: []\n", "a: {}\n", "a: [ ]\n", "a: {\n  }\n", "---\na: 1\n...\n", "''"])
def test_what_looks_close_is_accepted(text: str) -> None:
    assert kinds(text) == []


def test_several_mistakes_are_gathered() -> None:
    assert kinds("a: &x 1\na: 2\nb: [1,5]\nc: !!str 3\n") == [
        "ancre",
        "cle-double",
        "style-en-ligne",
        "etiquette",
    ]


@pytest.mark.parametrize(("depth", "found"), [(39, []), (40, []), (41, ["profondeur"])])
def test_depth_limit(depth: int, found: list[str]) -> None:
    assert kinds("- " * depth + "x") == found


@pytest.mark.parametrize(("items", "found"), [(8, []), (9, []), (10, ["taille"])])
def test_size_limit(items: int, found: list[str]) -> None:
    _, said = read_yaml(Source("test.yaml", "- x\n" * items), 10)
    assert [one.kind for one in said] == found


@pytest.mark.parametrize("bracketed", ["[" * 100_000, "{" * 100_000, "[a" * 30_000, "{a: " * 30_000])
def test_deep_brackets_end_quickly(bracketed: str) -> None:
    assert _quick_kinds(bracketed)[0] == "style-en-ligne"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- " * 50_000, "profondeur"),
        ("\n".join(" " * depth + "a:" for depth in range(400)), "profondeur"),
        ("? " * 50_000, "cle-composee"),
        ("a: " * 30_000, "syntaxe"),
        ("&a " * 30_000, "ancre"),
        ("!" * 9_999, "etiquette"),
        ("'" * 100_001, "syntaxe"),
        ("\n" * 100_000, "vide"),
        ("a: " + "x y " * 50_000, "ligne"),
    ],
)
def test_hostile_texts_end_quickly(text: str, kind: str) -> None:
    assert _quick_kinds(text)[0] == kind


def _quick_kinds(text: str) -> list[str]:
    started = time.perf_counter()
    found = kinds(text)
    assert time.perf_counter() - started < 5
    return found


@settings(max_examples=300)
@given(st.text(alphabet="ab: -\n\t'\"[]{},#&*!|>%@?\\éu0~.\x00\ud800", max_size=40))
def test_any_text_gives_a_tree_or_a_mistake(text: str) -> None:
    node, found = read_yaml(Source("x", text))
    assert node is not None or found
    assert all(mistake.kind != "syntaxe" or dict(mistake.details)["message"] for mistake in found)


_keys = st.text(alphabet="abé x", min_size=1, max_size=6).map(str.strip).filter(bool)
_values = st.recursive(
    st.text(alphabet="abé ':,#-1\n", max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_keys, inner, max_size=3),
    max_leaves=10,
)


@given(st.dictionaries(_keys, _values, min_size=1, max_size=4))
def test_what_is_written_in_block_style_is_read_back(data: dict[str, object]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=False, default_style="'")
    text = text.replace("! ", "")  # the writer marks a quoted text with a tag of its own
    assert plain(tree(text)) == data
