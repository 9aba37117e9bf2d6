"""The roulaties of the example region: the published one breaks no rule, the concept has its conflict."""

from datetime import datetime
from zoneinfo import ZoneInfo

from marketplace.clock import FixedClock
from marketplace.db import Connection
from marketplace.roulatie.afspraken import list_overeenkomsten
from marketplace.roulatie.model import RoosterStatus
from marketplace.roulatie.overzicht import Overzicht, load_overzicht
from marketplace.roulatie.publicatie import stay_weeks
from marketplace.roulatie.queries import list_roulaties
from marketplace.roulatie.voorbereiding import lacking_overeenkomsten
from marketplace.toegang.model import Actor, Rol, Toekenning
from seed.gebied import REGIO

ACTOR = Actor(
    account_id=1,
    naam="wie",
    email="wie@voorbeeld.plekwijs.nl",
    toekenningen=(Toekenning(rol=Rol.ACCOUNTMANAGER, regio_code=REGIO),),
)


async def overzichten(conn: Connection) -> list[Overzicht]:
    """Both roulaties on the day of the example, the published one first."""
    day = await conn.fetchval("select max(week) from bezetting where bron = 'roulatie'")
    begin = await conn.fetchval("select max(upper(periode)) from roulaties where status = 'lopend'")
    assert day < begin
    today = await conn.fetchval(
        "select lower(periode) from roulatie_blokken where roulatie_id = 1 order by periode offset 2 limit 1"
    )
    clock = FixedClock(datetime.combine(today, datetime.min.time(), ZoneInfo("Europe/Amsterdam")))
    return [await load_overzicht(conn, ACTOR, clock, each.id) for each in await list_roulaties(conn, ACTOR)]


async def test_the_published_roulatie_of_nine_keeps_every_rule_and_has_two_blocks_behind_it(
    seeded_conn: Connection,
) -> None:
    lopend, _ = await overzichten(seeded_conn)
    assert lopend.stand is not None
    assert lopend.gepubliceerd is not None
    assert [each.zin for each in lopend.stand.conflicten] == []
    assert len(lopend.cohort.deelnemers) == 9
    assert {each.blok_id for each in lopend.cohort.terugblikken} == {
        each.id for each in lopend.cohort.blokken[:2]
    }
    assert lopend.cohort.roulatie.opleider == "Voorbeeldschool Groen Achterhoek"
    signed = await list_overeenkomsten(seeded_conn, ACTOR, lopend.cohort.roulatie.id)
    begun = lopend.cohort.blokken[2].van
    assert lacking_overeenkomsten(lopend.cohort, lopend.gepubliceerd, signed, begun) == []
    weeks = stay_weeks(lopend.cohort, lopend.gepubliceerd.cellen)
    taken = await seeded_conn.fetch(
        "select kandidaat_id, leerwerkplek_id, week from bezetting where bron = 'roulatie' order by 1, 3"
    )
    assert sorted((each.kandidaat_id, each.leerwerkplek_id, each.week) for each in weeks) == sorted(
        tuple(row) for row in taken
    )


async def test_the_roulatie_in_preparation_has_a_conflict_and_a_company_that_has_not_signed(
    seeded_conn: Connection,
) -> None:
    _, concept = await overzichten(seeded_conn)
    assert concept.stand is not None
    assert concept.rooster is not None
    assert concept.rooster.status is RoosterStatus.CONCEPT
    assert {each.regel for each in concept.stand.conflicten} == {"groepsgrootte", "apart"}
    assert [each.getekend_op is None for each in concept.cohort.bedrijven].count(True) == 1
