"""CSV that goes out: what stands in the bytes."""

import io
from dataclasses import replace

from marketplace.exports.formats import FORMATS
from tests.marketplace.voorbeeldtabel import HEADER, RIJ, TABEL, read, written


def test_the_bytes_are_as_dutch_spreadsheets_open_them() -> None:
    header, row, end = written([RIJ], "csv").decode("utf-8").split("\r\n")
    assert header == "\ufeff" + ";".join(HEADER)
    assert row == "Magazijn;0512;3;16,5;2026-11-23;ja;Keuken;VB-1, VB-2"
    assert not end


def test_text_that_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe() -> None:
    for text in ("=HYPERLINK()", "+31 6", "-1", "@x"):
        assert f"\r\n'{text};" in written([replace(RIJ, naam=text)], "csv").decode()


def test_the_file_stays_open_for_whoever_opened_it() -> None:
    file = io.BytesIO()
    with FORMATS["csv"].writer(TABEL, file) as write:
        write(RIJ)
    assert not file.closed


def test_a_template_has_the_header_and_can_be_read() -> None:
    file = io.BytesIO()
    FORMATS["csv"].template(TABEL, file)
    assert read(file.getvalue(), "x.csv").columns.keys() == {column.name for column in TABEL.columns}
