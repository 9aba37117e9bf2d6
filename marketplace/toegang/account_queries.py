"""SQL that reads accounts for who manages them: a beheerder of their regio, or of their organisatie."""

from datetime import datetime

import asyncpg

from marketplace.db import Connection
from marketplace.toegang.model import Account, AccountRol, Actor, Rol, RolKeuze, RolPlaats
from marketplace.toegang.rechten import BEHEERT_ACCOUNTS

# Each role, and whether it lies in a regio of $1, at an organisatie there, or at one of organisaties $2.
ROLLEN_MET_BEREIK = """
    select rol.id, rol.account_id, rol.rol, rol.regio_code, rol.organisatie_id,
           organisatie.naam as organisatie,
           coalesce(coalesce(rol.regio_code, organisatie.regio_code) = any($1::text[])
                    or rol.organisatie_id = any($2::bigint[]), false) as beheerd
    from account_rollen rol
    left join organisaties organisatie on organisatie.id = rol.organisatie_id
"""

_ACCOUNTS = f"""
    select account.id, account.naam, account.email, account.actief, account.heeft_wachtwoord, account.versie,
           bool_and(bereik.beheerd) as geheel,
           jsonb_agg(jsonb_build_object(
               'id', bereik.id, 'rol', bereik.rol, 'naam', rollen.naam, 'regio_code', bereik.regio_code,
               'organisatie_id', bereik.organisatie_id,
               'plaats', coalesce('regio ' || regio.naam, bereik.organisatie)
           ) order by rollen.naam, bereik.organisatie) filter (where bereik.beheerd) as rollen,
           case when bool_and(bereik.beheerd) then
               (select count(*) from sessies sessie
                where sessie.account_id = account.id and sessie.ingetrokken_op is null
                  and sessie.verloopt_op > $3) else 0 end as sessies,
           case when bool_and(bereik.beheerd) then
               (select max(sessie.aangemaakt_op) from sessies sessie
                where sessie.account_id = account.id) end as laatst_ingelogd
    from accounts account
    join ({ROLLEN_MET_BEREIK}) bereik on bereik.account_id = account.id
    join rollen on rollen.code = bereik.rol
    left join regios regio on regio.code = bereik.regio_code
    where account.soort = 'mens' and ($4::bigint is null or account.id = $4)
      and ($5::bigint is null or account.id = (select account_id from account_rollen where id = $5))
    group by account.id
    having bool_or(bereik.beheerd)
    order by account.naam, account.id
"""  # noqa: S608 (a condition of our own)


def reach(actor: Actor) -> tuple[list[str], list[int]]:
    """The arguments $1 and $2: the regios and the organisaties whose accounts the actor manages."""
    return list(actor.regios_als(*BEHEERT_ACCOUNTS)), list(actor.organisaties_als(*BEHEERT_ACCOUNTS))


async def list_accounts(conn: Connection, actor: Actor, now: datetime) -> list[Account]:
    """The accounts of people with a role within what the actor manages."""
    rows = await conn.fetch(_ACCOUNTS, *reach(actor), now, None, None)
    return [_account(row) for row in rows]


async def list_zoekteksten(conn: Connection, actor: Actor) -> list[tuple[int, str]]:
    """Of each account of `list_accounts` its name and address, with the roles and places that are managed."""
    rows = await conn.fetch(
        f"""
        select account.id, concat_ws(' ', account.naam, account.email,
               string_agg(concat_ws(' ', rollen.naam, regio.naam, bereik.organisatie), ' ')) as tekst
        from accounts account
        join ({ROLLEN_MET_BEREIK}) bereik on bereik.account_id = account.id and bereik.beheerd
        join rollen on rollen.code = bereik.rol
        left join regios regio on regio.code = bereik.regio_code
        where account.soort = 'mens'
        group by account.id
        order by account.naam, account.id
        """,  # noqa: S608 (a query of our own)
        *reach(actor),
    )
    return [(row["id"], row["tekst"]) for row in rows]


async def get_account(conn: Connection, actor: Actor, account_id: int, now: datetime) -> Account | None:
    """One account with a role within what the actor manages; None for any other."""
    row = await conn.fetchrow(_ACCOUNTS, *reach(actor), now, account_id, None)
    return None if row is None else _account(row)


async def get_account_met_rol(conn: Connection, actor: Actor, rol_id: int, now: datetime) -> Account | None:
    """The account that holds this role; None when none of its roles lies within what the actor manages."""
    row = await conn.fetchrow(_ACCOUNTS, *reach(actor), now, None, rol_id)
    return None if row is None else _account(row)


def _account(row: asyncpg.Record) -> Account:
    """One account row as a value."""
    rollen = tuple(
        AccountRol(
            id=each["id"],
            rol=Rol(each["rol"]),
            naam=each["naam"],
            plaats=RolPlaats(
                naam=each["plaats"], regio_code=each["regio_code"], organisatie_id=each["organisatie_id"]
            ),
        )
        for each in row["rollen"]
    )
    return Account(**{**dict(row), "rollen": rollen})


async def list_plaatsen(conn: Connection, actor: Actor) -> list[RolPlaats]:
    """Where the actor can give roles: the own regios first, then organisaties by name."""
    rows = await conn.fetch(
        """
        select 'regio ' || naam as naam, code as regio_code, null::bigint as organisatie_id
        from regios where code = any($1::text[])
        union all
        select naam, null, id from organisaties
        where (regio_code = any($1::text[]) or id = any($2::bigint[])) and gearchiveerd_op is null
        order by regio_code nulls last, naam
        """,
        *reach(actor),
    )
    return [RolPlaats(**dict(row)) for row in rows]


async def list_rollen(conn: Connection, plaats: RolPlaats) -> list[RolKeuze]:
    """The roles that can stand at a place of `list_plaatsen`."""
    rows = await conn.fetch(
        """
        select code as rol, naam from rollen
        where case when $1::bigint is null then in_regio
              else (select soort from organisaties where id = $1) = any(organisatiesoorten) end
        order by naam
        """,
        plaats.organisatie_id,
    )
    return [RolKeuze(rol=Rol(row["rol"]), naam=row["naam"]) for row in rows]


async def get_regio_of_plaats(conn: Connection, plaats: RolPlaats) -> str | None:
    """The regio that a place is or lies in."""
    code: str | None = await conn.fetchval(
        "select coalesce($1, (select regio_code from organisaties where id = $2))",
        plaats.regio_code,
        plaats.organisatie_id,
    )
    return code
