"""The SQL that reads what belongs to organisaties: who may see it stands in `zicht`.

`list_capaciteiten`, `list_erkenningen` and `list_opleidingen` are asked for a praktijkopleider, vestiging or
region that the caller has been allowed to see (or by the worker).
"""

from collections.abc import Sequence
from datetime import date

import asyncpg

from marketplace.db import Connection
from marketplace.organisaties.model import (
    MBO,
    Capaciteit,
    Erkenning,
    Nabijheid,
    Opleiding,
    Praktijkopleider,
    Vestiging,
)
from marketplace.organisaties.zicht import readers
from marketplace.toegang.model import Actor


async def list_vestigingen(conn: Connection, actor: Actor) -> list[Vestiging]:
    """The vestigingen that the actor may see and that can have a plek, by organisatie and name."""
    return [each for each in await _fetch_vestigingen(conn, actor) if _takes_plekken(each)]


async def get_vestiging(conn: Connection, actor: Actor, vestiging_id: int) -> Vestiging | None:
    """One vestiging that can have a plek; None for a stranger."""
    found = await find_vestiging(conn, actor, vestiging_id)
    return found if found and _takes_plekken(found) else None


async def find_vestiging(conn: Connection, actor: Actor, vestiging_id: int) -> Vestiging | None:
    """One vestiging, archived or not; None for a stranger."""
    found = await _fetch_vestigingen(conn, actor, vestiging_id=vestiging_id)
    return found[0] if found else None


async def list_vestigingen_of(conn: Connection, actor: Actor, organisatie_id: int) -> list[Vestiging]:
    """Every vestiging of an organisatie, those that were archived last; none for a stranger."""
    found = await _fetch_vestigingen(conn, actor, organisatie_id=organisatie_id)
    return sorted(found, key=lambda each: each.gearchiveerd_op is not None)


def _takes_plekken(vestiging: Vestiging) -> bool:
    """Whether a vestiging can have a plek: it is there and no school's."""
    return vestiging.gearchiveerd_op is None and vestiging.organisatie_soort != MBO


async def _fetch_vestigingen(
    conn: Connection, actor: Actor, vestiging_id: int | None = None, organisatie_id: int | None = None
) -> list[Vestiging]:
    """All visible vestigingen, or those asked for; with an archived organisatie all of its are archived."""
    rows = await conn.fetch(
        """
        select vestiging.id, vestiging.naam, vestiging.organisatie_id, organisatie.naam as organisatie,
               organisatie.soort as organisatie_soort, organisatie.regio_code, vestiging.plaats_id,
               plaats.naam as plaats, gemeente.naam as gemeente, plaats.lat, plaats.lon,
               vestiging.leerbedrijf_id, organisatie.voorbeeld, vestiging.versie,
               coalesce(organisatie.gearchiveerd_op, vestiging.gearchiveerd_op) as gearchiveerd_op
        from vestigingen vestiging
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        join plaatsen plaats on plaats.id = vestiging.plaats_id
        join gemeenten gemeente on gemeente.id = plaats.gemeente_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and ($3::bigint is null or vestiging.id = $3)
          and ($4::bigint is null or organisatie.id = $4)
        order by organisatie.naam, vestiging.naam
        """,
        *readers(actor),
        vestiging_id,
        organisatie_id,
    )
    return [Vestiging(**dict(row)) for row in rows]


async def get_praktijkopleider(
    conn: Connection, actor: Actor, praktijkopleider_id: int
) -> Praktijkopleider | None:
    """One praktijkopleider with the time for guidance; None for a stranger."""
    found = await list_praktijkopleiders(conn, actor, praktijkopleider_id)
    return found[0] if found else None


async def list_praktijkopleiders(
    conn: Connection, actor: Actor, praktijkopleider_id: int | None = None
) -> list[Praktijkopleider]:
    """The praktijkopleiders of the vestigingen that the actor may see, with their time for guidance.

    Those who left are among them: they led what has been.
    """
    rows = await conn.fetch(
        """
        select po.id, po.vestiging_id, po.naam, po.tot, po.voorbeeld, po.versie
        from praktijkopleiders po
        join vestigingen vestiging on vestiging.id = po.vestiging_id
        join organisaties organisatie on organisatie.id = vestiging.organisatie_id
        where (organisatie.id = any($1::bigint[]) or organisatie.regio_code = any($2::text[]))
          and ($3::bigint is null or po.id = $3)
        order by po.naam, po.id
        """,
        *readers(actor),
        praktijkopleider_id,
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
        select erkenning.id, erkenning.vestiging_id, erkenning.crebo, kwalificatie.naam as kwalificatie,
               lower(erkenning.periode) as van, upper(erkenning.periode) as tot,
               erkenning.gecontroleerd_op, erkenning.versie,
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
        select opleiding.id, opleiding.organisatie_id, opleiding.crebo, kwalificatie.naam as kwalificatie,
               lower(opleiding.periode) as van, upper(opleiding.periode) as tot, opleiding.regio_codes,
               opleiding.versie
        from opleidingen opleiding
        join kwalificaties kwalificatie on kwalificatie.crebo = opleiding.crebo
        where $1 = any(opleiding.regio_codes) and opleiding.periode && daterange($2, $3)
        order by opleiding.crebo, lower(opleiding.periode), opleiding.organisatie_id
        """,
        regio_code,
        van,
        tot,
    )
    return [_opleiding(row) for row in rows]


async def list_opleidingen_of(conn: Connection, organisatie_id: int) -> list[Opleiding]:
    """Everything a school offers, offered or will offer, by kwalificatie and time."""
    rows = await conn.fetch(
        """
        select opleiding.id, opleiding.organisatie_id, opleiding.crebo, kwalificatie.naam as kwalificatie,
               lower(opleiding.periode) as van, upper(opleiding.periode) as tot, opleiding.regio_codes,
               opleiding.versie
        from opleidingen opleiding
        join kwalificaties kwalificatie on kwalificatie.crebo = opleiding.crebo
        where opleiding.organisatie_id = $1
        order by kwalificatie.naam, opleiding.crebo, lower(opleiding.periode)
        """,
        organisatie_id,
    )
    return [_opleiding(row) for row in rows]


def _opleiding(row: asyncpg.Record) -> Opleiding:
    """One opleiding as a value."""
    return Opleiding(**{**dict(row), "regio_codes": tuple(row["regio_codes"])})
