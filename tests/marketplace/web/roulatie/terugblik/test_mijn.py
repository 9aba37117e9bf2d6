"""A company sees who learns with it by the published rooster, by kenmerk, and says how it went."""

from tests.marketplace.web.regio_site import EIGEN, WERKGEVER
from tests.marketplace.web.roulatie.terugblik.conftest import RoulatieSite


def of(huis: RoulatieSite, wie: int, blok: int = 0) -> str:
    """The form about somebody, by number."""
    kleine = huis.kleine
    return f"/mijn-roulatie/{kleine.id}/{kleine.blokken[blok]}/{kleine.deelnemers[wie]}"


async def test_a_werkgever_sees_the_own_plekken_only(huis: RoulatieSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as werkgever:
        page = (await werkgever.get("/mijn-roulatie")).text
        assert page.count("Voorbeeld Haag") == 0
        assert page.count("K-0001</h4>") == 1
        assert "begint nog" in page
        assert (await werkgever.get(of(huis, 0))).status_code == 200
        assert (await werkgever.get(of(huis, 1))).status_code == 404
        assert 'href="/mijn-roulatie"' in (await werkgever.get("/")).text
    async with huis.site.logged_in(EIGEN) as eigen:
        assert (await eigen.get("/mijn-roulatie")).status_code == 403


async def test_an_oordeel_is_given_and_given_again(huis: RoulatieSite) -> None:
    stand = f"stand_{huis.kleine.werkprocessen[0]}"
    async with huis.site.logged_in(WERKGEVER) as werkgever:
        empty = await werkgever.post(of(huis, 0), {stand: "", "wat_werkte": ""})
        assert (empty.status_code, "ten minste één taak" in empty.text) == (400, True)
        bsn = await werkgever.post(of(huis, 0), {stand: "gezien", "wat_werkte": "111222333"})
        assert (bsn.status_code, 'value="gezien" checked' in bsn.text) == (400, True)
        first = {stand: "geoefend", "wat_werkte": "Voordoen."}
        assert (await werkgever.post(of(huis, 0), first)).status_code == 303
        late = await werkgever.post(of(huis, 0), {stand: "zelfstandig", "wat_werkte": "Anders."})
        assert (late.status_code, "<td>Voordoen.</td>" in late.text) == (409, True)
        page = (await werkgever.get(of(huis, 0))).text
        seen = page.split('name="gezien" value="')[1].split('"')[0]
        again = {stand: "zelfstandig", "wat_werkte": "Voordoen.", "gezien": seen}
        assert (await werkgever.post(of(huis, 0), again)).status_code == 303
        assert "zelfstandig" in (await werkgever.get("/mijn-roulatie")).text
    row = await huis.eigenaar.fetchrow(
        "select organisatie_id, account_id from gebeurtenissen where soort = 'oordeel_gegeven' limit 1"
    )
    assert row is not None
    assert tuple(row) == (huis.kleine.organisaties[0], huis.kleine.regio.werkgever.account_id)


async def test_a_strange_moment_is_no_mistake(huis: RoulatieSite) -> None:
    stand = f"stand_{huis.kleine.werkprocessen[0]}"
    async with huis.site.logged_in(WERKGEVER) as werkgever:
        for moment in ("gisteren", "2026-01-01", "2026-01-01T00:00"):
            fields = {stand: "gezien", "wat_werkte": "", "gezien": moment}
            assert (await werkgever.post(of(huis, 0), fields)).status_code in {303, 409}


async def test_what_has_not_begun_cannot_be_judged(huis: RoulatieSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as werkgever:
        page = await werkgever.get(of(huis, 1, 2))
        assert (page.status_code, "nog niet begonnen" in page.text) == (200, True)
        sent = await werkgever.post(of(huis, 1, 2), {"wat_werkte": "Goed."})
        assert sent.status_code == 400
