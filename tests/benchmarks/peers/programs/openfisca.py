"""The fifteen rules as OpenFisca formulas: one entity, one variable a rule, parameters and formulas dated by the month.

A batch is one simulation for each month of start, on all its cases. Amounts are OpenFisca's own floats, of 32 bits.
"""

from collections.abc import Iterable
from datetime import date
from functools import partial
from importlib.metadata import version
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulation_builder import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable
from tests.benchmarks.peers.exchange import BATCH, REASONS, SINGLE, Cases, Measure, serve

FACTS = (
    "jours_arret", "heures", "premier_salaire", "deuxieme_salaire", "troisieme_salaire", "salaires_six_mois",
    "longue_duree", "repris", "deja_servies",
)  # fmt: skip
FLAGS = ("longue_duree", "repris")
Personne = build_entity(key="personne", plural="personnes", label="Dossier", is_person=True)


def monthly(variable: type, value_type: type = float) -> type:
    """What OpenFisca wants said in each class: nothing is inherited."""
    variable.value_type, variable.entity, variable.definition_period = value_type, Personne, DateUnit.MONTH
    return variable


@partial(monthly, value_type=bool)
class droit_ouvert(Variable):
    def formula(personne, period, parameters):
        smic = parameters(period.start.offset(-1, "day")).smic_horaire
        return (personne("heures", period) >= 150) + (personne("salaires_six_mois", period) >= 1015 * smic)


@monthly
class plafond(Variable):
    def formula_2025_04(personne, period, parameters):
        return 1.4 * parameters(period.start.offset(-1, "day")).smic_horaire * 35 * 52 / 12

    def formula(personne, period, parameters):
        return 1.8 * parameters(period.start.offset(-1, "day")).smic_horaire * 35 * 52 / 12


@monthly
class salaire_de_base(Variable):
    def formula(personne, period):
        limite = personne("plafond", period)
        salaires = ("premier_salaire", "deuxieme_salaire", "troisieme_salaire")
        return sum(np.minimum(personne(nom, period), limite) for nom in salaires) / 91.25


@monthly
class indemnite_journaliere(Variable):
    def formula(personne, period):
        return au_centime(personne("salaire_de_base", period) / 2)


@monthly
class delai(Variable):
    def formula(personne, period):
        return np.where(personne("longue_duree", period) + personne("repris", period), 0, 3)


@monthly
class jours_ouverts(Variable):
    def formula(personne, period):
        return np.maximum(personne("jours_arret", period) - personne("delai", period), 0)


@monthly
class jours_payes(Variable):
    def formula(personne, period):
        reste = 360 - personne("deja_servies", period)
        return personne("droit_ouvert", period) * np.minimum(personne("jours_ouverts", period), reste)


@monthly
class montant_brut(Variable):
    def formula(personne, period):
        return personne("indemnite_journaliere", period) * personne("jours_payes", period)


@monthly
class csg(Variable):
    def formula(personne, period, parameters):
        return au_centime(personne("montant_brut", period) * parameters(period).taux_csg)


@monthly
class crds(Variable):
    def formula(personne, period, parameters):
        return au_centime(personne("montant_brut", period) * parameters(period).taux_crds)


@monthly
class montant_net(Variable):
    def formula(personne, period):
        return personne("montant_brut", period) - personne("csg", period) - personne("crds", period)


def au_centime(montant: Any) -> Any:
    """The nearest cent, a half going up."""
    return np.floor(montant * 100 + 0.5) / 100


RULES = (
    droit_ouvert, plafond, salaire_de_base, indemnite_journaliere, delai, jours_ouverts, jours_payes, montant_brut, csg, crds,
    montant_net,
)  # fmt: skip
SHOWN = ("droit_ouvert", "jours_payes", "indemnite_journaliere", "montant_brut", "csg", "crds", "montant_net")


