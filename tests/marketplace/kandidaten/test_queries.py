"""An accountmanager sees the kandidaten of the own region; a werkgever and a stranger see nobody."""

from datetime import date

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import NotFound
from marketplace.kandidaten import service, uitsluitingen
from marketplace.kandidaten.model import KandidaatFilter, KandidaatStatus, Stand
from marketplace.kandidaten.queries import count_waiting, get_kandidaat, list_kandidaten, list_matchbaar
from tests.marketplace.kleine_regio import make_regio
from tests.marketplace.regio_details import add_details


async def test_a_profile_is_seen_by_the_own_accountmanager_only(conn: Connection) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    found = await get_kandidaat(conn, regio.eigen, regio.kandidaten[0])
    assert found is not None
    assert (found.kenmerk, found.plaats, found.sectorwensen) == ("K-0001", "Zelhem", ("groen",))
    assert len(found.with_stand(Stand.GEWENST)) == 1
    assert found.with_stand(Stand.BEWEZEN) == ()
    assert found.weeks_waiting(date(2026, 11, 23)) == 10
    for stranger in (regio.vreemd, regio.werkgever):
        assert await get_kandidaat(conn, stranger, regio.kandidaten[0]) is None


async def test_the_list_is_narrowed_and_the_longest_waiting_stands_first(conn: Connection) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    everyone = await list_kandidaten(conn, regio.eigen, KandidaatFilter())
    assert [each.kenmerk for each in everyone.regels] == ["K-0003", "K-0002", "K-0001"]
    assert everyone.totaal == 3
    for narrow, expected in (
        (KandidaatFilter(sector="groen"), ["K-0001"]),
        (KandidaatFilter(ids=()), []),
        (KandidaatFilter(status=KandidaatStatus.LOPEND), []),
        (KandidaatFilter(gemeente_id=202), []),
        (KandidaatFilter(wacht_sinds=date(2026, 7, 6)), ["K-0003", "K-0002"]),
        (KandidaatFilter(wacht_sinds=date(2026, 7, 5)), ["K-0003"]),
        (KandidaatFilter(gemeente_id=1876, vanaf=1, aantal=1), ["K-0002"]),
    ):
        found = await list_kandidaten(conn, regio.eigen, narrow)
        assert [each.kenmerk for each in found.regels] == expected


async def test_strangers_get_an_empty_list(conn: Connection) -> None:
    regio = await make_regio(conn)
    for stranger in (regio.vreemd, regio.werkgever):
        assert (await list_kandidaten(conn, stranger, KandidaatFilter())).totaal == 0
        assert await count_waiting(conn, stranger, date(2027, 1, 1)) == (0, 0)


async def test_those_who_wait_too_long_are_counted(conn: Connection) -> None:
    regio = await make_regio(conn)
    assert await count_waiting(conn, regio.eigen, date(2026, 7, 6)) == (3, 2)
    assert await count_waiting(conn, regio.eigen, date(2026, 7, 5)) == (3, 1)


async def test_planning_gets_the_matchbaar_of_its_region_as_role_worker(conn: Connection) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    await conn.execute("reset role")
    await conn.execute("update kandidaten set status = 'lopend' where id = $1", regio.kandidaten[1])
    await conn.execute("set local role worker")
    assert [each.id for each in await list_matchbaar(conn, "AM09")] == [
        regio.kandidaten[0],
        regio.kandidaten[2],
    ]
    assert await list_matchbaar(conn, "AM07") == []
    assert await uitsluitingen.list_regio_uitsluitingen(conn, "AM09") == []


async def test_a_forbidden_pair_is_seen_and_withdrawn_by_the_own_only(
    conn: Connection, clock: FixedClock
) -> None:
    regio = await make_regio(conn)
    kandidaat_id, plek_id = regio.kandidaten[0], regio.plekken[0]
    for stranger in (regio.vreemd, regio.werkgever):
        assert not await uitsluitingen.insert_uitsluiting(
            conn, stranger, kandidaat_id=kandidaat_id, leerwerkplek_id=plek_id, reden="nee", now=clock.now()
        )
    made = await uitsluitingen.insert_uitsluiting(
        conn, regio.eigen, kandidaat_id=kandidaat_id, leerwerkplek_id=plek_id, reden="nee", now=clock.now()
    )
    assert made is not None
    (seen,) = await uitsluitingen.list_uitsluitingen(conn, regio.eigen, kandidaat_id)
    assert (seen.waar, seen.leerwerkplek_id) == ("Tuin aanleggen bij Vestiging", plek_id)
    assert await uitsluitingen.list_uitsluitingen(conn, regio.vreemd, kandidaat_id) == []
    with pytest.raises(NotFound):
        await service.allow_again(conn, regio.vreemd, clock=clock, uitsluiting_id=made)
    assert await service.allow_again(conn, regio.eigen, clock=clock, uitsluiting_id=made) == kandidaat_id
    assert await uitsluitingen.list_regio_uitsluitingen(conn, "AM09") == []
    with pytest.raises(NotFound):
        await service.allow_again(conn, regio.eigen, clock=clock, uitsluiting_id=made)
