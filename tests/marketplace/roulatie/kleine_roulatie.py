"""A roulatie small enough to reckon by hand: four deelnemers, three plekken at three companies, three blocks.

Each plek teaches one of three werkprocessen, takes two people, and has an own praktijkopleider with 600
minutes a week; the need is 300 minutes in the first week at a plek, then 120. Blocks take four weeks.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.roulatie import bord, roosters
from marketplace.roulatie.model import Cel
from marketplace.roulatie.publicatie import publish
from marketplace.toegang.model import Actor
from tests.marketplace.kleine_regio import KANDIDAAT, REGIO, KleineRegio, make_regio

BEGIN = date(2026, 12, 7)
WEKEN = 4
ROWS = """
    insert into kwalificaties (crebo, dossier_crebo, dossier, naam, niveau, sector, geldig, bron)
        values (25258, 23192, 'Entree', 'Assistent groen', 1, 'groen', '[2015-08-01,)', 'proef');
    insert into werkprocessen (dossier_crebo, crebo, code, titel, uitleg, sector, voorbeeld, bron) values
        (23192, 25258, 'VB-GRO-01', 'Onkruid weghalen', 'Je haalt onkruid weg.', 'groen', true, 'proef'),
        (23192, 25258, 'VB-GRO-02', 'Hagen snoeien', 'Je knipt hagen.', 'groen', true, 'proef'),
        (23192, 25258, 'VB-GRO-03', 'Gras maaien', 'Je maait gras.', 'groen', true, 'proef');
    insert into groepen (regio_code, naam, sector, status)
        values ('AM09', 'Groen 2026', 'groen', 'aangemeld');
    insert into groep_kandidaten select groep.id, kandidaat.id from groepen groep, kandidaten kandidaat
        where kandidaat.kenmerk like 'K-000%';
"""
BEDRIJF = """
    with organisatie as (
        insert into organisaties (naam, soort, regio_code, voorbeeld)
        values ('Voorbeeld ' || $1, 'werkgever', 'AM09', true) returning id
    ), vestiging as (
        insert into vestigingen (organisatie_id, naam, plaats_id)
        select organisatie.id, $1, plaats.id from organisatie, plaatsen plaats where plaats.naam = 'Zelhem'
        returning id
    ), erkend as (
        insert into erkenningen (vestiging_id, crebo, periode, gecontroleerd_op)
        select id, 25258, '[2026-01-01,2030-01-01)', '2026-01-01' from vestiging
    ), leider as (
        insert into praktijkopleiders (vestiging_id, naam)
        select id, 'Leider ' || $1 from vestiging returning id
    ), tijd as (
        insert into begeleidingscapaciteiten
        select id, '[2026-01-01,2029-01-01)', 'af_en_toe', 600 from leider
    ), plek as (
        insert into leerwerkplekken (vestiging_id, regio_code, titel, sector, niveau, plaatsen, periode,
            dagdelen, minuten_min, minuten_max, taal, vormen, status, voorbeeld)
        select id, 'AM09', $1, 'groen', 1, 2, '[2026-11-01,2028-11-01)', 255, 480, 1440, 1,
            '{proefplaatsing}', 'gepubliceerd', true
        from vestiging returning id
    ), inzet as (
        insert into leerwerkplek_praktijkopleiders
        select plek.id, leider.id, '[2026-11-01,2028-11-01)' from plek, leider
    ), kan as (
        insert into leerwerkplek_werkprocessen
        select plek.id, werkproces.id from plek, werkprocessen werkproces where werkproces.code = $2
    )
    select plek.id as plek, organisatie.id as organisatie, leider.id as leider from plek, organisatie, leider
"""
ROULATIE = """
    insert into roulaties (regio_code, groep_id, naam, periode, afspraak, afspraak_tot, voorbeeld)
    select 'AM09', id, 'Groen roulatie', daterange($1, $2), 'Wij nemen niemand van elkaar over.', $3, true
    from groepen returning id