def system(cases: Cases) -> TaxBenefitSystem:
    """Facts, rules and parameters."""
    made = TaxBenefitSystem([Personne])
    for name in FACTS:
        made.add_variable(monthly(type(name, (Variable,), {}), bool if name in FLAGS else float))
    for rule in RULES:
        made.add_variable(rule)
    wages = {
        date.fromordinal(day).isoformat(): {"value": wage / 100} for day, wage in zip(cases.starts, cases.wages, strict=True)
    }
    made.parameters = ParameterNode("", data={
        "smic_horaire": {"values": wages},
        "taux_csg": {"values": {"1998-01-01": {"value": 0.062}}},
        "taux_crds": {"values": {"1996-02-01": {"value": 0.005}}},
    })  # fmt: skip
    return made


class Peer:
    """The system, and the cases as it takes them."""

    def __init__(self, cases: Cases) -> None:
        self.cases, self.system = cases, system(cases)

    def cohorts(self, first: int, last: int) -> list[tuple[str, Any, dict[str, Any]]]:
        """For each month: its cases by place, and the facts of all as arrays."""
        start, *facts = (np.array(one) for one in self.cases.slices(first, last))
        months = (start - date(1970, 1, 1).toordinal()).astype("datetime64[D]").astype("datetime64[M]")
        made = []
        for month in np.unique(months):
            places = np.flatnonzero(months == month)
            made.append((str(month), places, {name: _array(name, fact[places]) for name, fact in zip(FACTS, facts, strict=True)}))
        return made

    def batch(self, cohorts: list[tuple[str, Any, dict[str, Any]]]) -> tuple[Any, list[list[Any]]]:
        """Every line of every case, month after month; with the places of the cases."""
        made = []
        for month, places, facts in cohorts:
            simulation = SimulationBuilder().build_default_simulation(self.system, len(places))
            for name, values in facts.items():
                simulation.set_input(name, month, values)
            made.append([simulation.calculate(name, month) for name in SHOWN])
        return np.concatenate([places for _, places, _ in cohorts]), made

    def situations(self, first: int, last: int) -> list[tuple[str, dict[str, Any]]]:
        """One case at a time, as its JSON would say it."""
        made = []
        for start, *facts in self.cases.rows(first, last):
            month = date.fromordinal(start).isoformat()[:7]
            said = {name: {month: bool(one) if name in FLAGS else one / 100} for name, one in zip(FACTS, facts, strict=True)}
            made.append((month, {"personnes": {"dossier": said}}))
        return made

    def single(
        self, situations: Iterable[tuple[str, dict[str, Any]]], trace: bool = False, told: bool = False
    ) -> list[list[Any]]:
        """Every line of each, with the calculations traced and written down when asked."""
        made = []
        for month, situation in situations:
            simulation = SimulationBuilder().build_from_dict(self.system, situation)
            simulation.trace = trace
            made.append([simulation.calculate(name, month)[0] for name in SHOWN])
            if told:
                "\n".join(simulation.tracer.computation_log.lines())
        return made


def _array(name: str, values: Any) -> Any:
    return values.astype(bool) if name in FLAGS else values / 100


def hundredths(lines: Iterable[Any]) -> list[list[int]]:
    """Floats to the nearest hundredth; the first line is yes or no."""
    return [(np.asarray(line) if place == 0 else np.rint(np.asarray(line, float) * 100)).astype(int).tolist()
            for place, line in enumerate(lines)]  # fmt: skip


def of_batch(made: tuple[Any, list[list[Any]]]) -> list[list[int]]:
    """The lines in the order of the cases."""
    places, cohorts = made
    order = np.argsort(places)
    return hundredths(np.concatenate(line)[order] for line in zip(*cohorts, strict=True))


def of_single(made: list[list[Any]]) -> list[list[int]]:
    """The lines of cases decided one by one."""
    return hundredths(zip(*made, strict=True))


def measures(cases: Cases) -> list[Measure]:
    """A whole population; one case; one case traced, then told."""
    peer = Peer(cases)
    return [
        Measure(BATCH, "OpenFisca-core", peer.cohorts, peer.batch, of_batch),
        Measure(SINGLE, "OpenFisca-core", peer.situations, peer.single, of_single),
        Measure(REASONS, "OpenFisca-core, trace", peer.situations, lambda some: peer.single(some, True), of_single),
        Measure(REASONS, "OpenFisca-core, trace écrite", peer.situations, lambda some: peer.single(some, True, True), of_single),
    ]


if __name__ == "__main__":
    serve(f"OpenFisca-core {version('openfisca-core')}", measures)
