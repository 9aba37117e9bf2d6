"""The SQL of rekenruns as people meet them: who reads a region sees its runs, a SW-bedrijf its own.

A query about any run puts ZICHT in its WHERE and gives `*_zicht(actor)` as $1 and $2; one that can only find
runs of a region asks VAN_REGIO alone, one that can only find those of a SW-bedrijf VAN_BEDRIJF, of $1.
"""

from datetime import date, datetime

import asyncpg

from marketplace.db import Connection
from marketplace.rekenruns.model import (
    Json,
    PlannerNaam,
    Rekenrun,
    RekenrunLijst,
    RekenrunSoort,
    RekenrunStatus,
    Voortgang,
)
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_MENSEN, LEEST_REGIO

VAN_REGIO = "run.organisatie_id is null and run.regio_code = any($1::text[])"
VAN_BEDRIJF = "run.organisatie_id = any($1::bigint[])"
ZICHT = f"(({VAN_REGIO}) or run.organisatie_id = any($2::bigint[]))"
_REKENRUN = """
    select run.id, run.regio_code, run.soort, run.status, account.naam as gevraagd_door, run.gevraagd_op,
           run.vandaag, run.seconden, run.max_verplaatst, run.roulatie_id,
           run.organisatie_id, run.poging, run.annuleren, run.afronden, stopper.naam as gestopt_door,
           run.fout, run.klaar_op
    from rekenruns run
    left join accounts account on account.id = run.gevraagd_door
    left join accounts stopper on stopper.id = run.gestopt_door
"""
_VAN_REGIO, _VAN_BEDRIJF = f"{_REKENRUN} where {VAN_REGIO}", f"{_REKENRUN} where {VAN_BEDRIJF}"


def _zicht(actor: Actor) -> tuple[list[str], list[int]]:
    """The regions and SW-bedrijven whose runs the actor may see."""
    return _regios(actor), list(actor.organisaties_als(*LEEST_MENSEN))


def _regios(actor: Actor) -> list[str]:
    """The regions whose runs the actor may see."""
    return list(actor.regios_als(*LEEST_REGIO))


async def get_rekenrun(conn: Connection, actor: Actor, rekenrun_id: int) -> Rekenrun | None:
    """One run; None for a stranger."""
    row = await conn.fetchrow(f"{_REKENRUN} where {ZICHT} and run.id = $3", *_zicht(actor), rekenrun_id)
    return None if row is None else _rekenrun(row)


async def list_rekenruns(
    conn: Connection, actor: Actor, regio_code: str, *, vanaf: int = 0, aantal: int = 50
) -> RekenrunLijst:
    """The runs of matching in a region, newest first."""
    rows = await conn.fetch(
        f"""
        select *, count(*) over () as totaal
        from ({_VAN_REGIO} and run.planner = 'matching' and run.regio_code = $2) gevonden
        order by id desc offset $3 limit $4
        """,  # noqa: S608 (a query of our own)
        _regios(actor),
        regio_code,
        vanaf,
        aantal,
    )
    return RekenrunLijst(tuple(_rekenrun(row) for row in rows), rows[0]["totaal"] if rows else 0)


async def list_rekenruns_after(conn: Connection, actor: Actor, *, na: int, aantal: int) -> list[Rekenrun]:
    """So many runs of matching with a higher id, in order of it."""
    rows = await conn.fetch(
        f"{_VAN_REGIO} and run.planner = 'matching' and run.id > $2 order by run.id limit $3",
        _regios(actor),
        na,
        aantal,
    )
    return [_rekenrun(row) for row in rows]


async def get_latest_rekenrun(conn: Connection, actor: Actor, regio_code: str) -> Rekenrun | None:
    """The last run of matching in a region; only that one can be waiting or under way."""
    row = await conn.fetchrow(
        f"{_VAN_REGIO} and run.planner = 'matching' and run.regio_code = $2 order by run.id desc limit 1",
        _regios(actor),
        regio_code,
    )
    return None if row is None else _rekenrun(row)


async def get_latest_of_roulatie(conn: Connection, actor: Actor, roulatie_id: int) -> Rekenrun | None:
    """The last run of a roulatie."""
    row = await conn.fetchrow(
        f"{_VAN_REGIO} and run.roulatie_id = $2 order by run.id desc limit 1", _regios(actor), roulatie_id
    )
    return None if row is None else _rekenrun(row)


