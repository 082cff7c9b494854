"""A reform as one page that needs nothing else: what it costs, who gains, who loses, in figures and in pictures.

No script, no network; nothing is said by colour alone. Counts nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from justesse.batch.schema import CASE_KIND, IDENTIFIER
from justesse.reform.charts import means, shares, spread
from justesse.reform.measure import AFTER, BEFORE, GAP, Group, Line, Reform, groups, largest
from justesse.reform.words import euros, mean, number, percent, whole_euros

MOST = 10
STYLE = """\
:root { color-scheme: light dark; --line: #8886; --quiet: #666; --loss: #b0481e; --gain: #1f6f8b; --same: #8885; }
@media (prefers-color-scheme: dark) { :root { --quiet: #aaa; --loss: #e08a5f; --gain: #69b7d1; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: right; padding: .3rem 0 .3rem .75rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
thead th { font-weight: 500; color: var(--quiet); } tbody th { font-weight: 400; }
.quiet { color: var(--quiet); } .scroll { overflow-x: auto; }
.great { font-size: 1.6rem; font-weight: 600; }
svg { width: 100%; height: auto; font: 14px system-ui, sans-serif; fill: currentColor; }
svg rect.perte { fill: url(#perte); } svg pattern .perte { fill: var(--loss); } svg pattern .raie { fill: #fff3; }
svg rect.gain { fill: var(--gain); } svg rect.égal { fill: var(--same); }
svg text.dans { font-weight: 600; }
svg text.dans.perte, svg text.dans.gain { fill: #fff; paint-order: stroke; stroke-width: 4px; }
svg text.dans.perte { stroke: #8a3310; } svg text.dans.gain { stroke: #155066; }
svg path.axe { stroke: currentColor; fill: none; }
"""
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
    return whole_page("Une réforme comparée", body)


def whole_page(title: str, body: Iterable[str]) -> str:
    """What stands around the body of a page that needs nothing else."""
    return (
        '<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )


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


def framed(headings: Iterable[str], rows: str, caption: str = "") -> str:
    """A table that may be wider than the screen."""
    heads = "".join(f'<th scope="col">{one}</th>' for one in headings)
    return f'<div class="scroll"><table>{caption}<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'


def row(name: str, figures: Iterable[str]) -> str:
    """A line of a table under its name."""
    return f'<tr><th scope="row">{escape(name)}</th>' + "".join(f"<td>{one}</td>" for one in figures) + "</tr>"


def _largest(reform: Reform) -> str:
    rows = "".join(
        row(one[IDENTIFIER], (escape(one[CASE_KIND] or ""), *(euros(int(one[name] * 100)) for name in (BEFORE, AFTER, GAP))))
        for one in largest(reform, MOST)
    )
    return framed(("dossier", "type", BEFORE, AFTER, GAP), rows)
