"""What people decide about a voorstel, step by step, and what the database keeps them from."""

from datetime import date, timedelta

import asyncpg
import pytest

from marketplace.bezetting.queries import list_bezetting
from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import (
    CapacityReached,
    Conflict,
    InvalidInput,
    NotFound,
    StaleVersion,
    refusal_from_database,
)
from marketplace.toegang.geschiedenis import list_geschiedenis
from marketplace.voorstellen import afwijzing, queries, service
from marketplace.voorstellen.afwijzing import Afwijzing
from marketplace.voorstellen.model import Voorstel, VoorstelStatus
from tests.marketplace.klein_plan import keep_plan, voorstel_of
from tests.marketplace.kleine_regio import REGIO, WEEK0, KleineRegio, make_regio


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def voorstel(conn: Connection, regio: KleineRegio, clock: FixedClock) -> Voorstel:
    plan = await keep_plan(conn, regio, clock, (0, 0), (1, 1))
    return await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, 0))


async def discuss(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel, op: date | None = None
) -> Voorstel:
    return await service.discuss(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        ja_op=op or clock.today(),
    )


async def accept(conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel) -> Voorstel:
    return await service.accept(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        startweek=voorstel.inplanning.startweek if voorstel.inplanning else clock.today(),
    )


async def test_the_yes_is_recorded_with_who_wrote_it_down(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    after = await discuss(conn, regio, clock, voorstel, clock.today() - timedelta(days=2))
    assert after.status is VoorstelStatus.BESPROKEN
    assert after.ja_vastgelegd_door == "eigen"
    assert after.ja_kandidaat_op is not None
    assert after.ja_kandidaat_op.date() == clock.today() - timedelta(days=2)
    (event,) = await list_geschiedenis(conn, regio.eigen, "voorstel", voorstel.id)
    assert (event.soort, event.door) == ("voorstel_besproken", "eigen")


async def test_a_yes_of_tomorrow_is_refused_at_its_field(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        await discuss(conn, regio, clock, voorstel, clock.today() + timedelta(days=1))
    assert list(refusal.value.fields) == ["ja_op"]


async def test_a_yes_from_before_the_person_looked_for_a_plek_is_refused_at_its_field(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    since = voorstel.matchbaar_sinds
    assert since is not None
    with pytest.raises(InvalidInput) as refusal:
        await discuss(conn, regio, clock, voorstel, since - timedelta(days=1))
    assert list(refusal.value.fields) == ["ja_op"]
    assert (await discuss(conn, regio, clock, voorstel, since)).status is VoorstelStatus.BESPROKEN


async def test_no_akkoord_before_the_yes(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    with pytest.raises(service.WrongStep, match="voorgesteld"):
        await accept(conn, regio, clock, voorstel)


async def test_akkoord_reserves_each_week_with_the_declining_need(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    after = await accept(conn, regio, clock, await discuss(conn, regio, clock, voorstel))
    assert after.status is VoorstelStatus.AKKOORD
    taken = await list_bezetting(conn, REGIO, WEEK0)
    assert [week.minuten for week in taken] == [300, 120, 120, 120, 120, 120]
    assert [week.week for week in taken] == [WEEK0 + timedelta(weeks=number) for number in range(6)]
    assert {week.voorstel_id for week in taken} == {voorstel.id}


async def test_the_last_plaats_goes_to_one_and_the_other_gets_a_sentence(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0), (1, 0))
    first, second = [
        await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, number))
        for number in (0, 1)
    ]
    await accept(conn, regio, clock, await discuss(conn, regio, clock, first))
    with pytest.raises(CapacityReached, match="geen plaats meer vrij"):
        await accept(conn, regio, clock, await discuss(conn, regio, clock, second))


async def test_a_praktijkopleider_without_time_is_said_with_the_numbers(
    conn: Connection, regio: KleineRegio, clock: FixedClock
) -> None:
    plan = await keep_plan(conn, regio, clock, (0, 0), (1, 1))
    first, second = [
        await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, number))
        for number in (0, 1)
    ]
    await accept(conn, regio, clock, await discuss(conn, regio, clock, first))
    with pytest.raises(CapacityReached, match="600 minuten nodig, 360 beschikbaar"):
        await accept(conn, regio, clock, await discuss(conn, regio, clock, second))


