"""The peers of the fifteen-rule case that need nothing installed: each way of deciding gives the exact lines of every case."""

from tests.benchmarks.peers.__main__ import exact_lines, fifteen_cases
from tests.benchmarks.peers.exchange import Measure
from tests.benchmarks.peers.programs import hand_c, hand_python
from tests.benchmarks.peers.programs.ours import Ours

CASES = 300


def test_every_way_gives_the_exact_lines() -> None:
    cases = fifteen_cases(CASES)
    exact = [list(line) for line in exact_lines(cases)]
    ways = [*Ours(cases).measures(), *hand_c.measures(cases), *hand_python.measures(cases)]
    assert [one.name for one in ways if _lines(one) != exact] == []


def _lines(way: Measure) -> list[list[int]]:
    return [[int(value) for value in line] for line in way.lines(way.decide(way.prepare(0, CASES)))]
