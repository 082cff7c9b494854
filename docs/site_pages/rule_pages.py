"""One page a rule file: each sentence with its texts, versions, exceptions, readings, cases, and what reads what."""

from pathlib import Path

from justesse.program.program import Clause, InterpretationRule, NoticeRule
from justesse.program.register import registered

from .exercise import key_of
from .marks import KINDS, cell, count, interval, source_link
from .site import Sentence, Site, quantities_read, slug, title, values_read, versions_of
from .version_drawing import Bar, bar_text, drawing, last_year, text_bars

MOST_CASES = 12


def rules_index(site: Site) -> str:
    """Every question, then every identifier."""
    questions = [f"| [{title(path)}]({slug(site.root, path)}.md) | {_counts(site, path)} |" for path in site.sentences]
    return "\n".join([
        "# Les règles en vigueur dans ce dépôt", "",
        "Ces pages sont produites à partir des fichiers de règles et du recueil de cas : elles ne peuvent pas en différer.", "",
        "## Par question", "",
        "| Question | Contenu |", "|---|---|", *questions, "",
        "## Par identifiant", "",
        "| Identifiant | Genre | Définit | Cas |", "|---|---|---|---:|", *_identifiers(site), "",
    ])  # fmt: skip


def _counts(site: Site, path: Path) -> str:
    names = {"règle": 0, "exception": 0, "levée d'exception": 0, "interprétation": 0, "signalement": 0, "motif hors champ": 0}
    for versions in versions_of(site.sentences[path]):
        names[_kind(versions[0])] += 1
    parts = [count(number, word, _plural(word)) for word, number in names.items() if number]
    return ", ".join(parts) or "fiches, grandeurs, paramètres, pièces, décision"


def _plural(word: str) -> str:
    return {"levée d'exception": "levées d'exception", "motif hors champ": "motifs hors champ"}.get(word, word + "s")


def _kind(one: object) -> str:
    match one:
        case Clause():
            return KINDS[one.kind]
        case NoticeRule():
            return "signalement" if one.kind == "warning" else "motif hors champ"
        case _:
            return "interprétation"


def _identifiers(site: Site) -> list[str]:
    rows = []
    for path in site.sentences:
        for versions in versions_of(site.sentences[path]):
            first = versions[0]
            defined = site.quantity_of[id(first)].key if isinstance(first, Clause) else "—"
            cases = "—" if isinstance(first, InterpretationRule) else str(len(_retaining(site, versions)))
            rows.append((first.identifier, f"| {site.link(first.identifier)} | {_kind(first)} | {cell(defined)} | {cases} |"))
    return [row for _, row in sorted(rows)]


# --- a page ---------------------------------------------------------------------------------------


def rule_page(site: Site, path: Path) -> str:
    """The sentences of a file in their order, then the whole file."""
    name = path.relative_to(site.root)
    lines = [f"# {title(path)}", "", f"Fichier `{name}`.", ""]
    for versions in versions_of(site.sentences[path]):
        lines += [*_section(site, versions), ""]
    text = path.read_text(encoding="utf-8").rstrip()
    if not site.sentences[path]:
        return "\n".join([*lines, "```text", text, "```", ""])
    quoted = [f"    {line}".rstrip() for line in ("```text", *text.splitlines(), "```")]
    return "\n".join([*lines, "## Le fichier entier", "", f'??? quote "{name}"', "", *quoted, ""])


def _section(site: Site, versions: list[Sentence]) -> list[str]:
    first = versions[0]
    match first:
        case Clause():
            return _clause(site, versions)
        case NoticeRule():
            body = [*_written(versions), *_sources(site, versions), *_cases(site, versions)]
            return [*_head(_kind(first), first.identifier), *body]
        case _:
            return [*_head("Interprétation", first.identifier), *_written(versions), *_sources(site, versions)]


def _head(words: str, identifier: str) -> list[str]:
    return [f"## {words[:1].upper()}{words[1:]} · {identifier} {{ #{identifier} }}", ""]


def _written(versions: list[Sentence]) -> list[str]:
    """The sentences, as their author wrote them."""
    texts = [one.span.source.text[one.span.start : one.span.end].rstrip() for one in versions]
    return ["```text", "\n\n".join(texts), "```", ""]


def _sources(site: Site, versions: list[Sentence]) -> list[str]:
    cited = dict.fromkeys(source for one in versions for source in one.sources)
    return [f"- **Sources** : {' ; '.join(source_link(one, site.program.register) for one in cited)}"]


