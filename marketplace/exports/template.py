"""A workbook to fill in: an empty table with drop-downs and checks, and a sheet that explains it."""

from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

import xlsxwriter
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from marketplace.exports.xlsx import add_table_sheet, heading, open_workbook
from marketplace.tables.choices import Choice, YesNo
from marketplace.tables.column import Column, Kind
from marketplace.tables.days import Day
from marketplace.tables.guard import STARTS
from marketplace.tables.numbers import Number, Whole
from marketplace.tables.table import Table

CHECKED_ROWS = 10_000  # that get drop-downs and checks; more can be filled in
EXPLANATION, CODES, CHOICES = "Uitleg", "Codes", "Keuzes"
HEADS = (("Kolom", 28), ("Verplicht", 11), ("Wat vult u in?", 52), ("Vorm", 52), ("Voorbeeld", 28))
CODE_HEADS = (("Kolom", 28), ("Code", 24), ("Wat het is", 80))
NO_CODES: Mapping[str, Sequence[tuple[str, str]]] = {}
HOW = (
    "Vul het eerste blad in, één rij voor elk. Laat de bovenste rij staan. Kolommen met een ster zijn"
    " verplicht. Gebruik geen samengevoegde cellen. Een lege cel betekent: niet bekend."
)


def write_xlsx_template(
    table: Table[Any], file: BinaryIO, codes: Mapping[str, Sequence[tuple[str, str]]] = NO_CODES
) -> None:
    """The workbook to fill in; `codes` are by header those that a column takes, with their words."""
    with open_workbook(file) as workbook:
        sheet = add_table_sheet(workbook, table)
        _explain(workbook, table)
        if codes:
            _write_codes(workbook, codes)
        lists = _write_choices(workbook, table)
        for place, column in enumerate(table.columns):
            rule = _rule(column, lists.get(column.name))
            if rule:
                sheet.data_validation(1, place, CHECKED_ROWS, place, rule)


def _explain(workbook: xlsxwriter.Workbook, table: Table[Any]) -> None:
    """The sheet that says of each column what it means and how it is filled in."""
    sheet: Worksheet = workbook.add_worksheet(EXPLANATION)
    head = workbook.add_format({"bold": True, "bottom": 1, "valign": "top"})
    body = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    quoted = workbook.add_format({"valign": "top", "num_format": "@", "quote_prefix": True})
    for place, (_, width) in enumerate(HEADS):
        sheet.set_column(place, place, width)
    sheet.merge_range(0, 0, 0, len(HEADS) - 1, HOW, body)
    sheet.set_row(0, 36)
    for place, (title, _) in enumerate(HEADS):
        sheet.write_string(2, place, title, head)
    sheet.freeze_panes(3, 0)
    for row, column in enumerate(table.columns, start=3):
        must = "ja" if column.required else "nee"
        texts = (heading(column), must, column.explanation, column.kind.explain(), column.example)
        for place, text in enumerate(texts):
            sheet.write_string(row, place, text, quoted if STARTS.match(text) else body)


def _write_codes(workbook: xlsxwriter.Workbook, codes: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    """The sheet in which people look up a code, to be narrowed to one column."""
    sheet: Worksheet = workbook.add_worksheet(CODES)
    head = workbook.add_format({"bold": True, "bottom": 1})
    for place, (title, width) in enumerate(CODE_HEADS):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, title, head)
    rows = [(column, *each) for column, options in codes.items() for each in options]
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(CODE_HEADS) - 1)


def _options(kind: Kind) -> list[str]:
    """What a drop-down offers."""
    match kind:
        case Choice():
            return list(kind.options.values())
        case YesNo():
            return ["ja", "nee"]
    return []


def _write_choices(workbook: xlsxwriter.Workbook, table: Table[Any]) -> Mapping[str, str]:
    """A hidden sheet with what drop-downs offer, as a rule itself holds 255 signs; where each list is."""
    offered = {column.name: options for column in table.columns if (options := _options(column.kind))}
    if not offered:
        return {}
    sheet = workbook.add_worksheet(CHOICES)
    sheet.hide()
    for row in range(max(map(len, offered.values()))):
        for place, options in enumerate(offered.values()):
            if row < len(options):
                sheet.write_string(row, place, options[row])
    return {
        name: f"={CHOICES}!{xl_range_abs(0, place, len(options) - 1, place)}"
        for place, (name, options) in enumerate(offered.items())
    }


def _rule(column: Column, source: str | None) -> dict[str, Any] | None:
    """What the spreadsheet itself refuses, in the words of the column."""
    said = {
        "error_title": "Dit past niet in de kolom",
        "error_message": column.kind.explain()[:255],
        "ignore_blank": not column.required,
    }
    if source:
        return said | {"validate": "list", "source": source}
    match column.kind:
        case Whole(least=least, most=most):
            limits: dict[str, Any] = {"validate": "integer", "minimum": least, "maximum": most}
        case Number(least=low, most=high):
            limits = {"validate": "decimal", "minimum": float(low), "maximum": float(high)}
        case Day(first=first, last=last):
            limits = {"validate": "date", "minimum": first, "maximum": last}
        case _:
            return None
    return said | limits | {"criteria": "between"}
