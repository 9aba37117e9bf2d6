"""The Locatieserver as a geocoder of geopy, over real HTTP."""

import pytest
from geopy.exc import GeocoderRateLimited, GeocoderTimedOut, GeocoderUnavailable, GeopyError

from marketplace.geo.locatieserver import Locatieserver
from tests.marketplace.geo.diensten import MISLUKT, in_json, locatieserver, serve, vondst

ULFT = vondst("7071AA", "Ulft", "Oude IJsselstreek", "1509", 51.8901, 6.3801)
ULFT_OOST = vondst("7071BB", "Ulft", "Oude IJsselstreek", "1509", 51.8921, 6.3841)


def test_a_postcode_is_found_with_its_place_and_point() -> None:
    with serve(locatieserver(ULFT)) as server:
        [found] = Locatieserver(server.adres).geocode("postcode:7071*", soort="postcode")
    assert (found.latitude, found.longitude) == (51.8901, 6.3801)
    assert (found.raw.woonplaatsnaam, found.raw.gemeentecode) == ("Ulft", "1509")
    assert found.address == ULFT["weergavenaam"]


def test_all_that_is_found_is_given_in_its_order() -> None:
    with serve(locatieserver(ULFT, ULFT_OOST)) as server:
        found = Locatieserver(server.adres).geocode("postcode:7071*", soort="postcode")
    assert [each.longitude for each in found] == [6.3801, 6.3841]


def test_no_hit_is_an_empty_list() -> None:
    with serve(locatieserver(ULFT)) as server:
        assert Locatieserver(server.adres).geocode("postcode:9999*", soort="postcode") == []


def test_only_what_was_asked_goes_out() -> None:
    with serve(locatieserver(ULFT)) as server:
        Locatieserver(server.adres).geocode("postcode:7071*", soort="postcode")
        [vraag] = server.vragen
    assert (vraag.query["q"], vraag.query["fq"], vraag.query["rows"]) == (
        "postcode:7071*",
        "type:postcode",
        "100",
    )
    assert set(vraag.query) == {"q", "fq", "fl", "rows"}


@pytest.mark.parametrize("failure", MISLUKT)
def test_each_failure_is_one_of_geopy(failure: str) -> None:
    with serve(lambda _: MISLUKT[failure]) as server, pytest.raises(GeopyError):
        Locatieserver(server.adres, timeout=0.3).geocode("7071")


def test_too_often_is_told_apart_from_too_late() -> None:
    with serve(lambda _: MISLUKT["too often"]) as server, pytest.raises(GeocoderRateLimited):
        Locatieserver(server.adres).geocode("7071")
    with (
        serve(lambda _: MISLUKT["too late"]) as server,
        pytest.raises((GeocoderTimedOut, GeocoderUnavailable)),
    ):
        Locatieserver(server.adres, timeout=0.3).geocode("7071")


@pytest.mark.parametrize(
    "wrong",
    [
        {"centroide_ll": "POINT(6.1)"},
        {"centroide_ll": "POINT(1.2.3 4)"},
        {"centroide_ll": "POINT(6.1 99)"},
        {"gemeentecode": "GM1509"},
        {"woonplaatsnaam": None},
    ],
)
def test_a_row_that_cannot_be_is_no_answer(wrong: dict[str, object]) -> None:
    with (
        serve(lambda _: in_json({"response": {"docs": [ULFT | wrong]}})) as server,
        pytest.raises(GeopyError),
    ):
        Locatieserver(server.adres).geocode("7071")


def test_where_nobody_listens_is_told_as_geopy_does() -> None:
    with serve(locatieserver()) as server:
        gone = server.adres
    with pytest.raises(GeopyError):
        Locatieserver(gone).geocode("7071")
