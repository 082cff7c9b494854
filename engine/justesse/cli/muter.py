"""`justesse muter`: rules made wrong on purpose, one small mistake at a time, and the casebook asked whether it notices."""

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from justesse.mutation.hunt import Hunt, Result
    from justesse.mutation.mutants import Mutant
    from justesse.mutation.signatures import Signature

RESULTS = Path("build/mutants.json")
KEPT_EVERY = 200
"""Results after which what is found is written: a run stopped before its end is not lost."""
_DESCRIPTION = """\
Change une seule chose aux règles (« < » pour « ≤ », un jour de plus, une exception de moins…) et rejoue le
recueil de cas. Un changement qu'aucun cas ne remarque est un survivant : il manque un cas, ou il ne change rien.
"""


def add(subparsers: Any) -> None:
    """Declare the command."""
    from justesse.cli.arguments import positive
    from justesse.cli.opening import a_day, add_rules
    from justesse.mutation.mutants import OPERATORS

    parser = subparsers.add_parser("muter", help="éprouve le recueil de cas", description=_DESCRIPTION)
    option = parser.add_argument
    option("--recueil", metavar="DOSSIER", type=Path, default=Path("casebook"), help="le recueil de cas (à défaut : casebook)")
    add_rules(parser)
    option("-k", metavar="TEXTE", dest="text", default="", help="seulement les mutants dont le nom ou le fichier contient TEXTE")
    option("--operateur", choices=OPERATORS, action="append", default=[], help="seulement ce genre de faute (répétable)")
    option("--echantillon", metavar="N", type=positive, default=0, help="N mutants tirés au sort")
    option("--graine", metavar="S", type=int, default=1, help="le tirage (à défaut : 1) ; la même graine donne les mêmes mutants")
    option("--coeurs", metavar="N", type=positive, default=2, help="processus menés de front (à défaut : 2)")
    option("--seuil", metavar="P", type=int, default=90, help="pourcentage attendu (à défaut : 90)")
    option("--depuis", metavar="DATE", type=a_day, default="2020-01-01", help="valeurs datées en vigueur depuis (2020-01-01)")
    option("--resultats", metavar="FICHIER", type=Path, default=RESULTS, help=f"où garder le résultat (à défaut : {RESULTS})")
    option("--survivants", action="store_true", help="relit le dernier résultat, sans rien rejouer")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the chosen mutants, keep and show what was found; or show again what the last run found."""
    from justesse.casebook.cases import SIGNATURES
    from justesse.cli.mutants_screen import show_run, show_survivors
    from justesse.mutation.results import read, score_of, survivors, survivors_of

    signatures = _signatures(args.recueil / SIGNATURES)
    signed = {one.mutant for one in signatures}
    last = read(args.resultats)
    if args.survivants:
        if last is None:
            raise _stopped("M0105", chemin=args.resultats)
        show_survivors(survivors_of(last, signed))
        return 0
    hunt, chosen = _opened(args, last)
    results: list[Result] = []
    with _watched(len(chosen)) as tell:
        for result in _told(hunt, chosen, args, tell):
            results.append(result)
            if len(results) % KEPT_EVERY == 0:
                _kept(args.resultats, hunt, results, last)
    _kept(args.resultats, hunt, results, last)
    show_run(chosen, results, signed, survivors(chosen, results, signed))
    if _unfounded(signatures, hunt, results):
        return 2
    return 0 if score_of(results, signed).percent >= args.seuil else 1


# --- what is given --------------------------------------------------------------------------------------


def _opened(args: argparse.Namespace, last: dict[str, Any] | None) -> "tuple[Hunt, list[Mutant]]":
    from justesse.casebook.cases import read_casebook
    from justesse.cli.opening import open_program
    from justesse.cli.stopped import Stopped
    from justesse.diagnostics.diagnostic import has_errors, in_order, mistake
    from justesse.mutation.hunt import prepared
    from justesse.mutation.results import killers

    cases, diagnostics = read_casebook(args.recueil)
    if has_errors(diagnostics):
        raise Stopped(in_order(diagnostics))
    hunt = prepared(open_program(args.regles), cases, args.depuis, killers(last))
    if hunt.failing():
        raise Stopped(mistake("M0101", one.span, nom=one.identifier) for one in hunt.failing())
    chosen = _chosen(hunt.mutants, args)
    if not chosen:
        raise _stopped("M0106")
    return hunt, chosen


def _chosen(mutants: "Sequence[Mutant]", args: argparse.Namespace) -> "list[Mutant]":
    """Those asked for, in their order."""
    wanted = [one for one in mutants if not args.operateur or one.operator in args.operateur]
    wanted = [one for one in wanted if args.text in one.name or args.text in one.file]
    if not args.echantillon or args.echantillon >= len(wanted):
        return wanted
    return [wanted[place] for place in sorted(random.Random(args.graine).sample(range(len(wanted)), args.echantillon))]


def _signatures(path: Path) -> "list[Signature]":
    from justesse.cli.stopped import Stopped
    from justesse.mutation.signatures import read_signatures

    signatures, diagnostics = read_signatures(path)
    if diagnostics:
        raise Stopped(diagnostics)
    return signatures


def _stopped(code: str, **details: object) -> Exception:
    from justesse.cli.stopped import Stopped
    from justesse.diagnostics.diagnostic import mistake

    return Stopped([mistake(code, None, **details)])


# --- what is found --------------------------------------------------------------------------------------


def _told(hunt: "Hunt", chosen: "list[Mutant]", args: argparse.Namespace, tell: Callable[[bool], None]) -> "Iterator[Result]":
    from justesse.mutation.hunt import hunted

    for result in hunted(hunt, chosen, args.depuis, args.coeurs):
        tell(result.fate != "survivant")
        yield result


@contextmanager
def _watched(total: int) -> Iterator[Callable[[bool], None]]:
    """A bar with the mutants done, the part killed, the time left, when a person watches."""
    from justesse.cli.screen import console_for_progress

    console = console_for_progress()
    if console is None:
        yield lambda killed: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("mutants"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[said]}"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total, said="")
        seen = [0, 0]

        def tell(killed: bool) -> None:
            seen[0], seen[1] = seen[0] + killed, seen[1] + 1
            progress.update(task, advance=1, said=f"{100 * seen[0] // seen[1]} % remarqués")

        yield tell


def _kept(path: Path, hunt: "Hunt", results: "list[Result]", last: dict[str, Any] | None) -> None:
    from justesse.diagnostics.diagnostic import mistake
    from justesse.mutation.results import document, write

    try:
        write(path, document(hunt.program.fingerprint, hunt.mutants, results, last or {}))
    except OSError:
        from justesse.cli.report import show_diagnostics

        show_diagnostics([mistake("M0107", None, chemin=path)])


def _unfounded(signatures: "list[Signature]", hunt: "Hunt", results: "list[Result]") -> bool:
    from justesse.cli.report import show_diagnostics
    from justesse.mutation.signatures import unfounded

    diagnostics = unfounded(signatures, {one.name for one in hunt.mutants}, results)
    if diagnostics:
        show_diagnostics(diagnostics)
    return bool(diagnostics)
