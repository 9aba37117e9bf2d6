"""XLSX that goes out: text stays text, nothing is a formula, memory does not grow with the rows."""

import gc
import io
import tracemalloc
import zipfile
from dataclasses import dataclass, replace
from typing import Annotated

import openpyxl
import pytest

from marketplace.exports.formats import FORMATS
from marketplace.exports.xlsx import TooMuch
from marketplace.tables.choices import Codes
from marketplace.tables.column import Column
from marketplace.tables.table import Table
from tests.marketplace.voorbeeldtabel import RIJ, SHEET, TABEL, written


def _peak(count: int) -> int:
    """The most memory that writing so many rows takes."""
    gc.collect()
    tracemalloc.start()
    with FORMATS["xlsx"].writer(TABEL, io.BytesIO()) as write:
        for number in range(count):
            write(replace(RIJ, naam=f"Plek {number}"))
        peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def test_no_text_is_a_formula_also_when_it_is_edited() -> None:
    content = written([replace(RIJ, naam="=1+1")], "xlsx")
    cell = openpyxl.load_workbook(io.BytesIO(content)).active["A2"]
    assert cell.value == "=1+1"
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(content)).read(SHEET)


def test_cells_have_the_kind_of_their_column() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(written([RIJ], "xlsx"))).active
    assert sheet.title == "Leerwerkplekken"
    assert sheet.freeze_panes == "A2"
    assert [cell.number_format for cell in sheet[2]] == ["@", "@", "0", "0.0", "dd-mm-yyyy", "@", "@", "@"]
    assert [cell.data_type for cell in sheet[2]] == ["s", "s", "n", "n", "d", "s", "s", "s"]


def test_memory_does_not_grow_with_the_rows() -> None:
    assert _peak(4000) < 2 * _peak(400)


def test_text_that_does_not_fit_a_cell_is_never_cut_in_silence() -> None:
    @dataclass(frozen=True)
    class Long:
        codes: Annotated[tuple[str, ...], Column("Codes", "", Codes())]

    with (
        pytest.raises(TooMuch, match="row 2"),
        FORMATS["xlsx"].writer(Table.of(Long, "Lang"), io.BytesIO()) as write,
    ):
        write(Long(("x" * 40_000,)))
