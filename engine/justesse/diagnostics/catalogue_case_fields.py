"""Entries of the catalogue: the fields of a case.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

CASE_FIELDS: tuple[Entry, ...] = (
    Entry(
        "D0101",
        "Un dossier qui n'est pas fait de champs",
        "Le dossier doit être fait de champs « nom: valeur ».",
        "Écrivez la fiche de la personne et ses listes, une clé par ligne.",
        (
            "Le dossier est un ensemble de champs nommés : la personne, puis ses listes. Une simple liste ou un simple texte "
            "ne dit pas à quoi chaque valeur se rapporte."
        ),
        "dossier",
        """\
- 2025-03-03
- 2025-03-20
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    prix: 12
lecteur:
  inscription: 2024-01-01
""",
    ),
    Entry(
        "D0102",
        "Une liste est attendue",
        "« {champ} » est une liste : chaque élément commence par un tiret.",
        "Mettez un tiret devant le premier champ de chaque élément et alignez les autres dessous.",
        (
            "Même s'il n'y en a qu'un, l'élément d'une liste s'écrit avec un tiret. C'est ce qui permet d'en ajouter un "
            "second sans changer le premier."
        ),
        "dossier",
        """\
prêts:
  début: 2025-03-03
  fin: 2025-03-20
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
""",
    ),
    Entry(
        "D0103",
        "Un élément de liste sans champs",
        "Chaque élément de « {champ} » doit être fait de champs « nom: valeur ».",
        "Nommez chaque valeur de l'élément : « début: 2025-03-03 ».",
        "Une date seule ne dit pas si c'est un début ou une fin. Chaque valeur porte son nom.",
        "dossier",
        """\
prêts:
  - 2025-03-03
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
""",
    ),
    Entry(
        "D0104",
        "Un fait manque",
        "Il manque « {champ} » ({fiche}).",
        "Ajoutez « {champ}: … » ; si le vocabulaire le permet, écrivez « inconnu ».",
        (
            "Ce fait est nécessaire et rien ne permet de le supposer. Une valeur inventée changerait la décision sans qu'on "
            "le voie."
        ),
        "dossier",
        """\
prêts:
  - début: 2025-03-03
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
""",
    ),
    Entry(
        "D0105",
        "Une date mal écrite",
        "« {lu} » n'est pas une date ({champ}).",
        "Écrivez la date sous la forme AAAA-MM-JJ, par exemple 2025-03-31.",
        (
            "L'année d'abord, puis le mois, puis le jour : cet ordre évite de confondre le 3 avril et le 4 mars. Une date qui "
            "n'existe pas au calendrier est refusée aussi."
        ),
        "dossier",
        """\
prêts:
  - début: 03/04/2025
    fin: 2025-04-20
""",
        """\
prêts:
  - début: 2025-04-03
    fin: 2025-04-20
""",
    ),
    Entry(
        "D0106",
        "Un mois mal écrit",
        "« {lu} » n'est pas un mois ({champ}).",
        "Écrivez AAAA-MM, ou « AAAA-MM à AAAA-MM » pour la même ligne répétée chaque mois.",
        (
            "Un mois civil s'écrit sans jour. La forme « 2025-01 à 2025-03 » vaut pour janvier, février et mars ; le second "
            "mois ne peut pas venir avant le premier."
        ),
        "dossier",
        """\
cotisations:
  - mois: mars 2025
    versement: 5
    heures: 10
""",
        """\
cotisations:
  - mois: 2025-03
    versement: 5
    heures: 10
""",
    ),
    Entry(
        "D0107",
        "Un nombre mal écrit",
        "« {lu} » n'est pas un nombre ({champ}).",
        "Écrivez le nombre sans unité, avec une virgule pour les décimales : {exemple}.",
        (
            "La virgule est le seul séparateur décimal et l'unité est celle du vocabulaire. Un point pourrait être lu comme "
            "un séparateur de milliers : mille fois plus ou mille fois moins."
        ),
        "dossier",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    prix: 12.50
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    prix: 12,50
""",
    ),
    Entry(
        "D0108",
        "Oui ou non",
        "« {lu} » n'est ni « oui » ni « non » ({champ}).",
        "Écrivez « oui » ou « non ».",
        ("Ces champs n'ont que deux réponses. « Vrai », « x » ou « 1 » se comprennent, mais ne se relisent pas avec certitude."),
        "dossier",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    à distance: vrai
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    à distance: oui
""",
    ),
    Entry(
        "D0109",
        "Un choix inconnu",
        "« {lu} » n'est pas un choix possible pour « {champ} » : vouliez-vous dire {proche} ?",
        "Recopiez l'un des choix déclarés au vocabulaire.",
        (
            "Les choix forment une liste fermée, celle que les règles connaissent. Un choix mal écrit ne serait reconnu par "
            "aucune règle."
        ),
        "dossier",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    nature: ordinnaire
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    nature: ordinaire
""",
    ),
)
