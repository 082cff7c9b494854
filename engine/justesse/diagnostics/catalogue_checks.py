"""Entries of the catalogue: the whole of the rules, once read.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

CHECKS: tuple[Entry, ...] = (
    Entry(
        "R0601",
        "Des règles qui tournent en rond",
        "Ces grandeurs se définissent l'une par l'autre : {boucle}.",
        (
            "Définissez l'une d'elles sans les autres ; pour un compte jour par jour, faites-le finir la veille (« jusqu'à ce "
            "jour non compris »)."
        ),
        (
            "Pour connaître l'une, il faudrait déjà connaître l'autre : aucun calcul ne peut commencer. Une grandeur ne peut "
            "dépendre d'elle-même que sur des jours passés ou sur la fiche précédente."
        ),
        "regle",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, l'amende du prêt est égale à la caution du prêt.

règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale à l'amende du prêt.
""",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, l'amende du prêt est égale à la caution du prêt.

règle caution-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, la caution du prêt est égale au prix du prêt.
""",
    ),
    Entry(
        "R0701",
        "Un arrondi sans texte",
        "« {nom} » arrondit sans dire quel texte ou quelle lecture le permet.",
        "Ajoutez « (source : … ) » après l'arrondi, ou rattachez la règle à une lecture.",
        (
            "Arrondir change le montant dû. Le texte doit le prévoir ; s'il ne dit rien, c'est une question d'interprétation, "
            "qui s'expose comme telle."
        ),
        "regle",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, l'amende du prêt est égale au tarif du prêt × durée du prêt arrondi au centime le plus proche.
""",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
pour tout prêt, l'amende du prêt est égale au tarif du prêt × durée du prêt arrondi au centime le plus proche
    (source : règlement intérieur, art. 5).
""",
    ),
    Entry(
        "R0702",
        "Un montant ou un taux écrit dans une règle",
        "« {nom} » contient un montant ou un taux qu'un texte peut changer.",
        "Déclarez un paramètre et donnez-lui sa valeur datée dans son fichier.",
        (
            "Les montants et les taux changent par décret, plus souvent que les règles. Dans un fichier de paramètre, chaque "
            "valeur a sa date et son texte, et les anciens dossiers gardent la bonne."
        ),
        "regle",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, l'amende du prêt est égale à 0,20 €/jour × durée du prêt.
""",
        """\
règle amende-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, l'amende du prêt est égale à tarif de base × durée du prêt.
""",
    ),
    Entry(
        "R0703",
        "Un nom dont aucune règle ne se sert",
        "« {nom} » ({sujet}) n'est lu par aucune règle ni montré par la décision.",
        "Supprimez-le, écrivez la règle qui s'en sert, ou ajoutez « pour information ».",
        "Un fait que rien ne lit peut être demandé pour rien ; c'est parfois aussi le signe d'une règle oubliée.",
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, pour information.
""",
    ),
    Entry(
        "R0704",
        "Une grandeur sans règle",
        "Aucune règle ne définit « {nom} » ({sujet}).",
        "Écrivez la règle qui la définit, ou retirez-la du vocabulaire.",
        "Une grandeur déclarée et jamais définie n'a pas de valeur : la première décision qui en a besoin serait refusée.",
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date.

on calcule pour chaque lecteur :
  - l'échéance, une date.

décision :
  - pour chaque lecteur : l'échéance.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date.

on calcule pour chaque lecteur :
  - l'échéance, une date.

décision :
  - pour chaque lecteur : l'échéance.
=== regles.regle
règle echeance-de-la-carte (source : règlement intérieur, art. 1) :
  pour tout lecteur, l'échéance du lecteur est égale à 30 jours après la carte du lecteur.
""",
    ),
    Entry(
        "R0705",
        "Un fait qui peut manquer, sans que rien ne dise la suite",
        "« {nom} » ({sujet}) peut être inconnu, et rien ne dit ce qui s'ensuit.",
        "Déclarez la pièce qui porte ce fait, ou écrivez « à défaut de … », ou une condition « … est inconnu ».",
        (
            "Quand un fait manque, la décision doit dire quel papier demander, quelle valeur retenir ou qui s'en occupe. Sinon, "
            "tout ce qui en dépend est inconnu, sans issue et sans que personne l'ait choisi."
        ),
        "vocabulaire",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, inconnue possible.
""",
        """\
vocabulaire : « Bibliothèque ».

fiche lecteur (lecteurs), sujet du dossier :
  - la carte, une date, inconnue possible.

pièce formulaire (formulaires), envoyée par « le lecteur » : porte
  - la carte du lecteur.
""",
    ),
    Entry(
        "R0706",
        "Un identifiant pour deux règles différentes",
        "« {nom} » désigne plusieurs règles qui n'ont pas le même objet.",
        "Donnez un autre identifiant à l'une d'elles.",
        (
            "Un identifiant désigne une règle, éventuellement en plusieurs versions ou lectures. S'il en désigne deux, une "
            "exception ou un cas du recueil ne sait plus laquelle il vise."
        ),
        "regle",
        """\
règle regle-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

règle regle-du-pret (source : règlement intérieur, art. 1) :
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
        "R0707",
        "Un texte cité qui n'est pas au registre",
        "« {texte} » n'est pas au registre des sources (le plus proche : {proche}).",
        "Corrigez la citation, ou ajoutez le texte au registre avec ses versions.",
        (
            "Le registre dit quelles versions des textes ont été lues et quand. Un texte absent du registre n'a été vérifié "
            "par personne."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 10) :
  pour tout prêt, le rappel du prêt est égal à 1.
=== sources.yaml
- source: règlement intérieur, art. 1
  objet: rappels
  versions:
    - identifiant: LEGIARTI000000000001
      à compter du: 2020-01-01
  vérifié le: 2026-01-15
  vérification: texte lu
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1, al. 2) :
  pour tout prêt, le rappel du prêt est égal à 1.
