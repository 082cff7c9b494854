"""Entries of the catalogue: the register of the texts cited.

Words and examples only; the checks are in `program/register.py`.
"""

from justesse.diagnostics.entry import Entry

_RULE = """\
règle rappel-du-pret (source : règlement intérieur, art. 1) :
  pour tout prêt, le rappel du prêt est égal à 1.
=== sources.yaml
"""
_RIGHT = f"""\
{_RULE}\
- source: règlement intérieur, art. 1
  objet: rappels
  versions:
    - identifiant: LEGIARTI000000000001
      à compter du: 2020-01-01
      jusqu'au: 2023-12-31
    - identifiant: LEGIARTI000000000002
      à compter du: 2024-01-01
  vérifié le: 2026-01-15
  vérification: texte lu
"""

REGISTER: tuple[Entry, ...] = (
    Entry(
        "R0714",
        "Un texte inscrit deux fois au registre",
        "« {texte} » est déjà au registre des sources.",
        "Réunissez les versions des deux inscriptions sous une seule.",
        (
            "Des deux inscriptions, une seule servirait : les versions et la date de vérification de l'autre seraient perdues "
            "sans bruit."
        ),
        "regle",
        f"""\
{_RIGHT}\
- source: règlement intérieur, art. 1
  objet: rappels
  versions:
    - identifiant: LEGIARTI000000000003
      à compter du: 2026-01-01
  vérifié le: 2026-01-15
  vérification: texte lu
""",
        _RIGHT,
    ),
    Entry(
        "R0715",
        "Des versions d'un texte qui ne se suivent pas",
        "« {texte} » : la version « {version} » {faute}.",
        "Écrivez chaque version une fois, la plus ancienne d'abord, avec des dates qui se suivent.",
        (
            "La version en vigueur à une date se lit dans cette liste. Une version écrite deux fois, finie avant d'avoir "
            "commencé, ou qui commence avant celle qui la précède, en donnerait une autre."
        ),
        "regle",
        f"""\
{_RULE}\
- source: règlement intérieur, art. 1
  objet: rappels
  versions:
    - identifiant: LEGIARTI000000000002
      à compter du: 2024-01-01
    - identifiant: LEGIARTI000000000001
      à compter du: 2020-01-01
      jusqu'au: 2023-12-31
  vérifié le: 2026-01-15
  vérification: texte lu
""",
        _RIGHT,
    ),
)
