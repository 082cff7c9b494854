"""Entries of the catalogue: files that cannot be read.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

FILES: tuple[Entry, ...] = (
    Entry(
        "F0101",
        "Fichier ou dossier introuvable",
        "« {chemin} » n'existe pas.",
        "Vérifiez le nom et l'emplacement, majuscules et accents compris.",
        (
            "Rien ne se trouve à cet endroit. Le fichier a pu être déplacé ou renommé, ou la commande être lancée depuis un "
            "autre dossier."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un chemin qui n'existe pas.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier de règles.
""",
    ),
    Entry(
        "F0102",
        "Un dossier sans règles",
        "« {chemin} » ne contient aucun fichier de règles ni de paramètres.",
        "Donnez le dossier qui contient les fichiers « .regle » et « .yaml ».",
        "Sans règles, aucune décision n'est possible. C'est le plus souvent le dossier voisin qui était visé.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier vide.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier de règles.
""",
    ),
    Entry(
        "F0103",
        "Un dossier à la place d'un fichier",
        "« {chemin} » est un dossier, pas un fichier.",
        "Donnez le nom d'un fichier de ce dossier.",
        "La commande lit un fichier à la fois à cet endroit.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier dont le nom finit par « .yaml ».
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier.
""",
    ),
    Entry(
        "F0108",
        "Un fichier à la place d'un dossier",
        "« {chemin} » est un fichier ; il faut le dossier qui contient les règles.",
        "Donnez le dossier entier : une règle ne se comprend qu'avec le vocabulaire et les autres règles.",
        "Un fichier de règles emploie des noms déclarés ailleurs : seul, il ne peut pas être vérifié.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier de règles donné seul.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le dossier des règles.
""",
    ),
    Entry(
        "F0104",
        "Un fichier dont les accents sont illisibles",
        "« {chemin} » n'est pas un texte au format UTF-8.",
        "Enregistrez-le de nouveau en choisissant le codage « UTF-8 ».",
        (
            "Le codage dit comment les accents sont enregistrés. Lu dans un autre codage, « arrondi à l'unité » deviendrait "
            "une suite de signes et aucun nom ne serait reconnu. Un tableur ou un traitement de texte n'enregistre pas un "
            "texte simple."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier enregistré dans un ancien codage.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : le même, enregistré en UTF-8.
""",
    ),
    Entry(
        "F0105",
        "Un fichier trop grand",
        "« {chemin} » dépasse {limite} octets.",
        "Coupez-le en plusieurs fichiers.",
        "Un fichier écrit à la main n'atteint jamais cette taille : c'est sans doute un autre document.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier de plus de deux millions d'octets.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier ordinaire.
""",
    ),
    Entry(
        "F0106",
        "Un fichier qu'il n'est pas permis de lire",
        "« {chemin} » ne peut pas être lu : l'accès est refusé ou le support ne répond pas.",
        "Demandez le droit de lire ce fichier, ou copiez-le dans un dossier à vous.",
        (
            "L'ordinateur refuse l'accès : ce fichier appartient à quelqu'un d'autre, ou le disque qui le contient n'est plus "
            "branché."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier protégé.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier ordinaire.
""",
    ),
    Entry(
        "F0121",
        "Un fichier qui existe déjà",
        "« {chemin} » existe déjà : rien n'a été écrit.",
        "Donnez un autre nom, ou supprimez d'abord ce fichier.",
        "Une commande n'écrase jamais un fichier : il pourrait contenir le travail de quelqu'un.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier déjà là.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un nom nouveau.
""",
    ),
    Entry(
        "F0122",
        "Un fichier qui n'est pas un code consolidé",
        "« {chemin} » ne peut pas servir de code consolidé : {raison}.",
        "Donnez l'archive du paquet npm @socialgouv/legi-data, son dossier déplié, ou l'un de ses fichiers « LEGITEXT….json ».",
        (
            "Pour savoir si un article a changé, il faut la liste de ses versions. Un autre fichier ferait croire que rien n'a "
            "changé."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un fichier JSON quelconque.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un code de deux articles.
""",
    ),
    Entry(
        "F0107",
        "Un fichier qu'il n'est pas permis d'écrire",
        "« {chemin} » n'a pas pu être écrit : le dossier refuse l'écriture ou le support est plein.",
        "Demandez le droit d'écrire dans ce dossier, ou libérez de la place ; le fichier est resté tel qu'il était.",
        (
            "Un fichier est remplacé en entier ou pas du tout : le nouveau texte s'écrit d'abord à côté. Cette écriture a été "
            "refusée, et rien n'a été perdu."
        ),
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier où l'on ne peut pas écrire.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier ordinaire.
""",
    ),
    Entry(
        "Y0101",
        "Un fichier de champs illisible",
        "{phrase}.",
        "Corrigez la ligne indiquée : une clé par ligne, « clé: valeur », avec des retraits alignés.",
        (
            "Ces fichiers sont lus sans rien deviner : ni double clé, ni crochets, ni tabulation. Chaque forme ambiguë est "
            "refusée, car elle pourrait être lue autrement que vous ne l'avez voulu."
        ),
        "dossier",
        """\
prêts:
  - début: 2025-03-03
    début: 2025-03-04
    fin: 2025-03-20
""",
        """\
prêts:
  - début: 2025-03-03
    fin: 2025-03-20
""",
    ),
    Entry(
        "Y0102",
        "Une clé inconnue",
        "La clé « {cle} » n'est pas prévue ici : vouliez-vous dire « {proche} » ?",
        "Écrivez une clé prévue, ou supprimez la ligne.",
        "Chaque fichier a ses clés. Une clé mal écrite serait ignorée, avec ce qu'elle contient.",
        "parametre",
        """\
paramètre: tarif de base
unitté: €/jour
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
    ),
    Entry(
        "Y0103",
        "Une clé manque",
        "Il manque la clé « {cle} ».",
        "Ajoutez « {cle}: … ».",
        "Cette clé est nécessaire : sans elle, on ne sait pas ce que vaut le fichier, ni d'où il vient.",
        "parametre",
        """\
paramètre: tarif de base
unité: €/jour
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
    ),
    Entry(
        "Y0104",
        "Une valeur d'une autre forme",
        "Il faut {attendu} à cet endroit.",
        "Donnez à cette clé la forme attendue : une valeur sur la ligne, des champs en retrait, ou une liste à tirets.",
        ("La clé est connue, mais ce qui la suit n'a pas la bonne forme : souvent un tiret ou un retrait de trop ou de moins."),
        "parametre",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs: 0,20
""",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
    ),
    Entry(
        "Y0105",
        "Une valeur qui n'est pas dans la liste permise",
        "« {lu} » n'est pas permis ici ; les valeurs possibles sont : {attendu}.",
        "Choisissez l'une de ces valeurs.",
        "Cette clé n'accepte que quelques valeurs, pour que tous les fichiers se lisent de la même façon.",
        "cas",
        """\
thème: Amendes de retard
cas:
  - identifiant: retard-de-neuf-jours
    titre: Un prêt de neuf jours
    origine:
      nature: rumeur
      calcul: 9 jours × 0,20 € = 1,80 €
    dossier:
      prêts:
        - début: 2025-03-03
          fin: 2025-03-11
    attendu:
      prêts:
        - du: 2025-03-03
          amende: 1,80
""",
        """\
thème: Amendes de retard
cas:
  - identifiant: retard-de-neuf-jours
    titre: Un prêt de neuf jours
    origine:
      nature: raisonnement
      calcul: 9 jours × 0,20 € = 1,80 €
    dossier:
      prêts:
        - début: 2025-03-03
          fin: 2025-03-11
    attendu:
      prêts:
        - du: 2025-03-03
          amende: 1,80
""",
    ),
    Entry(
        "Y0106",
        "Une valeur mal écrite",
        "« {lu} » n'est pas écrit comme il faut : on attend {attendu}.",
        "Réécrivez la valeur sous la forme attendue.",
        "La forme est fixée pour qu'une date ou un nombre ne puisse se lire que d'une façon.",
        "parametre",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 0.20
    source: règlement intérieur, art. 4
""",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
    ),
    Entry(
        "Y0107",
        "Une valeur vide ou trop courte",
        "« {lu} » ne suffit pas à cet endroit.",
        "Complétez la valeur : une liste a au moins un élément, une source au moins quelques lettres.",
        "La clé est là, mais elle ne contient pas ce qu'il faut pour être comprise par un relecteur.",
        "parametre",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: x
""",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
    ),
)
