"""Whether a prescription is in order: when it was sent (PRES-01), who wrote it (PRES-02), how (PRES-03)."""

from datetime import date

from tests.second_opinion.figures import DAY, days, years_later
from tests.second_opinion.model import Chain, Result, Stop

ALWAYS = {
    "prescripteur de l'arrêt initial", "médecin traitant", "spécialiste demandé par le médecin traitant", "remplaçant",
    "établissement de santé",
}  # fmt: skip
SINCE = {
    "sage-femme": date(2021, 4, 28),
    "sage-femme référente": date(2021, 4, 28),
    "chirurgien-dentiste": date(2025, 12, 31),
}
REMOTE_SINCE = date(2023, 12, 28)
FROM_ABROAD_SINCE = date(2025, 2, 28)


def judge_sending(result: Result) -> None:
    """The first late sending is forgiven; another within two years halves the days between prescription and sending."""
    remembered: date | None = None
    for stop in result.stops:
        if not is_late(stop):
            continue
        sent: date = stop.facts["date d'envoi"]
        again = remembered is not None and sent <= years_later(remembered, 2)
        remembered = remembered if again else stop.prescribed
        stop.sending = "après la fin de l'arrêt" if sent > stop.last else "nouveau retard" if again else "premier retard"
        if stop.sending == "nouveau retard":
            stop.halved = set(days(stop.prescribed, sent))


def is_late(stop: Stop) -> bool:
    sent: date | None = stop.facts.get("date d'envoi")
    if sent is None or stop.facts.get("excusé de son retard", False) or stop.motive == "acte de terrorisme":
        return False
    return sent > stop.unfit_from + 2 * DAY


def is_irregular(chain: Chain, stop: Stop, day: date) -> bool:
    """Whether a day is not paid because of who prescribed it or how."""
    return not_allowed_to_prolong(chain, stop) or beyond_remote(chain, stop, day)


def not_allowed_to_prolong(chain: Chain, stop: Stop) -> bool:
    if stop is chain.stops[0] or stop.facts.get("justifié par une impossibilité", False):
        return False
    author = stop.facts.get("prescripteur", "médecin traitant")
    return not (author in ALWAYS or (author in SINCE and stop.prescribed >= SINCE[author]))


def beyond_remote(chain: Chain, stop: Stop, day: date) -> bool:
    """A remote consultation covers the first three days of a chain; from abroad, nothing."""
    how = stop.facts.get("mode de consultation", "présence")
    if how == "présence":
        return False
    if how == "téléconsultation depuis l'étranger" and stop.prescribed >= FROM_ABROAD_SINCE:
        return True
    no_one_in_person = stop is not chain.stops[0] and stop.facts.get("justifié par une impossibilité", False)
    excepted = stop.facts.get("prescripteur", "médecin traitant") in {"médecin traitant", "sage-femme référente"}
    return stop.prescribed >= REMOTE_SINCE and not excepted and not no_one_in_person and day > chain.first + 2 * DAY
