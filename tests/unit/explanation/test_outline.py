"""The points of an explanation: sentences with values, conditions with margins, what was set aside."""

from collections.abc import Callable, Iterator

from justesse.evaluation.decision import Decision
from justesse.evaluation.trace import Instance
from justesse.explanation.chosen import instances_of, quantities_called
from justesse.explanation.outline import Outliner
from justesse.explanation.point import Point
from justesse.explanation.text import lines, rich_tree
from justesse.values.calendar import read_day

Decider = Callable[..., Decision]


def instance(decision: Decision, name: str, place: int = 0, day: int | None = None) -> Instance:
    quantities, _ = quantities_called(decision.program, name)
    return instances_of(decision, quantities, day)[place]


def said(decision: Decision, name: str, place: int = 0, day: int | None = None) -> list[str]:
    point = Outliner(decision.program, day).quantity(instance(decision, name, place, day))
    return [line.strip().replace("\u00a0", " ") for line in lines([point])]


def every(point: Point) -> Iterator[Point]:
    yield point
    for one in point.points:
        yield from every(one)


def test_a_sentence_carries_its_values_and_a_fact_its_paper(decided: Decider) -> None:
    text = said(decided(pages="4"), "lecture")
    assert text == [
        "lecture, prêt du 1er avril 2025 : 8 heures",
        "« la lecture du prêt est égale à 2 × pages du prêt (4 heures) »",
        "règle temps-de-lecture — règlement art. 1",
        "pages : 4 heures — fiche du guichet, reçu le 2 mai 2025",
    ]


def test_a_condition_below_at_and_above_its_limit_says_by_how_much(decided: Decider) -> None:
    found = [next(line for line in said(decided(pages=pages), "long") if "au moins égale" in line) for pages in ("4", "5", "6")]
    assert [line[0] for line in found] == ["✗", "✓", "✓"]
    assert [line.rpartition(" — ")[2] for line in found] == ["il manque 2 heures", "juste à la limite", "2 heures de plus"]


def test_a_condition_that_was_not_needed_says_so(decided: Decider) -> None:
    assert any("non examinée" in line for line in said(decided(pages="4"), "long"))


def test_an_exception_out_of_its_dates_says_its_clock(decided: Decider) -> None:
    (line,) = [one for one in said(decided(), "long") if one.startswith("·")]
    expected = (
        "exception pret-court, hors de ses dates d'application (selon début de prêt (1er avril 2025) jusqu'au 31 août 2024)"
    )
    assert expected in line


def test_an_exception_set_aside_says_what_failed(decided: Decider) -> None:
    (line,) = [one for one in said(decided(debut="2024-08-01", fin="2024-08-10", pages="8"), "long") if one.startswith("·")]
    assert "écartée : ✗ les pages du prêt (8 heures) sont inférieures à 7 heures — 1 heure de trop" in line


def test_an_unknown_condition_is_marked_and_its_cause_named(decided: Decider) -> None:
    (line, *_) = [one for one in said(decided(pages="inconnu"), "long") if one.startswith("?")]
    assert "la lecture du prêt (inconnu) est au moins égale à 10 heures — inconnu (pages, prêt du 2025-04-01)" in line


def test_days_are_said_by_run_and_a_moving_value_by_its_change(decided: Decider) -> None:
    text = said(decided(), "jour gratuit")
    assert text[0] == "jour gratuit, prêt du 1er avril 2025, du 1er au 3 avril 2025 : oui"
    assert any("1 jour, puis +1 par jour" in line for line in text)


def test_a_day_asked_fixes_the_moving_values(decided: Decider) -> None:
    text = said(decided(), "jour gratuit", day=read_day("2025-04-03"))
    assert any("le rang du jour (3 jours) est au plus égal à 3 jours — juste à la limite" in line for line in text)


def test_a_quantity_is_explained_once(decided: Decider) -> None:
    decision = decided(pages="6")
    outliner = Outliner(decision.program)
    outliner.quantity(instance(decision, "lecture"))
    again = outliner.quantity(instance(decision, "lecture"))
    assert (again.sort, again.detail, again.points) == ("reference", "voir plus haut", [])


def test_depth_limits_the_quantities_under_one_another(decided: Decider) -> None:
    decision = decided(pages="6")
    flat = Outliner(decision.program).quantity(instance(decision, "long"), 0)
    one = Outliner(decision.program).quantity(instance(decision, "long"), 1)
    assert flat.points == []
    assert all(not point.points for point in every(one) if point.sort == "quantity" and point is not one)


def test_a_name_that_is_near_is_proposed(decided: Decider) -> None:
    program = decided().program
    assert quantities_called(program, "lectur") == ([], "lecture")
    assert [one.name for one in quantities_called(program, "la lecture")[0]] == ["lecture"]


def test_the_tree_of_a_terminal_says_the_same_words(decided: Decider) -> None:
    decision = decided(pages="6")
    point = Outliner(decision.program).quantity(instance(decision, "long"))
    tree = rich_tree(point)
    assert str(tree.label) == next(lines([point]))
    assert [str(child.label) for child in tree.children] == [next(lines([one])) for one in point.points]
