"""Entries of the catalogue: what the vocabulary declares.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

VOCABULARY: tuple[Entry, ...] = (
    Entry(
        "R0201",
        "Une déclaration du vocabulaire illisible",
        "Cette déclaration du vocabulaire ne suit aucun modèle connu.",
        (
            "Reprenez la forme « fiche …, on calcule pour chaque …, paramètres : … », un tiret par nom, « ; » entre les "
            "tirets et un point à la fin."
        ),
        (
            "Le vocabulaire dit de quoi les règles ont le droit de parler. Une déclaration illisible laisse des noms "
            "inconnus, et toutes les règles qui les emploient deviendraient fausses à leur tour : corrigez-la d'abord."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une sorte de date.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, pour information.
""",
    ),
    Entry(
        "R0204",
        "Une fiche citée mais non déclarée",
        "« {nom} » ne désigne aucune fiche ni aucun regroupement déclaré.",
        "Déclarez la fiche, ou corrigez son nom pour qu'il soit écrit comme dans sa déclaration.",
        (
            "Une liste, un lien ou une grandeur porte toujours sur une fiche. Si cette fiche n'est pas déclarée, personne ne "
            "sait quels faits elle contient et le dossier ne peut pas la remplir."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches pret, dans l'ordre de leur début.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.
""",
    ),
    Entry(
        "R0205",
        "Une période sans début ou sans fin",
        "La fiche « {nom} » est une période, mais on ne sait pas quand elle commence ou finit.",
        "Ajoutez « qui ouvre la période » à la date de début et « qui clôt la période » à la date de fin.",
        (
            "Une période a des jours, que les règles comptent et parcourent. Sans son premier et son dernier jour, ces "
            "comptes n'auraient pas de sens."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date ;
  - la fin, une date.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.
""",
    ),
    Entry(
        "R0209",
        "Un nom déclaré deux fois",
        "« {nom} » est déjà déclaré pour la même chose.",
        "Supprimez l'une des deux déclarations, ou donnez un autre nom à la seconde.",
        (
            "Un nom n'a qu'une définition. Avec deux déclarations, l'unité ou le choix possible dépendrait de celle qu'on "
            "lit, et deux relecteurs ne liraient pas la même règle."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, pour information ;
  - la carte, un montant en €, pour information.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, pour information ;
  - le dépôt, un montant en €, pour information.
""",
    ),
    Entry(
        "R0210",
        "Aucune fiche n'est le sujet du dossier",
        "Le vocabulaire ne dit pas de qui parle le dossier.",
        "Ajoutez « , sujet du dossier » à la fiche de la personne concernée.",
        (
            "Un dossier concerne une personne, à laquelle toutes les listes se rattachent. Sans ce point de départ, aucune "
            "règle ne peut trouver les faits qu'elle cite."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs) :
  - la carte, une date, pour information.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, pour information.
""",
    ),
    Entry(
        "R0211",
        "Une pièce qui porte un fait inconnu",
        "« {nom} », que porte la pièce « {piece} », n'est aucun fait déclaré : vouliez-vous dire « {proche} » ?",
        "Écrivez le fait et sa fiche comme dans leur déclaration (« la fin du prêt »).",
        (
            "Une pièce dit d'où vient un fait, et donc quel papier demander quand il manque. Un fait mal nommé resterait sans "
            "pièce, et la demande ne partirait pas."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, pour information.

pièce formulaire (formulaires), envoyée par « le lecteur » : porte
  - la carte du lectorat.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, pour information.

pièce formulaire (formulaires), envoyée par « le lecteur » : porte
  - la carte du lecteur.
""",
    ),
    Entry(
        "R0212",
        "Un nom qui se lirait comme un compte",
        "« {nom} » commence comme un compte ou une somme : les phrases ne pourraient plus compter cette liste.",
        "Donnez un autre nom à cette grandeur (« la durée », « le total », « l'effectif »).",
        (
            "« le nombre de jours du prêt » compte les jours du prêt. Si un nom commence de même, la phrase lirait ce nom à la "
            "place du compte, sans que personne ne le voie."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - le nombre de livres, un nombre, pour information.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - l'effectif de livres, un nombre, pour information.
""",
    ),
    Entry(
        "R0213",
        "Un mois qui n'est dans aucune liste de sa fiche",
        "« {nom} » n'est pas une liste de mois de « {fiche} » seule : on ne peut pas la parcourir pour chaque {fiche}.",
        "Déclarez « {nom} » comme « une liste de mois civils » dans « on calcule pour chaque {fiche} », sans autre sujet.",
        (
            "« Pour chaque mois de suivi du prêt » parcourt une liste de mois que le prêt, à lui seul, suffit à connaître. Si la "
            "liste dépend encore d'autre chose, on ne sait pas laquelle parcourir."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts) :
  - le début, une date ;
  - le genre, un choix parmi « roman » ou « essai », pour information.

on calcule pour chaque prêt et chaque genre :
  - les mois de suivi (mois de suivi), une liste de mois civils, pour information.

on calcule pour chaque mois de suivi de prêt :
  - la lecture, un nombre, pour information.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début.

fiche prêt (prêts) :
  - le début, une date ;
  - le genre, un choix parmi « roman » ou « essai », pour information.

on calcule pour chaque prêt :
  - les mois de suivi (mois de suivi), une liste de mois civils, pour information.

on calcule pour chaque mois de suivi de prêt :
  - la lecture, un nombre, pour information.
=== regles.regle
règle mois-de-suivi (source : règlement intérieur, art. 1) :
  pour tout prêt, les mois de suivi du prêt sont les 2 mois civils précédant le début du prêt.

règle lecture-du-mois (source : règlement intérieur, art. 1) :
  pour chaque mois de suivi du prêt, la lecture du mois de suivi est égale à 1.
""",
    ),
    Entry(
        "R0216",
        "Un regroupement ouvert par un nom inconnu",
        "« {regroupement} » s'ouvre à chaque « {nom} », qui n'est pas un oui ou non de chaque {fiche}.",
        "Déclarez « {nom} », oui ou non, dans « on calcule pour chaque {fiche} », ou corrigez ce nom.",
        (
            "Un regroupement réunit des fiches qui se suivent, et se coupe avant chacune de celles qui en ouvrent un. Sans ce "
            "nom, on ne sait pas où le couper."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début, pour information.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.

regroupement série (séries) : réunit les prêts du lecteur ; s'ouvre à chaque prêt nouveau.

on calcule pour chaque prêt :
  - un prêt d'ouverture (prêts d'ouverture), oui ou non.

on calcule pour chaque série :
  - la remise, un nombre, pour information.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - les prêts, une liste de fiches prêt, dans l'ordre de leur début, pour information.

fiche prêt (prêts), période :
  - le début, une date, qui ouvre la période ;
  - la fin, une date, qui clôt la période.

regroupement série (séries) : réunit les prêts du lecteur ; s'ouvre à chaque prêt d'ouverture.

on calcule pour chaque prêt :
  - un prêt d'ouverture (prêts d'ouverture), oui ou non.

on calcule pour chaque série :
  - la remise, un nombre, pour information.
=== regles.regle
règle pret-d-ouverture (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt d'ouverture
  si le prêt précédent est sans objet.

règle remise-de-la-serie (source : règlement intérieur, art. 1) :
  pour toute série, la remise de la série est égale au nombre de prêts de la série.
""",
    ),
)
