"""Groups are found by the accountmanagers of their region, with who belongs to them."""

from marketplace.db import Connection
from marketplace.kandidaten.groepen import list_groepen, list_groepen_van
from marketplace.kandidaten.model import GroepStatus, KandidaatFilter
from marketplace.kandidaten.queries import list_kandidaten, list_wenssectoren
from marketplace.toegang.model import Actor, Rol, Toekenning
from seed.groepen import GROENLO_REDEN
from seed.verhaal import (
    GROEP_GROEN_DERDE,
    GROEP_GROEN_EERST,
    GROEP_GROEN_VERVOLG,
    GROEP_GROENLO,
    GROEP_ZELHEM,
)
from tests.marketplace.kleine_regio import ELDERS, REGIO, make_regio
from tests.marketplace.regio_details import add_details


def accountmanager(regio_code: str) -> Actor:
    """Somebody who speaks for the employers of a region."""
    given = Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code=regio_code)
    return Actor(account_id=1, naam="wie", email="wie@voorbeeld.plekwijs.nl", toekenningen=(given,))


async def test_the_groups_of_the_story_are_found_with_their_people(seeded_conn: Connection) -> None:
    actor = accountmanager(REGIO)
    groepen = {each.naam: each for each in await list_groepen(seeded_conn, actor)}
    assert {naam: (each.status, each.aantal) for naam, each in groepen.items()} == {
        GROEP_GROEN_EERST: (GroepStatus.AFGEROND, 8),
        GROEP_GROEN_VERVOLG: (GroepStatus.GESTART, 9),
        GROEP_GROEN_DERDE: (GroepStatus.AANGEMELD, 8),
        GROEP_ZELHEM: (GroepStatus.GESTART, 7),
        GROEP_GROENLO: (GroepStatus.GEANNULEERD, 6),
    }
    assert groepen[GROEP_GROEN_VERVOLG].vervolg_op == GROEP_GROEN_EERST
    assert groepen[GROEP_GROENLO].reden == GROENLO_REDEN
    second = groepen[GROEP_GROEN_VERVOLG]
    people = await list_kandidaten(seeded_conn, actor, KandidaatFilter(groep_id=second.id))
    assert people.totaal == 9
    assert await list_groepen_van(seeded_conn, actor, people.regels[0].id) == [second]


async def test_a_stranger_finds_no_group(seeded_conn: Connection) -> None:
    member = await seeded_conn.fetchval("select min(kandidaat_id) from groep_kandidaten")
    assert await list_groepen(seeded_conn, accountmanager(ELDERS)) == []
    assert await list_groepen_van(seeded_conn, accountmanager(ELDERS), member) == []
    assert await list_groepen_van(seeded_conn, accountmanager(REGIO), member) != []


async def test_the_sectors_that_people_want_are_those_of_the_own_region(conn: Connection) -> None:
    regio = await make_regio(conn)
    await add_details(conn, regio)
    assert await list_wenssectoren(conn, regio.eigen) == {"groen"}
    assert await list_wenssectoren(conn, regio.vreemd) == frozenset()
