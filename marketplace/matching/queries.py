"""The SQL of matching across rooms: names for explanations, and what is stored of a plan and its run."""

from collections.abc import Sequence
from enum import StrEnum

from marketplace.db import Connection
from marketplace.matching.namen import Namen
from marketplace.rekenruns.model import Json
from marketplace.toegang.model import Actor, Rol


class Planstand(StrEnum):
    """Whether a region has a plan, gets one now, or neither."""

    KLAAR = "klaar"
    BEZIG = "bezig"
    GEEN = "geen"


async def list_namen(conn: Connection, regio_codes: Sequence[str]) -> Namen:
    """The names of some regions: those in which the actor is accountmanager, or the one of a run."""
    rows = await conn.fetch(
        """
        select 'kandidaat' as soort, id, kenmerk as naam from kandidaten where regio_code = any($1::text[])
        union all
        select 'plek', plek.id, plek.titel || ' bij ' || organisatie.naam
        from leerwerkplekken plek
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where plek.regio_code = any($1::text[])
        union all
        select 'praktijkopleider', po.id, po.naam
        from praktijkopleiders po
        join vestigingen vestiging on vestiging.id = po.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where organisatie.regio_code = any($1::text[])
        union all
        select 'werkproces', id, titel from werkprocessen
        union all
        select 'crebo', crebo, naam from kwalificaties
        """,
        list(regio_codes),
    )
    found: dict[str, dict[int, str]] = {}
    for row in rows:
        found.setdefault(row["soort"], {})[row["id"]] = row["naam"]
    return Namen(found)


async def may_see_plan(conn: Connection, actor: Actor, plan_id: int) -> bool:
    """Whether there is such a plan in a region of which the actor is accountmanager."""
    found = await conn.fetchval(
        "select id from plannen where id = $1 and regio_code = any($2::text[])",
        plan_id,
        list(actor.regios_als(Rol.ACCOUNTMANAGER)),
    )
    return found is not None


async def get_stored(conn: Connection, actor: Actor, plan_id: int) -> tuple[Json, Json] | None:
    """The question and the outcome of a plan's run; None for a stranger."""
    row = await conn.fetchrow(
        """
        select run.instantie, run.uitkomst
        from plannen plan
        join rekenruns run on run.id = plan.rekenrun_id
        where plan.id = $1 and plan.regio_code = any($2::text[])
        """,
        plan_id,
        list(actor.regios_als(Rol.ACCOUNTMANAGER)),
    )
    return None if row is None else (row["instantie"], row["uitkomst"])


async def get_planstand(conn: Connection, regio_code: str) -> Planstand:
    """How far a region is with its first plan; for the service itself."""
    found = await conn.fetchval(
        """
        select case
            when exists (select from plannen where regio_code = $1) then 'klaar'
            when exists (select from rekenruns where regio_code = $1 and status in ('wachtrij', 'bezig'))
                then 'bezig'
            else 'geen'
        end
        """,
        regio_code,
    )
    return Planstand(found)
