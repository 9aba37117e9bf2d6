"""What no browser sends, and what happens when the database is away."""

from collections.abc import AsyncIterator

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from marketplace.clock import FixedClock
from marketplace.web.edge import at_edge
from marketplace.web.request import session_is_live
from tests.marketplace.web.site import Site


async def test_a_form_that_cannot_be_read_is_refused_in_dutch(site: Site) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        headers = {"content-type": "multipart/form-data"}
        response = await visitor.client.post("/uitloggen", content=b"rommel", headers=headers)
        assert response.status_code == 400
        assert "konden we niet lezen" in response.text
        assert (await visitor.get("/uitleg")).status_code == 200


async def test_a_form_in_pieces_is_counted_while_it_is_read(site: Site) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b"x" * 1000

    async with site.visitor() as visitor:
        headers = {"content-type": "application/x-www-form-urlencoded"}
        response = await visitor.client.post("/inloggen", content=pieces(), headers=headers)
        assert response.status_code == 413


@pytest.mark.parametrize("typed", ["\x00", "a\x00@b.nl", "\U0001f600@b.nl", "x" * 300])
async def test_strange_letters_at_the_login_are_a_wrong_field(site: Site, typed: str) -> None:
    async with site.visitor() as visitor:
        assert (await visitor.login(typed)).status_code == 400


@pytest.mark.parametrize("name", ["email", "csrf"])
@pytest.mark.parametrize(
    ("charset", "typed"), [("unicode_escape", rb"\ud800"), ("utf-7", b"+2AA-"), ("undefined", b"x")]
)
async def test_letters_that_no_page_can_hold_are_refused_in_dutch(
    site: Site, name: str, charset: str, typed: bytes
) -> None:
    body = b'--deel\r\ncontent-disposition: form-data; name="%s"\r\n\r\n%s\r\n--deel--\r\n'
    headers = {"content-type": f"multipart/form-data; boundary=deel; charset={charset}"}
    async with site.visitor() as stranger, site.logged_in("accountmanager@hier.nl") as visitor:
        for sender, path in ((stranger, "/inloggen"), (stranger, "/uitloggen"), (visitor, "/uitloggen")):
            token = {"x-csrf": await sender.token()}
            content = body % (name.encode(), typed)
            response = await sender.client.post(path, content=content, headers=headers | token)
            assert response.status_code == 400
            assert "een teken dat we niet kunnen lezen" in response.text


async def test_a_message_that_is_not_ours_is_not_shown(site: Site) -> None:
    async with site.visitor() as visitor:
        for value in ("/w==", "zz", "%%%"):
            visitor.client.cookies.set("plekwijs-melding", value)
            response = await visitor.get("/inloggen")
            assert response.status_code == 200
            assert "bericht-goed" not in response.text


async def test_a_session_cookie_of_any_length_is_only_a_stranger(site: Site) -> None:
    async with site.visitor() as visitor:
        visitor.client.cookies.set("plekwijs-sessie", "x" * 3000)
        assert (await visitor.get("/uitleg")).status_code == 303


async def test_a_stream_can_ask_whether_its_session_still_stands(site: Site, clock: FixedClock) -> None:
    async def page(request: Request) -> Response:
        before = await session_is_live(request)
        await site.behind.execute("update sessies set ingetrokken_op = $1", clock.now())
        return PlainTextResponse(f"{before} {await session_is_live(request)}")

    site.app.router.routes.insert(0, Route("/stroom", at_edge(page)))
    async with site.visitor() as stranger:
        assert (await stranger.get("/stroom")).text == "False False"
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        assert (await visitor.get("/stroom")).text == "True False"


async def test_without_its_database_the_service_says_so_calmly(site: Site) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        await site.pool.close()
        assert (await visitor.get("/gezond")).status_code == 200
        assert (await visitor.get("/klaar")).status_code == 503
        response = await visitor.get("/uitleg")
        assert response.status_code == 500
        assert "Er ging iets mis bij ons" in response.text
