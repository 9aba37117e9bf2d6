"""The SQL that reads groepsplannen: one with its groups, and what held in a week."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import asyncpg

from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, Indeling, PlanStatus
from marketplace.toegang.model import Actor

_PLAN = """
    select plan.id, plan.organisatie_id, plan.status, plan.van, plan.weken as aantal_weken, plan.basis_id,
           plan.rekenrun_id, plan.naam, plan.gemaakt_op, maker.naam as gemaakt_door, plan.gepubliceerd_op,
           publiceerder.naam as gepubliceerd_door, plan.geldt_vanaf, plan.lagen, plan.versie
    from groepsplannen plan
    left join accounts maker on maker.id = plan.gemaakt_door
    left join accounts publiceerder on publiceerder.id = plan.gepubliceerd_door
    where plan.organisatie_id = any($1::bigint[])
"""


async def get_plan(conn: Connection, actor: Actor, plan_id: int) -> Groepsplan | None:
    """One plan; None for a stranger."""
    row = await conn.fetchrow(f"{_PLAN} and plan.id = $2", bedrijven_of(actor), plan_id)
    return None if row is None else await _with_groups(conn, row)


async def get_by_status(
    conn: Connection, bedrijven: Sequence[int], organisatie_id: int, status: PlanStatus
) -> Groepsplan | None:
    """The plan of a SW-bedrijf, of these, with a status; the newest where there are more."""
    row = await conn.fetchrow(
        f"{_PLAN} and plan.organisatie_id = $2 and plan.status = $3 order by plan.id desc limit 1",
        list(bedrijven),
        organisatie_id,
        status,
    )
    return None if row is None else await _with_groups(conn, row)


async def list_plannen(
    conn: Connection, actor: Actor, organisatie_id: int, statuses: Sequence[PlanStatus]
) -> list[Groepsplan]:
    """The plans of a SW-bedrijf with one of these statuses, the newest first."""
    rows = await conn.fetch(
        f"{_PLAN} and plan.organisatie_id = $2 and plan.status = any($3::text[]) order by plan.id desc",
        bedrijven_of(actor),
        organisatie_id,
        list(statuses),
    )
    return [await _with_groups(conn, row) for row in rows]


async def list_voorstellen(conn: Connection, actor: Actor, organisatie_id: int) -> list[Groepsplan]:
    """The alternatives to the board, the newest first; a what-if is laid on it from its answer."""
    rows = await conn.fetch(
        f"""
        {_PLAN} and plan.organisatie_id = $2 and plan.status = 'alternatief'
          and not exists (select from rekenruns run
                          where run.id = plan.rekenrun_id and run.vraag ->> 'soort' <> 'vullen')
        order by plan.id desc
        """,
        bedrijven_of(actor),
        organisatie_id,
    )
    return [await _with_groups(conn, row) for row in rows]


async def list_geldend(
    conn: Connection, bedrijven: Sequence[int], organisatie_id: int, van: date, tot: date
) -> tuple[list[Groep], list[Indeling]]:
    """The groups that held in the weeks [van, tot), and who was in them, by what was published then.

    A plan ends the one before it for all weeks, also those that it does not reach.
    """
    rows = await conn.fetch(
        """
        select week::date as week, plan.id
        from generate_series($3::date, $4::date - 7, interval '7 days') week
        join lateral (
            select id, van + 7 * weken as tot from groepsplannen plan
            where plan.organisatie_id = any($1::bigint[]) and plan.organisatie_id = $2
              and plan.status in ('gepubliceerd', 'historie') and plan.geldt_vanaf <= week
            order by plan.gepubliceerd_op desc, plan.id desc limit 1) plan on week < plan.tot
        """,
        list(bedrijven),
        organisatie_id,
        van,
        tot,
    )
    by_plan: dict[int, list[date]] = defaultdict(list)
    for row in rows:
        by_plan[row["id"]].append(row["week"])
    groups: list[Groep] = []
    places: list[Indeling] = []
    for plan_id, weeks in by_plan.items():
        groups += await _list_groepen(conn, plan_id, weeks)
        places += await _list_indelingen(conn, plan_id, weeks)
    return sorted(groups), sorted(places)


async def _with_groups(conn: Connection, row: asyncpg.Record) -> Groepsplan:
    """A plan with its groups and places in order."""
    return Groepsplan(
        **{**dict(row), "status": PlanStatus(row["status"])},
        groepen=tuple(await _list_groepen(conn, row["id"], None)),
        indelingen=tuple(await _list_indelingen(conn, row["id"], None)),
    )


async def _list_groepen(conn: Connection, plan_id: int, weken: Sequence[date] | None) -> list[Groep]:
    """The groups of a plan, of these weeks or of all."""
    rows = await conn.fetch(
        """
        select groep.opdracht_id, groep.week, groep.werkleider_id, groep.bus_id, groep.opstapplaatsen,
               groep.vast, leiding.dagen, leiding.leiders
        from groepsplan_groepen groep
        cross join lateral (
            select coalesce(array_agg(dag.dag order by dag.dag), '{}') as dagen,
                   coalesce(array_agg(dag.werkleider_id order by dag.dag), '{}') as leiders
            from groepsplan_dagen dag
            where dag.plan_id = groep.plan_id and dag.opdracht_id = groep.opdracht_id
              and dag.week = groep.week) leiding
        where groep.plan_id = $1 and ($2::date[] is null or groep.week = any($2))
        order by groep.opdracht_id, groep.week
        """,
        plan_id,
        None if weken is None else list(weken),
    )
    return [
        Groep(
            opdracht_id=row["opdracht_id"],
            week=row["week"],
            werkleider_id=row["werkleider_id"],
            leiding=tuple(zip(row["dagen"], row["leiders"], strict=True)),
            bus_id=row["bus_id"],
            opstapplaatsen=tuple(row["opstapplaatsen"]),
            vast=row["vast"],
        )
        for row in rows
    ]


async def _list_indelingen(conn: Connection, plan_id: int, weken: Sequence[date] | None) -> list[Indeling]:
    """Who is where in a plan, in these weeks or in all."""
    rows = await conn.fetch(
        """
        select kandidaat_id, week, opdracht_id, dagen, vast from groepsplan_indelingen
        where plan_id = $1 and ($2::date[] is null or week = any($2)) order by kandidaat_id, week
        """,
        plan_id,
        None if weken is None else list(weken),
    )
    return [Indeling(**dict(row)) for row in rows]
