"""Coming in and going out, as a visitor meets it."""

import html
import re

import pytest

from tests.marketplace.web.site import Site

SESSIE = "plekwijs-sessie"
WRONG = "Het e-mailadres of het wachtwoord klopt niet"


async def test_the_right_password_opens_a_session_and_leads_on(site: Site) -> None:
    async with site.visitor() as visitor:
        response = await visitor.login("Accountmanager@HIER.nl", naar="/uitleg")
        assert (response.status_code, response.headers["location"]) == (303, "/uitleg")
        assert "Anna Hier" in (await visitor.get("/uitleg")).text


@pytest.mark.parametrize("email", ["accountmanager@hier.nl", "niemand@hier.nl", "uit@hier.nl"])
async def test_one_sentence_says_no_whatever_was_wrong(site: Site, email: str) -> None:
    password = "plekwijs-demo" if email.startswith("uit@") else "verkeerd"
    async with site.visitor() as visitor:
        response = await visitor.login(email, password)
        assert response.status_code == 400
        assert WRONG in response.text
        assert email in response.text
        assert password not in response.text
        assert SESSIE not in visitor.client.cookies


async def test_too_many_attempts_at_an_account_must_wait_even_with_the_right_password(site: Site) -> None:
    async with site.visitor() as visitor:
        for _ in range(8):
            assert (await visitor.login("accountmanager@hier.nl", "verkeerd")).status_code == 400
        response = await visitor.login("accountmanager@hier.nl")
        assert response.status_code == 429
        assert "Wacht een kwartier" in response.text
        assert (await visitor.login("beheerder@hier.nl")).status_code == 303


async def test_attempts_are_counted_by_address_too(site: Site) -> None:
    async with site.visitor("192.0.2.77") as visitor:
        throttle = site.app.state.throttle
        for number in range(40):
            throttle.count(email=f"{number}@hier.nl", address="192.0.2.77")
        assert (await visitor.login("accountmanager@hier.nl")).status_code == 429
    async with site.visitor("192.0.2.78") as other:
        assert (await other.login("accountmanager@hier.nl")).status_code == 303


async def test_an_office_behind_one_address_can_log_in_all_morning(site: Site) -> None:
    async with site.visitor("192.0.2.77") as visitor:
        for _ in range(45):
            assert (await visitor.login("accountmanager@hier.nl")).status_code == 303
            visitor.client.cookies.clear()


async def test_coming_in_gives_back_one_attempt_and_no_more(site: Site) -> None:
    async with site.visitor("192.0.2.77") as visitor:
        throttle = site.app.state.throttle
        for number in range(39):
            throttle.count(email=f"{number}@hier.nl", address="192.0.2.77")
        assert (await visitor.login("accountmanager@hier.nl")).status_code == 303
        assert (await visitor.login("niemand@hier.nl")).status_code == 400
        assert (await visitor.login("niemand@hier.nl")).status_code == 429


async def test_the_session_cookie_is_out_of_reach_and_only_its_hash_is_stored(site: Site) -> None:
    async with site.visitor() as visitor:
        response = await visitor.login("accountmanager@hier.nl")
        cookie = next(c for c in response.headers.get_list("set-cookie") if c.startswith(SESSIE))
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        token = visitor.client.cookies[SESSIE]
        stored = await site.behind.fetchval("select token_hash from sessies")
        assert token.encode() not in stored
        assert len(stored) == 32


async def test_a_new_login_gets_a_new_token_and_ends_the_old_one(site: Site) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        first = visitor.client.cookies[SESSIE]
        await visitor.login("accountmanager@hier.nl")
        assert visitor.client.cookies[SESSIE] != first
        assert (
            await site.behind.fetchval("select count(*) from sessies where ingetrokken_op is not null") == 1
        )


async def test_a_token_that_the_visitor_brought_never_becomes_a_session(site: Site) -> None:
    async with site.visitor() as visitor:
        visitor.client.cookies.set(SESSIE, "gekozen-door-een-ander")
        await visitor.login("accountmanager@hier.nl")
        given = visitor.client.cookies.get(SESSIE, domain="plekwijs.voorbeeld")
        assert given not in {None, "gekozen-door-een-ander"}


async def test_logging_out_ends_the_session_in_the_database(site: Site) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        token = visitor.client.cookies[SESSIE]
        assert (await visitor.post("/uitloggen")).status_code == 303
        visitor.client.cookies.set(SESSIE, token)
        assert (await visitor.get("/uitleg")).headers["location"] == "/inloggen?naar=/uitleg"


@pytest.mark.parametrize(
    "naar", ["https://elders.nl/", "//elders.nl/", "/\\elders.nl", "elders", "", "/\t/elders.nl"]
)
async def test_the_way_back_never_leaves_the_site(site: Site, naar: str) -> None:
    async with site.visitor() as visitor:
        response = await visitor.login("accountmanager@hier.nl", naar=naar)
        assert response.headers["location"] == "/"


@pytest.mark.parametrize(("length", "goal"), [(2000, None), (2001, "/")])
async def test_who_came_by_a_long_path_can_log_in(site: Site, length: int, goal: str | None) -> None:
    path = "/uitleg?deel=".ljust(length, "a")
    async with site.visitor() as visitor:
        page = await visitor.get((await visitor.get(path)).headers["location"])
        naar = html.unescape(re.findall(r'name="naar"\s+value="([^"]*)"', page.text)[0])
        response = await visitor.login("accountmanager@hier.nl", naar=naar)
        assert (response.status_code, response.headers["location"]) == (303, goal or path)


async def test_who_is_in_does_not_see_the_login_page(site: Site) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        assert (await visitor.get("/inloggen?naar=/uitleg")).headers["location"] == "/uitleg"


async def test_the_statement_on_accessibility_is_for_everyone(site: Site) -> None:
    async with site.visitor() as visitor:
        assert "WCAG 2.2" in (await visitor.get("/toegankelijkheid")).text
