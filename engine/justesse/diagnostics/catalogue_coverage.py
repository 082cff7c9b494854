"""Entries of the catalogue: what is expected of the coverage of the casebook.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

COVERAGE: tuple[Entry, ...] = (
    Entry(
        "C0131",
        "Une explication devenue inutile",
        "« {element} » de « {nom} » est expliqué comme impossible à couvrir, et des cas le couvrent : {cas}.",
        "Retirez cette explication du fichier « couverture.yaml ».",
        (
            "Une explication dit pourquoi aucun cas ne peut montrer quelque chose. Dès qu'un cas le montre, elle est fausse, et "
            "elle cacherait un jour un vrai manque."
        ),
        "cas",
        """\
thème: Les jours ouverts
cas:
  - identifiant: un-dimanche
    titre: Un prêt qui couvre un dimanche
    origine:
      nature: raisonnement
      calcul: le 9 mars 2025 est un dimanche
    dossier:
      prêts:
        - début: 2025-03-08
          fin: 2025-03-09
    attendu:
      jours:
        - du: 2025-03-09
          jour ouvert: non
=== couverture.yaml
seuils:
  branches: 50
  mcdc: 50
expliqués:
  - identifiant: jour-ouvert
    élément: condition non remplie
    raison: un dimanche n'est jamais prêté dans ce recueil
    date: 2026-01-15
""",
        """\
thème: Les jours ouverts
cas:
  - identifiant: deux-jours-de-semaine
    titre: Un prêt de deux jours de semaine
    origine:
      nature: raisonnement
      calcul: le 10 mars 2025 est un lundi
    dossier:
      prêts:
        - début: 2025-03-10
          fin: 2025-03-11
    attendu:
      jours:
        - du: 2025-03-10
          jour ouvert: oui
=== couverture.yaml
seuils:
  branches: 50
  mcdc: 50
expliqués:
  - identifiant: jour-ouvert
    élément: condition non remplie
    raison: un dimanche n'est jamais prêté dans ce recueil
    date: 2026-01-15
""",
    ),
    Entry(
        "C0132",
        "Une explication qui ne parle de rien",
        "Aucune phrase « {nom} » n'a d'élément « {element} » ; au plus proche : {proche}.",
        "Recopiez l'identifiant et l'élément tels que le compte rendu de couverture les écrit.",
        (
            "La règle a sans doute été réécrite depuis : l'explication signée ne vaut plus pour la nouvelle phrase, "
            "il faut la relire."
        ),
        "cas",
        """\
thème: Les jours ouverts
cas:
  - identifiant: deux-jours-de-semaine
    titre: Un prêt de deux jours de semaine
    origine:
      nature: raisonnement
      calcul: le 10 mars 2025 est un lundi
    dossier:
      prêts:
        - début: 2025-03-10
          fin: 2025-03-11
    attendu:
      jours:
        - du: 2025-03-10
          jour ouvert: oui
=== couverture.yaml
seuils:
  branches: 50
  mcdc: 50
expliqués:
  - identifiant: jour-ouvert
    élément: condition jamais remplie
    raison: un dimanche n'est jamais prêté dans ce recueil
    date: 2026-01-15
""",
        """\
thème: Les jours ouverts
cas:
  - identifiant: deux-jours-de-semaine
    titre: Un prêt de deux jours de semaine
    origine:
      nature: raisonnement
      calcul: le 10 mars 2025 est un lundi
    dossier:
      prêts:
        - début: 2025-03-10
          fin: 2025-03-11
    attendu:
      jours:
        - du: 2025-03-10
          jour ouvert: oui
=== couverture.yaml
seuils:
  branches: 50
  mcdc: 50
expliqués:
  - identifiant: jour-ouvert
    élément: condition non remplie
    raison: un dimanche n'est jamais prêté dans ce recueil
    date: 2026-01-15
""",
    ),
)
