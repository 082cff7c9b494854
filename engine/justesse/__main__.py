"""The process of a command: `justesse`, or `python -m justesse`. What a command does is `cli/main.py`."""

import gc
import sys

from justesse.cli.main import main


def process() -> int:
    """Run the command line; the exit code.

    The process then ends, and the system takes back everything at once: what is left is frozen, so that Python's last
    collection does not look at a program object by object, a tenth of a first decision.
    """
    code = main()
    gc.freeze()
    return code


if __name__ == "__main__":
    sys.exit(process())
