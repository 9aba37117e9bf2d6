"""Each role has the page that fits: who edits has buttons, who reads has none, a person reads plain words."""

import pytest

from tests.marketplace.web.kandidaten.rollen_site import add_rollen
from tests.marketplace.web.regio_site import EIGEN, VREEMD, RegioSite

ADDRESS = "{}@voorbeeld.plekwijs.nl"
DOEL = {"doel": "bellen over een voorstel"}


@pytest.mark.parametrize(
    ("name", "buttons"),
    [
        ("eigen", {"/bewerken", "/status", "/betrokkenen", "/persoonsgegevens"}),
        ("jobcoach", {"/bewerken", "/persoonsgegevens"}),
        ("coordinator", set()),
    ],
)
async def test_a_page_offers_what_the_role_may(huis: RegioSite, name: str, buttons: set[str]) -> None:
    await add_rollen(huis)
    path = f"/kandidaten/{huis.regio.kandidaten[0]}"
    async with huis.site.logged_in(ADDRESS.format(name)) as visitor:
        page = await visitor.get(path)
        assert page.status_code == 200
        offered = {"/bewerken", "/status", "/betrokkenen", "/persoonsgegevens"}
        assert {each for each in offered if f'"{path}{each}"' in page.text} == buttons
        assert (await visitor.get("/kandidaten")).status_code == 200
        assert (await visitor.get("/")).status_code == 200


@pytest.mark.parametrize("name", ["planner", "vreemde_planner", "vreemde_jobcoach", "consulent", "vreemd"])
@pytest.mark.parametrize("what", ["", "/bewerken", "/persoonsgegevens/wijzigen"])
async def test_strangers_of_every_kind_find_nothing(huis: RegioSite, name: str, what: str) -> None:
    await add_rollen(huis)
    async with huis.site.logged_in(ADDRESS.format(name)) as visitor:
        response = await visitor.get(f"/kandidaten/{huis.regio.kandidaten[0]}{what}")
    assert response.status_code == 404
    assert "K-0001" not in response.text


async def test_a_person_reads_the_own_profile_and_who_looked(huis: RegioSite) -> None:
    await add_rollen(huis)
    path = f"/kandidaten/{huis.regio.kandidaten[0]}"
    async with huis.site.logged_in(ADDRESS.format("jobcoach")) as coach:
        assert "Sanne Voorbeeld" in (await coach.post(f"{path}/persoonsgegevens", DOEL)).text
    async with huis.site.logged_in(ADDRESS.format("kandidaat")) as visitor:
        assert (await visitor.get("/mijn-profiel")).headers["location"] == path
        text = (await visitor.get(path)).text
        assert "Mijn profiel" in text
        assert "Zeg het tegen jobcoach" in text
        for button in ("/bewerken", "/status", "/betrokkenen"):
            assert button not in text
        shown = (await visitor.post(f"{path}/persoonsgegevens", {"doel": "Eigen gegevens bekijken"})).text
        assert "Sanne Voorbeeld" in shown
        assert "jobcoach. Doel: bellen over een voorstel" in shown
        assert "wijzigen" not in shown
        assert (await visitor.get(f"/kandidaten/{huis.regio.kandidaten[1]}")).status_code == 404
        assert (await visitor.get("/kandidaten")).status_code == 403
        assert (await visitor.get(f"{path}/bewerken")).status_code == 403


async def test_persoonsgegevens_are_edited_and_an_overtaken_form_shows_both(huis: RegioSite) -> None:
    path = f"/kandidaten/{huis.regio.kandidaten[0]}/persoonsgegevens"
    typed = {"naam": "Sanne Anders", "geboortedatum": "1990-05-01", "versie": "1", **DOEL}
    async with huis.site.logged_in(EIGEN) as visitor:
        assert 'name="versie" value="1"' in (await visitor.post(path, DOEL)).text
        assert (await visitor.post(f"{path}/wijzigen", typed)).status_code == 303
        overtaken = await visitor.post(f"{path}/wijzigen", {**typed, "naam": "Sanne Later"})
        assert "Sanne Anders" in overtaken.text
        assert 'value="Sanne Later"' in overtaken.text
        assert 'name="versie" value="2"' in overtaken.text
        wrong = await visitor.post(f"{path}/wijzigen", {**typed, "naam": ""})
        assert (wrong.status_code, 'id="naam-fout"' in wrong.text) == (400, True)
    looks = await huis.eigenaar.fetchval("select count(*) from persoonsgegevens_inzagen")
    assert looks == 3  # to begin, to tell what the edit changed, to compare
    assert await huis.eigenaar.fetchval("select naam from persoonsgegevens") == "Sanne Anders"


async def test_the_first_persoonsgegevens_are_filled_in(huis: RegioSite) -> None:
    path = f"/kandidaten/{huis.regio.kandidaten[1]}"
    typed = {"naam": "Ties Voorbeeld", "geboortedatum": "03-04-1985"}
    async with huis.site.logged_in(EIGEN) as visitor:
        assert f"{path}/persoonsgegevens/wijzigen" in (await visitor.get(path)).text
        assert (await visitor.get(f"{path}/persoonsgegevens/wijzigen")).status_code == 200
        assert (await visitor.post(f"{path}/persoonsgegevens/wijzigen", typed)).status_code == 303
        assert (await visitor.get(f"{path}/persoonsgegevens/wijzigen")).status_code == 303


async def test_a_jobcoach_is_bound_and_unbound(huis: RegioSite) -> None:
    await add_rollen(huis)
    first = huis.regio.kandidaten[0]
    path = f"/kandidaten/{first}/betrokkenen"
    coach = ADDRESS.format("vreemde_jobcoach")
    async with huis.site.logged_in(EIGEN) as visitor:
        unknown = await visitor.post(path, {"email": "niemand@voorbeeld.nl", "rol": "jobcoach"})
        assert (unknown.status_code, 'id="email-fout"' in unknown.text) == (400, True)
        twice = await visitor.post(path, {"email": ADDRESS.format("jobcoach"), "rol": "jobcoach"})
        assert "al betrokken" in twice.text
        other = await visitor.post(path, {"email": coach, "rol": "consulent"})
        assert other.status_code == 400
        assert (await visitor.post(path, {"email": coach.upper(), "rol": "jobcoach"})).status_code == 303
        assert "vreemde_jobcoach" in (await visitor.get(path)).text
    async with huis.site.logged_in(coach) as visitor:
        assert (await visitor.get(f"/kandidaten/{first}")).status_code == 200
    bond = await huis.eigenaar.fetchval("select max(id) from kandidaat_betrokkenen")
    async with huis.site.logged_in(VREEMD) as stranger:
        assert (await stranger.post(f"{path}/{bond}", {"laatste_dag": "2026-11-20"})).status_code == 404
    async with huis.site.logged_in(EIGEN) as visitor:
        early = await visitor.post(f"{path}/{bond}", {"laatste_dag": "2026-11-19"})
        assert (early.status_code, 'id="laatste_dag-fout"' in early.text) == (400, True)
        assert (await visitor.get(f"{path}/{bond}")).status_code == 200
        assert (await visitor.post(f"{path}/{bond}", {"laatste_dag": "2026-11-20"})).status_code == 303
    ends = await huis.eigenaar.fetchval(
        "select upper(periode)::text from kandidaat_betrokkenen where id = $1", bond
    )
    assert ends == "2026-11-21"
