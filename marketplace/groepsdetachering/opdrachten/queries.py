"""The SQL that reads opdrachten: who reads the people of a SW-bedrijf sees them all."""

from collections.abc import Sequence

import asyncpg

from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.opdrachten.model import (
    Afspraak,
    AfspraakSoort,
    Erkenning,
    Inlener,
    Opdracht,
    OpdrachtStatus,
    OpdrachtWerkproces,
    Toont,
)
from marketplace.toegang.model import Actor

# The erkenning of a werkproces is that of the vestiging for a crebo it belongs to, where limited named in it.
OPDRACHT = """
    select opdracht.id, opdracht.organisatie_id, opdracht.vestiging_id, inlener.id as inlener_id,
           inlener.naam as inlener, plaats.naam as plaats, plaats.lat, plaats.lon, opdracht.naam,
           opdracht.kort, opdracht.kleur, opdracht.status, opdracht.reden, opdracht.toelichting,
           lower(opdracht.periode) as van, upper(opdracht.periode) as tot, opdracht.dagen, opdracht.minuten,
           opdracht.minimum, opdracht.maximum, opdracht.gevraagd, opdracht.toegezegd, opdracht.waarde,
           opdracht.tarief, opdracht.trede, opdracht.niveau, opdracht.voorwaarden, opdracht.trainingen,
           opdracht.toont, opdracht.voorbeeld, opdracht.versie,
           array(select row(deel.werkproces_id, deel.aantal, deel.werkleider)
                 from opdracht_werkprocessen deel
                 where deel.opdracht_id = opdracht.id order by 1) as werkprocessen,
           array(select dicht.dag from opdracht_gesloten dicht
                 where dicht.opdracht_id = opdracht.id order by 1) as gesloten,
           array(select row(deel.werkproces_id, lower(erkenning.periode), upper(erkenning.periode))
                 from opdracht_werkprocessen deel
                 join werkprocessen proces on proces.id = deel.werkproces_id
                 join erkenningen erkenning on erkenning.vestiging_id = opdracht.vestiging_id
                 join kwalificaties kwalificatie on kwalificatie.crebo = erkenning.crebo
                     and kwalificatie.dossier_crebo = proces.dossier_crebo
                     and (proces.crebo is null or proces.crebo = erkenning.crebo)
                 where deel.opdracht_id = opdracht.id
                   and (not exists (select from erkenning_werkprocessen beperkt
                                    where beperkt.erkenning_id = erkenning.id)
                        or exists (select from erkenning_werkprocessen beperkt
                                   where beperkt.erkenning_id = erkenning.id
                                     and beperkt.werkproces_id = deel.werkproces_id))
                 order by 1) as erkenningen
    from opdrachten opdracht
    join vestigingen vestiging on vestiging.id = opdracht.vestiging_id
    join organisaties inlener on inlener.id = vestiging.organisatie_id
    join plaatsen plaats on plaats.id = vestiging.plaats_id
"""


async def get_opdracht(conn: Connection, actor: Actor, opdracht_id: int) -> Opdracht | None:
    """One opdracht of the actor's SW-bedrijven; None for a stranger."""
    row = await conn.fetchrow(
        f"{OPDRACHT} where opdracht.organisatie_id = any($1::bigint[]) and opdracht.id = $2",
        bedrijven_of(actor),
        opdracht_id,
    )
    return None if row is None else to_opdracht(row)


async def list_opdrachten(
    conn: Connection, bedrijven: Sequence[int], organisatie_id: int, statuses: Sequence[OpdrachtStatus]
) -> tuple[Opdracht, ...]:
    """The opdrachten of a SW-bedrijf, of these, with one of these statuses, by short name."""
    rows = await conn.fetch(
        f"""
        {OPDRACHT}
        where opdracht.organisatie_id = any($1::bigint[]) and opdracht.organisatie_id = $2
          and opdracht.status = any($3::text[])
        order by lower(opdracht.kort), opdracht.id
        """,
        list(bedrijven),
        organisatie_id,
        list(statuses),
    )
    return tuple(to_opdracht(row) for row in rows)


