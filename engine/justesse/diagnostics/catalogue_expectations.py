"""Entries of the catalogue: what a case expects, and which cases are run.

Words and examples only; the situations are built by the tests.
"""

from justesse.diagnostics.entry import Entry

EXPECTATIONS: tuple[Entry, ...] = (
    Entry(
        "C0108",
        "Une valeur attendue qui ne se lit pas",
        "« {lu} » ne se lit pas comme {attendu}.",
        "Écrivez la valeur comme le recueil la lit : 12,50 ; 3600 / 73 ; 2025-03-31 ; oui ; un choix tel quel.",
        "Une valeur illisible ne serait égale à rien : le cas échouerait sans que la règle soit en cause.",
        "cas",
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
          amende: 1.80
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
        "C0109",
        "Une règle attendue qui n'existe pas",
        "Aucune règle ne s'appelle « {lu} » : vouliez-vous dire « {proche} » ?",
        "Reprenez l'identifiant de la règle, tel qu'il est écrit dans les règles.",
        "Sous un nom inconnu, « fondé sur » ne vérifierait rien et le cas échouerait toujours.",
        "cas",
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
      fondé sur:
        - amende-de-retart
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
        "C0110",
        "Aucun cas retenu",
        "Aucun cas de « {chemin} » n'a « {texte} » dans son nom ni dans son titre.",
        "Vérifiez le texte donné à « -k », accents compris.",
        "Rejouer zéro cas ne prouve rien : mieux vaut le savoir que croire que tout est juste.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « -k » et un texte qu'aucun cas ne contient.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « -k » et le début d'un identifiant.
""",
    ),
)
