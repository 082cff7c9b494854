"""The entry point: finds the command, runs it, and turns whatever happens into an exit code and a French sentence.

0 done; 1 the answer is no (a case fails, a file would change); 2 what was given cannot be used; 3 our own mistake;
130 interrupted. A command is a module with `add(subparsers)` and `run(args) -> int`; only the one asked for is loaded.
A command of two words (« cas nouveau », « et-si ») is the module `cas_nouveau`, `et_si`.
"""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any, Protocol, TextIO, cast

from justesse import __version__
from justesse.cli.arguments import FrenchParser
from justesse.cli.stopped import Stopped

COMMANDS = (
    "calculer", "manques", "expliquer", "pourquoi-pas", "et-si", "lectures", "rejouer", "image", "courrier", "verifier", "cas",
    "cas nouveau", "cas limites", "lot", "preparer", "population", "reforme", "confronter", "muter", "comparer", "formater",
    "sources comparer", "comprendre", "schema",
)  # fmt: skip
_MODULE = str.maketrans(" -", "__")
_DESCRIPTION = """\
Des règles de droit écrites en français au montant, et au pourquoi.

  justesse calculer dossier.yaml      la décision
  justesse expliquer dossier.yaml     pourquoi, règle par règle
"""
_CODES = "codes de sortie : 0 fait ; 1 la réponse est non ; 2 entrée inutilisable ; 3 erreur interne"


class Command(Protocol):
    """What a module of a command offers."""

    def add(self, subparsers: Any) -> None:
        """Declare the command, its arguments and `run`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; the exit code."""
    arguments = _two_words(list(sys.argv[1:] if argv is None else argv))
    for stream in (sys.stdout, sys.stderr):
        _forgiving(stream)
    try:
        return _run(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 2 if stop.code else 0
    except KeyboardInterrupt:
        print("interrompu", file=sys.stderr)
        return 130
    except BrokenPipeError:
        _let_go(sys.stdout)  # whoever read us has gone
        return 141
    except Exception as error:
        return _internal(error, "--debug" in arguments)


def _two_words(arguments: list[str]) -> list[str]:
    """The two words of a command made one argument."""
    first = next((place for place, one in enumerate(arguments) if not one.startswith("-")), len(arguments))
    joined = " ".join(arguments[first : first + 2])
    return [*arguments[:first], joined, *arguments[first + 2 :]] if joined in COMMANDS else arguments


def _run(arguments: list[str]) -> int:
    parser = parser_for(arguments)
    options = parser.parse_args(arguments)
    if not hasattr(options, "run"):
        parser.print_help()
        return 2
    try:
        code = int(options.run(options))
        _keep_codes()
        sys.stdout.flush()
        return code
    except Stopped as stop:
        from justesse.cli.report import show_diagnostics

        show_diagnostics(stop.diagnostics)
        return 2
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        return _refused(str(error.filename)) if error.filename is not None else _unwritten()


def _keep_codes() -> None:
    """What was compiled on the way, for the next process; a command that opened no rules compiled nothing."""
    codes = sys.modules.get("justesse.text.codes")
    if codes is not None:
        codes.keep_codes()


def _refused(path: str) -> int:
    """A file or a folder that the system does not give, whatever the reason (a name too long, a disk that fails)."""
    from justesse.cli.report import show_diagnostics
    from justesse.diagnostics.diagnostic import mistake

    show_diagnostics([mistake("F0106", None, chemin=path)])
    return 2


def _unwritten() -> int:
    """What is shown has nowhere to go: a full disk behind a redirection."""
    from justesse.cli.report import show_diagnostics
    from justesse.diagnostics.diagnostic import mistake

    show_diagnostics([mistake("F0107", None, chemin="la sortie")])
    _let_go(sys.stdout)
    return 2


def _let_go(stream: TextIO) -> None:
    """Nothing more can be said there, not even when Python flushes at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def parser_for(arguments: Sequence[str]) -> FrenchParser:
    """The parser of a command line; it knows every command, unless the line already says which one it wants."""
    parser = FrenchParser(prog="justesse", description=_DESCRIPTION, epilog=_CODES)
    parser.add_argument("--version", action="version", version=f"justesse {__version__}", help="montre la version")
    subparsers = parser.add_subparsers(title="commandes", metavar="commande [options]", dest="commande", prog="justesse")
    asked = next((one for one in arguments if not one.startswith("-")), None)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        cast(Command, importlib.import_module(f"justesse.cli.{name.translate(_MODULE)}")).add(subparsers)
    return parser


def _forgiving(stream: TextIO) -> None:
    """A terminal that lacks a sign shows « ? » rather than stopping the work; a file or a program always gets UTF-8."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8", errors="replace")


def _internal(error: Exception, debug: bool) -> int:
    if debug:
        import traceback

        traceback.print_exception(error)
    what = " ".join(f"{type(error).__name__} {error}".split())[:200]
    hint = "" if debug else " ; relancez avec --debug pour en voir l'origine, et signalez-la"
    print(f"erreur interne : le programme s'est trompé, pas vous ({what}){hint}", file=sys.stderr)
    return 3
