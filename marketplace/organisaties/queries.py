"""All SQL of organisaties: a werkgever reads the own one, an accountmanager those of the own regions.

`list_capaciteiten`, `list_erkenningen` and `list_opleidingen` are asked for a praktijkopleider, vestiging or
region that the caller has been allowed to see (or by the worker).
"""

from collections.abc import Sequence
from datetime import date

import asyncpg

from marketplace.db import Connection
from marketplace.organisaties.model import (
    Capaciteit,
    Erkenning,
    Nabijheid,
    Opleiding,
    Praktijkopleider,
    Vestiging,
)
from marketplace.toegang.model import Actor, Rol


def _reach(actor: Actor) -> tuple[list[int], list[str]]:
    """The arguments $1 and $2: where the actor is werkgever, where accountmanager."""
    return list(actor.organisaties_als(Rol.WERKGEVER)), list(actor.regios_als(Rol.ACCOUNTMANAGER))


async def list_vestigingen(conn: Connection, actor: Actor) -> list[Vestiging]:
    """The vestigingen that the actor may see and that can have a plek, by organisatie and name."""
    return await _fetch_vestigingen(conn, actor, None)


async def get_vestiging(conn: Connection, actor: Actor, vestiging_id: int) -> Vestiging | None:
    """One vestiging that can have a plek; None for a stranger."""
    found = await _fetch_vestigingen(conn, actor, vestiging_id)
    return found[0] if found else None


async def _fetch_vestigingen(conn: Connection, actor: Actor, vestiging_id: int | None) -> list[Vestiging]:
    """All visible vestigingen, or the one asked for; those of a school have no plekken."""
    rows = await conn.fetch(
        """
        select vestiging.id, vestiging.naam, vestiging.organisatie_id, organisatie.naam as organisatie,
               organisatie.regio_code, plaats.naam as plaats, gemeente.naam as gemeente,
               plaats.lat, plaats.lon, organisatie.voorbeeld
        from vestigingen vestiging
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        join plaatsen plaats on plaats.id = vestiging.plaats_id
        join gemeenten gemeente on gemeente.id = plaats.gemeente_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and ($3::bigint is null or vestiging.id = $3)
          and organisatie.soort <> 'mbo'
        order by organisatie.naam, vestiging.naam
        """,
        *_reach(actor),
        vestiging_id,
    )
    return [Vestiging(**dict(row)) for row in rows]


async def list_praktijkopleiders(conn: Connection, actor: Actor) -> list[Praktijkopleider]:
    """The praktijkopleiders of the vestigingen that the actor may see, with their time for guidance."""
    rows = await conn.fetch(
        """
        select po.id, po.vestiging_id, po.naam, po.voorbeeld, po.versie
        from praktijkopleiders po
        join vestigingen vestiging on vestiging.id = po.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
        order by po.naam, po.id
        """,
        *_reach(actor),
    )
    capaciteiten = await list_capaciteiten(conn, [row["id"] for row in rows])
    return [
        Praktijkopleider(
            **dict(row),
            capaciteiten=tuple(each for each in capaciteiten if each.praktijkopleider_id == row["id"]),
        )
        for row in rows
    ]


async def list_capaciteiten(conn: Connection, praktijkopleider_ids: Sequence[int]) -> list[Capaciteit]:
    """The time for guidance of these praktijkopleiders, in order of person and time."""
    rows = await conn.fetch(
        """
        select praktijkopleider_id, lower(periode) as van, upper(periode) as tot, nabijheid, minuten_per_week
        from begeleidingscapaciteiten where praktijkopleider_id = any($1::bigint[])
        order by praktijkopleider_id, lower(periode)
        """,
        list(praktijkopleider_ids),
    )
    return [
        Capaciteit(
            praktijkopleider_id=row["praktijkopleider_id"],
            van=row["van"],
            tot=row["tot"],
            nabijheid=Nabijheid(row["nabijheid"]),
            minuten=row["minuten_per_week"],
        )
        for row in rows
    ]


async def list_erkenningen(conn: Connection, vestiging_ids: Sequence[int]) -> list[Erkenning]:
    """The erkenningen of these vestigingen with the werkprocessen they are limited to, in order of time."""
    rows = await conn.fetch(
        """
        select erkenning.vestiging_id, erkenning.crebo, kwalificatie.naam as kwalificatie,
               lower(erkenning.periode) as van, upper(erkenning.periode) as tot,
               (select array_agg(beperkt.werkproces_id) from erkenning_werkprocessen beperkt
                where beperkt.erkenning_id = erkenning.id) as werkprocessen
        from erkenningen erkenning
        join kwalificaties kwalificatie on kwalificatie.crebo = erkenning.crebo
        where erkenning.vestiging_id = any($1::bigint[])
        order by erkenning.vestiging_id, lower(erkenning.periode), erkenning.crebo
        """,
        list(vestiging_ids),
    )
    return [_erkenning(row) for row in rows]


def _erkenning(row: asyncpg.Record) -> Erkenning:
    """One erkenning as a value."""
    limits = row["werkprocessen"]
    return Erkenning(**{**dict(row), "werkprocessen": None if limits is None else frozenset(limits)})


async def list_opleidingen(conn: Connection, regio_code: str, van: date, tot: date) -> list[Opleiding]:
    """What schools offer to kandidaten of a region on some day of [van, tot)."""
    rows = await conn.fetch(
        """
        select organisatie_id, crebo, lower(periode) as van, upper(periode) as tot from opleidingen
        where $1 = any(regio_codes) and periode && daterange($2, $3)
        order by crebo, lower(periode), organisatie_id
        """,
        regio_code,
        van,
        tot,
    )
    return [Opleiding(**dict(row)) for row in rows]
