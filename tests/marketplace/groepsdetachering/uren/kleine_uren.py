"""The small SW-bedrijf with a group of two at Voorbeeld Tuinen, on Monday and Tuesday of 9 November 2026.

Today is Friday 20 November; a third medewerker is in no group. The tarief is € 12,50 for an hour.
"""

from dataclasses import dataclass, field
from datetime import date

from marketplace.clock import Clock
from marketplace.db import Connection
from marketplace.groepsdetachering.uren.invullen import Weekwijziging, save_uren
from marketplace.groepsdetachering.uren.links import make_uren_link
from marketplace.groepsdetachering.uren.model import Urenweek, Uur
from marketplace.groepsdetachering.uren.weken import find_urenweek
from marketplace.toegang.model import Actor
from tests.marketplace.groepsdetachering.klein_bedrijf import (
    KLOK,
    WEEK,
    KleinBedrijf,
    hire,
    make_bedrijf,
    plan_group,
)

VORIGE = date(2026, 11, 9)
NOW = WEEK
ROWS = """
    insert into groepsplan_dagen (plan_id, organisatie_id, opdracht_id, week, dag, werkleider_id)
        select plan_id, organisatie_id, opdracht_id, week, 1, werkleider_id from groepsplan_groepen;
    insert into groepsplan_indelingen (plan_id, kandidaat_id, week, organisatie_id, opdracht_id, dagen)
        select groep.plan_id, wie.kandidaat_id, groep.week, groep.organisatie_id, groep.opdracht_id,
               case when kandidaat.kenmerk = 'K-0001' then 3 else 2 end
        from groepsplan_groepen groep, medewerkers wie
        join kandidaten kandidaat on kandidaat.id = wie.kandidaat_id
        where kandidaat.kenmerk in ('K-0001', 'K-0002');
    update opdrachten set tarief = 1250;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KleineUren:
    """The SW-bedrijf, its opdracht and the three medewerkers."""

    klein: KleinBedrijf
    opdracht: int
    mensen: tuple[int, ...]
    clock: Clock = field(default=KLOK)

    @property
    def planner(self) -> Actor:
        """Who plans."""
        return self.klein.planner

    def wijziging(self, versie: int = 0, week: date = VORIGE) -> Weekwijziging:
        """A change of the hours of a week."""
        return Weekwijziging(clock=self.clock, opdracht_id=self.opdracht, week=week, versie=versie)

    def uur(self, wie: int, dag: int, minuten: int = 360) -> Uur:
        """Hours of one of the three."""
        return Uur(self.mensen[wie], dag, minuten)

    async def read(self, conn: Connection, week: date = VORIGE, actor: Actor | None = None) -> Urenweek:
        """A week as it is now."""
        return await find_urenweek(conn, actor or self.planner, self.clock, self.opdracht, week)

    async def fill_in(self, conn: Connection) -> None:
        """Say that the first worked two days and the second one."""
        uren = [self.uur(0, 0), self.uur(0, 1, 200), self.uur(1, 1)]
        await save_uren(conn, self.planner, self.wijziging(), uren)

    async def link(self, conn: Connection, versie: int = 1) -> str:
        """The token of a fresh link."""
        return await make_uren_link(conn, self.planner, self.wijziging(versie))


async def make_uren(conn: Connection, klein: KleinBedrijf | None = None) -> KleineUren:
    """Insert it as superuser; a connection as role app is that again."""
    unbound = await conn.fetchval("select current_user <> session_user")
    klein = klein or await make_bedrijf(conn)
    for kandidaat in klein.regio.kandidaten:
        await hire(conn, klein, kandidaat, 1, None)
    werkleider = await conn.fetchval(
        "insert into werkleiders (organisatie_id, naam, minuten, span)"
        " values ($1, 'Anna', 1920, 8) returning id",
        klein.id,
    )
    await plan_group(conn, klein, werkleider, None, VORIGE, "gepubliceerd")
    await conn.execute(ROWS)
    opdracht = await conn.fetchval("select id from opdrachten")
    if unbound:
        await conn.execute("set local role app_ongebonden")
    return KleineUren(klein=klein, opdracht=opdracht, mensen=klein.regio.kandidaten)
