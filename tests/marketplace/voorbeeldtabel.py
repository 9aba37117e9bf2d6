"""A table with a column of every kind, and files made of it, right and wrong."""

import io
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

import openpyxl
import xlsxwriter
from openpyxl.workbook import Workbook

from marketplace.exports.formats import FORMATS
from marketplace.imports.model import Reading
from marketplace.imports.reader import read_table
from marketplace.tables.choices import Choice, Codes, YesNo
from marketplace.tables.column import Column
from marketplace.tables.days import Day
from marketplace.tables.numbers import Number, Whole
from marketplace.tables.table import Table
from marketplace.tables.text import Text

CODES = frozenset({"VB-1", "VB-2", "VB-3"})
SOORTEN = {"bos": "Bos en tuin", "keuken": "Keuken"}
SHEET = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A row with one field of every kind."""

    naam: Annotated[str, Column("Naam", "Hoe de plek heet.", Text(80), "Magazijn")]
    postcode: Annotated[
        str | None,
        Column("Postcode", "Van de plek.", Text(4, r"[0-9]{4}", "vier cijfers, zoals 0512"), "0512"),
    ] = None
    plaatsen: Annotated[int, Column("Plaatsen", "Hoeveel mensen er kunnen leren.", Whole(1, 50), "3")]
    uren: Annotated[Decimal | None, Column("Uren", "Per week.", Number(1, most=Decimal(40)))] = None
    begint: Annotated[date | None, Column("Begint op", "Leeg: nu al.", Day(), "23-11-2026")] = None
    alleen: Annotated[bool | None, Column("Zelfstandig", "Kan iemand hier alleen werken?", YesNo())] = None
    soort: Annotated[str, Column("Soort werk", "Wat er gebeurt.", Choice(SOORTEN), "Keuken")]
    codes: Annotated[tuple[str, ...], Column("Werkprocessen", "Wat er te leren is.", Codes(CODES))] = ()


TABEL = Table.of(Rij, "Leerwerkplekken")
HEADER = tuple(column.header for column in TABEL.columns)
GOED = ("Magazijn", "0512", 3, 16.5, date(2026, 11, 23), "ja", "Keuken", "VB-1, VB-2")
RIJ = Rij(
    naam="Magazijn",
    postcode="0512",
    plaatsen=3,
    uren=Decimal("16.5"),
    begint=date(2026, 11, 23),
    alleen=True,
    soort="keuken",
    codes=("VB-1", "VB-2"),
)


def written(rows: Iterable[Rij], suffix: str) -> bytes:
    """The file of these rows."""
    file = io.BytesIO()
    with FORMATS[suffix].writer(TABEL, file) as write:
        for row in rows:
            write(row)
    return file.getvalue()


def workbook(*rows: Sequence[object], change: Callable[[Workbook], object] = lambda _: None) -> bytes:
    """A workbook as somebody else made it, with these rows under the header."""
    book = openpyxl.Workbook()
    for row in (HEADER, *rows):
        book.active.append(row)
    change(book)
    return saved(book)


def shared_workbook(*rows: Sequence[object]) -> bytes:
    """The same as Excel keeps it: every text once, in a part of its own."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"default_date_format": "dd-mm-yyyy"})
    sheet = book.add_worksheet()
    for number, row in enumerate((HEADER, *rows)):
        sheet.write_row(number, 0, row)
    book.close()
    return file.getvalue()


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def repacked(content: bytes, **parts: Callable[[bytes], bytes]) -> bytes:
    """The same archive with parts changed; `sheet` and so on name them by the end of their stem."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            stem = name.rpartition("/")[2].partition(".")[0].rstrip("0123456789").strip("[]")
            new.writestr(name, parts.get(stem, bytes)(old.read(name)))
    return file.getvalue()


def line(*cells: object) -> str:
    """A line of a CSV."""
    return ";".join(str(cell) for cell in cells)


def text(*lines: str, header: Sequence[str] = HEADER) -> str:
    """A CSV with the header above these lines."""
    return "\r\n".join((line(*header), *lines, ""))


def read(content: bytes | str, name: str = "plekken.xlsx") -> Reading[Rij]:
    """What comes out of a file; a text is a CSV."""
    if isinstance(content, str):
        return read_table(TABEL, content.encode(), "plekken.csv")
    return read_table(TABEL, content, name)


def said(content: bytes | str, name: str = "plekken.xlsx") -> list[str]:
    """The faults of a file as people read them."""
    return [str(fault) for fault in read(content, name).faults]
