"""Entries of the catalogue: versions, dates and parameters.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

VERSIONS: tuple[Entry, ...] = (
    Entry(
        "R0401",
        "Un paramètre sans date",
        "La valeur de « {nom} » dépend d'une date que la phrase ne donne pas.",
        "Écrivez « {nom} en vigueur au … ».",
        (
            "Ce paramètre change dans le temps et son vocabulaire dit « selon la date demandée ». Sans date, on ne saurait "
            "pas quelle valeur prendre."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 2 × coefficient.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 2 × coefficient en vigueur au début du prêt.
""",
    ),
    Entry(
        "R0402",
        "L'horloge d'une règle n'est pas une date",
        "« {nom} » devrait être une date, et c'est {type}.",
        "Citez une date : le début, la fin, une date calculée par une règle.",
        (
            "Une version de règle ou de paramètre s'applique selon une date. Un montant ou un choix ne peut pas dire si un "
            "texte est en vigueur."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le prix du prêt à compter du 1er
  avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt à compter du 1er
  avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
    Entry(
        "R0403",
        "« en vigueur » après ce qui n'est pas un paramètre",
        "« {nom} » n'est pas un paramètre : il n'a pas de valeur « en vigueur ».",
        "Supprimez « en vigueur … », ou déclarez ce nom parmi les paramètres.",
        (
            "Seuls les paramètres ont des valeurs datées, chacune avec son texte. Un fait ou une grandeur a sa valeur, sans "
            "date à choisir."
        ),
        "regle",
        """\
règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale à prix en vigueur au début du prêt.
""",
        """\
règle tarif-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le tarif du prêt est égal à tarif de base en vigueur à la fin du prêt.
""",
    ),
    Entry(
        "R0404",
        "Une version qui finit avant de commencer",
        "Cette version commence après sa propre fin : elle ne s'appliquerait jamais.",
        "Vérifiez les deux dates de la version.",
        (
            "Une version s'applique de son premier à son dernier jour, tous deux compris. Si le premier vient après le "
            "dernier, la règle est morte et le texte qu'elle porte est oublié."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt à compter du 1er
  avril 2025 jusqu'au 31 mars 2024 :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt à compter du 1er
  avril 2024 jusqu'au 31 mars 2025 :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
    Entry(
        "R0405",
        "Deux versions d'une règle en vigueur le même jour",
        "Deux versions de « {nom} » s'appliquent ensemble (date : {date}).",
        "Fermez la plus ancienne par « jusqu'au … », la veille du jour où la nouvelle commence.",
        (
            "À une date donnée, une règle n'a qu'une rédaction. Si deux versions se recouvrent, la décision dépendrait de "
            "celle que l'on prend, sans texte pour choisir."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt jusqu'au 1er
  avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 1.

règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt à compter du 1er
  avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 2.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt jusqu'au 31 mars
  2025 :
  pour tout prêt, le rappel du prêt est égal à 1.

règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt à compter du 1er
  avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 2.
""",
    ),
    Entry(
        "R0406",
        "Des jours sans version en vigueur",
        "« {nom} » n'a aucune version du {du} au {au}.",
        "Prolongez l'une des deux versions, ou écrivez celle qui manque.",
        (
            "Entre deux versions, il reste des jours qu'aucun texte ne couvre. Un dossier qui tombe dans ces jours n'aura pas "
            "de décision, mais le refus « aucun texte applicable »."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt jusqu'au 31
  décembre 2024 :
  pour tout prêt, le rappel du prêt est égal à 1.

règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt à compter du 1er
  avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 2.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt jusqu'au 31 mars
  2025 :
  pour tout prêt, le rappel du prêt est égal à 1.

règle rappel-du-pret (source : règlement intérieur, art. 1), applicable selon le début du prêt à compter du 1er
  avril 2025 :
  pour tout prêt, le rappel du prêt est égal à 2.
""",
    ),
    Entry(
        "R0407",
        "Un paramètre déclaré sans fichier de valeurs",
        "Aucun fichier ne donne les valeurs de « {nom} ».",
        "Ajoutez dans le dossier des paramètres un fichier dont la clé « paramètre » porte exactement ce nom.",
        (
            "Un paramètre est une valeur datée, lue dans son propre fichier avec sa source. Sans ce fichier, aucune règle qui "
            "le cite ne peut être appliquée."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, pour information.

paramètres :
  - le forfait, un montant en €, selon la date demandée.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, pour information.

paramètres :
  - le forfait, un montant en €, selon la date demandée.
=== forfait.yaml
paramètre: forfait
unité: €
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 12
    source: règlement intérieur, art. 6
""",
    ),
)
