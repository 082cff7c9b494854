"""Pages of the site that are read from the rules: one a rule file, dated values, interpretations, law to verify, messages.

MkDocs calls the functions named `on_…`. The pages are made at each build and written nowhere else; nothing is computed.
"""

import html
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "engine"))

from mkdocs.structure.files import File, Files  # noqa: E402

from justesse.diagnostics.diagnostic import Diagnostic  # noqa: E402
from justesse.program.load import load_program  # noqa: E402
from justesse.program.program import InterpretationRule, ParameterSeries, Program  # noqa: E402
from justesse.program.register import CitedText  # noqa: E402
from justesse.text.source import Span  # noqa: E402
from justesse.values.calendar import iso_day  # noqa: E402

_KINDS = {
    "regle": "Dans une règle", "vocabulaire": "Dans le vocabulaire", "dossier": "Dans un dossier",
    "parametre": "Dans une valeur datée ou une source", "cas": "Dans un cas",
    "mutants": "Dans les mutants signés", "fichier": "Dans un fichier",
    "calcul": "Pendant le calcul",
}  # fmt: skip


def on_files(files: Files, config: Any) -> Files:
    """Add the generated pages, and their places in the navigation."""
    program, diagnostics = load_program(ROOT / "rules")
    if program is None:
        raise SystemExit(f"rules do not load: {sorted({one.code for one in diagnostics})}")
    pages = {
        "regles/index.md": _rules_index(program),
        "regles/parametres.md": _parameters(program),
        "regles/interpretations.md": _interpretations(program),
        "regles/a_verifier.md": _to_verify(program, diagnostics),
        "reference/messages.md": _messages(),
    }
    rule_pages = {f"regles/{_slug(path)}.md": _rule_page(program, path) for path in _rule_files()}
    for name, text in {**pages, **rule_pages}.items():
        files.append(File.generated(config, name, content=text))
    _into_navigation(config, list(rule_pages))
    return files


def _into_navigation(config: Any, names: list[str]) -> None:
    for entry in config["nav"]:
        if "Les règles" in entry:
            entry["Les règles"][1:1] = [{"Question par question": names}]


# --- rules ----------------------------------------------------------------------------------------


def _rule_files() -> list[Path]:
    return sorted((ROOT / "rules").rglob("*.regle"))


def _slug(path: Path) -> str:
    return "_".join(path.relative_to(ROOT / "rules").with_suffix("").parts)


def _title(path: Path) -> str:
    """The text of the title sentence: « texte : « … ». »."""
    text = path.read_text(encoding="utf-8")
    return text.split("«", 1)[1].split("»", 1)[0].strip() if "«" in text else path.stem


def _rules_index(program: Program) -> str:
    rows = [f"| [{_title(path)}]({_slug(path)}.md) | {_counts(program, path)} |" for path in _rule_files()]
    return "\n".join([
        "# Les règles en vigueur dans ce dépôt", "",
        "Ces pages sont produites à partir des fichiers de règles : elles ne peuvent pas en différer.", "",
        "| Question | Contenu |", "|---|---|", *rows, "",
    ])  # fmt: skip


def _counts(program: Program, path: Path) -> str:
    kinds = {"rule": "règles", "exception": "exceptions", "lift": "levées d'exception"}
    found = [clause.kind for clause in _clauses(program, path)]
    parts = [f"{found.count(kind)} {french}" for kind, french in kinds.items() if kind in found]
    return ", ".join(parts) or "fiches, grandeurs, paramètres, pièces, décision"


def _clauses(program: Program, path: Path) -> list[Any]:
    everything = [one for quantity in program.quantities.values() for one in (*quantity.rules, *quantity.exceptions)]
    unique = {(one.identifier, one.version, one.span.start): one for one in everything if _is_from(one.span, path)}
    return sorted(unique.values(), key=lambda one: one.span.start)


def _is_from(span: Span, path: Path) -> bool:
    return span.source.name == str(path.relative_to(ROOT))


def _rule_page(program: Program, path: Path) -> str:
    lines = [f"# {_title(path)}", "", f"Fichier `{path.relative_to(ROOT)}`.", ""]
    clauses = _clauses(program, path)
    if clauses:
        lines += ["| Identifiant | Genre | Sources | Applicable | Lecture |", "|---|---|---|---|---|"]
        lines += [_clause_row(clause) for clause in clauses]
    lines += ["", "## Le texte", "", "```text", path.read_text(encoding="utf-8").rstrip(), "```", ""]
    return "\n".join(lines)


def _clause_row(clause: Any) -> str:
    kind = {"rule": "règle", "exception": "exception", "lift": "levée d'exception"}[clause.kind]
    if clause.targets:
        kind += " à " + ", ".join(f"`{one}`" for one in clause.targets)
    dates = " ; ".join(_interval(one) for one in clause.validities) or "toujours"
    reading = f"« {clause.reading[0]} » ([{clause.reading[1]}](interpretations.md#{clause.reading[1]}))" if clause.reading else ""
    return f"| `{clause.identifier}` | {kind} | {_cell(' ; '.join(clause.sources))} | {_cell(dates)} | {reading} |"


