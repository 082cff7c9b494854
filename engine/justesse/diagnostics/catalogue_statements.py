"""Entries of the catalogue: how a sentence is built.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

STATEMENTS: tuple[Entry, ...] = (
    Entry(
        "R0101",
        "Il manque le point final",
        "Cette phrase n'a pas de point final.",
        "Terminez la phrase par un point, avant de commencer la suivante.",
        (
            "Le point dit où une règle finit. Sans lui, la règle suivante serait lue comme la suite de celle-ci, et aucune "
            "des deux n'aurait le sens voulu. La phrase est donc laissée de côté jusqu'à ce que le point soit écrit."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1

règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt.
""",
    ),
    Entry(
        "R0102",
        "Les décimales s'écrivent avec une virgule",
        "Ce nombre est coupé par un point : un point termine la phrase.",
        "Écrivez les décimales avec une virgule, par exemple « 1,5 ».",
        (
            "En français, la virgule sépare les décimales. Le point, lui, termine toujours une phrase : un nombre écrit avec "
            "un point couperait la règle en deux au milieu du calcul."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.5 × 2.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1,5 × 2.
""",
    ),
    Entry(
        "R0103",
        "« et » et « ou » dans la même condition",
        "Cette condition mêle « et » et « ou » : on ne peut pas savoir ce qui va avec quoi.",
        (
            "Gardez un seul des deux mots, ou écrivez une liste « toutes ces conditions sont réunies : » ou « au moins une de "
            "ces conditions est remplie : », en nommant à part la condition intermédiaire."
        ),
        (
            "« A et B ou C » a deux lectures : « A, et l'un de B ou C » ou bien « A et B ensemble, ou C seul ». Le droit ne "
            "peut pas dépendre de celle que la machine choisirait. Une condition n'a donc qu'un seul niveau ; une condition "
            "composée reçoit un nom, défini par sa propre règle."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si le prêt abîme le livre et le prêt est à distance ou le prêt est à surveiller.
""",
        """\
règle pret-a-surveiller (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est à surveiller
  si le prêt abîme le livre ou le prêt est à distance.

règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si le prêt est à surveiller et la nature du prêt est « renouvellement ».
""",
    ),
    Entry(
        "R0104",
        "La règle ne cite pas son texte",
        "Cette règle ne dit pas de quel texte elle vient.",
        "Écrivez « (source : … ) » après l'identifiant, avec l'article appliqué.",
        (
            "Toute décision doit pouvoir nommer l'article qui la fonde. Une règle sans texte serait une règle inventée : elle "
            "n'est pas acceptée. Plusieurs textes se séparent par un point-virgule."
        ),
        "regle",
        """\
règle rappel-du-pret :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
    Entry(
        "R0105",
        "« dont » dans une liste déjà limitée par « dont » ou « qui »",
        "Ce second « dont » ou « qui » s'accroche à un autre : on ne sait plus lequel des deux noms il limite.",
        "Reliez les critères d'une même liste par « et dont » ou « et qui », ou donnez un nom à la liste intermédiaire.",
        (
            "« Les prêts dont le livre dont le genre est… » laisse deux lectures possibles. Une liste n'est limitée qu'à un "
            "niveau ; ce qui est plus compliqué reçoit un nom, que la décision pourra expliquer."
        ),
        "regle",
        """\
règle prets-longs (source : règlement intérieur, art. 1) :
pour tout lecteur, le décompte du lecteur est égal au nombre de prêts du lecteur dont la nature est « ordinaire
    » dont la fin est postérieure au 1er mars 2025.
""",
        """\
règle prets-longs (source : règlement intérieur, art. 1) :
pour tout lecteur, le décompte du lecteur est égal au nombre de prêts du lecteur dont la nature est « ordinaire
    » et dont la fin est postérieure au 1er mars 2025.
""",
    ),
    Entry(
        "R0106",
        "Une somme à l'intérieur d'une autre",
        (
            "Une somme, un nombre ou une moyenne ne peut pas porter directement sur une autre somme, un autre nombre ou une "
            "autre moyenne."
        ),
        "Donnez un nom à la somme intérieure, définie par sa propre règle, puis employez ce nom.",
        (
            "« La somme du nombre de… » cache une étape du calcul. La décision montre chaque étape par son nom : l'étape "
            "intérieure doit donc être une grandeur du vocabulaire, avec sa règle et son article."
        ),
        "regle",
        """\
règle prets-longs (source : règlement intérieur, art. 1) :
  pour tout lecteur, le décompte du lecteur est égal à la somme du nombre de prêts du lecteur.
""",
        """\
règle prets-longs (source : règlement intérieur, art. 1) :
  pour tout lecteur, le décompte du lecteur est égal au nombre de prêts du lecteur.
""",
    ),
    Entry(
        "R0107",
        "« le plus petit des montants suivants » au milieu d'un calcul",
        "« {lu} » doit être toute la définition, pas une partie d'un calcul.",
        "Écrivez « … est le plus petit des montants suivants : - … ; - … », ou donnez un nom à ce plus petit montant.",
        (
            "Une liste à tirets placée au milieu d'un calcul ne dit pas où elle finit : ce qui la suit serait lu comme son "
            "dernier tiret. Elle forme donc à elle seule la définition d'une grandeur."
        ),
        "regle",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale à 2 × le plus petit des montants suivants :
    - le prix du prêt ;
    - l'amende du prêt.
""",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est le plus petit des montants suivants :
    - le prix du prêt ;
    - l'amende du prêt.
""",
    ),
    Entry(
        "R0108",
        "Une liste de conditions dans une autre",
        "Une liste de conditions ne peut pas en contenir une autre.",
        "Donnez un nom à la condition intérieure, définie par sa propre règle, puis citez ce nom dans la liste.",
        (
            "Deux niveaux de tirets se lisent mal et s'expliquent encore plus mal : la décision dit, condition par condition, "
            "laquelle a manqué. Une condition composée reçoit donc un nom, et ce nom apparaît dans l'explication."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si toutes ces conditions sont réunies :
    - le prêt est à distance ;
    - au moins une de ces conditions est remplie :
      - le prêt abîme le livre ;
      - le prêt est à surveiller.
""",
        """\
règle pret-a-surveiller (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est à surveiller
  si le prêt abîme le livre ou la nature du prêt est « renouvellement ».

règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si toutes ces conditions sont réunies :
    - le prêt est à distance ;
    - le prêt est à surveiller.
""",
    ),
)
