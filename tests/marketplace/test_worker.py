"""Real worker processes: a run is carried out, cancelled, given back, and survives what is killed."""

import asyncio
import os
import signal
import socket
import subprocess
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from marketplace import replay
from marketplace.clock import FixedClock
from marketplace.db import prepare_connection
from marketplace.embedded import Dsns, EmbeddedPostgres
from marketplace.migrate import migrate
from marketplace.rekenruns import service
from marketplace.rekenruns.redis_doorbell import connect, ring
from marketplace.settings import Settings
from marketplace.voorstellen import plan_queries
from marketplace.voorstellen.model import VoorstelStatus
from marketplace.voorstellen.plan import PlanStatus
from marketplace.voorstellen.service import discuss
from marketplace.worker import Worker, is_dead_neighbour
from seed.load import load
from tests.databases import Databases
from tests.marketplace.kleine_regio import ELDERS, REGIO, make_regio
from tests.marketplace.werkplaats import VANDAAG, Werkplaats, open_werkplaats
from tests.redis_server import RedisServer

HALF_ELSEWHERE = """
    insert into regio_beleid (regio_code, sleutel, waarde, vanaf, bron)
    select 'AM07', sleutel, waarde, vanaf, bron from regio_beleid where regio_code = 'AM09';
    update leerwerkplekken set regio_code = 'AM07' where id % 2 = 0;
    update kandidaten set regio_code = 'AM07' where id % 2 = 0;
"""


@pytest.fixture
async def small(database: Dsns, tmp_path: Path) -> AsyncIterator[Werkplaats]:
    """The small region: a run takes a moment."""
    async with open_werkplaats(database, tmp_path) as place:
        await make_regio(place.conn)
        yield place


@pytest.fixture
async def large(seeded_database: Dsns, tmp_path: Path) -> AsyncIterator[Werkplaats]:
    """The example region: a run takes seconds."""
    async with open_werkplaats(seeded_database, tmp_path) as place:
        yield place


