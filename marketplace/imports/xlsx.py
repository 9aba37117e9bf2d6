"""Reading XLSX with openpyxl as a stream, one sheet of it; formulas count for the outcome that was stored."""

import re
import warnings
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

from marketplace.imports.archive import DAMAGED, open_archive
from marketplace.imports.model import Fault, Source, Unreadable
from marketplace.imports.scan import LAST_ROW, Scan, scan
from marketplace.tables.choices import listed, plain
from marketplace.tables.column import Cell, Unfit
from marketplace.tables.table import OTHER_SHEETS, Table

NO_OUTCOME = Unfit(
    "Hier staat een formule zonder uitkomst. Vul de waarde zelf in, of sla het bestand op in Excel."
)
ESCAPED = re.compile(r"_x(00[01][0-9A-F]|005F)_", re.IGNORECASE)  # how XLSX keeps control characters


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
    sheet = workbook[name]
    with archive.open(sheet._worksheet_path) as part:  # noqa: SLF001 (openpyxl tells it nowhere else)
        found = scan(part)
    if found.hidden_rows:
        notes.append(f"Er zijn verborgen rijen ({found.hidden_rows}). Die zijn ook gelezen.")
    sheet.reset_dimensions()  # what a file says of its own size may be wrong
    rows = sheet.iter_rows(max_col=max(found.width, 1), max_row=LAST_ROW, values_only=True)
    return Source(_rows(rows, found), notes, [_merged(ref) for ref in found.merged])


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


def _rows(rows: Iterator[Sequence[Cell]], found: Scan) -> Iterator[tuple[int, Sequence[Cell | Unfit]]]:
    """The rows with their numbers."""
    without_outcome: dict[int, list[int]] = {}
    for row, column in found.without_outcome:
        without_outcome.setdefault(row, []).append(column)
    for number, cells in enumerate(_guarded(rows), start=1):
        read: list[Cell | Unfit] = [_decoded(cell) if isinstance(cell, str) else cell for cell in cells]
        for column in without_outcome.get(number, ()):
            read += [None] * (column - len(read))
            read[column - 1] = NO_OUTCOME
        yield number, read


def _guarded(rows: Iterator[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """The rows, for as far as they can be read."""
    number = 0
    try:
        with warnings.catch_warnings(action="ignore"):
            for number, cells in enumerate(rows, start=1):  # noqa: B007 (told in the refusal)
                yield cells
    except Exception:  # noqa: BLE001 (a damaged file makes openpyxl fail in any way)
        raise Unreadable(DAMAGED, number + 1) from None


def _decoded(text: str) -> str:
    """Text with its control characters as they were."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
