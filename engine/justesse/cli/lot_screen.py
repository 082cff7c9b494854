"""What a batch did, as a table; and the columns of its tables. Shows only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from justesse.cli.report import count
from justesse.cli.screen import output, plain_table
from justesse.pages.figures import number as figure
from justesse.pages.figures import percent

if TYPE_CHECKING:
    import pyarrow as pa

    from justesse.batch.work import Order, Tally


def show_tally(order: Order, tally: Tally, before: int) -> None:
    """How many dossiers each way, where the results are."""
    table = plain_table("dossiers", "nombre", "part", right=("nombre", "part"))
    for name, number in (*sorted(tally.results.items()), ("rejeté", tally.rejected)):
        table.add_row(name, figure(number), percent(number, tally.rows))
    routes = plain_table("décidés par", "nombre", "part", right=("nombre", "part"))
    for name, number in tally.routes.most_common():
        routes.add_row(name, figure(number), percent(number, tally.rows))
    with output() as console:
        console.print(table)
        console.print()
        console.print(routes)
        console.print()
        again = f", dont {figure(before)} faits auparavant" if before else ""
        console.print(f"{figure(tally.rows)} dossiers{again} : {order.target}")
        if tally.rejected:
            console.print(f"{count(tally.rejected, 'ligne')} sans décision, avec la raison : {order.rejects}")


def show_schema(title: str, schema: pa.Schema) -> None:
    """The columns of a table."""
    table = plain_table("colonne", "type", "contenu")
    for field in schema:
        held = getattr(field.type, "value_type", None)
        if held is None or not hasattr(held, "fields"):
            table.add_row(field.name, str(field.type), _content(field))
            continue
        table.add_row(field.name, "liste de fiches", "")
        for one in held.fields:
            table.add_row(f"  {one.name}", str(one.type), _content(one))
    with output() as console:
        console.print(title)
        console.print(table)
        console.print()


def show_flat(main: str, lists: dict[str, str]) -> None:
    """How the same columns are laid out in flat tables; `lists`: file → list."""
    table = plain_table("fichier", "une ligne par", "colonnes")
    table.add_row(f"{main}.parquet", "dossier", "toutes sauf les listes")
    for place, name in lists.items():
        table.add_row(place, "fiche", f"« dossier », puis celles de « {name} »")
    with output() as console:
        console.print("entrée à plat : un dossier de tables, toutes rangées par dossier ; une table absente, aucune fiche")
        console.print(table)
        console.print()


def _content(field: Any) -> str:
    told = {key.decode(): value.decode() for key, value in (field.metadata or {}).items()}
    return " ; ".join(one for one in (told.get("type", ""), told.get("description", "")) if one)