async def list_ingetrokken(
    conn: Connection, bedrijven: Sequence[int], organisatie_id: int
) -> tuple[Opdracht, ...]:
    """The opdrachten that were withdrawn while a group stands there, on the board or in what is published."""
    rows = await conn.fetch(
        f"""
        {OPDRACHT}
        where opdracht.organisatie_id = any($1::bigint[]) and opdracht.organisatie_id = $2
          and opdracht.status = 'ingetrokken'
          and exists (select from groepsplan_groepen groep join groepsplannen plan on plan.id = groep.plan_id
                      where groep.opdracht_id = opdracht.id and plan.status in ('concept', 'gepubliceerd'))
        order by lower(opdracht.kort), opdracht.id
        """,
        list(bedrijven),
        organisatie_id,
    )
    return tuple(to_opdracht(row) for row in rows)


async def has_uren(conn: Connection, actor: Actor, opdracht_id: int) -> bool:
    """Whether hours were filled in at an opdracht of the actor's SW-bedrijven."""
    found: bool = await conn.fetchval(
        """
        select exists (select from detacheringsweken
                       where organisatie_id = any($1::bigint[]) and opdracht_id = $2)
        """,
        bedrijven_of(actor),
        opdracht_id,
    )
    return found


async def list_inleners(conn: Connection, actor: Actor, organisatie_id: int) -> list[Inlener]:
    """The vestigingen in the regio of a SW-bedrijf of the actor that are there and not its own, by name."""
    rows = await conn.fetch(
        """
        select vestiging.id as vestiging_id, vestiging.naam as vestiging, inlener.naam as organisatie,
               plaats.naam as plaats
        from organisaties bedrijf
        join organisaties inlener on inlener.regio_code = bedrijf.regio_code and inlener.id <> bedrijf.id
        join vestigingen vestiging on vestiging.organisatie_id = inlener.id
        join plaatsen plaats on plaats.id = vestiging.plaats_id
        where bedrijf.id = any($1::bigint[]) and bedrijf.id = $2
          and inlener.gearchiveerd_op is null and vestiging.gearchiveerd_op is null
        order by inlener.naam, vestiging.naam
        """,
        bedrijven_of(actor),
        organisatie_id,
    )
    return [Inlener(**dict(row)) for row in rows]


async def list_afspraken(
    conn: Connection, bedrijven: Sequence[int], organisatie_id: int
) -> tuple[Afspraak, ...]:
    """What was agreed on people at opdrachten."""
    rows = await conn.fetch(
        """
        select opdracht_id, kandidaat_id, soort, reden from opdracht_afspraken
        where organisatie_id = any($1::bigint[]) and organisatie_id = $2 order by opdracht_id, kandidaat_id
        """,
        list(bedrijven),
        organisatie_id,
    )
    return tuple(Afspraak(**{**dict(row), "soort": AfspraakSoort(row["soort"])}) for row in rows)


def to_opdracht(row: asyncpg.Record) -> Opdracht:
    """One opdracht as a value."""
    values = dict(row)
    values |= {
        "status": OpdrachtStatus(row["status"]),
        "toont": Toont(row["toont"]),
        "voorwaarden": tuple(row["voorwaarden"]),
        "trainingen": tuple(row["trainingen"]),
        "werkprocessen": tuple(
            OpdrachtWerkproces(werkproces_id=proces, aantal=aantal, werkleider=leads)
            for proces, aantal, leads in row["werkprocessen"]
        ),
        "gesloten": frozenset(row["gesloten"]),
        "erkenningen": tuple(
            Erkenning(werkproces_id=proces, van=van, tot=tot) for proces, van, tot in row["erkenningen"]
        ),
    }
    return Opdracht(**values)
