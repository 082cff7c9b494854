"""Entries of the catalogue: names and their declaration.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

NAMES: tuple[Entry, ...] = (
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
        "R0202",
        "Un nom inconnu, proche d'un nom du vocabulaire",
        "« {nom} » n'est pas dans le vocabulaire : vouliez-vous dire « {proche} » ?",
        "Remplacez « {nom} » par « {proche} », ou déclarez ce nom dans le vocabulaire s'il désigne autre chose.",
        (
            "Une règle ne parle que de noms déclarés, écrits toujours de la même façon. Un nom approchant serait une autre "
            "chose, sans définition : la règle ne pourrait pas être appliquée."
        ),
        "regle",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durrée du prêt est égale au nombre de jours du prêt.
""",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt.
""",
    ),
    Entry(
        "R0203",
        "Un nom inconnu",
        "« {nom} » n'est pas dans le vocabulaire.",
        "Déclarez ce nom dans le fichier de vocabulaire, ou employez un nom qui y est déjà.",
        (
            "Une règle ne parle que de noms déclarés. Un mot inconnu n'a ni définition ni unité : on ne peut rien calculer "
            "avec lui. Le vocabulaire est court exprès, et se relit d'un bout à l'autre."
        ),
        "regle",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la kermesse du prêt est égale au nombre de jours du prêt.
""",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt.
""",
    ),
    Entry(
        "R0215",
        "Un mot de la langue mal écrit",
        "« {nom} » n'est pas un mot de la langue : vouliez-vous dire « {proche} » ?",
        "Remplacez « {nom} » par « {proche} ».",
        (
            "La langue des règles a peu de mots, écrits toujours de la même façon, accents compris. Un mot approchant serait "
            "pris pour un nom, et la phrase dirait autre chose, ou rien."
        ),
        "regle",
        """\
regle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est egale au nombre de jours du prêt.
""",
        """\
règle duree-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la durée du prêt est égale au nombre de jours du prêt.
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
        "R0206",
        "Un commentaire mal fermé",
        "Ce crochet « {signe} » n'a pas son pareil.",
        "Fermez chaque « [ » par un « ] ».",
        (
            "Les commentaires s'écrivent entre crochets. Un crochet isolé ferait disparaître une partie du texte, ou "
            "laisserait lire un commentaire comme une règle : la suite du fichier n'est pas lue."
        ),
        "regle",
        """\
[ Le rappel est dû dans tous les cas.
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
        """\
[ Le rappel est dû dans tous les cas. ]
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
    Entry(
        "R0207",
        "Un guillemet mal fermé",
        "Ce guillemet « {signe} » n'a pas son pareil.",
        "Ouvrez par « et fermez par ».",
        (
            "Les guillemets entourent un choix du vocabulaire ou un message. Un guillemet isolé avalerait la suite du fichier "
            ": la suite n'est pas lue, pour que rien ne soit mal compris."
        ),
        "regle",
        """\
règle destinataire-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le destinataire du prêt est « lecteur.
""",
        """\
règle destinataire-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le destinataire du prêt est « lecteur ».
""",
    ),
    Entry(
        "R0208",
        "Un signe qui n'appartient pas au langage des règles",
        "Le signe « {signe} » ne peut pas être lu ici.",
        "Supprimez ce signe ou écrivez-le en mots : « multiplié par », « divisé par », « au moins égal à ».",
        (
            "Les règles s'écrivent avec des mots et quelques signes seulement. Un signe inconnu vient souvent d'un "
            "copier-coller ou d'un autre logiciel ; il n'a pas de sens dans une règle de droit."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1 $.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
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
    Entry(
        "R0214",
        "Un fichier dont presque rien ne peut être lu",
        "Déjà {limite} mots ou signes de ce fichier ne sont pas connus : la lecture cesse ici.",
        "Corrigez les premières fautes, ou retirez ce fichier s'il ne contient pas de règles.",
        (
            "Tant de mots inconnus viennent d'un fichier d'une autre sorte, ou d'un vocabulaire qui manque. Le reste du fichier "
            "n'est pas lu ; les autres fichiers le sont."
        ),
        "regle",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : trente mots inconnus.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
)
