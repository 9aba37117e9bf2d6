"""Writing CSV as Dutch spreadsheets open it: UTF-8 with its mark, semicolons, a comma before decimals.

Dates are written as 2026-11-23, which a spreadsheet of any language reads as the same day.
"""

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import BinaryIO, TypeVar

from marketplace.tables.column import Written
from marketplace.tables.guard import guarded
from marketplace.tables.table import Table

T = TypeVar("T")


@contextmanager
def csv_writer(table: Table[T], file: BinaryIO) -> Iterator[Callable[[T], None]]:
    """A function that writes a row; the file gets its header at once."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    lines = csv.writer(text, delimiter=";")
    lines.writerow(guarded(column.header) for column in table.columns)
    try:
        yield lambda row: lines.writerow(_text(cell) for cell in table.cells(row))
        text.flush()
    finally:
        text.detach()


def write_csv_template(table: Table[T], file: BinaryIO, codes: object = None) -> None:  # noqa: ARG001 (has no room for codes)
    """A file to fill in: the header."""
    with csv_writer(table, file):
        pass


def _text(cell: Written | None) -> str:
    """A cell as text; only text can be taken for a formula, never a number or a date."""
    match cell:
        case None:
            return ""
        case date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:f}".replace(".", ",")
        case int():
            return str(cell)
    return guarded(cell)
