"""The fifteen-rule case of the benchmarks: what our rules say is what the same written by hand in C says, line by line."""

from tests.benchmarks.fifteen import main


def test_the_rules_say_what_the_hand_says() -> None:
    assert main(2_000) == 0
