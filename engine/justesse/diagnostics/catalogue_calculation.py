"""Entries of the catalogue: what stops a calculation.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

CALCULATION: tuple[Entry, ...] = (
    Entry(
        "E0101",
        "Aucun texte applicable",
        "Il n'y a aucun texte applicable pour « {nom} » à cette date ({date}).",
        "Ajoutez la version ou la valeur en vigueur à cette date, avec sa source ; sinon, le dossier n'est pas décidable.",
        (
            "Les règles et les paramètres ont des dates. Appliquer un texte hors de sa période serait appliquer un droit qui "
            "n'existe pas : la décision est refusée plutôt que devinée."
        ),
        "calcul",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt à compter du 1er
  avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 1.
=== dossier
prêts:
  - début: 2025-03-31
    fin: 2025-04-20
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt à compter du 1er
  avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 1.
=== dossier
prêts:
  - début: 2025-04-01
    fin: 2025-04-20
""",
    ),
    Entry(
        "E0102",
        "Deux règles se contredisent",
        (
            "« {premiere} » ({sources_premiere}) et « {seconde} » ({sources_seconde}) donnent deux valeurs différentes à « "
            "{nom} »."
        ),
        ("Dites laquelle l'emporte par « prioritaire sur … (source : …) », ou ajoutez à l'une la condition qui écarte l'autre."),
        (
            "Les deux phrases s'appliquent à ce dossier et rien ne dit laquelle prévaut. Choisir serait trancher une question "
            "de droit : la décision est refusée, et les deux articles sont nommés."
        ),
        "calcul",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.

exception rappel-livre-abime à rappel-du-pret (source : règlement intérieur, art. 3) :
  pour tout prêt, le rappel du prêt est égal à 3
  si le prêt abîme le livre.
=== dossier
prêts:
  - début: 2025-03-31
    fin: 2025-04-20
    à distance: oui
    abîme le livre: oui
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.

exception rappel-livre-abime à rappel-du-pret (source : règlement intérieur, art. 3), prioritaire sur
  rappel-a-distance (source : règlement intérieur, art. 4) :
  pour tout prêt, le rappel du prêt est égal à 3
  si le prêt abîme le livre.
=== dossier
prêts:
  - début: 2025-03-31
    fin: 2025-04-20
    à distance: oui
    abîme le livre: oui
""",
    ),
    Entry(
        "E0103",
        "Aucune règle pour cette grandeur",
        "Aucune règle ne donne de valeur à « {nom} » sous les lectures choisies.",
        "Écrivez la règle de la lecture choisie, ou prenez une lecture pour laquelle une règle est écrite.",
        (
            "La lecture retenue d'une interprétation n'a pas sa règle : le droit qu'elle décrit n'est pas encore écrit, et "
            "rien ne peut le remplacer."
        ),
        "calcul",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  statut : « validée ».

règle rappel-du-pret (source : règlement intérieur, art. 1), lecture « deux » de rappels-successifs :
  pour tout prêt, le rappel du prêt est égal à 2.
=== dossier
prêts:
  - début: 2025-03-31
    fin: 2025-04-20
""",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  statut : « validée ».

règle rappel-du-pret (source : règlement intérieur, art. 1), lecture « un seul » de rappels-successifs :
  pour tout prêt, le rappel du prêt est égal à 1.
=== dossier
prêts:
  - début: 2025-03-31
    fin: 2025-04-20
""",
    ),
    Entry(
        "E0104",
        "Un jour qui n'existe pas dans le mois d'arrivée",
        "À partir du {date}, le délai tombe sur un jour qui n'existe pas, et la règle ne dit pas lequel retenir.",
        (
            "Ajoutez à la règle « quantième manquant « dernier jour du mois » » ou « quantième manquant « premier jour du "
            "mois suivant » »."
        ),
        (
            "Un mois après le 31 janvier : le 28 février ou le 1er mars ? Les textes ont les deux usages. La règle doit dire "
            "lequel elle suit ; la machine ne choisit pas."
        ),
        "calcul",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à 1 mois après le début du prêt.
=== dossier
prêts:
  - début: 2025-01-31
    fin: 2025-02-10
""",
        """\
règle retour-attendu (source : règlement intérieur, art. 1), quantième manquant « dernier jour du mois » :
  pour tout prêt, le retour attendu du prêt est égal à 1 mois après le début du prêt.
=== dossier
prêts:
  - début: 2025-01-31
    fin: 2025-02-10
""",
    ),
    Entry(
        "E0105",
        "Un calcul qui revient sur lui-même",
        "Pour calculer « {nom} », il faudrait déjà connaître « {nom} ».",
        "Faites porter l'une des phrases sur des jours passés ou sur la fiche précédente, non sur elle-même.",
        (
            "Dans ce dossier, la valeur dépend d'elle-même par un chemin que l'ordre des règles ne montrait pas. Aucun calcul "
            "ne peut commencer."
        ),
        "calcul",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal au rappel du prêt précédent + rappel du prêt suivant.
=== dossier
prêts:
  - début: 2025-03-01
    fin: 2025-03-10
  - début: 2025-04-01
    fin: 2025-04-10
  - début: 2025-05-01
    fin: 2025-05-10
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-suivant à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal au rappel du prêt précédent + 1
  si la fin du prêt précédent est antérieure au début du prêt.
=== dossier
prêts:
  - début: 2025-03-01
    fin: 2025-03-10
  - début: 2025-04-01
    fin: 2025-04-10
""",
    ),
    Entry(
        "E0106",
        "Un calcul trop profond",
        "Le calcul de « {nom} » passe par trop d'étapes emboîtées.",
        "Réduisez le nombre de fiches du dossier ; s'il est ordinaire, coupez la suite de règles qui se lisent l'une l'autre.",
        (
            "Les étapes d'une décision se comptent en dizaines. Au-delà de quelques centaines emboîtées, le calcul cesse pour "
            "ne pas bloquer les autres dossiers."
        ),
        "calcul",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : des centaines de grandeurs définies l'une par l'autre.
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
    Entry(
        "E0107",
        "Un regroupement qui dépend d'un fait inconnu",
        "On ne sait pas si « {place} » est un « {nom} » : il manque {faits}.",
        "Complétez ce fait ; d'ici là, « justesse manques » dit ce qui est sûr dans tous les cas.",
        (
            "Les regroupements se font avant tout le reste : d'eux dépendent presque toutes les grandeurs. Avec un doute à ce "
            "niveau, chaque montant serait douteux."
        ),
        "calcul",
        """\
règle ouverture-de-serie (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt d'ouverture
  si le prix du prêt est supérieur à 0 €.

règle total-de-la-serie (source : règlement intérieur, art. 1) :
  pour toute série, le total de série de la série est égal à la somme des prix des prêts de la série.
=== dossier
prêts:
  - début: 2025-03-01
    fin: 2025-03-10
    prix: inconnu
""",
        """\
règle ouverture-de-serie (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt d'ouverture
  si le prix du prêt est supérieur à 0 €.

règle total-de-la-serie (source : règlement intérieur, art. 1) :
  pour toute série, le total de série de la série est égal à la somme des prix des prêts de la série.
=== dossier
prêts:
  - début: 2025-03-01
    fin: 2025-03-10
    prix: 12
""",
    ),
    Entry(
        "E0108",
        "Une division par zéro",
        "Le calcul divise par zéro.",
        "Ajoutez à la règle la condition qui exclut ce cas, ou la valeur que le texte prévoit alors.",
        (
            "Le diviseur est nul dans ce dossier : une période sans jour, une liste vide. Le texte doit dire ce qu'il en est "
            "; le calcul n'a pas de réponse."
        ),
        "calcul",
        """\
règle tarif-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le tarif du prêt est égal au prix du prêt divisé par le nombre de jours d'attente du prêt.

règle jours-attente (source : règlement intérieur, art. 1) :
  pour tout prêt, les jours d'attente du prêt sont les jours allant du lendemain de la fin du prêt à la fin du prêt.
=== dossier
prêts:
  - début: 2025-03-01
    fin: 2025-03-10
    prix: 12
""",
        """\
règle tarif-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le tarif du prêt est égal au prix du prêt divisé par le nombre de jours d'attente du prêt.

règle jours-attente (source : règlement intérieur, art. 1) :
  pour tout prêt, les jours d'attente du prêt sont les jours allant du début du prêt à la fin du prêt.
=== dossier
prêts:
  - début: 2025-03-01
    fin: 2025-03-10
    prix: 12
""",
    ),
    Entry(
        "E0109",
        "Un délai qui n'est pas un nombre entier",
        "Une date ne peut pas avancer d'une fraction de jour, de semaine ou de mois.",
        "Arrondissez le délai dans sa propre règle, avec le texte qui le permet.",
        ("Le calendrier avance par jours entiers. Un délai de deux jours et demi appelle un arrondi, que le texte doit prévoir."),
        "calcul",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt / 3.

règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à la durée du prêt après le début du prêt.
=== dossier
prêts:
  - début: 2025-03-01
    fin: 2025-03-10
""",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt / 2.

règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à la durée du prêt après le début du prêt.
=== dossier
prêts:
  - début: 2025-03-01
    fin: 2025-03-10
""",
    ),
    Entry(
        "E0110",
        "Une période dont les limites sont inconnues",
        "On ne connaît pas le premier ou le dernier jour qu'il faut pour « {nom} ».",
        "Donnez le début et la fin de la période dans le dossier.",
        "Cette grandeur se calcule jour par jour. Sans limites, on ne sait pas quels jours parcourir.",
        "calcul",
        """\
règle premier-jour-de-cotisation (source : règlement intérieur, art. 1) :
pour toute cotisation, le premier jour de cotisation de la cotisation est égal au premier jour du mois de la
    cotisation.

règle dernier-jour-de-cotisation (source : règlement intérieur, art. 1) :
  pour toute cotisation, le dernier jour de cotisation de la cotisation est inconnu.

règle heures-reparties (source : règlement intérieur, art. 1) :
pour chaque jour de la cotisation, les heures réparties du jour sont égales aux heures de la cotisation divisées
    par le nombre de jours de la cotisation.
=== dossier
cotisations:
  - mois: 2025-03
    versement: 5
    heures: 31
""",
        """\
règle premier-jour-de-cotisation (source : règlement intérieur, art. 1) :
pour toute cotisation, le premier jour de cotisation de la cotisation est égal au premier jour du mois de la
    cotisation.

règle dernier-jour-de-cotisation (source : règlement intérieur, art. 1) :
pour toute cotisation, le dernier jour de cotisation de la cotisation est égal au dernier jour du mois de la
    cotisation.

règle heures-reparties (source : règlement intérieur, art. 1) :
pour chaque jour de la cotisation, les heures réparties du jour sont égales aux heures de la cotisation divisées
    par le nombre de jours de la cotisation.
=== dossier
cotisations:
  - mois: 2025-03
    versement: 5
    heures: 31
""",
    ),
    Entry(
        "E0111",
        "Une période démesurée",
        "La période à parcourir pour « {nom} » dépasse cent ans.",
        "Vérifiez les dates du dossier : une année est sans doute mal écrite.",
        ("Aucune période réelle ne dure aussi longtemps. Le calcul jour par jour cesse plutôt que de parcourir des siècles."),
        "calcul",
        """\
règle jour-ouvert (source : règlement intérieur, art. 1) :
  pour chaque jour du prêt, ce jour est un jour ouvert
  si ce jour n'est pas un dimanche.
=== dossier
prêts:
  - début: 1925-03-01
    fin: 2125-03-10
""",
        """\
règle jour-ouvert (source : règlement intérieur, art. 1) :
  pour chaque jour du prêt, ce jour est un jour ouvert
  si ce jour n'est pas un dimanche.
=== dossier
prêts:
  - début: 2025-03-01
    fin: 2025-03-10
""",
    ),
)
