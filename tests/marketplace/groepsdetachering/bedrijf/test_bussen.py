"""Buses and the places where they stop: what fits, what the database refuses, and what stays while used."""

from dataclasses import replace

import pytest

from marketplace.db import Connection
from marketplace.errors import Conflict, Forbidden, InvalidInput, NotFound, StaleVersion
from marketplace.groepsdetachering.bedrijf.bussen import BusGegevens, add_bus, archive_bus, edit_bus
from marketplace.groepsdetachering.bedrijf.model import Bedrijf
from marketplace.groepsdetachering.bedrijf.opstapplaatsen import (
    OpstapplaatsGegevens,
    add_opstapplaats,
    archive_opstapplaats,
    edit_opstapplaats,
)
from marketplace.groepsdetachering.bedrijf.queries import get_bedrijf
from marketplace.groepsdetachering.bedrijf.werkleiders import WerkleiderGegevens, add_werkleider
from tests.marketplace.groepsdetachering.klein_bedrijf import WEEK, KleinBedrijf, plan_group

LEIDER = WerkleiderGegevens(
    naam="Anna", minuten=1920, span=8, dagen=31, trainingen=(), werkprocessen=frozenset()
)


async def read(conn: Connection, klein: KleinBedrijf) -> Bedrijf:
    """The SW-bedrijf as it is now."""
    bedrijf = await get_bedrijf(conn, klein.planner, klein.id)
    assert bedrijf is not None
    return bedrijf


async def make_stops(conn: Connection, klein: KleinBedrijf, count: int) -> tuple[int, ...]:
    """So many places to stop."""
    return tuple(
        [
            await add_opstapplaats(
                conn,
                klein.planner,
                klein.bij,
                OpstapplaatsGegevens(naam=f"Halte {n}", plaats_id=klein.plaatsen[0]),
            )
            for n in range(count)
        ]
    )


def bus(klein: KleinBedrijf, *stops: int) -> BusGegevens:
    """A bus past these stops."""
    return BusGegevens(naam="Witte bus", plaatsen=8, plaats_id=klein.plaatsen[1], opstapplaatsen=stops)


async def test_a_bus_passes_its_stops_in_order(conn: Connection, klein: KleinBedrijf) -> None:
    stops = await make_stops(conn, klein, 5)
    number = await add_bus(conn, klein.planner, klein.bij, bus(klein, *reversed(stops)))
    [made] = (await read(conn, klein)).bussen
    assert made.opstapplaatsen == stops[::-1]
    await edit_bus(conn, klein.planner, klein.bij, number, 1, bus(klein, stops[1], stops[0]))
    [changed] = (await read(conn, klein)).bussen
    assert (changed.opstapplaatsen, changed.versie) == ((stops[1], stops[0]), 2)
    with pytest.raises(StaleVersion):
        await edit_bus(conn, klein.planner, klein.bij, number, 1, bus(klein))


async def test_what_does_not_fit_is_refused_at_its_field(conn: Connection, klein: KleinBedrijf) -> None:
    stops = await make_stops(conn, klein, 6)
    await add_bus(conn, klein.planner, klein.bij, bus(klein))
    other = replace(bus(klein), naam="Rode bus")
    for wrong, field in (
        (bus(klein), "naam"),
        (replace(other, plaatsen=0), "plaatsen"),
        (replace(other, plaatsen=61), "plaatsen"),
        (replace(other, plaats_id=9999), "plaats"),
        (replace(other, opstapplaatsen=stops), "opstapplaatsen"),
        (replace(other, opstapplaatsen=(stops[0], stops[0])), "opstapplaatsen"),
        (replace(other, opstapplaatsen=(9999,)), "opstapplaatsen"),
    ):
        with pytest.raises(InvalidInput) as refused:
            await add_bus(conn, klein.planner, klein.bij, wrong)
        assert set(refused.value.fields) == {field}
        assert all(sentence.endswith(".") for sentence in refused.value.fields.values())


