"""Mistakes in the dated values that rules read: one unit of the last digit, one day sooner or later."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from justesse.explanation.wording import day_text, decimal_text
from justesse.mutation.mutants import Mutant
from justesse.program import core as c
from justesse.program.order import children
from justesse.program.program import Clause, DatedValue, NoticeRule, ParameterSeries, Program
from justesse.program.types import is_amount


def of_parameters(program: Program, since: int) -> Iterator[Mutant]:
    """The mutants of each parameter that a sentence reads, for its values in force on `since` or later."""
    read = {name for sentence in sentences_of(program) for name in series_of(sentence)}
    for name in sorted(read & set(program.parameters)):
        series = program.parameters[name]
        followers = [one.start for one in series.values[1:]]
        for place, one in enumerate(series.values):
            if place == len(followers) or followers[place] > since:
                yield from _wrong(series, place, one, since)


def sentences_of(program: Program) -> list[Clause | NoticeRule]:
    """Every sentence of a program."""
    clauses = [one for quantity in program.quantities.values() for one in (*quantity.rules, *quantity.exceptions)]
    return [*clauses, *program.notices]


def series_of(sentence: Clause | NoticeRule) -> frozenset[str]:
    """The names of the parameters that a sentence reads."""
    found: set[str] = set()
    value = sentence.value if isinstance(sentence, Clause) else None
    todo = [one for one in (sentence.condition, value, *(clock.date for clock in sentence.validities)) if one is not None]
    while todo:
        node = todo.pop()
        todo.extend(children(node))
        if isinstance(node, c.Series):
            found.add(node.parameter)
    return frozenset(found)


def _wrong(series: ParameterSeries, place: int, one: DatedValue, since: int) -> Iterator[Mutant]:
    step = _last_digit(series, one.value)
    for value in (one.value - step, one.value + step):
        words = f"« {_figure(series, one.value)} » devient « {_figure(series, value)} »"
        yield _mutant(series, place, one, replace(one, value=value), words)
    for day in (one.start - 1, one.start + 1) if one.start >= since else ():
        yield _mutant(series, place, one, replace(one, start=day), f"appliquée à compter du {day_text(day)}")


def _mutant(series: ParameterSeries, place: int, one: DatedValue, wrong: DatedValue, words: str) -> Mutant:
    values = (*series.values[:place], wrong, *series.values[place + 1 :])
    name = f"{series.name} [{day_text(one.start)}] / paramètre / {words}"
    told = f"{series.name} : {_figure(series, one.value)} à compter du {day_text(one.start)}"
    after = replace(series, values=values)
    return Mutant(name, "paramètre", "", (series,), (after,), "looked", told, series.file, 1)


def _last_digit(series: ParameterSeries, value: Fraction) -> Fraction:
    """One unit of the last digit written; a cent at most for an amount."""
    step = Fraction(1, 100) if is_amount(series.type) else Fraction(1)
    while (value / step).denominator != 1:
        step /= 10
    return step


def _figure(series: ParameterSeries, value: Fraction) -> str:
    return decimal_text(value, 2 if is_amount(series.type) else 0, 8)[0]
