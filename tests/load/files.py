"""How long files of many rows take, and how much memory: python -m tests.load.files [ROWS].

Bounded, without network; each measure has a process of its own, so that its peak is its own.
"""

import io
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import fields, make_dataclass
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, Any

import xlsxwriter

from marketplace.exports.formats import FORMATS
from marketplace.imports.reader import read_table
from marketplace.tables.choices import Choice, YesNo
from marketplace.tables.column import Column, Kind
from marketplace.tables.days import Day
from marketplace.tables.numbers import Whole
from marketplace.tables.table import Table
from marketplace.tables.text import Text

ROWS, MOST = 50_000, 100_000
KINDS: tuple[tuple[type, Kind], ...] = (
    (str, Text(80)),
    (int, Whole()),
    (date, Day()),
    (bool, YesNo()),
    (str, Choice({"a": "Eerste keuze", "b": "Tweede keuze"})),
)
COLUMNS = [
    (f"k{n}", Annotated[type_, Column(f"Kolom {n}", "", kind)]) for n, (type_, kind) in enumerate(KINDS * 4)
]
TABEL: Table[Any] = Table.of(make_dataclass("Rij", COLUMNS, frozen=True, slots=True), "Rijen")
WRONG_EVERY = 1000


def rows(count: int) -> Iterator[Any]:
    """Rows whose texts all differ."""
    for number in range(count):
        cells = (f"Plek {number} in één rij", number, date(2026, 1, 1) + timedelta(number % 900), True, "b")
        yield TABEL.row(*(cells * 4))


def exported(path: Path, suffix: str, count: int) -> str:
    """A file that we write."""
    with path.open("wb") as file, FORMATS[suffix].writer(TABEL, file) as write:
        for row in rows(count):
            write(row)
    return f"{path.stat().st_size / 1e6:.1f} MB"


def foreign(path: Path, count: int, wrong_every: int) -> str:
    """A workbook as Excel keeps it, texts in a part of their own; each so many rows one is all wrong."""
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, [column.header for column in TABEL.columns])
    for number, row in enumerate(rows(count), start=1):
        cells = [getattr(row, field.name) for field in fields(row)]
        right = [cell if cell != "b" else "Tweede keuze" for cell in cells]
        sheet.write_row(number, 0, [f"fout {number}\a"] * len(cells) if number % wrong_every == 0 else right)
    book.close()
    return f"{path.stat().st_size / 1e6:.1f} MB"


def checked(path: Path) -> str:
    """Read a file whole."""
    with path.open("rb") as file:
        reading = read_table(TABEL, file, path.name)
    return f"{len(reading.rows)} right, {len(reading.faults) + reading.unlisted} faults"


def bomb(path: Path) -> str:
    """Refuse what unpacks to a gigabyte; it is made here too, but packs to a megabyte."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/bom", "w") as part:
        for _ in range(1000):
            part.write(bytes(10**6))
    return str(read_table(TABEL, io.BytesIO(path.read_bytes()), path.name).faults[0])


def measured(do: Callable[..., str], *arguments: object) -> tuple[float, int, str]:
    """Seconds, peak in MB, and what came of it."""
    began = time.perf_counter()
    told = do(*arguments)
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return time.perf_counter() - began, kilobytes // 1024, told


def main() -> None:
    """All measures, one after another."""
    count = min(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS, MOST)
    with tempfile.TemporaryDirectory() as folder:
        own, text, excel, wrong = (Path(folder) / name for name in ("a.xlsx", "b.csv", "c.xlsx", "d.xlsx"))
        measures: list[tuple[str, tuple[Any, ...]]] = [
            ("write XLSX", (exported, own, "xlsx", count)),
            ("write CSV", (exported, text, "csv", count)),
            ("make XLSX as Excel does", (foreign, excel, count, WRONG_EVERY)),
            ("make XLSX, all wrong", (foreign, wrong, count, 1)),
            ("check own XLSX", (checked, own)),
            ("check CSV", (checked, text)),
            ("check XLSX of Excel", (checked, excel)),
            ("check XLSX, all wrong", (checked, wrong)),
            ("refuse a zip bomb of 1 GB", (bomb, Path(folder) / "e.xlsx")),
        ]
        print(f"{count} rows of {len(COLUMNS)} columns")
        for name, what in measures:
            with get_context("spawn").Pool(1) as pool:
                seconds, peak, told = pool.apply(measured, what)
            print(f"| {name} | {seconds:.1f} s | {peak} MB | {told} |", flush=True)


if __name__ == "__main__":
    main()
