"""What each mistake in another system's tables, in verdicts or in criteria makes `justesse` say. For tests of several folders."""

import contextlib
import io
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from tests.shadow.loans import period, periods, reader, readers, rules

from justesse.cli.main import main

FAMILY = "pénalité : moins chez eux, jour « payant »"
VERDICT = "verdict: leur erreur\n    raison: ainsi\n    par: une juriste\n    le: 2025-02-03\n"


def told(folder: Path, other: Path, *more: str) -> set[str]:
    """The codes said of another system's decisions."""
    source = readers(folder, [reader("a", "1.01", (1, 6, "lecteur"))])
    said = io.StringIO()
    given = ["confronter", str(source), str(other), "--regles", str(rules(folder)), "--coeurs", "1", "--causes", "0", *more]
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        main(given)
    return set(re.findall(r"\b[LY]\d{4}\b", said.getvalue()))


def of_periods(folder: Path, change: Callable[[pa.Table], pa.Table]) -> set[str]:
    """The same of periods that are changed."""
    place = periods(folder, [period("a", 4, 6, "0.50", "lecteur")])
    pq.write_table(change(pq.read_table(place)), place)
    return told(folder, place)


def of_file(folder: Path, option: str, text: str) -> set[str]:
    """The same of a file of verdicts or of criteria."""
    place = folder / "fichier.yaml"
    place.write_text(text, encoding="utf-8")
    return told(folder, periods(folder, [period("a", 4, 6, "0.50", "lecteur")]), option, str(place))


def nothing_to_compare(folder: Path) -> set[str]:
    return of_periods(folder, lambda table: table.rename_columns(["dossier", "du", "au", "montant payé", "payeur"]))


def ends_before(folder: Path) -> set[str]:
    return of_periods(folder, lambda table: table.rename_columns(["dossier", "au", "du", "pénalité", "débiteur"]))


def without_end(folder: Path) -> set[str]:
    other = folder / "eux"
    other.mkdir()
    place = periods(other, [period("a", 4, 6, "0.50")], "jours.parquet")
    pq.write_table(pq.read_table(place).drop_columns(["au"]), place)
    return told(folder, other)


def too_fine(folder: Path) -> set[str]:
    fine = pa.array([Decimal("0.50000001")], pa.decimal128(18, 8))
    return of_periods(folder, lambda table: table.set_column(3, "pénalité", fine))


def twice(folder: Path) -> set[str]:
    return of_file(folder, "--verdicts", "verdicts:\n" + f'  - famille: "{FAMILY}"\n    {VERDICT}' * 2)


def of_nothing(folder: Path) -> set[str]:
    return of_file(folder, "--verdicts", f"verdicts:\n  - {VERDICT}")


def unanswered(folder: Path) -> set[str]:
    return of_file(folder, "--verdicts", f'verdicts:\n  - famille: "jamais vue"\n    {VERDICT}')


def criteria(folder: Path, limits: str) -> set[str]:
    text = f"fixés le: 2025-01-15\npar: le comité\ncritères:\n  - mesure: identiques\n{limits}"
    return of_file(folder, "--criteres", text)


def without_limit(folder: Path) -> set[str]:
    return criteria(folder, "")


def in_euros(folder: Path) -> set[str]:
    return criteria(folder, "    au moins: 100 €\n")


def unmeasured(folder: Path) -> set[str]:
    place = periods(folder, [period("a", 4, 6, "0.50", "lecteur")])
    return told(folder, place, "--montant", "amende")


def doubled(folder: Path) -> set[str]:
    return told(folder, periods(folder, [period("a", 4, 6, "0.50", "lecteur")] * 2))


SITUATIONS: dict[str, Callable[[Path], set[str]]] = {
    "L0124": nothing_to_compare,
    "L0125": ends_before,
    "L0126": without_end,
    "L0127": too_fine,
    "L0128": twice,
    "L0129": of_nothing,
    "L0130": unanswered,
    "L0131": without_limit,
    "L0132": in_euros,
    "L0133": unmeasured,
    "L0134": doubled,
}
