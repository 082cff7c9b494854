"""A comparison with another system as one page that needs nothing else: what agrees, the families, the criteria.

No script, no network; nothing is said by colour alone. Counts nothing.
"""

from collections.abc import Iterator
from html import escape

from justesse.pages.bars import STYLE, Bar, chart, parted
from justesse.pages.figures import counted, number
from justesse.pages.frame import framed, row, whole_page
from justesse.shadow.causes import Cause
from justesse.shadow.found import DIFFERENT, SAME, STATES, Apart, Confrontation
from justesse.shadow.report import (
    Report,
    absent_words,
    bounds_words,
    cause_words,
    conclusion,
    family_verdict,
    limit_words,
    money,
    share,
    sides,
    value_words,
    when,
)  # fmt: skip

_MOST = 12
"""Differences shown of the first dossier of a family."""


def page(report: Report) -> str:
    """The whole page."""
    found = report.found
    body = [
        f"<h1>{escape(report.theirs)} : leurs décisions et les nôtres</h1>",
        f'<p class="quiet">Dossiers : {escape(report.ours)}. Ligne mesurée : {escape(found.line.name)}.</p>',
        f'<p class="great">{escape(conclusion(report))}</p>',
        *_criteria(report),
        "<h2>Ce qui est pareil, ce qui diffère</h2>",
        _states(found),
        *(f"<p>{escape(said)}</p>" for said in (absent_words(found), bounds_words(report.bounded)) if said),
        "<h2>Par type de cas</h2>",
        chart("Part des dossiers identiques, différents, à part, par type de cas", list(_kinds(found))),
        '<p class="quiet">De gauche à droite : identiques (plein), différents (hachuré), à part (gris).</p>',
        *(["<h2>Les familles d'écarts</h2>"] if found.families else []),
        *(part for name, some in found.families.items() for part in _family(report, name, some)),
    ]
    if report.apart:
        body.append(f'<p class="quiet">Colonnes non comparées : {escape(", ".join(report.apart))}.</p>')
    return whole_page("Deux systèmes confrontés", body, STYLE)


def _criteria(report: Report) -> Iterator[str]:
    if report.criteria is None:
        return
    rows = "".join(
        row(one.criterion.measure, (limit_words(one), value_words(one), "rempli" if one.met else "<strong>non rempli</strong>"))
        for one in report.measured
    )
    yield framed(("mesure", "limite", "mesuré", ""), rows, "<caption>Critères fixés avant la confrontation</caption>")
    yield (
        f'<p class="quiet">Fixés le {escape(report.criteria.day)} par {escape(report.criteria.by)} ;'
        f" empreinte {report.criteria.fingerprint}. Une part est une part de tous les dossiers.</p>"
    )


def _states(found: Confrontation) -> str:
    rows = "".join(row(one, (number(found.states[one]), share(found.states[one], found.dossiers))) for one in STATES)
    sums = (
        f"<p>Dossiers comparés, ligne « {escape(found.line.name)} » : nous {money(found.ours)}, eux {money(found.theirs)},"
        f" écart {money(found.theirs - found.ours)}.</p>"
    )
    return framed(("", "dossiers", "part"), rows) + sums


def _kinds(found: Confrontation) -> Iterator[tuple[str, list[Bar], str]]:
    for kind, states in sorted(found.kinds.items()):
        whole, same, differ = states.total(), states[SAME], states[DIFFERENT]
        bars = list(parted((("gain", same), ("perte", differ), ("égal", whole - same - differ))))
        yield kind or "sans type", bars, number(whole)


def _family(report: Report, name: str, some: list[Apart]) -> Iterator[str]:
    verdict = family_verdict(report.judged, name)
    gap = money(sum(one.gap for one in some))
    yield f"<h3>{escape(name)}</h3>"
    yield f"<p>{counted(len(some), 'dossier')} ; écart {gap}. Verdict : <strong>{escape(verdict)}</strong></p>"
    causes = report.causes.get(name, [])
    if causes:
        items = "".join(f"<li>{escape(cause_words(one))}{_sentences(one)}</li>" for one in causes)
        yield f"<p>Essayé sur quelques dossiers :</p><ul>{items}</ul>"
    yield _example(some[0])


def _sentences(cause: Cause) -> str:
    told = (f"« {escape(one.sentence)} » ({escape(one.place)})" for one in cause.departures if one.sentence)
    return "".join(f' <span class="quiet">{one}</span>' for one in told)


def _example(one: Apart) -> str:
    rows = "".join(row(each.line, (when(each), *map(escape, sides(each)))) for each in one.differences[:_MOST])
    return framed(("ligne", "jours", "nous", "eux"), rows, f"<caption>Par exemple, le dossier {escape(one.name)}</caption>")
