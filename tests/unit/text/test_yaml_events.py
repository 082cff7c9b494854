"""Two parsers, one reading: where libyaml is trusted, it gives the nodes that the pure parser gives, places included."""

from itertools import chain
from pathlib import Path
from random import Random

import pytest
import yaml

from justesse.text import positioned_yaml
from justesse.text.positioned_yaml import Node, YamlMistake, read_yaml
from justesse.text.source import Source, normalise, read_source

ROOT = Path(__file__).parents[3]
PIECES = (
    "a", "b", "é", "😀", ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "'", '"', "#", " # x", "|", "|\n  ", ">",
    "\t", "\x85", "\u2028", "\xa0", "\ufeff", "?", "? ", "&a ", "*a", "!t ", "%", "---", "---\n", "...\n", "\\", "''", '\\"', "1",
    "12,5", "~", "oui", "\x07", "\u200b", "=", "<<", "@", "`", ",", "\r", "x: y", "dossier: ", "  ", " ", "[", "{",
)  # fmt: skip


def pure(source: Source) -> tuple[Node | None, tuple[YamlMistake, ...]]:
    return positioned_yaml._read(source, positioned_yaml.MAX_NODES, positioned_yaml.events(source.text))


def quick(source: Source) -> tuple[Node | None, tuple[YamlMistake, ...]] | None:
    """What libyaml gives when it is trusted with a text and reads it."""
    if not positioned_yaml.alike(source.text):
        return None
    found = positioned_yaml._read(source, positioned_yaml.MAX_NODES, positioned_yaml.quick_events(source.text))
    return found if found[0] is not None and not found[1] else None


def test_libyaml_is_there() -> None:
    assert yaml.__with_libyaml__, "the wheels of PyYAML bring it; nothing below would be compared"


def test_random_texts_are_read_alike() -> None:
    chance, compared = Random(2026), 0
    for number in range(12_000):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 18)))
        source = Source("texte.yaml", normalise(text) if number % 2 else text)
        found = quick(source)
        if found is not None:
            compared += 1
            assert found == pure(source), text
    assert compared > 1_500


def test_the_files_of_the_project_are_read_alike() -> None:
    places = sorted(
        chain(*((ROOT / name).rglob("*.yaml") for name in ("rules", "docs", "casebook/carence", "casebook/parcours")))
    )
    sources = [read_source(place, place.name) for place in places]
    found = [quick(source) for source in sources]
    assert sum(one is not None for one in found) > 0.9 * len(sources) > 30
    assert [source.name for source, one in zip(sources, found, strict=True) if one is not None and one != pure(source)] == []


@pytest.mark.parametrize("text", ["a: [1]\n", "a:\tb\n", "\ufeffa: b\n", "a: |#\n", "a: b\n c: d\n"])
def test_a_mistake_is_told_by_the_pure_parser(text: str) -> None:
    source = Source("texte.yaml", text)
    assert read_yaml(source) == pure(source)
