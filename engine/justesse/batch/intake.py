"""Dossiers of a table as columns of whole numbers, all at once; what is not plain is set aside, never corrected.

A dossier set aside is read again one by one (`rows.py`): the reader of cases alone says what is wrong with it, so no
message is written here and nothing here need be more than sure of what it lets through.
"""

from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from justesse.batch.plain import Sure, Whole, lengths, plain, unknown_facts
from justesse.batch.ranking import Letters, linked, ranked, twice
from justesse.batch.schema import IDENTIFIER, UNKNOWN_FACTS, lists_of
from justesse.compiled.columns import FIRST_LABEL, Plan
from justesse.compiled.native import UNKNOWN, Block, Native
from justesse.compiled.written import NA
from justesse.evaluation.assembly import in_rank_order, record_of
from justesse.evaluation.case import MAX_GROUPED, MAX_RECORDS
from justesse.program.declarations import Attribute, Record
from justesse.program.types import Choice, Label, ListOf, Number, RecordOf, YesNo
from justesse.values.numbers import read_decimal


@dataclass(slots=True)
class Side:
    """The records of one kind, those of a dossier side by side; `owner` is the dossier of each."""

    record: Record
    owner: Whole
    facts: dict[str, Whole] = field(default_factory=dict)


@dataclass(slots=True)
class Taken:
    """A block of the dossiers that are plain, and which these are."""

    block: Block
    kept: Whole
    """Rows of the table, one for each dossier of the block."""
    labels: list[str]


class Intake:
    """Reads tables of a program."""

    def __init__(self, native: Native, plan: Plan) -> None:
        self.native, self.plan, self.declared = native, plan, plan.program.declarations
        facts = self.declared.records[self.declared.root].facts
        lists = {name: facts[name] for name, _ in lists_of(self.declared)}
        self.lists = {name: record_of(fact) for name, fact in in_rank_order(self.declared, lists)}
        """List → kind of record, those that others point to first."""
        self.united = {one.members for one in self.declared.records.values() if one.members}

    def take(self, table: pa.RecordBatch) -> Taken:
        """The columns of a table that is laid out as `schema.input_schema`."""
        return _Taking(self, table).taken()