async def test_undo_of_akkoord_frees_the_plaats_and_undo_of_besproken_forgets_the_yes(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    agreed = await accept(conn, regio, clock, await discuss(conn, regio, clock, voorstel))
    back = await service.undo(conn, regio.eigen, clock=clock, voorstel_id=agreed.id, versie=agreed.versie)
    assert back.status is VoorstelStatus.BESPROKEN
    assert await list_bezetting(conn, REGIO, WEEK0) == []
    begin = await service.undo(conn, regio.eigen, clock=clock, voorstel_id=back.id, versie=back.versie)
    assert (begin.status, begin.ja_kandidaat_op) == (VoorstelStatus.VOORGESTELD, None)
    with pytest.raises(service.WrongStep):
        await service.undo(conn, regio.eigen, clock=clock, voorstel_id=begin.id, versie=begin.versie)


async def test_a_stale_version_changes_nothing(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await discuss(conn, regio, clock, voorstel)
    with pytest.raises(StaleVersion):
        await discuss(conn, regio, clock, voorstel)


async def test_a_stranger_sees_and_changes_nothing(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    for stranger in (regio.vreemd, regio.werkgever):
        assert await queries.get_voorstel(conn, stranger, voorstel.id) is None
        assert await list_geschiedenis(conn, stranger, "voorstel", voorstel.id) == []
        assert await queries.list_other_voorstellen(conn, stranger, voorstel) == []
        with pytest.raises(NotFound):
            await service.discuss(
                conn,
                stranger,
                clock=clock,
                voorstel_id=voorstel.id,
                versie=voorstel.versie,
                ja_op=clock.today(),
            )


async def test_a_person_is_discussed_at_one_plek_at_a_time(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await discuss(conn, regio, clock, voorstel)
    plan = await keep_plan(conn, regio, clock, (0, 1))
    other = await service.visible_voorstel(conn, regio.eigen, await voorstel_of(conn, regio, plan, 0))
    with pytest.raises(service.WrongStep, match="Tuin aanleggen"):
        await discuss(conn, regio, clock, other)


async def test_who_looks_for_no_plek_is_promised_none(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    await conn.execute("reset role")
    await conn.execute("update kandidaten set status = 'afgerond' where id = $1", voorstel.kandidaat_id)
    with pytest.raises(service.WrongStep, match="zoekt nu geen plek"):
        await discuss(conn, regio, clock, voorstel)


async def test_to_a_start_that_has_passed_nobody_says_yes_or_agrees(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    late = FixedClock(clock.now() + timedelta(days=7))
    with pytest.raises(service.WrongStep, match="al begonnen"):
        await discuss(conn, regio, late, voorstel)
    said = await discuss(conn, regio, clock, voorstel)
    with pytest.raises(service.WrongStep, match="al begonnen"):
        await accept(conn, regio, late, said)


async def test_a_week_without_a_praktijkopleider_refuses_the_stay(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    discussed = await discuss(conn, regio, clock, voorstel)
    await conn.execute("reset role")
    await conn.execute("update leerwerkplek_praktijkopleiders set periode = '[2026-11-01,2026-12-10)'")
    await conn.execute("set local role app_ongebonden")
    with pytest.raises(Conflict, match="niet in elke week"):
        await accept(conn, regio, clock, discussed)


async def test_a_rejected_voorstel_cannot_be_pinned(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    rejected = await afwijzing.reject(
        conn,
        regio.eigen,
        clock=clock,
        voorstel_id=voorstel.id,
        versie=voorstel.versie,
        afwijzing=Afwijzing(reden="nu_niet"),
    )
    with pytest.raises(service.WrongStep, match="niet vastzetten"):
        await service.pin(
            conn,
            regio.eigen,
            clock=clock,
            voorstel_id=rejected.id,
            versie=rejected.versie,
            reden="Toch wel.",
            tot=date(2026, 12, 1),
            startweek=None,
            uiterlijk=date(2027, 1, 1),
        )


async def test_a_voorstel_outside_the_plan_of_now_cannot_be_agreed(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    discussed = await discuss(conn, regio, clock, voorstel)
    await keep_plan(conn, regio, clock, (1, 1))
    with pytest.raises(service.WrongStep, match="staat niet in het plan van nu"):
        await accept(conn, regio, clock, discussed)


async def test_an_akkoord_holds_for_the_startweek_that_was_seen(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel
) -> None:
    discussed = await discuss(conn, regio, clock, voorstel)
    with pytest.raises(StaleVersion, match="andere week"):
        await service.accept(
            conn,
            regio.eigen,
            clock=clock,
            voorstel_id=voorstel.id,
            versie=discussed.versie,
            startweek=WEEK0 + timedelta(weeks=9),
        )


@pytest.mark.parametrize(
    ("status", "text"),
    [("gesloten", "leerwerkplek is gesloten"), ("concept", "leerwerkplek is nu een concept")],
)
async def test_nobody_is_promised_a_plek_that_is_not_open(
    conn: Connection, regio: KleineRegio, clock: FixedClock, voorstel: Voorstel, status: str, text: str
) -> None:
    close = "update leerwerkplekken set status = $2 where id = $1"
    await conn.execute(close, voorstel.leerwerkplek_id, status)
    with pytest.raises(asyncpg.PostgresError, match=text) as refused:
        async with conn.transaction():
            await discuss(conn, regio, clock, voorstel)
    assert isinstance(refusal_from_database(refused.value), Conflict)
    with pytest.raises(asyncpg.PostgresError, match=text):
        async with conn.transaction():
            await service.pin(
                conn,
                regio.eigen,
                clock=clock,
                voorstel_id=voorstel.id,
                versie=voorstel.versie,
                reden="De werkgever kent de kandidaat al.",
                tot=WEEK0,
                startweek=None,
                uiterlijk=WEEK0,
            )
    await conn.execute(close, voorstel.leerwerkplek_id, "gepubliceerd")
    said = await discuss(conn, regio, clock, voorstel)
    await conn.execute(close, voorstel.leerwerkplek_id, "gesloten")
    with pytest.raises(asyncpg.PostgresError, match="leerwerkplek is gesloten"):
        async with conn.transaction():
            await accept(conn, regio, clock, said)
