"""Entries of the catalogue: dossiers decided by the thousand.

Words and examples only; the situations are built by the tests.
"""

from justesse.diagnostics.entry import Entry

BATCH: tuple[Entry, ...] = (
    Entry(
        "L0101",
        "Un fichier qui n'est pas une table Parquet",
        "« {chemin} » n'est pas un fichier Parquet, ou il est incomplet.",
        "Écrivez la table au format Parquet ; « justesse lot --exemple exemple.parquet » en donne un modèle.",
        (
            "Un lot se lit dans un format où chaque colonne a un type : un montant y est un nombre décimal exact, une date une "
            "date. Un tableur ou un fichier CSV laisserait deviner."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier de texte nommé « .parquet ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le fichier que donne « --exemple ».
""",
    ),
    Entry(
        "L0102",
        "Une table sans identifiant de dossier",
        "La colonne « {nom} » manque, ou n'est pas remplie.",
        "Donnez à chaque ligne un identifiant, un texte ou un nombre entier.",
        "C'est par lui que l'on retrouve, dans les résultats et dans les rejets, le dossier de départ.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une table sans la colonne « dossier ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le fichier que donne « --exemple ».
""",
    ),
    Entry(
        "L0103",
        "Une colonne que le vocabulaire ne connaît pas",
        "Aucun fait ne s'appelle « {nom} » ; vouliez-vous dire : {proche} ?",
        "Renommez la colonne, ou retirez-la.",
        (
            "Une colonne mal nommée serait ignorée sans bruit, et le fait qu'elle porte passerait pour inconnu. Rien n'est "
            "calculé tant qu'elle est là."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une colonne « prets » au lieu de « prêts ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le fichier que donne « --exemple ».
""",
    ),
    Entry(
        "L0104",
        "Une colonne d'un type qui ferait deviner",
        "La colonne « {nom} » est de type « {lu} » ; il faut « {attendu} ».",
        "Convertissez la colonne avant de relancer ; un montant se garde en décimal, jamais en virgule flottante.",
        (
            "Un nombre à virgule flottante ne contient pas les centimes exacts : 0,1 n'y existe pas. Un texte pour une date "
            "laisserait deviner l'ordre du jour et du mois."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un montant en virgule flottante.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le fichier que donne « --exemple ».
""",
    ),
    Entry(
        "L0105",
        "Un calcul interrompu qui n'était pas le même",
        (
            "« {chemin} » contient un calcul interrompu, fait avec d'autres règles, d'autres lectures, un autre fichier ou une "
            "autre version du programme."
        ),
        "Supprimez ce dossier pour tout recommencer, ou donnez un autre nom de sortie.",
        (
            "Un calcul interrompu reprend où il en était. S'il mêlait deux versions des règles ou deux fichiers, personne ne le "
            "verrait dans le résultat."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les règles changent après l'interruption.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le même calcul, relancé.
""",
    ),
    Entry(
        "L0106",
        "Un extra qui n'est pas installé",
        "Il manque « {manque} ».",
        "Installez « justesse[lot] » avec pip.",
        "Lire et écrire des tables demande des bibliothèques que le calcul d'un dossier n'emploie pas.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une machine sans l'extra.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une machine avec l'extra.
""",
    ),
    Entry(
        "L0107",
        "Une commande incomplète",
        "Il manque {manque}.",
        "Ajoutez ce qui manque ; « justesse lot --help » et « justesse population --help » donnent des exemples.",
        "Une table se décide vers une autre table, que la commande crée.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « justesse lot » sans table.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « justesse lot entrée.parquet sortie.parquet ».
""",
    ),
    Entry(
        "L0108",
        "Un dossier qui n'est pas dans la table",
        "« {chemin} » n'a pas de dossier « {nom} ».",
        "Reprenez l'identifiant tel qu'il est dans la colonne « dossier ».",
        "Un dossier se retrouve par son identifiant, à la lettre près.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un identifiant inconnu.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un identifiant de la table.
""",
    ),
    Entry(
        "L0109",
        "Des règles sans population",
        "« {chemin} » ne dit pas comment tirer une population.",
        "Ajoutez au dossier de règles un fichier « population.yaml » ; celui des règles livrées peut servir de départ.",
        "Les lois d'une population et leurs sources sont des données, avec les règles : le programme n'en invente aucune.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier de règles sans « population.yaml ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les règles livrées.
""",
    ),
    Entry(
        "L0110",
        "Une écriture que la population ne comprend pas",
        "« {lu} » n'est ni un nombre, ni une date, ni un nom déjà donné, ni une loi, ou ne convient pas à cet endroit.",
        "Écrivez par exemple « = arrivée − 3 mois », « = montant × 0,8 » ou « = loi durée ».",
        (
            "Une date moins des mois est une date ; un nombre fois un nombre est un nombre. Ce qui ne va pas ensemble est "
            "refusé avant de tirer quoi que ce soit."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une date multipliée par deux.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les règles livrées.
""",
    ),
    Entry(
        "L0111",
        "Un fait que le vocabulaire ne connaît pas, dans la population",
        "Aucun fait ne s'appelle « {nom} » ici ; vouliez-vous dire : {proche} ?",
        "Reprenez le nom du vocabulaire.",
        "Un fait mal nommé serait perdu, et tous les dossiers tirés seraient faux de la même façon.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un emploi « début du contrat ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les règles livrées.
""",
    ),
    Entry(
        "L0112",
        "Une ligne que la décision ne montre pas",
        "Aucune ligne de la décision qui convienne ne s'appelle « {nom} » ; vouliez-vous dire : {proche} ?",
        "Donnez avec « --montant » et « --selon » deux lignes de la décision, ou écrivez-les dans « population.yaml ».",
        "Une comparaison porte sur un montant en euros que les deux décisions montrent, et range les dossiers selon un nombre.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « --montant » et un nom inconnu.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les lignes que disent les règles livrées.
""",
    ),
    Entry(
        "L0113",
        "Une machine de la grappe qui n'a pas le même moteur",
        "Une machine qui calcule n'a pas la même version de Justesse que celle qui a lancé le calcul.",
        "Construisez à nouveau l'archive envoyée aux machines, avec la version installée là d'où part le calcul.",
        (
            "Les règles voyagent avec le calcul, le moteur non. Deux moteurs mêlés donneraient des décisions que personne ne "
            "saurait refaire : le calcul n'a pas lieu."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un calcul lancé par un autre moteur.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le même moteur partout.
""",
    ),
    Entry(
        "L0114",
        "Une ligne dont une date n'existe pas",
        "Une valeur de cette ligne n'est dans aucun calendrier.",
        "Corrigez les dates de la ligne : de l'an 1 à l'an 9999.",
        "Une date hors de tout calendrier vient d'une conversion manquée ; la ligne est rejetée, les autres sont décidées.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une date dans cinq millions d'années.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une date de 2025.
""",
    ),
    Entry(
        "L0115",
        "Une colonne écrite deux fois",
        "La colonne « {nom} » est écrite deux fois.",
        "Gardez l'une des deux.",
        "Rien ne dit laquelle des deux est la bonne.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : deux colonnes « pages ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une seule colonne « pages ».
""",
    ),
    Entry(
        "L0116",
        "Une table qu'un autre calcul est en train d'écrire",
        "« {chemin} » est en train d'être écrit par un autre calcul.",
        "Attendez qu'il finisse, ou donnez un autre nom de sortie.",
        "Deux calculs qui écrivent le même fichier le perdraient tous deux.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : deux calculs vers le même fichier.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un seul calcul.
""",
    ),
    Entry(
        "L0117",
        "Un processus que la machine a tué",
        "La machine a tué un processus de calcul, sans doute faute de mémoire.",
        "Relancez avec moins de processus (« --coeurs 1 ») ou des blocs plus petits (« --bloc 2000 »).",
        "Chaque bloc décidé est gardé : rien n'est perdu, et le même appel reprend.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un processus tué.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une machine qui a assez de mémoire.
""",
    ),
    Entry(
        "L0118",
        "Un identifiant porté par plusieurs dossiers",
        "Identifiants portés par plusieurs dossiers dans « {chemin} » : {noms}.",
        "Donnez un identifiant différent à chaque dossier.",
        (
            "Une comparaison met côte à côte les deux décisions d'un même dossier ; sous un même nom, on ne saurait pas "
            "lesquelles. Un lot décide tous ces dossiers et le signale : le même compté deux fois fausserait une somme."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une population où deux lignes ont le même identifiant.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une population tirée par la commande.
""",
    ),
    Entry(
        "L0119",
        "Un fait donné, et dit inconnu",
        "« {nom} » a une valeur, et « inconnus » le nomme aussi.",
        "Retirez la valeur, ou retirez le nom de « inconnus ».",
        "Des deux, rien ne dit lequel est juste ; garder l'un serait deviner.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : des pages, et « pages » parmi les inconnus.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : des pages, et aucun inconnu.
""",
    ),
    Entry(
        "L0120",
        "Une fiche dont le dossier n'existe pas",
        "« {table} », ligne {ligne} : « {chemin} » n'a pas de dossier « {nom} ».",
        "Ajoutez le dossier, retirez la ligne, ou corrigez son identifiant.",
        (
            "Une fiche sans dossier serait perdue sans bruit, et une paie perdue change un montant. Rien n'est calculé tant "
            "qu'elle est là."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un prêt du dossier « 99 », que la table des dossiers n'a pas.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le dossier de tables que donne « --exemple ».
""",
    ),
    Entry(
        "L0121",
        "Des tables à plat qui ne sont pas rangées de même",
        "« {table} », ligne {ligne} : le dossier « {nom} » vient plus tôt dans « {chemin} ».",
        "Rangez toutes les tables par « dossier », dans le même ordre (en SQL : ORDER BY dossier).",
        (
            "Les tables sont lues ensemble, une seule fois, un groupe de dossiers à la fois : c'est ce qui tient en mémoire des "
            "millions de paies. Il faut pour cela que les fiches viennent dans l'ordre des dossiers."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : les prêts écrits du dernier dossier au premier.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le dossier de tables que donne « --exemple ».
""",
    ),
    Entry(
        "L0122",
        "Un fichier qui n'est celui d'aucune liste",
        "« {nom} » n'est la table d'aucune liste ; attendu : {proche}.",
        "Écrivez la table en un fichier Parquet de ce nom, ou retirez ce fichier du dossier.",
        "Une table mal nommée serait ignorée sans bruit, et les dossiers passeraient pour n'avoir aucune de ces fiches.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « pret.parquet » au lieu de « prets.parquet ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le dossier de tables que donne « --exemple ».
""",
    ),
    Entry(
        "L0123",
        "Des décisions à écrire parmi les tables",
        "« {chemin} » est dans le dossier des tables à décider.",
        "Donnez à la table des décisions une place hors de ce dossier.",
        "Tout ce qui est dans ce dossier est lu comme une table : les décisions y seraient prises pour l'une d'elles.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : la sortie à côté de « dossiers.parquet ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : la sortie ailleurs.
""",
    ),
)
