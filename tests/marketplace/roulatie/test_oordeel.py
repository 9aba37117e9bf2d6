"""A praktijkopleider says how far somebody came, at own plekken only; or an accountmanager was told."""

from dataclasses import replace

import asyncpg
import pytest

from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.roulatie import oordeel
from marketplace.roulatie.model import Stand
from marketplace.roulatie.oordeel import NieuwOordeel, list_verblijven
from marketplace.roulatie.queries import get_cohort
from marketplace.toegang.model import Actor
from tests.databases import act_as
from tests.marketplace.roulatie.gepubliceerd import at_end, employer_of, make_gepubliceerd
from tests.marketplace.roulatie.kleine_roulatie import KleineRoulatie


@pytest.fixture
async def kleine(conn: Connection) -> KleineRoulatie:
    return await make_gepubliceerd(conn)


@pytest.fixture
async def tuin(conn: Connection, kleine: KleineRoulatie) -> Actor:
    """The werkgever of the first plek, acting."""
    employer = await employer_of(conn, kleine, 0)
    await act_as(conn, employer)
    return employer


def goed(kleine: KleineRoulatie, wie: int = 0) -> NieuwOordeel:
    """An oordeel about somebody in the first block, who was at the first plek."""
    return NieuwOordeel(
        kandidaat_id=kleine.deelnemers[wie],
        blok_id=kleine.blokken[0],
        standen={kleine.werkprocessen[0]: Stand.GEOEFEND},
        wat_werkte="Voordoen, dan samen.",
        gezien=None,
    )


async def judge(conn: Connection, who: Actor, kleine: KleineRoulatie, new: NieuwOordeel) -> None:
    await oordeel.judge(conn, who, clock=at_end(), roulatie_id=kleine.id, oordeel=new)


async def told(conn: Connection, who: Actor, kleine: KleineRoulatie, new: NieuwOordeel) -> None:
    versie = await conn.fetchval("select versie from roulaties")
    await oordeel.record_told(conn, who, clock=at_end(), roulatie_id=kleine.id, versie=versie, oordeel=new)


@pytest.mark.usefixtures("tuin")
async def test_a_company_sees_who_is_at_its_own_plekken_and_what_they_practise_there(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    stays = await list_verblijven(conn)
    assert [(each.nummer, each.kenmerk) for each in stays] == [
        (1, "K-0001"),
        (1, "K-0004"),
        (2, "K-0003"),
        (3, "K-0002"),
    ]
    assert {each.organisatie for each in stays} == {"Voorbeeld Tuin"}
    assert {each.werkprocessen for each in stays} == {(kleine.werkprocessen[0],)}


async def test_a_company_judges_and_judges_again(
    conn: Connection, kleine: KleineRoulatie, tuin: Actor
) -> None:
    await judge(conn, tuin, kleine, goed(kleine))
    stay = (await list_verblijven(conn))[0]
    assert (stay.standen, stay.wat_werkte) == (
        {kleine.werkprocessen[0]: Stand.GEOEFEND},
        "Voordoen, dan samen.",
    )
    again = replace(
        goed(kleine), standen={kleine.werkprocessen[0]: Stand.ZELFSTANDIG}, gezien=stay.gegeven_op
    )
    await judge(conn, tuin, kleine, again)
    cohort = await get_cohort(conn, kleine.actor, kleine.id)
    assert cohort is not None
    assert [each.standen for each in cohort.oordelen] == [{kleine.werkprocessen[0]: Stand.ZELFSTANDIG}]


async def test_an_oordeel_over_one_that_was_not_seen_is_not_written(
    conn: Connection, kleine: KleineRoulatie, tuin: Actor
) -> None:
    await judge(conn, tuin, kleine, goed(kleine))
    with pytest.raises(StaleVersion):
        await judge(conn, tuin, kleine, goed(kleine))
    await act_as(conn, kleine.actor)
    with pytest.raises(StaleVersion):
        await told(conn, kleine.actor, kleine, goed(kleine))


async def test_a_company_does_not_judge_at_anothers_plek(
    conn: Connection, kleine: KleineRoulatie, tuin: Actor
) -> None:
    with pytest.raises(NotFound):
        await judge(conn, tuin, kleine, goed(kleine, wie=1))
    with pytest.raises((NotFound, Forbidden)):
        await told(conn, tuin, kleine, goed(kleine))
    assert await list_verblijven(conn, kleine.id) == []


@pytest.mark.usefixtures("tuin")
async def test_the_database_itself_refuses_a_stay_of_another(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    write = "select * from geef_oordeel($1, $2, $3, null, '', '{}', '{}', $4)"
    at, first = at_end().now(), kleine.blokken[0]
    assert await conn.fetch(write, kleine.id, kleine.deelnemers[1], first, at) == []
    assert len(await conn.fetch(write, kleine.id, kleine.deelnemers[0], first, at)) == 1
    await act_as(conn, kleine.vreemd)
    assert await conn.fetch(write, kleine.id, kleine.deelnemers[0], first, at) == []
    await conn.execute("set local role app")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await conn.execute("update roulatie_oordelen set wat_werkte = 'x'")


async def test_who_decides_in_the_regio_writes_down_what_was_told(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    await told(conn, kleine.actor, kleine, goed(kleine, wie=0))
    stays = await list_verblijven(conn, kleine.id)
    assert len(stays) == 12
    assert [each.kenmerk for each in stays if each.gegeven_op is not None] == ["K-0001"]
    for stranger in (kleine.vreemd, kleine.regio.werkgever):
        await act_as(conn, stranger)
        assert await list_verblijven(conn, kleine.id) == []
        with pytest.raises((NotFound, Forbidden)):
            await told(conn, stranger, kleine, goed(kleine, wie=1))


async def test_what_says_nothing_and_what_did_not_begin_is_refused(
    conn: Connection, kleine: KleineRoulatie, tuin: Actor
) -> None:
    with pytest.raises(InvalidInput):
        await judge(conn, tuin, kleine, replace(goed(kleine), standen={}, wat_werkte=""))
    later = replace(goed(kleine, wie=2), blok_id=kleine.blokken[1])
    with pytest.raises(InvalidInput):
        await oordeel.judge(conn, tuin, clock=at_end(days=-1), roulatie_id=kleine.id, oordeel=later)
    await judge(conn, tuin, kleine, later)


async def test_a_werkproces_that_is_not_practised_there_is_not_judged(
    conn: Connection, kleine: KleineRoulatie, tuin: Actor
) -> None:
    other = replace(goed(kleine), standen={kleine.werkprocessen[1]: Stand.GEZIEN})
    with pytest.raises(NotFound):
        await judge(conn, tuin, kleine, other)


@pytest.mark.usefixtures("tuin")
async def test_out_of_season_a_werkproces_is_not_practised(conn: Connection, kleine: KleineRoulatie) -> None:
    await conn.execute("reset role")
    await conn.execute(
        "insert into roulatie_seizoenen values ($1, $2, $3, '{2,3}')",
        kleine.id,
        kleine.plekken[0],
        kleine.werkprocessen[0],
    )
    await conn.execute("set local role app_ongebonden")
    practised = {each.nummer: each.werkprocessen for each in await list_verblijven(conn)}
    assert practised == {1: (), 2: (), 3: (kleine.werkprocessen[0],)}


async def test_a_bsn_is_refused_by_the_database_too(
    conn: Connection, kleine: KleineRoulatie, tuin: Actor
) -> None:
    with pytest.raises(asyncpg.CheckViolationError, match="bsn"):
        await judge(conn, tuin, kleine, replace(goed(kleine), wat_werkte="Het is 111222333."))
