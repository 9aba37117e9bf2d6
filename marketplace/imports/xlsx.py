"""Reading XLSX, one sheet of it; formulas count for the outcome that was stored.

openpyxl reads all but the sheet itself: which sheets there are, what is a date, and texts that are kept once.
"""

import warnings
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO
from zipfile import ZipFile

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

from marketplace.imports.archive import DAMAGED, open_archive
from marketplace.imports.model import Fault, Source, Unreadable
from marketplace.imports.sheet import Book, Found, decoded, read_rows
from marketplace.tables.choices import listed, plain
from marketplace.tables.column import Cell, Unfit
from marketplace.tables.table import OTHER_SHEETS, Table


def open_xlsx(table: Table[Any], file: BinaryIO) -> Source:
    """The rows of the sheet that has the table; raises Unreadable."""
    archive = open_archive(file)
    file.seek(0)
    try:
        with warnings.catch_warnings(action="ignore"):
            workbook = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except Exception:  # noqa: BLE001 (a damaged file makes openpyxl fail in any way)
        raise Unreadable(DAMAGED) from None
    if workbook.epoch == CALENDAR_MAC_1904:
        raise Unreadable(
            "Dit bestand telt datums vanaf 1904 (een oude Mac-instelling). Sla het op als CSV UTF-8."
        )
    name, notes = _choose(table, workbook)
    faults: list[Fault] = []
    return Source(_rows(archive, workbook, name, notes, faults), notes, faults)


def _choose(table: Table[Any], workbook: Workbook) -> tuple[str, list[str]]:
    """The sheet with the table: the one of its name, else the only one; and what was not read."""
    sheets = [sheet for sheet in workbook.worksheets if plain(sheet.title) not in OTHER_SHEETS]
    visible = [sheet.title for sheet in sheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in sheets if sheet.sheet_state != "visible"]
    named = [title for title in visible if plain(title) == plain(table.title)] or visible
    if not named:
        raise Unreadable(
            "Dit bestand heeft geen werkblad dat te zien is. Maak het blad met de tabel zichtbaar."
        )
    if len(named) > 1:
        raise Unreadable(
            f"Dit bestand heeft meer werkbladen: {listed(named)}. Noem het blad met de tabel ‘{table.title}’."
        )
    others = [title for title in visible if title not in named]
    notes = [f"Alleen het werkblad ‘{named[0]}’ is gelezen, niet: {listed(others)}."] if others else []
    if hidden:
        notes.append(f"Verborgen werkbladen zijn niet gelezen: {listed(hidden)}.")
    return named[0], notes


def _merged(ref: str) -> Fault:
    """Merged cells, at the first of them."""
    try:
        column, row, _, _ = range_boundaries(ref)
    except ValueError:
        raise Unreadable(DAMAGED) from None
    return Fault(f"Deze cellen zijn samengevoegd ({ref}). Splits ze en vul elke cel in.", row, column)


def _rows(
    archive: ZipFile, workbook: Workbook, name: str, notes: list[str], faults: list[Fault]
) -> Iterator[tuple[int, Sequence[Cell | Unfit]]]:
    """The rows with their numbers; what else stands in the sheet is added to the notes and faults."""
    sheet, found = workbook[name], Found()
    texts = [decoded(text) for text in sheet._shared_strings]  # noqa: SLF001 (openpyxl tells these nowhere else)
    book = Book(texts, workbook._date_formats, workbook._timedelta_formats)  # noqa: SLF001 (idem)
    with archive.open(sheet._worksheet_path) as part:  # noqa: SLF001 (idem)
        yield from read_rows(part, book, found)
    if found.hidden_rows:
        notes.append(f"Er zijn verborgen rijen ({found.hidden_rows}). Die zijn ook gelezen.")
    faults += [_merged(ref) for ref in found.merged]
