"""The SQL of groepsplannen: read one with its groups, write one, change groups and places, keep moves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

import asyncpg

from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.queries import bedrijven_of
from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, Indeling, PlanStatus
from marketplace.rekenruns.model import Json
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


async def list_geldend(
    conn: Connection, bedrijven: Sequence[int], organisatie_id: int, van: date, tot: date
) -> tuple[list[Groep], list[Indeling]]:
    """The groups that held in the weeks [van, tot), and who was in them, by what was published then."""
    rows = await conn.fetch(
        """
        select week::date as week, plan.id
        from generate_series($3::date, $4::date - 7, interval '7 days') week
        join lateral (
            select id from groepsplannen plan
            where plan.organisatie_id = any($1::bigint[]) and plan.organisatie_id = $2
              and plan.status in ('gepubliceerd', 'historie')
              and plan.geldt_vanaf <= week and week < plan.van + 7 * plan.weken
            order by plan.gepubliceerd_op desc, plan.id desc limit 1) plan on true
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


async def insert_plan(  # noqa: PLR0913 (a row with its groups, by name)
    conn: Connection,
    *,
    organisatie_id: int,
    status: PlanStatus,
    van: date,
    weken: int,
    basis_id: int | None,
    now: datetime,
    account_id: int | None,
    rekenrun_id: int | None = None,
    naam: str | None = None,
    lagen: list[Json] | None = None,
    groepen: Iterable[Groep] = (),
    indelingen: Iterable[Indeling] = (),
) -> int | None:
    """Write a plan with its groups and places and give its id; None where a second concept would stand."""
    plan_id: int | None = await conn.fetchval(
        """
        insert into groepsplannen
            (organisatie_id, status, van, weken, basis_id, rekenrun_id, naam, gemaakt_op, gemaakt_door, lagen)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        on conflict (organisatie_id) where status = 'concept' do nothing
        returning id
        """,
        organisatie_id,
        status,
        van,
        weken,
        basis_id,
        rekenrun_id,
        naam,
        now,
        account_id,
        lagen,
    )
    if plan_id is not None:
        await put_groepen(conn, plan_id, organisatie_id, tuple(groepen))
        await put_indelingen(conn, plan_id, organisatie_id, tuple(indelingen))
    return plan_id


async def put_groepen(conn: Connection, plan_id: int, organisatie_id: int, groepen: Sequence[Groep]) -> None:
    """Write groups and the days on which they run; nobody is taken out of a group that stands."""
    await conn.executemany(
        """
        insert into groepsplan_groepen
            (plan_id, organisatie_id, opdracht_id, week, werkleider_id, bus_id, opstapplaatsen, vast)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (plan_id, opdracht_id, week) do update set werkleider_id = excluded.werkleider_id,
            bus_id = excluded.bus_id, opstapplaatsen = excluded.opstapplaatsen, vast = excluded.vast
        """,
        [
            (
                plan_id,
                organisatie_id,
                each.opdracht_id,
                each.week,
                each.werkleider_id,
                each.bus_id,
                list(each.opstapplaatsen),
                each.vast,
            )
            for each in groepen
        ],
    )
    days = [(each, dag, leider) for each in groepen for dag, leider in each.leiding]
    await conn.execute(
        """
        insert into groepsplan_dagen (plan_id, organisatie_id, opdracht_id, week, dag, werkleider_id, bus_id)
        select $1, $2, rij.opdracht_id, rij.week, rij.dag, rij.werkleider_id, rij.bus_id
        from unnest($3::bigint[], $4::date[], $5::smallint[], $6::bigint[], $7::bigint[])
            as rij(opdracht_id, week, dag, werkleider_id, bus_id)
        """,
        plan_id,
        organisatie_id,
        [each.opdracht_id for each, _, _ in days],
        [each.week for each, _, _ in days],
        [dag for _, dag, _ in days],
        [leider for _, _, leider in days],
        [each.bus_id for each, _, _ in days],
    )


async def put_indelingen(
    conn: Connection, plan_id: int, organisatie_id: int, indelingen: Sequence[Indeling]
) -> None:
    """Write these places, over those of the same people in the same weeks."""
    await conn.execute(
        """
        insert into groepsplan_indelingen
            (plan_id, organisatie_id, kandidaat_id, week, opdracht_id, dagen, vast)
        select $1, $2, rij.kandidaat_id, rij.week, rij.opdracht_id, rij.dagen, rij.vast
        from unnest($3::bigint[], $4::date[], $5::bigint[], $6::smallint[], $7::boolean[])
            as rij(kandidaat_id, week, opdracht_id, dagen, vast)
        on conflict (plan_id, kandidaat_id, week) do update
            set opdracht_id = excluded.opdracht_id, dagen = excluded.dagen, vast = excluded.vast
        """,
        plan_id,
        organisatie_id,
        [each.kandidaat_id for each in indelingen],
        [each.week for each in indelingen],
        [each.opdracht_id for each in indelingen],
        [each.dagen for each in indelingen],
        [each.vast for each in indelingen],
    )


