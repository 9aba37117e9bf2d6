"""The table of ways with a routing service over real HTTP, and what is estimated when it fails."""

import asyncio
import math

import pytest

from marketplace.geo import wegen
from marketplace.geo.osrm import Osrm
from marketplace.geo.reistabel import Reistabel, build_reistabel
from marketplace.geo.reistijd import EstimatedTravelTime, Punt, Vervoermiddel
from marketplace.geo.routeplanner import Routeplanner
from marketplace.geo.valhalla import Valhalla
from marketplace.geo.wegen import ask_reistabel
from tests.marketplace.geo.diensten import MISLUKT, Antwoord, Server, in_json, osrm, serve, valhalla, way

ZELHEM, DOETINCHEM, VORDEN = Punt(52.00667, 6.34861), Punt(51.965, 6.28889), Punt(52.105, 6.31)
ZONES = (ZELHEM, DOETINCHEM, VORDEN)
GESCHAT = build_reistabel(EstimatedTravelTime(), ZONES)
FIETS, AUTO, OV, E_BIKE = Vervoermiddel.FIETS, Vervoermiddel.AUTO, Vervoermiddel.OV, Vervoermiddel.E_BIKE


def by_osrm(server: Server, *vervoermiddelen: Vervoermiddel) -> Osrm:
    """An OSRM for each of these at one server."""
    return Osrm(dict.fromkeys(vervoermiddelen, server.adres))


def minutes(van: Punt, naar: Punt, fixed: int) -> int:
    """What a service says of a way, with the fixed minutes of the assumption."""
    return math.ceil(way(van, naar)[1] / 60) + fixed


async def test_osrm_gives_the_minutes_of_what_it_knows_and_the_rest_is_estimated() -> None:
    with serve(osrm()) as server:
        tabel, herkomst = await ask_reistabel(by_osrm(server, FIETS), ZONES)
    assert tabel.minuten[FIETS][0][1] == minutes(ZELHEM, DOETINCHEM, 2)
    assert tabel.minuten[FIETS] != GESCHAT.minuten[FIETS]
    assert tabel.minuten[OV] == GESCHAT.minuten[OV]
    assert tabel.minuten[AUTO] == GESCHAT.minuten[AUTO]
    assert (herkomst.bron, herkomst.wegen, herkomst.gevonden) == ("OSRM", 6, {FIETS: 6})
    assert herkomst.uitgevallen == ()


async def test_valhalla_gives_all_that_go_over_the_road_at_our_own_speeds() -> None:
    with serve(valhalla) as server:
        tabel, herkomst = await ask_reistabel(Valhalla(server.adres), ZONES)
    assert set(herkomst.gevonden) == set(Vervoermiddel) - {OV, Vervoermiddel.TAXIBUS}
    assert tabel.minuten[FIETS][0][1] == minutes(ZELHEM, DOETINCHEM, 2)
    by_bike, by_e_bike = tabel.minuten[FIETS][0][1], tabel.minuten[E_BIKE][0][1]
    assert by_bike is not None
    assert by_e_bike is not None
    assert by_e_bike < by_bike


async def test_the_distance_is_that_of_the_shortest_known_way() -> None:
    with serve(osrm()) as server:
        tabel, _ = await ask_reistabel(by_osrm(server, AUTO), ZONES)
    assert tabel.kilometers[0][1] == round(way(ZELHEM, DOETINCHEM)[0] / 1000)


async def test_inside_one_place_and_past_the_maximum_the_assumptions_hold() -> None:
    with serve(osrm()) as server:
        tabel, _ = await ask_reistabel(by_osrm(server, Vervoermiddel.LOPEN), ZONES)
    lopend = tabel.minuten[Vervoermiddel.LOPEN]
    assert lopend[0][0] == GESCHAT.minuten[Vervoermiddel.LOPEN][0][0] == 24
    assert GESCHAT.minuten[Vervoermiddel.LOPEN][0][1] is not None
    assert lopend[0][1] is None
    assert tabel.kilometers[0][0] == 2


async def test_a_way_that_the_service_does_not_know_is_estimated_and_counted() -> None:
    with serve(osrm(eiland=VORDEN)) as server:
        tabel, herkomst = await ask_reistabel(by_osrm(server, FIETS), ZONES)
    assert tabel.minuten[FIETS][0][2] == GESCHAT.minuten[FIETS][0][2]
    assert tabel.minuten[FIETS][0][1] == minutes(ZELHEM, DOETINCHEM, 2)
    assert herkomst.gevonden == {FIETS: 2}
    assert tabel.kilometers[2][0] == GESCHAT.kilometers[2][0]


