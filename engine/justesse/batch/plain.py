"""One column of a table as whole numbers: amounts in hundredths, dates and months by number, words by the number given to them.

Says beside each value whether it is there and whether it is plain; what an absence means is `intake.py`.
"""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from justesse.compiled.columns import FIRST_DAY, FIRST_LABEL, LARGEST, LAST_DAY
from justesse.compiled.facts import FACT
from justesse.evaluation.case import WITHOUT_OBJECT
from justesse.program.case_schema import UNKNOWN_WORDS
from justesse.program.types import Date, Month, Number, Type, YesNo
from justesse.text.source import normalise

Whole = NDArray[np.int64]
Sure = NDArray[np.bool_]
_NOT_NAMES = (*UNKNOWN_WORDS, WITHOUT_OBJECT)
_FINEST = 20
"""More decimals than that leave nothing that 64 bits could hold."""
EPOCH = date(1970, 1, 1).toordinal()
EPOCH_MONTH = 12 * 1970


def accepts(kind: Type, found: pa.DataType) -> bool:
    """Whether a column of this type can hold the fact, without a guess."""
    if pa.types.is_null(found):
        return True
    match kind:
        case Date() | Month():
            return bool(pa.types.is_date32(found))
        case Number():
            return bool(
                (pa.types.is_decimal128(found) and found.scale >= 0) or (pa.types.is_integer(found) and found != pa.uint64())
            )
        case YesNo():
            return bool(pa.types.is_boolean(found))
        case _:
            words = found.value_type if pa.types.is_dictionary(found) else found
            return bool(pa.types.is_string(words) or pa.types.is_large_string(words))


def plain(kind: Type, column: pa.Array, codes: dict[str, int], labels: dict[str, int] | None) -> tuple[Whole, Sure, Sure]:
    """(values, whether it is there, whether it is plain); words not in `codes` get the next number of `labels`, if any."""
    known = column.is_valid().to_numpy(zero_copy_only=False)
    if pa.types.is_null(column.type):
        return np.zeros(len(column), dtype=np.int64), known, known
    match kind:
        case Date():
            days = _days(column) + EPOCH
            return days, known, (days >= FIRST_DAY) & (days <= LAST_DAY)
        case Month():
            return _months(_days(column), known)
        case Number():
            return _numbers(column, known)
        case YesNo():
            return column.fill_null(False).cast(pa.int8()).to_numpy().astype(np.int64), known, known
        case _:
            found = _words(column, codes, labels)
            return found, known, found >= 0


def _days(column: pa.Array) -> Whole:
    found: Whole = column.cast(pa.int32()).fill_null(0).to_numpy().astype(np.int64)
    return found


def _months(days: Whole, known: Sure) -> tuple[Whole, Sure, Sure]:
    """A month is the date of its first day."""
    dates = days.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    found = months.astype(np.int64) + EPOCH_MONTH
    inside = (days + EPOCH >= FIRST_DAY) & (days + EPOCH <= LAST_DAY - 31)
    return found, known, (months.astype("datetime64[D]") == dates) & inside


def _numbers(column: pa.Array, known: Sure) -> tuple[Whole, Sure, Sure]:
    """Hundredths; what has more decimals, or is larger than kernels hold, is not plain."""
    if pa.types.is_integer(column.type):
        found, sure, scale = column.cast(pa.int64()).fill_null(0).to_numpy(), known, 0
    else:
        (found, sure), scale = unscaled(column), column.type.scale
    if scale > _FINEST:
        return found, known, np.zeros(len(found), dtype=bool)
    if scale > 2:
        found, rest = np.divmod(found, 10 ** (scale - 2))
        return found, known, sure & (rest == 0) & (np.abs(found) <= LARGEST)
    more = FACT // 10**scale
    return found * more, known, sure & (np.abs(found) <= LARGEST // more)


def unscaled(column: pa.Array) -> tuple[Whole, Sure]:
    """Decimals as whole numbers of their last place, and whether 64 bits hold them. What stands at a null means nothing."""
    words = np.frombuffer(column.buffers()[1], dtype=np.int64).reshape(-1, 2)[column.offset : column.offset + len(column)]
    low = words[:, 0].copy()
    return low, words[:, 1] == low >> 63


def _words(column: pa.Array, codes: dict[str, int], labels: dict[str, int] | None) -> Whole:
    encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    words = encoded.dictionary.to_pylist()
    numbers = [codes.get(one, -1) if labels is None else _number(one, codes, labels) for one in words]
    places: Whole = encoded.indices.fill_null(0).to_numpy().astype(np.int64)
    return np.array([*numbers, -1], dtype=np.int64)[places] if len(places) else places


def _number(word: str | None, codes: dict[str, int], labels: dict[str, int]) -> int:
    """The number of a name; none for what a reader of cases would read otherwise than letter for letter."""
    if word is None or word in _NOT_NAMES or normalise(word).strip() != word:
        return -1
    known = codes.get(word)
    return known if known is not None else labels.setdefault(word, FIRST_LABEL + len(labels))


def lengths(column: pa.Array) -> Whole:
    """How many records each dossier has in a list; none where there is no list."""
    found: Whole = column.value_lengths().fill_null(0).to_numpy().astype(np.int64)
    return found


def unknown_facts(column: pa.Array | None) -> dict[str, list[int]]:
    """Name of a fact → places of the records that say they do not know it."""
    if column is None or pa.types.is_null(column.type) or column.null_count == len(column) or not len(column.flatten()):
        return {}
    found: dict[str, list[int]] = {}
    for place, name in _named(column):
        found.setdefault(name, []).append(place)
    return found


def _named(column: pa.Array) -> Iterator[tuple[int, str]]:
    places = np.repeat(np.arange(len(column)), lengths(column)).tolist()
    return zip(places, column.flatten().to_pylist(), strict=True)
