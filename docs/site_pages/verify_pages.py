"""What a lawyer has left to check: the readings to validate, the texts not read, the values not checked again."""

from justesse.program.checks import stale_values
from justesse.program.program import InterpretationRule, Program
from justesse.program.register import CitedText
from justesse.values.calendar import iso_day

from .marks import cell, source_link, text_link, version_link
from .site import Site


def interpretations_page(program: Program) -> str:
    """Every choice the texts leave."""
    lines = [
        "# Les interprétations", "",
        "Là où le texte laisse un choix, la lecture retenue est écrite, l'autre aussi.",
        "`--lecture identifiant=\"autre lecture\"` calcule avec l'autre, quand elle est encodée.", "",
    ]  # fmt: skip
    for one in program.interpretations.values():
        lines += _interpretation(program, one)
    return "\n".join(lines)


def _interpretation(program: Program, one: InterpretationRule) -> list[str]:
    lines = [f"## {one.identifier}", "", one.statement, "", f"- Lecture retenue : « {one.readings[0]} »"]
    lines += [f"- Autre lecture : « {other} » ({_encoded(program, one, other)})" for other in one.readings[1:]]
    lines += [f"- {name.capitalize()} : {value}" for name, value in one.fields if "lecture" not in name]
    return [*lines, f"- Sources : {' ; '.join(source_link(source, program.register) for source in one.sources)}", ""]


def _encoded(program: Program, one: InterpretationRule, reading: str) -> str:
    clauses = [clause for quantity in program.quantities.values() for clause in (*quantity.rules, *quantity.exceptions)]
    return "encodée" if (reading, one.identifier) in {clause.reading for clause in clauses} else "pas encore encodée"


# --- the law to verify ----------------------------------------------------------------------------


def to_verify_page(site: Site, today: int) -> str:
    """Readings, texts, values, warnings."""
    register = site.program.register
    unread = [one for one in register.values() if _unread(one)]
    return "\n".join([
        "# Le droit à vérifier", "",
        "## Les lectures à valider", "", *_readings(site), "",
        "## Les textes à lire ou à vérifier", "",
        f"{len(register)} textes sont au registre ; {len(unread)} attendent encore une lecture complète.", "",
        "| Texte | Objet | Vérification | Versions non lues |", "|---|---|---|---|",
        *(_text(one) for one in unread), "",
        "## Les valeurs datées et leur dernière vérification", "", *_values(site, today), "",
        "## Avertissements du contrôle des règles", "", *_warnings(site), "",
    ])  # fmt: skip


def _readings(site: Site) -> list[str]:
    rows = ["| Interprétation | Lecture retenue | Autres lectures | Statut | Sources |", "|---|---|---|---|---|"]
    for one in site.program.interpretations.values():
        others = " ; ".join(f"«\u00a0{cell(other)}\u00a0» ({_encoded(site.program, one, other)})" for other in one.readings[1:])
        sources = " ; ".join(cell(source) for source in one.sources)
        link = f"[{one.identifier}](interpretations.md#{one.identifier})"
        status = dict(one.fields).get("statut", "—")
        rows.append(f"| {link} | «\u00a0{cell(one.readings[0])}\u00a0» | {others} | {cell(status)} | {sources} |")
    return rows


def _unread(one: CitedText) -> bool:
    return not one.checked_how.startswith("texte lu") or any("texte non lu" in version.note for version in one.versions)


def _text(one: CitedText) -> str:
    return f"| {text_link(one)} | {cell(one.subject)} | {cell(one.checked_how)} | {_versions(one)} |"


def _versions(one: CitedText) -> str:
    return ", ".join(version_link(version) for version in one.versions if "texte non lu" in version.note)


def _values(site: Site, today: int) -> list[str]:
    stale = {dict(one.details)["nom"] for one in stale_values(site.program, today)}
    rows = ["| Valeur | Connue jusqu'au | Vérifiée le | |", "|---|---|---|---|"]
    for one in site.program.parameters.values():
        known = iso_day(one.known_until) if one.known_until else "—"
        checked = iso_day(one.checked_on) if one.checked_on else "—"
        past = one.known_until is not None and one.known_until < today
        mark = "**à compléter**" if past else "**à revérifier**" if one.name in stale or not one.checked_on else "à jour"
        rows.append(f"| [{one.name}](parametres.md) | {known} | {checked} | {mark} |")
    return rows


def _warnings(site: Site) -> list[str]:
    counted = {code: sum(one.code == code for one in site.diagnostics) for code in sorted({one.code for one in site.diagnostics})}
    return [f"- [{code}](../reference/messages.md#{code.lower()}) : {number}" for code, number in counted.items()] or ["Aucun."]
