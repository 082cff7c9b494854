"""Entries of the catalogue: what a person asks to change in a case.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

_CASE = """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-08
  - début: 2025-04-03
    fin: 2025-04-08
=== changement
"""

EDITS: tuple[Entry, ...] = (
    Entry(
        "S0101",
        "Un changement qui ne se lit pas",
        "« {lu} » n'a la forme d'aucun changement.",
        "Écrivez « liste[numéro].champ = valeur », « liste[champ=valeur].champ = valeur », « liste[numéro] supprimé » ou "
        "« liste ajout champ=valeur champ=valeur ».",
        (
            "Un changement dit trois choses : quelle fiche, quel champ, quelle valeur. S'il en manque une, on calculerait autre "
            "chose que ce que vous demandez."
        ),
        "changement",
        _CASE + "prêts[1] fin 2025-03-20\n",
        _CASE + "prêts[1].fin = 2025-03-20\n",
    ),
    Entry(
        "S0102",
        "Un changement qui ne désigne aucune fiche",
        "Aucune fiche de « {liste} » ne répond à « {lu} » ; {proche}.",
        "Donnez le numéro de la fiche dans le fichier, à partir de 1, ou la valeur d'un de ses champs.",
        "Sans fiche à changer, le calcul serait celui du dossier tel qu'il est, et vous croiriez que le changement ne fait rien.",
        "changement",
        _CASE + "prêts[3].fin = 2025-05-20\n",
        _CASE + "prêts[2].fin = 2025-05-20\n",
    ),
    Entry(
        "S0103",
        "Un changement qui désigne plusieurs fiches",
        "« {lu} » désigne {nombre} fiches de « {liste} » (numéros {numeros}) : un changement n'en vise qu'une.",
        "Ajoutez une valeur qui n'appartient qu'à elle (« [champ=valeur, champ=valeur] »), ou donnez son numéro.",
        "Changer plusieurs fiches d'un coup serait facile à écrire sans l'avoir voulu. Répétez « --changer » pour chacune.",
        "changement",
        _CASE + "prêts.fin = 2025-05-20\n",
        _CASE + "prêts[début=2025-04-03].fin = 2025-05-20\n",
    ),
)
