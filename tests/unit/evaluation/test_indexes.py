"""A list reached by key gives what testing every element would, in the order of the list."""

from types import SimpleNamespace

from justesse.evaluation.facts import Record
from justesse.evaluation.indexes import Indexes
from justesse.evaluation.meaning import meaning
from justesse.program.core import Apply, Const, Core, Field, Logic, Select, Slot
from justesse.values.states import Unknown

NAMES = tuple(f"n{number % 3}" for number in range(12))


def listed(names: tuple[object, ...] = NAMES) -> tuple[Record, ...]:
    return tuple(Record("fiche", {"nom": name, "rang": place}, place) for place, name in enumerate(names))


def kept(elements: tuple[Record, ...], where: Core) -> object:
    evaluator = SimpleNamespace(indexes=Indexes(), unfolding=False)
    found = meaning(Select(Slot(0), where))(evaluator, (elements,))
    return [one.fields["rang"] for one in found] if isinstance(found, tuple) else found


def test_a_list_asked_for_keeps_the_order_of_the_elements() -> None:
    asked = Apply("member", (Field(Slot(1), "nom"), Const(("n2", "n0", "n2"))))
    assert kept(listed(), asked) == [0, 2, 3, 5, 6, 8, 9, 11]


def test_the_rest_of_the_filter_is_still_asked() -> None:
    named, low = Apply("=", (Field(Slot(1), "nom"), Const("n1"))), Apply("<", (Field(Slot(1), "rang"), Const(6)))
    assert kept(listed(), Logic("all", (named, low))) == kept(listed(), Logic("all", (low, named))) == [1, 4]


def test_the_element_itself_may_be_what_is_asked() -> None:
    evaluator = SimpleNamespace(indexes=Indexes(), unfolding=False)
    months = tuple(range(100, 120))
    assert meaning(Select(Slot(0), Apply("member", (Slot(1), Const((118, 103, 99))))))(evaluator, (months,)) == (103, 118)


def test_a_fact_that_is_not_known_of_one_element_leaves_the_list_in_doubt() -> None:
    unknown = Unknown(("nom",))
    assert kept(listed((*NAMES, unknown)), Apply("=", (Field(Slot(1), "nom"), Const("n1")))) == unknown
