"""Inputs made hostile from the start: too long, too deep, too wide, turning in circles, or not a file at all.

A name → the text. The texts of cases and of rules are sound in form; it is what they ask for that is unreasonable.
"""

from collections.abc import Iterable
from datetime import date, timedelta

_JOB = "emplois:\n  - nom: A\n    début: 2019-01-01\n"
_PAYS = "paies:\n  - emploi: A\n    mois: {}\n    salaire brut: 3000\n    heures: 151,67\n"
_STOP = "  - début: {}\n    fin: {}\n    case cochée: {}\n"
_STOPS = "arrêts:\n" + _STOP.format("2025-03-31", "2025-04-20", "initial")


def _stops(pairs: Iterable[tuple[object, object]], box: str = "initial") -> str:
    return "arrêts:\n" + "".join(_STOP.format(first, last, box) for first, last in pairs)


def _days(count: int, step: int) -> list[tuple[date, date]]:
    starts = [date(2025, 1, 1) + timedelta(days=step * one) for one in range(count)]
    return [(one, one + timedelta(days=1)) for one in starts]


def cases() -> dict[str, str]:
    """Texts given as a case."""
    year = _PAYS.format("2024-01 à 2025-02")
    many_jobs = "emplois:\n" + "".join(f"  - nom: E{one}\n    début: 2019-01-01\n" for one in range(9_000))
    pays = "paies:\n" + "".join(
        f"  - emploi: A\n    mois: {1900 + one // 12}-{one % 12 + 1:02}\n    salaire brut: 1\n    heures: 1\n"
        for one in range(20_000)
    )
    repeated = "paies:\n" + "  - emploi: A\n    mois: 2025-01\n    salaire brut: 1\n    heures: 1\n" * 9_000
    absences = "absences:\n" + "".join(
        f"  - emploi: A\n    début: {first}\n    fin: {last}\n    motif: grève\n" for first, last in _days(2_000, 1)
    )
    illnesses = "affections:\n" + "".join(f"  - nom: L{one}\n" for one in range(5_000))
    return {
        "empty": "",
        "blank": "\n \n",
        "comments": "# rien\n# rien\n",
        "one word": "bonjour\n",
        "a list": "- a\n- b\n",
        "dots": "...\n",
        "dashes": "---\n",
        "only a title": "dossier: x\n",
        "months of 10,000 years": _JOB + _PAYS.format("0001-01 à 9999-12") + _STOPS,
        "months backwards": _JOB + _PAYS.format("2025-02 à 2024-02") + _STOPS,
        "months of 50 years": _JOB + _PAYS.format("1976-01 à 2025-12") + _STOPS,
        "a stop of 3,000 years": _JOB + year + _stops([("2025-01-01", "5025-01-01")]),
        "a stop of 300 years": _JOB + year + _stops([("2025-01-01", "2325-01-01")]),
        "a stop of 30 years": _JOB + year + _stops([("1996-01-01", "2026-01-01")]),
        "a stop to the end of time": _JOB + year + _stops([("2025-01-01", "9999-12-31")]),
        "a stop from the start of time": _JOB + year + _stops([("0001-01-01", "2025-01-01")]),
        "2,000 stops": _JOB + year + _stops(_days(2_000, 3)),
        "2,000 prolongations": _JOB + year + _stops(_days(2_000, 2), "prolongation"),
        "300 stops one day apart": _JOB + year + _stops(_days(300, 4)),
        "400 overlapping stops": _JOB + year + _stops([(one, "2025-12-31") for one, _ in _days(300, 1)]),
        "the same stop 9,000 times": _JOB + year + _stops([("2025-03-01", "2025-03-09")] * 9_000),
        "20,000 pays": _JOB + pays + _STOPS,
        "9,000 equal pays": _JOB + repeated + _STOPS,
        "9,000 jobs": many_jobs + _STOPS,
        "2,000 absences": _JOB + year + absences + _STOPS,
        "5,000 illnesses": _JOB + year + illnesses + _STOPS,
        "all lists empty": "emplois:\npaies:\narrêts:\n",
        "a name of 100,000 signs": _JOB.replace("A", "A" * 100_000) + _STOPS,
        "12,000 keys": "".join(f"k{one}: 1\n" for one in range(12_000)),
        "a field written 5,000 times": _JOB + "    début: 2019-01-01\n" * 5_000,
        "fields nested": "emplois:\n  - nom:\n      valeur:\n        valeur:\n          valeur: A\n",
        "5,000 values of one field": _JOB
        + year.replace(" 3000", "\n" + "      - valeur: 3000\n        pièce: p\n" * 5_000 + "    x:")
        + _STOPS,
        "everything wrong": "emplois: oui\npaies: 3\narrêts: inconnu\nassuré: []\n",
        "a case become JSON": '{"emplois": [{"nom": "A"}]}\n',
    }


_RULE = "règle x{0} (source : CSS art. L. 321-1) :\n  pour tout arrêt, {1}.\n\n"
_BIG = "pour tout arrêt, la fin retenue de l'arrêt est égale à la fin de l'arrêt"


