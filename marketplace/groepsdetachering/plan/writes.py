"""The SQL that writes groepsplannen: one with its groups, groups and places of a concept, publishing."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

import asyncpg

from marketplace.db import Connection
from marketplace.groepsdetachering.plan.model import Groep, Groepsplan, Indeling, PlanStatus
from marketplace.rekenruns.concepten import Concepten, retire
from marketplace.rekenruns.model import Json

GROEPSPLANNEN = Concepten("groepsplannen", "organisatie_id", "groepsplan_zetten", "plan_id")


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
    await _delete_of_groups(conn, "groepsplan_dagen", plan_id, groups)


async def delete_groepen(conn: Connection, plan_id: int, groups: Sequence[tuple[int, date]]) -> None:
    """Take groups (opdracht, week) from the board, with who is in them."""
    await _delete_of_groups(conn, "groepsplan_groepen", plan_id, groups)


async def _delete_of_groups(
    conn: Connection, table: str, plan_id: int, groups: Sequence[tuple[int, date]]
) -> None:
    """Delete the rows of groups (opdracht, week) in a table of our own."""
    await conn.execute(
        f"""
        delete from {table} rij using unnest($2::bigint[], $3::date[]) as weg(opdracht_id, week)
        where rij.plan_id = $1 and (rij.opdracht_id, rij.week) = (weg.opdracht_id, weg.week)
        """,  # noqa: S608 (a table of our own)
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


async def lapse_concept(conn: Connection, organisatie_id: int, van: date) -> None:
    """Let a concept lapse of which all weeks lie before this Monday."""
    await conn.execute(
        """
        update groepsplannen set status = 'vervallen', versie = versie + 1
        where organisatie_id = $1 and status = 'concept' and van + 7 * weken <= $2
        """,
        organisatie_id,
        van,
    )


async def publish(
    conn: Connection, plan: Groepsplan, account_id: int, now: datetime, geldt_vanaf: date
) -> bool:
    """Publish a concept over the version that was read; what was published becomes history.

    False when the concept is another by now, or was made from another published one than there is.
    """
    await retire(conn, GROEPSPLANNEN, plan.organisatie_id, plan.basis_id)
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
