"""The words of a decision record are read with the rules; a part that misses is told at its place."""

from pathlib import Path

import pytest

from justesse.program.record_template import read_template
from justesse.text.positioned_yaml import read_yaml
from justesse.text.source import Source, read_source

SHIPPED = Path(__file__).parents[3] / "rules" / "acte.yaml"


def test_the_shipped_template_is_whole() -> None:
    tree, mistakes = read_yaml(read_source(SHIPPED))
    assert tree is not None and not mistakes
    template, diagnostics = read_template(tree)
    assert template is not None and diagnostics == []
    assert "R. 311-3-1-2, 4°" in template.item("opérations")["source"]


@pytest.mark.parametrize(
    ("before", "after", "code"), [("mention:", "mensions:", "Y0102"), ("  titre: Le degré", "  nom: Le degré", "Y0103")]
)
def test_a_part_that_misses(before: str, after: str, code: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert before in text
    tree, _ = read_yaml(Source("acte.yaml", text.replace(before, after, 1)))
    assert tree is not None
    template, diagnostics = read_template(tree)
    assert template is None and code in {one.code for one in diagnostics}
