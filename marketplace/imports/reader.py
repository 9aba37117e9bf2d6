"""Reading a table from a file: it never raises for what stands in the file, and tells all that is wrong."""

import io
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, TypeVar

from marketplace.imports.header import Header, read_header
from marketplace.imports.kind import open_source
from marketplace.imports.limits import MOST_FAULTS, MOST_ROWS
from marketplace.imports.model import Fault, Reading, Row, Source, Unreadable
from marketplace.tables.column import Cell, Column, Unfit
from marketplace.tables.table import Table

T = TypeVar("T")
MOST_KNOWN = 1_000  # values of a column that are kept while it is read
EXCEL_FAULTS = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
    | {"#N/B", "#VERW!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#GETAL!", "#LEEG!", "#OVERLOOP!", "#BEREKENEN!"}
)


class _Faults:
    """The faults of a file, of which so many are kept."""

    def __init__(self) -> None:
        self.kept: list[Fault] = []
        self.unlisted = 0

    def add(self, *faults: Fault) -> None:
        """Keep them, or count them."""
        room = max(MOST_FAULTS - len(self.kept), 0)
        self.kept += faults[:room]
        self.unlisted += len(faults[room:])

    def in_order(self) -> tuple[Fault, ...]:
        """As they stand in the file; what has no place comes first."""
        return tuple(sorted(self.kept, key=lambda fault: (fault.row or 0, fault.column or 0)))


def read_table(table: Table[T], file: BinaryIO | bytes, name: str) -> Reading[T]:
    """The rows of a file and everything that is wrong with it; `name` is what the file is called."""
    faults = _Faults()
    rows: list[Row[T]] = []
    source: Source | None = None
    header: Header | None = None
    try:
        source = open_source(table, io.BytesIO(file) if isinstance(file, bytes) else file, name)
        filled = _filled(source)
        header = _header(table, filled)
        faults.add(*header.faults)
        for row in _read_rows(table, source, header, filled, faults):
            rows.append(row)  # noqa: PERF402 (what was read before a refusal stays)
    except Unreadable as refusal:
        faults.add(Fault(str(refusal), refusal.row))
    if source is not None:
        faults.kept += _faults_beside(source)
    notes = tuple(note for each in (source, header) if each is not None for note in each.notes)
    columns = {} if header is None else {c.name: (n + 1, c.header) for n, c in header.columns.items()}
    return Reading(rows, faults.in_order(), faults.unlisted, notes, columns)


def _faults_beside(source: Source) -> Sequence[Fault]:
    """What is wrong beside the rows; that is known once all were passed."""
    with suppress(Unreadable):
        deque(source.rows, maxlen=0)
    return source.faults


def _filled(source: Source) -> Iterator[tuple[int, Sequence[Cell | Unfit]]]:
    """The rows in which something stands."""
    for number, cells in source.rows:
        if any(cell is not None and (not isinstance(cell, str) or cell.strip()) for cell in cells):
            yield number, cells


def _header(table: Table[Any], rows: Iterator[tuple[int, Sequence[Cell | Unfit]]]) -> Header:
    """The first row in which something stands."""
    first = next(rows, None)
    if first is None:
        raise Unreadable("Er staat niets in dit bestand.")
    header = read_header(table, *first)
    if not header.columns:
        example = ", ".join(f"‘{column.header}’" for column in table.columns[:3])
        raise Unreadable(f"De eerste rij heeft niet de namen van de kolommen, zoals {example}.", first[0])
    return header


def _read_rows(
    table: Table[T],
    source: Source,
    header: Header,
    filled: Iterator[tuple[int, Sequence[Cell | Unfit]]],
    faults: _Faults,
) -> Iterator[Row[T]]:
    """The rows below the header that are right; the faults of the others are added."""
    count = 0
    empty = {column.name: column.kind.empty for column in table.columns}
    readers = [(place, column, _Reader(column)) for place, column in header.columns.items()]
    for count, (number, cells) in enumerate(filled, start=1):
        if count > MOST_ROWS:
            raise Unreadable(
                f"Er zijn te veel rijen: hooguit {MOST_ROWS}. Wat hierna komt, is niet gelezen.", number
            )
        found = _uneven(source, header, number, cells)
        values = dict(empty)
        if found is None:
            for place, column, reader in readers:
                try:
                    values[column.name] = reader.read(cells[place] if place < len(cells) else None)
                except Unfit as refusal:
                    found = Fault(str(refusal), number, place + 1, column.header)
                    faults.add(found)
        else:
            faults.add(found)
        if found is None and header.is_whole:
            yield Row(number, table.make(values))
    if not count:
        raise Unreadable("Er staan geen rijen onder de namen van de kolommen.")


class _Reader:
    """Reads the cells of a column; what stands in many of them is read once."""

    def __init__(self, column: Column) -> None:
        self.column = column
        self.known: dict[tuple[type, Cell], object] = {}

    def read(self, cell: Cell | Unfit) -> object:
        """The value of a cell; raises Unfit."""
        if isinstance(cell, Unfit):
            raise cell
        key = (type(cell), cell)
        if key in self.known:
            return self.known[key]
        if isinstance(cell, str) and cell.strip().upper() in EXCEL_FAULTS:
            raise Unfit(f"Hier staat een fout van Excel ({cell.strip()}). Vul de waarde zelf in.")
        value = self.column.read(cell)
        if len(self.known) < MOST_KNOWN:
            self.known[key] = value
        return value


def _uneven(source: Source, header: Header, number: int, cells: Sequence[Cell | Unfit]) -> Fault | None:
    """What is wrong with the length of a row; then its cells may have shifted and say nothing."""
    if source.even and len(cells) < header.width:
        return Fault(f"Deze rij heeft {len(cells)} cellen, de bovenste rij heeft er {header.width}.", number)
    for place in range(header.width, len(cells)):
        if cells[place] not in (None, ""):
            advice = " Zet tekst met een scheidingsteken tussen aanhalingstekens." if source.even else ""
            return Fault(f"Boven deze cel staat geen naam van een kolom.{advice}", number, place + 1)
    return None
