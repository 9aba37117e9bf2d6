"""Whether the service lives, can work, and what it tells of itself."""

from collections.abc import AsyncIterator
from dataclasses import replace

import asyncpg
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from marketplace.embedded import Dsns
from tests.marketplace.web.site import Site

TOKEN = "een-token-voor-de-cijfers"


@pytest.fixture
async def eigenaar(database: Dsns) -> AsyncIterator[asyncpg.Connection]:
    """A connection as the owner of what the site stands on."""
    conn = await asyncpg.connect(database.eigenaar)
    yield conn
    await conn.close()


async def test_a_process_that_lives_is_healthy_whatever_its_database_does(site: Site) -> None:
    await site.pool.close()
    async with site.visitor() as visitor:
        assert (await visitor.get("/gezond")).text == "gezond\n"


async def test_a_migrated_database_that_answers_makes_it_ready(site: Site) -> None:
    async with site.visitor() as visitor:
        assert (await visitor.get("/klaar")).text == "klaar\n"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("update alembic_version set version_num = '0001'", "staat op versie 0001"),
        ("update alembic_version set version_num = '9999'", "staat op versie 9999"),
        ("delete from alembic_version", "staat op versie 0000"),
        ("drop table alembic_version", "staat op versie 0000"),
        ("revoke select on alembic_version from app", "antwoordt niet"),
    ],
)
async def test_a_database_of_another_version_is_a_problem_in_dutch(
    site: Site, eigenaar: asyncpg.Connection, change: str, words: str
) -> None:
    await eigenaar.execute(change)
    async with site.visitor() as visitor:
        response = await visitor.get("/klaar")
    assert (response.status_code, response.headers["content-type"]) == (503, "application/problem+json")
    problem = response.json()
    assert (problem["status"], problem["title"]) == (503, "Plekwijs is nog niet klaar voor gebruik")
    assert words in problem["detail"]


async def test_a_database_that_is_away_is_a_problem_in_dutch(site: Site) -> None:
    await site.pool.close()
    async with site.visitor() as visitor:
        assert "De database antwoordt niet" in (await visitor.get("/klaar")).json()["detail"]


async def test_requests_are_counted_by_the_pattern_of_their_route(site: Site) -> None:
    async def broken(_: Request) -> Response:
        raise ValueError

    site.app.router.routes.insert(0, Route("/stuk", broken))
    async with site.visitor("127.0.0.1") as visitor:
        await visitor.get("/kandidaten/7?zoek=Sanne")
        await visitor.get("/Sanne/123456782")
        await visitor.get("/stuk")
        await visitor.client.request("SANNE", "/inloggen")
        text = (await visitor.get("/metrics")).text
    for line in (
        'plekwijs_requests_total{method="GET",route="/kandidaten/{id:int}",status="303"} 1.0',
        'plekwijs_requests_total{method="GET",route="/{path:path}",status="404"} 1.0',
        'plekwijs_requests_total{method="GET",route="/stuk",status="500"} 1.0',
        'plekwijs_requests_total{method="other",route="/inloggen",status="405"} 1.0',
        'plekwijs_request_seconds_count{method="GET",route="/kandidaten/{id:int}"} 1.0',
        'plekwijs_pool_connections{state="max"} 10.0',
    ):
        assert line in text.splitlines()
    assert "sanne" not in text.lower()
    assert "123456782" not in text


async def test_rekenruns_are_counted_by_outcome_and_the_queue_has_an_age(
    site: Site, eigenaar: asyncpg.Connection
) -> None:
    await eigenaar.execute(
        """
        insert into rekenruns (planner, regio_code, gevraagd_op, vandaag, seconden, seed)
        values ('matching', 'AM09', '2026-11-20 08:58:00Z', '2026-11-20', 1, 1)
        """
    )
    async with site.visitor("127.0.0.1") as visitor:
        text = (await visitor.get("/metrics")).text
        assert 'plekwijs_rekenruns{status="wachtrij"} 1.0' in text
        assert 'plekwijs_rekenruns{status="mislukt"} 0.0' in text
        assert "plekwijs_queue_age_seconds 120.0" in text
        await eigenaar.execute("delete from rekenruns")
        assert "plekwijs_queue_age_seconds 0.0" in (await visitor.get("/metrics")).text


async def test_figures_come_without_a_database_too(site: Site) -> None:
    await site.pool.close()
    async with site.visitor("127.0.0.1") as visitor:
        text = (await visitor.get("/metrics")).text
    assert "plekwijs_database_up 0.0" in text
    assert "plekwijs_rekenruns{" not in text


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip"])
async def test_without_a_token_only_this_machine_itself_reads_the_figures(site: Site, header: str) -> None:
    async with site.visitor("127.0.0.1") as near, site.visitor("192.0.2.1") as far:
        assert (await near.get("/metrics")).status_code == 200
        assert (await near.get("/metrics", **{header: "127.0.0.1"})).status_code == 404
        assert (await far.get("/metrics")).status_code == 404


async def test_with_a_token_whoever_shows_it_reads_the_figures(site: Site) -> None:
    site.app.state.settings = replace(site.app.state.settings, metrics_token=TOKEN)
    async with site.visitor("127.0.0.1") as near, site.visitor("192.0.2.1") as far:
        assert (await far.get("/metrics", authorization=f"Bearer {TOKEN}")).status_code == 200
        assert (await far.get("/metrics", authorization="Bearer een-ander")).status_code == 404
        assert (await near.get("/metrics")).status_code == 404
