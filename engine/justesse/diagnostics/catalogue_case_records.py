"""Entries of the catalogue: the records of a case.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

CASE_RECORDS: tuple[Entry, ...] = (
    Entry(
        "D0110",
        "Deux fiches du même nom",
        "Une autre fiche « {fiche} » s'appelle déjà « {nom} ».",
        "Donnez un autre nom à l'une des deux fiches.",
        (
            "Ce nom sert à désigner la fiche depuis les autres. Avec deux fiches du même nom, on ne saurait pas laquelle est "
            "visée."
        ),
        "dossier",
        """\
livres:
  - titre: Atlas
  - titre: Atlas
""",
        """\
livres:
  - titre: Atlas
  - titre: Atlas, tome 2
""",
    ),
    Entry(
        "D0111",
        "Une période qui finit avant de commencer",
        "« {fin} » vient avant « {debut} ».",
        "Vérifiez les deux dates.",
        (
            "Une période va de son premier à son dernier jour, tous deux compris. Finie avant d'avoir commencé, elle n'aurait "
            "aucun jour : c'est une faute de frappe ou deux dates inversées."
        ),
        "dossier",
        """\
prêts:
  - début: 2025-03-20
    fin: 2025-03-03
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
""",
    ),
    Entry(
        "D0112",
        "Une valeur simple est attendue",
        "« {champ} » attend une seule valeur.",
        "Écrivez la valeur sur la même ligne que « {champ}: ».",
        (
            "Une liste ou un groupe de champs se trouve là où une seule valeur est attendue : c'est souvent un retrait de "
            "trop ou une valeur oubliée."
        ),
        "dossier",
        """\
prêts:
  - début: 2025-03-03
    fin:
      - 2025-03-20
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
""",
    ),
    Entry(
        "D0113",
        "Un fait qui ne peut pas être inconnu",
        "« {champ} » ne peut pas être inconnu.",
        "Donnez sa valeur ; si elle peut vraiment manquer, le vocabulaire doit dire « inconnu possible ».",
        ("Sans ce fait, rien ne peut être décidé. Les faits qui peuvent manquer sont déclarés tels, avec la pièce à demander."),
        "dossier",
        """\
