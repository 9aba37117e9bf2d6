"""Files that are wrong: each gets a clear sentence on its page, and nothing is written."""

import io
import zipfile
from collections.abc import Callable, Sequence

import openpyxl
import pytest

from marketplace.imports.archive import MACROS, TOO_LARGE
from tests.marketplace.web.inlezen.bestanden import Rij, get_rows, read_in, text_of, workbook
from tests.marketplace.web.regio_site import EIGEN, VREEMD, RegioSite

SOORT = "leerwerkplekken"
TITEL = "Een plek uit een bestand"
Maker = Callable[[Sequence[Rij]], tuple[bytes, str]]


def _csv(rows: Sequence[Rij], separator: str = ";") -> str:
    """A CSV of rows by header."""
    lines = [rows[0], *(row.values() for row in rows)]
    return "\n".join(separator.join(f'"{"" if cell is None else cell}"' for cell in line) for line in lines)


def _encoding(rows: Sequence[Rij]) -> tuple[bytes, str]:
    text = _csv([{**row, "Omschrijving": "coöperatie, geïnteresseerd, reëel"} for row in rows])
    return text.encode("cp850"), "plekken.csv"


def _separator(rows: Sequence[Rij]) -> tuple[bytes, str]:
    return _csv(rows, "^").encode(), "plekken.csv"


def _edited(change: Callable[[openpyxl.worksheet.worksheet.Worksheet], None]) -> Maker:
    def make(rows: Sequence[Rij]) -> tuple[bytes, str]:
        book = openpyxl.load_workbook(io.BytesIO(workbook(rows)))
        change(book.worksheets[0])
        file = io.BytesIO()
        book.save(file)
        return file.getvalue(), "plekken.xlsx"

    return make


def _with_part(name: str, content: bytes) -> Maker:
    def make(rows: Sequence[Rij]) -> tuple[bytes, str]:
        file = io.BytesIO(workbook(rows))
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as changed:
            changed.writestr(name, content)
        return file.getvalue(), "plekken.xlsx"

    return make


def _date_as_text(rows: Sequence[Rij]) -> tuple[bytes, str]:
    return workbook([{**row, "Eerste dag": "volgende week"} for row in rows]), "plekken.xlsx"


def _one_bad_row(rows: Sequence[Rij]) -> tuple[bytes, str]:
    many = [{**rows[0], "Nummer": f"N-{number}"} for number in range(1000)]
    many[499] |= {"Niveau": 9}
    return workbook(many), "plekken.xlsx"


BAD: dict[str, tuple[Maker, str]] = {
    "encoding": (_encoding, "De letters met accenten zijn niet te lezen"),
    "separator": (_separator, "Vanaf deze rij is het bestand niet te lezen"),
    "merged cells": (_edited(lambda sheet: sheet.merge_cells("C2:C3")), "samengevoegd (C2:C3)"),
    "formula": (_edited(lambda sheet: sheet.cell(2, 3, "=A1&B1")), "C2 (Titel)"),
    "date as text": (_date_as_text, "(Eerste dag): Vul een datum in als dag-maand-jaar"),
    "one bad row in a thousand": (_one_bad_row, "M501 (Niveau): Vul een heel getal in van 1 tot en met 4."),
    "macro": (_with_part("xl/vbaProject.bin", b"x"), MACROS),
    "zip bomb": (_with_part("xl/worksheets/sheet9.xml", bytes(160 * 2**20)), TOO_LARGE),
    "not what its name says": (lambda rows: (_csv(rows).encode(), "plekken.xlsx"), "maar het is tekst."),
    "a picture": (lambda _: (b"\x89PNG\r\n", "plekken.xlsx"), "Dit is geen tabel, maar een afbeelding."),
    "another table": (lambda _: (b"naam;leeftijd\nJan;3\n", "plekken.csv"), "niet de namen van de kolommen"),
}


@pytest.mark.parametrize("wrong", BAD)
async def test_a_file_that_is_wrong_is_told_and_not_written(huis: RegioSite, wrong: str) -> None:
    make, sentence = BAD[wrong]
    async with huis.site.logged_in(EIGEN) as visitor:
        rows = [row | {"Titel": TITEL} for row in await get_rows(visitor, SOORT)]
        path = await read_in(visitor, SOORT, *make(rows))
        page = await text_of(visitor, path)
        assert sentence in page
        refused = await visitor.post(f"{path}/schrijven")
        assert refused.status_code == 409
        assert ("alleen de goede rijen" in page) == (wrong in {"formula", "one bad row in a thousand"})
    written = await huis.eigenaar.fetchval("select count(*) from leerwerkplekken where titel = $1", TITEL)
    assert written == 0


async def test_a_file_that_is_too_large_is_refused_before_it_is_kept(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.client.post(
            f"/gegevens/{SOORT}/inlezen",
            data={"csrf": await visitor.token()},
            files={"bestand": ("plekken.csv", bytes(31 * 2**20))},
            headers={"sec-fetch-site": "same-origin"},
        )
    assert response.status_code == 413
    assert "Dit bestand is te groot. Het mag hooguit 30 MB zijn." in response.text
    assert await huis.eigenaar.fetchval("select count(*) from inlezingen") == 0


async def test_every_fault_can_be_taken_away_as_a_file_by_its_own_sender_only(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        first = (await get_rows(visitor, SOORT))[0]
        rows = [{**first, "Nummer": f"N-{number}", "Niveau": 9} for number in range(12)]
        path = await read_in(visitor, SOORT, workbook(rows))
        assert "M8, M9 en nog 4 (Niveau)" in await text_of(visitor, path)
        assert "Alle 12 fouten ophalen" in await text_of(visitor, path)
        file = await visitor.get(f"{path}/fouten.csv")
        assert file.headers["content-type"] == "text/csv; charset=utf-8"
        lines = file.text.splitlines()
        assert [line.split(";")[0] for line in lines] == ["\ufeffCel", *(f"M{row}" for row in range(2, 14))]
        right = await read_in(visitor, SOORT, workbook(await get_rows(visitor, SOORT)))
        assert (await visitor.get(f"{right}/fouten.csv")).status_code == 404
    async with huis.site.logged_in(VREEMD) as visitor:
        assert (await visitor.get(f"{path}/fouten.csv")).status_code == 404
