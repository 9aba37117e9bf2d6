"""A published rooster on paper and as a workbook: what can be read in it."""

import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime

import openpyxl
import pypdf
import pytest

from marketplace.bordnaam import KLEUREN
from marketplace.db import Connection
from marketplace.exports.pdf import draw_pages, write_pdf
from marketplace.exports.qr import draw_qr
from marketplace.roulatie import roosters
from marketplace.roulatie.model import RoosterStatus
from marketplace.roulatie.oordeel import list_verblijven
from marketplace.roulatie.papier.gegevens import Papier, Voor, build_gegevens, template
from marketplace.roulatie.queries import get_cohort
from marketplace.roulatie.werkboek import Werkboek, write_werkboek
from tests.marketplace.kleine_regio import REGIO
from tests.marketplace.roulatie.gepubliceerd import make_gepubliceerd
from tests.marketplace.roulatie.kleine_roulatie import KleineRoulatie

NOW = datetime(2026, 11, 20, 9, 0, 0, 123, tzinfo=UTC)
GEEN_QR: Mapping[tuple[int, int], str] = {}


@pytest.fixture
async def kleine(conn: Connection) -> KleineRoulatie:
    return await make_gepubliceerd(conn)


async def papier(
    conn: Connection, kleine: KleineRoulatie, qr: Mapping[tuple[int, int], str] = GEEN_QR
) -> Papier:
    """What goes on paper."""
    cohort = await get_cohort(conn, kleine.actor, kleine.id)
    rooster = await roosters.get_by_status(conn, [REGIO], kleine.id, RoosterStatus.GEPUBLICEERD)
    assert cohort is not None
    assert rooster is not None
    return Papier(cohort=cohort, rooster=rooster, verblijven=await list_verblijven(conn, kleine.id), qr=qr)


def pages(paper: Papier, voor: Voor) -> list[str]:
    """The words of each page."""
    written = write_pdf(template(voor), build_gegevens(paper, voor), NOW)
    return [each.extract_text() for each in pypdf.PdfReader(io.BytesIO(written)).pages]


async def test_a_deelnemer_has_a_page_with_each_block_and_where_it_is(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    found = pages(await papier(conn, kleine), Voor.DEELNEMERS)
    assert len(found) == 4
    for words in ("K-0001", "Je begint op 7 december 2026", "7 december 2026 tot en met 1 januari 2027"):
        assert words in found[0]
    assert found[0].index("Voorbeeld Tuin, Zelhem") < found[0].index("Voorbeeld Haag, Zelhem")
    assert "Scan" not in found[0]


async def test_a_code_stands_beside_its_block(conn: Connection, kleine: KleineRoulatie) -> None:
    qr = {(kleine.deelnemers[0], kleine.blokken[1]): draw_qr("https://x/link/terugblik/abc")}
    paper = await papier(conn, kleine, qr)
    found = pages(paper, Voor.DEELNEMERS)
    assert ["Scan de code" in each for each in found] == [True, False, False, False]
    drawn = draw_pages(template(Voor.DEELNEMERS), build_gegevens(paper, Voor.DEELNEMERS))
    plain = draw_pages(template(Voor.DEELNEMERS), build_gegevens(await papier(conn, kleine), Voor.DEELNEMERS))
    assert drawn[0] != plain[0]
    assert drawn[1] == plain[1]


async def test_a_company_reads_who_comes_when_by_kenmerk(conn: Connection, kleine: KleineRoulatie) -> None:
    found = {each.split("\n")[0]: each for each in pages(await papier(conn, kleine), Voor.BEDRIJVEN)}
    assert set(found) == {"Voorbeeld Tuin", "Voorbeeld Haag", "Voorbeeld Gras"}
    assert "K-0001, K-0004" in found["Voorbeeld Tuin"]
    assert "Leider" not in "".join(found.values())


async def test_the_wall_has_everybody_and_every_block_on_one_page(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    (wall,) = pages(await papier(conn, kleine), Voor.MUUR)
    for words in ("Blok 3", "K-0002", "Gras", "Voorbeeld Haag, Zelhem"):
        assert words in wall


async def test_every_paper_is_tagged(conn: Connection, kleine: KleineRoulatie) -> None:
    paper = await papier(conn, kleine)
    for voor in Voor:
        written = write_pdf(template(voor), build_gegevens(paper, voor), NOW)
        assert b"<pdfuaid:part>1</pdfuaid:part>" in written
        assert b"/Lang(nl-NL)" in written


async def test_a_workbook_reads_back(conn: Connection, kleine: KleineRoulatie) -> None:
    paper = await papier(conn, kleine)
    first, namen = kleine.werkprocessen[0], {each: f"Werk {each}" for each in kleine.werkprocessen}
    file = io.BytesIO()
    write_werkboek(
        Werkboek(
            cohort=paper.cohort,
            rooster=paper.rooster,
            geoefend={(kleine.deelnemers[0], first): 4},
            namen=namen,
        ),
        file,
    )
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["Deelnemers", "Bedrijven", "Dekking"]
    deelnemers = [[cell.value for cell in row] for row in book["Deelnemers"].iter_rows()]
    assert deelnemers[0][1] == "Blok 1, 7 dec 2026 - 1 jan 2027"
    assert deelnemers[1] == ["K-0001", "Tuin", "Haag", "Gras"]
    bedrijven = [[cell.value for cell in row] for row in book["Bedrijven"].iter_rows()]
    assert bedrijven[3][:3] == ["Tuin", "Voorbeeld Tuin", "K-0001, K-0004"]
    dekking = [[cell.value for cell in row] for row in book["Dekking"].iter_rows()]
    assert dekking[0][1] == namen[first]
    assert dekking[1][1] == "4 van 3"


def test_paper_has_the_colours_of_the_board() -> None:
    folder = template(Voor.MUUR).parent
    paper = re.search(r"#let kleuren = \((.*?)\)", (folder / "vormgeving.typ").read_text(), re.DOTALL)
    assert paper is not None
    board = (folder.parents[1] / "web" / "static" / "css" / "bord.css").read_text()
    found = re.findall(r"\.kleur-(\d+) \{ --vakkleur: (#[0-9a-f]{6}); \}", board)
    assert [int(number) for number, _ in found] == list(KLEUREN)
    assert re.findall(r"#[0-9a-f]{6}", paper[1]) == [colour for _, colour in found]


@pytest.mark.parametrize("number", [3, 5, 7])
def test_seven_blocks_fit_the_page_of_a_deelnemer(number: int) -> None:
    blok = {"van": "24 november 2026", "tot": "15 december 2026", "plaats": "Doetinchem", "kleur": 3}
    blok |= {"organisatie": "Voorbeeld Hoveniers", "werk": "Landgoed onderhouden", "kort": "Doetinchem"}
    code = draw_qr("https://plekwijs.voorbeeld/link/terugblik/proef")
    blokken = [{**blok, "nummer": place + 1, "qr": code} for place in range(number)]
    gegevens = {
        "roulatie": "Groen",
        "van": "",
        "tot": "",
        "gepubliceerd": "20 november 2026",
        "deelnemers": [{"kenmerk": "K-0001", "blokken": blokken}],
    }
    assert len(draw_pages(template(Voor.DEELNEMERS), gegevens)) == 1
