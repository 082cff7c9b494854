"""Entries of the catalogue: marks, identifiers, dates and numbers.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

MARKS: tuple[Entry, ...] = (
    Entry(
        "R0109",
        "Un tiret sans point-virgule avant lui",
        "Ce tiret commence un nouvel élément de la liste, mais le précédent n'est pas fermé par « ; ».",
        "Ajoutez « ; » à la fin de l'élément précédent ; seul le dernier se termine par un point.",
        (
            "Sans point-virgule, le tiret serait pris pour le signe moins, ou l'élément suivant pour la suite du précédent. "
            "Le point-virgule dit où chaque condition finit."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si toutes ces conditions sont réunies :
    - le prêt est à distance
    - le prêt abîme le livre.
""",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si toutes ces conditions sont réunies :
    - le prêt est à distance ;
    - le prêt abîme le livre.
""",
    ),
    Entry(
        "R0110",
        "« précédent », « suivant » ou « précédant » mal placé",
        "« {lu} » ne convient pas à cet endroit.",
        (
            "Écrivez « le prêt précédent » (le voisin dans la liste), « le mois civil précédant le … » (avant une date) ou « "
            "dans les 3 mois précédant le … » (une fenêtre)."
        ),
        (
            "Ces mots changent de sens selon ce qui les entoure : « précédent » désigne le voisin dans une liste, « précédant "
            "» ce qui vient avant une date. Ailleurs, ils ne désignent rien de précis et la phrase ne peut pas être "
            "appliquée."
        ),
        "regle",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à 14 jours précédant la fin du prêt.
""",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à 14 jours avant la fin du prêt.
""",
    ),
    Entry(
        "R0111",
        "L'identifiant de la règle manque ou est mal écrit",
        "Cette phrase n'a pas d'identifiant lisible : lu « {lu} ».",
        (
            "Donnez-lui un identifiant fait d'au moins deux mots sans accent reliés par un trait d'union, par exemple « "
            "amende-du-pret »."
        ),
        (
            "L'identifiant est le nom stable de la règle : une exception le cite, la décision le montre, un cas du recueil "
            "peut le demander. Il est en minuscules, sans accent, pour se recopier sans erreur."
        ),
        "regle",
        """\
