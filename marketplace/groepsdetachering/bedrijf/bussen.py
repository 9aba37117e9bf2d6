"""The verbs on the bussen of a SW-bedrijf, and their SQL: how many seats, from where, past which stops."""

from dataclasses import dataclass

from marketplace.db import Connection
from marketplace.errors import InvalidInput
from marketplace.groepsdetachering.bedrijf.eigen import own_bedrijf
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
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

LEAST_PLAATSEN, MOST_PLAATSEN = 1, 60
MOST_STOPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class BusGegevens:
    """What people fill in of a bus; it passes its opstapplaatsen in this order."""

    naam: str
    plaatsen: int
    plaats_id: int
    opstapplaatsen: tuple[int, ...]


async def add_bus(conn: Connection, actor: Actor, bij: Bij, gegevens: BusGegevens) -> int:
    """Let a bus ride and give its id; raises InvalidInput with fields."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    await expect_plaats(conn, bij, bedrijf.beleid.regio_code, gegevens.plaats_id)
    _expect_stops(bedrijf, gegevens.opstapplaatsen)
    async with refused_at(conn, bus_naam_eenmalig="naam", bus_heeft_plaatsen="plaatsen"):
        bus_id: int = await conn.fetchval(
            """
            insert into bussen (organisatie_id, naam, plaatsen, plaats_id) values ($1, $2, $3, $4)
            returning id
            """,
            bij.organisatie_id,
            gegevens.naam,
            gegevens.plaatsen,
            gegevens.plaats_id,
        )
    await _put_stops(conn, bij, bus_id, gegevens.opstapplaatsen)
    await record_bedrijf(conn, actor, bij, "bus_toegevoegd", "bus", bus_id)
    return bus_id


async def edit_bus(
    conn: Connection, actor: Actor, bij: Bij, bus_id: int, versie: int, gegevens: BusGegevens
) -> None:
    """Change a bus over this version; raises InvalidInput with fields, or StaleVersion."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    now = one_of(bedrijf.bussen, bus_id)
    if gegevens.plaats_id != now.plaats_id:
        await expect_plaats(conn, bij, bedrijf.beleid.regio_code, gegevens.plaats_id)
    _expect_stops(bedrijf, gegevens.opstapplaatsen)
    await claim_rij(conn, bij, Onderdeel.BUS, bus_id, versie)
    async with refused_at(conn, bus_naam_eenmalig="naam", bus_heeft_plaatsen="plaatsen"):
        await conn.execute(
            """
            update bussen set naam = $3, plaatsen = $4, plaats_id = $5
            where organisatie_id = $1 and id = $2
            """,
            bij.organisatie_id,
            bus_id,
            gegevens.naam,
            gegevens.plaatsen,
            gegevens.plaats_id,
        )
    await conn.execute("delete from bus_opstapplaatsen where bus_id = $1", bus_id)
    await _put_stops(conn, bij, bus_id, gegevens.opstapplaatsen)
    await record_bedrijf(
        conn, actor, bij, "bus_gewijzigd", "bus", bus_id, {"velden": list_velden(now, gegevens)}
    )


async def archive_bus(conn: Connection, actor: Actor, bij: Bij, bus_id: int, versie: int) -> None:
    """Let a bus ride no more; raises Conflict while a plan of this week or later has it."""
    bedrijf = await own_bedrijf(conn, actor, bij.organisatie_id)
    one_of(bedrijf.bussen, bus_id)
    await put_away(conn, bij, Onderdeel.BUS, bus_id, versie)
    await record_bedrijf(conn, actor, bij, "bus_gearchiveerd", "bus", bus_id)


def _expect_stops(bedrijf: Bedrijf, opstapplaatsen: tuple[int, ...]) -> None:
    """Raise InvalidInput for a stop that is not there or comes twice."""
    wrong = None
    if not {each.id for each in bedrijf.opstapplaatsen}.issuperset(opstapplaatsen):
        wrong = "Maak een keuze uit de lijst."
    elif len(set(opstapplaatsen)) < len(opstapplaatsen):
        wrong = "De bus komt maar één keer langs dezelfde opstapplaats. Kies elke opstapplaats één keer."
    if wrong:
        raise InvalidInput(fields={"opstapplaatsen": wrong})


async def _put_stops(conn: Connection, bij: Bij, bus_id: int, opstapplaatsen: tuple[int, ...]) -> None:
    """Write the stops of a bus in order."""
    async with refused_at(conn, bus_hooguit_vijf_opstapplaatsen="opstapplaatsen"):
        await conn.execute(
            """
            insert into bus_opstapplaatsen (organisatie_id, bus_id, opstapplaats_id, nummer)
            select $1, $2, stop.id, stop.nummer
            from unnest($3::bigint[]) with ordinality as stop(id, nummer)
            """,
            bij.organisatie_id,
            bus_id,
            list(opstapplaatsen),
        )
