"""The rows of a sheet in one pass over its XML, which openpyxl takes several times as long for.

It also finds what openpyxl does not tell while it streams: merged cells, formulas whose outcome was never
stored and hidden rows. A sheet that declares entities, whose rows run back or that is too wide is refused.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, cast
from xml.parsers import expat

from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import from_excel, from_ISO8601

from marketplace.imports.archive import DAMAGED
from marketplace.imports.limits import MIB, MOST_COLUMNS, MOST_FAULTS
from marketplace.imports.model import Unreadable
from marketplace.tables.column import Cell, Unfit

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
ROW, CELL, VALUE, TEXT, PHONETIC, FORMULA, MERGED = (
    SPACE + name for name in ("row", "c", "v", "t", "rPh", "f", "mergeCell")
)
ESCAPED = re.compile(r"_x(00[01][0-9A-F]|005F)_", re.IGNORECASE)  # how XLSX keeps control characters
DIGITS = "0123456789"
LAST_ROW = 1_048_576
CHUNK = MIB // 8
NO_OUTCOME = Unfit(
    "Hier staat een formule zonder uitkomst. Vul de waarde zelf in, of sla het bestand op in Excel."
)
SheetRow = tuple[int, list[Cell | Unfit]]
column_of = lru_cache(maxsize=1000)(column_index_from_string)


@dataclass(frozen=True, slots=True)
class Book:
    """What cells refer to: the texts that are kept once, the styles that make a number a date or a time."""

    texts: Sequence[str]
    dates: Container[int]
    durations: Container[int]

    def value(self, kind: str, style: int, text: str) -> Cell:
        """What the text of a cell stands for; raises for what no spreadsheet writes."""
        match kind:
            case "s":
                return self.texts[int(text)]
            case "n":
                number = float(text) if any(sign in text for sign in ".eE") else int(text)
                return _day(number, duration=style in self.durations) if style in self.dates else number
            case "b":
                return bool(int(text))
            case "d":
                return cast("Cell", from_ISO8601(text))
        return decoded(text)


def decoded(text: str) -> str:
    """Text with its control characters as they were."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


@lru_cache(maxsize=10_000)
def _day(number: float, *, duration: bool) -> Cell:
    """The date or time of a number; what no calendar has is a fault of Excel."""
    try:
        return cast("Cell", from_excel(number, timedelta=duration))
    except (OverflowError, ValueError):
        return "#VALUE!"


@dataclass(slots=True)
class Found:
    """What stands in a sheet beside its values; whole once its rows have been read."""

    merged: list[str] = field(default_factory=list)
    hidden_rows: int = 0


class _Parser:
    """The state of the pass: the row and the cell that are open, and the rows that are ready."""

    def __init__(self, book: Book, found: Found) -> None:
        self.book, self.found = book, found
        self.ready: list[SheetRow] = []
        self.cells: list[Cell | Unfit] = []
        self.row = self.column = self.width = 0
        self.cell: dict[str, str] = {}
        self.pieces: list[str] = []
        self.formula = self.stated = self.phonetic = False
        self.expat = expat.ParserCreate(namespace_separator=" ")
        self.expat.buffer_text = True
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self.expat.StartDoctypeDeclHandler = _refuse_declaration
        self.expat.EntityDeclHandler = _refuse_declaration

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == CELL:
            self.cell, self.pieces = attributes, []
            self.formula = self.stated = False
        elif tag in (VALUE, TEXT):
            if (tag == TEXT) is (self.cell.get("t") == "inlineStr") and not self.phonetic:
                self.expat.CharacterDataHandler = self.pieces.append
            self.stated = True
        elif tag == FORMULA:
            self.formula = True
        elif tag == ROW:
            self._begin_row(attributes)
        elif tag == PHONETIC:
            self.phonetic = True
        elif tag == MERGED and len(self.found.merged) < MOST_FAULTS:
            self.found.merged.append(attributes["ref"])

    def _end(self, tag: str) -> None:
        """An element ends."""
        if tag in (VALUE, TEXT):
            self.expat.CharacterDataHandler = None
        elif tag == CELL:
            self._end_cell()
        elif tag == PHONETIC:
            self.phonetic = False
        elif tag == ROW:
            if self.width > MOST_COLUMNS:
                raise Unreadable(
                    f"Dit werkblad heeft te veel kolommen: {self.width}. Er mogen er {MOST_COLUMNS} zijn."
                )
            self.ready.append((self.row, self.cells))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        """A row; it must come after the one before."""
        number = int(attributes.get("r", self.row + 1))
        if not self.row < number <= LAST_ROW:
            raise ValueError(number)
        self.row, self.column, self.width, self.cells = number, 0, 0, []
        self.found.hidden_rows += attributes.get("hidden") in ("1", "true")

    def _end_cell(self) -> None:
        """Put the value of a cell at its column; cells without one leave a gap."""
        place = self.cell.get("r")
        self.column = column_of(place.rstrip(DIGITS)) if place else self.column + 1
        value = self._value("".join(self.pieces))
        if value is None:
            return
        self.width = max(self.width, self.column)
        if self.column > MOST_COLUMNS:
            return
        self.cells += [None] * (self.column - len(self.cells))
        self.cells[self.column - 1] = value

    def _value(self, text: str) -> Cell | Unfit:
        """The value of the cell; an outcome that is an empty text is no value, but it was stated."""
        kind = self.cell.get("t", "n")
        if self.formula and not (self.stated and (kind == "str" or text.strip())):
            return NO_OUTCOME
        return self.book.value(kind, int(self.cell.get("s", 0)), text) if text else None


def _refuse_declaration(*_declared: object) -> None:
    """No workbook declares a document type or entities."""
    raise Unreadable(DAMAGED)


def read_rows(sheet: IO[bytes], book: Book, found: Found) -> Iterator[SheetRow]:
    """The rows with their numbers, while `found` is filled; raises Unreadable."""
    parser = _Parser(book, found)
    try:
        while chunk := sheet.read(CHUNK):
            parser.expat.Parse(chunk)
            yield from parser.ready
            parser.ready.clear()
        parser.expat.Parse(b"", True)  # noqa: FBT003 (that it has ended; expat takes no name)
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 (a damaged file makes what reads it fail in any way)
        raise Unreadable(DAMAGED) from None
    yield from parser.ready