prêts:
  - début: inconnu
    fin: 2025-03-20
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    prix: inconnu
""",
    ),
    Entry(
        "D0114",
        "Un nombre hors des bornes",
        "« {lu} » est hors des bornes de « {champ} » ({borne}).",
        "Vérifiez la valeur.",
        "Le vocabulaire donne les bornes au-delà desquelles un nombre est sûrement une erreur de saisie.",
        "dossier",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    prix: 5000
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    prix: 50
""",
    ),
    Entry(
        "D0115",
        "Un renvoi vers une fiche qui n'existe pas",
        "« {champ} » renvoie à « {lu} », qui n'est pas dans le dossier : vouliez-vous dire « {proche} » ?",
        "Recopiez le nom de la fiche visée, ou ajoutez cette fiche au dossier.",
        (
            "Une fiche en désigne une autre par son nom. Si ce nom n'existe pas, le lien est rompu et les faits de l'autre "
            "fiche ne seraient pas lus."
        ),
        "dossier",
        """\
livres:
  - titre: Atlas
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    livre: Atlass
""",
        """\
livres:
  - titre: Atlas
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    livre: Atlas
""",
    ),
    Entry(
        "D0116",
        "Deux fiches pour la même chose",
        "Une autre fiche « {fiche} » a le même « {champs} » (ligne {ligne}). Papiers : {pieces}.",
        "Supprimez le doublon ; si deux papiers décrivent la même chose, donnez à chaque fiche sa « pièce ».",
        (
            "Le vocabulaire n'en permet qu'une. Comptée deux fois, la même somme doublerait un montant. Deux fiches qui nomment "
            "chacune leur papier sont réunies : ce sur quoi les papiers diffèrent est signalé (D0120)."
        ),
        "dossier",
        """\
cotisations:
  - mois: 2025-03
    versement: 5
    heures: 10
  - mois: 2025-03
    versement: 7
    heures: 10
""",
        """\
cotisations:
  - mois: 2025-03
    versement: 5
    heures: 10
  - mois: 2025-04
    versement: 7
    heures: 10
""",
    ),
    Entry(
        "D0117",
        "Un champ inconnu, proche d'un champ connu",
        "« {champ} » n'est pas un champ connu ici : vouliez-vous dire « {proche} » ?",
        "Remplacez « {champ} » par « {proche} ».",
        "Un champ mal écrit ne serait lu par aucune règle, et le fait qu'il porte serait perdu sans bruit.",
        "dossier",
        """\
prêts:
  - début: 2025-03-03
    finn: 2025-03-20
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
""",
    ),
    Entry(
        "D0118",
        "Un champ inconnu",
        "« {champ} » n'est pas un champ connu ici ; les champs possibles sont : {connus}.",
        "Employez l'un de ces champs, ou supprimez la ligne.",
        (
            "Un champ que le vocabulaire ne déclare pas ne serait lu par aucune règle. Il est refusé pour que vous ne croyiez "
            "pas qu'il compte."
        ),
        "dossier",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
    couleur de la couverture: bleue
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
""",
    ),
    Entry(
        "D0119",
        "Un dossier démesuré",
        "Le dossier contient plus de {limite} {fiche}.",
        "Vérifiez que le fichier ne réunit pas plusieurs dossiers.",
        "Aucun dossier réel n'a autant de fiches : c'est une copie répétée ou un fichier de plusieurs personnes.",
        "dossier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : plus de cinq mille fiches.
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
""",
    ),
    Entry(
        "D0120",
        "Deux papiers se contredisent",
        "Les papiers ne disent pas la même chose de « {champ} » : {situation}.",
        "Écrivez sous la valeur à suivre « retenue: oui » et « motif: … » ; d'ici là, ce fait est inconnu.",
        (
            "Aucun papier ne l'emporte parce qu'il est le dernier : une personne choisit, et dit pourquoi. Le choix et son motif "
            "restent dans l'acte. Tant que personne n'a choisi, le fait est inconnu ; le reste du dossier est calculé."
        ),
        "dossier",
        """\
cotisations:
  - mois: 2025-03
    heures: 10
    versement:
      - valeur: 5
        pièce: reçu
        reçue le: 2025-04-02
      - valeur: 7
        pièce: reçu rectifié
        reçue le: 2025-04-09
""",
        """\
cotisations:
  - mois: 2025-03
    heures: 10
    versement:
      - valeur: 5
        pièce: reçu
        reçue le: 2025-04-02
      - valeur: 7
        pièce: reçu rectifié
        reçue le: 2025-04-09
        retenue: oui
        motif: erreur de caisse reconnue
""",
    ),
    Entry(
        "D0121",
        "Un choix entre papiers incomplet",
        "Le choix entre les papiers sur « {champ} » n'est pas clair : {cause}.",
        "Écrivez une seule fois « retenue: oui », avec « motif: … » juste dessous.",
        "Celui qui relit la décision doit voir quel papier a été suivi et pourquoi.",
        "dossier",
        """\
cotisations:
  - mois: 2025-03
    heures: 10
    versement:
      - valeur: 5
        pièce: reçu
      - valeur: 7
        pièce: reçu rectifié
        retenue: oui
""",
        """\
cotisations:
  - mois: 2025-03
    heures: 10
    versement:
      - valeur: 5
        pièce: reçu
      - valeur: 7
        pièce: reçu rectifié
        retenue: oui
        motif: erreur de caisse reconnue
""",
    ),
    Entry(
        "D0122",
        "Deux papiers se contredisent sur ce qui situe une fiche",
        "Les papiers ne disent pas la même chose de « {champ} » : {situation} ; sans lui, cette fiche n'a pas de place.",
        "Écrivez sous la valeur à suivre « retenue: oui » et « motif: … ».",
        (
            "Un nom, un mois, les dates d'une période, la fiche visée : tout ce qui touche cette fiche en dépend. Une personne "
            "choisit avant le calcul."
        ),
        "dossier",
        """\
prêts:
  - début: 2025-03-03
    fin:
      - valeur: 2025-03-20
        pièce: carte de prêt
      - valeur: 2025-03-21
        pièce: registre
""",
        """\
prêts:
  - début: 2025-03-03
    fin:
      - valeur: 2025-03-20
        pièce: carte de prêt
        retenue: oui
        motif: le registre est tenu après coup
      - valeur: 2025-03-21
        pièce: registre
""",
    ),
    Entry(
        "E0112",
        "Un dossier trop enchevêtré",
        "Les jours du dossier changent plus de {limite} fois pour « {nom} » et ce qui en dépend.",
        "Vérifiez qu'une même fiche n'est pas répétée et que le fichier ne réunit pas plusieurs dossiers.",
        (
            "Un dossier de trois ans change quelques centaines de fois. Des milliers de changements viennent de fiches répétées "
            "ou de périodes qui se recouvrent toutes ; le calcul cesse pour ne pas bloquer les autres dossiers."
        ),
        "calcul",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : des milliers de jours qui changent chacun.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
=== dossier
prêts:
  - début: 2025-03-01
    fin: 2025-03-10
""",
    ),
)
