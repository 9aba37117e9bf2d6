"""The list of plekken, the page of one, publishing and closing."""

import html

import pytest

from tests.marketplace.web.regio_site import BUURMAN, EIGEN, VREEMD, WERKGEVER, RegioSite


@pytest.mark.parametrize(
    ("email", "seen"),
    [
        (EIGEN, {"Tuin aanleggen", "Gras maaien", "Plek bij de buren"}),
        (WERKGEVER, {"Tuin aanleggen", "Gras maaien"}),
        (BUURMAN, {"Plek bij de buren"}),
        (VREEMD, set()),
    ],
)
async def test_everyone_sees_the_own_plekken(huis: RegioSite, email: str, seen: set[str]) -> None:
    async with huis.site.logged_in(email) as visitor:
        text = (await visitor.get("/leerwerkplekken")).text
    assert {
        titel for titel in ("Tuin aanleggen", "Gras maaien", "Plek bij de buren") if titel in text
    } == seen
    assert ("Geen leerwerkplekken gevonden" in text) == (not seen)


async def test_filters_narrow_the_list(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get("/leerwerkplekken?status=concept&sector=zorg")).text
    assert "Plek bij de buren" in text
    assert "Gras maaien" not in text


async def test_a_plek_speaks_plain_words_with_codes_on_demand(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        text = (await visitor.get(f"/leerwerkplekken/{huis.regio.plekken[0]}")).text
    assert "Je haalt onkruid weg." in text
    assert text.index("VB-GRO-01") > text.index("<details")
    assert "geen erkenning" not in text
    assert "Af en toe erbij" in text


async def test_without_erkenning_it_says_how_to_ask_and_what_can_go_on(huis: RegioSite) -> None:
    async with huis.site.logged_in(BUURMAN) as visitor:
        text = (await visitor.get(f"/leerwerkplekken/{huis.details.buren_plek}")).text
    assert "in deze periode geen erkenning" in text
    assert "s-bb.nl" in text
    assert "Een proefplaatsing kan al wel." in text


@pytest.mark.parametrize("email", [VREEMD, BUURMAN])
@pytest.mark.parametrize("what", ["", "/bewerken", "/publiceren", "/sluiten", "/verwijderen"])
async def test_a_plek_of_somebody_else_does_not_exist(huis: RegioSite, email: str, what: str) -> None:
    path = f"/leerwerkplekken/{huis.regio.plekken[0]}{what}"
    async with huis.site.logged_in(email) as visitor:
        get = what in {"", "/bewerken"}
        response = await (visitor.get(path) if get else visitor.post(path, {"versie": "1"}))
    assert response.status_code == 404
    assert "Tuin aanleggen" not in response.text


@pytest.mark.parametrize("query", ["gemeente=9999999999", "organisatie=1_0", "sector=%00"])
async def test_a_filter_that_makes_no_sense_narrows_nothing(huis: RegioSite, query: str) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.get(f"/leerwerkplekken?{query}")
    assert response.status_code == 200
    assert "Tuin aanleggen" in response.text


async def test_what_lacks_for_publishing_is_said_and_nothing_changes(huis: RegioSite) -> None:
    path = f"/leerwerkplekken/{huis.details.buren_plek}/publiceren"
    async with huis.site.logged_in(BUURMAN) as visitor:
        response = await visitor.post(path, {"versie": "1"})
    text = html.unescape(response.text)
    assert response.status_code == 400
    assert "Kies ten minste één soort werk" in text
    assert "Zonder praktijkopleider kan niemand leren." in text
    status = "select status from leerwerkplekken where id = $1"
    assert await huis.eigenaar.fetchval(status, huis.details.buren_plek) == "concept"


async def test_a_plek_is_closed_and_published_again(huis: RegioSite) -> None:
    path = f"/leerwerkplekken/{huis.regio.plekken[0]}"
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert (await visitor.post(f"{path}/sluiten", {"versie": "1"})).status_code == 303
        assert "Opnieuw publiceren" in (await visitor.get(path)).text
        assert (await visitor.post(f"{path}/publiceren", {"versie": "1"})).status_code == 409
        assert (await visitor.post(f"{path}/publiceren", {"versie": "2"})).status_code == 303
        assert "Leerwerkplek sluiten" in (await visitor.get(path)).text


async def test_a_concept_is_removed_from_its_page(huis: RegioSite) -> None:
    path = f"/leerwerkplekken/{huis.details.buren_plek}"
    async with huis.site.logged_in(BUURMAN) as visitor:
        assert f'action="{path}/verwijderen"' in (await visitor.get(path)).text
        response = await visitor.post(f"{path}/verwijderen", {"versie": "1"})
        assert response.headers["location"] == "/leerwerkplekken"
        assert "Het concept is verwijderd." in (await visitor.get("/leerwerkplekken")).text
        assert (await visitor.get(path)).status_code == 404
    async with huis.site.logged_in(EIGEN) as visitor:
        assert "verwijderen" not in (await visitor.get(f"/leerwerkplekken/{huis.regio.plekken[0]}")).text


async def test_a_word_that_is_spelled_wrong_finds_what_looks_like_it(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        wrong = (await visitor.get("/leerwerkplekken?woorden=grass+maaijen")).text
        right = (await visitor.get("/leerwerkplekken?woorden=maaien+gras")).text
        nothing = (await visitor.get("/leerwerkplekken?woorden=raketbouw")).text
    assert "Gras maaien" in wrong
    assert "Tuin aanleggen" not in wrong
    assert "Dit lijkt erop: ‘gras maaien’." in wrong
    assert "Gras maaien" in right
    assert "Dit lijkt erop" not in right
    assert "Geen leerwerkplekken gevonden" in nothing
