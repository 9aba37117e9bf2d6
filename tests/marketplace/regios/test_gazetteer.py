"""Postcodes that the gazetteer lacks, looked up at a Locatieserver on this machine."""

from collections.abc import Sequence
from datetime import date

import pytest

from marketplace.db import Connection
from marketplace.geo.locatieserver import Locatieserver
from marketplace.regios.gazetteer import add_postcode
from marketplace.regios.queries import get_plaats_of_pc4
from tests.marketplace.geo.diensten import MISLUKT, locatieserver, serve, vondst

RAALTE = [
    vondst("8101AA", "Raalte", "Raalte", "0177", 52.380, 6.270),
    vondst("8101AB", "Raalte", "Raalte", "0177", 52.390, 6.280),
    vondst("8101ZZ", "Heino", "Raalte", "0177", 52.430, 6.230),
]


@pytest.fixture
async def eigenaar(seeded_conn: Connection) -> Connection:
    """The example region, as the owner of its tables."""
    await seeded_conn.execute("reset role")
    return seeded_conn


async def add(
    conn: Connection, pc4: str, docs: Sequence[dict[str, str]], vandaag: date
) -> tuple[bool, str, int]:
    """Add a postcode; with how often the service was asked."""
    with serve(locatieserver(*docs)) as server:
        added, told = await add_postcode(conn, Locatieserver(server.adres), pc4, vandaag)
        return added, told, len(server.vragen)


async def test_a_new_postcode_lies_where_most_of_it_does(eigenaar: Connection, vandaag: date) -> None:
    assert await add(eigenaar, "8101", RAALTE, vandaag) == (True, "added, in Raalte (gemeente Raalte)", 1)
    plaats = await get_plaats_of_pc4(eigenaar, "8101", vandaag)
    assert plaats is not None
    assert (plaats.naam, plaats.lat, plaats.lon, plaats.gemeente) == ("Raalte", 52.385, 6.275, "Raalte")


async def test_a_known_postcode_is_not_asked_for(eigenaar: Connection, vandaag: date) -> None:
    assert await add(eigenaar, "6941", RAALTE, vandaag) == (True, "already there, in Didam", 0)


async def test_a_second_postcode_leaves_the_place_where_it_was(eigenaar: Connection, vandaag: date) -> None:
    didam = [vondst("6940AA", "Didam", "Montferland", "1955", 51.0, 6.0)]
    before = await get_plaats_of_pc4(eigenaar, "6941", vandaag)
    assert (await add(eigenaar, "6940", didam, vandaag))[0]
    assert await get_plaats_of_pc4(eigenaar, "6940", vandaag) == before


@pytest.mark.parametrize("pc4", ["0941", "694", "69411", "7071AA", "Ulft", "7071* OR *"])
async def test_only_four_digits_go_out(eigenaar: Connection, vandaag: date, pc4: str) -> None:
    assert await add(eigenaar, pc4, RAALTE, vandaag) == (False, "not the four digits of a postcode", 0)


async def test_a_postcode_that_is_not_found_changes_nothing(eigenaar: Connection, vandaag: date) -> None:
    added, told, _ = await add(eigenaar, "9999", RAALTE, vandaag)
    assert (added, told) == (False, "the Locatieserver does not know this postcode")
    assert await get_plaats_of_pc4(eigenaar, "9999", vandaag) is None


async def test_a_gemeente_that_is_not_there_is_named(eigenaar: Connection, vandaag: date) -> None:
    docs = [vondst("8102AA", "Nergens", "Nergenshuizen", "9876", 52.0, 6.0)]
    added, told, _ = await add(eigenaar, "8102", docs, vandaag)
    assert not added
    assert "the gemeente Nergenshuizen is not in the database" in told


@pytest.mark.parametrize("failure", MISLUKT)
async def test_a_failing_service_changes_nothing(eigenaar: Connection, vandaag: date, failure: str) -> None:
    with serve(lambda _: MISLUKT[failure]) as server:
        geocoder = Locatieserver(server.adres, timeout=0.3)
        added, told = await add_postcode(eigenaar, geocoder, "8101", vandaag)
    assert not added
    assert told.startswith("no answer from the Locatieserver (Geocoder")
    assert await get_plaats_of_pc4(eigenaar, "8101", vandaag) is None
