"""For what no case exercises, the situation to write, in one French sentence built from the sentence of the rule.

Names the case that comes nearest when one does. Decides nothing.
"""

from justesse.coverage.inventory import Branch, Condition, Sentence
from justesse.coverage.tally import Observations
from justesse.program import core as c


def branch_proposal(sentence: Sentence, branch: Branch) -> str:
    """The situation that takes a branch."""
    match branch.key[1].split(" ")[0]:
        case "reading":
            assert sentence.source.reading is not None
            reading, interpretation = sentence.source.reading
            return f"Un cas dont « lectures » prend « {reading} » pour {interpretation}."
        case "in":
            return f"Un cas à une date où cette version s'applique ({_dates(sentence)})."
        case "retained" | "yes":
            return f"Un cas où cette phrase joue{_provided(sentence)}."
        case "failed" | "no":
            return f"Un cas où cette phrase est examinée et où sa condition n'est pas remplie{_quoted(sentence)}."
        case "given":
            return "Un cas dont le dossier dit le fait lui-même."
        case "row":
            return f"Un cas qui se lit à la {branch.text}."
        case "side":
            return f"Un cas où {branch.text.partition(' : ')[0]} est : {branch.text.partition(' : ')[2]}."
        case _:
            return f"Un cas où les deux phrases s'appliquent, et où celle-ci {branch.text}."


def _dates(sentence: Sentence) -> str:
    return " et ".join(one.words for one in sentence.source.validities)


def _provided(sentence: Sentence) -> str:
    words = _quoted(sentence)
    return f", sa condition étant remplie{words}" if words else ""


def _quoted(sentence: Sentence) -> str:
    """The condition of the sentence, when it has one."""
    condition = next((one for one in sentence.conditions if one.sort == "condition"), None)
    return f" : “{' ; '.join(condition.texts)}”" if condition is not None else ""


def atom_proposal(condition: Condition, place: int, seen: Observations | None) -> str:
    """The situation that shows that an atom changes the outcome by itself."""
    text = f"“{condition.texts[place]}”"
    among = f"Un cas avec un élément ({condition.among}) pour lequel"
    where = among if condition.sort == "filter" else "Un cas où"
    if seen is None or not seen.seen:
        return f"{where} {text} est vrai, un autre où c'est faux : rien n'a encore été examiné."
    wanted = seen.missing_value(place)
    if wanted is None:
        return f"Deux cas qui ne diffèrent que par {text}{_company(condition)}."
    return f"{where} {text} est {'vrai' if wanted else 'faux'}{_company(condition)}{_near(seen, place, wanted)}."


def _company(condition: Condition) -> str:
    """What the other atoms must be for this one to decide alone."""
    if len(condition.texts) == 1:
        return ""
    if isinstance(condition.node, c.Logic) and not any(isinstance(one, c.Logic) for one in condition.node.items):
        every = condition.node.kind == "all"
        return ", toutes les autres conditions étant remplies" if every else ", aucune autre condition n'étant remplie"
    return ", sans que les autres conditions décident à sa place"


def _near(seen: Observations, place: int, wanted: bool) -> str:
    found = seen.nearest(place, wanted)
    if found is None:
        return ""
    observation, gap = found
    if gap is None:
        telling = isinstance(seen.node, c.Logic) and seen.node.kind == "all"  # of « ou », nearly every case is near
        return f" (au plus près : {observation.cases.names[0]})" if telling else ""
    return f" (au plus près : {gap.case}{f', {gap.words}' if gap.words else ''})"
