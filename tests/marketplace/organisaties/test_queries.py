"""A werkgever reads the own organisatie, an accountmanager those of the own region, a stranger none."""

from datetime import date

from marketplace.db import Connection
from marketplace.organisaties.model import Erkenning, Nabijheid
from marketplace.organisaties.overzicht import list_all_organisaties
from marketplace.organisaties.queries import (
    get_vestiging,
    list_all_vestigingen,
    list_erkenningen,
    list_opleidingen,
    list_praktijkopleiders,
    list_vestigingen,
)
from tests.marketplace.kleine_regio import make_regio
from tests.marketplace.regio_details import add_details


async def test_vestigingen_are_seen_by_their_own(conn: Connection) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    assert [each.id for each in await list_vestigingen(conn, regio.werkgever)] == [regio.vestiging]
    assert len(await list_vestigingen(conn, regio.eigen)) == 2
    assert await list_vestigingen(conn, regio.vreemd) == []
    assert await get_vestiging(conn, details.buurman, regio.vestiging) is None
    found = await get_vestiging(conn, regio.werkgever, regio.vestiging)
    assert found is not None
    assert (found.plaats, found.gemeente, found.regio_code) == ("Zelhem", "Bronckhorst", "AM09")


async def test_what_is_archived_stays_among_all(conn: Connection) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    await conn.execute("reset role")
    oud = await conn.fetchval(
        """
        with weg as (
            insert into organisaties (naam, soort, regio_code, gearchiveerd_op)
            values ('Voorbeeld Weg', 'werkgever', 'AM09', '2026-01-01') returning id
        )
        insert into vestigingen (organisatie_id, naam, plaats_id)
            select weg.id, 'Oud', vestiging.plaats_id from weg, vestigingen vestiging
            where vestiging.id = $1 returning id
        """,
        regio.vestiging,
    )
    await conn.execute("set local role app_ongebonden")
    everything = [details.buren_vestiging, regio.vestiging, oud]
    assert [each.id for each in await list_vestigingen(conn, regio.eigen)] == everything[:2]
    assert [each.id for each in await list_all_vestigingen(conn, regio.eigen)] == everything
    assert [each.id for each in await list_all_vestigingen(conn, regio.werkgever)] == [regio.vestiging]
    assert await list_all_vestigingen(conn, regio.vreemd) == []
    names = ["Voorbeeld Elders", "Voorbeeld Tuinen", "Voorbeeld Weg"]
    assert [each.naam for each in await list_all_organisaties(conn, regio.eigen)] == names
    assert [each.naam for each in await list_all_organisaties(conn, regio.werkgever)] == ["Voorbeeld Tuinen"]
    assert await list_all_organisaties(conn, regio.vreemd) == []


async def test_a_school_has_no_vestiging_for_a_plek(conn: Connection) -> None:
    regio = await make_regio(conn)
    await conn.execute("reset role")
    await conn.execute("insert into organisatiesoorten (code, naam) values ('mbo', 'Mbo-school')")
    await conn.execute("update organisaties set soort = 'mbo'")
    await conn.execute("set local role app_ongebonden")
    assert await list_vestigingen(conn, regio.eigen) == []
    assert await get_vestiging(conn, regio.eigen, regio.vestiging) is None


async def test_praktijkopleiders_are_seen_by_their_own_with_their_time(conn: Connection) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    own = await list_praktijkopleiders(conn, regio.werkgever)
    assert [each.id for each in own] == [details.praktijkopleider]
    assert own[0].capaciteiten[0].nabijheid is Nabijheid.AF_EN_TOE
    assert len(await list_praktijkopleiders(conn, regio.eigen)) == 2
    assert await list_praktijkopleiders(conn, regio.vreemd) == []


async def test_an_erkenning_can_be_limited_to_werkprocessen(conn: Connection) -> None:
    regio = await make_regio(conn)
    details = await add_details(conn, regio)
    (erkenning,) = await list_erkenningen(conn, [regio.vestiging, details.buren_vestiging])
    assert erkenning.vestiging_id == regio.vestiging
    assert erkenning.covers(details.werkprocessen[0], 25258)
    assert not erkenning.covers(details.werkprocessen[1], 25258)


def test_an_unlimited_erkenning_covers_its_crebo_and_what_the_dossier_shares() -> None:
    erkenning = Erkenning(
        id=1,
        gecontroleerd_op=date(2026, 1, 1),
        versie=1,
        vestiging_id=1,
        crebo=25258,
        kwalificatie="Assistent groen",
        van=date(2026, 1, 1),
        tot=date(2027, 1, 1),
        werkprocessen=None,
    )
    assert erkenning.covers(5, 25258)
    assert erkenning.covers(5, None)
    assert not erkenning.covers(5, 25259)
    assert erkenning.overlaps(date(2026, 12, 31), None)
    assert not erkenning.overlaps(date(2027, 1, 1), None)
    assert not erkenning.overlaps(date(2025, 1, 1), date(2026, 1, 1))


async def test_opleidingen_reach_the_regions_they_name(conn: Connection) -> None:
    await add_details(conn, await make_regio(conn))
    found = await list_opleidingen(conn, "AM09", date(2026, 11, 1), date(2027, 1, 1))
    assert [each.crebo for each in found] == [25258]
    assert await list_opleidingen(conn, "AM07", date(2026, 11, 1), date(2027, 1, 1)) == []
    assert await list_opleidingen(conn, "AM09", date(2031, 1, 1), date(2031, 2, 1)) == []
