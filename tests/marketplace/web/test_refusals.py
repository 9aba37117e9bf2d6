"""A no is a page in Dutch, nothing has changed, and nothing personal is in the log."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest
import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Message

from marketplace.errors import CapacityReached, Forbidden, InvalidInput, NotFound, Refusal, StaleVersion
from marketplace.web.edge import at_edge
from marketplace.web.request import connection
from tests.marketplace.web.site import Site

REFUSALS = [
    (NotFound(), 404, "Niet gevonden"),
    (Forbidden(), 403, "Dit mag niet"),
    (StaleVersion(), 409, "Dit is intussen veranderd"),
    (CapacityReached(), 409, "net vergeven aan iemand anders"),
    (InvalidInput(fields={"tot": "Het einde ligt voor het begin."}), 400, "Het einde ligt voor het begin."),
]


class Full(asyncpg.PostgresError):
    """What our trigger raises."""

    sqlstate = "PW001"


def add_page(site: Site, error: Exception | None, status: int = 200) -> None:
    """A page that writes a gebeurtenis and then fails, or answers with this status."""

    async def page(request: Request) -> Response:
        await (await connection(request)).execute(
            "insert into gebeurtenissen (tijd, soort, onderwerp, account_id)"
            " values (now(), 'proef', 'proef', app_account())"
        )
        if error is not None:
            raise error
        return PlainTextResponse("klaar", status_code=status)

    site.app.router.routes.insert(0, Route("/proef", at_edge(page)))


async def written(site: Site) -> int:
    """How many gebeurtenissen were kept."""
    count: int = await site.behind.fetchval("select count(*) from gebeurtenissen")
    return count


@pytest.mark.parametrize(
    ("path", "page"), [("/voorstellen/44/afwijzen", "/voorstellen/44"), ("/uitloggen", "/")]
)
async def test_the_address_of_a_form_that_came_back_leads_to_its_page(
    site: Site, path: str, page: str
) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        response = await visitor.get(path)
    assert (response.status_code, response.headers["location"]) == (303, page)


@pytest.mark.parametrize(("refusal", "status", "words"), REFUSALS)
async def test_a_refusal_is_a_page_and_nothing_changes(
    site: Site, refusal: Refusal, status: int, words: str
) -> None:
    add_page(site, refusal)
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        response = await visitor.get("/proef")
        assert response.status_code == status
        assert words in response.text
        assert "Hoofdnavigatie" in response.text
    assert await written(site) == 0


async def test_a_conflict_leads_back_to_the_page_that_was_looked_at(site: Site) -> None:
    add_page(site, StaleVersion())
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        response = await visitor.get("/proef", referer="http://plekwijs.voorbeeld/kandidaten/4")
        assert 'href="/kandidaten/4"' in response.text
        response = await visitor.get("/proef", referer="http://elders.nl/kandidaten/4")
        assert "elders" not in response.text


async def test_htmx_gets_the_same_words_as_a_fragment(site: Site) -> None:
    add_page(site, StaleVersion())
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        response = await visitor.get("/proef", **{"hx-request": "true"})
        assert response.headers["hx-retarget"] == "#melding"
        assert "<html" not in response.text


async def test_an_error_is_a_calm_page_with_a_reference_and_logs_nothing_personal(site: Site) -> None:
    add_page(site, ValueError("Sanne Voorbeeld-Jansen"))
    with structlog.testing.capture_logs() as logs:
        async with site.logged_in("accountmanager@hier.nl") as visitor:
            response = await visitor.get("/proef?naam=Sanne")
    assert response.status_code == 500
    assert logs[0]["reference"] in response.text
    assert "Sanne" not in str(logs)
    assert await written(site) == 0


async def test_a_full_plek_that_the_database_refuses_is_said_in_its_words(site: Site) -> None:
    add_page(site, Full("Op deze plek is geen plaats meer vrij."))
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        response = await visitor.get("/proef")
        assert (response.status_code, "geen plaats meer vrij" in response.text) == (409, True)


async def test_below_400_is_kept_and_from_400_undone(site: Site) -> None:
    add_page(site, None, 400)
    async with site.visitor() as visitor:
        assert (await visitor.get("/proef")).text == "klaar"
        assert await written(site) == 0
        add_page(site, None)
        await visitor.get("/proef")
        assert await written(site) == 1


async def test_a_path_that_does_not_exist_has_the_navigation_too(site: Site) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        response = await visitor.get("/bestaat/niet")
        assert response.status_code == 404
        assert "Hoofdnavigatie" in response.text


async def test_a_method_that_a_path_does_not_take_is_refused_in_our_words(site: Site) -> None:
    async with site.visitor() as visitor:
        response = await visitor.client.delete("/inloggen")
        assert response.status_code == 405
        assert "Dit kan hier niet" in response.text


@pytest.mark.parametrize("digits", ["1" * 18, "1" * 19, str(2**63), "1" * 5000, "0"])
async def test_a_number_of_any_length_in_a_path_is_a_page_that_does_not_exist(
    site: Site, digits: str
) -> None:
    async with site.logged_in("accountmanager@hier.nl") as visitor:
        response = await visitor.get(f"/kandidaten/{digits}")
        assert response.status_code == 404
        assert "Niet gevonden" in response.text
        assert "content-security-policy" in response.headers


async def broken(_: Request) -> Response:
    """A page without the edge that breaks."""
    raise ValueError("Sanne Voorbeeld-Jansen")


async def broken_halfway(_: Request) -> Response:
    """A stream that breaks after its first words."""

    async def words() -> AsyncIterator[str]:
        yield "eerst"
        raise ValueError("Sanne Voorbeeld-Jansen")

    return StreamingResponse(words())


async def test_an_error_outside_the_edge_is_a_calm_page_too(site: Site) -> None:
    site.app.router.routes.insert(0, Route("/stuk", broken))
    with structlog.testing.capture_logs() as logs:
        async with site.visitor() as visitor:
            response = await visitor.get("/stuk")
    assert response.status_code == 500
    assert "Er ging iets mis bij ons" in response.text
    assert logs[0]["reference"] in response.text
    assert logs[0]["page"] == "broken"
    assert "Sanne" not in str(logs)
    assert "default-src 'none'" in response.headers["content-security-policy"]


async def test_a_stream_that_breaks_halfway_is_logged_without_what_was_in_it(site: Site) -> None:
    site.app.router.routes.insert(0, Route("/stuk", broken_halfway))
    sent: list[Message] = []

    async def receive() -> Message:
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/stuk", "query_string": b"", "headers": []}
    with structlog.testing.capture_logs() as logs:
        await site.app(scope, receive, send)
    assert [log["kind"] for log in logs] == ["ValueError"]
    assert "Sanne" not in str(logs)
    assert [message.get("body") for message in sent] == [None, b"eerst"]
