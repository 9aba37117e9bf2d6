"""Pins have a reason and a date, and a person has one at a time."""

from datetime import date, timedelta

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import InvalidInput
from marketplace.voorstellen import service
from marketplace.voorstellen.model import Voorstel
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import WEEK0, KleineRegio, make_regio

UITERLIJK = date(2027, 1, 15)


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def voorstel(conn: Connection, regio: KleineRegio, clock: FixedClock) -> Voorstel:
    plan = await keep_plan(conn, regio, clock, (0, 0))
    return await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, 0))


async def pin(
    conn: Connection,
    regio: KleineRegio,
    clock: FixedClock,
    voorstel: Voorstel,
    *,
    tot: date = date(2026, 12, 20),
    startweek: date | None = None,
) -> Voorstel:
    return await service.pin(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        reden="De werkgever kent de kandidaat al.",
        tot=tot,
        startweek=startweek,
        uiterlijk=UITERLIJK,
    )


async def test_a_pin_keeps_reason_date_and_startweek(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    after = await pin(conn, regio, clock, voorstel, startweek=WEEK0)
    assert after.pin is not None
    assert (after.pin.reden, after.pin.startweek) == ("De werkgever kent de kandidaat al.", WEEK0)
    assert after.pin.holds(date(2026, 12, 19))
    assert not after.pin.holds(date(2026, 12, 20))


@pytest.mark.parametrize("tot", [date(2026, 11, 20), date(2027, 1, 16)])
async def test_a_pin_that_is_over_or_too_long_is_refused(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel, tot: date
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        await pin(conn, regio, clock, voorstel, tot=tot)
    assert list(refusal.value.fields) == ["tot"]


async def test_a_startweek_that_has_begun_is_refused(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        await pin(conn, regio, clock, voorstel, startweek=WEEK0 - timedelta(weeks=1))
    assert list(refusal.value.fields) == ["startweek"]


async def test_unpin_takes_it_away(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    pinned = await pin(conn, regio, clock, voorstel)
    after = await service.unpin(conn, regio.eigen, clock=clock, voorstel_id=pinned.id, versie=pinned.versie)
    assert after.pin is None
    with pytest.raises(service.WrongStep, match="staat niet vast"):
        await service.unpin(conn, regio.eigen, clock=clock, voorstel_id=after.id, versie=after.versie)


async def test_a_person_is_pinned_at_one_plek(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await pin(conn, regio, clock, voorstel)
    plan = await keep_plan(conn, regio, clock, (0, 1))
    other = await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, 0))
    with pytest.raises(service.WrongStep, match="Tuin aanleggen"):
        await pin(conn, regio, clock, other)


async def test_a_pin_that_ends_before_its_startweek_is_refused_at_the_end(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        await pin(conn, regio, clock, voorstel, tot=date(2026, 12, 7), startweek=date(2026, 12, 7))
    assert list(refusal.value.fields) == ["tot"]


@pytest.mark.parametrize("periode", ["[2027-01-01,2027-11-01)", "[2026-11-01,2026-12-07)"])
async def test_a_startweek_in_which_the_plek_is_not_open_is_refused(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel, periode: str
) -> None:
    await conn.execute("reset role")
    await conn.execute("update leerwerkplekken set periode = $1::text::daterange", periode)
    with pytest.raises(InvalidInput) as refusal:
        await pin(conn, regio, clock, voorstel, startweek=date(2026, 12, 7))
    assert list(refusal.value.fields) == ["startweek"]
