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


EDIT = "/beheer/accounts/1/bewerken"
NEW = {"naam": "Anna de Vries", "email": "anna@hier.nl", "versie": "1"}


async def test_a_name_that_changes_leaves_sessions_and_links_as_they_are(site: Site) -> None:
    async with (
        site.logged_in("beheerder@hier.nl") as beheerder,
        site.logged_in("accountmanager@hier.nl") as other,
    ):
        await beheerder.post("/beheer/accounts/1/link")
        assert 'value="accountmanager@hier.nl"' in (await beheerder.get(EDIT)).text
        kept = {**NEW, "email": "accountmanager@hier.nl"}
        assert (await beheerder.post(EDIT, kept)).status_code == 303
        assert "Anna de Vries" in (await other.get("/account")).text
        page = (await beheerder.get("/beheer/accounts/1")).text
        assert "Er is een link gemaakt" in page
    await _told(site, {"naam": None})


async def _told(site: Site, velden: dict[str, None]) -> None:
    """The record names the fields and holds nothing of what stands in them."""
    told = await site.behind.fetchval(
        "select gegevens from gebeurtenissen where soort = 'account_gewijzigd' order by id desc limit 1"
    )
    assert told == {"velden": velden}


async def test_another_address_ends_every_session_and_every_open_link(site: Site) -> None:
    async with (
        site.logged_in("beheerder@hier.nl") as beheerder,
        site.logged_in("accountmanager@hier.nl") as other,
    ):
        await beheerder.post("/beheer/accounts/1/link")
        assert (await beheerder.post(EDIT, NEW)).status_code == 303
        page = (await beheerder.get("/beheer/accounts/1")).text
        for words in ("Anna de Vries logt voortaan in met anna@hier.nl", "Account gewijzigd", "gewijzigd"):
            assert words in page
        assert (await other.get("/account")).status_code == 303
        assert (await other.login("accountmanager@hier.nl")).status_code == 400
        assert (await other.login("anna@hier.nl")).status_code == 303
    assert not await site.behind.fetchval("select count(*) from links where ingetrokken_op is null")
    await _told(site, {"naam": None, "email": None})


async def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as beheerder:
        both = await beheerder.post(EDIT, {"naam": "", "email": "geen adres", "versie": "1"})
        assert (both.status_code, "2 dingen" in both.text) == (400, True)
        taken = await beheerder.post(EDIT, {**NEW, "email": "BEHEERDER@daar.nl"})
        assert (taken.status_code, "heeft dit e-mailadres al" in taken.text) == (400, True)
        assert 'value="Anna de Vries"' in taken.text
    assert await site.behind.fetchval("select naam from accounts where id = 1") == "Anna Hier"


async def test_who_was_overtaken_sees_both_and_can_save_over_it(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as beheerder:
        await beheerder.post(EDIT, NEW)
        late = await beheerder.post(EDIT, {**NEW, "naam": "Anna Bakker"})
        assert late.status_code == 409
        assert "Anna Bakker</td>" in late.text
        assert "Anna de Vries</td>" in late.text
        assert 'name="versie" value="2"' in late.text
        assert (await beheerder.post(EDIT, {**NEW, "naam": "Anna Bakker", "versie": "2"})).status_code == 303
    assert await site.behind.fetchval("select naam from accounts where id = 1") == "Anna Bakker"


async def test_nobody_edits_an_account_that_also_stands_elsewhere(site: Site) -> None:
    await site.behind.execute("insert into account_rollen values (1, 'accountmanager', 'AM07', null)")
    async with site.logged_in("beheerder@hier.nl") as beheerder:
        assert "bewerken" not in (await beheerder.get("/beheer/accounts/1")).text
        assert (await beheerder.get(EDIT)).status_code == 403
        assert (await beheerder.post(EDIT, NEW)).status_code == 403
    async with site.logged_in("beheerder@daar.nl") as stranger:
        assert (await stranger.post("/beheer/accounts/2/bewerken", NEW)).status_code == 404


async def test_the_list_is_searched_with_a_typing_error_and_leafed_through(site: Site) -> None:
    await site.behind.execute(
        "insert into accounts (id, email, naam, aangemaakt_op) overriding system value"
        " select nummer, 'm' || nummer || '@hier.nl', 'Medewerker ' || nummer, '2026-01-01'"
        " from generate_series(100, 159) nummer"
    )
    await site.behind.execute(
        "insert into account_rollen select nummer, 'accountmanager', 'AM09', null"
        " from generate_series(100, 159) nummer"
    )
    async with site.logged_in("beheerder@hier.nl") as beheerder:
        first = (await beheerder.get("/beheer/accounts")).text
        assert "64 accounts, 1 tot en met 50" in first
        assert "51 tot en met 64" in (await beheerder.get("/beheer/accounts?pagina=2")).text
        found = (await beheerder.get("/beheer/accounts?woorden=medewerkr+117")).text
        assert "m117@hier.nl" in found
        assert "1 account<" in found
        by_role = (await beheerder.get("/beheer/accounts?woorden=werkgever")).text
        assert "werkgever@hier.nl" in by_role
        assert "m117@hier.nl" not in by_role
        assert "Geen accounts gevonden" in (await beheerder.get("/beheer/accounts?woorden=daar")).text
