"""What the praktijkopleider saw: how far a deelnemer is with each werkproces of a block, and what worked.

The company judges at its own plekken; who decides in the regio writes down what was told by telephone. Both
go through one function of the database, which says of which stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import asyncpg

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.errors import InvalidInput, NotFound, StaleVersion
from marketplace.roulatie import writes
from marketplace.roulatie.bord import own_cohort
from marketplace.roulatie.model import TO_FRIDAY, Stand
from marketplace.toegang.gebeurtenissen import append_gebeurtenis
from marketplace.toegang.model import Actor

NOTHING = "Kies bij ten minste één taak hoe het ging, of schrijf op wat werkte."


@dataclass(frozen=True, slots=True, kw_only=True)
class Verblijf:
    """Somebody at a plek in a block by what was published, what they practise there, and the oordeel so far.

    `van` and `tot` are the days of this person; `gegeven_op` None: nobody judged yet.
    """

    roulatie_id: int
    roulatie: str
    kandidaat_id: int
    kenmerk: str
    blok_id: int
    nummer: int
    van: date
    tot: date
    leerwerkplek_id: int
    organisatie: str
    titel: str
    kort: str
    kleur: int
    werkprocessen: tuple[int, ...]
    wat_werkte: str
    gegeven_op: datetime | None
    standen: Mapping[int, Stand]

    @property
    def laatste_dag(self) -> date:
        """The last working day."""
        return self.tot - TO_FRIDAY

    def is_of(self, kandidaat_id: int, blok_id: int) -> bool:
        """Whether it is this person in this block."""
        return (self.kandidaat_id, self.blok_id) == (kandidaat_id, blok_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuwOordeel:
    """What is said of a stay; `gezien` is when the oordeel was given that this one goes over."""

    kandidaat_id: int
    blok_id: int
    standen: Mapping[int, Stand]
    wat_werkte: str
    gezien: datetime | None


async def list_verblijven(conn: Connection, roulatie_id: int | None = None) -> list[Verblijf]:
    """Every stay of a published rooster: of a roulatie for who reads its regio, else at one's own plekken."""
    rows = await conn.fetch(
        """
        select roulatie_id, roulatie, kandidaat_id, kenmerk, blok_id, nummer, van, tot, leerwerkplek_id,
               organisatie, titel, kort, kleur, werkprocessen, wat_werkte, gegeven_op, beoordeeld, standen
        from te_beoordelen($1)
        """,
        roulatie_id,
    )
    return [_verblijf(row) for row in rows]


def _verblijf(row: asyncpg.Record) -> Verblijf:
    """A row as a value."""
    values = dict(row)
    pairs = zip(values.pop("beoordeeld"), values.pop("standen"), strict=True)
    values["werkprocessen"] = tuple(values["werkprocessen"])
    return Verblijf(**values | {"standen": {each: Stand(stand) for each, stand in pairs}})


async def judge(
    conn: Connection, actor: Actor, *, clock: Clock, roulatie_id: int, oordeel: NieuwOordeel
) -> None:
    """Say how somebody did at an own plek; raises NotFound, InvalidInput, or StaleVersion."""
    await _write(conn, actor, clock, roulatie_id, oordeel, await list_verblijven(conn))


async def record_told(
    conn: Connection, actor: Actor, *, clock: Clock, roulatie_id: int, versie: int, oordeel: NieuwOordeel
) -> None:
    """Write down what the praktijkopleider told; raises NotFound, Forbidden, InvalidInput, StaleVersion."""
    await own_cohort(conn, actor, roulatie_id)
    if not await writes.bump(conn, actor, roulatie_id, versie):
        raise StaleVersion
    await _write(conn, actor, clock, roulatie_id, oordeel, await list_verblijven(conn, roulatie_id))


async def _write(
    conn: Connection,
    actor: Actor,
    clock: Clock,
    roulatie_id: int,
    oordeel: NieuwOordeel,
    verblijven: list[Verblijf],
) -> None:
    """Write an oordeel of one of these stays, and that it was given."""
    found = (each for each in verblijven if each.is_of(oordeel.kandidaat_id, oordeel.blok_id))
    verblijf = next(found, None)
    if verblijf is None or verblijf.roulatie_id != roulatie_id:
        raise NotFound
    if verblijf.van > clock.today():
        raise InvalidInput("Dit blok is nog niet begonnen. Daarna kunt u zeggen hoe het ging.")
    if not oordeel.standen and not oordeel.wat_werkte:
        raise InvalidInput(NOTHING)
    if oordeel.standen.keys() - set(verblijf.werkprocessen) - verblijf.standen.keys():
        raise NotFound
    row = await conn.fetchrow(
        "select regio_code, organisatie_id, bewaard from geef_oordeel($1, $2, $3, $4, $5, $6, $7, $8)",
        roulatie_id,
        oordeel.kandidaat_id,
        oordeel.blok_id,
        oordeel.gezien,
        oordeel.wat_werkte,
        list(oordeel.standen),
        [each.value for each in oordeel.standen.values()],
        clock.now(),
    )
    if row is None:
        raise NotFound
    if not row["bewaard"]:
        raise StaleVersion
    await append_gebeurtenis(
        conn,
        clock=clock,
        actor=actor,
        soort="oordeel_gegeven",
        onderwerp="roulatie",
        onderwerp_id=roulatie_id,
        regio_code=row["regio_code"],
        organisatie_id=row["organisatie_id"],
        gegevens={"blok": oordeel.blok_id, "kandidaat": oordeel.kandidaat_id},
    )
