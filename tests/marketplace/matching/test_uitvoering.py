"""Carrying out a claimed run when something changes around it."""

import asyncio
from time import monotonic

import pytest

from marketplace.clock import FixedClock, clock_at
from marketplace.db import Connection, create_pool, transaction
from marketplace.embedded import Dsns
from marketplace.matching.bewaren import make_question
from marketplace.matching.instance import load_opgave
from marketplace.matching.planner import MATCHING
from marketplace.rekenruns import claims
from marketplace.rekenruns.model import Claim
from marketplace.rekenruns.rekenproces import Rekenproces
from marketplace.rekenruns.steadily import steadily
from marketplace.rekenruns.uitvoering import Lost, Uitvoering
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.voorstellen import plan_queries
from marketplace.voorstellen.plan import PlanStatus
from marketplace.voorstellen.queries import list_held
from marketplace.web.matching.woorden import named_kandidaten
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import REGIO, KleineRegio
from tests.marketplace.matching.uitvoeren import discuss_first, perform
from tests.marketplace.werkplaats import VANDAAG


def better(geplaatst: int) -> dict[str, object]:
    """A step that tells of a better plan."""
    return {
        "fase": "rekenen",
        "zin": "Er is een beter plan.",
        "plan": {"seconden": 0.1, "geplaatst": geplaatst, "lagen": []},
    }


async def test_of_plans_that_follow_soon_the_last_is_told_at_a_beat_or_before_another_step(
    database: Dsns, eigenaar: Connection, clock: FixedClock, claim: Claim
) -> None:
    pool = await create_pool(database.worker, size=2)
    uitvoering = Uitvoering(pool, clock, claim, MATCHING, Rekenproces())

    async def told() -> list[int | None]:
        rows = await eigenaar.fetch("select geplaatst from rekenrun_voortgang order by volgnummer")
        return [each["geplaatst"] for each in rows]

    for geplaatst in (80, 85, 91):
        await uitvoering._on_step(better(geplaatst))
    assert await told() == [80]
    await steadily(pool, uitvoering._beat)
    assert await told() == [80, 91]
    uitvoering._last_step = monotonic()
    await uitvoering._on_step(better(92))
    await uitvoering._on_step({"fase": "uitleg", "zin": "Nu de uitleg."})
    assert await told() == [80, 91, 92, None]
    await pool.close()


async def test_a_run_that_another_worker_took_is_left_to_it(
    database: Dsns, eigenaar: Connection, clock: FixedClock, claim: Claim
) -> None:
    await eigenaar.execute("update rekenruns set geclaimd_door = 'ander'")
    assert await perform(database, clock, claim) == "verloren"
    assert await eigenaar.fetchval("select status from rekenruns") == "bezig"


async def test_who_lost_a_run_says_nothing_more_about_it(
    database: Dsns, eigenaar: Connection, clock: FixedClock, claim: Claim
) -> None:
    await eigenaar.execute("update rekenruns set geclaimd_door = 'ander', annuleren = true")
    pool, proces = await create_pool(database.worker, size=2), Rekenproces()
    await proces.warm()
    uitvoering = Uitvoering(pool, clock, claim, MATCHING, proces)
    question = make_question(await load_opgave(eigenaar, REGIO, claim.vandaag), claim)
    task = asyncio.create_task(proces.solve(question, uitvoering._on_step))
    with pytest.raises(Lost):
        await uitvoering._cancel(task)
    await asyncio.gather(task, return_exceptions=True)
    await proces.close()
    said = await eigenaar.fetch("select fase from rekenrun_voortgang")
    assert "geannuleerd" not in [each["fase"] for each in said]
    await eigenaar.execute("delete from rekenrun_voortgang")
    with pytest.raises(Lost):
        await uitvoering._store(question, clock.now())
    assert await uitvoering._fail("Dit kan niet.") == "verloren"
    assert await uitvoering._give_back() == "verloren"
    assert await eigenaar.fetchval("select count(*) from rekenrun_voortgang") == 0
    await pool.close()


async def test_a_stopped_run_whose_solver_died_says_that_it_was_stopped(
    database: Dsns, eigenaar: Connection, clock: FixedClock, claim: Claim
) -> None:
    await eigenaar.execute("update rekenruns set annuleren = true")
    pool = await create_pool(database.worker, size=2)
    assert await Uitvoering(pool, clock, claim, MATCHING, Rekenproces())._give_back() == "uitgevallen"
    await pool.close()
    assert await eigenaar.fetchval("select status from rekenruns") == "geannuleerd"
    assert await eigenaar.fetchval("select fase from rekenrun_voortgang") == "geannuleerd"


async def test_a_request_to_stop_at_the_last_moment_keeps_nothing(
    database: Dsns, eigenaar: Connection, clock: FixedClock, claim: Claim
) -> None:
    await eigenaar.execute("update rekenruns set annuleren = true")
    assert await perform(database, clock, claim) in {"niet bewaard", "geannuleerd"}
    assert await eigenaar.fetchval("select status from rekenruns") == "geannuleerd"
    assert await eigenaar.fetchval("select count(*) from plannen") == 0