async def test_a_bus_in_a_plan_to_come_is_not_put_away(conn: Connection, klein: KleinBedrijf) -> None:
    number = await add_bus(conn, klein.planner, klein.bij, bus(klein))
    leider = await add_werkleider(conn, klein.planner, klein.bij, LEIDER)
    await plan_group(conn, klein, leider, number, WEEK, "concept")
    with pytest.raises(
        Conflict, match="Deze bus staat in het plan, voor het eerst in de week van 16 november"
    ):
        await archive_bus(conn, klein.planner, klein.bij, number, 1)
    await conn.execute("update groepsplannen set status = 'vervallen'")
    await archive_bus(conn, klein.planner, klein.bij, number, 1)
    assert (await read(conn, klein)).bussen == ()


async def test_a_stop_stays_while_a_bus_or_a_plan_needs_it(conn: Connection, klein: KleinBedrijf) -> None:
    [stop] = await make_stops(conn, klein, 1)
    number = await add_bus(conn, klein.planner, klein.bij, bus(klein, stop))
    with pytest.raises(Conflict, match="Hier stopt nog een bus: Witte bus"):
        await archive_opstapplaats(conn, klein.planner, klein.bij, stop, 1)
    await edit_bus(conn, klein.planner, klein.bij, number, 1, bus(klein))
    leider = await add_werkleider(conn, klein.planner, klein.bij, LEIDER)
    await plan_group(conn, klein, leider, number, WEEK, "gepubliceerd")
    await conn.execute("update groepsplan_groepen set opstapplaatsen = array[$1::bigint]", stop)
    with pytest.raises(Conflict, match="Deze opstapplaats staat in het plan"):
        await archive_opstapplaats(conn, klein.planner, klein.bij, stop, 1)
    await conn.execute("update groepsplan_groepen set opstapplaatsen = '{}'")
    await archive_opstapplaats(conn, klein.planner, klein.bij, stop, 1)
    assert (await read(conn, klein)).opstapplaatsen == ()


async def test_a_stop_is_changed_and_has_a_name_of_its_own(conn: Connection, klein: KleinBedrijf) -> None:
    one, _ = await make_stops(conn, klein, 2)
    there = OpstapplaatsGegevens(naam="Station", plaats_id=klein.plaatsen[1])
    await edit_opstapplaats(conn, klein.planner, klein.bij, one, 1, there)
    assert [each.naam for each in (await read(conn, klein)).opstapplaatsen] == ["Halte 1", "Station"]
    for wrong, field in (
        (replace(there, naam="halte 1"), "naam"),
        (replace(there, plaats_id=9999), "plaats"),
    ):
        with pytest.raises(InvalidInput) as refused:
            await edit_opstapplaats(conn, klein.planner, klein.bij, one, 2, wrong)
        assert set(refused.value.fields) == {field}


async def test_a_stranger_finds_no_bus_and_a_werkleider_may_not_change_one(
    conn: Connection, klein: KleinBedrijf
) -> None:
    [stop] = await make_stops(conn, klein, 1)
    number = await add_bus(conn, klein.planner, klein.bij, bus(klein))
    there = OpstapplaatsGegevens(naam="Station", plaats_id=klein.plaatsen[1])
    for actor, refusal in ((klein.vreemd, NotFound), (klein.werkleider, Forbidden)):
        with pytest.raises(refusal):
            await add_bus(conn, actor, klein.bij, bus(klein))
        with pytest.raises(refusal):
            await edit_bus(conn, actor, klein.bij, number, 1, bus(klein))
        with pytest.raises(refusal):
            await archive_bus(conn, actor, klein.bij, number, 1)
        with pytest.raises(refusal):
            await add_opstapplaats(conn, actor, klein.bij, there)
        with pytest.raises(refusal):
            await edit_opstapplaats(conn, actor, klein.bij, stop, 1, there)
        with pytest.raises(refusal):
            await archive_opstapplaats(conn, actor, klein.bij, stop, 1)
