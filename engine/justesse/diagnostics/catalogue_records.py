"""Entries of the catalogue: decision records, what is bounded, what is refused.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

RECORDS: tuple[Entry, ...] = (
    Entry(
        "F0123",
        "Un fichier qui n'est pas un acte de décision",
        "« {chemin} » n'est pas un acte de décision que l'on puisse rejouer : {raison}.",
        "Donnez le fichier qu'a écrit « justesse calculer --acte », tel quel.",
        (
            "Un acte contient le dossier, les lectures et les empreintes qui permettent de refaire le calcul. Si l'une de ces "
            "parties manque, rien ne peut être comparé."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier JSON quelconque.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un acte écrit par le programme.
""",
    ),
    Entry(
        "F0124",
        "Des règles sans modèle d'acte",
        "« {chemin} » ne contient pas de modèle d'acte de décision.",
        "Ajoutez au dossier de règles un fichier « acte.yaml » : la mention et les quatre rubriques.",
        (
            "Les phrases de l'acte appartiennent aux juristes : elles sont avec les règles, et le programme n'en invente aucune. "
            "Le modèle des règles livrées peut servir de départ."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier de règles sans « acte.yaml ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les règles livrées.
""",
    ),
    Entry(
        "F0130",
        "Des règles qui ne disent pas ce qui se borne",
        "« {chemin} » ne dit pas ce qui est garanti quand des faits manquent.",
        "Ajoutez au dossier de règles un fichier « manques.yaml » : le montant d'un jour, le total, les pièces.",
        (
            "Quelle ligne de la décision est le montant d'un jour, qui envoie quoi : les règles le disent. "
            "Le fichier des règles livrées peut servir de départ."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier de règles sans « manques.yaml ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les règles livrées.
""",
    ),
    Entry(
        "F0131",
        "Des règles qui ne disent pas ce qu'est un jour refusé",
        "« {chemin} » ne dit pas quelle ligne de la décision est le montant d'un jour.",
        "Ajoutez au dossier de règles un fichier « pourquoi_pas.yaml » : le montant d'un jour, le total, les faits à laisser.",
        (
            "Quel montant manque à un jour refusé, quels faits on ne propose jamais de changer : les règles le disent. "
            "Le fichier des règles livrées peut servir de départ."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier de règles sans « pourquoi_pas.yaml ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les règles livrées.
""",
    ),
)
