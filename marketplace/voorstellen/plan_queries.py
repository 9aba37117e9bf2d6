"""The SQL that reads plans: only who reads a region sees its concept and its lines."""

from datetime import datetime

import asyncpg

from marketplace.db import Connection
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_REGIO
from marketplace.voorstellen.model import OPEN, VoorstelStatus
from marketplace.voorstellen.plan import (
    GeenPlekFilter,
    NietGeplaatstRegel,
    Plan,
    PlanLijst,
    PlanRegel,
    PlanStatus,
)
from marketplace.voorstellen.queries import to_pin

_PLAN = """
    select plan.id, plan.rekenrun_id, plan.regio_code, plan.status, plan.basis_plan_id, run.gelezen_op,
           plan.gemaakt_op, vrager.naam as gevraagd_door, plan.gepubliceerd_op,
           account.naam as gepubliceerd_door, plan.versie, plan.cijfers
    from plannen plan
    join rekenruns run on run.id = plan.rekenrun_id
    left join accounts vrager on vrager.id = run.gevraagd_door
    left join accounts account on account.id = plan.gepubliceerd_door
    where plan.regio_code = any($1::text[])
"""


def _regios(actor: Actor) -> list[str]:
    """The regions whose plans the actor may see."""
    return list(actor.regios_als(*LEEST_REGIO))


async def get_plan(conn: Connection, actor: Actor, plan_id: int) -> Plan | None:
    """One plan; None for a stranger."""
    row = await conn.fetchrow(f"{_PLAN} and plan.id = $2", _regios(actor), plan_id)
    return None if row is None else _plan(row)


async def get_plan_with_status(
    conn: Connection, actor: Actor, regio_code: str, status: PlanStatus
) -> Plan | None:
    """The concept or the published plan of a region."""
    row = await conn.fetchrow(
        f"{_PLAN} and plan.regio_code = $2 and plan.status = $3 order by plan.id desc limit 1",
        _regios(actor),
        regio_code,
        status,
    )
    return None if row is None else _plan(row)


async def get_previous_plan(conn: Connection, actor: Actor, plan: Plan) -> Plan | None:
    """The plan that was made before this one in the same region, whatever became of it."""
    row = await conn.fetchrow(
        f"{_PLAN} and plan.regio_code = $2 and plan.id < $3 order by plan.id desc limit 1",
        _regios(actor),
        plan.regio_code,
        plan.id,
    )
    return None if row is None else _plan(row)


async def list_plannen(
    conn: Connection,
    actor: Actor,
    regio_code: str,
    *,
    door: int | None = None,
    vanaf: int = 0,
    aantal: int = 50,
) -> PlanLijst:
    """The plans of a region, newest first, or those of runs that one account asked for."""
    rows = await conn.fetch(
        f"""
        select *, count(*) over () as totaal
        from ({_PLAN} and plan.regio_code = $2 and ($3::bigint is null or run.gevraagd_door = $3)) gevonden
        order by id desc offset $4 limit $5
        """,  # noqa: S608 (a query of our own)
        _regios(actor),
        regio_code,
        door,
        vanaf,
        aantal,
    )
    return PlanLijst(tuple(_plan(row) for row in rows), rows[0]["totaal"] if rows else 0)


async def list_vragers(conn: Connection, actor: Actor, regio_code: str) -> list[tuple[int, str]]:
    """Who asked for the plans of a region, by name."""
    rows = await conn.fetch(
        """
        select distinct account.id, account.naam from plannen plan
        join rekenruns run on run.id = plan.rekenrun_id
        join accounts account on account.id = run.gevraagd_door
        where plan.regio_code = any($1::text[]) and plan.regio_code = $2
        order by account.naam, account.id
        """,
        _regios(actor),
        regio_code,
    )
    return [(row["id"], row["naam"]) for row in rows]


async def list_plannen_after(conn: Connection, actor: Actor, *, na: int, aantal: int) -> list[Plan]:
    """So many plans with a higher id, in order of it."""
    rows = await conn.fetch(f"{_PLAN} and plan.id > $2 order by plan.id limit $3", _regios(actor), na, aantal)
    return [_plan(row) for row in rows]


