"""Reading CSV: its encoding, its separator, quoted line ends; a row has the number a spreadsheet shows."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from marketplace.imports.encoding import MOST_WORDS, NAMES, doubtful_words, encoding_of
from marketplace.imports.model import Source, Unreadable
from marketplace.tables.choices import plain
from marketplace.tables.guard import unguarded
from marketplace.tables.table import Table

SEPARATORS = {";": "puntkomma’s", ",": "komma’s", "\t": "tabs", "|": "rechte strepen"}
SEP_LINE = re.compile(r"sep=([;,\t|])\r?\n?", re.IGNORECASE)
FIRST_LINES = 50  # a header with line ends in it still ends before


def open_csv(table: Table[Any], file: BinaryIO) -> Source:
    """The rows of a text; raises Unreadable."""
    encoding = encoding_of(file)
    stated, separator = _separator(table, file, encoding)
    notes = []
    if encoding in NAMES:
        notes.append(f"De letters zijn gelezen als {NAMES[encoding]}.{_doubts(file, encoding)}")
    if separator != ";":
        notes.append(f"De kolommen zijn gescheiden door {SEPARATORS[separator]}.")
    return Source(_rows(file, encoding, separator, skip=stated), notes, even=True)


def _doubts(file: BinaryIO, encoding: str) -> str:
    """Which words people must look at, as nothing in Windows-1252 proves itself."""
    words = doubtful_words(file) if encoding == "cp1252" else []
    if not words:
        return ""
    others = " en andere met accenten" if len(words) > MOST_WORDS else ""
    return f" Controleer deze woorden{others}: {', '.join(words[:MOST_WORDS])}."


def _lines(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """The text from its beginning; detach it, or it closes the file."""
    file.seek(0)
    return io.TextIOWrapper(file, encoding=encoding, newline="")


def _separator(table: Table[Any], file: BinaryIO, encoding: str) -> tuple[bool, str]:
    """Whether the first line states the separator, and which it is: the one that finds most headers."""
    text = _lines(file, encoding)
    first = list(islice(text, FIRST_LINES))
    text.detach()
    if first and (stated := SEP_LINE.fullmatch(first[0])):
        return True, stated[1]
    known = {plain(column.header) for column in table.columns}
    headers = {separator: _first_row(first, separator) for separator in SEPARATORS}
    found = {
        separator: (sum(_is_known(cell, known) for cell in cells), len(cells))
        for separator, cells in headers.items()
    }
    return False, max(found, key=lambda separator: found[separator])


def _is_known(cell: str, known: set[str]) -> bool:
    """Whether a cell is the header of a column."""
    return plain(cell.rstrip("* ")) in known


def _first_row(lines: Sequence[str], separator: str) -> list[str]:
    """The first row that is not empty, split by this separator."""
    try:
        return next((row for row in csv.reader(lines, delimiter=separator) if any(row)), [])
    except csv.Error:
        return []


def _rows(file: BinaryIO, encoding: str, separator: str, *, skip: bool) -> Iterator[tuple[int, list[str]]]:
    """The rows; what cannot be parsed ends them with Unreadable."""
    text = _lines(file, encoding)
    number = 0
    try:
        lines: Iterable[str] = islice(text, 1, None) if skip else text
        for number, row in enumerate(csv.reader(lines, delimiter=separator, strict=True), start=1):
            yield number, [unguarded(cell) for cell in row]
    except csv.Error:
        raise Unreadable(
            "Vanaf deze rij is het bestand niet te lezen: een aanhalingsteken is niet gesloten of staat er"
            " een te veel. Wat erna komt, is niet gecontroleerd.",
            number + 1,
        ) from None
    finally:
        text.detach()
