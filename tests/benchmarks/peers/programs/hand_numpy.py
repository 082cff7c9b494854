"""The fifteen rules as NumPy written by hand: 64-bit integers of cents, block after block small enough for the cache.

Dates are looked up in a table by day, made once: the minimum wage of the month before, and the coefficient.
"""

from datetime import date

import numpy as np
from tests.benchmarks.peers.exchange import BATCH, Cases, Measure, serve

BLOCK = 4_096
FIRST, LAST = date(2015, 1, 1).toordinal(), date(2030, 12, 31).toordinal()
REFORM = date(2025, 4, 1).toordinal()


def tables(cases: Cases) -> tuple[np.ndarray, np.ndarray]:
    """Of each day: the hourly minimum wage of the month before, and the monthly cap over 120."""
    days = range(FIRST, LAST + 1)
    eves = [day - date.fromordinal(day).day for day in days]
    hourly = np.array(cases.wages)[np.searchsorted(cases.starts, eves, side="right") - 1]
    return hourly, np.where(np.array(days) >= REFORM, 14, 18) * hourly * 35 * 52


def decide(columns: list[np.ndarray], hourly_of: np.ndarray, cap_of: np.ndarray) -> np.ndarray:
    """The seven lines of every case."""
    count = len(columns[0])
    out = np.empty((7, count), np.int64)
    for first in range(0, count, BLOCK):
        block = [column[first : first + BLOCK] for column in columns]
        decide_block(block, hourly_of, cap_of, out[:, first : first + BLOCK])
    return out


def decide_block(block: list[np.ndarray], hourly_of: np.ndarray, cap_of: np.ndarray, out: np.ndarray) -> None:
    """The same of one block, written in place."""
    start, stopped, hours, pay1, pay2, pay3, six_months, long_illness, resumed, served = block
    right, days, daily, gross, csg, crds, net = out
    day = start - FIRST
    hourly, cap = hourly_of[day], cap_of[day]
    right[:] = (hours >= 15_000) | (six_months >= 1015 * hourly)
    base = np.minimum(120 * pay1, cap) + np.minimum(120 * pay2, cap) + np.minimum(120 * pay3, cap)
    daily[:] = (4 * base + 120 * 365) // (120 * 365 * 2)
    opened = np.maximum(stopped - 300 * ((long_illness | resumed) == 0), 0)
    days[:] = np.minimum(opened, 36_000 - served) * right
    gross[:] = daily * days // 100
    csg[:] = (62 * gross + 500) // 1000
    crds[:] = (5 * gross + 500) // 1000
    np.subtract(gross, csg + crds, out=net)


def measures(cases: Cases) -> list[Measure]:
    """Whole columns only."""
    hourly_of, cap_of = tables(cases)
    return [
        Measure(BATCH, "NumPy à la main, entiers, par blocs", lambda a, b: [np.array(one) for one in cases.slices(a, b)],
                lambda columns: decide(columns, hourly_of, cap_of), lambda out: out.tolist()),
    ]  # fmt: skip


if __name__ == "__main__":
    serve(f"NumPy {np.__version__}", measures)