def rules() -> dict[str, str]:
    """Texts added to the folder of rules as one more file."""
    title = "texte : « essai ».\n\n"
    end = "la fin retenue de l'arrêt est égale à "
    chain = "".join(
        f"exception e{n} à e{(n + 1) % 200} (source : CSS art. L. 321-1) :\n  {_BIG}\n  si l'arrêt est à temps partiel.\n\n"
        for n in range(200)
    )
    return {
        "empty": "",
        "blank": "\n\n",
        "comment alone": "[ rien ]\n",
        "title alone": title,
        "one word": "bonjour",
        "a full stop": ".",
        "10,000 full stops": "." * 10_000,
        "a circle": title + _RULE.format(1, end + "la couverture de l'arrêt"),
        "itself": title + _RULE.format(1, end + "la fin retenue de l'arrêt"),
        "a circle of exceptions": title + chain,
        "an exception to itself": title + chain.replace("e1 à e2", "e1 à e1"),
        "2,000 rules of one thing": title + "".join(_RULE.format(n, end + "la fin de l'arrêt") for n in range(2_000)),
        "3,000 equal identifiers": title + _RULE.format("", end + "la fin de l'arrêt") * 3_000,
        "10^10000": title + _RULE.format(1, end + "1" + "0" * 10_000 + " jours après la fin de l'arrêt"),
        "1e999999": title + _RULE.format(1, end + "1e999999 jours après la fin de l'arrêt"),
        "days without end": title + _RULE.format(1, end + "999999999 jours après la fin de l'arrêt"),
        "a long sentence": title + _RULE.format(1, end + "la fin de l'arrêt précédent " * 5_000),
        "quotes": title + "«" * 50_000,
        "closings": title + "»" * 50_000,
        "nested brackets": title + "[" * 50_000 + "]" * 50_000,
        "parentheses": title + _RULE.format(1, end + "(" * 5_000 + "1" + ")" * 5_000),
        "a chain of previous": title + _RULE.format(1, end + "la fin de l'arrêt" + " précédent de l'arrêt" * 300),
        "spaces": title + " " * 300_000 + "x",
        "an identifier of 100,000 signs": title + f"règle {'x-' * 50_000}x (source : a) :\n  {_BIG}.\n",
        "a word of 300,000 signs": title + "a" * 300_000 + ".",
        "letters and apostrophes": title + "l'" * 60_000,
        "numbers": title + "1 " * 60_000,
        "dates": title + "1er janvier 2025 " * 9_000,
        "dashes": title + " - " * 60_000,
        "a vocabulary again": "vocabulaire : « encore ».\n\nfiche arrêt (arrêts) :\n  - le début, une date.\n",
        "a record of itself": "vocabulaire : « boucle ».\n\n"
        "fiche nœud (nœuds) :\n  - le nœud, une fiche nœud ;\n"
        "  - les nœuds, une liste de fiches nœud, dans l'ordre de leur nœud.\n",
        "9,000 records": "vocabulaire : « large ».\n\n"
        + "".join(f"fiche chose{n} (choses{n}) :\n  - le nom{n}, un nom.\n\n" for n in range(3_000)),
        "a second subject": "vocabulaire : « deux ».\n\nfiche sujet (sujets), sujet du dossier :\n  - le nom, un nom.\n",
        "a choice of 20,000": "vocabulaire : « choix ».\n\nfiche c (cs) :\n  - le c, un choix parmi "
        + " ou ".join(f"« o{n} »" for n in range(20_000))
        + ".\n",
        "a sentence of a case": "emplois:\n  - nom: A\n    début: 2019-01-01\n",
    }


def fields() -> dict[str, str]:
    """Texts put in the folder of rules as one more file of values."""
    value = "  - à compter du: {}\n    valeur: {}\n    source: x\n"
    head = "paramètre: {}\nunité: €/an\ndescription: x\nselon: la date demandée\n"
    head += "connu jusqu'au: 2026-12-31\nvérifié le: 2026-11-21\nvaleurs:\n"
    return {
        "empty": "",
        "comments": "# rien\n",
        "one word": "bonjour\n",
        "a case": _JOB + _STOPS,
        "a list": "- a\n",
        "a key": "paramètre: PASS\n",
        "a value twice": head.format("PASS") + value.format("2025-01-01", 1) * 2,
        "values backwards": head.format("PASS") + value.format("2025-01-01", 1) + value.format("2024-01-01", 1),
        "a name unknown": head.format("inconnu") + value.format("2025-01-01", 1),
        "no value": head.format("PASS") + "  []\n",
        "20,000 values": head.format("PASS")
        + "".join(value.format(date(1900, 1, 1) + timedelta(days=n), n) for n in range(20_000)),
        "day zero": head.format("PASS") + value.format("0000-00-00", 1),
        "a number without end": head.format("PASS") + value.format("2025-01-01", "9" * 100_000),
        "an exponent": head.format("PASS") + value.format("2025-01-01", "1e999999"),
        "a holiday of year zero": "calendrier: x\njours:\n  - date: 0000-01-01\n    nom: x\n",
        "a picture of nothing": "image: x\n",
        "a record of nothing": "acte: x\n",
        "a register of nothing": "textes:\n",
        "30,000 keys": "".join(f"k{n}: 1\n" for n in range(30_000)),
    }
