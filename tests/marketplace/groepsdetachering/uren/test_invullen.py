"""Hours of a week: what was planned, who fills in and what is refused."""

from dataclasses import replace
from datetime import timedelta

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.uren.invullen import Confirmed, save_uren
from marketplace.groepsdetachering.uren.links import answer
from marketplace.groepsdetachering.uren.model import UrenStand, Uur
from marketplace.groepsdetachering.uren.weken import NotBegun, list_urenweken
from marketplace.rekenruns.weken import WEEK
from tests.marketplace.groepsdetachering.uren.kleine_uren import NOW, VORIGE, KleineUren


async def test_a_week_begins_with_what_the_plan_that_held_says(conn: Connection, kleine: KleineUren) -> None:
    [week] = await list_urenweken(
        conn, kleine.planner, kleine.clock, kleine.klein.id, VORIGE, VORIGE + 2 * WEEK
    )
    assert (week.stand, week.versie, week.minuten) == (UrenStand.LEEG, 0, None)
    assert set(week.uren) == {kleine.uur(0, 0), kleine.uur(0, 1), kleine.uur(1, 1)}
    assert (week.minuten_gepland, len(week.mensen)) == (1080, 2)


async def test_who_was_there_is_written_and_written_again(conn: Connection, kleine: KleineUren) -> None:
    await kleine.fill_in(conn)
    week = await kleine.read(conn)
    assert (week.stand, week.versie, week.minuten) == (UrenStand.INGEVULD, 1, 920)
    assert week.gewerkt is not None
    assert week.gewerkt.ingevuld_door == "planner"
    await save_uren(conn, kleine.planner, kleine.wijziging(1), [kleine.uur(2, 4, 90)])
    week = await kleine.read(conn)
    assert (week.uren, week.versie) == ((kleine.uur(2, 4, 90),), 2)
    assert week.mensen == frozenset(kleine.mensen)
    said = await conn.fetch(
        "select soort, gegevens from gebeurtenissen where onderwerp_id = $1", kleine.opdracht
    )
    assert [each["soort"] for each in said] == ["uren_ingevuld"] * 2
    assert said[0]["gegevens"] == {"week": "2026-11-09", "tekst": "week van 9 november 2026"}


async def test_nobody_was_there_can_be_said(conn: Connection, kleine: KleineUren) -> None:
    await save_uren(conn, kleine.planner, kleine.wijziging(), [])
    assert (await kleine.read(conn)).minuten == 0


async def test_of_two_who_fill_in_one_was_earlier(conn: Connection, kleine: KleineUren) -> None:
    await kleine.fill_in(conn)
    for versie in (0, 2):
        with pytest.raises(StaleVersion):
            await save_uren(conn, kleine.planner, kleine.wijziging(versie), [])


async def test_a_week_without_a_group_can_be_filled_in_while_the_opdracht_runs(
    conn: Connection, kleine: KleineUren
) -> None:
    await save_uren(conn, kleine.planner, kleine.wijziging(week=NOW), [kleine.uur(2, 4)])
    assert (await kleine.read(conn, NOW)).minuten == 360
    with pytest.raises(NotFound):
        await save_uren(conn, kleine.planner, kleine.wijziging(week=VORIGE - 6 * WEEK), [])


async def test_too_long_a_day_and_a_day_to_come_are_refused_at_their_fields(
    conn: Connection, kleine: KleineUren
) -> None:
    first = kleine.mensen[0]
    early = replace(kleine, clock=FixedClock(kleine.clock.now() - timedelta(days=2)))
    with pytest.raises(InvalidInput) as refused:
        await save_uren(
            conn, kleine.planner, early.wijziging(week=NOW), [early.uur(0, 0, 721), early.uur(0, 3)]
        )
    assert refused.value.fields == {
        f"uur_{first}_0": "Vul hooguit 12 uur per dag in.",
        f"uur_{first}_3": "Deze dag is nog niet geweest.",
    }
    await save_uren(conn, kleine.planner, early.wijziging(week=NOW), [early.uur(0, 0, 720), early.uur(0, 2)])


async def test_a_week_to_come_and_a_day_that_is_no_monday_are_refused(
    conn: Connection, kleine: KleineUren
) -> None:
    with pytest.raises(NotBegun):
        await save_uren(conn, kleine.planner, kleine.wijziging(week=NOW + WEEK), [])
    with pytest.raises(NotFound):
        await save_uren(conn, kleine.planner, kleine.wijziging(week=VORIGE + timedelta(days=1)), [])


async def test_only_who_plans_fills_in(conn: Connection, kleine: KleineUren) -> None:
    assert (await kleine.read(conn, actor=kleine.klein.werkleider)).minuten_gepland == 1080
    with pytest.raises(Forbidden):
        await save_uren(conn, kleine.klein.werkleider, kleine.wijziging(), [])
    with pytest.raises(NotFound):
        await save_uren(conn, kleine.klein.vreemd, kleine.wijziging(), [])
    assert not await list_urenweken(conn, kleine.klein.vreemd, kleine.clock, kleine.klein.id, VORIGE, NOW)


async def test_hours_of_somebody_else_are_refused(conn: Connection, kleine: KleineUren) -> None:
    stranger = Uur(10_000, 0, 360)
    with pytest.raises(NotFound):
        await save_uren(conn, kleine.planner, kleine.wijziging(), [stranger])


async def test_what_was_confirmed_stays(conn: Connection, kleine: KleineUren) -> None:
    await kleine.fill_in(conn)
    await answer(conn, clock=kleine.clock, token=await kleine.link(conn), wie="Bas", opmerking="")
    week = await kleine.read(conn)
    assert week.stand is UrenStand.BEVESTIGD
    with pytest.raises(Confirmed):
        await save_uren(conn, kleine.planner, kleine.wijziging(week.versie), [])
    with pytest.raises(asyncpg.PostgresError, match="bevestigd door de inlener"):
        await conn.execute("delete from detacheringsuren")
