"""Changing the time of a praktijkopleider: who may, from when, and not below what is promised."""

from datetime import date

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import CapacityReached, NotFound, StaleVersion
from marketplace.organisaties.model import Nabijheid, NewTijd
from marketplace.organisaties.queries import list_capaciteiten
from marketplace.organisaties.service import change_tijd, first_monday
from tests.marketplace.kleine_regio import WEEK0, KleineRegio, make_regio
from tests.marketplace.regio_details import Details, add_details, occupy

LATER = date(2027, 1, 4)


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def details(conn: Connection, regio: KleineRegio) -> Details:
    return await add_details(conn, regio)


def new_tijd(details: Details, minuten: int, versie: int = 1) -> NewTijd:
    """Other minutes for the praktijkopleider of the small region."""
    return NewTijd(
        praktijkopleider_id=details.praktijkopleider,
        versie=versie,
        nabijheid=Nabijheid.STEEDS_ERNAAST,
        minuten=minuten,
    )


async def stretches(conn: Connection, details: Details) -> list[tuple[date, date | None, int]]:
    """The time of that praktijkopleider."""
    found = await list_capaciteiten(conn, [details.praktijkopleider])
    return [(each.van, each.tot, each.minuten) for each in found]


def test_a_change_holds_from_the_next_monday_or_today() -> None:
    assert first_monday(date(2026, 11, 20)) == WEEK0
    assert first_monday(WEEK0) == WEEK0


async def test_werkgever_and_accountmanager_change_the_time_from_monday_on(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await change_tijd(conn, regio.werkgever, clock=clock, tijd=new_tijd(details, 480))
    assert await stretches(conn, details) == [
        (date(2026, 1, 1), WEEK0, 360),
        (WEEK0, date(2028, 1, 1), 480),
    ]
    await change_tijd(conn, regio.eigen, clock=clock, tijd=new_tijd(details, 240, versie=2))
    assert await stretches(conn, details) == [
        (date(2026, 1, 1), WEEK0, 360),
        (WEEK0, date(2028, 1, 1), 240),
    ]
    soort = "select account_id, gegevens from gebeurtenissen order by id desc limit 1"
    row = await conn.fetchrow(soort)
    assert row is not None
    assert row["account_id"] == regio.eigen.account_id
    assert row["gegevens"] == {"vanaf": "2026-11-23", "minuten": 240}


async def test_others_do_not_find_the_praktijkopleider(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    for stranger in (regio.vreemd, details.buurman):
        with pytest.raises(NotFound):
            await change_tijd(conn, stranger, clock=clock, tijd=new_tijd(details, 480))


async def test_what_is_so_already_is_not_written_again(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await change_tijd(conn, regio.werkgever, clock=clock, tijd=new_tijd(details, 480))
    await change_tijd(conn, regio.werkgever, clock=clock, tijd=new_tijd(details, 480, versie=1))
    assert await conn.fetchval("select count(*) from gebeurtenissen") == 1


async def test_who_looked_at_an_older_version_is_told(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await change_tijd(conn, regio.eigen, clock=clock, tijd=new_tijd(details, 480))
    with pytest.raises(StaleVersion):
        await change_tijd(conn, regio.werkgever, clock=clock, tijd=new_tijd(details, 240))


async def test_a_change_that_is_planned_stays(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await conn.execute("reset role")
    await conn.execute("update begeleidingscapaciteiten set periode = daterange('2027-01-04', null)")
    await conn.execute("set local role app_ongebonden")
    await change_tijd(conn, regio.werkgever, clock=clock, tijd=new_tijd(details, 480))
    assert await stretches(conn, details) == [(WEEK0, LATER, 480), (LATER, None, 360)]


async def test_somebody_without_time_gets_it(conn: Connection, details: Details, clock: FixedClock) -> None:
    tijd = NewTijd(
        praktijkopleider_id=details.buren_praktijkopleider,
        versie=1,
        nabijheid=Nabijheid.OP_AFROEP,
        minuten=90,
    )
    await change_tijd(conn, details.buurman, clock=clock, tijd=tijd)
    (only,) = await list_capaciteiten(conn, [details.buren_praktijkopleider])
    assert (only.van, only.tot, only.nabijheid, only.minuten) == (WEEK0, None, Nabijheid.OP_AFROEP, 90)


async def test_time_that_is_promised_is_not_taken_back(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await occupy(conn, regio, 0, 0, LATER)
    with pytest.raises(CapacityReached) as refusal:
        await change_tijd(conn, regio.werkgever, clock=clock, tijd=new_tijd(details, 59))
    assert refusal.value.sentence == (
        "In de week van 4 januari 2027 zijn al 60 minuten begeleiding afgesproken. "
        "Er zouden er 59 over zijn. Kies meer minuten."
    )
    assert await stretches(conn, details) == [(date(2026, 1, 1), date(2028, 1, 1), 360)]


async def test_exactly_what_is_promised_is_enough(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await occupy(conn, regio, 0, 0, LATER)
    await change_tijd(conn, regio.werkgever, clock=clock, tijd=new_tijd(details, 60))
    assert (await stretches(conn, details))[-1] == (WEEK0, date(2028, 1, 1), 60)
