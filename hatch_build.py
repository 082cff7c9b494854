"""Packaging: the parser tables are built once here, so that the first start on a machine does not build them."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ENGINE = Path(__file__).parent / "engine"


class TablesHook(BuildHookInterface[Any]):
    """Puts `syntax/*.tables.json` in the package: in the wheel, and in the checkout of an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, str(ENGINE))
        try:
            from justesse.syntax.tables import ship_tables
        finally:
            sys.path.remove(str(ENGINE))
        for path in ship_tables():
            build_data["artifacts"].append(path.relative_to(Path(self.root)).as_posix())
