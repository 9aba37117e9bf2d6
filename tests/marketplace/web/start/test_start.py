"""The first page is the work of whoever comes in."""

from collections.abc import AsyncIterator

import pytest

from marketplace.clock import FixedClock
from marketplace.embedded import Dsns
from tests.marketplace.web.regio_site import BUURMAN, EIGEN, VREEMD, WERKGEVER, RegioSite
from tests.marketplace.web.werkbank import EIGEN as BANK
from tests.marketplace.web.werkbank import Werkbank, open_werkbank


@pytest.fixture
async def bank(database: Dsns, clock: FixedClock) -> AsyncIterator[Werkbank]:
    """The workbench, where runs make plans."""
    async with open_werkbank(database, clock) as opened:
        yield opened


async def test_an_accountmanager_sees_the_plan_and_who_waits_too_long(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get("/")).text
        long = (await visitor.get("/kandidaten?wacht=te_lang")).text
    assert "Het eerste plan maken" in text
    assert "3 kandidaten zoeken een plek" in text
    assert "2 kandidaten wachten te lang" in text
    assert 'href="/kandidaten?wacht=te_lang"' in text
    assert "2 kandidaten" in long
    assert "1 plek is nog niet gepubliceerd" in text


async def test_a_run_under_way_can_be_followed_and_one_that_failed_can_be_mended(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        run = (await visitor.post("/rekenruns")).headers["location"]
        text = (await visitor.get("/")).text
        assert "Er wordt gerekend aan een nieuw plan" in text
        assert f'href="{run}">Volg het rekenen' in text
        await huis.eigenaar.execute(
            "update rekenruns set status = 'mislukt', klaar_op = gevraagd_op,"
            " fout = 'Kandidaat {kandidaat:' || (select min(id) from kandidaten) || '} kan niet blijven.'"
        )
        text = (await visitor.get("/")).text
        assert "Het laatste rekenen is niet gelukt" in text
        assert "Kandidaat K-0001 kan niet blijven." in text
        assert f'href="{run}">Bekijk wat u kunt doen' in text
        await visitor.post(f"{run}/opnieuw")
        assert "is niet gelukt" not in (await visitor.get("/")).text


async def test_an_accountmanager_of_another_region_sees_none_of_that(huis: RegioSite) -> None:
    async with huis.site.logged_in(VREEMD) as visitor:
        text = (await visitor.get("/")).text
    assert "Er valt nog niets te plannen" in text
    assert "geen kandidaten die een plek zoeken en geen leerwerkplekken die zijn gepubliceerd" in text
    assert "zoeken een plek." not in text
    assert "wachten te lang" not in text
    assert "nog niet gepubliceerd" not in text


async def test_a_new_region_is_told_what_it_lacks_and_offered_no_run(huis: RegioSite) -> None:
    async with huis.site.logged_in(VREEMD) as visitor:
        page = (await visitor.get("/plan")).text
        assert "Er valt nog niets te plannen" in page
        assert 'href="/leerwerkplekken/nieuw"' in page
        assert "Maak een eerste plan" not in page
        assert (await visitor.get("/leerwerkplekken/nieuw")).status_code == 200
    await huis.eigenaar.execute(
        "update kandidaten set status = 'teruggetrokken', status_reden = 'Voorbeeld.'"
    )
    async with huis.site.logged_in(EIGEN) as visitor:
        for path in ("/", "/plan"):
            assert "Er zijn nog geen kandidaten die een plek zoeken." in (await visitor.get(path)).text


async def test_what_waits_for_a_decision_is_counted_and_can_be_picked_out(bank: Werkbank) -> None:
    voorstel, *_ = await bank.voorstellen(await bank.solve())
    async with bank.site.logged_in(BANK) as visitor:
        text = (await visitor.get("/")).text
        assert "3 voorstellen wachten op een besluit" in text
        assert "Het concept van regio Achterhoek is van 20 november 2026 om 10:00." in text
        fields = {"versie": await bank.versie(voorstel), "reden": "ander_werk"}
        await visitor.post(f"/voorstellen/{voorstel}/afwijzen", fields)
        text = (await visitor.get("/")).text
        assert "2 voorstellen wachten op een besluit" in text
        worklist = (await visitor.get("/plan?regio=AM09&status=open")).text
        assert 'href="/plan?regio=AM09&amp;status=open#filters"' in text
        assert "2 voorstellen" in worklist
        await bank.eigenaar.execute(
            "update voorstellen set status = 'vervallen' where status = 'voorgesteld'"
        )
        text = (await visitor.get("/")).text
    assert "Het plan nakijken" in text
    assert "Er wacht geen voorstel meer op een besluit." in text


@pytest.mark.parametrize(
    ("email", "words"),
    [(WERKGEVER, "2 leerwerkplekken doen mee"), (BUURMAN, "Maak uw eerste leerwerkplek")],
)
async def test_a_werkgever_sees_the_own_plekken_and_no_kandidaten(
    huis: RegioSite, email: str, words: str
) -> None:
    async with huis.site.logged_in(email) as visitor:
        text = (await visitor.get("/")).text
        assert words in text
        assert "kandidaten zoeken" not in text
        assert (await visitor.get("/kandidaten")).status_code == 403


async def test_whoever_is_not_logged_in_goes_to_the_login_page(huis: RegioSite) -> None:
    async with huis.site.visitor() as visitor:
        response = await visitor.get("/")
    assert (response.status_code, response.headers["location"]) == (303, "/inloggen")