async def get_latest_of_bedrijf(conn: Connection, actor: Actor, organisatie_id: int) -> Rekenrun | None:
    """The last run of a SW-bedrijf."""
    row = await conn.fetchrow(
        f"{_VAN_BEDRIJF} and run.organisatie_id = $2 order by run.id desc limit 1",
        list(actor.organisaties_als(*LEEST_MENSEN)),
        organisatie_id,
    )
    return None if row is None else _rekenrun(row)


async def list_voortgang(conn: Connection, actor: Actor, rekenrun_id: int, *, na: int = 0) -> list[Voortgang]:
    """What a run reported after this volgnummer, in order; nothing for a stranger."""
    rows = await conn.fetch(
        f"""
        select stap.volgnummer, stap.tijd, stap.fase, stap.zin, stap.seconden, stap.geplaatst, stap.lagen
        from rekenrun_voortgang stap
        join rekenruns run on run.id = stap.rekenrun_id
        where {ZICHT} and run.id = $3 and stap.volgnummer > $4
        order by stap.volgnummer
        """,  # noqa: S608 (a condition of our own)
        *_zicht(actor),
        rekenrun_id,
        na,
    )
    return [Voortgang(**dict(row)) for row in rows]


async def insert_rekenrun(  # noqa: PLR0913 (a row of the queue, every column by name)
    conn: Connection,
    *,
    regio_code: str,
    account_id: int | None,
    now: datetime,
    vandaag: date,
    seconden: float,
    seed: int,
    opnieuw_van: int | None,
    basis_plan_id: int | None,
    max_verplaatst: int | None,
    soort: RekenrunSoort,
    planner: PlannerNaam,
    roulatie_id: int | None,
    organisatie_id: int | None,
    vraag: Json,
) -> int | None:
    """Put a run in the queue; None when this region already has one that is not done."""
    found: int | None = await conn.fetchval(
        """
        insert into rekenruns
            (planner, regio_code, gevraagd_door, gevraagd_op, vandaag, seconden, seed, opnieuw_van,
             basis_plan_id, max_verplaatst, soort, roulatie_id, organisatie_id, vraag)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        on conflict (regio_code, planner, roulatie_id, organisatie_id) where status in ('wachtrij', 'bezig')
            do nothing
        returning id
        """,
        planner,
        regio_code,
        account_id,
        now,
        vandaag,
        seconden,
        seed,
        opnieuw_van,
        basis_plan_id,
        max_verplaatst,
        soort,
        roulatie_id,
        organisatie_id,
        vraag,
    )
    return found


async def has_any(conn: Connection, regio_code: str) -> bool:
    """Whether a run of matching was ever asked for in this region."""
    query = "select exists (select from rekenruns where regio_code = $1 and planner = 'matching')"
    return bool(await conn.fetchval(query, regio_code))


async def ask_cancel(conn: Connection, rekenrun_id: int, account_id: int, now: datetime) -> bool:
    """Cancel a waiting run at once, ask a running one to stop; False when it had ended already."""
    found = await conn.fetchval(
        """
        update rekenruns
        set annuleren = true,
            gestopt_door = $3,
            status = case status when 'wachtrij' then 'geannuleerd' else status end,
            klaar_op = case status when 'wachtrij' then $2::timestamptz end
        where id = $1 and status in ('wachtrij', 'bezig')
        returning id
        """,
        rekenrun_id,
        now,
        account_id,
    )
    return found is not None


async def ask_finish(conn: Connection, rekenrun_id: int, account_id: int) -> bool:
    """Ask a run to end with its best plan; False when it had ended or was asked to stop already."""
    found = await conn.fetchval(
        """
        update rekenruns set afronden = true, gestopt_door = $2
        where id = $1 and status in ('wachtrij', 'bezig') and not annuleren and not afronden
        returning id
        """,
        rekenrun_id,
        account_id,
    )
    return found is not None


def _rekenrun(row: asyncpg.Record) -> Rekenrun:
    """One run as a value."""
    values = {name: row[name] for name in Rekenrun.__slots__}
    values |= {"soort": RekenrunSoort(row["soort"]), "status": RekenrunStatus(row["status"])}
    return Rekenrun(**values)
