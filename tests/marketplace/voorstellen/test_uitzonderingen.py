"""Beleid set aside for one pair: by whom, until when, once a rule, and taken back."""

from datetime import date, timedelta

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound
from marketplace.toegang.model import Actor, Rol, Toekenning
from marketplace.voorstellen.uitzonderingen import (
    Uitzondering,
    grant_uitzondering,
    list_regio_uitzonderingen,
    list_uitzonderingen,
    withdraw_uitzondering,
)
from solver.matching.pair_rules import MAY_BE_SET_ASIDE
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio

TOT = date(2026, 12, 20)


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


def coordinator(regio: KleineRegio, code: str = REGIO) -> Actor:
    """Somebody who decides on beleid in a region."""
    eigen = regio.eigen
    role = Toekenning(rol=Rol.REGIOCOORDINATOR, regio_code=code)
    return Actor(account_id=eigen.account_id, naam="c", email=eigen.email, toekenningen=(role,))


async def grant(
    conn: Connection,
    regio: KleineRegio,
    clock: FixedClock,
    actor: Actor | None = None,
    regels: tuple[str, ...] = ("reistijd",),
    tot: date = TOT,
) -> list[Uitzondering]:
    await grant_uitzondering(
        conn,
        actor or coordinator(regio),
        clock=clock,
        kandidaat_id=regio.kandidaten[0],
        leerwerkplek_id=regio.plekken[0],
        regels=regels,
        reden="De kandidaat wordt gebracht.",
        tot=tot,
    )
    return await list_uitzonderingen(conn, coordinator(regio), regio.kandidaten[0])


async def test_an_exception_says_who_why_and_until_when(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    (made,) = await grant(conn, regio, clock)
    assert (made.regel, made.reden, made.tot) == ("reistijd", "De kandidaat wordt gebracht.", TOT)
    assert made.door == "eigen"
    assert made.holds(TOT - timedelta(days=1))
    assert not made.holds(TOT)


async def test_a_run_reads_what_holds_on_its_day(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    await grant(conn, regio, clock)
    pair = (regio.kandidaten[0], regio.plekken[0], "reistijd")
    assert await list_regio_uitzonderingen(conn, REGIO, TOT - timedelta(days=1)) == {pair}
    assert await list_regio_uitzonderingen(conn, REGIO, TOT) == frozenset()


async def test_who_decides_on_voorstellen_only_may_not_set_beleid_aside(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    for actor in (regio.eigen, regio.werkgever, coordinator(regio, "AM07")):
        with pytest.raises(Forbidden):
            await grant(conn, regio, clock, actor)


async def test_a_new_one_replaces_the_old(conn: Connection, regio: KleineRegio, clock: FixedClock) -> None:
    await grant(conn, regio, clock)
    (left,) = await grant(conn, regio, clock, tot=TOT + timedelta(days=7))
    assert left.tot == TOT + timedelta(days=7)
    assert await conn.fetchval("select count(*) from uitzonderingen") == 2


@pytest.mark.parametrize("days", [-1, 0, 365])
async def test_it_ends_on_a_day_to_come_within_a_year(
    conn: Connection, regio: KleineRegio, clock: FixedClock, days: int
) -> None:
    with pytest.raises(InvalidInput) as refused:
        await grant(conn, regio, clock, tot=clock.today() + timedelta(days=days))
    assert set(refused.value.fields) == {"tot"}


async def test_withdrawn_it_holds_no_more_and_both_are_recorded(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    (made,) = await grant(conn, regio, clock)
    await withdraw_uitzondering(conn, coordinator(regio), clock=clock, uitzondering_id=made.id)
    assert await list_regio_uitzonderingen(conn, REGIO, clock.today()) == frozenset()
    assert await list_uitzonderingen(conn, coordinator(regio), regio.kandidaten[0]) == []
    soorten = await conn.fetch("select soort from gebeurtenissen where onderwerp = 'kandidaat' order by id")
    assert [row["soort"] for row in soorten] == ["uitzondering_gemaakt", "uitzondering_ingetrokken"]


async def test_a_stranger_sees_and_withdraws_nothing(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    (made,) = await grant(conn, regio, clock)
    assert await list_uitzonderingen(conn, regio.vreemd, regio.kandidaten[0]) == []
    for stranger in (regio.vreemd, regio.werkgever):
        with pytest.raises(NotFound):
            await withdraw_uitzondering(conn, stranger, clock=clock, uitzondering_id=made.id)
    with pytest.raises(Forbidden):
        await withdraw_uitzondering(conn, regio.eigen, clock=clock, uitzondering_id=made.id)


async def test_the_database_takes_the_rules_that_the_solver_takes_and_no_wet(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    assert len(await grant(conn, regio, clock, regels=tuple(sorted(MAY_BE_SET_ASIDE)))) == len(
        MAY_BE_SET_ASIDE
    )
    for regel in ("erkenning", "periode", "verboden"):
        with pytest.raises(asyncpg.CheckViolationError):
            async with conn.transaction():
                await grant(conn, regio, clock, regels=(regel,))
