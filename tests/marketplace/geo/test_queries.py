"""The gazetteer out of the database."""

from marketplace.db import Connection
from marketplace.geo.queries import get_gazetteer


async def test_the_gazetteer_knows_the_postcodes_of_the_region(seeded_conn: Connection) -> None:
    gazetteer = await get_gazetteer(seeded_conn)
    plaats = gazetteer.find_by_pc4("7021")
    assert plaats is not None
    assert (plaats.naam, plaats.gemeente) == ("Zelhem", "Bronckhorst")
    assert gazetteer.get(plaats.id) == plaats


async def test_a_pc4_outside_the_region_is_unknown(seeded_conn: Connection) -> None:
    assert (await get_gazetteer(seeded_conn)).find_by_pc4("1012") is None
