"""All SQL of API keys: a beheerder sees those of accounts in the own regios or at the own organisaties."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import asyncpg

from marketplace.clock import AMSTERDAM
from marketplace.db import Connection
from marketplace.toegang.model import Actor, Rol, Toekenning
from marketplace.toegang.rechten import BEHEERT_ACCOUNTS


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiSleutel:
    """A key as its beheerder sees it; the key itself is known to nobody any more."""

    id: int
    naam: str
    waar: str
    rol_naam: str
    toekenning: Toekenning
    scopes: tuple[str, ...]
    aangemaakt_op: datetime
    aangemaakt_door: str
    verloopt_op: datetime
    ingetrokken_op: datetime | None
    laatst_gebruikt_op: datetime | None

    @property
    def laatste_dag(self) -> date:
        """The last day on which it holds."""
        return self.verloopt_op.astimezone(AMSTERDAM).date() - timedelta(days=1)

    def holds(self, moment: datetime) -> bool:
        """Whether a program can still come in with it."""
        return self.ingetrokken_op is None and moment < self.verloopt_op


@dataclass(frozen=True, slots=True, kw_only=True)
class SleutelRol:
    """A role at a place that a key can have, and what people call it."""

    toekenning: Toekenning
    naam: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dienst:
    """The program behind a request: who it acts as and what its key allows."""

    sleutel_id: int
    actor: Actor
    scopes: frozenset[str]


async def insert_dienst(conn: Connection, naam: str, toekenning: Toekenning, now: datetime) -> int | None:
    """Make the account of a program; None when who acts is no beheerder of that place."""
    made: int | None = await conn.fetchval(
        "select maak_dienst($1, $2, $3, $4, $5)",
        naam,
        toekenning.rol,
        toekenning.regio_code,
        toekenning.organisatie_id,
        now,
    )
    return made


async def insert_sleutel(
    conn: Connection,
    actor: Actor,
    *,
    account_id: int,
    naam: str,
    token_hash: bytes,
    scopes: Sequence[str],
    now: datetime,
    ends: datetime,
) -> int:
    """Store a key of an account that has just been made; returns its id."""
    made: int = await conn.fetchval(
        """
        insert into api_sleutels
            (account_id, naam, token_hash, scopes, aangemaakt_op, aangemaakt_door, verloopt_op)
        values ($1, $2, $3, $4, $5, $6, $7) returning id
        """,
        account_id,
        naam,
        token_hash,
        list(scopes),
        now,
        actor.account_id,
        ends,
    )
    return made


_SLEUTELS = """
    select sleutel.id, sleutel.naam, coalesce(regio.naam, organisatie.naam) as waar, rollen.naam as rol_naam,
           rol.rol, rol.regio_code, rol.organisatie_id, sleutel.scopes, sleutel.aangemaakt_op,
           coalesce(maker.naam, 'een andere beheerder') as aangemaakt_door, sleutel.verloopt_op,
           sleutel.ingetrokken_op, sleutel.laatst_gebruikt_op
    from api_sleutels sleutel
    left join accounts maker on maker.id = sleutel.aangemaakt_door
    join account_rollen rol on rol.account_id = sleutel.account_id
    join rollen on rollen.code = rol.rol
    left join regios regio on regio.code = rol.regio_code
    left join organisaties organisatie on organisatie.id = rol.organisatie_id
    where (rol.organisatie_id = any($1::bigint[])
           or coalesce(rol.regio_code, organisatie.regio_code) = any($2::text[]))
