"""A roulatie is made on its page, opens as the next of a former one, changes, and stops with a reason."""

import re

import pytest

from tests.marketplace.web.roulatie.conftest import EIGEN, Huis

NIEUW = {
    "naam": "Groen, de tweede",
    "van": "2026-12-07",
    "blokken": "3",
    "weken": "4",
    "afspraak": "Wij nemen niemand van elkaar over.",
}


async def groep(huis: Huis) -> str:
    """The group that is there."""
    return str(await huis.eigenaar.fetchval("select id from groepen"))


async def test_a_roulatie_is_made_of_a_group(huis: Huis) -> None:
    page = await huis.get("//roulaties/nieuw?groep=" + await groep(huis))
    assert re.search(r'<option value="\d+" selected>Groen 2026 \(4 personen\)', page)
    assert "laten wij dat weten aan de accountmanager" in page
    status, path = await huis.post("//roulaties/nieuw", **NIEUW, groep=await groep(huis))
    assert status == 303, path
    page = await huis.get(f"/{path}")
    assert "7 december 2026 tot en met 26 februari 2027" in page
    assert "Nog geen leerdoelen voor K-0001" in page
    assert "Er doet nog geen plek mee." in page
    assert "Roulatie gemaakt" in page


async def test_a_next_one_opens_with_what_the_former_had(huis: Huis) -> None:
    page = await huis.get(f"//roulaties/nieuw?vervolg_op={huis.kleine.id}")
    assert "Groen roulatie, vervolg" in page
    status, path = await huis.post(
        "//roulaties/nieuw", **NIEUW, groep=await groep(huis), vervolg_op=huis.kleine.id
    )
    assert status == 303
    page = await huis.get(f"/{path}/bedrijven")
    assert "Voorbeeld Haag" in page
    assert "Getekend door" not in page


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("van", "2026-12-08", "Dit is geen maandag. De maandag van die week is 7 december 2026."),
        ("van", "", "Vul dit veld in"),
        ("groep", "999", "Kies een groep van deze regio"),
        ("groep", "", "Vul dit veld in"),
        ("blokken", "0", "Vul 1 of meer in"),
        ("weken", "53", "Vul 52 of minder in"),
        ("afspraak_tot", "2026-12-31", "De afspraak geldt ten minste tot de roulatie voorbij is"),
        ("leerlijn", "999", "Maak een keuze uit de lijst"),
        ("afspraak", "Bel 111222333", "BSN"),
    ],
)
async def test_a_fault_stands_at_its_field_and_what_was_typed_stays(
    huis: Huis, field: str, value: str, words: str
) -> None:
    status, page = await huis.post("//roulaties/nieuw", **{"groep": await groep(huis), **NIEUW, field: value})
    assert status == 400
    assert re.search(rf'id="{field}-fout".*?{re.escape(words)}', page, re.DOTALL), page
    assert 'value="Groen, de tweede"' in page
    assert await huis.rows("select count(*) from roulaties") == [(1,)]


async def test_the_data_change_and_blocks_stay_inside(huis: Huis) -> None:
    edit = {"naam": "Anders", "van": "2026-12-07", "laatste_dag": "2027-03-05"}
    edit |= {"afspraak": "Zo.", "afspraak_tot": "2027-12-31"}
    status, page = await huis.post("/wijzigen", **{**edit, "laatste_dag": "2027-02-19"})
    assert (status, "Er ligt een blok na deze dag" in page) == (400, True)
    status, _ = await huis.post("/wijzigen", **edit)
    assert status == 303
    page = await huis.get("")
    assert "Anders" in page
    assert "Niet alle weken liggen in een blok." in page
    assert "Gegevens gewijzigd" in page


async def test_who_saves_over_another_version_keeps_what_was_typed(huis: Huis) -> None:
    edit = {"naam": "Te laat", "van": "2026-12-07", "laatste_dag": "2027-02-26"}
    edit |= {"afspraak": "Zo.", "afspraak_tot": "2027-12-31", "versie": "9"}
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(f"{huis.path}/wijzigen", edit)
    assert response.status_code == 409
    assert 'value="Te laat"' in response.text
    assert "Iemand anders heeft deze roulatie intussen gewijzigd" in response.text
    assert 'name="versie" value="1"' in response.text


async def test_rules_and_wishes_are_set(huis: Huis) -> None:
    status, _ = await huis.post(
        "/regels", max_blokken="1", min_weken="4", min_werkgevers="3", fase_volgorde="ja"
    )
    assert status == 303
    status, page = await huis.post("/regels", max_blokken="0", min_weken="4", min_werkgevers="3")
    assert (status, 'id="max_blokken-fout"' in page) == (400, True)
    assert (await huis.post("/lagen", laag="samen"))[0] == 303
    assert await huis.rows("select max_blokken, fase_volgorde, lagen[3] from roulaties") == [
        (1, True, "samen")
    ]


async def test_what_comes_first_is_set_and_taken_back(huis: Huis) -> None:
    one, two, _ = huis.kleine.werkprocessen
    assert (await huis.post("/volgorde", eerst=one, dan=two))[0] == 303
    assert "Eerst Onkruid weghalen, dan Hagen snoeien" in await huis.get("/regels")
    status, page = await huis.post("/volgorde", eerst=two, dan=one)
    assert (status, 'id="dan-fout"' in page) == (400, True)
    assert (await huis.post("/volgorde", eerst=two, dan=9999))[0] == 400
    assert (await huis.post("/volgorde", eerst=one, dan=two, weg="ja"))[0] == 303
    assert await huis.rows("select count(*) from roulatie_volgorde") == [(0,)]


async def test_a_group_larger_than_all_plekken_is_said_before_solving(huis: Huis) -> None:
    await huis.eigenaar.execute("update roulatie_plekken set maximum = 1")
    page = await huis.get("")
    assert "Er zijn 4 deelnemers. Alle plekken samen hebben ruimte voor 3." in page
    assert "In blok 1 zijn er 4 deelnemers. Alle plekken samen hebben ruimte voor 3." in page


async def test_it_stops_with_a_reason(huis: Huis) -> None:
    status, page = await huis.post("/stoppen", reden="")
    assert (status, 'id="reden-fout"' in page) == (400, True)
    assert (await huis.post("/stoppen", reden="Te weinig bedrijven."))[0] == 303
    page = await huis.get("")
    assert "Reden: Te weinig bedrijven." in page
    assert "Nieuwe roulatie als vervolg" in page
    assert (await huis.post("/lagen", laag="samen"))[0] == 409