"""


@dataclass(frozen=True, slots=True)
class KleineRoulatie:
    """The ids of what was made; `actor` decides in the regio, `vreemd` elsewhere."""

    id: int
    regio: KleineRegio
    deelnemers: tuple[int, ...]
    plekken: tuple[int, ...]
    organisaties: tuple[int, ...]
    leiders: tuple[int, ...]
    blokken: tuple[int, ...]
    werkprocessen: tuple[int, ...]

    @property
    def actor(self) -> Actor:
        """The accountmanager of the regio."""
        return self.regio.eigen

    @property
    def vreemd(self) -> Actor:
        """The accountmanager of another regio."""
        return self.regio.vreemd


async def make_roulatie(conn: Connection, *, getekend: bool = True) -> KleineRoulatie:
    """Insert the small region with a roulatie in preparation, as superuser or eigenaar; signed or not."""
    regio = await make_regio(conn)
    await conn.execute("reset role")
    vierde = await conn.fetchval(KANDIDAAT, "K-0004", BEGIN - timedelta(weeks=8))
    await conn.execute(ROWS)
    bedrijven = [
        (await conn.fetch(BEDRIJF, naam, code))[0]
        for naam, code in (("Tuin", "VB-GRO-01"), ("Haag", "VB-GRO-02"), ("Gras", "VB-GRO-03"))
    ]
    tot = BEGIN + timedelta(weeks=3 * WEKEN)
    roulatie = await conn.fetchval(ROULATIE, BEGIN, tot, tot + timedelta(weeks=26))
    deelnemers = (*regio.kandidaten, vierde)
    werkprocessen = [row["id"] for row in await conn.fetch("select id from werkprocessen order by code")]
    for number, (bedrijf, kort) in enumerate(zip(bedrijven, ("Tuin", "Haag", "Gras"), strict=True), start=1):
        await conn.execute(
            "insert into roulatie_bedrijven (roulatie_id, organisatie_id) values ($1, $2)",
            roulatie,
            bedrijf["organisatie"],
        )
        await conn.execute(
            "insert into roulatie_plekken"
            " (roulatie_id, leerwerkplek_id, organisatie_id, kort, kleur, maximum)"
            " values ($1, $2, $3, $4, $5, 2)",
            roulatie,
            bedrijf["plek"],
            bedrijf["organisatie"],
            kort,
            number,
        )
    if getekend:
        await sign_all(conn, roulatie, regio.eigen.account_id)
    await conn.executemany(
        "insert into roulatie_deelnemers (roulatie_id, kandidaat_id) values ($1, $2)",
        [(roulatie, each) for each in deelnemers],
    )
    await conn.executemany(
        "insert into roulatie_leerdoelen values ($1, $2, $3, 3)",
        [(roulatie, each, werkproces) for each in deelnemers for werkproces in werkprocessen],
    )
    blokken = [
        await conn.fetchval(
            "insert into roulatie_blokken (roulatie_id, periode) values ($1, daterange($2, $3)) returning id",
            roulatie,
            BEGIN + timedelta(weeks=WEKEN * number),
            BEGIN + timedelta(weeks=WEKEN * (number + 1)),
        )
        for number in range(3)
    ]
    if await conn.fetchval("select pg_has_role(session_user, 'app', 'set')"):
        await conn.execute("set local role app_ongebonden")
    return KleineRoulatie(
        id=roulatie,
        regio=regio,
        deelnemers=deelnemers,
        plekken=tuple(each["plek"] for each in bedrijven),
        organisaties=tuple(each["organisatie"] for each in bedrijven),
        leiders=tuple(each["leider"] for each in bedrijven),
        blokken=tuple(blokken),
        werkprocessen=tuple(werkprocessen),
    )


async def make_published(conn: Connection, clock: Clock) -> KleineRoulatie:
    """The small roulatie, published: in block b deelnemer d is at plek d + b, by their numbers."""
    made = await make_roulatie(conn)
    concept = await bord.begin(conn, made.actor, clock=clock, roulatie_id=made.id)
    cellen = [
        Cel(who, blok, made.plekken[(number + place) % 3])
        for number, who in enumerate(made.deelnemers)
        for place, blok in enumerate(made.blokken)
    ]
    await roosters.put_cellen(conn, concept.id, made.id, cellen)
    await publish(conn, made.actor, clock=clock, roulatie_id=made.id, versie=concept.versie, reden=None)
    return made


async def sign_all(conn: Connection, roulatie: int, account: int) -> None:
    """Let every company sign the afspraak."""
    await conn.execute(
        "update roulatie_bedrijven"
        " set getekend_door = 'Directie', getekend_op = '2026-11-20', vastgelegd_door = $2"
        " where roulatie_id = $1",
        roulatie,
        account,
    )


__all__ = ["BEGIN", "REGIO", "WEKEN", "KleineRoulatie", "make_published", "make_roulatie", "sign_all"]
