"""Entries of the catalogue: our decisions beside those of another system.

Words and examples only; the situations are built by the tests.
"""

from justesse.diagnostics.entry import Entry

SHADOW: tuple[Entry, ...] = (
    Entry(
        "L0124",
        "Des décisions où rien ne se compare",
        "« {chemin} » n'a aucune ligne que nos décisions ont aussi ; attendu : une ou plusieurs de {attendu}.",
        "Nommez les colonnes comme nos lignes ; « justesse lot --schema » les donne.",
        (
            "Deux décisions se comparent ligne à ligne, par le nom. Une colonne d'un autre nom n'est pas devinée : elle serait "
            "prise pour ce qu'elle n'est pas."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une table dont la seule ligne est « montant payé ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : la même, où la ligne a le nom de la nôtre.
""",
    ),
    Entry(
        "L0125",
        "Une période sans début, sans fin, ou qui finit avant de commencer",
        "« {table} », période {ligne} : il manque un jour, elle finit avant de commencer, ou sort des années 1900 à 2100.",
        "Donnez à chaque période son premier et son dernier jour ; une fin encore inconnue est celle des jours décidés.",
        "Les décisions se comparent jour par jour ; on ne saurait pas quels jours cette période dit.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une période qui finit la veille de son début.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une période d'un jour.
""",
    ),
    Entry(
        "L0126",
        "Une table de périodes sans leurs jours",
        "« {table} » n'a pas de colonne « {nom} ».",
        "Donnez à chaque période « du » et « au », son premier et son dernier jour.",
        "Une ligne par période : sans ses jours, on ne saurait pas à quoi comparer ce qu'elle dit.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : des périodes sans « au ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : des périodes avec « du » et « au ».
""",
    ),
    Entry(
        "L0127",
        "Un nombre trop fin ou trop grand pour être comparé",
        "« {table} », colonne « {nom} » : un nombre est plus fin que le millionième, ou trop grand.",
        "Arrondissez-le dans l'autre système, là où il décide, ou retirez la colonne.",
        "Arrondir ici serait décider à la place de l'autre système, et cacher un écart.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un montant à huit décimales.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un montant au centime.
""",
    ),
    Entry(
        "L0128",
        "Deux verdicts pour les mêmes écarts",
        "« {nom} » a déjà un verdict.",
        "Gardez un seul des deux.",
        "De deux verdicts, rien ne dit lequel vaut. Celui d'un dossier vaut déjà avant celui de sa famille.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une famille écrite deux fois.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une famille, et un de ses dossiers.
""",
    ),
    Entry(
        "L0129",
        "Un verdict qui ne dit pas sur quoi",
        "Ce verdict n'est ni d'une famille ni d'un dossier, ou il est des deux.",
        "Écrivez « famille » ou « dossier », l'un des deux.",
        "Un verdict vaut pour tous les dossiers d'une famille, ou pour un seul.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un verdict sans famille ni dossier.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un verdict de famille.
""",
    ),
    Entry(
        "L0130",
        "Un verdict qui ne répond à aucun écart",
        "Aucun écart n'est de « {nom} » ; il y a : {proche}.",
        "Retirez ce verdict, ou reprenez le nom tel qu'il est affiché.",
        "L'écart a disparu, ou son nom est mal repris : le verdict passerait pour donné alors qu'il ne l'est pas.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le verdict d'une famille qui n'existe plus.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le verdict d'une famille affichée.
""",
    ),
    Entry(
        "L0131",
        "Un critère sans limite, ou qui en a deux",
        "Le critère « {nom} » doit avoir « au moins » ou « au plus », l'un des deux.",
        "Écrivez la limite, par exemple « au plus: 0 ».",
        "Un critère se vérifie : il lui faut une limite, et une seule. Pour deux limites, écrivez deux critères.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un critère sans « au moins » ni « au plus ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « au plus: 0 ».
""",
    ),
    Entry(
        "L0132",
        "Un critère dans une autre unité que sa mesure",
        "« {nom} » ne se mesure pas en « {lu} ».",
        "Des dossiers se comptent (« 12 ») ou se prennent en part (« 0,5 % ») ; un écart est une somme (« 100 € »).",
        "Comparer des dossiers à des euros ne voudrait rien dire.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « identiques », « au moins 100 € ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « identiques », « au moins 99 % ».
""",
    ),
    Entry(
        "L0133",
        "Rien à additionner",
        "« {nom} » n'est pas un nombre que les deux décisions donnent ; il y a : {proche}.",
        "Nommez avec « --montant » un de leurs nombres, ou ajoutez-en un à leur table.",
        "Les écarts se comptent en dossiers et s'additionnent en une ligne de nombres, que les deux systèmes donnent.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « --montant » et un nom qu'aucune table n'a.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « --montant » et une ligne des deux tables.
""",
    ),
    Entry(
        "L0134",
        "Des périodes écrites plus d'une fois",
        "« {table} » : des périodes ({nombre}) redisent mot pour mot une autre ; leurs montants s'ajoutent.",
        "Vérifiez l'extraction : une jointure a peut-être doublé les lignes.",
        "Deux périodes peuvent se partager un jour : leurs montants s'ajoutent. Les mêmes deux fois, c'est souvent une erreur.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : la même période deux fois.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : chaque période une fois.
""",
    ),
)
