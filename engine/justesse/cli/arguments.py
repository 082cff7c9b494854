"""argparse that speaks French: headings, usage, and every mistake of the person who types.

Knows no command. A wrong argument ends with one sentence, the usage, and exit code 2.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from justesse.diagnostics.near_names import nearest

# argparse's own words, as it says them from 3.11 to 3.14 → ours. The first that matches wins.
_FRENCH: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", r"il manque : \1"),
    (r"unrecognized arguments: (.+)", r"argument inconnu : \1"),
    (r"argument (.+?): expected one argument", r"\1 attend une valeur"),
    (r"argument (.+?): expected at least one argument", r"\1 attend au moins une valeur"),
    (r"argument (.+?): expected (\d+) arguments", r"\1 attend \2 valeurs"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 n'attend pas de valeur (lu : \2)"),
    (r"argument (.+?): invalid int value: (.+)", r"\1 attend un nombre entier (lu : \2)"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 ne va pas avec \2"),
    (r"argument (.+?): (.+)", r"\1 : \2"),
)
_CHOICE = re.compile(r"argument (.+?): invalid choice: '(.*)' \(choose from (.+)\)", re.DOTALL)


class FrenchFormatter(argparse.RawDescriptionHelpFormatter):
    """« utilisation : » instead of « usage: »."""

    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, max_help_position=30, width=100, **options)

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """The first line of the help."""
        super().add_usage(usage, actions, groups, "utilisation : " if prefix is None else prefix)


class FrenchParser(argparse.ArgumentParser):
    """An argument parser in French; no abbreviation of options, so that a new one never breaks a script."""

    def __init__(self, *positional: Any, **options: Any) -> None:
        options.setdefault("formatter_class", FrenchFormatter)
        super().__init__(*positional, **{**options, "add_help": False, "allow_abbrev": False})
        self._positionals.title = "arguments"
        self._optionals.title = "options"
        self.add_argument("-h", "--help", action="help", help="montre cette aide")
        self.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)

    def error(self, message: str) -> NoReturn:
        """One sentence, the usage, exit code 2."""
        print(f"erreur : {french(message)}", file=sys.stderr)
        print(self.format_usage().rstrip(), file=sys.stderr)
        print(f"« {self.prog} --help » dit tout.", file=sys.stderr)
        sys.exit(2)


def french(message: str) -> str:
    """A message of argparse in French; a message already ours stays as it is."""
    choice = _CHOICE.fullmatch(message)
    if choice is not None:
        options = [one.strip().strip("'") for one in choice[3].split(",")]
        near = nearest(choice[2], options)
        meant = f"vouliez-vous dire « {near} » ?" if near else "choix : " + ", ".join(options)
        return f"{choice[1]} : « {choice[2]} » n'existe pas ; {meant}"
    for pattern, ours in _FRENCH:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, ours, message, flags=re.DOTALL)
    return message


def positive(text: str) -> int:
    """A whole number above zero."""
    if not text.isdecimal() or int(text) == 0:
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre entier positif")
    return int(text)
