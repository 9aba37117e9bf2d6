"""Begin, the treden and the beleid on their pages."""

import re

import pytest

from tests.marketplace.groepsdetachering.klein_bedrijf import hire
from tests.marketplace.web.groepsdetachering.bedrijf.conftest import BUURPLANNER, PLANNER, WERKLEIDER, Huis

BELEID = {
    "weken": 8,
    "max_rit": 45,
    "max_omweg": 20,
    "loon": "18,50",
    "leiding": "€ 32",
    "kilometer": "0,4",
    "uitstroom_per_groep": 2,
    "terugkeer_maanden": 36,
    "waarschuwing_weken": 8,
}
DRIE = "Voorbeeld drie"


async def start_page(huis: Huis, email: str) -> tuple[int, str]:
    """Where groepsdetachering begins for somebody."""
    async with huis.site.logged_in(email) as visitor:
        response = await visitor.get("/groepsdetachering")
    return response.status_code, response.headers.get("location") or response.text


async def test_a_planner_begins_and_goes_on_with_what_there_is_to_fill_in(leeg: Huis) -> None:
    status, page = await start_page(leeg, PLANNER)
    assert (status, "Begin met groepsdetachering" in page) == (200, True)
    assert f"{leeg.path}/beginnen" in page
    assert "Een planner van uw bedrijf kan hiermee beginnen." in (await start_page(leeg, WERKLEIDER))[1]
    form = await leeg.get("/beginnen")
    assert "1. Binnen, 2. Buiten, in een groep" in form
    assert "1. Leren, 2. Samen naar buiten, 3. Alleen naar buiten" in form
    for typed, words in (({}, "Vul dit veld in."), ({"voorbeeld": "Iets"}, "Maak een keuze uit de lijst.")):
        status, page = await leeg.post("/beginnen", **typed)
        assert (status, words in page) == (400, True)
    assert (await leeg.ask("/beginnen", BUURPLANNER))[0] == 404
    assert (await leeg.ask("/beginnen", WERKLEIDER))[0] == 403
    assert (await leeg.post("/beginnen", BUURPLANNER, voorbeeld=DRIE))[0] == 404
    assert (await leeg.post("/beginnen", voorbeeld=DRIE)) == (303, f"{leeg.path}/bedrijf")
    assert await leeg.rows("select count(*) from treden") == [(3,)]
    assert (await leeg.post("/beginnen", voorbeeld=DRIE))[0] == 404
    assert (await start_page(leeg, PLANNER)) == (303, f"{leeg.path}/bord")


async def test_the_plain_treden_are_the_first_choice(leeg: Huis) -> None:
    assert (await leeg.post("/beginnen", voorbeeld="zelf"))[0] == 303
    page = await leeg.get("/bedrijf")
    assert "1. Binnen" in page
    assert "2. Buiten, in een groep" in page
    for words in (
        "Er zijn nog geen werkleiders",
        "Er zijn nog geen bussen",
        "Er zijn nog geen opstapplaatsen",
    ):
        assert words in page


