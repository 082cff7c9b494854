"""Parser tables as JSON: they parse what Lark's own tables parse, and nothing stale or damaged is ever used."""

import json
from pathlib import Path

import pytest
from lark import Lark

from justesse.syntax import tables
from justesse.syntax.names import names_of
from justesse.syntax.parse import parse_trees
from justesse.text.source import Source

NAMES = names_of(["prêt", "amende"], ["court"], ["ne court pas"])
RULE = Source("essai.regle", "règle a-b (source : art. 1) : l'amende du prêt est de 2 € si le prêt court.")


@pytest.fixture
def cached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine where nothing is shipped and nothing is kept yet; the folder where tables will be kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(tables, "shipped_tables", lambda grammar: tmp_path / "nowhere.json")
    monkeypatch.setattr(tables, "parser_for", tables.parser_for.__wrapped__)
    monkeypatch.setattr("justesse.syntax.parse.parser_for", tables.parser_for)
    return tmp_path / "justesse"


def count_builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    built: list[str] = []
    real = tables._build

    def build(grammar: str) -> Lark:
        built.append(grammar)
        return real(grammar)

    monkeypatch.setattr(tables, "_build", build)
    return built


def test_tables_read_again_parse_alike(cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = count_builds(monkeypatch)
    first = parse_trees(RULE, NAMES)
    second = parse_trees(RULE, NAMES)
    assert built == ["regle"] and len(list(cached.glob("regle-*.json"))) == 1
    assert first.trees == second.trees and not first.diagnostics


def test_tables_of_another_grammar_or_damaged_are_built_again(cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tables.parser_for("vocabulaire")
    (kept,) = cached.glob("vocabulaire-*.json")
    good = kept.read_text(encoding="utf-8")
    other = json.dumps(json.loads(good) | {"key": "another"})
    for text in (other, good[: len(good) // 2], "{}", ""):
        kept.write_text(text, encoding="utf-8")
        built = count_builds(monkeypatch)
        tables.parser_for("vocabulaire")
        assert built == ["vocabulaire"]
        assert json.loads(kept.read_text(encoding="utf-8")).keys() == json.loads(good).keys()


def test_what_is_shipped_comes_first(cached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "shipped_tables", lambda grammar: cached.parent / f"{grammar}.json")
    assert [path.name for path in tables.ship_tables()] == ["regle.json", "vocabulaire.json"]
    built = count_builds(monkeypatch)
    assert not parse_trees(RULE, NAMES).diagnostics
    assert built == [] and not list(cached.glob("*"))
