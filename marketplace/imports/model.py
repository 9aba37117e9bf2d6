"""What comes out of reading a file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from openpyxl.utils import get_column_letter

from marketplace.tables.column import Cell, Unfit

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Unreadable(Exception):
    """A file that cannot be read, or not further than before `row`; the message is the Dutch sentence."""

    def __init__(self, sentence: str, row: int | None = None) -> None:
        super().__init__(sentence)
        self.row = row


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where: a cell, a row, a column or (without either) the file; both count from 1."""

    sentence: str
    row: int | None = None
    column: int | None = None
    header: str = ""

    @property
    def place(self) -> str:
        """D14, rij 14, kolom D, or nothing."""
        if self.column is None:
            return "" if self.row is None else f"rij {self.row}"
        letter = get_column_letter(self.column)
        return f"kolom {letter}" if self.row is None else f"{letter}{self.row}"

    def __str__(self) -> str:
        """D14 (Postcode): Vul deze cel in."""
        return self.told_at([self.place])

    def told_at(self, places: Sequence[str], others: int = 0) -> str:
        """D14, D15 en nog 3 (Postcode): Vul deze cel in."""
        place = ", ".join(places) + (f" en nog {others}" if others > 0 else "")
        place = f"{place} ({self.header})" if self.header else place
        return f"{place[:1].upper()}{place[1:]}: {self.sentence}" if place else self.sentence


@dataclass(frozen=True, slots=True)
class Row(Generic[T_co]):
    """A row that is right, with its number in the file."""

    number: int
    value: T_co


@dataclass(frozen=True, slots=True)
class Reading(Generic[T_co]):
    """All rows that are right and all faults in the order of the file.

    `unlisted` faults came after the most that are kept; `notes` say what was assumed or left out; `columns`
    gives by field the number and header of the column that was found.
    """

    rows: Sequence[Row[T_co]] = ()
    faults: Sequence[Fault] = ()
    unlisted: int = 0
    notes: Sequence[str] = ()
    columns: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    def fault(self, row: Row[object], name: str, sentence: str) -> Fault:
        """A fault of a field that only who knows the business can see."""
        number, header = self.columns.get(name, (None, ""))
        return Fault(sentence, row.number, number, header)


@dataclass(frozen=True, slots=True)
class Source:
    """A file opened: its rows with their numbers; a cell that cannot be read is its refusal.

    What it notes and finds wrong beside its rows is whole once they have been read.
    In an `even` file each row has as many cells as the header; elsewhere empty cells may be left out.
    """

    rows: Iterator[tuple[int, Sequence[Cell | Unfit]]]
    notes: Sequence[str] = ()
    faults: Sequence[Fault] = ()
    even: bool = False
