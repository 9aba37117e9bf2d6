"""What a file of kandidaten asks: whose people go out, what was learned, and a registration taken back."""

import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import Conflict, InvalidInput, NotFound, StaleVersion
from marketplace.kandidaten.geleerd import record_geleerd
from marketplace.kandidaten.model import KandidaatProfiel, Stand
from marketplace.kandidaten.queries import get_kandidaat, list_kenmerken, stream_kandidaten
from marketplace.kandidaten.terugnemen import take_back
from marketplace.kandidaten.writes import update_eigen_kenmerk
from marketplace.toegang.model import Actor
from tests.marketplace.kandidaten.rollen import Mensen, add_mensen
from tests.marketplace.kleine_regio import KleineRegio, make_regio
from tests.marketplace.regio_details import Details, add_details


async def _make(conn: Connection) -> tuple[KleineRegio, Details, Mensen]:
    """The small region with its catalogue and people."""
    regio = await make_regio(conn)
    return regio, await add_details(conn, regio), await add_mensen(conn, regio)


async def _names(conn: Connection, actor: Actor) -> tuple[list[str], list[str]]:
    """The kenmerken of whom goes out, and of all who are known."""
    out = [each.kenmerk async for each in stream_kandidaten(conn, actor)]
    return out, sorted(each.kenmerk for each in await list_kenmerken(conn, actor))


async def test_only_who_decides_about_people_takes_them_out(conn: Connection) -> None:
    regio, _, mensen = await _make(conn)
    everybody = ["K-0001", "K-0002", "K-0003"]
    assert await _names(conn, regio.eigen) == (everybody, everybody)
    assert await _names(conn, mensen.planner) == (["K-0002"], ["K-0002"])
    others = (regio.vreemd, regio.werkgever, mensen.vreemde_planner, mensen.jobcoach, mensen.coordinator)
    for stranger in (*others, mensen.kandidaat, mensen.consulent):
        assert await _names(conn, stranger) == ([], [])


async def test_a_kenmerk_is_written_for_ones_own_people_only(conn: Connection) -> None:
    regio, _, mensen = await _make(conn)
    await update_eigen_kenmerk(conn, regio.vreemd, regio.kandidaten[0], "A-1")
    await update_eigen_kenmerk(conn, mensen.jobcoach, regio.kandidaten[0], "A-1")
    assert (await _profile(conn, regio, 0)).eigen_kenmerk is None
    await update_eigen_kenmerk(conn, regio.eigen, regio.kandidaten[0], "A-1")
    assert (await _profile(conn, regio, 0)).eigen_kenmerk == "A-1"


async def _profile(conn: Connection, regio: KleineRegio, place: int) -> KandidaatProfiel:
    """A person as they are."""
    profiel = await get_kandidaat(conn, regio.eigen, regio.kandidaten[place])
    assert profiel is not None
    return profiel


async def _learn(
    conn: Connection,
    clock: FixedClock,
    actor: Actor,
    kandidaat_id: int,
    *,
    versie: int = 1,
    geoefend: tuple[int, ...] = (),
    bewezen: tuple[int, ...] = (),
) -> None:
    """Record what a person learned."""
    await record_geleerd(
        conn,
        actor,
        clock=clock,
        kandidaat_id=kandidaat_id,
        versie=versie,
        geoefend=geoefend,
        bewezen=bewezen,
    )


async def test_what_was_learned_is_no_wish_any_more(conn: Connection, clock: FixedClock) -> None:
    regio, details, _ = await _make(conn)
    first, second = details.werkprocessen
    await _learn(conn, clock, regio.eigen, regio.kandidaten[0], geoefend=(second,), bewezen=(first,))
    profiel = await _profile(conn, regio, 0)
    assert (profiel.gewenst, profiel.versie) == ((), 2)
    assert profiel.with_stand(Stand.GEOEFEND) == (second,)
    assert profiel.with_stand(Stand.BEWEZEN) == (first,)
    told = await conn.fetchval("select gegevens from gebeurtenissen")
    assert told == {"velden": {"geoefend": [[], [second]], "bewezen": [[], [first]]}}


async def test_learning_is_refused_for_nonsense_the_past_and_strangers(
    conn: Connection, clock: FixedClock
) -> None:
    regio, details, mensen = await _make(conn)
    first = details.werkprocessen[0]
    kandidaat_id = regio.kandidaten[0]
    with pytest.raises(InvalidInput):
        await _learn(conn, clock, regio.eigen, kandidaat_id, geoefend=(first,), bewezen=(first,))
    for actor, versie in ((regio.eigen, 7), (mensen.jobcoach, 1)):
        with pytest.raises(StaleVersion):
            await _learn(conn, clock, actor, kandidaat_id, versie=versie, bewezen=(first,))
    with pytest.raises(NotFound):
        await _learn(conn, clock, regio.vreemd, kandidaat_id, bewezen=(first,))
    assert (await _profile(conn, regio, 0)).gewenst == (first,)


async def test_a_registration_is_taken_back_with_who_it_was(conn: Connection, clock: FixedClock) -> None:
    regio, _, mensen = await _make(conn)
    for stranger in (regio.vreemd, mensen.vreemde_planner, mensen.jobcoach):
        with pytest.raises(NotFound):
            await take_back(conn, stranger, clock=clock, kandidaat_id=regio.kandidaten[1], versie=1)
    with pytest.raises(StaleVersion):
        await take_back(conn, mensen.planner, clock=clock, kandidaat_id=regio.kandidaten[1], versie=9)
    with pytest.raises(Conflict):  # others are bound to this person
        await take_back(conn, regio.eigen, clock=clock, kandidaat_id=regio.kandidaten[0], versie=1)
    await take_back(conn, mensen.planner, clock=clock, kandidaat_id=regio.kandidaten[1], versie=1)
    assert await get_kandidaat(conn, regio.eigen, regio.kandidaten[1]) is None
    row = await conn.fetchrow("select soort, onderwerp_id, gegevens from gebeurtenissen")
    assert row is not None
    assert tuple(row) == ("aanmelding_teruggenomen", regio.kandidaten[1], {})


async def test_who_is_busy_is_not_taken_back(conn: Connection, clock: FixedClock) -> None:
    regio, _, mensen = await _make(conn)
    await conn.execute("reset role")
    await conn.execute("update kandidaten set status = 'lopend' where id = $1", regio.kandidaten[1])
    await conn.execute("set local role app_ongebonden")
    with pytest.raises(Conflict):
        await take_back(conn, mensen.planner, clock=clock, kandidaat_id=regio.kandidaten[1], versie=1)
