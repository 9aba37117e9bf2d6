"""The web process is killed in mid-run: what was decided stays and the run completes."""

import asyncio

import asyncpg
import httpx2

from marketplace.embedded import Dsns
from seed.accounts import ACCOUNTS
from tests.live import Live
from tests.marketplace.web.site import Visitor

PATIENCE = 60


async def test_web_killed_in_mid_run_loses_no_decision_and_the_run_completes(
    live: Live, seeded_database: Dsns
) -> None:
    conn = await asyncpg.connect(seeded_database.eigenaar)
    email = next(each.email for each in ACCOUNTS if each.rol == "accountmanager")
    async with httpx2.AsyncClient(base_url=live.url) as client:
        visitor = Visitor(client)
        await visitor.login(email)
        run = (await visitor.post("/rekenruns")).headers["location"]
        await wait_for(conn, "select count(*) from rekenruns where instantie is not null", 1)
        live.kill("web")
        live.start("web")
        await asyncio.to_thread(live.wait_until_up)
        await wait_for(conn, "select count(*) from rekenruns where status = 'geslaagd'", 1)
        page = (await visitor.get(run)).text
        assert "Naar het plan" in page
        assert "hebben een plek" in (await visitor.get("/plan")).text
    asked = await conn.fetchval("select count(*) from gebeurtenissen where soort = 'rekenrun_gevraagd'")
    assert asked == 1
    await conn.close()


async def wait_for(conn: asyncpg.Connection, query: str, expected: int) -> None:
    """Wait until a count is what is expected."""
    async with asyncio.timeout(PATIENCE):
        while await conn.fetchval(query) != expected:  # noqa: ASYNC110 (a table has no event)
            await asyncio.sleep(0.05)
