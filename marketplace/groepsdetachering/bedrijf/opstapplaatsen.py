"""The verbs on the opstapplaatsen of a SW-bedrijf, and their SQL: where its buses can stop."""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.errors import Conflict
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.bedrijf.vastleggen import (
    Bij,
    Onderdeel,
    claim_rij,
    expect_plaats,
    list_velden,
    one_of,
    put_away,
    record_bedrijf,
)
from marketplace.organisaties.vastleggen import refused_at
from marketplace.toegang.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class OpstapplaatsGegevens:
    """What people fill in of an opstapplaats."""

    naam: str
    plaats_id: int


async def add_opstapplaats(conn: Connection, actor: Actor, bij: Bij, gegevens: OpstapplaatsGegevens) -> int:
    """Let buses stop somewhere and give its id; raises InvalidInput with fields."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    await expect_plaats(conn, bij, bedrijf.beleid.regio_code, gegevens.plaats_id)
    async with refused_at(conn, opstapplaats_naam_eenmalig="naam"):
        opstapplaats_id: int = await conn.fetchval(
            "insert into opstapplaatsen (organisatie_id, naam, plaats_id) values ($1, $2, $3) returning id",
            bij.organisatie_id,
            gegevens.naam,
            gegevens.plaats_id,
        )
    await record_bedrijf(conn, actor, bij, "opstapplaats_toegevoegd", "opstapplaats", opstapplaats_id)
    return opstapplaats_id


async def edit_opstapplaats(
    conn: Connection,
    actor: Actor,
    bij: Bij,
    opstapplaats_id: int,
    versie: int,
    gegevens: OpstapplaatsGegevens,
) -> None:
    """Change an opstapplaats over this version; raises InvalidInput with fields, or StaleVersion."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    now = one_of(bedrijf.opstapplaatsen, opstapplaats_id)
    if gegevens.plaats_id != now.plaats_id:
        await expect_plaats(conn, bij, bedrijf.beleid.regio_code, gegevens.plaats_id)
    await claim_rij(conn, bij, Onderdeel.OPSTAPPLAATS, opstapplaats_id, versie)
    async with refused_at(conn, opstapplaats_naam_eenmalig="naam"):
        await conn.execute(
            "update opstapplaatsen set naam = $3, plaats_id = $4 where organisatie_id = $1 and id = $2",
            bij.organisatie_id,
            opstapplaats_id,
            gegevens.naam,
            gegevens.plaats_id,
        )
    velden = list_velden(now, gegevens)
    await record_bedrijf(
        conn, actor, bij, "opstapplaats_gewijzigd", "opstapplaats", opstapplaats_id, {"velden": velden}
    )


async def archive_opstapplaats(
    conn: Connection, actor: Actor, bij: Bij, opstapplaats_id: int, versie: int
) -> None:
    """Let no bus stop here any more; raises Conflict while one does, or a plan from this week on has it."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    one_of(bedrijf.opstapplaatsen, opstapplaats_id)
    stops = [each.naam for each in bedrijf.bussen if opstapplaats_id in each.opstapplaatsen]
    if stops:
        message = f"Hier stopt nog een bus: {', '.join(stops)}. Haal de opstapplaats eerst daar weg."
        raise Conflict(message)
    await put_away(conn, bij, Onderdeel.OPSTAPPLAATS, opstapplaats_id, versie)
    await record_bedrijf(conn, actor, bij, "opstapplaats_gearchiveerd", "opstapplaats", opstapplaats_id)
