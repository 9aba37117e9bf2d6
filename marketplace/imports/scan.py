"""A first pass over a sheet, for what openpyxl does not tell while it streams, and against what could harm.

It finds merged cells, formulas whose outcome was never stored, hidden rows and how wide the sheet is. A sheet
that declares entities, or whose rows run back, is refused.
"""

from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from openpyxl.utils import column_index_from_string
from openpyxl.utils.cell import coordinate_to_tuple

from marketplace.imports.archive import DAMAGED
from marketplace.imports.limits import MOST_COLUMNS, MOST_FAULTS
from marketplace.imports.model import Unreadable

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
ROW, CELL, VALUE, INLINE, FORMULA, MERGED = (
    SPACE + name for name in ("row", "c", "v", "is", "f", "mergeCell")
)
DIGITS = "0123456789"
LAST_ROW = 1_048_576


@dataclass(slots=True)
class Scan:
    """What was found; places are (row, column), from 1."""

    merged: list[str] = field(default_factory=list)
    without_outcome: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: int = 0
    width: int = 0


class _Scanner:
    """The state of the pass: the cell that is open, and what is known of it."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        self.found = Scan()
        self.letters: set[str] = set()
        self.row = self.position = self.widest_position = 0
        self.cell: dict[str, str] = {}
        self.formula = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if tag == CELL:
            if self.formula:
                self.parser.CharacterDataHandler = None
            self.cell, self.formula = attributes, False
            self.position += 1
        elif tag in (VALUE, INLINE):
            self._holds_value()
        elif tag == FORMULA:
            self.formula = True
            self._without_outcome(add=True)
        elif tag == ROW:
            self._begin_row(attributes)
        elif tag == MERGED:
            self.found.merged.append(attributes["ref"])

    def _begin_row(self, attributes: dict[str, str]) -> None:
        """A row; it must come after the one before."""
        number = int(attributes.get("r", self.row + 1))
        if not self.row < number <= LAST_ROW:
            raise ValueError(number)
        self.row, self.position = number, 0
        self.found.hidden_rows += attributes.get("hidden") in ("1", "true")

    def _holds_value(self) -> None:
        """The cell has a value: a column is as wide as its cells; a formula may yet have an empty outcome."""
        if "r" in self.cell:
            self.letters.add(self.cell["r"].rstrip(DIGITS))
        else:
            self.widest_position = max(self.widest_position, self.position)
        if self.formula:
            if self.cell.get("t") == "str":
                self._without_outcome(add=False)
            else:
                self.parser.CharacterDataHandler = self._outcome

    def _outcome(self, text: str) -> None:
        """The formula has an outcome, unless it is only the space between elements."""
        if text.strip():
            self._without_outcome(add=False)

    def _without_outcome(self, *, add: bool) -> None:
        """Count the cell among the formulas without an outcome, or no longer."""
        place = coordinate_to_tuple(self.cell["r"]) if "r" in self.cell else (self.row, self.position)
        if not add:
            self.found.without_outcome.discard(place)
        elif len(self.found.without_outcome) < MOST_FAULTS:
            self.found.without_outcome.add(place)

    def done(self) -> Scan:
        """The whole."""
        columns = [column_index_from_string(letters) for letters in self.letters]
        self.found.width = max([*columns, self.widest_position])
        return self.found


def _refuse_declaration(*_declared: object) -> None:
    """No workbook declares a document type or entities."""
    raise Unreadable(DAMAGED)


def scan(sheet: IO[bytes]) -> Scan:
    """What stands in the XML of a sheet; raises Unreadable."""
    parser = expat.ParserCreate(namespace_separator=" ")
    scanner = _Scanner(parser)
    parser.StartElementHandler = scanner.start
    parser.StartDoctypeDeclHandler = _refuse_declaration
    parser.EntityDeclHandler = _refuse_declaration
    try:
        parser.ParseFile(sheet)
        found = scanner.done()
    except (expat.ExpatError, ValueError, KeyError, OSError):
        raise Unreadable(DAMAGED) from None
    if found.width > MOST_COLUMNS:
        raise Unreadable(
            f"Dit werkblad heeft te veel kolommen: {found.width}. Er mogen er {MOST_COLUMNS} zijn."
        )
    return found
