"""A no is a page in Dutch, nothing has changed, and nothing personal is in the log."""

import asyncpg
import pytest
import structlog
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

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
            "insert into gebeurtenissen (tijd, soort, onderwerp) values (now(), 'proef', 'proef')"
        )
        if error is not None:
            raise error
        return PlainTextResponse("klaar", status_code=status)

    site.app.router.routes.insert(0, Route("/proef", at_edge(page)))


async def written(site: Site) -> int:
    """How many gebeurtenissen were kept."""
    count: int = await site.pool.fetchval("select count(*) from gebeurtenissen")
    return count


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


async def test_the_health_page_asks_the_database(site: Site) -> None:
    async with site.visitor() as visitor:
        assert (await visitor.get("/gezond")).text == "gezond\n"
