"""The production form without containers: those very processes, a PostgreSQL and a Redis started apart."""

import asyncio
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from marketplace.toegang.gebeurtenissen import LOCK
from tests.databases import Databases
from tests.marketplace.productie import PATIENCE, TOKEN, Productie, open_productie

WORKERS = ("worker1", "worker2")


@pytest.fixture(scope="module")
async def productie(
    databases: Databases, seeded_template: str, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Productie]:
    """Two webs and two workers; a test that ends one starts it again."""
    name = await databases.clone(seeded_template)
    folder: Path = tmp_path_factory.mktemp("productie")
    async with open_productie(databases.dsns(name), folder) as place:
        yield place
    await databases.drop(name)


async def test_a_run_asked_at_one_web_is_done_once_and_seen_at_the_other(productie: Productie) -> None:
    async with productie.visitors() as (first, second):
        run = await productie.ask(first)
        await productie.wait_for_status(run, "geslaagd")
        assert "Naar het plan" in (await second.get(f"/rekenruns/{run}")).text
        assert "hebben een plek" in (await second.get("/plan")).text
    begun = [each for name in WORKERS for each in productie.events(name) if each["event"] == "run begins"]
    assert [(each["rekenrun"], each["poging"]) for each in begun] == [(run, 1)]


async def test_a_run_is_cancelled_at_the_other_web(productie: Productie) -> None:
    async with productie.visitors() as (first, second):
        run = await productie.ask(first)
        await productie.wait_until_solving(run)
        assert (await second.post(f"/rekenruns/{run}/annuleren")).status_code == 303
        await productie.wait_for_status(run, "geannuleerd")


async def test_two_workers_never_do_the_same_run(productie: Productie) -> None:
    open_runs = "select count(*) from rekenruns where status in ('wachtrij', 'bezig')"
    changing = await asyncpg.connect(productie.dsns.eigenaar)
    # Whoever takes the first run waits for a change in its regio, so that the other has time for the next.
    async with changing.transaction():
        await changing.execute(
            "select pg_advisory_xact_lock_shared($1, hashtext(min(code))) from regios", LOCK
        )
        runs = await productie.conn.fetch(
            """
            insert into rekenruns (planner, regio_code, gevraagd_op, vandaag, seconden, seed)
            select 'matching', code, now(), '2026-11-20', 1, 1 from regios order by code returning id
            """
        )
        await productie.wait_for(open_runs, expected=1)
    await changing.close()
    await productie.wait_for(open_runs, expected=0)
    ids = sorted(row["id"] for row in runs)
    begun = [
        [each["rekenrun"] for each in productie.events(name) if each["event"] == "run begins"]
        for name in WORKERS
    ]
    assert sorted(each for each in begun[0] + begun[1] if each in ids) == ids
    assert all(set(each) & set(ids) for each in begun)
    assert await productie.conn.fetchval("select max(poging) from rekenruns where id = any($1)", ids) == 1


async def test_a_run_of_a_killed_worker_is_completed_by_the_other(productie: Productie) -> None:
    async with productie.visitors() as (first, _):
        run = await productie.ask(first)
        holder = await productie.wait_until_solving(run)
        productie.kill(holder)
        await productie.wait_for_status(run, "geslaagd")
    row = await productie.conn.fetchrow("select poging, geclaimd_door from rekenruns where id = $1", run)
    other = next(name for name in WORKERS if name != holder)
    assert row is not None
    assert row["poging"] == 2
    assert f":{productie.children[other].pid}:" in row["geclaimd_door"]
    plans = await productie.conn.fetchval("select count(*) from plannen where rekenrun_id = $1", run)
    assert plans == 1
    productie.start(holder)
    await productie.wait_until_up(holder)


async def test_without_redis_nothing_is_lost_and_runs_go_on(productie: Productie) -> None:
    async with productie.visitors() as (first, second):
        under_way = await productie.ask(first)
        await productie.wait_until_solving(under_way)
        productie.redis.kill()
        await productie.wait_for_status(under_way, "geslaagd")
        without = await productie.ask(second)
        await productie.wait_for_status(without, "geslaagd")
        assert (await second.get("/klaar")).status_code == 200
        productie.redis.start()
        after = await productie.ask(first)
        await productie.wait_for_status(after, "geslaagd")
    assert all(productie.children[name].poll() is None for name in productie.children)
    assert productie.count("web2", "ring not heard") == 1
    tried = await productie.conn.fetchval(
        "select max(poging) from rekenruns where id = any($1)", [under_way, without, after]
    )
    assert tried == 1


async def test_a_worker_that_is_asked_to_stop_ends_well(productie: Productie) -> None:
    child = productie.children["worker2"]
    child.send_signal(signal.SIGTERM)
    assert await asyncio.to_thread(child.wait, PATIENCE) == 0
    productie.start("worker2")
    await productie.wait_until_up("worker2")


async def test_every_web_tells_its_own_requests_and_the_same_rekenruns(productie: Productie) -> None:
    async with productie.visitors() as (first, second):
        texts = [
            (await visitor.get("/metrics", authorization=f"Bearer {TOKEN}")).text
            for visitor in (first, second)
        ]
        assert (await first.get("/metrics")).status_code == 404
    told = [[line for line in text.splitlines() if line.startswith("plekwijs_rekenruns{")] for text in texts]
    assert told[0] == told[1]
    assert any('status="geslaagd"' in line and not line.endswith(" 0.0") for line in told[0])
    assert 'plekwijs_requests_total{method="POST",route="/rekenruns",status="303"}' in texts[0]
    assert all("plekwijs_database_up 1.0" in text for text in texts)


async def test_no_log_holds_what_people_typed_or_who_they_are(productie: Productie) -> None:
    secrets = ("Sanne-Jansen", "sanne@voorbeeld.nl", "123456782", "geheim-token", "wachtwoord-van-sanne")
    name, email, bsn, token, password = secrets
    async with productie.visitors() as (first, _):
        for path in (
            f"/{name}/{bsn}",
            f"/kandidaten?zoek={name}&token={token}",
            f"/kandidaten/{bsn}/{email}",
        ):
            await first.get(path, referer=f"http://elders/{token}", **{"user-agent": email})
            await first.client.request("VERWIJDER", path)
        await first.post("/kandidaten/1/bewerken", {"toelichting": f"{name} {bsn}", "csrf": token})
        first.client.cookies.set("plekwijs-sessie", token)
        await first.post("/inloggen", {"email": email, "wachtwoord": password, "naar": f"/{name}"})
    port = productie.ports["web1"]
    _, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GEEN HTTP {name} {bsn} {token}\r\n\r\n".encode())
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    for process in productie.children:
        said = productie.log(process).read_text(encoding="utf-8")
        assert productie.events(process) or process.startswith("web")
        assert not [secret for secret in (*secrets, "plekwijs-demo", "geheim-van-redis") if secret in said]
