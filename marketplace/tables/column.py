"""A column of a table: its header, what it means and what may stand in its cells."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Protocol

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Written = str | int | Decimal | date
CELL_FORMATTING = (
    "Excel heeft hier een {what} van gemaakt. Maak de kolom op als Tekst en typ de waarde opnieuw."
)


class Unfit(ValueError):
    """A cell that cannot stand in its column; the message is the Dutch sentence for whoever filled it in."""


class Kind(Protocol):
    """What the cells of a column hold; the value that stands for an empty cell is `empty`."""

    @property
    def empty(self) -> object:
        """What an empty cell means."""

    def accepts(self, annotation: type) -> bool:
        """Whether a field of this type can hold what is read."""

    def read(self, cell: Cell) -> object:
        """The value of a cell that is not empty; raises Unfit."""

    def write(self, value: Any) -> Written:  # noqa: ANN401 (the type belongs to the kind, which checks it)
        """What is written in a cell for a value that is not empty."""

    def explain(self) -> str:
        """What may be filled in, in a Dutch sentence."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `example` is as people type it, `name` and `required` are known once it is in a table."""

    header: str
    explanation: str
    kind: Kind
    example: str = ""
    name: str = ""
    required: bool = True

    def read(self, cell: Cell) -> object:
        """The value of a cell; raises Unfit."""
        if isinstance(cell, str):
            cell = cell.strip()
        if cell is not None and cell != "":
            return self.kind.read(cell)
        if self.required:
            raise Unfit("Vul deze cel in.")
        return self.kind.empty

    def write(self, value: object) -> Written | None:
        """What is written in the cell of a value; None leaves it empty."""
        return None if value == self.kind.empty else self.kind.write(value)


def excel_made(what: str) -> Unfit:
    """The refusal of a cell whose text a spreadsheet has turned into something else."""
    return Unfit(CELL_FORMATTING.format(what=what))
