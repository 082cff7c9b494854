"""Entries of the catalogue: the casebook.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

CASEBOOK: tuple[Entry, ...] = (
    Entry(
        "C0101",
        "Aucun cas dans ce dossier",
        "Aucun fichier de cas n'a été trouvé dans « {chemin} ».",
        "Donnez le dossier du recueil de cas, ou un fichier dont le nom finit par « .yaml ».",
        "Sans cas, rien n'est vérifié : mieux vaut le savoir que croire que tout est juste.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier vide.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un dossier qui contient un fichier de cas.
""",
    ),
    Entry(
        "C0102",
        "Deux cas du même identifiant",
        "Un autre cas s'appelle déjà « {nom} ».",
        "Donnez un identifiant différent à chaque cas du recueil.",
        (
            "L'identifiant désigne le cas dans tout le recueil et dans les comptes rendus. Avec un doublon, on ne saurait pas "
            "lequel a échoué."
        ),
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
  - identifiant: retard-de-neuf-jours-bis
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
        "C0103",
        "Un cas qui ne vérifie rien",
        "Le cas « {nom} » n'attend aucune valeur.",
        "Ajoutez sous « attendu » une valeur à vérifier.",
        "Un cas sans valeur attendue réussit toujours et donne une fausse assurance.",
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
        "C0104",
        "Une lecture inconnue dans un cas",
        "La lecture « {lu} » de « {nom} » n'existe pas : vouliez-vous dire « {proche} » ?",
        "Recopiez l'identifiant de l'interprétation et l'une de ses lectures.",
        (
            "Un cas peut choisir une lecture autre que la lecture retenue. Une lecture inconnue serait ignorée, et le cas "
            "vérifierait autre chose que ce qu'il annonce."
        ),
        "cas",
        """\
thème: Amendes de retard
cas:
  - identifiant: retard-de-neuf-jours
    titre: Un prêt de neuf jours
    origine:
      nature: raisonnement
      calcul: 9 jours × 0,20 € = 1,80 €
    lectures:
      rappels-successifs: trois
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
    lectures:
      rappels-successifs: deux
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
        "C0105",
        "Un sujet inconnu dans les valeurs attendues",
        "« {lu} » n'est pas un sujet de la décision : vouliez-vous dire « {proche} » ?",
        "Employez le nom d'une fiche ou d'un regroupement, ou « jours ».",
        (
            "Les valeurs attendues se rangent sous le nom de ce dont elles parlent. Sous un nom inconnu, elles ne seraient "
            "comparées à rien."
        ),
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
      prets:
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
        "C0106",
        "Une valeur attendue que la décision ne montre pas",
        "La décision ne montre pas « {lu} » pour « {sujet} » : vouliez-vous dire « {proche} » ?",
        "Corrigez le nom, ou ajoutez cette grandeur à la décision dans le vocabulaire.",
        "On ne vérifie que ce que la décision montre. Une valeur qu'elle ne montre pas ne serait comparée à rien.",
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
          amande: 1,80
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
        "C0107",
        "Des jours mal désignés",
        "Les jours attendus doivent avoir « du: » et, au besoin, « au: », dans cet ordre du calendrier.",
        "Écrivez « du: AAAA-MM-JJ » et « au: AAAA-MM-JJ », le second jour n'étant pas avant le premier.",
        "Sans ces deux dates, on ne sait pas quels jours vérifier.",
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
      jours:
        - du: 2025-03-08
          au: 2025-03-03
          jour ouvert: oui
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
      jours:
        - du: 2025-03-03
          au: 2025-03-08
          jour ouvert: oui
""",
    ),
    Entry(
        "C0121",
        "Un cas sans origine",
        "L'origine du cas « {nom} » est encore « à compléter ».",
        "Dites d'où l'on tient le résultat, et le calcul fait à la main depuis le texte.",
        (
            "Un cas tiré d'un dossier porte le résultat du programme, qui peut être faux. Tant que personne n'a retrouvé ce "
            "résultat dans le droit, le cas ne prouve rien."
        ),
        "cas",
        """\
thème: Amendes de retard
cas:
  - identifiant: retard-de-neuf-jours
    titre: Un prêt de neuf jours
    origine:
      nature: à compléter
      calcul: à compléter
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
)
