"""A beheerder sees and switches the accounts of the own regio, and no other."""

import pytest

from tests.marketplace.web.site import Site


async def test_the_list_holds_the_accounts_of_the_own_regio_only(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as visitor:
        text = (await visitor.get("/beheer/accounts")).text
        assert "werkgever@hier.nl" in text
        assert "beheerder@daar.nl" not in text


@pytest.mark.parametrize("what", ["", "/uitzetten", "/aanzetten", "/sessies-intrekken"])
async def test_an_account_of_another_regio_does_not_exist(site: Site, what: str) -> None:
    async with site.logged_in("beheerder@daar.nl") as stranger:
        path = f"/beheer/accounts/1{what}"
        response = await (stranger.post(path) if what else stranger.get(path))
        assert response.status_code == 404
    assert await site.behind.fetchval("select actief from accounts where id = 1")
    assert not await site.behind.fetchval("select count(*) from gebeurtenissen")


@pytest.mark.parametrize("email", ["accountmanager@hier.nl", "werkgever@hier.nl"])
async def test_only_a_beheerder_comes_here(site: Site, email: str) -> None:
    async with site.logged_in(email) as visitor:
        assert (await visitor.get("/beheer/accounts")).status_code == 403
        assert (await visitor.post("/beheer/accounts/2/uitzetten")).status_code == 403


async def test_an_account_that_is_switched_off_is_out_at_once_and_on_again_later(site: Site) -> None:
    async with (
        site.logged_in("beheerder@hier.nl") as beheerder,
        site.logged_in("accountmanager@hier.nl") as other,
    ):
        response = await beheerder.post("/beheer/accounts/1/uitzetten")
        assert response.status_code == 303
        page = await beheerder.get("/beheer/accounts/1")
        assert "Anna Hier kan niet meer inloggen" in page.text
        assert "kan niet meer inloggen" not in (await beheerder.get("/beheer/accounts/1")).text
        assert (await other.get("/uitleg")).status_code == 303
        assert (await other.login("accountmanager@hier.nl")).status_code == 400
        await beheerder.post("/beheer/accounts/1/aanzetten")
        assert (await other.login("accountmanager@hier.nl")).status_code == 303
    soorten = await site.behind.fetch("select soort, account_id, regio_code from gebeurtenissen order by id")
    assert [tuple(row) for row in soorten] == [
        ("account_uitgezet", 3, "AM09"),
        ("account_aangezet", 3, "AM09"),
    ]


async def test_ending_all_sessions_leaves_the_account_on(site: Site) -> None:
    async with (
        site.logged_in("beheerder@hier.nl") as beheerder,
        site.logged_in("werkgever@hier.nl") as one,
        site.logged_in("werkgever@hier.nl") as two,
    ):
        assert "2 keer" in (await beheerder.get("/beheer/accounts/2")).text
        await beheerder.post("/beheer/accounts/2/sessies-intrekken")
        assert "Er zijn 2 sessies gesloten." in (await beheerder.get("/beheer/accounts/2")).text
        assert (await one.get("/uitleg")).status_code == 303
        assert (await two.get("/uitleg")).status_code == 303
        assert (await one.login("werkgever@hier.nl")).status_code == 303


async def test_nobody_switches_off_the_own_account(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as beheerder:
        assert "uw eigen account" in (await beheerder.get("/beheer/accounts/3")).text
        response = await beheerder.post("/beheer/accounts/3/uitzetten")
        assert response.status_code == 403
        assert "eigen account niet uitzetten" in response.text


async def test_a_number_that_no_account_has_is_not_found(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as beheerder:
        assert (await beheerder.get("/beheer/accounts/99999999999999999999999")).status_code == 404


async def test_why_an_account_was_switched_off_stands_in_its_history(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as beheerder:
        refused = await beheerder.post("/beheer/accounts/1/uitzetten", {"reden": "van 123456782"})
        assert refused.status_code == 400
        assert 'value="van 123456782"' in refused.text
        assert await site.behind.fetchval("select actief from accounts where id = 1")
        await beheerder.post("/beheer/accounts/1/uitzetten", {"reden": "Werkt hier niet meer."})
        assert "<p>Werkt hier niet meer.</p>" in (await beheerder.get("/beheer/accounts/1")).text
