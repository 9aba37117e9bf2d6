"""What is taken along: PDF, a workbook, an agenda at an address that can be withdrawn."""

import io

import openpyxl
import pypdf
import pytest
from icalendar import Calendar

from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER
from tests.marketplace.web.roulatie.terugblik.conftest import RoulatieSite, links_of


@pytest.mark.parametrize(("voor", "pages"), [("deelnemers", 4), ("bedrijven", 3), ("muur", 1)])
async def test_the_rooster_is_had_on_paper(huis: RoulatieSite, voor: str, pages: int) -> None:
    async with huis.site.logged_in(EIGEN) as eigen:
        file = await eigen.get(f"{huis.pad}/rooster.pdf?voor={voor}")
        assert file.headers["content-type"] == "application/pdf"
        assert len(pypdf.PdfReader(io.BytesIO(file.content)).pages) == pages
        assert (await eigen.get(f"{huis.pad}/rooster.pdf?voor=iets")).status_code == 404


async def test_codes_on_paper_are_links_that_work(huis: RoulatieSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen:
        file = await eigen.post(f"{huis.pad}/papier", {"versie": await huis.versie()})
        words = pypdf.PdfReader(io.BytesIO(file.content)).pages[0].extract_text()
        assert "Scan de code" in words
        late = await eigen.post(f"{huis.pad}/papier", {"versie": "99"})
        assert (late.status_code, "Iemand anders was u voor" in late.text) == (409, True)
    assert await huis.eigenaar.fetchval("select count(*) from links where ingetrokken_op is null") == 12


async def test_the_board_is_had_as_a_workbook(huis: RoulatieSite) -> None:
    async with huis.site.logged_in(EIGEN) as eigen:
        file = await eigen.get(f"{huis.pad}/rooster.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(file.content))
    assert book.sheetnames == ["Deelnemers", "Bedrijven", "Dekking"]
    assert book["Dekking"]["B2"].value == "4 van 3"
    assert book["Dekking"]["B1"].value == "Onkruid weghalen"


async def test_without_a_published_rooster_there_is_nothing_to_take_along(huis: RoulatieSite) -> None:
    await huis.eigenaar.execute("update roulatie_roosters set status = 'historie'")
    async with huis.site.logged_in(EIGEN) as eigen:
        assert "Nog niets om te printen" in (await eigen.get(f"{huis.pad}/papier")).text
        assert (await eigen.get(f"{huis.pad}/rooster.pdf?voor=muur")).status_code == 409
        assert (await eigen.get(f"{huis.pad}/rooster.xlsx")).status_code == 409


async def test_an_agenda_is_read_without_an_account_until_it_is_withdrawn(huis: RoulatieSite) -> None:
    wie = {"wie": f"deelnemer-{huis.kleine.deelnemers[0]}"}
    async with huis.site.logged_in(EIGEN) as eigen, huis.site.visitor() as telephone:
        made = await eigen.post(f"{huis.pad}/papier/agenda", {**wie, "versie": await huis.versie()})
        (path,) = links_of(made.text, "agenda")
        for _ in range(2):
            file = await telephone.get(path)
            assert file.headers["content-type"] == "text/calendar; charset=utf-8"
            assert file.headers["referrer-policy"] == "no-referrer"
        events = Calendar.from_ical(file.content).walk("VEVENT")
        assert str(events[0]["summary"]) == "Tuin: Voorbeeld Tuin"
        assert all(str(each["uid"]).endswith("@plekwijs.voorbeeld") for each in events)
        assert "werkt tot" in (await eigen.get(f"{huis.pad}/papier")).text
        gone = await eigen.post(f"{huis.pad}/papier/agenda-intrekken", {**wie, "versie": await huis.versie()})
        assert gone.status_code == 303
        assert (await telephone.get(path)).status_code == 410
        assert (await telephone.get("/link/agenda/nooit-geweest.ics")).status_code == 410


@pytest.mark.parametrize("wie", ["iemand", "deelnemer-999", "plek-0", "deelnemer-1 or 1"])
async def test_nobody_else_gets_an_agenda(huis: RoulatieSite, wie: str) -> None:
    async with huis.site.logged_in(EIGEN) as eigen:
        fields = {"wie": wie, "versie": await huis.versie()}
        assert (await eigen.post(f"{huis.pad}/papier/agenda", fields)).status_code == 404


@pytest.mark.parametrize(("email", "status"), [(VREEMD, 404), (WERKGEVER, 403)])
async def test_a_stranger_takes_nothing_along(huis: RoulatieSite, email: str, status: int) -> None:
    async with huis.site.logged_in(email) as stranger:
        for path in ("papier", "rooster.pdf?voor=muur", "rooster.xlsx"):
            assert (await stranger.get(f"{huis.pad}/{path}")).status_code == status
        fields = {"versie": "1", "wie": f"plek-{huis.kleine.plekken[0]}"}
        for path in ("papier", "papier/agenda", "papier/agenda-intrekken"):
            assert (await stranger.post(f"{huis.pad}/{path}", fields)).status_code == status


async def test_no_token_of_an_agenda_is_logged(
    huis: RoulatieSite, capsys: pytest.CaptureFixture[str]
) -> None:
    async with huis.site.visitor() as telephone:
        await huis.eigenaar.execute("alter function agenda_bij_link rename to agenda_bij_link_kapot")
        assert (await telephone.get("/link/agenda/geheim-van-de-agenda.ics")).status_code == 500
    said = capsys.readouterr()
    assert "geheim-van-de-agenda" not in said.out + said.err
