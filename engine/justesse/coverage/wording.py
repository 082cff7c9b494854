"""The coverage in French: percentages, marks, the lines that both reports share. Lays nothing out."""

from fractions import Fraction

from justesse.coverage.goals import Unmet
from justesse.coverage.measure import ENOUGH, Item, Measure, Share, share
from justesse.explanation.wording import SPACE, decimal_text

NAMES = {"branches": "branches", "mcdc": "MC/DC"}


def percent_text(one: Share) -> str:
    """« 87,7 % », never rounded up to 100; a dash when there is nothing to cover."""
    if not one.total:
        return "—"
    tenths = Fraction((one.percent * 10).__floor__(), 10)
    return f"{decimal_text(tenths, 0, 1)[0]}{SPACE}%"


def counted_text(one: Share) -> str:
    """« 186 sur 212 (87,7 %) »."""
    return f"{one.covered} sur {one.total} ({percent_text(one)})"


def unbroken(text: str) -> str:
    """Quotation marks and signs stay with what they hold, wherever a line is cut."""
    kept = text.replace("« ", f"«{SPACE}").replace(" »", f"{SPACE}»")
    for sign in (":", ";"):
        kept = kept.replace(f" {sign}", f"{SPACE}{sign}")
    return kept


def state_text(item: Item) -> str:
    """« couvert », « expliqué », « manque »."""
    return "couvert" if item.covered else "expliqué" if item.explanation else "manque"


def mark(item: Item) -> str:
    """✓ covered, – explained, ✗ missing."""
    return "✓" if item.covered else "–" if item.explanation else "✗"


def kind_text(item: Item) -> str:
    """« branche », « condition », « filtre »."""
    if item.condition is None:
        return "branche"
    return "condition" if item.condition.sort == "condition" else "filtre"


def unmet_text(one: Unmet) -> str:
    """« MC/DC : 76,1 %, au-dessous du seuil de 90 % »."""
    return f"{NAMES[one.name]} : {percent_text(one.reached)}, au-dessous du seuil de {one.wanted}{SPACE}%"


def summary_lines(found: Measure) -> list[str]:
    """The figures of the whole casebook."""
    explained = sum(bool(one.explanation) for one in found.items)
    missing = sum(one.missing for one in found.items)
    return [
        f"branches : {counted_text(share(found.items, 'branch'))}",
        f"MC/DC : {counted_text(share(found.items, 'atom'))}",
        f"ni couverts ni expliqués : {missing} ; expliqués : {explained}",
        f"phrases jouées par moins de {ENOUGH} cas : {len(found.scarce())} sur {len(found.sentences)}",
    ]
