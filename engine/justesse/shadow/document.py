"""A comparison with another system for a program to read: a JSON document, and a table with a row for each difference."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyarrow as pa

from justesse.batch.schema import CASE_KIND, FIRST, IDENTIFIER, LAST, READABLE
from justesse.shadow.found import DIFFERENT, STATES, Apart
from justesse.shadow.report import Report
from justesse.shadow.verdicts import FOUND, OPEN

_SCHEMA = pa.schema([
    *((name, pa.string()) for name in (IDENTIFIER, CASE_KIND, "état", "famille", "verdict", "ligne")),
    (FIRST, pa.date32()), (LAST, pa.date32()), ("jours", pa.int32()), ("nous", pa.string()), ("eux", pa.string()),
    ("écart", READABLE),
])  # fmt: skip


def document(report: Report) -> dict[str, Any]:
    """The figures, the families with their causes and verdicts, the criteria."""
    found, held = report.found, report.judged
    return {
        "format": "justesse-confrontation",
        "version": 1,
        "ligne mesurée": found.line.name,
        "dossiers": found.dossiers,
        "états": {one: found.states[one] for one in STATES},
        "absents chez eux sans rien de nous": found.nothing,
        "par type": {kind: dict(states) for kind, states in sorted(found.kinds.items())},
        "sommes": {"nous": _amount(found.ours), "eux": _amount(found.theirs)},
        "bornes": None if not report.bounded.tried else {
            "dedans": len(report.bounded.inside),
            "dehors": report.bounded.outside,
            "sans bornes": len(report.bounded.without),
        },
        "verdicts": {one: held.counts[one] for one in (*FOUND, OPEN)},
        "familles": [_family(report, name, some) for name, some in found.families.items()],
        "critères": None if report.criteria is None else {
            "fixés le": report.criteria.day,
            "par": report.criteria.by,
            "empreinte": report.criteria.fingerprint,
            "remplis": report.passed,
            "liste": [
                {"mesure": one.criterion.measure, "au moins" if one.criterion.least else "au plus": one.criterion.written,
                 "mesuré": str(one.value), "rempli": one.met}
                for one in report.measured
            ],
        },
    }  # fmt: skip


def _family(report: Report, name: str, some: list[Apart]) -> dict[str, Any]:
    return {
        "famille": name,
        "dossiers": len(some),
        "écart": _amount(sum(one.gap for one in some)),
        "verdicts": dict(report.judged.by_family[name]),
        "exemples": [one.name for one in some[:5]],
        "causes": [
            {
                "changements": [
                    {
                        "essai": each.words,
                        "interprétation": each.interpretation or None,
                        "phrase": each.sentence or None,
                        "place": each.place or None,
                    }
                    for each in one.departures
                ],
                "accord": one.agreed,
                "essayés": one.tried,
            }
            for one in report.causes.get(name, [])
        ],
    }  # fmt: skip


def table(report: Report) -> pa.Table:
    """A row for each difference; one without a line for a dossier that is apart."""
    return pa.Table.from_pylist([each for one in report.found.apart for each in _rows(report, one)], _SCHEMA)


def _rows(report: Report, one: Apart) -> Iterator[dict[str, Any]]:
    verdict = report.judged.of.get(one.name) if one.state == DIFFERENT else None
    head = {IDENTIFIER: one.name, CASE_KIND: one.kind, "état": one.state, "famille": one.family or None, "verdict": verdict}
    if not one.differences:
        yield head
    for each in one.differences:
        gap = None if each.gap is None else Decimal(each.gap).scaleb(-6)
        yield head | {
            "ligne": each.line, FIRST: each.first, LAST: each.last, "jours": each.days or None,
            "nous": each.ours or None, "eux": each.theirs or None, "écart": gap,
        }  # fmt: skip


def _amount(millionths: int) -> str:
    return str(Decimal(millionths).scaleb(-6))
