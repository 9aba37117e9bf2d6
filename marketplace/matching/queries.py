"""The SQL of matching across rooms: names for explanations, what there is to plan, a plan and its run."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from marketplace.db import Connection
from marketplace.geo.herkomst import Herkomst
from marketplace.matching.namen import KINDS, Namen, named_in
from marketplace.rekenruns.model import Json, PlannerNaam
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO


class Planstand(StrEnum):
    """Whether a region has a plan, gets one now, or neither."""

    KLAAR = "klaar"
    BEZIG = "bezig"
    GEEN = "geen"


async def list_namen(
    conn: Connection, regio_codes: Sequence[str], told: Sequence[str] | None = None
) -> Namen:
    """The names of some regions: those that the actor reads, or the one of a run.

    `told`: only what these sentences name.
    """
    named = {} if told is None else named_in(told)
    rows = await conn.fetch(
        """
        select 'kandidaat' as soort, id, kenmerk as naam from kandidaten
        where regio_code = any($1::text[]) and ($2::bigint[] is null or id = any($2))
        union all
        select 'plek', plek.id, plek.titel || ' bij ' || organisatie.naam
        from leerwerkplekken plek
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where plek.regio_code = any($1::text[]) and ($3::bigint[] is null or plek.id = any($3))
        union all
        select 'praktijkopleider', po.id, po.naam
        from praktijkopleiders po
        join vestigingen vestiging on vestiging.id = po.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where organisatie.regio_code = any($1::text[]) and ($4::bigint[] is null or po.id = any($4))
        union all
        select 'werkproces', id, titel from werkprocessen where $5::bigint[] is null or id = any($5)
        union all
        select 'crebo', crebo, naam from kwalificaties where $6::integer[] is null or crebo = any($6)
        """,
        list(regio_codes),
        *(None if told is None else named.get(kind, []) for kind in KINDS),
    )
    found: dict[str, dict[int, str]] = {}
    for row in rows:
        found.setdefault(row["soort"], {})[row["id"]] = row["naam"]
    return Namen(found)


async def count_to_plan(conn: Connection, regio_code: str, vandaag: date) -> tuple[int, int]:
    """How many kandidaten look for a plek and how many leerwerkplekken are published and not over."""
    row = await conn.fetchrow(
        """
        select (select count(*) from kandidaten where regio_code = $1 and status = 'matchbaar') as kandidaten,
               (select count(*) from leerwerkplekken where regio_code = $1 and status = 'gepubliceerd'
                and (upper_inf(periode) or upper(periode) > $2)) as plekken
        """,
        regio_code,
        vandaag,
    )
    return (row["kandidaten"], row["plekken"]) if row else (0, 0)


async def get_published_id(conn: Connection, regio_code: str) -> int | None:
    """The published plan of a region, from which the next run begins."""
    found: int | None = await conn.fetchval(
        "select id from plannen where regio_code = $1 and planner = $2 and status = 'gepubliceerd'",
        regio_code,
        PlannerNaam.MATCHING,
    )
    return found


async def get_newest_id(conn: Connection, regio_code: str) -> int | None:
    """The concept of a region, else its published plan: the one that can be mended."""
    found: int | None = await conn.fetchval(
        "select id from plannen where regio_code = $1 and planner = $2"
        " and status in ('concept', 'gepubliceerd') order by status = 'concept' desc limit 1",
        regio_code,
        PlannerNaam.MATCHING,
    )
    return found


async def list_plan_ids(conn: Connection, actor: Actor, rekenruns: Sequence[int]) -> dict[int, int]:
    """The plan that each of these runs made, by run; for who reads the region."""
    rows = await conn.fetch(
        "select rekenrun_id, id from plannen"
        " where rekenrun_id = any($1::bigint[]) and regio_code = any($2::text[])",
        list(rekenruns),
        list(actor.regios_als(*LEEST_REGIO)),
    )
    return {row["rekenrun_id"]: row["id"] for row in rows}


async def may_see_plan(conn: Connection, actor: Actor, plan_id: int) -> bool:
    """Whether there is such a plan in a region that the actor reads."""
    found = await conn.fetchval(
        "select id from plannen where id = $1 and regio_code = any($2::text[])",
        plan_id,
        list(actor.regios_als(*LEEST_REGIO)),
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
        list(actor.regios_als(*LEEST_REGIO)),
    )
    return None if row is None else (row["instantie"], row["uitkomst"])


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVerblijf:
    """A stay that the plan of now proposes."""

    kandidaat_id: int
    leerwerkplek_id: int
    startweek: date
    vorm: str


async def list_plan_verblijven(conn: Connection, actor: Actor, regio_code: str) -> list[PlanVerblijf]:
    """The stays of the concept (else the published plan) of a region that nobody said no to."""
    rows = await conn.fetch(
        """
        select deel.kandidaat_id, deel.leerwerkplek_id, deel.startweek, deel.vorm
        from plan_voorstellen deel
        join voorstellen voorstel
          on voorstel.id = deel.voorstel_id and voorstel.status not in ('afgewezen', 'vervallen')
        where deel.plan_id = (
            select id from plannen where regio_code = $1 and regio_code = any($2::text[])
              and status in ('concept', 'gepubliceerd')
            order by status = 'concept' desc limit 1)
        order by deel.kandidaat_id
        """,
        regio_code,
        list(actor.regios_als(*LEEST_REGIO)),
    )
    return [PlanVerblijf(**dict(row)) for row in rows]


async def get_herkomst(conn: Connection, regio_code: str) -> Herkomst | None:
    """Where the travel times of the newest plan of a region come from; it says nothing about anybody."""
    found = await conn.fetchval(
        """
        select run.instantie -> 'reistijden' from plannen plan
        join rekenruns run on run.id = plan.rekenrun_id
        where plan.regio_code = $1 order by plan.id desc limit 1
        """,
        regio_code,
    )
    return None if found is None else Herkomst.from_plain(found)


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