def _interval(validity: Any) -> str:
    start = f" à compter du {iso_day(validity.start)}" if validity.start is not None else ""
    end = f" jusqu'au {iso_day(validity.end)}" if validity.end is not None else ""
    return f"selon {validity.words}{start}{end}"


def _cell(text: str) -> str:
    return html.escape(text, quote=False).replace("|", "\\|").replace("\n", " ")


# --- dated values, interpretations ----------------------------------------------------------------


def _parameters(program: Program) -> str:
    lines = ["# Les valeurs datées", "", "Un fichier par valeur, dans `rules/parametres/`. Chaque montant porte sa source.", ""]
    for series in program.parameters.values():
        lines += _series(program, series)
    return "\n".join(lines)


def _series(program: Program, series: ParameterSeries) -> list[str]:
    clock = program.declarations.parameters[series.name].clock or "la date que la règle indique"
    known = iso_day(series.known_until) if series.known_until else "—"
    checked = iso_day(series.checked_on) if series.checked_on else "—"
    unit = getattr(series.type, "unit", "")
    return [
        f"## {series.name}", "",
        f"Choisie selon {clock} ; connue jusqu'au {known} ; vérifiée le {checked}. Fichier `{series.file}`.", "",
        f"| À compter du | Valeur{f' ({unit})' if str(unit) else ''} | Source |", "|---|---|---|",
        *(f"| {iso_day(one.start)} | {_decimal(one.value)} | {_cell(one.source)} |" for one in reversed(series.values)), "",
    ]  # fmt: skip


def _decimal(value: Any) -> str:
    """An exact decimal with a comma; parameter files hold nothing else."""
    scaled, places = value, 0
    while scaled.denominator != 1 and places < 12:
        scaled, places = scaled * 10, places + 1
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    whole, part = (digits[:-places], digits[-places:]) if places else (digits, "")
    return f"{'-' if value < 0 else ''}{whole}{',' + part if part else ''}"


def _interpretations(program: Program) -> str:
    lines = [
        "# Les interprétations", "",
        "Là où le texte laisse un choix, la lecture retenue est écrite, l'autre aussi.",
        "`--lecture identifiant=\"autre lecture\"` calcule avec l'autre, quand elle est encodée.", "",
    ]  # fmt: skip
    for one in program.interpretations.values():
        lines += _interpretation(program, one)
    return "\n".join(lines)


def _interpretation(program: Program, one: InterpretationRule) -> list[str]:
    encoded = _encoded_readings(program, one.identifier)
    lines = [f"## {one.identifier}", "", one.statement, "", f"- Lecture retenue : « {one.readings[0]} »"]
    for other in one.readings[1:]:
        lines.append(f"- Autre lecture : « {other} » ({'encodée' if other in encoded else 'pas encore encodée'})")
    lines += [f"- {name.capitalize()} : {value}" for name, value in one.fields if "lecture" not in name]
    return [*lines, f"- Sources : {' ; '.join(one.sources)}", ""]


def _encoded_readings(program: Program, identifier: str) -> set[str]:
    clauses = [one for quantity in program.quantities.values() for one in (*quantity.rules, *quantity.exceptions)]
    return {one.reading[0] for one in clauses if one.reading is not None and one.reading[1] == identifier}


# --- law to verify, messages ----------------------------------------------------------------------


def _to_verify(program: Program, diagnostics: list[Diagnostic]) -> str:
    doubtful = [one for one in program.register.values() if _unread(one)]
    lines = [
        "# Le droit à vérifier", "",
        f"{len(program.register)} textes sont cités par les règles ; {len(doubtful)} attendent encore une lecture complète.", "",
        "| Texte | Objet | Vérification |", "|---|---|---|",
        *(f"| {_cell(one.name)} | {_cell(one.subject)} | {_cell(_doubt(one))} |" for one in doubtful), "",
        "## Avertissements du contrôle des règles", "",
    ]  # fmt: skip
    counted = {code: sum(one.code == code for one in diagnostics) for code in sorted({one.code for one in diagnostics})}
    lines += [f"- [{code}](../reference/messages.md#{code.lower()}) : {number}" for code, number in counted.items()] or ["Aucun."]
    return "\n".join([*lines, ""])


def _unread(one: CitedText) -> bool:
    return not one.checked_how.startswith("texte lu") or any("texte non lu" in version.note for version in one.versions)


def _doubt(one: CitedText) -> str:
    unread = [version.identifier for version in one.versions if "texte non lu" in version.note]
    return one.checked_how + (f" ; versions non lues : {', '.join(unread)}" if unread else "")


def _messages() -> str:
    from justesse.diagnostics.catalogue import ENTRIES

    lines = ["# Les messages d'erreur", ""]
    lines += ["Chaque message porte un code. `justesse comprendre CODE` affiche la même page dans le terminal.", ""]
    for kind, title in _KINDS.items():
        entries = [one for one in ENTRIES.values() if one.kind == kind]
        lines += [f"## {title}", ""] if entries else []
        for one in entries:
            lines += [f"### {one.code} · {one.title} {{ #{one.code.lower()} }}", "", one.page, ""]
            lines += ["Comment corriger : " + one.remedy, ""]
            for label, example in (("À éviter", one.bad), ("À écrire", one.good)):
                lines += [f"{label} :", "", "```text", example.strip("\n"), "```", ""] if example else []
    return "\n".join(lines)