async def test_a_decision_made_while_a_run_solves_counts_as_after_its_plan(
    database: Dsns, eigenaar: Connection, regio: KleineRegio, clock: FixedClock, claim: Claim
) -> None:
    assert await perform(database, clock_at(clock.today()), claim) == "geslaagd"
    solving = await eigenaar.fetchval("select min(tijd) from rekenrun_voortgang where fase = 'rekenen'")
    await append_gebeurtenis(
        eigenaar,
        clock=FixedClock(solving),
        actor=regio.eigen,
        soort="voorstel_besproken",
        onderwerp="voorstel",
        onderwerp_id=1,
        regio_code=REGIO,
    )
    plan = await plan_queries.get_plan_with_status(eigenaar, regio.eigen, REGIO, PlanStatus.CONCEPT)
    assert plan is not None
    assert plan.gelezen_op < solving < plan.gemaakt_op
    assert await plan_queries.count_decisions_since(eigenaar, regio.eigen, REGIO, plan.gelezen_op) == 1


async def wait_for_lock(conn: Connection) -> None:
    """Wait until somebody waits for an advisory lock in this database."""
    waiting = """
        select exists (select from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database()))
    """
    async with asyncio.timeout(10):
        while not await conn.fetchval(waiting):  # noqa: ASYNC110 (a lock has no event)
            await asyncio.sleep(0.01)


async def test_a_decision_that_commits_while_a_run_begins_to_read_is_in_its_question(
    database: Dsns, eigenaar: Connection, regio: KleineRegio, clock: FixedClock, claim: Claim
) -> None:
    voorstel = await voorstel_of(eigenaar, regio, await keep_plan(eigenaar, regio, clock, (0, 0)), 0)
    pool = await create_pool(database.worker, size=2)
    uitvoering = Uitvoering(pool, clock_at(VANDAAG), claim, MATCHING, Rekenproces())
    async with eigenaar.transaction():
        await discuss_first(eigenaar, regio, voorstel)
        reading = asyncio.create_task(steadily(pool, uitvoering._load))
        async with pool.acquire() as looker:
            await wait_for_lock(looker)
    opgave, gelezen_op = await reading
    assert [each.kandidaat for each in opgave.instance.vast] == [regio.kandidaten[0]]
    assert await eigenaar.fetchval("select tijd from gebeurtenissen order by id desc limit 1") < gelezen_op
    await pool.close()


async def test_a_decision_while_a_run_reads_waits_and_is_dated_after_it(
    database: Dsns, eigenaar: Connection, regio: KleineRegio, clock: FixedClock, claim: Claim
) -> None:
    voorstel = await voorstel_of(eigenaar, regio, await keep_plan(eigenaar, regio, clock, (0, 0)), 0)
    pool = await create_pool(database.worker, size=2)
    uitvoering = Uitvoering(pool, clock_at(VANDAAG), claim, MATCHING, Rekenproces())
    async with transaction(pool, None) as reader:
        opgave, gelezen_op = await uitvoering._load(reader)
        deciding = asyncio.create_task(discuss_first(eigenaar, regio, voorstel))
        await wait_for_lock(reader)
    await deciding
    assert opgave.instance.vast == ()
    assert await eigenaar.fetchval("select tijd from gebeurtenissen order by id desc limit 1") > gelezen_op
    await pool.close()


async def test_pins_that_contradict_fail_naming_who_could_not_stay(
    database: Dsns, eigenaar: Connection, regio: KleineRegio, clock: FixedClock, claim: Claim
) -> None:
    for kandidaat in regio.kandidaten[:2]:
        await eigenaar.execute(
            "insert into voorstellen"
            " (kandidaat_id, leerwerkplek_id, pin_reden, pin_tot, pin_door, pin_startweek)"
            " values ($1, $2, 'proef', '2026-12-20', $3, '2026-11-23')",
            kandidaat,
            regio.plekken[0],
            regio.eigen.account_id,
        )
    assert await perform(database, clock, claim) == "mislukt"
    fout = await eigenaar.fetchval("select fout from rekenruns")
    assert "Van de 2 vaste plaatsen kan er 1 niet blijven." in fout
    named = named_kandidaten(fout)
    assert set(named) == set(regio.kandidaten[:2]), "who gives way and through whom"
    assert f"kan niet vast blijven op plek {{plek:{regio.plekken[0]}}}" in fout
    held = await list_held(eigenaar, regio.eigen, named, clock.today())
    assert {each.kandidaat_id for each in held} == set(named)


async def test_a_run_whose_solver_keeps_stopping_fails_with_a_sentence(
    eigenaar: Connection, clock: FixedClock, claim: Claim
) -> None:
    assert await claims.return_claimed(eigenaar, claim, clock.now())
    assert await eigenaar.fetchval("select status from rekenruns") == "wachtrij"
    again = await claims.claim_rekenrun(eigenaar, "proef", clock.now())
    assert again is not None
    assert await claims.return_claimed(eigenaar, again, clock.now())
    assert await eigenaar.fetchval("select status from rekenruns") == "mislukt"
    assert "opnieuw starten" in await eigenaar.fetchval("select fout from rekenruns")