async def list_plan_regels(conn: Connection, actor: Actor, plan_id: int) -> list[PlanRegel]:
    """The voorstellen of a plan by kenmerk; nothing for a stranger."""
    rows = await conn.fetch(
        """
        select deel.voorstel_id, deel.kandidaat_id, kandidaat.kenmerk, kandidaat.gemeente_id,
               gemeente.naam as gemeente, kandidaat.matchbaar_sinds, deel.leerwerkplek_id, plek.titel,
               vestiging.organisatie_id, organisatie.naam as organisatie, plaats.naam as plaats, plek.sector,
               voorstel.status, deel.startweek, deel.weken, vorm.naam as vorm_naam, voorstel.pin_reden,
               voorstel.pin_tot, voorstel.pin_startweek, voorstel.versie
        from plan_voorstellen deel
        join plannen plan on plan.id = deel.plan_id
        join voorstellen voorstel on voorstel.id = deel.voorstel_id
        join kandidaten kandidaat on kandidaat.id = deel.kandidaat_id
        join gemeenten gemeente on gemeente.id = kandidaat.gemeente_id
        join leerwerkplekken plek on plek.id = deel.leerwerkplek_id
        join vestigingen vestiging on vestiging.id = plek.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        join plaatsen plaats on plaats.id = vestiging.plaats_id
        join plaatsingsvormen vorm on vorm.code = deel.vorm
        where plan.regio_code = any($1::text[]) and plan.id = $2
        order by kandidaat.kenmerk
        """,
        _regios(actor),
        plan_id,
    )
    return [_regel(row) for row in rows]


async def list_niet_geplaatst(
    conn: Connection, actor: Actor, plan_id: int, filters: GeenPlekFilter | None = None
) -> list[NietGeplaatstRegel]:
    """For whom a plan has no plek, the longest waiting first; nothing for a stranger."""
    wanted = filters or GeenPlekFilter()
    rows = await conn.fetch(
        f"""
        {_NIET_GEPLAATST}
        where plan.regio_code = any($1::text[]) and plan.id = $2
          and ($3::text is null or exists (
              select from kandidaat_sectorwensen wens
              where wens.kandidaat_id = kandidaat.id and wens.sector = $3))
          and ($4::integer is null or kandidaat.gemeente_id = $4)
          and ($5::text is null or deel.reden = $5)
          and ($6::date is null or kandidaat.matchbaar_sinds <= $6)
        order by kandidaat.matchbaar_sinds nulls last, kandidaat.kenmerk
        """,
        _regios(actor),
        plan_id,
        wanted.sector,
        wanted.gemeente_id,
        wanted.reden,
        wanted.wacht_sinds,
    )
    return [NietGeplaatstRegel(**dict(row)) for row in rows]


_NIET_GEPLAATST = """
    select deel.kandidaat_id, kandidaat.kenmerk, gemeente.naam as gemeente, kandidaat.matchbaar_sinds,
           eerste.sector, deel.reden, deel.uitleg
    from plan_niet_geplaatst deel
    join plannen plan on plan.id = deel.plan_id
    join kandidaten kandidaat on kandidaat.id = deel.kandidaat_id
    join gemeenten gemeente on gemeente.id = kandidaat.gemeente_id
    left join kandidaat_sectorwensen eerste on eerste.kandidaat_id = kandidaat.id and eerste.rang = 1
"""


async def get_niet_geplaatst(
    conn: Connection, actor: Actor, plan_id: int, kandidaat_id: int
) -> NietGeplaatstRegel | None:
    """Why a plan has no plek for one person; None when it has one, or for a stranger."""
    row = await conn.fetchrow(
        f"{_NIET_GEPLAATST} where plan.regio_code = any($1::text[]) and plan.id = $2 and kandidaat.id = $3",
        _regios(actor),
        plan_id,
        kandidaat_id,
    )
    return None if row is None else NietGeplaatstRegel(**dict(row))


