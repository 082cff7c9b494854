"""Sound inputs, before harm is done to them: what the project ships, by what reads it."""

from functools import cache
from pathlib import Path

from justesse.casebook.cases import read_case_file
from justesse.text.positioned_yaml import Mapping, Node, Scalar, Sequence

ROOT = Path(__file__).parents[2]
RULES = ROOT / "rules"


@cache
def case_files() -> tuple[str, ...]:
    """Cases as a person writes them: those of the documentation, the benchmarks, and one of each file of the casebook."""
    alone = [*sorted((ROOT / "docs" / "exemples").glob("*.yaml")), *sorted((ROOT / "tests" / "benchmarks").glob("*.yaml"))]
    listed = (read_case_file(path, path.name)[0] for path in casebook_files())
    return (*(one.read_text(encoding="utf-8") for one in alone), *(_written(some[0].dossier) + "\n" for some in listed if some))


@cache
def casebook_files() -> tuple[Path, ...]:
    """The shortest files of each theme of the casebook: one second is asked of an input, not of fifty cases."""
    themes = sorted(path for path in (ROOT / "casebook").iterdir() if path.is_dir())
    return tuple(one for theme in themes for one in sorted(theme.glob("*.yaml"), key=lambda path: path.stat().st_size)[:3])


@cache
def files(folder: Path, suffix: str) -> tuple[Path, ...]:
    """The files of a folder of rules, relative to it: sentences and vocabulary (`.regle`), or fields (`.yaml`)."""
    return tuple(sorted(path.relative_to(folder) for path in folder.rglob(f"*{suffix}")))


def _written(node: Node, indent: int = 0) -> str:
    blank = " " * indent
    match node:
        case Scalar(text, _, quoted):
            return f'"{text}"' if quoted else text
        case Mapping(entries):
            return "\n".join(f"{blank}{one.key.text}:{_below(one.value, indent)}" for one in entries)
        case Sequence(items):
            return "\n".join(f"{blank}- {_written(one, indent + 2).lstrip()}" for one in items)


def _below(node: Node, indent: int) -> str:
    return f" {_written(node)}" if isinstance(node, Scalar) else "\n" + _written(node, indent + 2)
