"""Cells as text, and a row from such texts: how what was there before is kept."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from marketplace.tables.column import Column
from marketplace.tables.table import Table


def text_of_cell(column: Column, value: object) -> str | None:
    """A value as its column writes it, so that the column can read it again."""
    match column.write(value):
        case None:
            return None
        case date() as day:
            return day.isoformat()
        case Decimal() as number:
            return f"{number:f}"
        case cell:
            return str(cell)


def texts_of_row(table: Table[Any], row: object) -> dict[str, str]:
    """The cells of a row that are not empty, by field."""
    texts = {column.name: text_of_cell(column, getattr(row, column.name)) for column in table.columns}
    return {name: text for name, text in texts.items() if text is not None}


def row_of_texts(table: Table[Any], texts: Mapping[str, str]) -> Any:  # noqa: ANN401 (rows of every noun)
    """The row again; raises Unfit when a column no longer takes what it held."""
    return table.make({column.name: column.read(texts.get(column.name)) for column in table.columns})
