"""In the end: who returns, who looks on, and the ranking by what was told."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Conflict, StaleVersion
from marketplace.roulatie import bord, roosters
from marketplace.roulatie.bord import Over
from marketplace.roulatie.einde import NotOver, finish, list_aflopen, stop_roulatie
from marketplace.roulatie.model import Cel
from marketplace.roulatie.overzicht import load_overzicht
from marketplace.roulatie.publicatie import AgainstLaw, publish
from marketplace.roulatie.rekenen import request_rooster
from marketplace.roulatie.wijziging import Wijziging
from tests.marketplace.roulatie.kleine_roulatie import BEGIN, WEKEN, KleineRoulatie, make_published


@pytest.fixture
async def kleine(conn: Connection, clock: FixedClock) -> KleineRoulatie:
    """The small roulatie, published with everybody at each plek once; one deelnemer has a moederbedrijf."""
    made = await make_published(conn, clock)
    await conn.execute(
        "update roulatie_deelnemers set moederbedrijf_id = $2 where kandidaat_id = $1",
        made.deelnemers[0],
        made.organisaties[0],
    )
    return made


def last_week() -> FixedClock:
    """A day in the last week of the roulatie."""
    day = BEGIN + timedelta(weeks=3 * WEKEN - 1)
    return FixedClock(datetime.combine(day, datetime.min.time(), ZoneInfo("Europe/Amsterdam")))


async def versie(conn: Connection, kleine: KleineRoulatie) -> int:
    return int(await conn.fetchval("select versie from roulaties where id = $1", kleine.id))


async def tell(
    conn: Connection, kleine: KleineRoulatie, wie: int, place: int, gezicht: int, stand: str
) -> None:
    """What was told and seen of somebody in a block."""
    where = (kleine.id, kleine.deelnemers[wie], kleine.blokken[place])
    plek = kleine.plekken[(wie + place) % 3]
    await conn.execute("reset role")
    await conn.execute(
        "insert into roulatie_terugblikken values ($1, $2, $3, $4, $5, 1, 1, now())", *where, plek, gezicht
    )
    await conn.execute(
        "insert into roulatie_oordelen values ($1, $2, $3, $4, '', now(), $5)",
        *where,
        plek,
        kleine.actor.account_id,
    )
    await conn.execute(
        "insert into roulatie_oordeel_werkprocessen values ($1, $2, $3, $4, $5)",
        *where,
        kleine.werkprocessen[0],
        stand,
    )
    await conn.execute("set local role app_ongebonden")


async def test_places_rank_by_what_the_person_told_and_the_praktijkopleider_saw(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    await tell(conn, kleine, 1, 0, 4, "gezien")
    await tell(conn, kleine, 1, 1, 1, "zelfstandig")
    over = await load_overzicht(conn, kleine.actor, clock, kleine.id)
    terug, blijft, *_ = list_aflopen(over)
    assert terug.gaat_terug
    assert not blijft.gaat_terug
    assert [(each.plek.leerwerkplek_id, each.punten) for each in blijft.eindplekken] == [
        (kleine.plekken[2], 100),
        (kleine.plekken[1], 30),
        (kleine.plekken[0], 0),
    ]
    assert blijft.eindplekken[0].bewijs[0].terugblik is not None


async def test_who_has_a_moederbedrijf_returns_and_the_others_look_on(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    with pytest.raises(NotOver, match="De roulatie loopt tot en met 26 februari 2027"):
        await finish(
            conn, kleine.actor, clock=clock, roulatie_id=kleine.id, versie=await versie(conn, kleine)
        )
    with pytest.raises(StaleVersion):
        await finish(conn, kleine.actor, clock=last_week(), roulatie_id=kleine.id, versie=99)
    now = await versie(conn, kleine)
    await finish(conn, kleine.actor, clock=last_week(), roulatie_id=kleine.id, versie=now)
    rows = await conn.fetch(
        "select status, matchbaar_sinds from kandidaten where kenmerk like 'K-000%' order by id"
    )
    assert [row["status"] for row in rows] == ["afgerond", "matchbaar", "matchbaar", "matchbaar"]
    assert {row["matchbaar_sinds"] for row in rows[1:]} == {last_week().today()}
    with pytest.raises(Conflict, match="loopt niet"):
        await finish(conn, kleine.actor, clock=last_week(), roulatie_id=kleine.id, versie=now + 1)


async def test_a_rooster_against_the_law_is_not_published(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    concept = await bord.begin(conn, kleine.actor, clock=clock, roulatie_id=kleine.id)
    full = [Cel(who, kleine.blokken[2], kleine.plekken[0]) for who in kleine.deelnemers]
    await roosters.put_cellen(conn, concept.id, kleine.id, full)
    with pytest.raises(AgainstLaw):
        await publish(
            conn,
            kleine.actor,
            clock=clock,
            roulatie_id=kleine.id,
            versie=concept.versie,
            reden="Het moet",
        )


async def test_a_roulatie_that_stops_lets_its_plaatsen_and_people_go(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    second_week = FixedClock(
        datetime.combine(BEGIN + timedelta(days=9), datetime.min.time(), ZoneInfo("Europe/Amsterdam"))
    )
    wijziging = Wijziging(clock=second_week, roulatie_id=kleine.id, versie=await versie(conn, kleine))
    await stop_roulatie(conn, kleine.actor, wijziging, "Te weinig bedrijven.")
    weeks = await conn.fetch(
        "select distinct week from bezetting where roulatie_id = $1 order by week", kleine.id
    )
    assert [row["week"] for row in weeks] == [BEGIN, BEGIN + timedelta(weeks=1)]
    rows = await conn.fetch("select status from kandidaten where kenmerk like 'K-000%' order by id")
    assert [row["status"] for row in rows] == ["afgerond", "matchbaar", "matchbaar", "matchbaar"]


async def test_of_a_roulatie_that_is_over_nobody_makes_or_publishes_a_rooster(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    after = last_week()
    concept = await bord.begin(conn, kleine.actor, clock=after, roulatie_id=kleine.id)
    await finish(conn, kleine.actor, clock=after, roulatie_id=kleine.id, versie=await versie(conn, kleine))
    with pytest.raises(Over):
        await bord.begin(conn, kleine.actor, clock=after, roulatie_id=kleine.id)
    with pytest.raises(Over):
        await request_rooster(conn, kleine.actor, clock=after, roulatie_id=kleine.id, hoogstens=1, vraag={})
    with pytest.raises(Over):
        await publish(
            conn, kleine.actor, clock=after, roulatie_id=kleine.id, versie=concept.versie, reden=None
        )
