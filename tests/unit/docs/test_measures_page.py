"""The page of measures and its plots are what the figures kept make: `tests.benchmarks.peers --relire` writes them again."""

from pathlib import Path

from tests.benchmarks.peers.measured import read
from tests.benchmarks.peers.page import files

ROOT = Path(__file__).parents[3]
KEPT = ROOT / "tests" / "benchmarks" / "peers" / "measured.json"


def test_the_page_of_measures_is_made_of_the_figures_kept() -> None:
    made = files(read(KEPT))
    assert {name: (ROOT / "docs" / name).read_text(encoding="utf-8") for name in made} == made
