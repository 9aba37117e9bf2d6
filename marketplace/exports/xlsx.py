"""Writing XLSX row by row: what was written is on disk, so that memory does not grow with the rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import BinaryIO, TypeVar

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from marketplace.tables.column import Column, Kind, Written
from marketplace.tables.days import Day
from marketplace.tables.guard import STARTS
from marketplace.tables.numbers import Number, Whole
from marketplace.tables.table import Table

T = TypeVar("T")
NARROWEST, WIDEST = 12, 40
SLIM = 6  # in a grid
A4 = 9  # as Excel numbers paper
LINE = 15  # points


class TooMuch(ValueError):
    """More rows or longer text than a sheet holds; nothing is left out in silence."""


@contextmanager
def open_workbook(file: BinaryIO) -> Iterator[xlsxwriter.Workbook]:
    """A workbook that is written to the file at the end."""
    workbook = xlsxwriter.Workbook(file, {"constant_memory": True})
    try:
        yield workbook
    finally:
        workbook.close()


def add_table_sheet(workbook: xlsxwriter.Workbook, table: Table[T]) -> Worksheet:
    """The sheet of a table, with a header that stays in sight and the format of each column."""
    sheet = workbook.add_worksheet(table.title)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.columns):
        width = min(max(len(column.header) + 4, NARROWEST), WIDEST)
        sheet.set_column(place, place, width, workbook.add_format({"num_format": number_format(column.kind)}))
    head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, heading(column), head)
    return sheet


def heading(column: Column) -> str:
    """The header, with a star where a cell must be filled."""
    return f"{column.header} *" if column.required else column.header


def number_format(kind: Kind) -> str:
    """How a spreadsheet shows the cells; text stays text, so that a nought in front remains."""
    match kind:
        case Day():
            return "dd-mm-yyyy"
        case Whole():
            return "0"
        case Number():
            return f"0.{'0' * kind.decimals}"
    return "@"


@contextmanager
def xlsx_writer(table: Table[T], file: BinaryIO) -> Iterator[Callable[[T], None]]:
    """A function that writes a row."""
    with open_workbook(file) as workbook:
        sheet = add_table_sheet(workbook, table)
        formats = [
            workbook.add_format({"num_format": number_format(column.kind)}) for column in table.columns
        ]
        quoted = workbook.add_format({"num_format": "@", "quote_prefix": True})
        written = 0

        def write(row: T) -> None:
            """The next row."""
            nonlocal written
            written += 1
            for place, cell in enumerate(table.cells(row)):
                write_cell(sheet, written, place, cell, formats[place], quoted)

        yield write


def add_grid_sheet(
    workbook: xlsxwriter.Workbook,
    title: str,
    header: Sequence[str],
    rows: Iterable[Sequence[Written | None]],
    totals: Sequence[Sequence[Written | None]] = (),
) -> None:
    """A sheet to look at, whose columns follow from what is in it: the first row and column stay in sight.

    A column is as wide as its texts, a Decimal has two decimals, and `totals` stand in bold at the end.
    """
    sheet = workbook.add_worksheet(title)
    sheet.freeze_panes(1, 1)
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    body = [[*row] for row in rows]
    widths = [_width(texts) for texts in zip(header, *body, *totals, strict=True)]
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    head, right = (
        workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "align": align})
        for align in ("left", "right")
    )
    for place, text in enumerate(header):
        counts = any(not isinstance(row[place], str | None) for row in body)
        write_cell(sheet, 0, place, text, right if counts else head, head)
    plain, strong = _grid_formats(workbook), _grid_formats(workbook, bold=True, top=1)
    for number, row in enumerate([*body, *totals], start=1):
        _write_row(sheet, number, row, widths, plain if number <= len(body) else strong)


def _width(texts: Iterable[Written | None]) -> int:
    """How wide a column is with these in it."""
    longest = max(len(str(each)) for each in texts if each is not None)
    return min(max(longest + 2, SLIM), WIDEST)


def _grid_formats(workbook: xlsxwriter.Workbook, **look: int) -> Mapping[type, Format]:
    """How cells of a kind look in a row of a grid; a text like a formula (`bytes`) stays text."""
    plain = {"text_wrap": True, "valign": "top", **look}
    return {
        str: workbook.add_format(plain),
        bytes: workbook.add_format(plain | {"quote_prefix": True}),
        Decimal: workbook.add_format(plain | {"num_format": "#,##0.00"}),
        date: workbook.add_format(plain | {"num_format": "dd-mm-yyyy"}),
    }


def _write_row(
    sheet: Worksheet,
    number: int,
    row: Sequence[Written | None],
    widths: Sequence[int],
    formats: Mapping[type, Format],
) -> None:
    """A row of a grid, high enough for its longest text."""
    lines = max(len(str(cell or "")) // (width - 1) for cell, width in zip(row, widths, strict=True))
    sheet.set_row(number, LINE * (lines + 1))
    for place, cell in enumerate(row):
        form = formats.get(type(cell), formats[str])
        if cell is None:
            sheet.write_blank(number, place, None, form)
        write_cell(sheet, number, place, cell, form, formats[bytes])


def write_cell(
    sheet: Worksheet, row: int, place: int, cell: Written | None, form: Format, quoted: Format
) -> None:
    """A cell; text is never written as a formula, and stays text when somebody edits it."""
    match cell:
        case None:
            return
        case date():
            refused = sheet.write_datetime(row, place, cell, form)
        case int() | Decimal():
            refused = sheet.write_number(row, place, cell, form)
        case _:
            refused = sheet.write_string(row, place, cell, quoted if STARTS.match(cell) else form)
    if refused:
        raise TooMuch(f"row {row + 1}, column {place + 1}")