"""


def _reach(actor: Actor) -> tuple[list[int], list[str]]:
    """The arguments $1 and $2: the organisaties and the regios of which the actor is beheerder."""
    return list(actor.organisaties_als(*BEHEERT_ACCOUNTS)), list(actor.regios_als(*BEHEERT_ACCOUNTS))


async def list_sleutels(conn: Connection, actor: Actor) -> list[ApiSleutel]:
    """The keys that the actor looks after: those that hold first, then the newest."""
    rows = await conn.fetch(
        f"{_SLEUTELS} order by sleutel.ingetrokken_op is not null, sleutel.id desc", *_reach(actor)
    )
    return [_sleutel(row) for row in rows]


async def get_sleutel(conn: Connection, actor: Actor, sleutel_id: int) -> ApiSleutel | None:
    """One key; None for a stranger."""
    row = await conn.fetchrow(f"{_SLEUTELS} and sleutel.id = $3", *_reach(actor), sleutel_id)
    return None if row is None else _sleutel(row)


async def revoke_sleutel(conn: Connection, actor: Actor, sleutel_id: int, now: datetime) -> bool:
    """Withdraw a key; False when it is not the actor's or was withdrawn already."""
    found = await conn.fetchval(
        """
        update api_sleutels sleutel set ingetrokken_op = $4
        from account_rollen rol left join organisaties organisatie on organisatie.id = rol.organisatie_id
        where rol.account_id = sleutel.account_id
          and (rol.organisatie_id = any($1::bigint[])
               or coalesce(rol.regio_code, organisatie.regio_code) = any($2::text[]))
          and sleutel.id = $3 and sleutel.ingetrokken_op is null
        returning sleutel.id
        """,
        *_reach(actor),
        sleutel_id,
        now,
    )
    return found is not None


async def list_rollen(conn: Connection, actor: Actor) -> list[SleutelRol]:
    """Every role that can stand in a regio or at an organisatie of which the actor is beheerder, by name."""
    rows = await conn.fetch(
        """
        select rol.code as rol, plaats.regio_code, plaats.organisatie_id,
               rol.naam || ': ' || plaats.naam as naam
        from (
            select code as regio_code, null::bigint as organisatie_id, null as soort, naam
            from regios where code = any($2::text[])
            union all
            select null, id, soort, naam from organisaties where id = any($1::bigint[])
        ) plaats
        join rollen rol on case when plaats.organisatie_id is null then rol.in_regio
                                else plaats.soort = any(rol.organisatiesoorten) end
        order by plaats.organisatie_id is not null, plaats.naam, rol.naam
        """,
        *_reach(actor),
    )
    return [SleutelRol(toekenning=_toekenning(row), naam=row["naam"]) for row in rows]


async def list_rolnamen(conn: Connection) -> dict[str, str]:
    """What each role is called."""
    return {row["code"]: row["naam"] for row in await conn.fetch("select code, naam from rollen")}


async def find_dienst(conn: Connection, token_hash: bytes, now: datetime) -> Dienst | None:
    """Who acts with this key, with the roles of now; None when there is none, or it ended or is off."""
    rows = await conn.fetch("select * from zoek_api_sleutel($1, $2)", token_hash, now)
    if not rows:
        return None
    first = rows[0]
    toekenningen = tuple(_toekenning(row) for row in rows if row["rol"] is not None)
    actor = Actor(
        account_id=first["account_id"],
        naam=first["naam"],
        email=first["email"],
        toekenningen=toekenningen,
    )
    return Dienst(sleutel_id=first["sleutel_id"], actor=actor, scopes=frozenset(first["scopes"]))


def _toekenning(row: asyncpg.Record) -> Toekenning:
    """The role in a row."""
    return Toekenning(
        rol=Rol(row["rol"]),
        regio_code=row["regio_code"],
        organisatie_id=row["organisatie_id"],
        kandidaat_id=row.get("kandidaat_id"),
    )


def _sleutel(row: asyncpg.Record) -> ApiSleutel:
    """One key as a value."""
    values = {name: row[name] for name in row.keys() if name not in {"rol", "regio_code", "organisatie_id"}}  # noqa: SIM118 (a Record is no mapping)
    return ApiSleutel(**{**values, "scopes": tuple(row["scopes"]), "toekenning": _toekenning(row)})
