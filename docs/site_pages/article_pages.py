"""Article by article: the rules that cite it, the cases that exercise them; what has no rule, or too few cases, is shown."""

from justesse.program.citations import Cited, citations
from justesse.program.program import Clause, InterpretationRule
from justesse.program.register import CitedText

from .exercise import key_of
from .marks import cell, count, text_link, text_order
from .site import Site

ENOUGH = 3
"""Below, at, above: fewer cases than that prove little."""


def articles_page(site: Site) -> str:
    """The table, after the two lists of blanks."""
    cited = citations(site.program)
    cases = _cases_by_rule(site)
    texts = sorted(site.program.register.values(), key=lambda one: text_order(one.name))
    without = [one for one in texts if not (cited[one.name].rules or cited[one.name].values)]
    few = sorted((len(some), name) for name, some in cases.items() if len(some) < ENOUGH)
    return "\n".join([
        "# Article par article", "",
        f"{len(texts)} textes au registre, {len(texts) - len(without)} cités par une règle ou une valeur datée ; "
        f"{count(len(few), 'règle')} sur {len(cases)} ont moins de {ENOUGH} cas.", "",
        "## Les articles, leurs règles, leurs cas", "",
        "| Texte | Objet | Règles | Cas |", "|---|---|---|---:|",
        *(_row(site, one, cited[one.name], cases) for one in texts), "",
        "## Les textes sans règle", "", *_without(without), "",
        f"## Les règles qui ont moins de {ENOUGH} cas", "",
        "| Règle | Cas |", "|---|---:|", *(f"| {site.link(name)} | {number or '**aucun**'} |" for number, name in few), "",
    ])  # fmt: skip


def _row(site: Site, text: CitedText, cited: Cited, cases: dict[str, set[str]]) -> str:
    link = text_link(text)
    rules = ", ".join(site.link(one) for one in cited.rules)
    others = [f"[{one}](interpretations.md#{one}) (interprétation)" for one in cited.interpretations]
    values = [f"[{one}](parametres.md) (valeur datée)" for one in cited.values]
    named = ", ".join([*([rules] if rules else []), *values, *others]) or "**aucune règle**"
    exercised = {case for one in cited.rules for case in cases.get(one, ())}
    return f"| {link} | {cell(text.subject)} | {named} | {len(exercised) if cited.rules else ''} |"


def _without(texts: list[CitedText]) -> list[str]:
    return [f"- {text_link(one)} : {cell(one.subject)}" for one in texts] or ["Aucun."]


def _cases_by_rule(site: Site) -> dict[str, set[str]]:
    made: dict[str, set[str]] = {}
    for sentences in site.sentences.values():
        for one in sentences:
            if not isinstance(one, InterpretationRule):
                key = key_of(one.identifier, one.version if isinstance(one, Clause) else "")
                made.setdefault(one.identifier, set()).update(site.exercise.retained.get(key, ()))
    return made
