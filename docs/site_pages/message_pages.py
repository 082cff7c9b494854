"""The messages of the catalogue, each with its example to avoid and its example to follow."""

from justesse.diagnostics.catalogue import ENTRIES

_KINDS = {
    "regle": "Dans une règle", "vocabulaire": "Dans le vocabulaire", "dossier": "Dans un dossier",
    "changement": "Dans un changement demandé",
    "parametre": "Dans une valeur datée ou une source", "cas": "Dans un cas", "fichier": "Dans un fichier",
    "mutants": "Dans les mutants signés",
    "calcul": "Pendant le calcul",
}  # fmt: skip


def messages_page() -> str:
    """The catalogue, by the kind of text at fault."""
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
