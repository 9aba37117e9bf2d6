"""Where an actor may register people: the regios, and the SW-bedrijven that can be named."""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST, MELDT_MENSEN_AAN, PLANT_MENSEN


@dataclass(frozen=True, slots=True)
class SwBedrijf:
    """A SW-bedrijf to choose from; of an own one that lends out groups people can be kept to themselves."""

    id: int
    naam: str
    detacheert: bool = False


async def list_aanmeldregios(conn: Connection, actor: Actor) -> list[str]:
    """The regios in which the actor may register somebody: the own, and those of the own organisaties."""
    rows = await conn.fetch(
        """
        select regio.code from regios regio
        where regio.code = any($1::text[]) or exists (
            select from organisaties organisatie
            where organisatie.regio_code = regio.code and organisatie.id = any($2::bigint[]))
        order by regio.code
        """,
        list(actor.regios_als(*BESLIST)),
        list(actor.organisaties_als(*PLANT_MENSEN, *MELDT_MENSEN_AAN)),
    )
    return [row["code"] for row in rows]


async def list_sw_bedrijven(conn: Connection, actor: Actor) -> list[SwBedrijf]:
    """A planner's own SW-bedrijven; for who registers in a whole regio all of that regio, by name."""
    rows = await conn.fetch(
        """
        select id, naam, id = any($1::bigint[])
            and exists (select from detacheringsbeleid where organisatie_id = id) as detacheert
        from (select id, naam from organisaties
              where soort = 'sw_bedrijf' and (id = any($1::bigint[]) or regio_code = any($2::text[]))
              union select id, naam from sw_bedrijven_bij($3)) bedrijf
        order by naam
        """,
        list(actor.organisaties_als(*PLANT_MENSEN)),
        list(actor.regios_als(*BESLIST)),
        list(actor.organisaties_als(*MELDT_MENSEN_AAN)),
    )
    return [SwBedrijf(**dict(row)) for row in rows]