async def test_the_way_back_may_be_longer() -> None:
    with serve(
        lambda _: in_json(
            {"code": "Ok", "durations": [[0, 600], [1200, 0]], "distances": [[0, 900], [950, 0]]}
        )
    ) as server:
        tabel, _ = await ask_reistabel(by_osrm(server, FIETS), ZONES[:2])
    assert (tabel.minuten[FIETS][0][1], tabel.minuten[FIETS][1][0]) == (12, 22)


@pytest.mark.parametrize("service", ["osrm", "valhalla"])
async def test_many_places_are_asked_in_batches_that_the_service_takes(service: str) -> None:
    zones = [Punt(51.9 + number / 2000, 6.2 + number % 7 / 100) for number in range(120)]
    with serve(osrm() if service == "osrm" else valhalla) as server:
        planner: Routeplanner = by_osrm(server, FIETS) if service == "osrm" else Valhalla(server.adres)
        tabel, herkomst = await ask_reistabel(planner, zones)
        assert len(server.vragen) == 9 * len(planner.vervoermiddelen)
    assert herkomst.gevonden[FIETS] == herkomst.wegen == 120 * 119
    for van, naar in [(0, 119), (119, 0), (60, 49), (50, 99)]:
        found = tabel.minuten[FIETS][van][naar]
        assert found is not None
        assert abs(found - minutes(zones[van], zones[naar], 2)) <= 1


@pytest.mark.parametrize("service", ["osrm", "valhalla"])
@pytest.mark.parametrize("failure", MISLUKT)
async def test_whatever_goes_wrong_there_the_whole_vervoermiddel_is_estimated(
    service: str, failure: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wegen, "REQUEST_SECONDS", 0.3)
    with serve(lambda _: MISLUKT[failure]) as server:
        planner: Routeplanner = by_osrm(server, AUTO) if service == "osrm" else Valhalla(server.adres)
        tabel, herkomst = await ask_reistabel(planner, ZONES)
    assert tabel == GESCHAT
    assert herkomst.uitgevallen == tuple(planner.vervoermiddelen)
    assert herkomst.gevonden == {}


@pytest.mark.parametrize(
    "cells",
    [
        [[0, 1]],
        [[0, 1], [1]],
        [[0, -1], [1, 0]],
        [[0, 1e300], [1, 0]],
        [[0, math.nan], [1, 0]],
        [[0, "een"], [1, 0]],
    ],
)
async def test_a_matrix_that_cannot_be_is_no_answer(cells: list[list[object]]) -> None:
    with serve(lambda _: in_json({"code": "Ok", "durations": cells, "distances": cells})) as server:
        tabel, herkomst = await ask_reistabel(by_osrm(server, AUTO), ZONES[:2])
    assert herkomst.uitgevallen == (AUTO,)
    assert tabel == build_reistabel(EstimatedTravelTime(), ZONES[:2])


async def test_where_nobody_listens_all_is_estimated() -> None:
    with serve(osrm()) as server:
        gone = server.adres
    tabel, herkomst = await ask_reistabel(Osrm({AUTO: gone}), ZONES)
    assert (tabel, herkomst.uitgevallen) == (GESCHAT, (AUTO,))


async def test_a_service_that_fails_is_not_asked_again_for_that_vervoermiddel() -> None:
    with serve(lambda _: MISLUKT["too often"]) as broken, serve(osrm()) as good:
        zones = [Punt(52 + number / 1000, 6.2) for number in range(60)]
        planner = Osrm({FIETS: broken.adres, AUTO: good.adres})
        _, herkomst = await ask_reistabel(planner, zones)
        assert len(broken.vragen) == 1
    assert (herkomst.uitgevallen, set(herkomst.gevonden)) == ((FIETS,), {AUTO})


async def test_asking_ends_in_time_and_keeps_what_came(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wegen, "TOTAL_SECONDS", 0.5)
    with serve(osrm()) as good, serve(lambda _: Antwoord("{}", wait=5)) as slow:
        async with asyncio.timeout(4):
            _, herkomst = await ask_reistabel(Osrm({FIETS: good.adres, AUTO: slow.adres}), ZONES)
    assert (herkomst.uitgevallen, set(herkomst.gevonden)) == ((AUTO,), {FIETS})


async def test_the_same_answers_give_the_same_table() -> None:
    with serve(osrm()) as server:
        first: tuple[Reistabel, object] = await ask_reistabel(by_osrm(server, FIETS, AUTO), ZONES)
        again = await ask_reistabel(by_osrm(server, FIETS, AUTO), ZONES)
    assert first == again
