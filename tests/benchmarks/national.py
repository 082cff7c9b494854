"""A tenth of a national year, Parquet to Parquet: `python -m tests.benchmarks.national [dossiers]`. Not a test.

A fictional population is drawn, then decided by `justesse lot` on two processes, half of it first, so that the slope shows.
A year is as many dossiers as hold both all its stops and all its pays: a dossier has several of each.
Wall clock from the start of the command to the last byte; memory: the largest process times how many there are, at most.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import pyarrow.parquet as pq

NATIONAL_STOPS, NATIONAL_PAYS = 9_000_000, 70_000_000
PROCESSES = 2


def run(*arguments: str) -> float:
    """Seconds that a command takes."""
    started = perf_counter()
    subprocess.run([sys.executable, "-m", "justesse", *arguments], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - started


def held(place: Path, name: str) -> int:
    """How many records a list holds in all the dossiers of a table."""
    file = pq.ParquetFile(place)
    return sum(len(batch.column(0).flatten()) for batch in file.iter_batches(columns=[name]))


def main(count: int) -> None:
    """The table, and what a whole year would take."""
    seconds = []
    with tempfile.TemporaryDirectory() as folder:
        for size in (count // 2, count):
            source, target = Path(folder) / f"{size}.parquet", Path(folder) / f"{size}-out.parquet"
            drawn = run("population", str(size), str(source))
            seconds.append(run("lot", str(source), str(target), "--coeurs", str(PROCESSES)))
            routes = pq.read_table(target, columns=["voie"]).column(0).value_counts().to_pylist()
            told = ", ".join(f"{one['values']} {one['counts']:,}" for one in routes)
            stops, pays = held(source, "arrêts"), held(source, "paies")
            what = f"{size:>9,} dossiers, {stops:>9,} stops, {pays:>10,} pays"
            print(f"{what}: drawn in {drawn:.1f} s, decided in {seconds[-1]:.1f} s; {told}")
    slope = (seconds[1] - seconds[0]) / (count - count // 2)
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    needed = round(count * max(NATIONAL_STOPS / stops, NATIONAL_PAYS / pays))
    year = seconds[0] + slope * (needed - count // 2)
    print(f"{1e6 * slope:.1f} µs a dossier more; {needed:,} dossiers hold {NATIONAL_STOPS:,} stops and {NATIONAL_PAYS:,} pays,")
    print(f"or more: {year / 60:.1f} min (goal 10)")
    together = (PROCESSES + 1) * largest / 1024
    print(f"largest process {largest:,.0f} MiB; {PROCESSES + 1} of them: {together:.1f} GiB at most (goal 4)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100_000)
