"""Entries of the catalogue: interpretations and exceptions.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

EXCEPTIONS: tuple[Entry, ...] = (
    Entry(
        "R0501",
        "Une lecture d'une interprétation inconnue",
        "Aucune interprétation ne s'appelle « {nom} » : vouliez-vous dire « {proche} » ?",
        "Écrivez l'identifiant de l'interprétation, ou ajoutez l'interprétation elle-même.",
        (
            "Une règle qui dépend d'une lecture renvoie à la question ouverte où les lectures sont exposées. Sans cette "
            "interprétation, nul ne sait quelle lecture est retenue : la règle ne s'appliquerait jamais."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1), lecture « un seul » de rappels-successifs :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  statut : « validée ».

règle rappel-du-pret (source : règlement intérieur, art. 1), lecture « un seul » de rappels-successifs :
  pour tout prêt, le rappel du prêt est égal à 1.

règle rappel-du-pret (source : règlement intérieur, art. 1), lecture « deux » de rappels-successifs :
  pour tout prêt, le rappel du prêt est égal à 2.
""",
    ),
    Entry(
        "R0502",
        "Une lecture que l'interprétation ne propose pas",
        "« {lu} » n'est pas une lecture de cette interprétation : vouliez-vous dire « {proche} » ?",
        "Reprenez exactement les mots d'une lecture de l'interprétation.",
        (
            "Une interprétation expose toutes les lectures possibles et dit laquelle est retenue. Une règle attachée à une "
            "lecture inconnue ne s'appliquerait jamais."
        ),
        "regle",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  statut : « validée ».

règle rappel-du-pret (source : règlement intérieur, art. 1), lecture « un seuls » de rappels-successifs :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  statut : « validée ».

règle rappel-du-pret (source : règlement intérieur, art. 1), lecture « un seul » de rappels-successifs :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
    Entry(
        "R0503",
        "Une interprétation sans choix",
        "L'interprétation « {nom} » doit avoir une « lecture retenue » et au moins une « autre lecture ».",
        "Écrivez une seule « lecture retenue » et chaque « autre lecture » que le texte permet.",
        (
            "Une interprétation expose une question que le texte laisse ouverte. S'il n'y a qu'une lecture, ce n'est pas une "
            "question : c'est une règle."
        ),
        "regle",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  portée : « sans effet » ;
  statut : « validée ».
""",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  portée : « sans effet » ;
  statut : « validée ».
""",
    ),
    Entry(
        "R0504",
        "Une interprétation sans statut",
        "L'interprétation « {nom} » ne dit pas si elle a été validée.",
        "Ajoutez « statut : « à valider » » ou « statut : « validée » ».",
        (
            "Le lecteur d'une décision doit savoir si la lecture retenue est celle de l'organisme ou une proposition. Le "
            "statut le dit."
        ),
        "regle",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  portée : « sans effet ».
""",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  portée : « sans effet » ;
  statut : « validée ».
""",
    ),
    Entry(
        "R0505",
        "Une exception à une règle qui n'existe pas",
        "Aucune règle de « {grandeur} » ne s'appelle « {nom} » : vouliez-vous dire « {proche} » ?",
        "Écrivez l'identifiant de la règle visée ; elle doit définir la même grandeur que l'exception.",
        (
            "Une exception modifie une règle précise. Si cette règle n'existe pas, ou définit autre chose, l'exception "
            "resterait sans effet ou s'appliquerait seule."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-prets (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.
""",
    ),
    Entry(
        "R0506",
        "Une priorité sans texte",
        "« {nom} » se dit prioritaire sans citer le texte qui le dit.",
        "Ajoutez « (source : … ) » juste après l'identifiant de la règle écartée.",
        "Faire passer une exception avant une autre est un choix de droit. Il doit venir d'un texte, comme tout le reste.",
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.

exception rappel-livre-abime à rappel-du-pret (source : règlement intérieur, art. 2), prioritaire sur
  rappel-a-distance :
  pour tout prêt, le rappel du prêt est égal à 3
  si le prêt abîme le livre.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.

exception rappel-livre-abime à rappel-du-pret (source : règlement intérieur, art. 2), prioritaire sur
  rappel-a-distance (source : règlement intérieur, art. 3) :
  pour tout prêt, le rappel du prêt est égal à 3
  si le prêt abîme le livre.
""",
    ),
    Entry(
        "R0507",
        "Des priorités qui tournent en rond",
        "« {nom} » l'emporte, de proche en proche, sur elle-même.",
        "Supprimez l'une des priorités ou des exceptions du cercle.",
        (
            "Si chacune des règles l'emporte sur l'autre, aucune ne peut être retenue. L'ordre des exceptions doit avoir un "
            "commencement."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2), prioritaire sur
  rappel-livre-abime (source : règlement intérieur, art. 3) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.

exception rappel-livre-abime à rappel-du-pret (source : règlement intérieur, art. 2), prioritaire sur
  rappel-a-distance (source : règlement intérieur, art. 3) :
  pour tout prêt, le rappel du prêt est égal à 3
  si le prêt abîme le livre.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.

exception rappel-livre-abime à rappel-du-pret (source : règlement intérieur, art. 2), prioritaire sur
  rappel-a-distance (source : règlement intérieur, art. 3) :
  pour tout prêt, le rappel du prêt est égal à 3
  si le prêt abîme le livre.
""",
    ),
    Entry(
        "R0508",
        "Deux exceptions qui peuvent se contredire",
        (
            "« {premiere} » et « {seconde} » donnent deux valeurs différentes à « {nom} » et peuvent s'appliquer ensemble : "
            "{situation}."
        ),
        ("Dites laquelle l'emporte par « prioritaire sur … (source : …) », ou ajoutez à l'une la condition qui écarte l'autre."),
        (
            "Un dossier qui remplit les deux conditions n'aurait pas de décision : le calcul cesse et nomme les deux règles. "
            "Mieux vaut que le texte tranche avant qu'un tel dossier se présente."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance.

exception rappel-livre-abime à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 3
  si le prêt abîme le livre.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

exception rappel-a-distance à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 2
  si le prêt est à distance et le prêt n'abîme pas le livre.

exception rappel-livre-abime à rappel-du-pret (source : règlement intérieur, art. 2) :
  pour tout prêt, le rappel du prêt est égal à 3
  si le prêt abîme le livre.
""",
    ),
    Entry(
        "R0509",
        "Une condition qui ne peut jamais être remplie",
        "Cette condition de « {nom} » ne peut jamais être remplie.",
        "Corrigez la condition, ou supprimez la règle si elle n'a plus d'objet.",
        (
            "Une condition qui demande une chose et son contraire, ou un nombre hors de ses bornes, n'est jamais remplie : la "
            "règle est morte. C'est le plus souvent un « et » à la place d'un « ou »."
        ),
        "regle",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si le prêt est à distance et le prêt n'est pas à distance.
""",
        """\
règle pret-tardif (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est un prêt tardif
  si le prêt est à distance et le prêt abîme le livre.
""",
    ),
    Entry(
        "R0510",
        "Une interprétation dont rien ne dépend",
        "Aucune règle ne dépend de l'interprétation « {nom} », et elle ne dit pas pourquoi.",
        (
            "Écrivez les règles de chaque lecture (« lecture « … » de {nom} »), ou ajoutez « portée : « … » » pour dire ce "
            "qui n'est pas écrit."
        ),
        (
            "Changer de lecture doit changer quelque chose, ou l'on doit savoir que l'autre lecture n'est pas écrite. Sinon, "
            "le lecteur croit à un choix qui n'en est pas un."
        ),
        "regle",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  statut : « validée ».
""",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  portée : « l'autre lecture n'est pas écrite » ;
  statut : « validée ».
""",
    ),
    Entry(
        "R0511",
        "Des interprétations restent à valider",
        "Interprétations à valider ({nombre}) : {noms}.",
        "Faites valider chaque lecture (page « Les interprétations »), puis remplacez « à valider » par le statut obtenu.",
        (
            "Une lecture non validée est une proposition. Les décisions la signalent ; rien n'est faux, mais une autorité "
            "doit encore se prononcer."
        ),
        "regle",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  portée : « sans effet » ;
  statut : « à valider ».
""",
        """\
interprétation rappels-successifs (source : règlement intérieur, art. 1) :
  « Le règlement ne dit pas combien de rappels sont dus. » ;
  lecture retenue : « un seul » ;
  autre lecture : « deux » ;
  portée : « sans effet » ;
  statut : « validée ».
""",
    ),
    Entry(
        "R0512",
        "Une condition toujours remplie",
        "Cette condition de « {nom} » est remplie chaque fois qu'elle peut être connue : elle n'écarte aucun dossier.",
        "Supprimez-la, ou corrigez-la. Pour savoir si une valeur existe, écrivez « n'est pas sans objet ».",
        (
            "Une condition que tous les dossiers remplissent laisse croire que la règle distingue des cas. C'est le plus souvent "
            "une borne fausse, un « ou » à la place d'un « et », ou une date déjà dite par « applicable »."
        ),
        "regle",
        """\
règle pret-a-surveiller (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est à surveiller
  si le nombre de jours du prêt est au moins égal à 0 jour.
""",
        """\
règle pret-a-surveiller (source : règlement intérieur, art. 1) :
  pour tout prêt, le prêt est à surveiller
  si le nombre de jours du prêt est au moins égal à 10 jours.
""",
    ),
)
