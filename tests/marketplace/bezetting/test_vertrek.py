"""A praktijkopleider leaves: refused while somebody is promised, plekken end or are handed over."""

from datetime import date

import asyncpg
import pytest

from marketplace.bezetting.gevolgen import list_gevolgen
from marketplace.bezetting.vertrek import book_vertrek, cancel_vertrek, list_colleagues, list_geleid
from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.leerwerkplekken.queries import get_leerwerkplek
from marketplace.organisaties.model import Nabijheid, NewTijd
from marketplace.organisaties.queries import get_praktijkopleider, list_capaciteiten, list_erkenningen
from marketplace.organisaties.service import (
    change_tijd,
    create_praktijkopleider,
    rename_praktijkopleider,
    visible_praktijkopleider,
)
from marketplace.toegang.model import Rol
from tests.databases import act_as
from tests.marketplace.kleine_regio import REGIO, KleineRegio, make_regio
from tests.marketplace.organisaties.mensen import make_actor
from tests.marketplace.regio_details import Details, add_details, occupy

WEG = date(2027, 3, 1)


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    return await make_regio(conn)


@pytest.fixture
async def details(conn: Connection, regio: KleineRegio) -> Details:
    return await add_details(conn, regio)


async def leave(
    conn: Connection,
    regio: KleineRegio,
    details: Details,
    clock: FixedClock,
    tot: date = WEG,
    opvolger: int | None = None,
) -> None:
    """Let the praktijkopleider of the small region leave."""
    await book_vertrek(
        conn,
        regio.werkgever,
        clock=clock,
        praktijkopleider_id=details.praktijkopleider,
        versie=1,
        tot=tot,
        opvolger_id=opvolger,
    )


async def led(conn: Connection, regio: KleineRegio) -> list[tuple[int, date, date | None]]:
    """Who leads the first plek when."""
    plek = await get_leerwerkplek(conn, regio.eigen, regio.plekken[0])
    assert plek is not None
    return [(each.praktijkopleider_id, each.van, each.tot) for each in plek.inzet]


