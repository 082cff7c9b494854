"""A reform as one page that needs nothing else: what it costs, who gains, who loses, in figures and in pictures.

No script, no network; nothing is said by colour alone. Counts nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from justesse.batch.schema import CASE_KIND, IDENTIFIER
from justesse.pages.bars import STYLE
from justesse.pages.figures import euros, mean, number, percent, whole_euros
from justesse.pages.frame import framed, row, whole_page
from justesse.reform.charts import means, shares, spread
from justesse.reform.measure import AFTER, BEFORE, GAP, Group, Line, Reform, groups, largest

MOST = 10
_HEADINGS = ("", "dossiers", "avant", "après", "écart", "", "gagnent", "gain moyen", "perdent", "perte moyenne", "non comparés")


@dataclass(frozen=True, slots=True)
class Titles:
    """What the page is about: the two folders of rules, the population, the lines measured."""

    before: str
    after: str
    population: str
    amount: Line
    by: Line


def page(reform: Reform, titles: Titles) -> str:
    """The whole page."""
    whole = reform.whole
    body = [
        f"<h1>{escape(titles.before)} et {escape(titles.after)} : ce qui change</h1>",
        f'<p class="quiet">{escape(titles.population)} : {number(whole.dossiers)} dossiers.'
        f" Montant comparé : {escape(titles.amount.name)}.</p>",
        _head(reform),
        "<h2>Qui gagne, qui perd</h2>",
        *(_table(f"Par {name}" if name != "ensemble" else "En tout", some) for name, some in groups(reform)),
        f"<h2>Part de ceux qui perdent, gardent, gagnent, par décile de {escape(titles.by.name)}</h2>",
        shares(reform.deciles, "Part de ceux qui perdent, gardent et gagnent, par décile"),
        _key(),
        "<h2>Écart moyen par dossier, par décile</h2>",
        means(reform.deciles, "Écart moyen par décile"),
        "<h2>Combien de dossiers, selon l'écart</h2>",
        spread(reform.gaps, "Nombre de dossiers par classe d'écart"),
        "<h2>Les plus grands écarts</h2>",
        _largest(reform),
    ]
    return whole_page("Une réforme comparée", body, STYLE)


def _head(reform: Reform) -> str:
    whole = reform.whole
    change = percent(whole.gap, whole.before)
    return (
        f'<p class="great">{whole_euros(whole.gap)} ({change})</p>'
        f"<p>{number(whole.winners)} dossiers gagnent, {mean(whole.gained, whole.winners)} en moyenne ; "
        f"{number(whole.losers)} perdent, {mean(whole.lost, whole.losers)} en moyenne ; "
        f"{number(whole.unchanged)} ne changent pas. {apart(reform)}</p>"
    )


def apart(reform: Reform) -> str:
    """What is not compared, in a sentence; nothing when all is."""
    told = []
    if reform.whole.apart:
        told.append(f"{number(reform.whole.apart)} ne sont pas comparés : l'une des deux règles n'y établit pas ce montant.")
    if reform.rejected:
        told.append(f"{number(reform.rejected)} sont rejetés des deux côtés, et dans aucun tableau.")
    return " ".join(told)


def _key() -> str:
    return '<p class="quiet">De gauche à droite : perdent (hachuré), gardent (gris), gagnent (plein).</p>'


def cells(group: Group) -> tuple[str, ...]:
    """The figures of a group, as the headings name them."""
    return (
        number(group.dossiers), whole_euros(group.before), whole_euros(group.after), whole_euros(group.gap),
        percent(group.gap, group.before), number(group.winners), mean(group.gained, group.winners), number(group.losers),
        mean(group.lost, group.losers), number(group.apart),
    )  # fmt: skip


def _table(caption: str, some: Iterable[Group]) -> str:
    rows = "".join(row(one.name or "sans type", cells(one)) for one in some)
    return framed(_HEADINGS, rows, f"<caption>{caption}</caption>")


def _largest(reform: Reform) -> str:
    rows = "".join(
        row(one[IDENTIFIER], (escape(one[CASE_KIND] or ""), *(euros(int(one[name] * 100)) for name in (BEFORE, AFTER, GAP))))
        for one in largest(reform, MOST)
    )
    return framed(("dossier", "type", BEFORE, AFTER, GAP), rows)
