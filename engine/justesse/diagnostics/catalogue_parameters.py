"""Entries of the catalogue: parameter files.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

PARAMETERS: tuple[Entry, ...] = (
    Entry(
        "P0101",
        "Un paramètre que le vocabulaire ne déclare pas",
        "« {nom} » n'est pas un paramètre du vocabulaire.",
        "Déclarez-le sous « paramètres : », ou corrigez son nom dans le fichier.",
        "Le fichier donne des valeurs à un nom que les règles ne connaissent pas : aucune règle ne les lirait.",
        "parametre",
        """\
paramètre: tarif de nuit
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
        "P0102",
        "L'unité du fichier n'est pas celle du vocabulaire",
        "« {nom} » est en « {attendu} » au vocabulaire et en « {lu} » dans ce fichier.",
        "Mettez la même unité des deux côtés.",
        (
            "Une valeur par mois prise pour une valeur par jour fausserait tous les montants. L'unité est écrite deux fois "
            "exprès, pour que l'erreur se voie."
        ),
        "parametre",
        """\
paramètre: tarif de base
unité: €/heure
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
        "P0103",
        "Des valeurs qui ne sont pas dans l'ordre",
        "Les valeurs de « {nom} » ne se suivent pas dans l'ordre de leurs dates.",
        "Rangez les valeurs de la plus ancienne à la plus récente, une seule par date.",
        (
            "Chaque valeur court jusqu'à la suivante. Dans le désordre, ou avec deux valeurs à la même date, on ne sait plus "
            "laquelle est en vigueur."
        ),
        "parametre",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
  - à compter du: 2019-01-01
    valeur: 0,10
    source: règlement intérieur, art. 4
""",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2019-01-01
    valeur: 0,10
    source: règlement intérieur, art. 4
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
    ),
    Entry(
        "P0104",
        "Une date de valeur qui n'existe pas",
        "« {lu} » n'est pas une date du calendrier.",
        "Écrivez une date AAAA-MM-JJ qui existe.",
        (
            "La date dit depuis quand la valeur est en vigueur. Remplacer une date impossible par une date voisine changerait "
            "le droit de quelques jours."
        ),
        "parametre",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-02-30
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-03-01
    valeur: 0,20
    source: règlement intérieur, art. 4
""",
    ),
    Entry(
        "P0105",
        "Une valeur qui ne peut pas être lue",
        "« {lu} » n'est pas un nombre lisible.",
        "Écrivez la valeur sans unité, avec une virgule et dix-huit chiffres au plus.",
        "Une valeur illisible laisserait l'ancienne en vigueur sans que personne ne le sache.",
        "parametre",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
valeurs:
  - à compter du: 2020-01-01
    valeur: 1234567890123456789012
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
        "P0106",
        "Un nom que le vocabulaire et la décision n'ont pas",
        "« {nom} » n'est pas {attendu} : vouliez-vous dire « {proche} » ?",
        "Écrivez le nom comme le vocabulaire le déclare.",
        "L'image, le courrier et les manques ne nomment que ce que le vocabulaire et la décision connaissent.",
        "parametre",
        """\
image: Les prêts
bandes:
  - liste: prêtts
""",
        """\
image: Les prêts
bandes:
  - liste: prêts
""",
    ),
    Entry(
        "P0109",
        "Une valeur datée d'après ce que l'on connaît",
        "« {nom} » a une valeur à compter du {du}, mais n'est « connu » que jusqu'au {au}.",
        "Repoussez « connu jusqu'au » à la dernière date où cette valeur est sûre, ou retirez la valeur.",
        (
            "« connu jusqu'au » borne le calcul : au-delà, personne ne sait encore ce que sera la valeur. Une valeur écrite "
            "plus loin ne servirait jamais."
        ),
        "parametre",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
connu jusqu'au: 2020-12-31
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
  - à compter du: 2021-01-01
    valeur: 0,25
    source: règlement intérieur, art. 4
""",
        """\
paramètre: tarif de base
unité: €/jour
vérifié le: 2026-01-15
connu jusqu'au: 2021-12-31
valeurs:
  - à compter du: 2020-01-01
    valeur: 0,20
    source: règlement intérieur, art. 4
  - à compter du: 2021-01-01
    valeur: 0,25
    source: règlement intérieur, art. 4
""",
    ),
    Entry(
        "P0110",
        "Une horloge qui n'est pas celle du vocabulaire",
        "Ici, « {nom} » est dit « selon {lu} » ; le vocabulaire dit « selon {attendu} ».",
        "Écrivez la même date des deux côtés ; c'est celle du vocabulaire que le calcul suit.",
        (
            "La date par laquelle une valeur est choisie change le droit. Si le fichier et le vocabulaire ne disent pas la même, "
            "qui relit la valeur croit vérifier ce qui n'est pas calculé."
        ),
        "parametre",
        """\
paramètre: tarif de base
unité: €/jour
selon: la pleine lune
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
)
