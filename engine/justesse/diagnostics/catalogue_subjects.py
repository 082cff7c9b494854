"""Entries of the catalogue: lists, choices, and what a sentence is about.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

SUBJECTS: tuple[Entry, ...] = (
    Entry(
        "R0318",
        "Une chose qui n'a ni début ni fin",
        "Il faut une période à cet endroit : une chose qui a un premier et un dernier jour.",
        "Citez une fiche qui est une période, un mois, des jours ou une date.",
        (
            "Couvrir, chevaucher, être compris dans : ces mots comparent des jours. Un montant ou un choix n'occupe aucun "
            "jour du calendrier."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si la fin du prêt est comprise dans le prix du prêt.
""",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si la réservation du prêt est comprise dans le prêt précédent.
""",
    ),
    Entry(
        "R0319",
        "Une liste de mois comptée autrement qu'en mois civils",
        "Une liste de mois se compte en mois civils, pas en « {unite} ».",
        "Écrivez « les 3 mois civils précédant … ».",
        (
            "« Les trois mois précédant le 15 mars » vont du 15 décembre au 14 mars : ce n'est pas une liste de mois entiers. "
            "« Les trois mois civils » sont décembre, janvier et février."
        ),
        "regle",
        """\
règle mois-examen (source : règlement intérieur, art. 1) :
  pour toute série, les mois d'examen de la série sont les 3 mois précédant l'ouverture de série de la série.
""",
        """\
règle mois-examen (source : règlement intérieur, art. 1) :
  pour toute série, les mois d'examen de la série sont les 3 mois civils précédant l'ouverture de série de la série.
""",
    ),
    Entry(
        "R0320",
        "Compter ou additionner une chose unique",
        "Il faut une liste ou des jours à cet endroit.",
        "Citez une liste (« les prêts du lecteur ») ou des jours (« les jours du prêt »).",
        (
            "« La somme », « le nombre » et « il existe » portent sur plusieurs éléments. Appliqués à une chose unique, ils "
            "cachent une erreur sur ce qui devait être compté."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal au nombre de prix du prêt.
""",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt.
""",
    ),
    Entry(
        "R0321",
        "Un calcul impossible sur des jours",
        "On peut compter des jours ou additionner un nombre jour par jour ; pas cela.",
        "Écrivez « le nombre de jours … » ou « la somme des … des jours … ».",
        (
            "Sur une suite de jours, seuls le nombre de jours et la somme d'une grandeur de chaque jour sont définis. Une "
            "moyenne se calcule en divisant la somme par le nombre de jours, ce que la décision peut montrer."
        ),
        "regle",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est égale à la moyenne des pénalités des jours du prêt.
""",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, l'amende du prêt est égale à la somme des pénalités des jours du prêt.
""",
    ),
    Entry(
        "R0322",
        "Un calcul qui ne convient pas à ces éléments",
        "Ce calcul ne se fait pas sur {type}.",
        "Additionnez des nombres ; pour des dates, écrivez « le plus ancien des … » ou « le plus récent des … ».",
        (
            "On additionne des montants, des durées ou des nombres ; on cherche la plus ancienne ou la plus récente de "
            "plusieurs dates. Les autres combinaisons n'ont pas de sens."
        ),
        "regle",
        """\
règle total-du-lecteur (source : règlement intérieur, art. 1) :
  pour tout lecteur, le total du lecteur est égal à la somme des débuts des prêts du lecteur.
""",
        """\
règle total-du-lecteur (source : règlement intérieur, art. 1) :
  pour tout lecteur, le total du lecteur est égal à la somme des prix des prêts du lecteur.
