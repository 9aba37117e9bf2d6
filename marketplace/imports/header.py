"""The first row: which column is where, which is missing, unknown or there twice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marketplace.imports.model import Fault
from marketplace.tables.choices import nearest, plain, shown
from marketplace.tables.column import Cell, Column, Unfit
from marketplace.tables.table import Table


@dataclass(frozen=True, slots=True)
class Header:
    """The columns by their place, from 0; `width` goes to the last cell of the header that is not empty."""

    columns: Mapping[int, Column]
    width: int
    faults: Sequence[Fault]
    notes: Sequence[str]

    @property
    def is_whole(self) -> bool:
        """Whether rows can be made."""
        return not self.faults


def read_header(table: Table[Any], number: int, cells: Sequence[Cell | Unfit]) -> Header:
    """What the first row says."""
    known = {plain(column.header): column for column in table.columns}
    texts = [_title(cell) for cell in cells]
    columns: dict[int, Column] = {}
    strange: list[int] = []
    faults: list[Fault] = []
    for place, text in enumerate(texts):
        column = known.get(plain(text))
        if column is None and text:
            strange.append(place)
        elif column in columns.values():
            faults.append(Fault(f"De kolom {shown(text)} staat er twee keer.", number, place + 1))
        elif column:
            columns[place] = column
    absent = [column for column in table.columns if column not in columns.values()]
    faults += [_unknown(number, place, texts[place], absent) for place in strange]
    faults += [
        Fault(f"De kolom ‘{column.header}’ ontbreekt.", number) for column in absent if column.required
    ]
    left_out = [f"‘{column.header}’" for column in absent if not column.required]
    notes = [f"Deze kolommen staan niet in het bestand: {', '.join(left_out)}."] if left_out else []
    width = max((place + 1 for place, text in enumerate(texts) if text), default=0)
    return Header(columns, width, faults, notes)


def _title(cell: Cell | Unfit) -> str:
    """A header as it stands, without the star of a column that must be filled."""
    return "" if cell is None else str(cell).strip().rstrip("* ")


def _unknown(number: int, place: int, text: str, absent: Sequence[Column]) -> Fault:
    """A column that the table does not have, with the one that was probably meant."""
    near = nearest(text, [column.header for column in absent])
    meant = f" Bedoelt u ‘{near}’?" if near else " Haal deze kolom weg of verander de naam."
    return Fault(f"De kolom {shown(text)} kennen we niet.{meant}", number, place + 1)
