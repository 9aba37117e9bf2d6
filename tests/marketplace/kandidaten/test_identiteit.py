"""Who a kandidaat is: shown for a purpose by the database itself, logged, edited over one version."""

from datetime import date

import asyncpg
import pytest

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.kandidaten import identiteit, inzagen
from marketplace.kandidaten.model import Identiteit
from tests.databases import act_as
from tests.marketplace.kandidaten.rollen import Mensen, add_mensen
from tests.marketplace.kleine_regio import KleineRegio, make_regio
from tests.marketplace.regio_details import add_details

DOEL = "bellen over een voorstel"
ANDERS = Identiteit(naam="Sanne Anders", geboortedatum=date(1990, 5, 1), telefoon=None, email="s@anders.nl")


@pytest.fixture
async def regio(conn: Connection) -> KleineRegio:
    """The small region with the identity of the first person."""
    made = await make_regio(conn)
    await add_details(conn, made)
    return made


@pytest.fixture
async def mensen(conn: Connection, regio: KleineRegio) -> Mensen:
    """Who may and who may not."""
    return await add_mensen(conn, regio)


async def test_a_look_is_logged_with_its_purpose(
    conn: Connection, clock: FixedClock, regio: KleineRegio, mensen: Mensen
) -> None:
    for who in (regio.eigen, mensen.jobcoach):
        await act_as(conn, who)
        found = await identiteit.reveal_persoonsgegevens(
            conn, who, clock=clock, kandidaat_id=regio.kandidaten[0], doel=DOEL
        )
        assert found.naam == "Sanne Voorbeeld"
    looks = await inzagen.list_inzagen(conn, regio.eigen, regio.kandidaten[0])
    assert [(each.doel, each.door, each.tijd) for each in looks] == [
        (DOEL, "jobcoach", clock.now()),
        (DOEL, "eigen", clock.now()),
    ]
    assert await inzagen.list_inzagen(conn, regio.vreemd, regio.kandidaten[0]) == []
    assert await inzagen.list_inzagen(conn, mensen.coordinator, regio.kandidaten[0]) == []
    soorten = await conn.fetch("select soort || gegevens::text as soort from gebeurtenissen")
    assert [row["soort"] for row in soorten] == ["persoonsgegevens_ingezien{}"] * 2


async def test_a_look_at_oneself_names_nobody_to_others(
    conn: Connection, clock: FixedClock, regio: KleineRegio, mensen: Mensen
) -> None:
    await act_as(conn, mensen.kandidaat)
    await identiteit.reveal_persoonsgegevens(
        conn, mensen.kandidaat, clock=clock, kandidaat_id=regio.kandidaten[0], doel=DOEL
    )
    (look,) = await inzagen.list_inzagen(conn, regio.eigen, regio.kandidaten[0])
    assert look.door == "De kandidaat of vertegenwoordiger"
    assert await conn.fetchval("select count(*) from gebeurtenissen") == 0


async def test_strangers_learn_nothing_and_nothing_is_logged(
    conn: Connection, clock: FixedClock, regio: KleineRegio, mensen: Mensen
) -> None:
    first = regio.kandidaten[0]
    strangers = (regio.vreemd, regio.werkgever, mensen.planner, mensen.vreemde_jobcoach, mensen.coordinator)
    for stranger in strangers:
        await act_as(conn, stranger)
        assert not await inzagen.has_persoonsgegevens(conn, stranger, first)
        with pytest.raises(NotFound):
            await identiteit.reveal_persoonsgegevens(
                conn, stranger, clock=clock, kandidaat_id=first, doel=DOEL
            )
        # The function itself refuses, whatever a query forgets to ask.
        assert await conn.fetch("select * from toon_persoonsgegevens($1, $2)", first, DOEL) == []
    await act_as(conn, regio.eigen)
    with pytest.raises(InvalidInput):
        await identiteit.reveal_persoonsgegevens(
            conn, regio.eigen, clock=clock, kandidaat_id=first, doel="nee "
        )
    assert await conn.fetchval("select count(*) from persoonsgegevens_inzagen") == 0


async def test_who_was_bound_until_yesterday_learns_nothing(
    conn: Connection, clock: FixedClock, regio: KleineRegio, mensen: Mensen
) -> None:
    await conn.execute(
        "update kandidaat_betrokkenen set periode = daterange('2020-01-01', $1)", clock.today()
    )
    await act_as(conn, mensen.jobcoach)
    look = "select * from toon_persoonsgegevens($1, $2, $3)"
    assert await conn.fetch(look, regio.kandidaten[0], DOEL, clock.now()) == []


@pytest.mark.parametrize("column", ["naam", "geboortedatum", "telefoon", "email"])
async def test_there_is_no_other_way_to_read_it(conn: Connection, column: str) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await conn.execute(f"select {column} from persoonsgegevens")  # noqa: S608 (a name of our own)


async def test_an_edit_names_the_fields_and_the_purpose_but_never_what_is_in_them(
    conn: Connection, clock: FixedClock, regio: KleineRegio, mensen: Mensen
) -> None:
    await act_as(conn, mensen.jobcoach)
    changed = await identiteit.edit_persoonsgegevens(
        conn,
        mensen.jobcoach,
        clock=clock,
        kandidaat_id=regio.kandidaten[0],
        versie=1,
        identiteit=ANDERS,
        doel=DOEL,
    )
    assert changed == ("naam", "telefoon", "email")
    row = await conn.fetchrow(
        "select reden, gegevens from gebeurtenissen where soort = 'persoonsgegevens_gewijzigd'"
    )
    assert row is not None
    assert (row["reden"], row["gegevens"]) == (DOEL, {"velden": ["naam", "telefoon", "email"]})
    with pytest.raises(StaleVersion):
        await identiteit.edit_persoonsgegevens(
            conn,
            mensen.jobcoach,
            clock=clock,
            kandidaat_id=regio.kandidaten[0],
            versie=1,
            identiteit=ANDERS,
            doel=DOEL,
        )


async def test_only_who_edits_the_person_writes_who_it_is(
    conn: Connection, clock: FixedClock, regio: KleineRegio, mensen: Mensen
) -> None:
    for stranger in (regio.vreemd, mensen.coordinator, mensen.planner, mensen.kandidaat):
        await act_as(conn, stranger)
        assert not await inzagen.update_persoonsgegevens(
            conn, stranger, kandidaat_id=regio.kandidaten[0], versie=1, identiteit=ANDERS
        )
        with pytest.raises(NotFound):
            await identiteit.edit_persoonsgegevens(
                conn,
                stranger,
                clock=clock,
                kandidaat_id=regio.kandidaten[0],
                versie=1,
                identiteit=ANDERS,
                doel=DOEL,
            )
    await act_as(conn, mensen.planner)
    await identiteit.record_persoonsgegevens(
        conn, mensen.planner, clock=clock, kandidaat_id=regio.kandidaten[1], identiteit=ANDERS
    )
    with pytest.raises(StaleVersion):
        await identiteit.record_persoonsgegevens(
            conn, mensen.planner, clock=clock, kandidaat_id=regio.kandidaten[1], identiteit=ANDERS
        )
