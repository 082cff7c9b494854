"""The words of a decision record, owned by the rules folder: a mention and four items. None of them is in the engine."""

from dataclasses import dataclass

from justesse.diagnostics.diagnostic import Diagnostic
from justesse.program.schema_check import as_plain, check_schema
from justesse.text.positioned_yaml import Node


@dataclass(frozen=True, slots=True)
class RecordTemplate:
    """`fields` maps « acte », « état », « mention » and the four items to their words, as the file gives them."""

    fields: dict[str, str | dict[str, str]]

    def item(self, name: str) -> dict[str, str]:
        """The words of an item, by its key."""
        found = self.fields[name]
        assert isinstance(found, dict)
        return dict(found)


def read_template(tree: Node) -> tuple[RecordTemplate | None, list[Diagnostic]]:
    """The template of a file whose first key is « acte »."""
    problems = check_schema(tree, "modele_acte")
    return (None, problems) if problems else (RecordTemplate(as_plain(tree)), [])
