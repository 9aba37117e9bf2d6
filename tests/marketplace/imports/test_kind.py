"""What a file is, whatever it is called."""

import io

import pytest

from marketplace.imports.limits import MOST_BYTES, MOST_ROWS
from marketplace.imports.reader import read_table
from tests.marketplace.voorbeeldtabel import GOED, TABEL, line, read, said, text, workbook

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)
RIGHT = text(line("Magazijn", "", 3, "", "", "", "Keuken", ""))


@pytest.mark.parametrize("name", ["plekken", "plekken.dat", "PLEKKEN.XLSX"])
def test_a_workbook_is_known_by_what_is_inside(name: str) -> None:
    assert len(read(workbook(GOED), name).rows) == 1


@pytest.mark.parametrize("name", ["plekken", "plekken.csv", "plekken.txt", "plekken.tsv"])
def test_a_text_is_known_by_what_is_inside(name: str) -> None:
    assert len(read(RIGHT.encode(), name).rows) == 1


def test_a_name_that_says_otherwise_is_told() -> None:
    assert "eindigt op .csv, maar het is een Excel-bestand" in said(workbook(GOED), "plekken.csv")[0]
    assert "eindigt op .xlsx, maar het is tekst" in said(RIGHT.encode(), "plekken.xlsx")[0]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Dit bestand is leeg."),
        (b" \r\n", "Dit bestand is leeg."),
        (OLE, "oud Excel-bestand (.xls)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "beveiligd met een wachtwoord"),
        (b"%PDF-1.7 ...", "geen tabel, maar een PDF"),
        (b"\x89PNG\r\n\x1a\n", "geen tabel, maar een afbeelding"),
        (b"\x1f\x8b\x08\x00", "geen tabel, maar een ingepakt bestand"),
        (b"\xef\xbb\xbf <HTML><table>", "geen tabel, maar een webpagina"),
        (b"<?xml version='1.0'?><Workbook/>", "geen tabel, maar een webpagina"),
    ],
)
def test_what_is_no_table_is_told(content: bytes, sentence: str) -> None:
    assert len(said(content)) == 1
    assert sentence in said(content)[0]


def test_a_file_that_is_too_large_is_not_read() -> None:
    class Large(io.BytesIO):
        def seek(self, offset: int, whence: int = 0) -> int:
            return MOST_BYTES + 1 if whence else super().seek(offset)

        def read(self, _size: int | None = -1) -> bytes:
            raise AssertionError

    assert "Het mag hooguit 30 MB zijn." in str(read_table(TABEL, Large(), "x.csv").faults[0])


def test_more_rows_than_may_be_are_not_read() -> None:
    short = "Naam;Plaatsen;Soort werk\n" + "a;1;Keuken\n" * (MOST_ROWS + 1)
    reading = read(short)
    assert len(reading.rows) == MOST_ROWS
    assert str(reading.faults[0]) == (
        "Rij 100002: Er zijn te veel rijen: hooguit 100000. Wat hierna komt, is niet gelezen."
    )
