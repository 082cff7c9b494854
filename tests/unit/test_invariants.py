"""What the engine must never contain: the architecture, stated as absences.

Each test reads the sources and never imports the engine. ARCHITECTURE.md gives the reasons.
"""

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "engine" / "justesse"
MODULES = sorted(PACKAGE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}

# Each part may import itself and the parts to its left.
ORDER = [
    "text", "values", "diagnostics", "syntax", "program", "evaluation", "compiled", "explanation", "pages", "batch", "population",
    "reform", "casebook", "coverage", "mutation", "shadow", "cli",
]  # fmt: skip
FORBIDDEN_PAIRS = {("evaluation", "syntax"), ("values", "text")}

LEGAL_WORD = re.compile(r"(?<![^\W_])(indemnit|carence|arret|smic|plafond|salaire)")
OUTSIDE_CALLS = re.compile(
    r"(^|\.)(print|input|datetime\.(now|utcnow|today)|date\.today|time\.(time|localtime|strftime|monotonic)"
    r"|sys\.(stdout|stderr)\.write)$"
)
OUTSIDE_MODULES = {"locale", "socket", "http", "urllib", "requests", "ssl"}


def part(path: Path) -> str:
    """The part of the engine that a module belongs to; `shipped`, `__init__` and `__main__` are their own."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def below_the_command_line() -> list[Path]:
    return [path for path in MODULES if part(path) not in {"cli", "__main__"}]


def place(path: Path, line: int, what: str) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{line}: {what}"


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Every module that a module imports, wherever the import stands, as (line, absolute dotted name)."""
    package = ["justesse", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            names = [f"{module}.{alias.name}" for alias in node.names] if module == "justesse" else [module]
            yield from ((node.lineno, name) for name in names)


def imported_parts(path: Path) -> Iterator[tuple[int, str]]:
    """The parts of the engine that a module imports (`justesse.__version__` is a name, not a part)."""
    for line, name in imported(path):
        if name.startswith("justesse.") and not name.startswith("justesse.__"):
            yield line, name.split(".")[1]


def plain(text: str) -> str:
    """Without capitals or accents, the words of a camel-case name apart: `JourArrêt` is `jour arret`."""
    apart = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", text)
    letters = unicodedata.normalize("NFD", apart)
    return "".join(c for c in letters if not unicodedata.combining(c)).lower()


def calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Call):
            yield node.lineno, ast.unparse(node.func)


def may_import(importer: str, target: str) -> bool:
    if importer == target or importer == "__main__":
        return True
    if importer in {"shipped", "__init__"} or (importer, target) in FORBIDDEN_PAIRS:
        return False
    if target == "shipped":
        return importer != "values"
    return target in ORDER[: ORDER.index(importer)]


def test_there_is_an_engine_to_look_at() -> None:
    parts = {part(path) for path in MODULES}
    assert parts >= {"cli", "evaluation", "program", "syntax", "values"}
    assert parts - {*ORDER, "shipped", "__init__", "__main__"} == set(), "a part without a place in ORDER"


def test_the_engine_and_the_grammar_hold_no_legal_word() -> None:
    assert [
        place(path, number, line.strip())
        for path in [*MODULES, *sorted((ROOT / "grammar").rglob("*.lark"))]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LEGAL_WORD.search(plain(line))
    ] == []


def test_imports_run_one_way() -> None:
    assert [
        place(path, line, f"{part(path)} imports {target}")
        for path in MODULES
        for line, target in imported_parts(path)
        if not may_import(part(path), target)
    ] == []


def test_nothing_below_the_command_line_prints_or_reads_the_clock() -> None:
    assert [
        place(path, line, f"{name}()")
        for path in below_the_command_line()
        for line, name in calls(path)
        if OUTSIDE_CALLS.search(name)
    ] == []


def test_nothing_below_the_command_line_knows_the_locale_or_the_network() -> None:
    assert [
        place(path, line, f"import {name}")
        for path in below_the_command_line()
        for line, name in imported(path)
        if name.split(".")[0] in OUTSIDE_MODULES
    ] == []


def test_no_number_is_a_float() -> None:
    made = [place(path, line, "float()") for path in MODULES for line, name in calls(path) if name == "float"]
    written = [
        place(path, node.lineno, repr(node.value))
        for path in MODULES
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert made + written == []


def test_no_module_is_over_400_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert [place(path, lines, "lines") for path, lines in lengths.items() if lines > 400] == []


def test_no_file_has_a_name_that_says_nothing() -> None:
    vague = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc)($|_)")
    everything = [*PACKAGE.rglob("*"), *(ROOT / "tests").rglob("*.py")]
    assert [str(path.relative_to(ROOT)) for path in everything if vague.search(path.stem)] == []


def test_every_module_opens_with_a_docstring() -> None:
    assert [place(path, 1, "no docstring") for path in MODULES if not ast.get_docstring(TREES[path])] == []