def _clause(site: Site, versions: list[Clause]) -> list[str]:
    quantity = site.quantity_of[id(versions[0])]
    kind = KINDS[versions[0].kind]
    words = quantity.key if kind == "règle" else f"{quantity.key}, {kind}"
    return [
        *_head(words, versions[0].identifier), *_written(versions), *_dates(site, versions), *_sources(site, versions),
        *_relations(site, versions), *_readings(versions), *_reads(site, versions), *_cases(site, versions),
    ]  # fmt: skip


# --- versions -------------------------------------------------------------------------------------


def _dates(site: Site, versions: list[Clause]) -> list[str]:
    """The drawing, when something ever changed; each version in words."""
    texts = {text.name: text for one in versions for source in one.sources if (text := registered(source, site.program.register))}
    ours = [bar for one in versions for bar in _bars(one)]
    theirs = [bar for text in texts.values() for bar in text_bars(text)]
    dated = any(bar.start or bar.end for bar in ours)
    if not dated and all(sum(bar.row == name for bar in theirs) < 2 for name in texts):
        return []
    checked = max((text.checked_on or 0 for text in texts.values()), default=0)
    bars = [*ours, *theirs]
    figure = drawing(bars, last_year(bars, checked or _last_change(bars)))
    twin = [f"    - {cell(bar.row)} : {bar_text(bar)} ({cell(bar.words)})" for bar in bars]
    return [figure, "", '??? note "Les versions, en toutes lettres"', "", *twin, ""]


def _last_change(bars: list[Bar]) -> int:
    return max((day for bar in bars for day in (bar.start, bar.end) if day is not None), default=738_000)


def _bars(clause: Clause) -> list[Bar]:
    reading = f"lecture « {clause.reading[0]} »" if clause.reading else "cette règle"
    if not clause.validities:
        return [Bar(reading, None, None, "sans date", True)]
    return [Bar(reading, one.start, one.end, interval(one), True) for one in clause.validities]


# --- relations ------------------------------------------------------------------------------------


def _relations(site: Site, versions: list[Clause]) -> list[str]:
    quantity = site.quantity_of[id(versions[0])]
    name = versions[0].identifier
    out = dict.fromkeys(target for one in versions for target in one.targets)
    over = dict.fromkeys(target for one in versions for target in one.priorities)
    into = dict.fromkeys(one.identifier for one in quantity.exceptions if name in one.targets)
    rows = (("Exception à", out), ("Prime sur", over), ("Exceptions qui la touchent", into))
    return [f"- **{words}** : {', '.join(site.link(one) for one in found)}" for words, found in rows if found]


def _readings(versions: list[Clause]) -> list[str]:
    chosen = [one.reading for one in versions if one.reading is not None]
    words = [f"« {cell(reading)} » de [{name}](interpretations.md#{name})" for reading, name in chosen]
    return [f"- **Lectures** : {' ; '.join(words)}"] if words else []


def _reads(site: Site, versions: list[Clause]) -> list[str]:
    facts, values = values_read(versions)
    read = [site.quantity_link(key) for key in quantities_read(versions)]
    dated = [f"[{name}](parametres.md)" for name in values]
    readers = [site.quantity_link(key) for key in site.readers.get(site.quantity_of[id(versions[0])].key, [])]
    rows = (("Lit", [*read, *dated, *(f"{one} (dossier)" for one in facts)]), ("Lue par", readers))
    return [f"- **{words}** : {', '.join(found)}" for words, found in rows if found]


# --- cases ----------------------------------------------------------------------------------------


def _retaining(site: Site, versions: list[Sentence]) -> list[str]:
    return site.exercise.cases_of(_keys(versions))


def _keys(versions: list[Sentence]) -> list[str]:
    return [key_of(one.identifier, one.version if isinstance(one, Clause) else "") for one in versions]


def _cases(site: Site, versions: list[Sentence]) -> list[str]:
    """The cases that retained the sentence, those that cite its texts first; how many looked at it in vain."""
    names = _retaining(site, versions)
    others = {name for key in _keys(versions) for name in site.exercise.refused.get(key, ())} - set(names)
    aside = f" ; examinée sans être retenue dans {len(others)}" if others else ""
    if not names:
        return [f"- **Cas** : aucun cas ne la retient{aside}."]
    nearest = sorted(names, key=lambda name: not _cites(site, name, versions))[:MOST_CASES]
    shown = [f"    - `{name}` : {cell(site.exercise.titles[name])}" for name in nearest]
    more = [f"    - et {len(names) - MOST_CASES} autres"] if len(names) > MOST_CASES else []
    return ["", f'??? example "Retenue dans {count(len(names), "cas", "cas")}{aside}"', "", *shown, *more]


def _cites(site: Site, case: str, versions: list[Sentence]) -> bool:
    """Whether the origin of a case cites a text of the sentence."""
    cited = {source for one in versions for source in one.sources}
    return any(article in cited for article in site.exercise.articles[case])
