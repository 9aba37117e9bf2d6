"""Many at once, and slow ones: whoever sends half a form keeps nobody else from the database."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import httpx2
import pytest
import structlog
from starlette.types import Message

from marketplace import db
from marketplace.clock import FixedClock
from marketplace.web import sizes
from tests.marketplace.web.site import BASE, PASSWORD, Site, Visitor

FORM = {"content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin"}
CONNECTIONS = 10
PATIENCE = 4.0


class SlowForm:
    """A form that is sent half, and whole once `rest` is set."""

    def __init__(self, form: str) -> None:
        self.form = form.encode()
        self.half = asyncio.Event()
        self.rest = asyncio.Event()

    async def pieces(self) -> AsyncIterator[bytes]:
        """What the browser sends."""
        yield self.form[:5]
        self.half.set()
        await self.rest.wait()
        yield self.form[5:]

    def send(self, visitor: Visitor, path: str) -> "asyncio.Task[httpx2.Response]":
        """Begin to send it."""
        return asyncio.create_task(visitor.client.post(path, content=self.pieces(), headers=FORM))


@asynccontextmanager
async def all_connections(site: Site) -> AsyncIterator[None]:
    """Every connection of the pool taken by somebody else."""
    async with AsyncExitStack() as stack:
        for _ in range(CONNECTIONS):
            await stack.enter_async_context(site.pool.acquire())
        yield


def log_in(number: int) -> dict[str, str]:
    """A login form for one of three accounts, so that no account has too many attempts."""
    names = ("accountmanager", "werkgever", "beheerder")
    return {"email": f"{names[number % 3]}@hier.nl", "wachtwoord": PASSWORD}


async def test_half_sent_forms_with_a_made_up_session_keep_nobody_out(site: Site) -> None:
    slow = [SlowForm("csrf=x&email=x&wachtwoord=x") for _ in range(2 * CONNECTIONS)]
    async with site.visitor() as attacker, site.visitor() as visitor:
        attacker.client.cookies.set("plekwijs-sessie", "verzonnen")
        sent = [form.send(attacker, "/inloggen") for form in slow]
        await asyncio.gather(*(form.half.wait() for form in slow))
        async with asyncio.timeout(PATIENCE):
            assert (await visitor.login("accountmanager@hier.nl")).status_code == 303
            assert (await visitor.get("/uitleg")).status_code == 200
        for form in slow:
            form.rest.set()
        assert {response.status_code for response in await asyncio.gather(*sent)} == {403}


async def test_half_sent_forms_of_a_real_session_keep_nobody_out(site: Site) -> None:
    async with site.logged_in("beheerder@hier.nl") as visitor:
        slow = [SlowForm(f"csrf={await visitor.token()}") for _ in range(2 * CONNECTIONS)]
        sent = [form.send(visitor, "/beheer/accounts/2/uitzetten") for form in slow]
        await asyncio.gather(*(form.half.wait() for form in slow))
        async with asyncio.timeout(PATIENCE):
            assert (await visitor.get("/beheer/accounts")).status_code == 200
        for task in sent:
            task.cancel()


async def test_many_who_log_in_again_at_once_all_come_in(site: Site) -> None:
    async with AsyncExitStack() as stack:
        people = [await stack.enter_async_context(site.visitor()) for _ in range(2 * CONNECTIONS)]
        tokens = [await person.token() for person in people]
        for person in people:
            person.client.cookies.set("plekwijs-sessie", "verzonnen")
        async with asyncio.timeout(PATIENCE):
            answers = await asyncio.gather(
                *(
                    person.client.post("/inloggen", data={**log_in(number), "csrf": token})
                    for number, (person, token) in enumerate(zip(people, tokens, strict=True))
                )
            )
    assert {answer.status_code for answer in answers} == {303}


async def test_a_session_that_is_revoked_while_its_form_comes_in_changes_nothing(
    site: Site, clock: FixedClock
) -> None:
    async with site.logged_in("beheerder@hier.nl") as visitor:
        slow = SlowForm(f"csrf={await visitor.token()}&reden=Een+lange+uitleg+voor+later")
        sent = slow.send(visitor, "/beheer/accounts/2/uitzetten")
        await slow.half.wait()
        await site.behind.execute("update sessies set ingetrokken_op = $1", clock.now())
        slow.rest.set()
        response = await sent
        assert response.status_code == 401
        assert "Een lange uitleg voor later" in response.text
    assert await site.behind.fetchval("select actief from accounts where id = 2")


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_when_all_connections_stay_taken_a_calm_page_says_so(
    site: Site, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    monkeypatch.setattr(db, "ACQUIRE_SECONDS", 0.05)
    async with site.logged_in("accountmanager@hier.nl") as visitor, all_connections(site):
        response = await visitor.client.request(method, f"{BASE}/uitleg" if method == "GET" else "/uitloggen")
        assert response.status_code == 503
        assert "Het is nu te druk" in response.text
        assert "content-security-policy" in response.headers


async def test_after_the_crowd_the_page_is_there_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        with monkeypatch.context() as patch:
            patch.setattr(db, "ACQUIRE_SECONDS", 0.05)
            async with all_connections(site):
                assert (await visitor.get("/uitleg")).status_code == 503
        assert (await visitor.get("/uitleg")).status_code == 200


@pytest.mark.parametrize("cookie", ["", "verzonnen"])
async def test_who_takes_too_long_to_send_a_form_is_let_go(
    site: Site, monkeypatch: pytest.MonkeyPatch, cookie: str
) -> None:
    monkeypatch.setattr(sizes, "BODY_SECONDS", 0.05)
    slow = SlowForm("csrf=x&email=x&wachtwoord=x")
    async with site.visitor() as visitor:
        visitor.client.cookies.set("plekwijs-sessie", cookie)
        for path in ("/inloggen", "/uitloggen"):
            async with asyncio.timeout(PATIENCE):
                response = await slow.send(visitor, path)
            assert response.status_code == 408
            assert response.headers["connection"] == "close"
            assert "kwam niet op tijd" in response.text


async def test_who_leaves_in_the_middle_of_a_form_is_no_error_of_ours(site: Site) -> None:
    async def leave() -> Message:
        return {"type": "http.disconnect"}

    async def drop(_: Message) -> None:
        """Nobody is there."""

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/inloggen",
        "query_string": b"",
        "headers": [(b"content-type", b"application/x-www-form-urlencoded")],
    }
    with structlog.testing.capture_logs() as logs:
        await site.app(scope, leave, drop)
    assert not logs
