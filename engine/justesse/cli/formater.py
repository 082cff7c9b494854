"""`justesse formater`: rule files in their one layout, in place or only checked."""

import argparse
from pathlib import Path
from typing import Any

from justesse.syntax.names import Names
from justesse.text.source import Source


def add(subparsers: Any) -> None:
    """Declare the command."""
    parser = subparsers.add_parser("formater", help="met les règles en forme", description="Met des fichiers de règles en forme.")
    parser.add_argument("chemins", metavar="CHEMIN", type=Path, nargs="+", help="fichiers *.regle, ou dossiers")
    parser.add_argument("--verifier", action="store_true", help="n'écrit rien, dit ce qui changerait (code 1)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Format every file; nothing is written when one of them cannot be read."""
    from justesse.cli.stopped import Stopped
    from justesse.diagnostics.diagnostic import has_errors, in_order
    from justesse.syntax.format import format_source

    sources = [_source(path) for path in _files(args.chemins)]
    names = _names(sources)
    formatted = [(path, source, *format_source(source, names)) for path, source in sources]
    mistakes = [one for _, _, _, found in formatted for one in found]
    if has_errors(mistakes):
        raise Stopped(in_order(mistakes))
    changed = [(path, source, text) for path, source, text, _ in formatted if text.encode() != path.read_bytes()]
    for path, source, text in changed:
        if not args.verifier:
            _write(path, text)
        print(f"{path} : {_said(source.text != text, args.verifier)}")
    if not changed:
        print("Rien à changer.")
    return 1 if changed and args.verifier else 0


def _said(laid_out: bool, only_checked: bool) -> str:
    """What changed, or would change: the layout, or only signs that look alike."""
    if laid_out:
        return "à mettre en forme" if only_checked else "mis en forme"
    signs = "apostrophes, espaces, accents ou fins de ligne"
    return f"signes à rendre réguliers ({signs})" if only_checked else f"signes rendus réguliers ({signs})"


def _write(path: Path, text: str) -> None:
    from justesse.cli.stopped import Stopped
    from justesse.diagnostics.diagnostic import mistake
    from justesse.text.replaced import replace_file

    try:
        replace_file(path, text.encode())
    except OSError as error:
        raise Stopped([mistake("F0107", None, chemin=path)]) from error


def _files(paths: list[Path]) -> list[Path]:
    """The rule files among files and folders, in order."""
    found = [one for path in paths for one in (sorted(path.rglob("*.regle")) if path.is_dir() else [path])]
    return list(dict.fromkeys(found))


def _source(path: Path) -> tuple[Path, Source]:
    from justesse.cli.stopped import Stopped
    from justesse.program.load import unreadable
    from justesse.text.source import Unreadable, read_source

    try:
        return path, read_source(path)
    except Unreadable as error:
        raise Stopped([unreadable(error)]) from error


def _names(sources: list[tuple[Path, Source]]) -> Names:
    """The names of the vocabularies beside the files given, else of the rules shipped with the engine."""
    from justesse.program.build import vocabulary_of
    from justesse.shipped import folder
    from justesse.syntax.vocabulary import is_vocabulary

    folders = dict.fromkeys(path.resolve().parent for path, _ in sources)
    beside = [_source(one)[1] for place in folders for one in sorted(place.glob("*.regle"))]
    if not any(is_vocabulary(one) for one in beside):
        beside = [_source(one)[1] for one in sorted(folder("rules").rglob("*.regle"))]
    return vocabulary_of(beside)