async def get_voorstel_id(conn: Connection, actor: Actor, plan_id: int, kandidaat_id: int) -> int | None:
    """The voorstel that a plan has for one person; None when it has none, or for a stranger."""
    found: int | None = await conn.fetchval(
        """
        select deel.voorstel_id from plan_voorstellen deel join plannen plan on plan.id = deel.plan_id
        where plan.regio_code = any($1::text[]) and plan.id = $2 and deel.kandidaat_id = $3
        """,
        _regios(actor),
        plan_id,
        kandidaat_id,
    )
    return found


async def count_open(conn: Connection, actor: Actor, plan_id: int) -> int:
    """How many voorstellen of a plan wait for a decision."""
    found: int = await conn.fetchval(
        """
        select count(*) from plan_voorstellen deel
        join plannen plan on plan.id = deel.plan_id
        join voorstellen voorstel on voorstel.id = deel.voorstel_id
        where plan.regio_code = any($1::text[]) and plan.id = $2 and voorstel.status = any($3::text[])
        """,
        _regios(actor),
        plan_id,
        OPEN,
    )
    return found


async def count_decisions_since(conn: Connection, actor: Actor, regio_code: str, since: datetime) -> int:
    """How many voorstellen of a region stand otherwise by people's decisions than at a moment.

    What was decided and undone again counts for nothing; the first decision since then says what was.
    """
    found: int = await conn.fetchval(
        """
        select count(*) from (
            select distinct on (onderwerp_id) onderwerp_id, gegevens -> 'was' as was from gebeurtenissen
            where regio_code = any($1::text[]) and regio_code = $2 and onderwerp = 'voorstel' and tijd > $3
              and account_id is not null
            order by onderwerp_id, id) eerste
        join voorstellen voorstel on voorstel.id = eerste.onderwerp_id
        where (voorstel.status, voorstel.pin_tot, voorstel.pin_startweek)
              is distinct from
              (was ->> 'status', (was ->> 'pin_tot')::date, (was ->> 'pin_startweek')::date)
        """,
        _regios(actor),
        regio_code,
        since,
    )
    return found


async def count_changes_since(conn: Connection, actor: Actor, regio_code: str, since: datetime) -> int:
    """How many profielen, plekken and praktijkopleiders that a run looks at were changed after a moment.

    What a rejection changes in a profile is left to `count_decisions_since`.
    """
    found: int = await conn.fetchval(
        """
        select count(distinct (gebeurd.onderwerp, gebeurd.onderwerp_id)) from gebeurtenissen gebeurd
        left join kandidaten kandidaat
          on gebeurd.onderwerp = 'kandidaat' and kandidaat.id = gebeurd.onderwerp_id
        left join leerwerkplekken plek
          on gebeurd.onderwerp = 'leerwerkplek' and plek.id = gebeurd.onderwerp_id
        where gebeurd.regio_code = any($1::text[]) and gebeurd.regio_code = $2 and gebeurd.tijd > $3
          and ((gebeurd.soort = 'profiel_gewijzigd' and kandidaat.status = 'matchbaar')
               or (gebeurd.soort = 'leerwerkplek_gewijzigd' and plek.status = 'gepubliceerd')
               or (gebeurd.soort = 'status_gewijzigd' and gebeurd.gegevens #> '{velden,status}' ? 'matchbaar')
               or gebeurd.soort in ('leerwerkplek_gepubliceerd', 'leerwerkplek_gesloten',
                                    'leerwerkplek_teruggezet', 'begeleiding_gewijzigd'))
        """,
        _regios(actor),
        regio_code,
        since,
    )
    return found


def _plan(row: asyncpg.Record) -> Plan:
    """One plan as a value."""
    values = {name: row[name] for name in Plan.__slots__}
    return Plan(**{**values, "status": PlanStatus(row["status"])})


def _regel(row: asyncpg.Record) -> PlanRegel:
    """One line of a worklist as a value."""
    values = dict(row)
    for name in ("pin_reden", "pin_tot", "pin_startweek"):
        del values[name]
    return PlanRegel(**{**values, "status": VoorstelStatus(row["status"]), "pin": to_pin(row)})
