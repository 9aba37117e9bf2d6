"""A link to the hours of a week: from making to confirming, once, and what ends it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import ACT_AS, Connection, prepare_connection, transaction
from marketplace.embedded import Dsns
from marketplace.errors import Forbidden, LinkEnded, NotFound
from marketplace.groepsdetachering.uren.invullen import save_uren
from marketplace.groepsdetachering.uren.links import (
    NotFilledIn,
    answer,
    find_uren,
    make_uren_link,
    withdraw_uren_link,
)
from marketplace.groepsdetachering.uren.model import UrenStand
from tests.marketplace.groepsdetachering.uren.kleine_uren import KleineUren, make_uren


async def test_a_link_shows_as_much_as_was_agreed(conn: Connection, kleine: KleineUren) -> None:
    await kleine.fill_in(conn)
    token = await kleine.link(conn)
    seen = {}
    for toont in ("aantal", "kenmerk", "voornaam"):
        await conn.execute("reset role")
        await conn.execute("update opdrachten set toont = $1", toont)
        await conn.execute("set local role app")
        await conn.execute(ACT_AS, "")
        found = await find_uren(conn, clock=kleine.clock, token=token)
        seen[toont] = [wie for wie, _ in found.mensen]
    assert (found.opdracht, found.inlener) == ("Tuin", "Voorbeeld Tuinen")
    assert [days for _, days in found.mensen] == [{0: 360, 1: 200}, {1: 360}]
    # Nobody said that their name may be told.
    assert seen == {
        "aantal": ["Medewerker 1", "Medewerker 2"],
        "kenmerk": ["K-0001", "K-0002"],
        "voornaam": ["K-0001", "K-0002"],
    }


async def test_two_with_one_first_name_stay_two(conn: Connection, kleine: KleineUren) -> None:
    await conn.execute("reset role")
    await conn.execute("update opdrachten set toont = 'voornaam'")
    await conn.execute("update medewerkers set naam_delen = true")
    await conn.executemany(
        "insert into persoonsgegevens (kandidaat_id, naam, geboortedatum) values ($1, $2, '1990-01-01')",
        [(kleine.mensen[0], "Jan Eén"), (kleine.mensen[1], "Jan Twee")],
    )
    await conn.execute("set local role app_ongebonden")
    await save_uren(conn, kleine.planner, kleine.wijziging(), [kleine.uur(0, 0), kleine.uur(1, 1)])
    found = await find_uren(conn, clock=kleine.clock, token=await kleine.link(conn))
    assert found.mensen == (("Jan", {0: 360}), ("Jan", {1: 360}))


async def test_agreeing_works_once_and_looking_changes_nothing(conn: Connection, kleine: KleineUren) -> None:
    await kleine.fill_in(conn)
    token = await kleine.link(conn)
    assert (await kleine.read(conn)).stand is UrenStand.WACHTEN
    await conn.execute(ACT_AS, "")
    for _ in range(2):
        await find_uren(conn, clock=kleine.clock, token=token)
    assert (await kleine.read(conn)).versie == 1
    await answer(conn, clock=kleine.clock, token=token, wie="Bas Baas", opmerking="")
    with pytest.raises(LinkEnded):
        await find_uren(conn, clock=kleine.clock, token=token)
    with pytest.raises(LinkEnded):
        await answer(conn, clock=kleine.clock, token=token, wie="Bas Baas", opmerking="Toch niet")
    week = await kleine.read(conn)
    assert (week.stand, week.versie) == (UrenStand.BEVESTIGD, 2)
    assert week.gewerkt is not None
    assert (week.gewerkt.bevestigd_door, week.gewerkt.bevestigd_op) == ("Bas Baas", kleine.clock.now())
    said = await conn.fetchrow(
        "select account_id, gegevens from gebeurtenissen where soort = 'uren_bevestigd'"
    )
    assert said is not None
    assert said["account_id"] is None
    assert said["gegevens"].keys() == {"week", "tekst", "link"}


async def test_a_remark_opens_the_week_until_it_was_mended(conn: Connection, kleine: KleineUren) -> None:
    await kleine.fill_in(conn)
    token = await kleine.link(conn)
    await answer(conn, clock=kleine.clock, token=token, wie="Bas", opmerking="Op dinsdag waren er drie.")
    week = await kleine.read(conn)
    assert week.stand is UrenStand.KLOPPEN_NIET
    assert week.gewerkt is not None
    assert week.gewerkt.opmerking == "Bas: Op dinsdag waren er drie."
    later = replace(kleine, clock=FixedClock(kleine.clock.now() + timedelta(hours=1)))
    await save_uren(conn, kleine.planner, later.wijziging(2), [kleine.uur(2, 1)])
    assert (await later.read(conn)).stand is UrenStand.INGEVULD
    token = await later.link(conn, versie=3)
    assert (await find_uren(conn, clock=later.clock, token=token)).opmerking
    await answer(conn, clock=later.clock, token=token, wie="Bas", opmerking="")
    assert (await later.read(conn)).stand is UrenStand.BEVESTIGD


async def test_a_new_link_new_hours_and_withdrawing_end_a_link(conn: Connection, kleine: KleineUren) -> None:
    await kleine.fill_in(conn)
    tokens = [await kleine.link(conn), await kleine.link(conn)]
    with pytest.raises(LinkEnded):
        await find_uren(conn, clock=kleine.clock, token=tokens[0])
    await save_uren(conn, kleine.planner, kleine.wijziging(1), [])
    with pytest.raises(LinkEnded):
        await answer(conn, clock=kleine.clock, token=tokens[1], wie="Bas", opmerking="")
    token = await kleine.link(conn, versie=2)
    for _ in range(2):
        await withdraw_uren_link(conn, kleine.planner, kleine.wijziging(2))
    with pytest.raises(LinkEnded):
        await find_uren(conn, clock=kleine.clock, token=token)
    ended = "select count(*) from gebeurtenissen where soort = 'uren_link_ingetrokken'"
    assert await conn.fetchval(ended) == 1


async def test_a_link_holds_thirty_days(conn: Connection, kleine: KleineUren) -> None:
    await kleine.fill_in(conn)
    token = await kleine.link(conn)
    for days, live in ((29, True), (30, False)):
        clock = FixedClock(kleine.clock.now() + timedelta(days=days))
        if live:
            await find_uren(conn, clock=clock, token=token)
        else:
            with pytest.raises(LinkEnded):
                await answer(conn, clock=clock, token=token, wie="Bas", opmerking="")


async def test_only_who_plans_makes_a_link_to_what_was_filled_in(
    conn: Connection, kleine: KleineUren
) -> None:
    with pytest.raises(NotFilledIn):
        await kleine.link(conn, versie=0)
    await kleine.fill_in(conn)
    with pytest.raises(Forbidden):
        await make_uren_link(conn, kleine.klein.werkleider, kleine.wijziging(1))
    with pytest.raises(NotFound):
        await make_uren_link(conn, kleine.klein.vreemd, kleine.wijziging(1))
    await kleine.link(conn)
    assert (await kleine.read(conn, actor=kleine.klein.werkleider)).stand is UrenStand.INGEVULD


async def test_of_two_who_answer_together_one_wins(pool: asyncpg.Pool, database: Dsns) -> None:
    owner = await asyncpg.connect(database.eigenaar)
    await prepare_connection(owner)
    kleine = await make_uren(owner)
    await kleine.fill_in(owner)
    token = await kleine.link(owner)

    async def send(opmerking: str) -> None:
        async with transaction(pool, None) as conn:
            await answer(conn, clock=kleine.clock, token=token, wie="Bas", opmerking=opmerking)

    outcomes = await asyncio.gather(send(""), send(""), send("Klopt niet"), return_exceptions=True)
    assert sorted(type(each).__name__ for each in outcomes) == ["LinkEnded", "LinkEnded", "NoneType"]
    said = "select count(*) from gebeurtenissen where soort in ('uren_bevestigd', 'uren_kloppen_niet')"
    assert await owner.fetchval(said) == 1
    await owner.close()


async def test_hours_that_change_meanwhile_are_not_confirmed(pool: asyncpg.Pool, database: Dsns) -> None:
    owner = await asyncpg.connect(database.eigenaar)
    await prepare_connection(owner)
    kleine = await make_uren(owner)
    await kleine.fill_in(owner)
    token = await kleine.link(owner)

    async def confirm() -> None:
        async with transaction(pool, None) as conn:
            await answer(conn, clock=kleine.clock, token=token, wie="Bas", opmerking="")

    async with transaction(pool, kleine.planner.account_id) as conn:
        await save_uren(conn, kleine.planner, kleine.wijziging(1), [])
        waiting = asyncio.create_task(confirm())
        await asyncio.sleep(0.2)
    with pytest.raises(LinkEnded):
        await waiting
    assert (await kleine.read(owner)).stand is UrenStand.INGEVULD
    await owner.close()
