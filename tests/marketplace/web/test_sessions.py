"""A session that no longer stands: pages lead to the login, forms keep what was typed."""

from datetime import timedelta

import pytest

from marketplace.clock import FixedClock
from tests.marketplace.web.site import BASE, Site

ENDED = "U bent uitgelogd. Log opnieuw in."


async def test_a_page_asks_to_log_in_and_remembers_the_way_back(site: Site) -> None:
    async with site.visitor() as visitor:
        response = await visitor.get("/uitleg?deel=reizen")
        assert response.headers["location"] == "/inloggen?naar=/uitleg%3Fdeel%3Dreizen"


async def test_a_revoked_session_is_out_at_once(site: Site, clock: FixedClock) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        await site.behind.execute("update sessies set ingetrokken_op = $1", clock.now())
        assert (await visitor.get("/uitleg")).status_code == 303


async def test_whoever_lost_the_session_is_told_once_and_goes_on_where_they_were(
    site: Site, clock: FixedClock
) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        await site.behind.execute("update sessies set ingetrokken_op = $1", clock.now())
        stream = await visitor.get("/uitleg", accept="text/event-stream")
        assert stream.status_code == 303
        sent = await visitor.get("/uitleg?deel=reizen")
        page = await visitor.get(sent.headers["location"])
        assert ENDED in page.text
        assert 'name="naar" value="/uitleg?deel=reizen"' in " ".join(page.text.split())
        assert ENDED not in (await visitor.get(sent.headers["location"])).text
        response = await visitor.login("accountmanager@hier.nl", naar="/uitleg?deel=reizen")
        assert response.headers["location"] == "/uitleg?deel=reizen"


async def test_whoever_never_was_in_is_not_told_of_an_end(site: Site) -> None:
    async with site.visitor() as visitor:
        sent = await visitor.get("/uitleg")
        assert ENDED not in (await visitor.get(sent.headers["location"])).text


async def test_a_form_sent_with_a_revoked_session_changes_nothing_and_keeps_what_was_typed(
    site: Site, clock: FixedClock
) -> None:
    async with site.logged_in("beheerder@hier.nl") as visitor:
        token = await visitor.token()
        await site.behind.execute("update sessies set ingetrokken_op = $1", clock.now())
        response = await visitor.client.post(
            "/beheer/accounts/2/uitzetten",
            data={"csrf": token, "reden": "Een lange uitleg <b>die</b> niemand opnieuw wil typen."},
            headers={"referer": "http://plekwijs.voorbeeld/beheer/accounts/2"},
        )
        assert response.status_code == 401
        assert "U bent niet meer ingelogd" in response.text
        assert "Een lange uitleg &lt;b&gt;die&lt;/b&gt;" in response.text
        assert token not in response.text
        assert 'href="/inloggen?naar=/beheer/accounts/2"' in response.text
        assert await site.behind.fetchval("select actief from accounts where id = 2")


async def test_a_session_ends_by_itself(site: Site, clock: FixedClock) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        site.app.state.clock = FixedClock(clock.now() + timedelta(hours=12))
        assert (await visitor.get("/uitleg")).status_code == 303


async def test_htmx_is_sent_to_the_login_page_as_a_whole(site: Site) -> None:
    async with site.visitor() as visitor:
        response = await visitor.get("/uitleg", **{"hx-request": "true"})
        assert (response.status_code, response.headers["hx-redirect"]) == (204, "/inloggen")


@pytest.mark.parametrize(
    ("referer", "way"),
    [(f"{BASE}/uitleg", "/inloggen?naar=/uitleg"), ("http://elders.nl/uitleg", "/inloggen")],
)
async def test_htmx_goes_on_at_the_page_that_asked_when_that_is_ours(
    site: Site, referer: str, way: str
) -> None:
    async with site.visitor() as visitor:
        response = await visitor.get("/beheer/accounts", **{"hx-request": "true", "referer": referer})
        assert response.headers["hx-redirect"] == way


async def test_more_than_a_form_may_hold_is_refused_before_it_is_read(site: Site) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        response = await visitor.post("/uitloggen", {"tekst": "x" * 5_000_000})
        assert response.status_code == 413
        assert "te veel tekst" in response.text


async def test_a_stranger_may_send_little(site: Site) -> None:
    async with site.visitor() as visitor:
        assert (await visitor.login("x" * 20_000)).status_code == 413


@pytest.mark.parametrize("text", ["x" * 1_000_000, "één\r\nregel " * 80_000])
async def test_one_megabyte_reaches_the_form_of_who_is_in(site: Site, text: str) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        assert (await visitor.post("/uitloggen", {"tekst": text})).status_code == 303
