"""Travel times of the built-in provider."""

import pytest

from marketplace.geo.reistijd import (
    AANNAMES,
    EstimatedTravelTime,
    Punt,
    Vervoermiddel,
    crow_kilometers,
)

DIDAM = Punt(51.94083, 6.13194)
NEEDE = Punt(52.13417, 6.61389)
ZELHEM = Punt(52.00667, 6.34861)
DOETINCHEM = Punt(51.965, 6.28889)


def test_every_vervoermiddel_has_exactly_one_row_of_assumptions_with_a_sentence() -> None:
    assert sorted(aanname.vervoermiddel for aanname in AANNAMES) == sorted(Vervoermiddel)
    assert all(aanname.toelichting.endswith(".") for aanname in AANNAMES)


def test_didam_and_neede_are_39_km_apart_as_the_crow_flies() -> None:
    assert crow_kilometers(DIDAM, NEEDE) == pytest.approx(39.4, abs=0.1)


def test_the_way_is_a_detour_longer_than_the_crow_flies() -> None:
    assert EstimatedTravelTime().kilometers(DIDAM, NEEDE) == pytest.approx(39.36 * 1.3, abs=0.1)


def test_inside_one_place_two_kilometres_are_assumed() -> None:
    reistijd = EstimatedTravelTime()
    assert reistijd.kilometers(ZELHEM, ZELHEM) == 2.0
    assert reistijd.minutes(ZELHEM, ZELHEM, Vervoermiddel.LOPEN) == 24


def test_minutes_follow_from_detour_speed_and_fixed_minutes() -> None:
    # 6.19 km x 1.3 = 8.05 km, at 15 km/u 32.2 min, rounded up, and 2 min to park the bicycle
    assert EstimatedTravelTime().minutes(ZELHEM, DOETINCHEM, Vervoermiddel.FIETS) == 35


@pytest.mark.parametrize("vervoermiddel", [Vervoermiddel.LOPEN, Vervoermiddel.FIETS, Vervoermiddel.E_BIKE])
def test_nobody_walks_or_cycles_past_a_sensible_maximum(vervoermiddel: Vervoermiddel) -> None:
    assert EstimatedTravelTime().minutes(DIDAM, NEEDE, vervoermiddel) is None


def test_a_car_is_never_slower_than_a_bicycle_between_places() -> None:
    reistijd = EstimatedTravelTime()
    auto = reistijd.minutes(ZELHEM, DOETINCHEM, Vervoermiddel.AUTO)
    fiets = reistijd.minutes(ZELHEM, DOETINCHEM, Vervoermiddel.FIETS)
    assert auto is not None
    assert fiets is not None
    assert auto < fiets
