"""Entries of the catalogue: names, and the signs of a text.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

NAMES: tuple[Entry, ...] = (
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
