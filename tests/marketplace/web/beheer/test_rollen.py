"""Accounts are made, and roles given and taken, on the pages of a regio or an organisatie."""

import re

import pytest

from tests.marketplace.web.conftest import password_hash
from tests.marketplace.web.site import Site

PAGES = ["/beheer/accounts/2/rol-geven", "/beheer/accounts/2/rol-weghalen?rol=werkgever&plaats=1"]
NIEUW = {"email": "nieuw@hier.nl", "naam": "Nina Hier", "plaats": "1", "rol": "werkgever"}


@pytest.fixture
async def baas(site: Site) -> str:
    """The beheerder of the organisatie, beside that of the regio."""
    await site.behind.execute(
        "with nieuw as (insert into accounts (email, naam, wachtwoord_hash, aangemaakt_op)"
        " values ('baas@hier.nl', 'Bo Hier', $1, '2026-01-01') returning id)"
        " insert into account_rollen select id, 'beheerder', null, 1 from nieuw",
        password_hash(),
    )
    return "baas@hier.nl"


def link_on(text: str) -> str:
    """The path of the link that a page shows."""
    found = re.search(r"http://plekwijs.voorbeeld(/link/\S+?)</textarea>", text)
    assert found, text
    return found[1]


async def _id(site: Site) -> int:
    """The account that was made."""
    number: int = await site.behind.fetchval("select id from accounts where email = 'nieuw@hier.nl'")
    return number


async def test_somebody_is_invited_chooses_a_password_and_comes_in(site: Site, baas: str) -> None:
    async with site.logged_in(baas) as visitor, site.visitor() as invited:
        made = await visitor.post("/beheer/accounts/nieuw", NIEUW)
        assert (made.status_code, "Nina Hier" in made.text) == (200, True)
        path = link_on(made.text)
        assert "Uitgenodigd" in (await visitor.get("/beheer/accounts")).text
        page = await invited.get(path)
        assert "nieuw@hier.nl" in page.text
        assert page.headers["referrer-policy"] == "no-referrer"
        chosen = {"wachtwoord": "een lang wachtwoord", "wachtwoord_herhaald": "een lang wachtwoord"}
        assert (await invited.post(path, chosen)).headers["location"] == "/inloggen"
        assert (await invited.login("nieuw@hier.nl", "een lang wachtwoord")).status_code == 303
        assert (await invited.get(path)).status_code == 410
        assert (
            "Wachtwoord gekozen met de link"
            in (await visitor.get(f"/beheer/accounts/{await _id(site)}")).text
        )


async def test_wrong_fields_are_told_all_at_once_and_stay(site: Site, baas: str) -> None:
    async with site.logged_in(baas) as visitor:
        wrong = {**NIEUW, "email": "geen adres", "naam": "", "rol": ""}
        response = await visitor.post("/beheer/accounts/nieuw", wrong)
        assert response.status_code == 400
        for sentence in ("3 dingen", "naam@bedrijf.nl", "Vul dit veld in.", 'value="geen adres"'):
            assert sentence in response.text


async def test_a_role_that_cannot_stand_there_is_told_at_its_field(site: Site, baas: str) -> None:
    async with site.logged_in(baas) as visitor:
        response = await visitor.post("/beheer/accounts/nieuw", {**NIEUW, "rol": "accountmanager"})
        assert (response.status_code, "Deze rol kan hier niet" in response.text) == (400, True)
    assert not await site.behind.fetchval("select count(*) from accounts where email = 'nieuw@hier.nl'")


async def test_an_address_with_an_account_gets_the_role_and_its_other_place_is_not_told(
    site: Site, baas: str
) -> None:
    async with site.logged_in(baas) as visitor:
        done = await visitor.post("/beheer/accounts/nieuw", {**NIEUW, "email": "BEHEERDER@daar.nl"})
        assert done.headers["location"] == "/beheer/accounts/4"
        page = (await visitor.get("/beheer/accounts/4")).text
        assert "had al een account" in page
        assert "‘Nina Hier’ is niet opgeslagen" in page
        assert "bij een andere organisatie of regio" in page
        assert "Midden-Gelderland" not in page
        for what in ("uitzetten", "sessies-intrekken", "link", "link-intrekken"):
            assert (await visitor.post(f"/beheer/accounts/4/{what}")).status_code == 403
    assert await site.behind.fetchval("select actief from accounts where id = 4")
    assert not await site.behind.fetchval("select count(*) from links")


async def test_a_role_is_given_and_taken_after_a_question(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as visitor:
        assert "Voorbeeld Groen" in (await visitor.get("/beheer/accounts/2/rol-geven")).text
        form = await visitor.get("/beheer/accounts/2/rol-geven?plaats=AM09")
        assert ("Accountmanager" in form.text, "Werkgever" in form.text) == (True, False)
        given = await visitor.post(
            "/beheer/accounts/2/rol-geven", {"plaats": "AM09", "rol": "accountmanager"}
        )
        assert given.headers["location"] == "/beheer/accounts/2"
        ask = await visitor.get("/beheer/accounts/2/rol-weghalen?rol=werkgever&plaats=1")
        assert "geen werkgever meer bij Voorbeeld Groen" in " ".join(ask.text.split())
        await visitor.post("/beheer/accounts/2/rol-weghalen", {"plaats": "1", "rol": "werkgever"})
        page = (await visitor.get("/beheer/accounts/2")).text
        assert "Rol weggehaald" in page
        last = await visitor.post(
            "/beheer/accounts/2/rol-weghalen", {"plaats": "AM09", "rol": "accountmanager"}
        )
        assert (last.status_code, "enige rol van dit account" in last.text) == (409, True)
    rows = await site.behind.fetch("select rol from account_rollen where account_id = 2")
    assert [row["rol"] for row in rows] == ["accountmanager"]


async def test_a_link_is_withdrawn(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as visitor, site.visitor() as holder:
        path = link_on((await visitor.post("/beheer/accounts/2/link")).text)
        assert (await holder.get(path)).status_code == 200
        assert "Link intrekken" in (await visitor.get("/beheer/accounts/2")).text
        await visitor.post("/beheer/accounts/2/link-intrekken")
        assert (await holder.get(path)).status_code == 410


@pytest.mark.parametrize("path", PAGES)
async def test_a_stranger_gives_and_takes_nothing(site: Site, path: str) -> None:
    async with site.logged_in("beheerder@daar.nl") as stranger:
        assert (await stranger.get(path)).status_code == 404
        form = {"plaats": "1", "rol": "werkgever"}
        assert (await stranger.post(path.partition("?")[0], form)).status_code == 404
        assert (await stranger.post("/beheer/accounts/2/link")).status_code == 404
        assert (await stranger.get("/beheer/accounts/nieuw?plaats=1")).status_code == 404
        assert (await stranger.post("/beheer/accounts/nieuw", NIEUW)).status_code == 404
    async with site.logged_in("werkgever@hier.nl") as other:
        assert (await other.get(path)).status_code == 403
        assert (await other.get("/beheer/accounts/nieuw")).status_code == 403
