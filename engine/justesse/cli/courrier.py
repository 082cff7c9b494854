"""`justesse courrier`: a decision as a letter to the person it is about, a page or a print. Computes and words nothing itself."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from justesse.cli.stopped import Stopped

if TYPE_CHECKING:
    from justesse.explanation.letter.message import Letter
    from justesse.explanation.letter.page import Sheet
    from justesse.explanation.picture.outline import Picture
    from justesse.program.letter_plan import LetterPlan
    from justesse.program.program import Program

_DESCRIPTION = """\
Écrit à la personne ce que dit la décision : ce qu'elle reçoit, quand, pourquoi, ce qui manque, ce qu'elle peut faire.
Une page (.html) ou un courrier à imprimer (.pdf). Les phrases sont dans les règles, sous « courrier ».
"""
_EXAMPLE = """\
exemples :
  justesse courrier dossier.yaml --vers courrier.pdf
  justesse courrier dossier.yaml --vers courrier.html --langue ar
  justesse courrier dossier.yaml --vers courrier.pdf --falc --le 2026-03-02
"""
EXTRA = "courrier"
PACKAGES = "libpango-1.0-0, libpangoft2-1.0-0, fonts-noto-core"


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.opening import a_day, add_case

    words = "écrit à la personne ce que dit la décision"
    parser = subparsers.add_parser("courrier", help=words, description=_DESCRIPTION, epilog=_EXAMPLE)
    add_case(parser)
    parser.add_argument("--vers", "-o", metavar="FICHIER", type=_place, required=True, help="le fichier à créer, .html ou .pdf")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--langue", metavar="LANGUE", help="ajoute une aide à la lecture : en, pt-PT, es, ar")
    form.add_argument("--falc", action="store_true", help="la version courte, facile à lire et à comprendre")
    parser.add_argument("--le", metavar="AAAA-MM-JJ", type=a_day, help="la date du courrier (à défaut : aujourd'hui)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Decide, word, lay out, print; a case without a decision has its letter too."""
    from justesse.cli.guarantees import bounds_of_decision
    from justesse.cli.opening import chosen_readings, fresh_place, open_case, open_program, write_bytes
    from justesse.cli.report import show_diagnostics
    from justesse.diagnostics.diagnostic import mistake
    from justesse.evaluation.decide import decide
    from justesse.explanation.letter.outline import letter_of, short_letter
    from justesse.explanation.picture.outline import picture_of

    place = fresh_place(args.vers)
    program = open_program(args.regles)
    readings = chosen_readings(args.lecture, program)
    plan = _plan(program, args)
    case = open_case(args.dossier, program)
    for name in plan.unless:
        if isinstance(case.root.fields.get(name), int):
            raise Stopped([mistake("F0132", None, nom=name)])
    decision = decide(program, case.root, readings)
    title = case.title or args.dossier.stem
    bounds = bounds_of_decision(program, case.root, decision, hurried=False)
    letter = letter_of(decision, plan, title, args.le if args.le is not None else _today(), bounds)
    picture = None if args.falc else picture_of(decision, title)
    if args.falc:
        letter = short_letter(letter, plan)
    write_bytes(place, _made(letter, picture, args, program))
    print(f"{place} : courrier écrit.")
    if decision.refusals:
        show_diagnostics(decision.refusals)
        return 2
    return 0


def _plan(program: Program, args: argparse.Namespace) -> LetterPlan:
    """The plan of the rules, when they have one and the language asked for."""
    from justesse.diagnostics.diagnostic import mistake
    from justesse.program.letter_words import REFERENCE, SHORT
    from justesse.shipped import folder

    if program.letter is None:
        raise Stopped([mistake("F0125", None, chemin=args.regles or folder("rules"))])
    known = sorted(set(program.letter_words) - {REFERENCE, SHORT})
    wanted = SHORT if args.falc else args.langue
    if wanted is not None and wanted not in (known if not args.falc else program.letter_words):
        raise Stopped([mistake("F0127", None, lu=wanted, connues=", ".join(known))])
    return program.letter


def _made(letter: Letter, picture: Picture | None, args: argparse.Namespace, program: Program) -> bytes:
    """The bytes of the file; stops when a library or a sentence is missing."""
    from justesse.diagnostics.diagnostic import mistake

    try:
        from justesse.explanation.letter.page import Unlaid, letter_page
        from justesse.explanation.letter.pdf import Unprintable, letter_pdf
        from justesse.explanation.letter.wording import Unworded, Wording
        from justesse.program.letter_words import REFERENCE, SHORT
    except ImportError as error:
        raise Stopped([mistake("F0126", None, manque=error.name or EXTRA, extra=EXTRA, paquets=PACKAGES)]) from error
    words = program.letter_words
    binding = SHORT if args.falc else REFERENCE
    try:
        aid = Wording(args.langue, words[args.langue]) if args.langue else None
        printed = args.vers.suffix == ".pdf"
        page = letter_page(letter, Wording(binding, words[binding]), aid, _sheet(args.regles), picture, printed)
        return letter_pdf(page) if printed else page.encode()
    except Unworded as error:
        raise Stopped([mistake("F0128", None, nom=error.name, fichier=f"courrier/{error.language}.ftl")]) from error
    except Unlaid as error:
        raise Stopped([mistake("F0129", None, fichier="courrier/courrier.html", raison=error)]) from error
    except (Unprintable, ImportError) as error:
        raise Stopped([mistake("F0126", None, manque=error, extra=EXTRA, paquets=PACKAGES)]) from error


def _sheet(rules: Path | None) -> Sheet:
    """The template and the style sheet of a rules folder."""
    from justesse.explanation.letter.page import Sheet
    from justesse.program.load import unreadable
    from justesse.shipped import folder
    from justesse.text.source import Unreadable, read_text

    place = (folder("rules") if rules is None else rules) / "courrier"
    try:
        return Sheet(read_text(place / "courrier.html"), read_text(place / "courrier.css"))
    except Unreadable as error:
        raise Stopped([unreadable(error)]) from error


def _today() -> int:
    from datetime import date

    return date.today().toordinal()


def _place(text: str) -> Path:
    place = Path(text)
    if place.suffix not in (".html", ".pdf"):
        raise argparse.ArgumentTypeError(f"« {text} » ne finit ni par .html ni par .pdf")
    return place
