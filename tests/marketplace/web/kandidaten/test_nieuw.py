"""Somebody new is registered by who may, under a kenmerk, with who it is stored apart."""

import re

import pytest

from tests.marketplace.web.kandidaten.rollen_site import NIEUW, add_rollen
from tests.marketplace.web.regio_site import EIGEN, WERKGEVER, RegioSite

ADDRESS = "{}@voorbeeld.plekwijs.nl"


async def test_an_accountmanager_registers_somebody_who_is_not_in_the_plan_yet(huis: RegioSite) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.get("/kandidaten/nieuw")).status_code == 200
        response = await visitor.post("/kandidaten/nieuw", NIEUW)
        assert response.status_code == 303, response.text
        text = (await visitor.get(response.headers["location"])).text
    row = await huis.eigenaar.fetchrow(
        """
        select kandidaat.kenmerk, kandidaat.status, gegevens.naam, kandidaat.begeleiding
        from kandidaten kandidaat join persoonsgegevens gegevens on gegevens.kandidaat_id = kandidaat.id
        where kandidaat.id = $1
        """,
        int(response.headers["location"].rpartition("/")[2]),
    )
    assert row is not None
    assert re.fullmatch("K-[0-9A-Z]{6}", row["kenmerk"])
    assert (row["status"], row["naam"], row["begeleiding"]) == ("voor_aangemeld", "Noor Voorbeeld", [240])
    assert "Voor-aangemeld" in text
    assert "Noor" not in text
    gegevens = await huis.eigenaar.fetch("select gegevens::text from gebeurtenissen")
    assert "Noor" not in str(gegevens)


async def test_a_consulent_sees_the_person_at_once_and_nobody_else(huis: RegioSite) -> None:
    await add_rollen(huis)
    async with huis.site.logged_in(ADDRESS.format("consulent")) as visitor:
        assert "Er is nog niemand aan u gekoppeld" in (await visitor.get("/kandidaten")).text
        response = await visitor.post("/kandidaten/nieuw", NIEUW)
        assert response.status_code == 303, response.text
        page = await visitor.get(response.headers["location"])
        assert page.status_code == 200
        assert "/bewerken" in page.text
        assert "/status" not in page.text
        shown = (await visitor.get("/kandidaten")).text
        assert "1 kandidaat" in shown
        assert "K-0001" not in shown


async def test_a_consulent_chooses_a_sw_bedrijf_of_the_own_region_by_name(huis: RegioSite) -> None:
    mensen = await add_rollen(huis)
    daar = await huis.eigenaar.fetchval("select id from organisaties where naam = 'Voorbeeld SW daar'")
    async with huis.site.logged_in(ADDRESS.format("consulent")) as visitor:
        text = (await visitor.get("/kandidaten/nieuw")).text
        assert f'value="{mensen.sw_bedrijf}">Voorbeeld SW</option>' in text
        assert "Voorbeeld SW daar" not in text
        wrong = await visitor.post("/kandidaten/nieuw", {**NIEUW, "sw_bedrijf": str(daar)})
        assert wrong.status_code == 400
        response = await visitor.post("/kandidaten/nieuw", {**NIEUW, "sw_bedrijf": str(mensen.sw_bedrijf)})
        assert response.status_code == 303, response.text
    async with huis.site.logged_in(ADDRESS.format("planner")) as visitor:
        assert (await visitor.get(response.headers["location"])).status_code == 200


async def test_a_planner_registers_for_the_own_sw_bedrijf(huis: RegioSite) -> None:
    mensen = await add_rollen(huis)
    async with huis.site.logged_in(ADDRESS.format("planner")) as visitor:
        without = await visitor.post("/kandidaten/nieuw", NIEUW)
        assert without.status_code == 400
        assert 'id="sw_bedrijf-fout"' in without.text
        response = await visitor.post("/kandidaten/nieuw", {**NIEUW, "sw_bedrijf": str(mensen.sw_bedrijf)})
        assert response.status_code == 303, response.text
    async with huis.site.logged_in(ADDRESS.format("vreemde_planner")) as stranger:
        assert (await stranger.get(response.headers["location"])).status_code == 404
        wrong = await stranger.post("/kandidaten/nieuw", {**NIEUW, "sw_bedrijf": str(mensen.sw_bedrijf)})
        assert wrong.status_code == 400