""",
    ),
    Entry(
        "R0323",
        "Un choix entre guillemets pour ce qui n'est pas un choix",
        "Un texte entre guillemets est un choix, or il s'agit ici de {type}.",
        "Écrivez une valeur du bon genre, ou déclarez ce nom comme « un choix parmi … ».",
        (
            "Les guillemets entourent l'un des choix déclarés au vocabulaire. Un montant, une date ou un oui/non ne s'écrit "
            "jamais ainsi."
        ),
        "regle",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est « élevée ».
""",
        """\
règle destinataire-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le destinataire du prêt est « parent ».
""",
    ),
    Entry(
        "R0324",
        "Un choix qui n'est pas déclaré",
        "« {lu} » n'est pas l'un des choix déclarés : vouliez-vous dire « {proche} » ?",
        "Employez un choix du vocabulaire, ou ajoutez « {lu} » à sa déclaration.",
        (
            "Un choix est pris dans une liste fermée. Un choix mal écrit ne serait jamais celui d'un dossier : la condition "
            "serait toujours fausse, sans que personne ne s'en aperçoive."
        ),
        "regle",
        """\
règle destinataire-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le destinataire du prêt est « parents ».
""",
        """\
règle destinataire-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le destinataire du prêt est « parent ».
""",
    ),
    Entry(
        "R0325",
        "« est » entre deux choses de genres différents",
        "« {nom} » ne peut pas se dire de {type}.",
        ("Après « est », citez une qualité de ce sujet, une liste dont il pourrait faire partie, ou une chose de même genre."),
        (
            "« A est B » a un sens si B est une qualité de A, une liste qui peut contenir A, ou une chose de même genre que "
            "A. Ici, la réponse serait toujours non."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si le début du prêt est le livre du prêt.
""",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si le livre du prêt est le livre du prêt précédent.
""",
    ),
    Entry(
        "R0326",
        "Un verbe qui ne convient pas à ce sujet",
        "« {verbe} » ne se dit pas de {type}.",
        "Donnez à la phrase le sujet pour lequel ce verbe est déclaré.",
        ("Un verbe du vocabulaire est rattaché à une fiche ou à un regroupement. Dit d'un autre sujet, il n'a pas de réponse."),
        "regle",
        """\
règle droit-au-pret (source : règlement intérieur, art. 1) :
  pour tout lecteur, le lecteur a droit au prêt
  si le lecteur n'abîme pas le livre.
""",
        """\
règle droit-au-pret (source : règlement intérieur, art. 1) :
  pour tout lecteur, le lecteur a droit au prêt
  si le premier prêt du lecteur n'abîme pas le livre.
""",
    ),
    Entry(
        "R0327",
        "« pour chaque » suivi d'un nom qui n'est pas un sujet",
        "« {nom} » ne peut pas suivre « pour chaque ».",
        (
            "Après « pour chaque », citez une fiche, un regroupement, un choix, le jour d'une fiche, ou un mois d'une liste de "
            "mois qui ne dépend que de la fiche."
        ),
        (
            "« Pour chaque » annonce ce que la règle passe en revue dans le dossier. Un montant ou une date n'est pas une "
            "chose que l'on passe en revue."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prix, le rappel du prêt est égal à 1.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
    Entry(
        "R0328",
        "Une règle qui définit un fait",
        "« {nom} » est un fait du dossier : une règle ne peut pas le définir.",
        (
            "Définissez une grandeur déclarée par « on calcule pour chaque … », ou écrivez « à défaut de …, on retient … » "
            "pour un fait qui manque."
        ),
        (
            "Les faits viennent des pièces du dossier, les règles du droit. Une règle qui écrirait un fait contredirait les "
            "pièces. Elle peut seulement dire ce que l'on retient quand le fait manque."
        ),
        "regle",
        """\
règle prix-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le prix du prêt est égal à la caution du prêt.
""",
        """\
règle prix-suppose (source : règlement intérieur, art. 1) :
  pour tout prêt, à défaut du prix du prêt, on retient la caution du prêt.
""",
    ),
    Entry(
        "R0329",
        "Une grandeur définie pour un autre sujet",
        "« {nom} » se calcule pour {sujets}, et cette phrase parle de {contexte}.",
        "Commencez la phrase par « pour chaque » suivi de {sujets}, ou employez une autre grandeur.",
        (
            "Le vocabulaire dit pour qui chaque grandeur se calcule. Définie pour un autre sujet, elle aurait plusieurs "
            "valeurs ou aucune."
        ),
        "regle",
        """\
règle amende-du-lecteur (source : règlement intérieur, art. 1) :
  pour tout lecteur, l'amende du lecteur est égale au total du lecteur.
""",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, l'amende du prêt est égale à la caution du prêt.
""",
    ),
    Entry(
        "R0330",
        "Une règle qui définit autre chose qu'une grandeur",
        "« {nom} » n'est pas une grandeur : une règle ne peut pas lui donner de valeur.",
        "Nommez d'abord la grandeur définie : « le … de la {nom} est égal à … ».",
        (
            "Une règle donne sa valeur à une grandeur du vocabulaire. Une fiche ou un paramètre n'est pas une grandeur : il "
            "lui manque de dire laquelle de ses données est définie."
        ),
        "regle",
        """\
règle total-de-la-serie (source : règlement intérieur, art. 1) :
  pour toute série, la série est égale à la somme des prix des prêts de la série.
""",
        """\
règle total-de-la-serie (source : règlement intérieur, art. 1) :
  pour toute série, le total de série de la série est égal à la somme des prix des prêts de la série.
""",
    ),
    Entry(
        "R0331",
        "Une règle ordinaire qui écarte une exception",
        "Seule une exception peut dire « l'exception visée ne s'applique pas ».",
        "Remplacez « règle … » par « exception … à … », en nommant l'exception écartée.",
        ("Écarter une exception, c'est modifier une autre règle : il faut dire laquelle. Une règle ordinaire ne vise personne."),
        "regle",
        """\
règle levee-sans-cible (source : règlement intérieur, art. 1) :
  l'exception visée ne s'applique pas.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-annule à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 0
  si le prêt est à distance.

exception rappel-maintenu à rappel-annule (source : règlement intérieur, art. 2) :
  pour tout prêt, l'exception visée ne s'applique pas
  si le prêt abîme le livre.
""",
    ),
    Entry(
        "R0332",
        "Une liste qui ne convient pas à cette grandeur",
        "« {nom} » ne peut pas être défini par cette liste.",
        "Donnez une liste du genre déclaré au vocabulaire : des fiches, des mois ou des jours.",
        (
            "Une liste de prêts ne contient que des prêts, une suite de jours que des jours. La liste donnée ici est d'un "
            "autre genre que celle qui est déclarée."
        ),
        "regle",
        """\
règle prets-recents (source : règlement intérieur, art. 1) :
  pour tout lecteur, les prêts récents du lecteur sont les livres du lecteur.
""",
        """\
règle prets-recents (source : règlement intérieur, art. 1) :
  pour tout lecteur, les prêts récents du lecteur sont les prêts du lecteur dont la nature est « ordinaire ».
""",
    ),
    Entry(
        "R0333",
        "Une valeur d'un autre genre que la grandeur",
        "« {nom} » est {attendu}, et la phrase lui donne {lu}.",
        "Corrigez le calcul, ou la déclaration de « {nom} » au vocabulaire.",
        (
            "Le genre et l'unité d'une grandeur sont déclarés une fois. Une valeur d'une autre unité est presque toujours un "
            "calcul incomplet : il manque une multiplication ou une division."
        ),
        "regle",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, l'amende du prêt est égale au tarif du prêt.
""",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, l'amende du prêt est égale au tarif du prêt × durée du prêt.
""",
    ),
    Entry(
        "R0334",
        "« à défaut » d'autre chose qu'un fait",
        "« {nom} » n'est pas un fait de ce sujet : on ne peut pas le retenir « à défaut ».",
        "Citez un fait de la fiche annoncée par « pour chaque … », ou définissez la grandeur par une règle.",
        (
            "« À défaut de » remplace un fait que le dossier ne donne pas. Une grandeur calculée, elle, n'est jamais absente "
            ": c'est sa règle qui lui donne une valeur."
        ),
        "regle",
        """\
règle caution-supposee (source : règlement intérieur, art. 1) :
  pour tout prêt, à défaut de la caution du prêt, on retient le prix du prêt.
""",
        """\
règle reservation-supposee (source : règlement intérieur, art. 1) :
  pour tout prêt, à défaut de la réservation du prêt, on retient le début du prêt.
""",
    ),
    Entry(
        "R0335",
        "Une ligne de table incomplète",
        "Cette ligne de la table n'a pas toutes les colonnes de la première.",
        "Complétez la ligne : chaque ligne définit les mêmes grandeurs que la première, jointes par « et ».",
        (
            "Une table est un ensemble de règles. Une colonne qui manque laisserait une grandeur sans valeur dans un cas que "
            "le texte prévoit."
        ),
        "regle",
        """\
table tarifs-par-genre (source : règlement intérieur, art. 3) :
  pour tout prêt, selon le genre du livre du prêt :
  - « roman » : le rappel du prêt est de 1 et la durée du prêt est de 21 jours ;
  - tout autre cas : le rappel du prêt est de 2.
""",
        """\
table tarifs-par-genre (source : règlement intérieur, art. 3) :
  pour tout prêt, selon le genre du livre du prêt :
  - « roman » : le rappel du prêt est de 1 et la durée du prêt est de 21 jours ;
  - tout autre cas : le rappel du prêt est de 2 et la durée du prêt est de 7 jours.
""",
    ),
)
