"""Where a person stands is changed by who decides; what it does is said before, promises prevent it."""

from datetime import date

import pytest

from tests.marketplace.regio_details import occupy
from tests.marketplace.web.kandidaten.rollen_site import add_rollen
from tests.marketplace.web.regio_site import EIGEN, RegioSite

ADDRESS = "{}@voorbeeld.plekwijs.nl"


async def voorstel(huis: RegioSite, kandidaat: int, status: str) -> int:
    """A voorstel for a person, with a yes where the status asks one."""
    number: int = await huis.eigenaar.fetchval(
        """
        insert into voorstellen (kandidaat_id, leerwerkplek_id, status, ja_kandidaat_op, ja_vastgelegd_door)
        values ($1, $2, $3, '2026-11-01', $4) returning id
        """,
        huis.regio.kandidaten[kandidaat],
        huis.regio.plekken[0],
        status,
        huis.regio.eigen.account_id,
    )
    return number


async def test_who_leaves_lets_voorstellen_lapse_and_weeks_come_free(huis: RegioSite) -> None:
    number = await voorstel(huis, 0, "voorgesteld")
    await occupy(huis.eigenaar, huis.regio, 0, 1, date(2026, 11, 16))
    await occupy(huis.eigenaar, huis.regio, 0, 1, date(2026, 11, 30))
    path = f"/kandidaten/{huis.regio.kandidaten[0]}/status"
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.get(path)).text
        assert "1 voorstel vervalt" in text
        assert "De weken na deze week op Gras maaien komen vrij" in text
        form = {"naar": "teruggetrokken", "versie": "1", "reden": ""}
        lacking = await visitor.post(path, form)
        assert (lacking.status_code, 'id="reden-fout"' in lacking.text) == (400, True)
        assert (await visitor.post(path, {**form, "reden": "Verhuisd."})).status_code == 303
        late = await visitor.post(path, {**form, "reden": "Verhuisd."})
        assert late.status_code == 409
        assert "Iemand anders was u voor" in late.text
        assert "Wat wordt de status?" in late.text
    now = await huis.eigenaar.fetchrow("select status, status_reden from kandidaten where versie = 2")
    assert now is not None
    assert tuple(now) == ("teruggetrokken", "Verhuisd.")
    assert await huis.eigenaar.fetchval("select status from voorstellen where id = $1", number) == "vervallen"
    weeks = await huis.eigenaar.fetch("select week from bezetting")
    assert [row["week"] for row in weeks] == [date(2026, 11, 16)]


@pytest.mark.parametrize("name", ["eigen", "planner"])
async def test_a_promise_stands_in_the_way_for_each_who_decides(huis: RegioSite, name: str) -> None:
    await add_rollen(huis)
    await voorstel(huis, 1, "besproken_met_kandidaat")
    path = f"/kandidaten/{huis.regio.kandidaten[1]}/status"
    async with huis.site.logged_in(ADDRESS.format(name)) as visitor:
        assert "Los eerst op wat is beloofd" in (await visitor.get(path)).text
        response = await visitor.post(path, {"naar": "voor_aangemeld", "versie": "1"})
    assert response.status_code == 409
    assert "Los dat eerst op" in response.text
    assert await huis.eigenaar.fetchval("select count(*) from kandidaten where versie > 1") == 0


async def test_a_planner_lets_one_of_the_own_people_leave_and_weeks_come_free(huis: RegioSite) -> None:
    await add_rollen(huis)
    number = await voorstel(huis, 1, "voorgesteld")
    await occupy(huis.eigenaar, huis.regio, 1, 1, date(2026, 11, 30))
    path = f"/kandidaten/{huis.regio.kandidaten[1]}/status"
    async with huis.site.logged_in(ADDRESS.format("planner")) as visitor:
        response = await visitor.post(path, {"naar": "niet_gestart", "versie": "1", "reden": "Geen tijd."})
        assert response.status_code == 303, response.text
    assert await huis.eigenaar.fetchval("select status from voorstellen where id = $1", number) == "vervallen"
    assert await huis.eigenaar.fetchval("select count(*) from bezetting") == 0


async def test_who_ended_goes_to_the_archive_and_comes_back(huis: RegioSite) -> None:
    first = huis.regio.kandidaten[0]
    await huis.eigenaar.execute("update kandidaten set status = 'afgerond' where id = $1", first)
    path = f"/kandidaten/{first}"
    async with huis.site.logged_in(EIGEN) as visitor:
        assert (await visitor.post(f"{path}/archief", {"versie": "1"})).status_code == 303
        assert "K-0001" not in (await visitor.get("/kandidaten")).text
        assert "K-0001" in (await visitor.get("/kandidaten?archief=ja")).text
        assert "staat in het archief" in (await visitor.get(path)).text
        moved = await visitor.post(f"{path}/status", {"naar": "voor_aangemeld", "versie": "2"})
        assert moved.status_code == 409
        assert (await visitor.post(f"{path}/archief", {"versie": "2", "terug": "ja"})).status_code == 303
        assert "K-0001" in (await visitor.get("/kandidaten")).text
        back = await visitor.post(f"{path}/status", {"naar": "voor_aangemeld", "versie": "3"})
        assert back.status_code == 303
        late = {"naar": "matchbaar", "versie": "4", "sinds": "2026-11-21"}
        assert 'id="sinds-fout"' in (await visitor.post(f"{path}/status", late)).text
        found = await visitor.post(f"{path}/status", {**late, "sinds": "2026-11-02"})
        assert found.status_code == 303
    since = await huis.eigenaar.fetchval("select matchbaar_sinds from kandidaten where id = $1", first)
    assert since == date(2026, 11, 2)


@pytest.mark.parametrize(("name", "status"), [("jobcoach", 403), ("coordinator", 403), ("vreemd", 404)])
@pytest.mark.parametrize("what", ["status", "archief", "betrokkenen"])
async def test_nobody_else_decides(huis: RegioSite, name: str, status: int, what: str) -> None:
    await add_rollen(huis)
    path = f"/kandidaten/{huis.regio.kandidaten[0]}/{what}"
    async with huis.site.logged_in(ADDRESS.format(name)) as visitor:
        assert (await visitor.post(path, {"naar": "voor_aangemeld", "versie": "1"})).status_code == status