@pytest.fixture
def redis_server(tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis of the test's own."""
    made = RedisServer(tmp_path)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def own_postgres(tmp_path: Path) -> Iterator[EmbeddedPostgres]:
    """A PostgreSQL that a test may kill."""
    postgres = EmbeddedPostgres(tmp_path / "data")
    migrate(postgres.start().eigenaar)
    yield postgres
    postgres.stop()


async def test_a_run_becomes_a_concept_plan_with_reasons_for_everyone(small: Werkplaats) -> None:
    small.start_worker()
    run = await small.ask()
    await small.wait_for_status(run, "geslaagd")
    actor = await small.actor()
    plan = await plan_queries.get_plan_with_status(small.conn, actor, REGIO, PlanStatus.CONCEPT)
    assert plan is not None
    regels = await plan_queries.list_plan_regels(small.conn, actor, plan.id)
    zonder = await plan_queries.list_niet_geplaatst(small.conn, actor, plan.id)
    assert len(regels) + len(zonder) == 3
    assert plan.cijfers["geplaatst"] == len(regels) > 0
    assert {regel.status for regel in regels} == {VoorstelStatus.VOORGESTELD}
    fasen = await small.conn.fetch(
        "select fase from rekenrun_voortgang where rekenrun_id = $1 order by volgnummer", run
    )
    assert [fasen[0]["fase"], fasen[-1]["fase"]] == ["lezen", "klaar"]


async def test_a_file_is_thrown_away_after_its_term_without_another_coming_in(small: Werkplaats) -> None:
    insert = """
        insert into inlezingen (account_id, soort, bestandsnaam, bestand, sha256, fouten, uitkomst, status,
            aangemaakt_op, teken_op, vervalt_op)
        select id, 'kandidaten', 'mensen.csv', 'Sanne', '', 'Sanne', $1, 'nagekeken', $2, $2, $3
        from accounts limit 1 returning id
    """
    now = small.clock.now()
    texts = ("lijst", "verschillen", "opmerkingen", "redenen")
    told = {"nieuw": 3, **{text: ["Sanne"] for text in texts}}
    over = await small.conn.fetchval(insert, told, now, now - timedelta(seconds=1))
    kept = await small.conn.fetchval(insert, told, now, now + timedelta(hours=1))
    small.start_worker()
    await small.wait_for("select bestand is null from inlezingen where id = $1", over, expected=True)
    stands = "select bestand, fouten, uitkomst from inlezingen where id = $1"
    assert tuple(await small.conn.fetchrow(stands, over) or ()) == (None, None, {"nieuw": 3})
    assert tuple(await small.conn.fetchrow(stands, kept) or ()) == (b"Sanne", b"Sanne", told)


async def test_a_run_replays_to_the_same_plan(small: Werkplaats, capsys: pytest.CaptureFixture[str]) -> None:
    small.start_worker()
    run = await small.ask()
    await small.wait_for_status(run, "geslaagd")
    stored = await replay._read(small.dsns.worker, run)
    assert stored is not None
    assert replay.replay(stored) == replay.SAME
    assert "the same plan" in capsys.readouterr().out


async def test_a_decision_is_respected_by_the_next_run(small: Werkplaats) -> None:
    small.start_worker()
    await small.wait_for_status(await small.ask(), "geslaagd")
    actor = await small.actor()
    plan = await plan_queries.get_plan_with_status(small.conn, actor, REGIO, PlanStatus.CONCEPT)
    assert plan is not None
    first = (await plan_queries.list_plan_regels(small.conn, actor, plan.id))[0]
    await discuss(
        small.conn,
        actor,
        clock=small.clock,
        voorstel_id=first.voorstel_id,
        versie=first.versie,
        ja_op=VANDAAG,
    )
    await small.wait_for_status(await small.ask(), "geslaagd")
    after = await plan_queries.get_plan_with_status(small.conn, actor, REGIO, PlanStatus.CONCEPT)
    assert after is not None
    assert after.id != plan.id
    kept = {
        each.voorstel_id: each for each in await plan_queries.list_plan_regels(small.conn, actor, after.id)
    }
    assert kept[first.voorstel_id].status is VoorstelStatus.BESPROKEN


async def test_a_run_that_cannot_be_planned_fails_with_a_sentence(small: Werkplaats) -> None:
    run = await small.ask()
    await small.conn.execute("update leerwerkplekken set status = 'gesloten'")
    small.start_worker()
    await small.wait_for_status(run, "mislukt")
    fout = await small.conn.fetchval("select fout from rekenruns where id = $1", run)
    assert "geen gepubliceerde leerwerkplekken" in fout


async def test_a_run_under_way_is_cancelled_and_keeps_nothing(large: Werkplaats) -> None:
    large.start_worker()
    run = await large.ask(60)
    await large.wait_until_solving(run)
    await service.cancel_rekenrun(large.conn, await large.actor(), clock=large.clock, rekenrun_id=run)
    await large.wait_for_status(run, "geannuleerd")
    assert await large.conn.fetchval("select count(*) from plannen") == 0
    again = await large.ask()
    await large.wait_for_status(again, "geslaagd")


async def test_a_run_under_way_is_finished_early_with_a_plan(large: Werkplaats) -> None:
    large.start_worker()
    run = await large.ask(600)
    await large.wait_until_solving(run)
    await service.finish_rekenrun(large.conn, await large.actor(), clock=large.clock, rekenrun_id=run)
    await large.wait_for_status(run, "geslaagd")
    assert await large.conn.fetchval("select count(*) from plannen where rekenrun_id = $1", run) == 1
    assert await large.conn.fetchval("select count(*) from plan_voorstellen") > 0


async def test_two_regions_are_planned_at_the_same_time_by_two_workers(
    large: Werkplaats, redis_server: RedisServer
) -> None:
    await large.conn.execute(HALF_ELSEWHERE)
    for _ in range(2):
        large.start_worker(redis_server.url)
    await large.wait_until_ready()
    runs = {regio: await large.ask(600, regio) for regio in (REGIO, ELDERS)}
    async with connect(redis_server.url) as redis:
        for run in runs.values():
            await ring(redis, run)
    for run in runs.values():
        await large.wait_until_solving(run)
    for regio, run in runs.items():
        # On a busy machine a run may have proven its plan by now.
        if await large.conn.fetchval("select status from rekenruns where id = $1", run) == "bezig":
            actor = await large.actor(regio)
            await service.finish_rekenrun(large.conn, actor, clock=large.clock, rekenrun_id=run)
    for run in runs.values():
        await large.wait_for_status(run, "geslaagd")
    done = await large.conn.fetch("select geclaimd_door, gelezen_op, klaar_op from rekenruns")
    assert len({row["geclaimd_door"] for row in done}) == len(done) == 2
    assert max(row["gelezen_op"] for row in done) < min(row["klaar_op"] for row in done)
    filled = await large.conn.fetch(
        "select distinct regio_code from plannen join plan_voorstellen on plan_id = plannen.id"
    )
    assert {row["regio_code"] for row in filled} == {REGIO, ELDERS}


async def test_a_worker_killed_in_mid_run_leaves_the_run_to_another(large: Werkplaats) -> None:
    first = large.start_worker()
    run = await large.ask(2)
    await large.wait_until_solving(run)
    first.kill()
    first.wait()
    large.start_worker()
    await large.wait_for_status(run, "geslaagd")
    assert await large.conn.fetchval("select poging from rekenruns where id = $1", run) == 2
    assert await large.conn.fetchval("select count(*) from plannen") == 1


async def test_a_solver_that_is_killed_is_tried_once_more(large: Werkplaats) -> None:
    worker = large.start_worker()
    run = await large.ask(2)
    await large.wait_until_solving(run)
    os.kill(child_of(worker.pid), signal.SIGKILL)
    await large.wait_for_status(run, "geslaagd")
    assert await large.conn.fetchval("select poging from rekenruns where id = $1", run) == 2


async def test_a_worker_that_is_asked_to_stop_gives_its_run_back(large: Werkplaats) -> None:
    worker = large.start_worker()
    run = await large.ask(60)
    await large.wait_until_solving(run)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(10) == 0
    row = await large.conn.fetchrow("select status, poging from rekenruns where id = $1", run)
    assert row is not None
    assert (row["status"], row["poging"]) == ("wachtrij", 0)


async def test_a_worker_that_can_no_longer_listen_ends_so_that_it_is_started_again(
    small: Werkplaats, databases: Databases
) -> None:
    worker = small.start_worker()
    await small.wait_for_status(await small.ask(), "geslaagd")
    name = await small.conn.fetchval("select current_database()")
    await small.conn.execute(f"revoke connect on database {name} from public")
    async with databases.superuser("postgres") as conn:
        cut = await conn.fetch(
            "select pg_terminate_backend(pid) from pg_stat_activity"
            " where datname = $1 and query ilike 'listen%'",
            name,
        )
    assert len(cut) == 1
    assert await asyncio.to_thread(worker.wait, 20) == 1
    words = (small.logs / "worker.log").read_text()
    assert "worker ends" in words
    assert "InsufficientPrivilegeError" in words


async def test_postgresql_killed_in_mid_run_loses_nothing_and_the_run_completes(
    own_postgres: EmbeddedPostgres, tmp_path: Path
) -> None:
    dsns = own_postgres.dsns()
    conn = await asyncpg.connect(dsns.eigenaar)
    await prepare_connection(conn)
    await load(conn, vandaag=VANDAAG)
    await conn.close()
    async with open_werkplaats(dsns, tmp_path) as place:
        place.start_worker()
        run = await place.ask(2)
        await place.wait_until_solving(run)
        pid = own_postgres.pid()
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        own_postgres.stop()
        own_postgres.start()
        place.conn = await asyncpg.connect(dsns.eigenaar)
        await prepare_connection(place.conn)
        await place.wait_for_status(run, "geslaagd")
        asked = await place.conn.fetchval(
            "select count(*) from gebeurtenissen where soort = 'rekenrun_gevraagd'"
        )
        assert asked == 1


async def test_a_worker_shows_that_it_lives_where_it_was_asked_to(
    database: Dsns, clock: FixedClock, tmp_path: Path
) -> None:
    hartslag = tmp_path / "hartslag"
    settings = Settings(database_url=database.app, database_url_worker=database.worker, hartslag=hartslag)
    life = asyncio.create_task(Worker(settings, clock)._show_life())
    await asyncio.sleep(0)
    assert await asyncio.to_thread(hartslag.exists)
    life.cancel()
    await Worker(replace(settings, hartslag=None), clock)._show_life()


def test_only_a_dead_process_of_this_machine_is_a_dead_neighbour() -> None:
    host = socket.gethostname()
    gone = subprocess.Popen(["true"])  # noqa: S607 (any short program)
    gone.wait()
    assert is_dead_neighbour(f"{host}:{gone.pid}:abc")
    assert not is_dead_neighbour(f"{host}:{os.getpid()}:abc")
    assert not is_dead_neighbour(f"elders:{gone.pid}:abc")
    assert not is_dead_neighbour("zomaar")


def child_of(pid: int) -> int:
    """The process id of the one child of a process."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    assert len(children) == 1
    return int(children[0])
