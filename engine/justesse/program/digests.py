"""SHA-256 of what a decision rests on: the engine's own files, those of a rules folder, a case. Of bytes, not of meanings."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from justesse.shipped import folder
from justesse.text.digest import sha256_of

_PACKAGE = Path(__file__).parent.parent
_DATA = ("grammar", "rules")
"""Inside the package once installed: data, not engine."""


@dataclass(frozen=True, slots=True)
class Digests:
    """The digest of the engine; those of the sentences and of the dated values, file by file."""

    engine: str
    sentences: dict[str, str]
    values: dict[str, str]

    @property
    def rules(self) -> str:
        """Of the whole rules folder."""
        return of_files({**self.sentences, **self.values})


def digests(rules: Path) -> Digests:
    """Everything but the case; raises OSError when a file cannot be read."""
    return Digests(of_files(_engine()), _digested(rules, rules.rglob("*.regle")), _digested(rules, rules.rglob("*.yaml")))


def of_bytes(content: bytes) -> str:
    """Of one file."""
    return sha256_of(content)


def of_files(files: dict[str, str]) -> str:
    """Of several, by their names and digests, in the order of the names."""
    return sha256_of(*(f"{name}\0{one}\n" for name, one in sorted(files.items())))


def _engine() -> dict[str, str]:
    """The modules and the grammar, named alike in a checkout and in an installed package."""
    modules = (path for path in _PACKAGE.rglob("*.py") if path.relative_to(_PACKAGE).parts[0] not in _DATA)
    grammar = folder("grammar")
    return {
        **_digested(_PACKAGE, modules, "justesse/"),
        **_digested(grammar, [*grammar.rglob("*.lark"), *grammar.rglob("*.json")], "grammar/"),
    }


def _digested(base: Path, paths: Iterable[Path], prefix: str = "") -> dict[str, str]:
    """Files by their place under a folder, in the order of their names."""
    return {prefix + path.relative_to(base).as_posix(): of_bytes(path.read_bytes()) for path in sorted(paths)}
