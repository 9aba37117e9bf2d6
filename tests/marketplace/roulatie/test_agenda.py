"""An agenda without an account: of a deelnemer or a plek, as published, until it is withdrawn."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from marketplace.db import ACT_AS, Connection
from marketplace.errors import LinkEnded, NotFound, StaleVersion
from marketplace.roulatie import agenda, terugblik
from marketplace.roulatie.agenda import STAYS_AFTER_END, Van
from tests.databases import act_as
from tests.marketplace.roulatie.gepubliceerd import at_end, make_gepubliceerd, publish_rooster
from tests.marketplace.roulatie.kleine_roulatie import BEGIN, KleineRoulatie

NOW = at_end()


@pytest.fixture
async def kleine(conn: Connection) -> KleineRoulatie:
    return await make_gepubliceerd(conn)


async def make(conn: Connection, kleine: KleineRoulatie, van: Van) -> str:
    versie = await conn.fetchval("select versie from roulaties")
    return await agenda.make_agenda_link(
        conn, kleine.actor, clock=NOW, roulatie_id=kleine.id, versie=versie, van=van
    )


async def read(conn: Connection, token: str) -> list[tuple[str, str, date]]:
    """What stands in an agenda: uid, title and first day."""
    written = await agenda.read_agenda(conn, clock=NOW, token=token, host="voorbeeld.nl")
    return [
        (str(event["uid"]), str(event["summary"]), event.decoded("dtstart"))
        for event in Calendar.from_ical(written).walk("VEVENT")
    ]


async def test_a_deelnemer_reads_where_to_be_and_nobodys_name(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    token = await make(conn, kleine, Van(kandidaat_id=kleine.deelnemers[0]))
    await conn.execute(ACT_AS, "")
    items = await read(conn, token)
    assert [each[1:] for each in items] == [
        ("Tuin: Voorbeeld Tuin", BEGIN),
        ("Haag: Voorbeeld Haag", BEGIN + timedelta(weeks=4)),
        ("Gras: Voorbeeld Gras", BEGIN + timedelta(weeks=8)),
    ]
    written = await agenda.read_agenda(conn, clock=NOW, token=token, host="voorbeeld.nl")
    assert b"Leider" not in written
    assert b"K-000" not in written
    assert await read(conn, token) == items


async def test_a_plek_reads_how_many_come_and_their_kenmerken(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    token = await make(conn, kleine, Van(plek_id=kleine.plekken[0]))
    assert [each[1] for each in await read(conn, token)] == [
        "Tuin: 2 deelnemers",
        "Tuin: 1 deelnemer",
        "Tuin: 1 deelnemer",
    ]
    written = await agenda.read_agenda(conn, clock=NOW, token=token, host="voorbeeld.nl")
    assert rb"K-0001\, K-0004" in written


async def test_an_agenda_follows_what_is_published_under_the_same_uid(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    token = await make(conn, kleine, Van(kandidaat_id=kleine.deelnemers[0]))
    before = await read(conn, token)
    await conn.execute("reset role")
    await publish_rooster(conn, kleine, verschuif=1)
    await conn.execute("set local role app_ongebonden")
    after = await read(conn, token)
    assert [each[0] for each in after] == [each[0] for each in before]
    assert after[0][1] == "Haag: Voorbeeld Haag"


async def test_who_begins_later_or_stops_has_only_the_own_days(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    later, stops = BEGIN + timedelta(weeks=1), BEGIN + timedelta(weeks=4)
    await conn.execute(
        "update roulatie_deelnemers set van = $2, gestopt_op = $3, gestopt_reden = 'Gaat werken'"
        " where kandidaat_id = $1",
        kleine.deelnemers[0],
        later,
        stops,
    )
    token = await make(conn, kleine, Van(kandidaat_id=kleine.deelnemers[0]))
    assert [each[1:] for each in await read(conn, token)] == [("Tuin: Voorbeeld Tuin", later)]


async def test_a_withdrawn_or_replaced_address_and_one_past_its_term_open_nothing(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    van = Van(kandidaat_id=kleine.deelnemers[0])
    first, other = await make(conn, kleine, van), await make(conn, kleine, Van(plek_id=kleine.plekken[0]))
    second = await make(conn, kleine, van)
    with pytest.raises(LinkEnded):
        await read(conn, first)
    assert await read(conn, other)
    versie = await conn.fetchval("select versie from roulaties")
    await agenda.withdraw_agenda_link(
        conn, kleine.actor, clock=NOW, roulatie_id=kleine.id, versie=versie, van=van
    )
    with pytest.raises(LinkEnded):
        await read(conn, second)
    late = at_end(2, days=STAYS_AFTER_END.days)
    with pytest.raises(LinkEnded):
        await agenda.read_agenda(conn, clock=late, token=other, host="x")


async def test_an_address_of_an_agenda_takes_no_terugblik(conn: Connection, kleine: KleineRoulatie) -> None:
    token = await make(conn, kleine, Van(kandidaat_id=kleine.deelnemers[0]))
    with pytest.raises(LinkEnded):
        await terugblik.find_blok(conn, clock=NOW, token=token)


async def test_without_a_published_rooster_an_agenda_is_empty(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    token = await make(conn, kleine, Van(kandidaat_id=kleine.deelnemers[0]))
    await conn.execute("reset role")
    await conn.execute("update roulatie_roosters set status = 'historie'")
    assert await read(conn, token) == []


async def test_a_stranger_makes_no_address_and_nobody_one_of_who_takes_no_part(
    conn: Connection, kleine: KleineRoulatie
) -> None:
    with pytest.raises(NotFound):
        await make(conn, kleine, Van(kandidaat_id=987))
    with pytest.raises(NotFound):
        await make(conn, kleine, Van())
    await act_as(conn, kleine.vreemd)
    for who, versie, refused in (
        (kleine.vreemd, 1, NotFound),
        (kleine.regio.werkgever, 1, NotFound),
        (kleine.actor, 99, StaleVersion),
    ):
        with pytest.raises(refused):
            await agenda.make_agenda_link(
                conn, who, clock=NOW, roulatie_id=kleine.id, versie=versie, van=Van(plek_id=kleine.plekken[0])
            )
