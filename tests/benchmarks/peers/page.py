"""The page of measures and its plots, made of a run that was kept: the words are in `page.md`, only figures are put in.

Judges nothing: which is faster is read in the tables.
"""

from pathlib import Path

from tests.benchmarks.peers.exchange import BATCH, REASONS, SINGLE
from tests.benchmarks.peers.measured import Measured
from tests.benchmarks.peers.plots import peers_plot, sizes_plot
from tests.benchmarks.peers.sizes import USUAL_DAYS, USUAL_PAYS
from tests.benchmarks.peers.wording import HEADER, WAYS, costs_table, figures, in_markdown, table, whole

TEMPLATE = Path(__file__).with_name("page.md")


def files(measured: Measured) -> dict[str, str]:
    """Each file of the documentation that the run makes, by its path there."""
    return {
        "comprendre/mesures.md": page(measured),
        "images/mesures_pairs.svg": peers_plot(measured.rows),
        "images/mesures_tailles.svg": sizes_plot(measured.costs),
    }


def page(measured: Measured) -> str:
    """The page."""
    tables = {kind: in_markdown([HEADER, *table(measured.rows, kind)]) for kind in (BATCH, SINGLE, REASONS)}
    return TEMPLATE.read_text(encoding="utf-8").format(
        rounds=measured.rounds, cases=whole(measured.cases), batch=tables[BATCH], single=tables[SINGLE], reasons=tables[REASONS],
        usual_pays=USUAL_PAYS, usual_days=USUAL_DAYS, sizes=in_markdown([("", *WAYS), *costs_table(measured.costs)]),
        left=_left(measured), machine=_machine(measured),
    )  # fmt: skip


def _left(measured: Measured) -> str:
    left = sum(one.left for one in measured.costs)
    if not left:
        return "Les règles compilées ont décidé tous ces dossiers."
    return f"{whole(left)} décisions ont été laissées à l'évaluateur par les règles compilées, qui y ont passé moins de temps."


def _machine(measured: Measured) -> str:
    here = measured.machine
    return "\n".join((
        f"- Mesuré le {measured.date}",
        f"- Processeur : {here.processor}, {here.cores} cœurs",
        f"- Système : {here.system} ; Python {here.python}",
        f"- Charge au départ : {figures(here.load)} (0 : personne d'autre ne se servait de la machine)",
    ))  # fmt: skip