async def test_a_praktijkopleider_is_made_and_renamed_by_the_own_werkgever(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    made = await create_praktijkopleider(
        conn, regio.werkgever, clock=clock, vestiging_id=regio.vestiging, naam="Nieuw"
    )
    await rename_praktijkopleider(
        conn, regio.eigen, clock=clock, praktijkopleider_id=made, versie=1, naam="Anders"
    )
    found = await visible_praktijkopleider(conn, regio.werkgever, made)
    assert (found.naam, found.versie, found.voorbeeld) == ("Anders", 2, True)
    gegevens = await conn.fetchval("select gegevens from gebeurtenissen order by id desc limit 1")
    assert gegevens == {"velden": {"naam": None}}
    with pytest.raises(StaleVersion):
        await rename_praktijkopleider(
            conn, regio.eigen, clock=clock, praktijkopleider_id=made, versie=1, naam="Weer anders"
        )
    for stranger in (regio.vreemd, details.buurman):
        with pytest.raises(NotFound):
            await create_praktijkopleider(
                conn, stranger, clock=clock, vestiging_id=regio.vestiging, naam="Vreemd"
            )
    lezer = await make_actor(conn, Rol.REGIOCOORDINATOR, regio_code=REGIO)
    with pytest.raises(Forbidden):
        await create_praktijkopleider(conn, lezer, clock=clock, vestiging_id=regio.vestiging, naam="Vreemd")


async def test_what_they_lead_and_their_time_end_on_that_day(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await leave(conn, regio, details, clock)
    assert await led(conn, regio) == [(details.praktijkopleider, date(2026, 11, 1), WEG)]
    assert [each.tot for each in await list_capaciteiten(conn, [details.praktijkopleider])] == [WEG]
    gone = await get_praktijkopleider(conn, regio.eigen, details.praktijkopleider)
    assert gone is not None
    assert gone.has_left(WEG)
    assert not gone.has_left(date(2027, 2, 28))
    rows = await conn.fetch("select soort, onderwerp_id from gebeurtenissen order by id")
    assert [row["soort"] for row in rows] == ["praktijkopleider_vertrekt"] + ["leerwerkplek_gewijzigd"] * 2
    assert (
        await conn.fetchval("select min(versie) from leerwerkplekken where id = any($1)", regio.plekken) == 2
    )


async def test_a_colleague_takes_over_from_that_day(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    colleague = await create_praktijkopleider(
        conn, regio.werkgever, clock=clock, vestiging_id=regio.vestiging, naam="Collega"
    )
    leader = await visible_praktijkopleider(conn, regio.werkgever, details.praktijkopleider)
    found = await list_colleagues(conn, regio.werkgever, leader, WEG)
    assert [each.id for each in found] == [colleague]
    await leave(conn, regio, details, clock, opvolger=colleague)
    assert await led(conn, regio) == [
        (details.praktijkopleider, date(2026, 11, 1), WEG),
        (colleague, WEG, date(2027, 11, 1)),
    ]


async def test_who_takes_over_gets_the_promised_weeks_or_hears_that_there_is_no_time(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    for week in (date(2027, 2, 22), WEG, date(2027, 3, 8)):
        await occupy(conn, regio, 0, 0, week)
    colleague = await create_praktijkopleider(
        conn, regio.werkgever, clock=clock, vestiging_id=regio.vestiging, naam="Collega"
    )
    await act_as(conn, regio.werkgever)
    with pytest.raises(InvalidInput) as refusal:
        await leave(conn, regio, details, clock, opvolger=colleague)
    assert refusal.value.fields == {
        "opvolger": "De praktijkopleider heeft in de week van 1 maart 2027 te weinig tijd: "
        "60 minuten nodig, 0 beschikbaar."
    }
    tijd = NewTijd(praktijkopleider_id=colleague, versie=1, nabijheid=Nabijheid.OP_AFROEP, minuten=60)
    await change_tijd(conn, regio.werkgever, clock=clock, tijd=tijd)
    await leave(conn, regio, details, clock, opvolger=colleague)
    rows = await conn.fetch("select praktijkopleider_id from bezetting order by week")
    assert [row[0] for row in rows] == [details.praktijkopleider, colleague, colleague]


async def test_somebody_of_another_vestiging_does_not_take_over(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        await leave(conn, regio, details, clock, opvolger=details.buren_praktijkopleider)
    assert set(refusal.value.fields) == {"opvolger"}


async def test_nobody_leaves_whom_somebody_counts_on(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await occupy(conn, regio, 0, 0, WEG)
    geleid = await list_geleid(conn, regio.werkgever, details.praktijkopleider, WEG)
    assert [(each.titel, each.laatste_week) for each in geleid] == [
        ("Gras maaien", None),
        ("Tuin aanleggen", WEG),
    ]
    with pytest.raises(InvalidInput) as refusal:
        await leave(conn, regio, details, clock)
    assert refusal.value.fields == {
        "laatste_dag": "In de week van 1 maart 2027 is nog begeleiding afgesproken. "
        "Kies een laatste dag vanaf 5 maart 2027."
    }
    assert (await led(conn, regio))[0][2] == date(2027, 11, 1)
    await leave(conn, regio, details, clock, tot=date(2027, 3, 6))
    assert (await led(conn, regio))[0][2] == date(2027, 3, 6)


async def test_a_plek_with_a_promise_is_handed_over_first(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await conn.execute("reset role")
    await conn.execute(
        "insert into voorstellen"
        " (kandidaat_id, leerwerkplek_id, status, ja_kandidaat_op, ja_vastgelegd_door)"
        " values ($1, $2, 'besproken_met_kandidaat', '2026-11-20', $3)",
        regio.kandidaten[0],
        regio.plekken[0],
        regio.eigen.account_id,
    )
    await conn.execute("set local role app_ongebonden")
    await act_as(conn, regio.werkgever)
    with pytest.raises(InvalidInput) as refusal:
        await leave(conn, regio, details, clock)
    assert "Kies wie de begeleiding overneemt." in refusal.value.fields["opvolger"]


async def test_strangers_and_late_comers_do_not_book_it(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    for stranger in (regio.vreemd, details.buurman):
        assert await list_geleid(conn, stranger, details.praktijkopleider, WEG) == []
        with pytest.raises(NotFound):
            await book_vertrek(
                conn,
                stranger,
                clock=clock,
                praktijkopleider_id=details.praktijkopleider,
                versie=1,
                tot=WEG,
                opvolger_id=None,
            )
    await leave(conn, regio, details, clock)
    with pytest.raises(StaleVersion):
        await leave(conn, regio, details, clock)


async def test_who_has_left_leads_nobody_and_gets_no_time_until_they_are_back(
    conn: Connection, regio: KleineRegio, details: Details, clock: FixedClock
) -> None:
    await leave(conn, regio, details, clock, tot=date(2026, 11, 21))
    tijd = NewTijd(
        praktijkopleider_id=details.praktijkopleider, versie=2, nabijheid=Nabijheid.AF_EN_TOE, minuten=60
    )
    with pytest.raises(Conflict):
        await change_tijd(conn, regio.werkgever, clock=clock, tijd=tijd)
    insert = "insert into leerwerkplek_praktijkopleiders values ($1, $2, '[2027-01-01,2027-02-01)')"
    with pytest.raises(asyncpg.PostgresError, match="werkt hier vanaf 21 november 2026 niet meer"):
        async with conn.transaction():
            await conn.execute(insert, regio.plekken[0], details.praktijkopleider)
    await cancel_vertrek(
        conn, regio.werkgever, clock=clock, praktijkopleider_id=details.praktijkopleider, versie=2
    )
    await conn.execute(insert, regio.plekken[0], details.praktijkopleider)


async def test_what_an_ending_erkenning_means_is_told_to_who_may_know(
    conn: Connection, regio: KleineRegio, details: Details
) -> None:
    (erkenning,) = await list_erkenningen(conn, [regio.vestiging])
    await occupy(conn, regio, 0, 0, WEG)
    await conn.execute("reset role")
    await conn.execute(
        "update leerwerkplekken set vormen = '{behoud_uitkering}' where id = $1", regio.plekken[0]
    )
    await conn.execute("update kandidaten set praktijkleren = true, crebo = 25258")
    await conn.execute("set local role app_ongebonden")
    found = await list_gevolgen(conn, regio.eigen, erkenning, WEG)
    assert [titel for _, titel in found.plekken] == ["Tuin aanleggen"]
    assert [kenmerk for _, kenmerk in found.mensen] == ["K-0001"]
    for actor, plekken in ((regio.werkgever, 1), (details.buurman, 0), (regio.vreemd, 0)):
        other = await list_gevolgen(conn, actor, erkenning, WEG)
        assert (len(other.plekken), other.mensen) == (plekken, ())
    after = await list_gevolgen(conn, regio.eigen, erkenning, date(2028, 1, 1))
    assert (after.plekken, after.mensen) == ((), ())
