"""`python -m justesse`: the same thing as the `justesse` command."""

import sys

from justesse.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