=== sources.yaml
- source: règlement intérieur, art. 1
  objet: rappels
  versions:
    - identifiant: LEGIARTI000000000001
      à compter du: 2020-01-01
  vérifié le: 2026-01-15
  vérification: texte lu
""",
    ),
    Entry(
        "R0708",
        "Deux règles pour la même grandeur",
        "« {premiere} » et « {seconde} » définissent toutes deux « {nom} », sans rien qui les départage.",
        "Faites de l'une une exception à l'autre, ou donnez à chacune ses dates ou ses conditions.",
        (
            "Une grandeur a une règle de base, que des exceptions modifient. Deux règles de base donneraient deux valeurs, et "
            "aucun texte pour choisir."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.

règle rappel-des-prets (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 2.
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
        "R0709",
        "Un délai en mois sans convention de quantième",
        "« {nom} » compte en mois ou en ans sans dire que faire d'un jour qui n'existe pas.",
        ("Ajoutez « quantième manquant « dernier jour du mois » » ou « quantième manquant « premier jour du mois suivant » »."),
        (
            "Un mois après le 31 janvier tombe le 28 février ou le 1er mars selon le texte. Sans convention, un dossier qui "
            "tombe sur un tel jour n'aura pas de décision."
        ),
        "regle",
        """\
règle retour-attendu (source : règlement intérieur, art. 1) :
  pour tout prêt, le retour attendu du prêt est égal à 1 mois après le début du prêt.
""",
        """\
règle retour-attendu (source : règlement intérieur, art. 1), quantième manquant « premier jour du mois suivant » :
  pour tout prêt, le retour attendu du prêt est égal à 1 mois après le début du prêt.
""",
    ),
    Entry(
        "R0710",
        "Une phrase trop longue",
        "« {nom} » a une proposition de {mots} mots (au plus {limite}).",
        "Donnez un nom à une étape du calcul et écrivez-la dans sa propre règle.",
        (
            "Au-delà d'une soixantaine de mots, une phrase ne se relit plus d'un trait et son explication non plus. Une étape "
            "nommée se vérifie seule."
        ),
        "regle",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : une somme de plus de soixante mots.
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
""",
    ),
    Entry(
        "R0711",
        "Une valeur qui n'a pas été vérifiée depuis longtemps",
        "« {nom} » n'a pas été vérifié depuis le {date}.",
        "Relisez le texte en vigueur, corrigez la valeur s'il le faut, puis changez la date « vérifié le ».",
        (
            "Un texte change sans prévenir. Au-delà de dix-huit mois sans relecture, rien ne dit que la valeur est encore la "
            "bonne."
        ),
        "parametre",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2010-01-15
valeurs:
  - à compter du: 2005-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2005-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
    ),
    Entry(
        "R0712",
        "Un nom entre accolades que le vocabulaire ne connaît pas",
        "« {lu} », entre accolades, ne nomme rien : vouliez-vous dire « {proche} » ?",
        "Écrivez entre les accolades un nom du vocabulaire, comme dans une phrase de règle.",
        (
            "Entre accolades, une phrase pour le lecteur reçoit une valeur du calcul. Un nom inconnu y laisserait un trou : la "
            "personne lirait « … »."
        ),
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
  se lit : « Rappel : {le rapel du prêt}. ».
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
  se lit : « Rappel : {le rappel du prêt}. ».
""",
    ),
    Entry(
        "R0713",
        "Une accolade mal fermée",
        "Une phrase de « {nom} » a une accolade qui n'a pas son pareil.",
        "Entourez chaque nom de deux accolades, l'une qui ouvre, l'autre qui ferme.",
        "Une accolade seule serait montrée telle quelle à la personne, sans la valeur attendue.",
        "regle",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
  se lit : « Rappel : {le rappel du prêt. ».
""",
        """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
  se lit : « Rappel : {le rappel du prêt}. ».
""",
    ),
)
