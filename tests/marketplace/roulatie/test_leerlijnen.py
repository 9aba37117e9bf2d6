"""Leerlijnen: made, changed, shared and taken over; a stranger sees what is shared and changes nothing."""

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.roulatie import leerlijnen
from marketplace.roulatie.leerlijnen import LeerlijnGegevens, get_leerlijn
from tests.marketplace.kleine_regio import ELDERS, REGIO
from tests.marketplace.roulatie.kleine_roulatie import KleineRoulatie, make_roulatie

GROEN = LeerlijnGegevens(naam="Groen, de basis", sector="groen", gedeeld=False)


@pytest.fixture
async def kleine(conn: Connection) -> KleineRoulatie:
    return await make_roulatie(conn)


async def make(conn: Connection, kleine: KleineRoulatie, clock: FixedClock, *, gedeeld: bool = False) -> int:
    """A leerlijn of two werkprocessen for everybody, a third for one company, the first before the second."""
    gegevens = LeerlijnGegevens(naam=GROEN.naam, sector="groen", gedeeld=gedeeld)
    made = await leerlijnen.make_leerlijn(
        conn, kleine.actor, clock=clock, regio_code=REGIO, gegevens=gegevens
    )
    one, two, three = kleine.werkprocessen
    await leerlijnen.set_doelen(
        conn,
        kleine.actor,
        clock=clock,
        leerlijn_id=made,
        versie=1,
        doelen={(one, None): 3, (two, None): 2, (three, kleine.organisaties[0]): 4},
    )
    await leerlijnen.set_volgorde(
        conn, kleine.actor, clock=clock, leerlijn_id=made, versie=2, volgorde=[(one, two)]
    )
    return made


async def test_it_holds_what_was_put_in(conn: Connection, kleine: KleineRoulatie, clock: FixedClock) -> None:
    made = await make(conn, kleine, clock)
    found = await get_leerlijn(conn, kleine.actor, made)
    assert found is not None
    assert [(each.werkproces_id, each.organisatie, each.weken) for each in found.doelen] == [
        (kleine.werkprocessen[0], None, 3),
        (kleine.werkprocessen[1], None, 2),
        (kleine.werkprocessen[2], "Voorbeeld Tuin", 4),
    ]
    assert found.volgorde == (kleine.werkprocessen[:2],)
    assert found.leerlijn.versie == 3


async def test_another_regio_sees_it_only_when_shared_and_takes_over_what_is_for_all(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    made = await make(conn, kleine, clock)
    assert await get_leerlijn(conn, kleine.vreemd, made) is None
    assert await leerlijnen.list_leerlijnen(conn, kleine.vreemd) == []
    with pytest.raises(NotFound):
        await leerlijnen.copy_leerlijn(conn, kleine.vreemd, clock=clock, leerlijn_id=made, regio_code=ELDERS)
    shared = LeerlijnGegevens(naam=GROEN.naam, sector="groen", gedeeld=True)
    await leerlijnen.edit_leerlijn(
        conn, kleine.actor, clock=clock, leerlijn_id=made, versie=3, gegevens=shared
    )
    seen = await get_leerlijn(conn, kleine.vreemd, made)
    assert seen is not None
    assert {each.organisatie_id for each in seen.doelen} == {None}
    with pytest.raises(Forbidden):
        await leerlijnen.edit_leerlijn(
            conn, kleine.vreemd, clock=clock, leerlijn_id=made, versie=4, gegevens=GROEN
        )
    copied = await leerlijnen.copy_leerlijn(
        conn, kleine.vreemd, clock=clock, leerlijn_id=made, regio_code=ELDERS
    )
    copy = await get_leerlijn(conn, kleine.vreemd, copied)
    assert copy is not None
    assert (copy.leerlijn.regio_code, copy.leerlijn.gedeeld) == (ELDERS, False)
    assert [each.weken for each in copy.doelen] == [3, 2]
    assert copy.volgorde == seen.volgorde


async def test_a_copy_in_the_own_regio_gets_a_free_name_and_keeps_all(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    made = await make(conn, kleine, clock)
    copied = await leerlijnen.copy_leerlijn(
        conn, kleine.actor, clock=clock, leerlijn_id=made, regio_code=REGIO
    )
    copy = await get_leerlijn(conn, kleine.actor, copied)
    assert copy is not None
    assert copy.leerlijn.naam == "Groen, de basis 2"
    assert len(copy.doelen) == 3


async def test_a_name_twice_a_circle_and_an_old_version_are_refused(
    conn: Connection, kleine: KleineRoulatie, clock: FixedClock
) -> None:
    made = await make(conn, kleine, clock)
    twice = LeerlijnGegevens(naam="groen,  de basis", sector="groen", gedeeld=False)
    with pytest.raises(InvalidInput):
        await leerlijnen.make_leerlijn(conn, kleine.actor, clock=clock, regio_code=REGIO, gegevens=twice)
    with pytest.raises(NotFound):
        await leerlijnen.make_leerlijn(conn, kleine.actor, clock=clock, regio_code=ELDERS, gegevens=GROEN)
    one, two, three = kleine.werkprocessen
    for circle in ([(one, one)], [(one, two), (two, one)], [(one, two), (two, three), (three, one)]):
        with pytest.raises(InvalidInput):
            await leerlijnen.set_volgorde(
                conn, kleine.actor, clock=clock, leerlijn_id=made, versie=3, volgorde=circle
            )
        await conn.execute("update leerlijnen set versie = 3 where id = $1", made)
    with pytest.raises(StaleVersion):
        await leerlijnen.set_doelen(conn, kleine.actor, clock=clock, leerlijn_id=made, versie=1, doelen={})
