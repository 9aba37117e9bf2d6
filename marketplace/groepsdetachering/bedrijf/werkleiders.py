"""The verbs on the werkleiders of a SW-bedrijf, and their SQL: who leads, how much, when and what."""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.errors import InvalidInput
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.bedrijf.vastleggen import (
    Bij,
    Onderdeel,
    claim_rij,
    list_velden,
    one_of,
    put_away,
    record_bedrijf,
)
from marketplace.organisaties.vastleggen import refused_at
from marketplace.toegang.model import Actor
from marketplace.werkprocessen.queries import list_werkprocessen

LEAST_SPAN, MOST_SPAN = 1, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class WerkleiderGegevens:
    """What people fill in of a werkleider; `minuten` a week, `dagen` as a mask."""

    naam: str
    minuten: int
    span: int
    dagen: int
    trainingen: tuple[str, ...]
    werkprocessen: frozenset[int]


async def add_werkleider(conn: Connection, actor: Actor, bij: Bij, gegevens: WerkleiderGegevens) -> int:
    """Let somebody lead groups and give their id; raises InvalidInput with fields."""
    await own_bedrijf(conn, actor, bij.organisatie_id)
    await _expect_known(conn, gegevens)
    async with refused_at(conn, werkleider_naam_eenmalig="naam"):
        werkleider_id: int = await conn.fetchval(
            """
            insert into werkleiders (organisatie_id, naam, minuten, span, dagen, trainingen)
            values ($1, $2, $3, $4, $5, $6) returning id
            """,
            bij.organisatie_id,
            *_columns(gegevens),
        )
    await _put_werkprocessen(conn, bij, werkleider_id, gegevens)
    await record_bedrijf(conn, actor, bij, "werkleider_toegevoegd", "werkleider", werkleider_id)
    return werkleider_id


async def edit_werkleider(
    conn: Connection, actor: Actor, bij: Bij, werkleider_id: int, versie: int, gegevens: WerkleiderGegevens
) -> None:
    """Change a werkleider over this version; raises InvalidInput with fields, or StaleVersion."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    now = one_of(bedrijf.werkleiders, werkleider_id)
    await _expect_known(conn, gegevens)
    await claim_rij(conn, bij, Onderdeel.WERKLEIDER, werkleider_id, versie)
    async with refused_at(conn, werkleider_naam_eenmalig="naam"):
        await conn.execute(
            """
            update werkleiders set naam = $3, minuten = $4, span = $5, dagen = $6, trainingen = $7
            where organisatie_id = $1 and id = $2
            """,
            bij.organisatie_id,
            werkleider_id,
            *_columns(gegevens),
        )
    await conn.execute("delete from werkleider_werkprocessen where werkleider_id = $1", werkleider_id)
    await _put_werkprocessen(conn, bij, werkleider_id, gegevens)
    velden = list_velden(now, gegevens, personal=True)
    await record_bedrijf(
        conn, actor, bij, "werkleider_gewijzigd", "werkleider", werkleider_id, {"velden": velden}
    )


async def archive_werkleider(
    conn: Connection, actor: Actor, bij: Bij, werkleider_id: int, versie: int
) -> None:
    """Let somebody lead no more; raises Conflict while a plan of this week or later has them."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    one_of(bedrijf.werkleiders, werkleider_id)
    await put_away(conn, bij, Onderdeel.WERKLEIDER, werkleider_id, versie)
    await record_bedrijf(conn, actor, bij, "werkleider_gearchiveerd", "werkleider", werkleider_id)


def _columns(gegevens: WerkleiderGegevens) -> tuple[object, ...]:
    """The values in the order of the columns."""
    return (gegevens.naam, gegevens.minuten, gegevens.span, gegevens.dagen, list(gegevens.trainingen))


async def _expect_known(conn: Connection, gegevens: WerkleiderGegevens) -> None:
    """Raise InvalidInput for a werkproces that the catalogue does not have."""
    known = {each.id for each in await list_werkprocessen(conn)}
    if not gegevens.werkprocessen <= known:
        raise InvalidInput(fields={"werkprocessen": "Maak een keuze uit de lijst."})


async def _put_werkprocessen(
    conn: Connection, bij: Bij, werkleider_id: int, gegevens: WerkleiderGegevens
) -> None:
    """Write what somebody masters."""
    await conn.execute(
        """
        insert into werkleider_werkprocessen (organisatie_id, werkleider_id, werkproces_id)
        select $1, $2, unnest($3::bigint[])
        """,
        bij.organisatie_id,
        werkleider_id,
        sorted(gegevens.werkprocessen),
    )