@pytest.mark.parametrize("name", ["jobcoach", "kandidaat", "coordinator", "werkgever"])
async def test_nobody_else_registers(huis: RegioSite, name: str) -> None:
    await add_rollen(huis)
    async with huis.site.logged_in(ADDRESS.format(name)) as visitor:
        assert (await visitor.get("/kandidaten/nieuw")).status_code == 403
        assert (await visitor.post("/kandidaten/nieuw", NIEUW)).status_code == 403
    assert await huis.eigenaar.fetchval("select count(*) from kandidaten") == 3


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("pc4", "6811", "Arnhem ligt buiten deze regio"),
        ("pc4", "9999", "Deze postcode kennen wij niet"),
        ("geboortedatum", "gisteren", "Vul een datum in"),
        ("geboortedatum", "1850-01-01", "Controleer het jaar"),
        ("geboortedatum", "2030-01-01", "Deze dag ligt in de toekomst"),
        ("telefoon", "111222333", "Dit is geen telefoonnummer"),
        ("email", "noor", "Dit is geen e-mailadres"),
        ("naam", "Noor 111222333", "kan zijn. Haal het weg"),
        ("begeleiding_uren", "veel", "Vul bij elke week een aantal uren in"),
    ],
)
async def test_a_fault_stands_at_its_field_beside_all_others_and_nothing_typed_is_lost(
    huis: RegioSite, field: str, value: str, words: str
) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post("/kandidaten/nieuw", {**NIEUW, field: value, "minuten_max": "8"})
    assert response.status_code == 400
    assert words in response.text
    assert "Het hoogste aantal uren is lager" in response.text
    assert f'value="{value}"' in response.text
    assert await huis.eigenaar.fetchval("select count(*) from kandidaten") == 3


async def test_a_werkgever_has_no_list(huis: RegioSite) -> None:
    async with huis.site.logged_in(WERKGEVER) as visitor:
        assert (await visitor.get("/kandidaten")).status_code == 403


async def test_at_a_sw_bedrijf_that_lends_out_groups_somebody_can_be_known_there_only(
    huis: RegioSite,
) -> None:
    mensen = await add_rollen(huis)
    own = {**NIEUW, "sw_bedrijf": str(mensen.sw_bedrijf), "besloten": "ja"}
    async with huis.site.logged_in(ADDRESS.format("planner")) as visitor:
        assert "Alleen bij ons bekend" not in (await visitor.get("/kandidaten/nieuw")).text
        early = await visitor.post("/kandidaten/nieuw", own)
        assert (early.status_code, "in groepen detacheert" in early.text) == (400, True)
        await huis.eigenaar.execute(
            "insert into detacheringsbeleid (organisatie_id) values ($1)", mensen.sw_bedrijf
        )
        page = (await visitor.get("/kandidaten/nieuw")).text
        assert re.search(r'id="besloten"\s+name="besloten"\s+value="ja" checked', page)
        made = await visitor.post("/kandidaten/nieuw", own)
        assert made.status_code == 303, made.text
        shown = await visitor.post("/kandidaten/nieuw", {**own, "besloten": "", "naam": "Kim Voorbeeld"})
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.get(made.headers["location"])).status_code == 404
        assert (await visitor.get(shown.headers["location"])).status_code == 200
    told = await huis.eigenaar.fetch(
        "select regio_code from gebeurtenissen where soort = 'kandidaat_aangemeld' order by id"
    )
    assert [row["regio_code"] for row in told] == [None, "AM09"]


async def test_who_does_not_plan_for_a_sw_bedrijf_keeps_nobody_from_the_regio(huis: RegioSite) -> None:
    mensen = await add_rollen(huis)
    await huis.eigenaar.execute(
        "insert into detacheringsbeleid (organisatie_id) values ($1)", mensen.sw_bedrijf
    )
    for email in (EIGEN, ADDRESS.format("consulent")):
        async with huis.site.logged_in(email) as visitor:
            assert "Alleen bij ons bekend" not in (await visitor.get("/kandidaten/nieuw")).text
            response = await visitor.post(
                "/kandidaten/nieuw", {**NIEUW, "sw_bedrijf": str(mensen.sw_bedrijf), "besloten": "ja"}
            )
            assert (response.status_code, "in groepen detacheert" in response.text) == (400, True)
    assert await huis.eigenaar.fetchval("select count(*) from kandidaten") == 3
