"""The first page is the work of whoever comes in."""

import pytest

from tests.marketplace.web.regio_site import BUURMAN, EIGEN, VREEMD, WERKGEVER, RegioSite


async def test_an_accountmanager_sees_the_plan_and_who_waits_too_long(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get("/")).text
    assert "Het eerste plan maken" in text
    assert "3 kandidaten zoeken een plek" in text
    assert "2 kandidaten wachten te lang" in text
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
    assert "0 kandidaten zoeken een plek" in text
    assert "wachten te lang" not in text
    assert "nog niet gepubliceerd" not in text


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