async def test_the_beleid_is_typed_in_euros_and_kept_in_cents(huis: Huis) -> None:
    assert (await huis.post("/bedrijf/beleid", **BELEID, fase_volgorde="ja", versie=1))[0] == 303
    stored = "select loon, leiding, kilometer, weken, fase_volgorde from detacheringsbeleid"
    assert await huis.rows(stored) == [(1850, 3200, 40, 8, True)]
    page = await huis.get("/bedrijf")
    for words in ("€ 18,50", "€ 32,00", "€ 0,40", "36 maanden", "45 minuten", "bindend"):
        assert words in page
    form = await huis.get("/bedrijf/beleid")
    for value in ("18,50", "32", "0,40"):
        assert f'value="{value}"' in form
    assert "€ 18,50" in form
    status, page = await huis.post("/bedrijf/beleid", **{**BELEID, "weken": 20}, versie=1)
    assert (status, 'value="20"' in page) == (409, True)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("weken", "0", "Vul 1 of meer in."),
        ("weken", "27", "Vul 26 of minder in."),
        ("max_rit", "4", "Vul 5 of meer in."),
        ("max_omweg", "121", "Vul 120 of minder in."),
        ("loon", "veel", "Vul een bedrag in, bijvoorbeeld 18,50."),
        ("loon", "1.250,5", "Vul een bedrag in, bijvoorbeeld 18,50."),
        ("loon", "-1", "Vul een bedrag in, bijvoorbeeld 18,50."),
        ("loon", "200,01", "Vul hooguit € 200 in."),
        ("kilometer", "21", "Vul hooguit € 20 in."),
        ("leiding", "", "Vul dit veld in."),
        ("uitstroom_per_groep", "21", "Vul 20 of minder in."),
        ("terugkeer_maanden", "121", "Vul 120 of minder in."),
        ("waarschuwing_weken", "53", "Vul 52 of minder in."),
    ],
)
async def test_a_bound_that_cannot_be_is_refused_at_its_field(
    huis: Huis, field: str, value: str, words: str
) -> None:
    status, page = await huis.post("/bedrijf/beleid", **{**BELEID, field: value}, versie=1)
    assert status == 400
    assert re.search(rf'id="{field}-fout".*?{re.escape(words)}', page, re.DOTALL), page


async def test_a_wish_goes_up_and_down(huis: Huis) -> None:
    assert (await huis.post("/bedrijf/lagen", laag="ontwikkeling", versie=1))[0] == 303
    page = await huis.get("/bedrijf/beleid")
    assert "1. Ontwikkeling" in page
    assert "2. Opdrachten" in page
    assert (await huis.post("/bedrijf/lagen", laag="marge", versie=1))[0] == 409
    assert (await huis.post("/bedrijf/lagen", laag="ontwikkeling", versie=2))[0] == 404


async def test_treden_come_change_and_go(huis: Huis) -> None:
    page = await huis.get("/bedrijf/treden")
    assert "Trede 3 toevoegen" in page
    assert "Bron: proef" in page
    status, page = await huis.post("/bedrijf/treden", naam="", uitleg="Alleen", versie=1)
    assert (status, 'id="naam-fout"' in page, "Alleen</textarea>" in page) == (400, True, True)
    new = {"naam": "Alleen naar buiten", "uitleg": "", "fase": "regulier"}
    assert (await huis.post("/bedrijf/treden", **new, versie=1))[0] == 303
    status, page = await huis.post("/bedrijf/treden", **{**new, "fase": "elders"}, versie=2)
    assert (status, 'id="fase-fout"' in page) == (400, True)
    assert (await huis.post("/bedrijf/treden/3", **{**new, "naam": "Zelfstandig"}, versie=2))[0] == 303
    assert "3. Zelfstandig" in await huis.get("/bedrijf")
    status, page = await huis.post("/bedrijf/treden/3", **{**new, "naam": "Anders"}, versie=2)
    assert (status, 'value="Anders"' in page) == (409, True)
    assert (await huis.ask("/bedrijf/treden/4"))[0] == 404
    await hire(huis.eigenaar, huis.klein, huis.klein.regio.kandidaten[0], 3, None)
    for path in ("weghalen", "voorbeeld"):
        status, page = await huis.post(f"/bedrijf/treden/{path}", voorbeeld="Voorbeeld een", versie=3)
        assert (status, "Er is nog een medewerker met deze trede." in page) == (409, True)
    assert (await huis.post("/bedrijf/treden/voorbeeld", voorbeeld=DRIE, versie=3))[0] == 303
    assert "2. Samen naar buiten" in await huis.get("/bedrijf")
    await huis.eigenaar.execute("delete from medewerkers")
    assert (await huis.post("/bedrijf/treden/weghalen", versie=3))[0] == 409
    assert (await huis.post("/bedrijf/treden/weghalen", versie=4))[0] == 303
    status, page = await huis.post("/bedrijf/treden/voorbeeld", voorbeeld="Dat is er niet", versie=5)
    assert status == 400
