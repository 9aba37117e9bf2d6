"""The SQL of decisions; each writes over one version, in the actor's region, and says whether it did."""

from datetime import date, datetime

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import BESLIST
from marketplace.voorstellen.model import Afwijsreden, Toevoeging, Voorstel, VoorstelStatus

_OWN = """
    from kandidaten kandidaat
    where voorstel.id = $1 and voorstel.versie = $2
      and kandidaat.id = voorstel.kandidaat_id and kandidaat.regio_code = any($3::text[])
    returning voorstel.id
"""


async def _write(conn: Connection, actor: Actor, voorstel: Voorstel, change: str, *values: object) -> bool:
    """Write one change over the version that was read; False when somebody else was first."""
    found = await conn.fetchval(
        f"update voorstellen voorstel set versie = voorstel.versie + 1, {change} {_OWN}",  # noqa: S608 (`change` is ours, values are bound)
        voorstel.id,
        voorstel.versie,
        list(actor.regios_als(*BESLIST)),
        *values,
    )
    return found is not None


async def lock_kandidaat(conn: Connection, actor: Actor, voorstel: Voorstel) -> str | None:
    """Let others who decide about the person of a voorstel wait until this transaction ends; the status."""
    status: str | None = await conn.fetchval(
        "select status from kandidaten where id = $1 and regio_code = any($2::text[]) for no key update",
        voorstel.kandidaat_id,
        list(actor.regios_als(*BESLIST)),
    )
    return status


async def insert_toegevoegd(conn: Connection, actor: Actor, nieuw: Toevoeging, now: datetime) -> int | None:
    """Make a voorstel by hand, or let one that lapsed begin anew; None for any other that is there."""
    found: int | None = await conn.fetchval(
        """
        insert into voorstellen as voorstel (kandidaat_id, leerwerkplek_id, toegevoegd_op, toegevoegd_door)
        select kandidaat.id, plek.id, $4, $5
        from kandidaten kandidaat
        join leerwerkplekken plek on plek.id = $2 and plek.regio_code = kandidaat.regio_code
        where kandidaat.id = $1 and kandidaat.regio_code = any($3::text[])
        on conflict (kandidaat_id, leerwerkplek_id) do update
        set status = 'voorgesteld', toegevoegd_op = $4, toegevoegd_door = $5, ja_kandidaat_op = null,
            ja_vastgelegd_door = null, versie = voorstel.versie + 1
        where voorstel.status = 'vervallen'
        returning voorstel.id
        """,
        nieuw.kandidaat_id,
        nieuw.leerwerkplek_id,
        list(actor.regios_als(*BESLIST)),
        now,
        actor.account_id,
    )
    return found


async def update_status(conn: Connection, actor: Actor, voorstel: Voorstel, status: VoorstelStatus) -> bool:
    """Move a voorstel on or one step back; back to the beginning forgets the yes and the rejection."""
    if status is VoorstelStatus.VOORGESTELD:
        change = (
            "status = $4, ja_kandidaat_op = null, ja_vastgelegd_door = null, afgewezen_door = null,"
            " afwijsreden = null, afwijs_toelichting = null"
        )
        return await _write(conn, actor, voorstel, change, status)
    return await _write(conn, actor, voorstel, "status = $4", status)


async def update_besproken(conn: Connection, actor: Actor, voorstel: Voorstel, ja_op: datetime) -> bool:
    """Record the yes of the kandidaat: when, and by whom."""
    change = "status = 'besproken_met_kandidaat', ja_kandidaat_op = $4, ja_vastgelegd_door = $5"
    return await _write(conn, actor, voorstel, change, ja_op, actor.account_id)


async def update_afgewezen(
    conn: Connection, actor: Actor, voorstel: Voorstel, reden: Afwijsreden, toelichting: str | None
) -> bool:
    """Reject with a coded reason; a pin goes with it."""
    change = """status = 'afgewezen', afgewezen_door = $4, afwijsreden = $5, afwijs_toelichting = $6,
        pin_reden = null, pin_tot = null, pin_door = null, pin_startweek = null"""
    return await _write(conn, actor, voorstel, change, reden.partij, reden.code, toelichting)


async def update_pin(
    conn: Connection,
    actor: Actor,
    voorstel: Voorstel,
    *,
    reden: str,
    tot: date,
    startweek: date | None,
) -> bool:
    """Pin a voorstel until a date."""
    change = "pin_reden = $4, pin_tot = $5, pin_startweek = $6, pin_door = $7"
    return await _write(conn, actor, voorstel, change, reden, tot, startweek, actor.account_id)


async def clear_pin(conn: Connection, actor: Actor, voorstel: Voorstel) -> bool:
    """Take the pin away."""
    change = "pin_reden = null, pin_tot = null, pin_door = null, pin_startweek = null"
    return await _write(conn, actor, voorstel, change)


async def lock_plannen(conn: Connection, regio_code: str) -> None:
    """Let whoever publishes or stores a plan of this region wait for the other."""
    await conn.execute(
        "select id from plannen where regio_code = $1 and status in ('concept', 'gepubliceerd')"
        " order by id for update",
        regio_code,
    )


async def update_published(
    conn: Connection, actor: Actor, *, plan_id: int, versie: int, now: datetime
) -> bool:
    """Make a concept the published plan and the former one history; False when it is no concept any more."""
    regios = list(actor.regios_als(*BESLIST))
    await conn.execute(
        """
        update plannen oud set status = 'historie', versie = oud.versie + 1 from plannen nieuw
        where nieuw.id = $1 and nieuw.versie = $2 and nieuw.status = 'concept'
          and nieuw.regio_code = any($3::text[]) and oud.regio_code = nieuw.regio_code
          and oud.planner = nieuw.planner and oud.status = 'gepubliceerd'
        """,
        plan_id,
        versie,
        regios,
    )
    found = await conn.fetchval(
        """
        update plannen set status = 'gepubliceerd', gepubliceerd_op = $4, gepubliceerd_door = $5,
               versie = versie + 1
        where id = $1 and versie = $2 and status = 'concept' and regio_code = any($3::text[])
        returning id
        """,
        plan_id,
        versie,
        regios,
        now,
        actor.account_id,
    )
    return found is not None


async def lapse_voorstellen(conn: Connection, regio_code: str, op: date) -> int:
    """Let voorstellen lapse that nobody decided on and that no current plan names; returns how many.

    A pin that still holds keeps its voorstel; one that is over goes with it.
    """
    rows = await conn.fetch(
        """
        update voorstellen voorstel
        set status = 'vervallen', versie = voorstel.versie + 1,
            pin_reden = null, pin_tot = null, pin_door = null, pin_startweek = null
        from kandidaten kandidaat
        where kandidaat.id = voorstel.kandidaat_id and kandidaat.regio_code = $1
          and voorstel.status = 'voorgesteld' and (voorstel.pin_tot is null or voorstel.pin_tot <= $2)
          and not exists (
              select from plan_voorstellen deel join plannen plan on plan.id = deel.plan_id
              where deel.voorstel_id = voorstel.id and plan.status in ('concept', 'gepubliceerd'))
        returning voorstel.id
        """,
        regio_code,
        op,
    )
    return len(rows)
