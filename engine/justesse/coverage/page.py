"""The coverage as one self-contained page: figures, then each sentence with its branches and atoms, marked and worded.

No network, no script; nothing is said by colour alone. Counts and words come from the measure.
"""

from collections.abc import Iterable, Iterator
from html import escape

from justesse.coverage.inventory import Sentence
from justesse.coverage.measure import ENOUGH, Item, Measure, share
from justesse.coverage.naming import written
from justesse.coverage.wording import kind_text, mark, percent_text, state_text, summary_lines, unbroken
from justesse.explanation.wording import day_text
from justesse.pages.frame import whole_page

_STYLE = """\
body { max-width: 62rem; } h2 { margin-top: 3rem; } h3 { margin: 2.5rem 0 .25rem; font-size: 1.1rem; }
blockquote { margin: .5rem 0; padding-left: 1rem; border-left: 3px solid var(--line); }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; white-space: normal; }
td.figure, th.figure { text-align: right; white-space: nowrap; }
td.state { white-space: nowrap; } tr.missing th, tr.missing .state { font-weight: 600; }
"""


def page(found: Measure) -> str:
    """The whole page."""
    body = [
        "<h1>Couverture des règles par le recueil de cas</h1>",
        f"<ul>{''.join(f'<li>{_text(line)}</li>' for line in summary_lines(found))}</ul>",
        "<p>✓ couvert : au moins un cas le montre (pour une condition, une paire d'observations qui ne diffèrent que par elle)."
        " – expliqué : une personne a signé pourquoi aucun cas ne le peut. ✗ manque.</p>",
        _files(found),
        _cited(found),
        _scarce(found),
        _values(found),
        *(part for name, sentences in found.files().items() for part in _file(found, name, sentences)),
    ]
    return whole_page("Couverture des règles", body, _STYLE)


def _text(words: str) -> str:
    return escape(unbroken(words), quote=False)


# --- tables -------------------------------------------------------------------------------------------


def _table(caption: str, headings: tuple[str, ...], rows: Iterable[str], figures: tuple[str, ...] = ()) -> str:
    """A table with its caption; the columns named in `figures` are set to the right."""
    cells = "".join(f'<th scope="col"{_figure(one in figures)}>{one}</th>' for one in headings)
    lines = "\n".join(rows)
    return (
        f'<div class="scroll"><table>\n<caption>{_text(caption)}</caption>\n<thead><tr>{cells}</tr></thead>\n'
        f"<tbody>\n{lines}\n</tbody>\n</table></div>"
    )


def _figure(yes: bool) -> str:
    return ' class="figure"' if yes else ""


def _row(title: str, *figures: object) -> str:
    """A row headed by a title; the rest are figures."""
    cells = "".join(f'<td class="figure">{_text(str(one))}</td>' for one in figures)
    return f'<tr><th scope="row">{title}</th>{cells}</tr>'


def _shares(found: Measure, sentences: Iterable[Sentence]) -> tuple[object, ...]:
    chosen = tuple(sentences)
    items = found.of(*chosen)
    missing = sum(one.missing for one in items)
    return (
        len(chosen), percent_text(share(items, "branch")), percent_text(share(items, "atom")), missing, found.cases(*chosen),
    )  # fmt: skip


_FIGURES = ("phrases", "branches", "MC/DC", "manquent", "cas")


def _files(found: Measure) -> str:
    files = found.files().items()
    rows = (_row(f'<a href="#{_anchor(name)}">{_text(name)}</a>', *_shares(found, some)) for name, some in files)
    return _table("Par fichier de règles", ("fichier", *_FIGURES), rows, _FIGURES)


def _cited(found: Measure) -> str:
    rows = (_row(_text(one.source), *_shares(found, one.sentences)) for one in found.cited)
    return _table("Par texte cité", ("texte", *_FIGURES), rows, _FIGURES) if found.cited else ""


def _scarce(found: Measure) -> str:
    rows = (_row(f'<a href="#{_anchor(one.name)}">{_text(one.name)}</a>', found.cases(one)) for one in found.scarce())
    return _table(f"Phrases jouées par moins de {ENOUGH} cas", ("phrase", "cas"), rows, ("cas",)) if found.scarce() else ""


def _values(found: Measure) -> str:
    """Which dated values were read: for information."""
    rows = (
        f'<tr><th scope="row">{_text(name)}</th><td>{_text(day_text(start))}</td><td>{_names(cases) or "aucun cas"}</td></tr>'
        for name, start, cases in found.values
    )
    headings = ("valeur", "à compter du", "lue par (trois cas au plus)")
    return _table("Valeurs datées lues (pour information)", headings, rows) if found.values else ""


# --- sentences ----------------------------------------------------------------------------------------


def _file(found: Measure, name: str, sentences: list[Sentence]) -> Iterator[str]:
    yield f'<h2 id="{_anchor(name)}">{_text(name)}</h2>'
    for one in sentences:
        cases = found.cases(one)
        sources = " ; ".join(one.source.sources)
        yield (
            f'<section aria-labelledby="{_anchor(one.name)}">\n<h3 id="{_anchor(one.name)}">{_text(one.name)}</h3>\n'
            f'<p class="quiet">{_text(sources)} — {cases} cas</p>\n<blockquote>{_text(written(one.source))}</blockquote>'
        )
        caption = "Ce que le recueil en montre"
        headings = ("état", "sorte", "élément", "cas, ou situation à écrire")
        yield _table(caption, headings, map(_item, found.of(one))) + "\n</section>"


def _item(one: Item) -> str:
    """A branch or an atom: its mark with its word, its words, its cases."""
    shown = _names(one.cases) if one.covered else _text(one.explanation or one.proposal)
    missing = ' class="missing"' if one.missing else ""
    return (
        f'<tr{missing}><td class="state">{mark(one)} {state_text(one)}</td><td>{kind_text(one)}</td>'
        f'<th scope="row">{_text(one.text)}</th><td>{shown}</td></tr>'
    )


def _names(cases: tuple[str, ...]) -> str:
    return ", ".join(f"<code>{escape(one)}</code>" for one in cases)


def _anchor(name: str) -> str:
    """A name as an anchor: one of its own, without blanks."""
    return escape("-".join(name.split()))