règle Amende (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
    Entry(
        "R0112",
        "Un point-virgule juste avant le point final",
        "La liste se termine par « ; » puis un point : il manque un élément, ou le point-virgule est de trop.",
        "Supprimez le dernier point-virgule, ou écrivez l'élément manquant.",
        (
            "Le point-virgule annonce un élément de plus. S'il n'y en a pas, on ne sait pas si une condition a été oubliée : "
            "dans une règle de droit, cela ne se devine pas."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si toutes ces conditions sont réunies :
    - le prêt est à distance ;
    - le prêt abîme le livre ;
    .
""",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si toutes ces conditions sont réunies :
    - le prêt est à distance ;
    - le prêt abîme le livre.
""",
    ),
    Entry(
        "R0113",
        "Une phrase démesurée",
        "Cette phrase dépasse {limite} mots et signes.",
        "Coupez-la en plusieurs règles, en donnant un nom aux étapes du calcul.",
        (
            "Une phrase de cette taille ne peut être ni relue ni expliquée, et ralentirait toute la lecture des règles. Elle "
            "vient le plus souvent d'un point final oublié ou d'un fichier collé par erreur."
        ),
        "regle",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une phrase de plus de deux mille mots.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
    Entry(
        "R0114",
        "Une convention de quantième inconnue",
        "« {lu} » n'est pas une façon connue de remplacer un jour qui n'existe pas dans le mois.",
        ("Écrivez « quantième manquant « dernier jour du mois » » ou « quantième manquant « premier jour du mois suivant » »."),
        (
            "Un mois après le 31 janvier, il n'y a pas de 31 février. Les textes ont deux usages : le dernier jour du mois, "
            "ou le premier jour du mois suivant. La règle nomme l'un des deux ; aucun autre n'est connu."
        ),
        "regle",
        """\
règle retour-attendu (source : règlement intérieur, art. 1), quantième manquant « jour le plus proche » :
  pour tout prêt, le retour attendu du prêt est égal à 1 mois après le début du prêt.
""",
        """\
règle retour-attendu (source : règlement intérieur, art. 1), quantième manquant « dernier jour du mois » :
  pour tout prêt, le retour attendu du prêt est égal à 1 mois après le début du prêt.
""",
    ),
    Entry(
        "R0115",
        "Une date qui n'existe pas",
        "« {lu} » n'existe pas au calendrier.",
        "Écrivez une date qui existe.",
        (
            "Une date impossible vient presque toujours d'une faute de frappe. La remplacer par une date voisine changerait "
            "la règle sans que personne ne l'ait décidé."
        ),
        "regle",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal au 31 avril 2025.
""",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal au 30 avril 2025.
""",
    ),
    Entry(
        "R0116",
        "Un nombre trop long",
        "Le nombre « {lu} » a trop de chiffres pour être lu avec certitude (dix-huit au plus).",
        "Corrigez ce nombre ; s'il est vraiment aussi grand, exprimez-le dans une autre unité.",
        (
            "Aucun montant de ce droit n'a plus de dix-huit chiffres : un nombre aussi long est une faute de frappe ou de "
            "copie. Il est refusé plutôt que compté à demi."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1234567890123456789012.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 12.
""",
    ),
    Entry(
        "R0117",
        "Des mois employés comme une qualité",
        "« les 3 mois civils précédant… » est une liste de mois : cela ne peut pas suivre « est » dans une condition.",
        "Écrivez « … est compris dans les 3 mois civils précédant … ».",
        (
            "Une condition compare une chose à une autre du même genre. Dire qu'une date « est les trois mois » n'a pas de "
            "réponse ; dire qu'elle « est comprise dans » ces mois en a une."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si la fin du prêt est les 3 mois civils précédant le début du prêt.
""",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si la reprise du prêt est comprise dans les 3 mois civils suivant la fin du prêt.
""",
    ),
    Entry(
        "R0118",
        "Un « dont » ou un « qui » au milieu d'un calcul",
        "« {lu} » ne peut restreindre qu'une liste que l'on compte, que l'on additionne ou où l'on désigne un élément.",
        (
            "Donnez d'abord un nom à l'élément (« la suite du prêt est le premier prêt du lecteur dont … »), dans sa règle, puis "
            "employez ce nom dans le calcul."
        ),
        (
            "Au milieu d'un calcul, on ne sait plus à quel nom se rattache « dont ». L'élément désigné reçoit un nom ; "
            "l'explication le montre, et dit pourquoi c'est lui."
        ),
        "regle",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au prix du premier prêt du lecteur dont la nature est « renouvellement ».
""",
        """\
règle suite-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la suite du prêt est le premier prêt du lecteur dont la nature est « renouvellement ».

règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au prix de la suite du prêt.
""",
    ),
    Entry(
        "R0119",
        "Un point avant « si »",
        "Un point finit la phrase avant sa condition.",
        "Supprimez le point qui précède « si ».",
        (
            "Une règle est une seule phrase : la définition, puis « si » et la condition, puis le point. Coupée avant « si », "
            "la règle vaudrait dans tous les cas."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif.
  si le prêt est à distance.
""",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si le prêt est à distance.
""",
    ),
    Entry(
        "R0199",
        "Une phrase qui ne suit aucun modèle",
        "« {lu} » ne convient pas ici ; on attend {attendu}.",
        ("Comparez votre phrase à un exemple voisin et remplacez ce passage ; tout nom employé doit être dans le vocabulaire."),
        (
            "Les règles se lisent comme du français, mais selon un petit nombre de modèles de phrases : c'est ce qui permet "
            "qu'elles n'aient qu'un seul sens. Un passage hors modèle ne peut pas être appliqué, même si un lecteur le "
            "comprend."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal égal à 1.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
)
