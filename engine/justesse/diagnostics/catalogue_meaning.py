"""Entries of the catalogue: what the words of a sentence mean together.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

MEANING: tuple[Entry, ...] = (
    Entry(
        "R0301",
        "Plusieurs choses là où une seule est attendue",
        "« {nom} » désigne plusieurs choses, alors qu'une seule est attendue ici.",
        (
            "Dites laquelle (« le premier … », « le dernier … ») ou ce que vous faites de l'ensemble (« la somme des … », « "
            "le nombre de … »)."
        ),
        (
            "On ne peut égaler un montant à une liste : il faut dire si l'on additionne, si l'on compte ou si l'on choisit un "
            "élément. La machine ne choisit jamais à la place du texte."
        ),
        "regle",
        """\
règle total-du-lecteur (source : règlement intérieur, art. 1) :
  pour tout lecteur, le total du lecteur est égal aux prix des prêts du lecteur.
""",
        """\
règle total-du-lecteur (source : règlement intérieur, art. 1) :
  pour tout lecteur, le total du lecteur est égal à la somme des prix des prêts du lecteur.
""",
    ),
    Entry(
        "R0302",
        "« précédant » après un nom qui n'a pas de suite dans le calendrier",
        "« {nom} » ne peut pas être suivi de « précédant ».",
        "Employez « précédant » avec un mois civil ou avec le 1er janvier ; pour un jour, écrivez « la veille de ».",
        (
            "« Précédant » cherche dans le calendrier le dernier élément avant une date : un mois civil, un 1er janvier. Pour "
            "tout autre nom, on ne saurait pas dans quelle suite chercher."
        ),
        "regle",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à la veille précédant la fin du prêt.
""",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal au 1er janvier précédant la fin du prêt.
""",
    ),
    Entry(
        "R0303",
        "« premier » ou « dernier » devant une chose unique",
        "« {nom} » n'est pas une liste : il n'y a ni premier ni dernier.",
        "Supprimez « premier » ou « dernier », ou citez la liste voulue.",
        (
            "« Le premier » suppose plusieurs éléments rangés dans un ordre. Devant une chose unique, le mot n'ajoute rien ou "
            "cache une erreur sur ce qui est visé."
        ),
        "regle",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au premier prix du prêt.
""",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au prix du prêt.
""",
    ),
    Entry(
        "R0304",
        "« précédent » ou « suivant » après un nom sans voisins",
        "« {nom} » n'a pas de voisin précédent ou suivant.",
        ("Placez « précédent » après la fiche ou le mois : « le prix du prêt précédent », et non « le prix précédent du prêt »."),
        (
            "Seules les fiches d'une liste et les mois se suivent dans un ordre connu. Un montant ou une date n'a pas de « "
            "précédent » : on veut dire celui de la fiche précédente."
        ),
        "regle",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au prix précédent du prêt.
""",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au prix du prêt précédent.
""",
    ),
    Entry(
        "R0305",
        "On ne sait pas de qui ou de quoi",
        "« {nom} » appartient à {de}, mais la phrase ne dit pas lequel.",
        "Ajoutez « de … » après « {nom} », ou commencez la phrase par « pour chaque … ».",
        (
            "Une grandeur est toujours celle de quelqu'un ou de quelque chose. S'il y a plusieurs fiches dans le dossier, la "
            "phrase doit dire laquelle ; elle ne peut pas être appliquée au hasard."
        ),
        "regle",
        """\
règle total-du-lecteur (source : règlement intérieur, art. 1) :
  pour tout lecteur, le total du lecteur est égal au prix.
