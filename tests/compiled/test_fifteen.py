"""The fifteen-rule case of the benchmarks: what our rules say is what the same written by hand in C says, line by line."""

import os
import subprocess
import sys

from tests.benchmarks.fifteen import main


def test_the_rules_say_what_the_hand_says() -> None:
    assert main(2_000) == 0


def test_the_text_is_the_same_in_every_process() -> None:
    """Machine code is kept under a hash of the text: were an order left to chance, each process would build it again."""
    asked = "from tests.benchmarks.fifteen import *; print(Single(load_program(RULES)[0]).kernel.text)"
    texts = set()
    for seed in ("1", "2", "3"):
        process = os.environ | {"PYTHONHASHSEED": seed}
        texts.add(subprocess.run([sys.executable, "-c", asked], env=process, capture_output=True, check=True).stdout)
    assert len(texts) == 1
