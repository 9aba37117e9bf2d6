"""Who a kandidaat is, is shown for a purpose and logged; to nobody else."""

import pytest

from tests.marketplace.web.regio_site import EIGEN, VREEMD, WERKGEVER, RegioSite


async def test_a_purpose_shows_the_name_and_leaves_a_trace(huis: RegioSite) -> None:
    path = f"/kandidaten/{huis.regio.kandidaten[0]}/persoonsgegevens"
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(path, {"doel": "bellen over een voorstel"})
    assert response.status_code == 200
    assert "Sanne Voorbeeld" in response.text
    assert response.headers["cache-control"] == "no-store"
    row = await huis.eigenaar.fetchrow("select account_id, doel from persoonsgegevens_inzagen")
    assert row is not None
    assert tuple(row) == (huis.regio.eigen.account_id, "bellen over een voorstel")


@pytest.mark.parametrize("doel", ["", "   ", "abc", "bellen met 111222333", "x" * 5000])
async def test_without_a_good_purpose_nothing_is_shown_or_logged(huis: RegioSite, doel: str) -> None:
    path = f"/kandidaten/{huis.regio.kandidaten[0]}/persoonsgegevens"
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.post(path, {"doel": doel})
    assert response.status_code == 400
    assert "Sanne" not in response.text
    assert 'id="doel-fout"' in response.text
    assert await huis.eigenaar.fetchval("select count(*) from persoonsgegevens_inzagen") == 0


@pytest.mark.parametrize(("email", "status"), [(VREEMD, 404), (WERKGEVER, 403)])
async def test_strangers_are_shown_nothing(huis: RegioSite, email: str, status: int) -> None:
    path = f"/kandidaten/{huis.regio.kandidaten[0]}/persoonsgegevens"
    async with huis.site.logged_in(email) as visitor:
        response = await visitor.post(path, {"doel": "bellen over een voorstel"})
    assert response.status_code == status
    assert "Sanne" not in response.text


async def test_a_purpose_that_is_too_short_is_told_so(huis: RegioSite) -> None:
    path = f"/kandidaten/{huis.regio.kandidaten[0]}/persoonsgegevens"
    async with huis.site.logged_in(EIGEN) as visitor:
        text = (await visitor.post(path, {"doel": "abc"})).text
    assert "Vul ten minste 5 tekens in." in text


async def test_a_link_alone_leads_to_the_profile_and_shows_nothing(huis: RegioSite) -> None:
    path = f"/kandidaten/{huis.regio.kandidaten[0]}"
    async with huis.site.logged_in(EIGEN) as visitor:
        response = await visitor.get(f"{path}/persoonsgegevens")
    assert (response.status_code, response.headers["location"]) == (303, path)
    assert "Sanne" not in response.text
