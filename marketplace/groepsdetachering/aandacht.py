"""What groepsdetachering asks of who plans: counted in one look, for the home of a planner."""

from dataclasses import dataclass
from datetime import date

from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Aandacht:
    """At one SW-bedrijf: opdrachten asked for, weeks of hours in doubt, ways back that end soon.

    `concept` when a plan is worked on that nobody was told of.
    """

    organisatie_id: int
    naam: str
    gevraagd: int
    betwist: int
    terugkeer: int
    concept: bool


async def list_aandacht(conn: Connection, actor: Actor, vandaag: date) -> list[Aandacht]:
    """A row for each SW-bedrijf of the actor that lends out groups."""
    rows = await conn.fetch(
        """
        select beleid.organisatie_id, organisatie.naam,
               (select count(*) from opdrachten opdracht
                where opdracht.organisatie_id = beleid.organisatie_id
                  and opdracht.status = 'gevraagd') as gevraagd,
               (select count(*) from detacheringsweken gewerkt
                where gewerkt.organisatie_id = beleid.organisatie_id and gewerkt.bevestigd_op is null
                  and gewerkt.opgemerkt_op >= gewerkt.ingevuld_op
                  and not exists (select from links link
                                  where (link.opdracht_id, link.week) = (gewerkt.opdracht_id, gewerkt.week)
                                    and link.verloopt_op > $2::date and link.gebruikt_op is null
                                    and link.ingetrokken_op is null)) as betwist,
               (select count(*) from terugkeergaranties garantie
                where garantie.organisatie_id = beleid.organisatie_id and garantie.teruggekeerd_op is null
                  and upper(garantie.periode) > $2::date
                  and upper(garantie.periode) <= $2::date + 7 * beleid.waarschuwing_weken) as terugkeer,
               exists (select from groepsplannen plan
                       where plan.organisatie_id = beleid.organisatie_id
                         and plan.status = 'concept') as concept
        from detacheringsbeleid beleid join organisaties organisatie on organisatie.id = beleid.organisatie_id
        where beleid.organisatie_id = any($1::bigint[])
        order by organisatie.naam
        """,
        bedrijven_of(actor),
        vandaag,
    )
    return [Aandacht(**dict(row)) for row in rows]
