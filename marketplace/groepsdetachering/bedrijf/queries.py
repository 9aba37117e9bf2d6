"""The SQL that reads what a SW-bedrijf lends out groups with: who reads its people sees it."""

from collections import defaultdict
from collections.abc import Sequence

from marketplace.db import Connection
from marketplace.groepsdetachering.bedrijf.model import (
    Afdeling,
    Bedrijf,
    Beleid,
    Bus,
    Opstapplaats,
    Periode,
    Trede,
    Werkleider,
)
from marketplace.toegang.model import Actor
from marketplace.toegang.rechten import LEEST_MENSEN
from marketplace.werkprocessen.model import Fase

_BELEID = """
    select beleid.organisatie_id, organisatie.naam, organisatie.regio_code, beleid.weken,
           beleid.fase_volgorde, beleid.max_rit, beleid.max_omweg, beleid.loon, beleid.leiding,
           beleid.kilometer, beleid.uitstroom_per_groep, beleid.terugkeer_maanden, beleid.waarschuwing_weken,
           beleid.lagen, beleid.versie
    from detacheringsbeleid beleid join organisaties organisatie on organisatie.id = beleid.organisatie_id
    where beleid.organisatie_id = any($1::bigint[])
"""


def bedrijven_of(actor: Actor) -> list[int]:
    """The SW-bedrijven whose people the actor reads."""
    return list(actor.organisaties_als(*LEEST_MENSEN))


async def list_beleid(conn: Connection, actor: Actor) -> list[Beleid]:
    """The SW-bedrijven of the actor that lend out groups, by name."""
    rows = await conn.fetch(f"{_BELEID} order by organisatie.naam", bedrijven_of(actor))
    return [Beleid(**{**dict(row), "lagen": tuple(row["lagen"])}) for row in rows]


async def get_bedrijf(conn: Connection, actor: Actor, organisatie_id: int) -> Bedrijf | None:
    """A SW-bedrijf with what it lends out groups with; None for a stranger."""
    return await read_bedrijf(conn, bedrijven_of(actor), organisatie_id)


async def read_bedrijf(conn: Connection, bedrijven: Sequence[int], organisatie_id: int) -> Bedrijf | None:
    """The same, of these SW-bedrijven; for a worker too."""
    row = await conn.fetchrow(f"{_BELEID} and beleid.organisatie_id = $2", list(bedrijven), organisatie_id)
    if row is None:
        return None
    return Bedrijf(
        beleid=Beleid(**{**dict(row), "lagen": tuple(row["lagen"])}),
        treden=await _list_treden(conn, organisatie_id),
        afdelingen=await _list_afdelingen(conn, organisatie_id),
        werkleiders=await _list_werkleiders(conn, organisatie_id),
        opstapplaatsen=await _list_opstapplaatsen(conn, organisatie_id),
        bussen=await _list_bussen(conn, organisatie_id),
    )


async def _list_treden(conn: Connection, organisatie_id: int) -> tuple[Trede, ...]:
    """The treden from inside to outside."""
    rows = await conn.fetch(
        "select nummer, naam, uitleg, fase from treden where organisatie_id = $1 order by nummer",
        organisatie_id,
    )
    return tuple(Trede(**{**dict(row), "fase": row["fase"] and Fase(row["fase"])}) for row in rows)


async def _list_afdelingen(conn: Connection, organisatie_id: int) -> tuple[Afdeling, ...]:
    """The afdelingen by name."""
    rows = await conn.fetch(
        """
        select id, naam, minimum, gewenst, versie from afdelingen
        where organisatie_id = $1 and gearchiveerd_op is null order by naam
        """,
        organisatie_id,
    )
    return tuple(
        Afdeling(**{**dict(row), "minimum": tuple(row["minimum"]), "gewenst": tuple(row["gewenst"])})
        for row in rows
    )


async def _list_werkleiders(conn: Connection, organisatie_id: int) -> tuple[Werkleider, ...]:
    """The werkleiders by name, with what they master and when they are away."""
    rows = await conn.fetch(
        """
        select id, naam, minuten, span, dagen, trainingen, versie,
               array(select werkproces_id from werkleider_werkprocessen kan
                     where kan.werkleider_id = werkleider.id order by 1) as werkprocessen
        from werkleiders werkleider
        where organisatie_id = $1 and gearchiveerd_op is null order by naam
        """,
        organisatie_id,
    )
    away = await _away(conn, "werkleider", organisatie_id)
    return tuple(
        Werkleider(
            **{
                **dict(row),
                "trainingen": tuple(row["trainingen"]),
                "werkprocessen": frozenset(row["werkprocessen"]),
            },
            afwezig=away[row["id"]],
        )
        for row in rows
    )


async def _list_opstapplaatsen(conn: Connection, organisatie_id: int) -> tuple[Opstapplaats, ...]:
    """The stops by name."""
    rows = await conn.fetch(
        """
        select stop.id, stop.naam, stop.plaats_id, plaats.naam as plaats, plaats.lat, plaats.lon, stop.versie
        from opstapplaatsen stop join plaatsen plaats on plaats.id = stop.plaats_id
        where stop.organisatie_id = $1 and stop.gearchiveerd_op is null order by stop.naam
        """,
        organisatie_id,
    )
    return tuple(Opstapplaats(**dict(row)) for row in rows)


async def _list_bussen(conn: Connection, organisatie_id: int) -> tuple[Bus, ...]:
    """The buses by name, with their stops in order and when they do not ride."""
    rows = await conn.fetch(
        """
        select bus.id, bus.naam, bus.plaatsen, bus.plaats_id, plaats.naam as plaats, plaats.lat, plaats.lon,
               bus.versie,
               array(select opstapplaats_id from bus_opstapplaatsen deel
                     where deel.bus_id = bus.id order by deel.nummer) as opstapplaatsen
        from bussen bus join plaatsen plaats on plaats.id = bus.plaats_id
        where bus.organisatie_id = $1 and bus.gearchiveerd_op is null order by bus.naam
        """,
        organisatie_id,
    )
    away = await _away(conn, "bus", organisatie_id)
    return tuple(
        Bus(**{**dict(row), "opstapplaatsen": tuple(row["opstapplaatsen"])}, afwezig=away[row["id"]])
        for row in rows
    )


async def _away(conn: Connection, wat: str, organisatie_id: int) -> dict[int, tuple[Periode, ...]]:
    """By werkleider or bus when it is away."""
    rows = await conn.fetch(
        f"""
        select {wat}_id as id, lower(periode) as van, upper(periode) as tot from {wat}_afwezig
        where organisatie_id = $1 order by van
        """,  # noqa: S608 (one of two tables of our own)
        organisatie_id,
    )
    found: dict[int, tuple[Periode, ...]] = defaultdict(tuple)
    for row in rows:
        found[row["id"]] += (Periode(van=row["van"], tot=row["tot"]),)
    return found
