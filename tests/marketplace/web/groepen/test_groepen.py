"""A group is registered at once, started later or called off, and gone on from; by who decides there only."""

import re

import pytest

from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite

GROEP = {
    "naam": "Groen, eerste groep",
    "sector": "groen",
    "regio": "AM09",
    "kenmerken": "0001, k-0002\nK-0001",
}


async def registered(huis: RegioSite, **other: str) -> str:
    """The address of a group that was just registered."""
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post("/groepen/nieuw", {**GROEP, **other})
    assert response.status_code == 303, response.text
    return response.headers["location"]


async def test_a_whole_group_is_registered_by_kenmerk(huis: RegioSite) -> None:
    path = await registered(huis)
    async with huis.site.logged_in(EIGEN) as visitor:
        assert "2 personen in de sector groen" in (await visitor.get(path)).text
        assert "Groen, eerste groep" in (await visitor.get("/groepen")).text
    for email, status in ((VREEMD, 404), (WERKGEVER, 403)):
        async with huis.site.logged_in(email) as stranger:
            assert (await stranger.get(path)).status_code == status
            assert "Groen, eerste groep" not in (await stranger.get("/groepen")).text


async def test_who_decides_in_two_regios_chooses_by_name(huis: RegioSite) -> None:
    await huis.eigenaar.execute(
        """
        insert into account_rollen (account_id, rol, regio_code)
        select id, 'accountmanager', 'AM07' from accounts where email = $1
        """,
        EIGEN,
    )
    async with huis.site.logged_in(EIGEN) as visitor:
        page = (await visitor.get("/groepen/nieuw")).text
    assert re.search(r'<option value="AM09"[^>]*>Achterhoek</option>', page)
    assert re.search(r'<option value="AM07"[^>]*>Midden-Gelderland</option>', page)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("kenmerken", "K-0001 K-9999", "niemand met dit kenmerk: K-9999"),
        ("kenmerken", "", "Vul dit veld in"),
        ("sector", "onzin", "Maak een keuze uit de lijst"),
        ("naam", "", "Vul dit veld in"),
    ],
)
async def test_a_fault_stands_at_its_field(huis: RegioSite, field: str, value: str, words: str) -> None:
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post("/groepen/nieuw", {**GROEP, field: value})
    assert response.status_code == 400
    assert words in response.text
    assert await huis.eigenaar.fetchval("select count(*) from groepen") == 0


async def test_nobody_registers_in_another_regio(huis: RegioSite) -> None:
    async with huis.site.logged_in(VREEMD) as stranger:
        assert (await stranger.post("/groepen/nieuw", GROEP)).status_code == 400
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post("/groepen/nieuw", {**GROEP, "regio": "AM07"})).status_code == 400
    assert await huis.eigenaar.fetchval("select count(*) from groepen") == 0


async def test_a_start_lets_who_was_registered_take_part(huis: RegioSite) -> None:
    await huis.eigenaar.execute(
        "update kandidaten set status = 'voor_aangemeld', matchbaar_sinds = null where kenmerk = 'K-0001'"
    )
    path = await registered(huis)
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post(f"{path}/starten", {"versie": "1"})).status_code == 303
        late = await visitor.post(f"{path}/starten", {"versie": "1"})
        assert late.status_code == 409
        assert "Iemand anders was u voor" in late.text
        assert "Groep afronden" in late.text
        assert (await visitor.post(f"{path}/afronden", {"versie": "2"})).status_code == 303
        assert "Nieuwe groep als vervolg" in (await visitor.get(path)).text
    since = await huis.eigenaar.fetchval(
        "select matchbaar_sinds::text from kandidaten where kenmerk = 'K-0001' and status = 'matchbaar'"
    )
    assert since == "2026-11-20"


async def test_a_group_that_is_called_off_did_not_start_and_says_why(huis: RegioSite) -> None:
    path = await registered(huis)
    async with huis.site.logged_in(EIGEN) as visitor:
        lacking = await visitor.post(f"{path}/annuleren", {"versie": "1"})
        assert (lacking.status_code, 'id="reden-fout"' in lacking.text) == (400, True)
        form = {"versie": "1", "reden": "Er was te weinig tijd."}
        assert (await visitor.post(f"{path}/annuleren", form)).status_code == 303
        assert "Reden: Er was te weinig tijd." in (await visitor.get(path)).text
    rows = await huis.eigenaar.fetch("select status, status_reden from kandidaten order by kenmerk")
    assert [tuple(row) for row in rows] == [
        ("niet_gestart", "Er was te weinig tijd."),
        ("niet_gestart", "Er was te weinig tijd."),
        ("matchbaar", None),
    ]


async def test_a_promise_to_one_keeps_the_whole_group(huis: RegioSite) -> None:
    path = await registered(huis)
    await huis.eigenaar.execute(
        """
        insert into voorstellen (kandidaat_id, leerwerkplek_id, status, ja_kandidaat_op, ja_vastgelegd_door)
        values ($1, $2, 'besproken_met_kandidaat', '2026-11-01', $3)
        """,
        huis.regio.kandidaten[1],
        huis.regio.plekken[0],
        huis.regio.eigen.account_id,
    )
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(f"{path}/annuleren", {"versie": "1", "reden": "Geen tijd meer."})
    assert response.status_code == 409
    assert "K-0002" in response.text
    assert await huis.eigenaar.fetchval("select count(*) from kandidaten where status <> 'matchbaar'") == 0
    assert await huis.eigenaar.fetchval("select status from groepen") == "aangemeld"


async def test_a_next_group_goes_on_from_a_former(huis: RegioSite) -> None:
    former = (await registered(huis)).rpartition("/")[2]
    async with huis.site.logged_in(EIGEN) as visitor:
        opened = (await visitor.get(f"/groepen/nieuw?vervolg_op={former}")).text
        assert "Groen, eerste groep, vervolg" in opened
    path = await registered(huis, naam="Groen, tweede groep", vervolg_op=former)
    async with huis.site.logged_in(EIGEN) as visitor:
        assert "Gaat verder na Groen, eerste groep" in (await visitor.get(path)).text
    async with huis.site.logged_in(VREEMD) as stranger:
        assert (await stranger.get(f"/groepen/nieuw?vervolg_op={former}")).status_code == 404
