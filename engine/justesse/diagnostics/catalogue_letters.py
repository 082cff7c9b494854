"""Entries of the catalogue: letters, their messages, what making them needs.

Words and examples only; the situations are built by the tests.
"""

from justesse.diagnostics.entry import Entry

LETTERS: tuple[Entry, ...] = (
    Entry(
        "P0107",
        "Une phrase qui manque au courrier",
        "Le message « {nom} » manque dans « {fichier} ».",
        "Ajoutez-le, sur une ligne de ce fichier : « {nom} = … ».",
        (
            "Le courrier dit chaque valeur du vocabulaire avec une phrase, dans chaque langue. Sans elle, la personne lirait un "
            "vide, ou un mot d'une autre langue."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier de phrases sans le message « titre ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les phrases livrées.
""",
    ),
    Entry(
        "P0108",
        "Une phrase du courrier qui n'a pas les bonnes valeurs",
        "Le message « {nom} » emploie {lu} ; il doit employer {attendu}.",
        "Écrivez entre accolades les mêmes valeurs que la phrase française, et aucune autre.",
        (
            "Un montant, une date ou un nombre de jours ne change pas d'une langue à l'autre, et ne peut pas y manquer. Une "
            "phrase ne peut employer que ce que le calcul lui donne."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une traduction qui oublie un montant.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les phrases livrées.
""",
    ),
    Entry(
        "F0125",
        "Des règles sans courrier",
        "« {chemin} » ne dit pas ce qu'écrit un courrier.",
        "Ajoutez au dossier de règles un fichier « courrier.yaml » et les phrases, dans « courrier/ ».",
        (
            "Les phrases du courrier appartiennent aux juristes : elles sont avec les règles, et le programme n'en invente "
            "aucune. Celles des règles livrées peuvent servir de départ."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier de règles sans « courrier.yaml ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les règles livrées.
""",
    ),
    Entry(
        "F0126",
        "Il manque de quoi faire un courrier",
        "Il manque à cette machine de quoi faire un courrier : {manque}.",
        "Installez « justesse[{extra}] » avec pip ; pour le PDF, sous Debian, aussi {paquets}.",
        (
            "Calculer et expliquer ne demandent rien de plus que Justesse. Un courrier demande des bibliothèques de mise en "
            "page, que l'on installe à part."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une installation sans la bibliothèque des phrases.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une installation complète.
""",
    ),
    Entry(
        "F0127",
        "Une langue que le courrier ne connaît pas",
        "Aucune phrase n'est écrite en « {lu} » ; langues connues : {connues}.",
        "Choisissez l'une de ces langues, ou ajoutez ses phrases dans « courrier/ ».",
        "Une langue est un fichier de phrases du dossier de règles. Elle aide à lire ; seule la version française fait foi.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une langue sans fichier.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : l'anglais.
""",
    ),
    Entry(
        "F0128",
        "Une phrase du courrier qui ne peut pas être lue",
        "Le message « {nom} » de « {fichier} » ne peut pas être dit.",
        "Vérifiez ses accolades, et que chaque ligne qui continue commence par une espace.",
        "Un courrier dont une phrase manque ne part pas : il ne serait pas complet.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une accolade qui n'est pas fermée.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les phrases livrées.
""",
    ),
    Entry(
        "F0132",
        "Un courrier qui ne s'adresserait plus à la personne",
        "Le dossier donne « {nom} » : le courrier, qui dit « vous » à la personne, n'est pas écrit.",
        "Écrivez vous-même à qui de droit ; « justesse expliquer » et « justesse image » donnent la décision et ses raisons.",
        (
            "Les phrases du courrier parlent à la personne de ses jours et de ses recours. Adressées à ses proches, elles "
            "seraient fausses, et blessantes."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier avec une date de décès.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le même dossier sans cette date.
""",
    ),
    Entry(
        "F0129",
        "Une mise en page du courrier qui ne peut pas être suivie",
        "« {fichier} » ne peut pas être suivi : {raison}.",
        "Reprenez le fichier livré, et changez-le pas à pas.",
        "La mise en page nomme des parties du courrier. Avec une partie inconnue il serait incomplet : il n'est pas écrit.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une mise en page qui nomme une partie inconnue.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : la mise en page livrée.
""",
    ),
)