class _Taking:
    def __init__(self, intake: Intake, table: pa.RecordBatch) -> None:
        self.intake, self.table, self.declared = intake, table, intake.declared
        self.doubtful: Sure = np.zeros(table.num_rows, dtype=bool)
        self.doubtful |= table.column(IDENTIFIER).cast(pa.string()).is_null().to_numpy(zero_copy_only=False)
        self.records: Whole = np.zeros(table.num_rows, dtype=np.int64)
        self.labels: dict[str, int] = {}
        self.sides: dict[str, Side] = {}

    def taken(self) -> Taken:
        root = self.declared.records[self.declared.root]
        columns = {name: self.table.column(name) for name in self.table.schema.names}
        self.sides[root.name] = self._side(root, columns, np.arange(self.table.num_rows))
        for name, kind in self.intake.lists.items():
            self.sides[kind] = self._list(name, self.declared.records[kind], columns.get(name))
        self.letters = Letters(self.intake.plan.names.choices, self.labels)
        for name, kind in self.intake.lists.items():
            self._in_order(name, kind)
        self._link(self.sides[root.name])
        return self._kept()

    # --- records -------------------------------------------------------------------------------------

    def _list(self, name: str, record: Record, column: pa.Array | None) -> Side:
        """The records of one list of every dossier."""
        if column is None:
            return self._side(record, {}, np.zeros(0, dtype=np.int64))
        counts = lengths(column)
        united = any(f" {name} " in f" {one} " for one in self.intake.united)
        self.records += counts
        self.doubtful |= (self.records > MAX_RECORDS) | (united & (counts > MAX_GROUPED))
        items = column.flatten()
        owner = np.repeat(np.arange(len(counts)), counts)
        if items.null_count:
            self._doubt(owner, ~items.is_valid().to_numpy(zero_copy_only=False))
        fields = dict(zip((one.name for one in items.type), items.flatten(), strict=True))
        return self._side(record, fields, owner)

    def _side(self, record: Record, columns: dict[str, pa.Array], owner: Whole) -> Side:
        """Every fact of the records, missing ones as the vocabulary says."""
        side = Side(record, owner)
        unknown = unknown_facts(columns.get(UNKNOWN_FACTS))
        for name, fact in record.facts.items():
            if not isinstance(fact.type, ListOf):
                side.facts[name] = self._fact(side, fact, columns.get(name), unknown.pop(name, None))
            if isinstance(fact.type, Label):
                self.doubtful[twice([owner, side.facts[name]])] = True
        for places in unknown.values():  # a name that is no fact of the record
            self.doubtful[owner[places]] = True
        self._period(side)
        return side

    def _fact(self, side: Side, fact: Attribute, column: pa.Array | None, unknown: list[int] | None) -> Whole:
        size = len(side.owner)
        if column is None:
            found, known = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=bool)
        else:
            found, known, sure = self._read(fact, column)
            self._doubt(side.owner, known & ~sure)
        self._bounded(side, fact, found, known)
        missing = self._missing(side.record, fact)
        if missing is None:
            self._doubt(side.owner, ~known)
        found = np.where(known, found, NA if missing is None else missing)
        if unknown:
            if not fact.declared.may_be_unknown or known[unknown].any():
                self.doubtful[side.owner[unknown]] = True
            found[unknown] = self._unknown(side.record, fact)
        return found

    def _read(self, fact: Attribute, column: pa.Array) -> tuple[Whole, Sure, Sure]:
        """The values of a column: choices are those of the vocabulary, names whatever comes."""
        if isinstance(fact.type, Choice):
            return plain(fact.type, column, {one: self._choice(one) for one in fact.type.options}, None)
        return plain(fact.type, column, self.intake.plan.names.choices, self.labels)

    def _choice(self, word: str) -> int:
        """The number of a choice: the program's, or that of a name when no rule speaks of it."""
        known = self.intake.plan.names.choices.get(word)
        return known if known is not None else self.labels.setdefault(word, FIRST_LABEL + len(self.labels))

    def _bounded(self, side: Side, fact: Attribute, found: Whole, known: Sure) -> None:
        low, high = fact.declared.at_least, fact.declared.at_most
        if isinstance(fact.type, Number) and low is not None:
            self._doubt(side.owner, known & (found < int(low * 100)))
        if isinstance(fact.type, Number) and high is not None:
            self._doubt(side.owner, known & (found > int(high * 100)))

    def _missing(self, record: Record, fact: Attribute) -> int | None:
        """The number of a fact that nothing says; None when it must be said."""
        told = fact.declared
        if told.default is not None:
            return self._default(fact, told.default)
        if told.optional:
            return NA
        return self._unknown(record, fact) if told.may_be_unknown else None

    def _unknown(self, record: Record, fact: Attribute) -> int:
        return NA if (record.name, fact.name) in self.intake.plan.by_default else UNKNOWN

    def _default(self, fact: Attribute, text: str) -> int | None:
        match fact.type:
            case YesNo():
                return int(text == "oui")
            case Number():
                number = read_decimal(text)
                return None if number is None else int(number * 100)
            case _:
                return self._choice(text)

    def _period(self, side: Side) -> None:
        """A period that ends before it begins."""
        keys = [self.declared.attributes[one] for one in (side.record.first, side.record.last) if one]
        if len(keys) == 2 and all(one.is_fact for one in keys):
            first, last = (side.facts[one.name] for one in keys)
            self._doubt(side.owner, (first > UNKNOWN) & (last > UNKNOWN) & (last < first))

    def _doubt(self, owner: Whole, where: Sure) -> None:
        self.doubtful[owner[where]] = True

    # --- order, links --------------------------------------------------------------------------------

    def _in_order(self, listed: str, kind: str) -> None:
        """Links as places, then the records ranked as evaluation ranks them."""
        side = self.sides[kind]
        self._link(side)
        order = self.intake.plan.orders.get(kind)
        if order is not None:
            self._doubt(side.owner, side.facts[order] <= UNKNOWN)
        by = self.declared.attributes[f"{listed} ({self.declared.root})"].declared.order
        place, doubled = ranked(self.declared, side.record, by, side.owner, side.facts, self.letters)
        self.doubtful[doubled] = True
        if place is not None:
            side.facts = {name: values[place] for name, values in side.facts.items()}

    def _link(self, side: Side) -> None:
        for name, fact in side.record.facts.items():
            if isinstance(fact.type, RecordOf):
                side.facts[name] = self._places(side.owner, side.facts[name], fact.type.record)

    def _places(self, owner: Whole, found: Whole, target: str) -> Whole:
        """Names of records as their places in the list of the same dossier."""
        there = self.sides[target]
        label = next(name for name, fact in there.record.facts.items() if isinstance(fact.type, Label))
        places, nowhere = linked(owner, found, there.owner, there.facts[label])
        self._doubt(owner, nowhere)
        return places

    # --- what is kept --------------------------------------------------------------------------------

    def _kept(self) -> Taken:
        kept = np.flatnonzero(~self.doubtful)
        block = Block(len(kept), {}, {})
        for kind, side in self.sides.items():
            stays = ~self.doubtful[side.owner]
            counts = np.bincount(side.owner[stays], minlength=len(self.doubtful))[kept]
            block.offsets[kind] = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(counts, dtype=np.int64)))
            for name, values in side.facts.items():
                block.columns[(kind, name)] = np.ascontiguousarray(values[stays])
        return Taken(block, kept, list(self.labels))
