"""All SQL of the catalogue; it is the same for everyone, so no actor is asked."""

from collections.abc import Sequence
from datetime import date

from marketplace.db import Connection
from marketplace.werkprocessen.model import Keuze, Keuzen, Kwalificatie, Plaatsingsvorm, Sector, Werkproces


async def list_sectoren(conn: Connection) -> list[Sector]:
    """Every sector, by its short name."""
    rows = await conn.fetch("select code, naam, kort from sectoren order by kort")
    return [Sector(**dict(row)) for row in rows]


async def list_voorwaarden(conn: Connection) -> list[Keuze]:
    """The functional conditions of work, by name."""
    rows = await conn.fetch("select code, naam, uitleg from voorwaarden order by naam")
    return [Keuze(row["code"], row["naam"], row["uitleg"]) for row in rows]


async def list_kwalificaties(conn: Connection, op: date) -> list[Kwalificatie]:
    """The kwalificaties that can be learned on a day, by name."""
    rows = await conn.fetch(
        "select crebo, naam, niveau from kwalificaties where geldig @> $1::date order by naam, crebo", op
    )
    return [Kwalificatie(**dict(row)) for row in rows]


async def list_plaatsingsvormen(conn: Connection) -> list[Plaatsingsvorm]:
    """The legal forms of a plaatsing, by name."""
    rows = await conn.fetch("select code, naam, eist_erkenning from plaatsingsvormen order by naam")
    return [Plaatsingsvorm(**dict(row)) for row in rows]


_KEUZEN = """
    select array(select code from sectoren) as sectoren,
           array(select code from plaatsingsvormen) as vormen,
           array(select code from voorwaarden) as voorwaarden,
           array(select id from werkprocessen) as werkprocessen,
           array(select crebo from kwalificaties where geldig @> $1::date) as crebos
"""


async def get_keuzen(conn: Connection, op: date) -> Keuzen:
    """What can be chosen on a day, in one statement: every plek and every kandidaat is held against it."""
    (row,) = await conn.fetch(_KEUZEN, op)
    return Keuzen(**{name: frozenset(codes) for name, codes in row.items()})


_WERKPROCESSEN = """
    select werkproces.id, werkproces.dossier_crebo, werkproces.crebo, kwalificatie.naam as kwalificatie,
           werkproces.code, werkproces.titel, werkproces.uitleg, werkproces.sector, werkproces.voorbeeld,
           werkproces.bron, werkproces.gearchiveerd_op is not null as gearchiveerd, werkproces.versie
    from werkprocessen werkproces
    left join kwalificaties kwalificatie on kwalificatie.crebo = werkproces.crebo
"""
_ORDER = "order by werkproces.sector, werkproces.dossier_crebo, werkproces.crebo nulls first, werkproces.code"


async def list_werkprocessen(conn: Connection) -> list[Werkproces]:
    """The whole catalogue, by sector and kwalificatie."""
    rows = await conn.fetch(f"{_WERKPROCESSEN} {_ORDER}")
    return [Werkproces(**dict(row)) for row in rows]


async def get_werkprocessen(conn: Connection, ids: Sequence[int]) -> list[Werkproces]:
    """Those of the catalogue with these ids; an unknown id is left out."""
    rows = await conn.fetch(f"{_WERKPROCESSEN} where werkproces.id = any($1::bigint[]) {_ORDER}", list(ids))
    return [Werkproces(**dict(row)) for row in rows]