""",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au prix du prêt.
""",
    ),
    Entry(
        "R0306",
        "Une chose dont la phrase ne parle pas",
        "« {nom} » ne désigne rien dans cette phrase, qui parle de : {sujets}.",
        "Commencez la phrase par « pour chaque {nom}, », ou partez d'un sujet de la phrase (« le premier … du … »).",
        (
            "Une phrase ne connaît que les sujets annoncés par « pour chaque … » et ce qui s'y rattache. Les autres fiches du "
            "dossier existent, mais la phrase ne dit pas lesquelles prendre."
        ),
        "regle",
        """\
règle total-du-lecteur (source : règlement intérieur, art. 1) :
  pour tout lecteur, le total du lecteur est égal au prix du prêt.
""",
        """\
règle total-du-lecteur (source : règlement intérieur, art. 1) :
  pour tout lecteur, le total du lecteur est égal au prix du premier prêt du lecteur.
""",
    ),
    Entry(
        "R0307",
        "Un nom qui appartient à autre chose, avec un nom voisin",
        "« {nom} » n'existe pas pour {type} : vouliez-vous dire « {proche} » ?",
        "Remplacez « {nom} » par « {proche} », ou partez de la fiche à laquelle « {nom} » appartient.",
        (
            "Chaque nom du vocabulaire est rattaché à une fiche ou à un regroupement. Dit d'autre chose, il n'a pas de valeur "
            "; deux noms voisins se confondent facilement."
        ),
        "regle",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à la remise du prêt.
""",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à la reprise du prêt.
""",
    ),
    Entry(
        "R0308",
        "Un nom qui appartient à autre chose",
        "« {nom} » n'existe pas pour {type}.",
        "Partez de la fiche à laquelle « {nom} » appartient, ou déclarez cette grandeur dans le vocabulaire.",
        (
            "Chaque nom du vocabulaire est rattaché à une fiche ou à un regroupement. Dit d'autre chose, il n'a pas de valeur "
            "et la règle ne donnerait rien."
        ),
        "regle",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au total du prêt.
""",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au total du lecteur.
""",
    ),
    Entry(
        "R0309",
        "Une fenêtre de dates sur ce qui n'est pas une suite de jours",
        "Une fenêtre de dates ne s'applique qu'à des jours.",
        ("Écrivez « les jours des … dans les … », ou limitez la liste par une date : « … dont la fin est comprise dans … »."),
        (
            "Une fenêtre découpe un calendrier jour par jour. Pour une liste de fiches, elle ne dit pas si l'on regarde leur "
            "début, leur fin ou leurs jours : trois comptes différents."
        ),
        "regle",
        """\
règle prets-longs (source : règlement intérieur, art. 1) :
pour tout lecteur, le décompte du lecteur est égal au nombre de prêts du lecteur dans les 3 ans s'achevant le
    1er mars 2025.
""",
        """\
règle prets-longs (source : règlement intérieur, art. 1) :
pour tout lecteur, le décompte du lecteur est égal au nombre de prêts du lecteur dont la fin est comprise dans
    les 3 ans s'achevant le 1er mars 2025.
""",
    ),
    Entry(
        "R0310",
        "Une unité inconnue",
        "« {unite} » n'est pas une unité de calcul.",
        "Employez €, heure, jour, semaine, mois ou an, seuls ou séparés par une barre : « €/jour ».",
        (
            "Les unités sont vérifiées dans chaque opération pour qu'on n'ajoute jamais des jours à des euros. Une unité "
            "inconnue échapperait à ce contrôle."
        ),
        "regle",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est de 3 mois civils.
""",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est de 90 jours.
""",
    ),
    Entry(
        "R0311",
        "Une opération sur ce qui n'est pas un nombre",
        "On ne calcule pas avec {type} comme avec un nombre.",
        "Pour déplacer une date, écrivez « 3 jours après … » ; sinon, citez un montant, une durée ou un nombre.",
        (
            "Les quatre opérations, les bornes et les arrondis ne portent que sur des nombres. Ajouter à une date, par "
            "exemple, suppose de dire dans quel sens et selon quel calendrier."
        ),
        "regle",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal au début du prêt + 3 jours.
""",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à 3 jours après le début du prêt.
""",
    ),
    Entry(
        "R0312",
        "Deux unités différentes",
        "On ne peut pas réunir ou comparer « {gauche} » et « {droite} ».",
        "Ramenez les deux valeurs à la même unité, par un calcul que le texte prévoit.",
        (
            "Ajouter ou comparer des euros et des jours n'a pas de sens. Aucune conversion n'est faite d'office : un mois n'a "
            "pas toujours trente jours, et c'est au texte de fixer le diviseur."
        ),
        "regle",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au prix du prêt + la durée du prêt.
""",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au prix du prêt + tarif du prêt × durée du prêt.
""",
    ),
    Entry(
        "R0313",
        "Un jour comparé à un mois",
        "Un jour et un mois civil ne se comparent pas directement.",
        "Écrivez « le mois civil de … », « le premier jour du … » ou « … est compris dans ce mois ».",
        (
            "« Avant le mois de mars » peut vouloir dire avant son premier jour ou avant son dernier. La phrase doit dire "
            "quel jour du mois elle regarde."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si la fin du prêt est postérieure au mois de facture du prêt.
""",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si la fin du prêt est postérieure au dernier jour du mois de facture du prêt.
""",
    ),
    Entry(
        "R0314",
        "Deux choses qui ne se comparent pas",
        "On ne peut pas rapprocher {gauche} et {droite}.",
        "Comparez deux choses de même genre : deux dates, deux montants, deux choix.",
        (
            "Une comparaison n'a de réponse que si les deux côtés sont de même genre. Ici, l'un des deux noms n'est sans "
            "doute pas celui que vous vouliez."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si le prix du prêt est égal au 1er janvier 2025.
""",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si la fin du prêt est égale au 1er janvier 2025.
""",
    ),
    Entry(
        "R0315",
        "Une date est attendue",
        "Il faut une date à cet endroit, et la phrase donne {type}.",
        "Citez une date : un fait du dossier, une grandeur de ce genre ou « le 1er mars 2025 ».",
        "Les délais et les fenêtres se comptent à partir d'un jour. Sans jour de départ, ils n'ont ni début ni fin.",
        "regle",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à 3 jours après le prix du prêt.
""",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à 3 jours après la fin du prêt.
""",
    ),
    Entry(
        "R0316",
        "Une durée qui ne déplace pas une date",
        "Une date ne se déplace pas de « {unite} » : il faut des jours, des semaines, des mois ou des ans.",
        "Donnez une durée en jours, semaines, mois ou ans.",
        (
            "Le calendrier des règles compte en jours entiers. Une durée en heures ou un simple nombre ne dit pas de combien "
            "de jours la date avance."
        ),
        "regle",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à 3 heures après le début du prêt.
""",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à 3 semaines après le début du prêt.
""",
    ),
    Entry(
        "R0317",
        "« dont » ou « qui » après une chose unique",
        "« dont » ou « qui » ne peut limiter qu'une liste ou des jours.",
        "Écrivez la condition après « si », ou citez une liste.",
        (
            "« Dont » choisit des éléments dans une liste. Devant une chose unique, il n'y a rien à choisir : ce que l'on "
            "veut dire est une condition de la règle."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  s'il existe un livre du prêt dont le genre est « atlas ».
""",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si le genre du livre du prêt est « atlas ».
""",
    ),
    Entry(
        "R0336",
        "Une grandeur à laquelle il manque un sujet",
        "« {nom} » ({sujet}) dépend aussi de « {autre} » : la phrase ne dit pas lequel.",
        "Dites lequel : « … pour ce {autre} », « la somme de … pour les … », ou « … de ce jour » s'il s'agit d'un jour.",
        (
            "Une grandeur calculée pour chaque couple a autant de valeurs qu'il y a de couples. Il faut nommer l'un d'eux, ou "
            "la liste de ceux que l'on additionne."
        ),
        "regle",
        """\
règle total-du-lecteur (source : règlement intérieur, art. 1) :
  le total du lecteur est égal à la somme des coûts du lecteur.
""",
        """\
règle total-du-lecteur (source : règlement intérieur, art. 1) :
  le total du lecteur est égal à la somme des coûts du lecteur pour les genres.
""",
    ),
    Entry(
        "R0337",
        "Deux listes parcourues à la fois",
        "« {nom} » serait pris pour chaque élément de deux listes à la fois.",
        "Nommez d'abord le total pour un élément de la première liste, dans sa règle, puis additionnez ces totaux.",
        (
            "Une somme parcourt une seule liste, pour que son explication montre une ligne par élément. Le total de l'autre "
            "liste reçoit un nom, et s'explique à part."
        ),
        "regle",
        """\
règle total-du-lecteur (source : règlement intérieur, art. 1) :
  le total du lecteur est égal à la somme des transports des prêts du lecteur pour les livres du lecteur.
""",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, l'amende du prêt est égale à la somme des transports du prêt pour les livres du lecteur.

règle total-du-lecteur (source : règlement intérieur, art. 1) :
  le total du lecteur est égal à la somme des amendes des prêts du lecteur.
""",
    ),
)
