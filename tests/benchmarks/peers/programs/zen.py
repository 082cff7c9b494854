"""The fifteen rules as a decision graph of zen-engine (`zen.json`): tables for what is chosen, expressions for what is computed.

Its numbers are decimals. The engine is given the graph by a static loader, which it compiles once: a decision created from
its text is far slower to ask.
"""

import json
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import zen
from tests.benchmarks.peers.exchange import BATCH, LINES, REASONS, SINGLE, Cases, Measure, serve

GRAPH = Path(__file__).with_suffix(".json")
FACTS = (
    "jours_arret",
    "heures",
    "salaire_1",
    "salaire_2",
    "salaire_3",
    "salaires_six_mois",
    "longue_duree",
    "repris",
    "deja_servies",
)
FLAGS = ("longue_duree", "repris")
NAME = "quinze règles"


def engine(cases: Cases) -> zen.ZenEngine:
    """The graph, its table of minimum wages filled, the last first."""
    graph = json.loads(GRAPH.read_text(encoding="utf-8"))
    table = next(node["content"] for node in graph["nodes"] if node["id"] == "smic")
    for day, wage in zip(reversed(cases.starts), reversed(cases.wages), strict=True):
        start = date.fromordinal(day).isoformat()
        table["rules"].append({"_id": start, "jour": f">= date('{start}')", "valeur": str(wage / 100)})
    return zen.ZenEngine({"loader": {"type": "static", "content": {NAME: graph}}})


def context(row: tuple[int, ...]) -> dict[str, Any]:
    """A case as its JSON would say it."""
    start, *facts = row
    said = {name: bool(one) if name in FLAGS else one / 100 for name, one in zip(FACTS, facts, strict=True)}
    return {"debut": date.fromordinal(start).isoformat(), **said}


def hundredths(results: list[dict[str, Any]]) -> list[list[int]]:
    """Decimals come back as floats, each the nearest of its decimal."""
    return [[int(one[name]) if name == "droit" else round(one[name] * 100) for one in results] for name in LINES]


def measures(cases: Cases) -> list[Measure]:
    """Many at a time, one at a time, one with the trace of its nodes."""
    asked = engine(cases)

    def contexts(first: int, last: int) -> list[dict[str, Any]]:
        return [context(row) for row in cases.rows(first, last)]

    def requests(first: int, last: int) -> list[dict[str, Any]]:
        return [{"key": NAME, "context": one} for one in contexts(first, last)]

    def batch(some: list[dict[str, Any]]) -> list[Any]:
        return [one["data"]["result"] for one in asked.evaluate_batch(some)]

    def single(some: list[dict[str, Any]]) -> list[Any]:
        return [asked.evaluate(NAME, one)["result"] for one in some]

    def traced(some: list[dict[str, Any]]) -> list[Any]:
        return [asked.evaluate(NAME, one, {"trace": True})["result"] for one in some]

    return [
        Measure(BATCH, "zen-engine", requests, batch, hundredths),
        Measure(SINGLE, "zen-engine", contexts, single, hundredths),
        Measure(REASONS, "zen-engine, trace", contexts, traced, hundredths),
    ]


if __name__ == "__main__":
    serve(f"zen-engine {version('zen-engine')}", measures)
