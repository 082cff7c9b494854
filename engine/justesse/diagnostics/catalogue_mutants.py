"""Entries of the catalogue: rules made wrong on purpose, and the mutants signed as equivalent.

Words and examples only; the examples are run by the tests.
"""

from justesse.diagnostics.entry import Entry

_ONE = """\
  - mutant: "{mutant}"
    raison: aucun dossier ne peut les distinguer
    signé par: relecture juridique
    le: 2026-02-01
"""
_HEAD = "équivalents:\n"
_LEFT = "jour-ouvert / négation / « non (jour est un dimanche) » devient « jour est un dimanche »"
_OTHER = "jour-ouvert / condition / sans « non (jour est un dimanche) »"
_GOOD = _HEAD + _ONE.format(mutant=_LEFT)

MUTANTS: tuple[Entry, ...] = (
    Entry(
        "M0101",
        "Un cas échoue avant toute mutation",
        "Le cas « {nom} » échoue sur les règles telles qu'elles sont.",
        "Corrigez d'abord le cas ou la règle : « justesse cas » dit ce qui diffère.",
        "Un mutant est tué quand un cas se met à échouer. Un cas qui échoue déjà ne prouverait plus rien.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un recueil dont un cas attend un autre montant.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : un recueil dont tous les cas sont conformes.
""",
    ),
    Entry(
        "M0102",
        "Une signature sans mutant",
        "Aucun mutant ne s'appelle « {nom} » ; dans la même phrase : {proche}.",
        "Reprenez le nom exact que donne « justesse muter », ou retirez la signature si la phrase a changé.",
        (
            "Une signature vaut pour une phrase précise. Quand la phrase change, il faut relire : le changement qui était sans "
            "effet peut ne plus l'être."
        ),
        "mutants",
        _HEAD + _ONE.format(mutant="jour-ouvert / négation / « jour est un lundi » devient « jour est un mardi »"),
        _GOOD,
    ),
    Entry(
        "M0103",
        "Un mutant signé équivalent, mais tué",
        "« {nom} » est signé comme équivalent, mais « {cas} » le remarque.",
        "Retirez la signature.",
        "Si un cas remarque le changement, c'est que le changement a un effet : la raison donnée était fausse, ou ne l'est plus.",
        "mutants",
        _HEAD + _ONE.format(mutant="tarif de base [1er janvier 2020] / paramètre / « 0,20 » devient « 0,19 »"),
        _GOOD,
    ),
    Entry(
        "M0104",
        "Un mutant signé deux fois",
        "« {nom} » est déjà signé plus haut.",
        "Gardez une seule des deux signatures.",
        "Deux signatures du même mutant peuvent se contredire, et l'on ne saurait pas laquelle retirer.",
        "mutants",
        _HEAD + 2 * _ONE.format(mutant=_LEFT),
        _GOOD + _ONE.format(mutant=_OTHER),
    ),
    Entry(
        "M0105",
        "Aucun résultat à relire",
        "« {chemin} » ne contient pas le résultat d'un passage de « justesse muter ».",
        "Lancez « justesse muter » une fois, puis relisez ses survivants.",
        "L'option « --survivants » ne rejoue rien : elle relit ce que le dernier passage a écrit.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « --survivants » avant tout passage.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « --survivants » après un passage.
""",
    ),
    Entry(
        "M0106",
        "Aucun mutant choisi",
        "Aucun mutant ne répond à ce qui est demandé.",
        "Élargissez « -k » ou « --operateur ».",
        "Sans mutant, rien n'est éprouvé : mieux vaut le savoir que lire « 100 % ».",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « -k » avec un texte qu'aucun mutant ne contient.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « -k » avec le nom d'une règle.
""",
    ),
    Entry(
        "M0107",
        "Le résultat n'a pas pu être écrit",
        "« {chemin} » n'a pas pu être écrit.",
        "Donnez avec « --resultats » un fichier que vous pouvez écrire.",
        "Le passage a eu lieu et ses chiffres sont justes ; seul le fichier qui sert au passage suivant manque.",
        "fichier",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « --resultats » dans un dossier qui est un fichier.
""",
        """\
EXEMPLE CONSTRUIT PAR LE TEST : « --resultats » dans un dossier ordinaire.
""",
    ),
)