async def delete_dagen(conn: Connection, plan_id: int, groups: Sequence[tuple[int, date]]) -> None:
    """Let groups (opdracht, week) run on no day, so that they can be written anew."""
    await conn.execute(
        """
        delete from groepsplan_dagen rij using unnest($2::bigint[], $3::date[]) as weg(opdracht_id, week)
        where rij.plan_id = $1 and (rij.opdracht_id, rij.week) = (weg.opdracht_id, weg.week)
        """,
        plan_id,
        [opdracht for opdracht, _ in groups],
        [week for _, week in groups],
    )


async def delete_groepen(conn: Connection, plan_id: int, groups: Sequence[tuple[int, date]]) -> None:
    """Take groups (opdracht, week) from the board, with who is in them."""
    await conn.execute(
        """
        delete from groepsplan_groepen rij using unnest($2::bigint[], $3::date[]) as weg(opdracht_id, week)
        where rij.plan_id = $1 and (rij.opdracht_id, rij.week) = (weg.opdracht_id, weg.week)
        """,
        plan_id,
        [opdracht for opdracht, _ in groups],
        [week for _, week in groups],
    )


async def delete_indelingen(conn: Connection, plan_id: int, places: Sequence[tuple[int, date]]) -> None:
    """Take people (kandidaat, week) out of their groups."""
    await conn.execute(
        """
        delete from groepsplan_indelingen rij
        using unnest($2::bigint[], $3::date[]) as weg(kandidaat_id, week)
        where rij.plan_id = $1 and (rij.kandidaat_id, rij.week) = (weg.kandidaat_id, weg.week)
        """,
        plan_id,
        [kandidaat for kandidaat, _ in places],
        [week for _, week in places],
    )


async def bump(conn: Connection, plan: Groepsplan) -> bool:
    """Claim the next version of a concept: what a run proved does not hold any more; False when overtaken."""
    found = await conn.fetchval(
        """
        update groepsplannen set versie = versie + 1, lagen = null
        where id = $1 and versie = $2 and status = 'concept' returning id
        """,
        plan.id,
        plan.versie,
    )
    return found is not None


async def insert_zet(
    conn: Connection,
    plan_id: int,
    *,
    zin: str,
    van: Mapping[str, object],
    naar: Mapping[str, object],
    account_id: int,
    now: datetime,
) -> None:
    """Keep a move; moves that were undone before can not be done again any more."""
    await conn.execute("delete from groepsplan_zetten where plan_id = $1 and ongedaan", plan_id)
    await conn.execute(
        """
        insert into groepsplan_zetten (plan_id, nummer, zin, van, naar, door, op)
        select $1, coalesce(max(nummer), 0) + 1, $2, $3, $4, $5, $6 from groepsplan_zetten where plan_id = $1
        """,
        plan_id,
        zin,
        dict(van),
        dict(naar),
        account_id,
        now,
    )


async def get_zet(conn: Connection, plan_id: int, *, opnieuw: bool) -> asyncpg.Record | None:
    """The last move that stands, or with `opnieuw` the first that was undone: nummer, zin, van, naar."""
    order = "nummer" if opnieuw else "nummer desc"
    return await conn.fetchrow(
        f"""
        select nummer, zin, van, naar from groepsplan_zetten
        where plan_id = $1 and ongedaan = $2 order by {order} limit 1
        """,  # noqa: S608 (an order of our own)
        plan_id,
        opnieuw,
    )


async def turn_zet(conn: Connection, plan_id: int, nummer: int, *, ongedaan: bool) -> None:
    """Note that a move was undone, or done again."""
    await conn.execute(
        "update groepsplan_zetten set ongedaan = $3 where plan_id = $1 and nummer = $2",
        plan_id,
        nummer,
        ongedaan,
    )


async def lapse_alternatieven(conn: Connection, organisatie_id: int, keep: int) -> None:
    """Let all alternatives lapse but the newest so many."""
    await conn.execute(
        """
        update groepsplannen set status = 'vervallen', versie = versie + 1
        where organisatie_id = $1 and status = 'alternatief' and id not in (
            select id from groepsplannen where organisatie_id = $1 and status = 'alternatief'
            order by id desc limit $2)
        """,
        organisatie_id,
        keep,
    )


async def publish(
    conn: Connection, plan: Groepsplan, account_id: int, now: datetime, geldt_vanaf: date
) -> bool:
    """Publish a concept over the version that was read; what was published becomes history.

    False when the concept is another by now, or was made from another published one than there is.
    """
    await conn.execute(
        "update groepsplannen set status = 'historie', versie = versie + 1 "
        "where organisatie_id = $1 and status = 'gepubliceerd' and id is not distinct from $2",
        plan.organisatie_id,
        plan.basis_id,
    )
    try:
        found = await conn.fetchval(
            """
            update groepsplannen set status = 'gepubliceerd', gepubliceerd_op = $3, gepubliceerd_door = $4,
                geldt_vanaf = $5, versie = versie + 1
            where id = $1 and versie = $2 and status = 'concept' returning id
            """,
            plan.id,
            plan.versie,
            now,
            account_id,
            geldt_vanaf,
        )
    except asyncpg.UniqueViolationError:
        return False
    return found is not None
