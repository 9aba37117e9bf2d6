"""What is written about places; only the owner of the tables may."""

from marketplace.db import Connection
from marketplace.regios.model import Vindplaats


async def insert_postcode(conn: Connection, pc4: str, where: Vindplaats, *, bron: str) -> None:
    """Add a postcode, and its plaats where that is new; a plaats that is there stays where it is."""
    await conn.execute(
        """
        insert into plaatsen (naam, gemeente_id, lat, lon, bron) values ($1, $2, $3, $4, $5)
        on conflict (naam, gemeente_id) do nothing
        """,
        where.plaats,
        where.gemeente_id,
        where.lat,
        where.lon,
        bron,
    )
    await conn.execute(
        """
        insert into postcodes (pc4, plaats_id)
        select $1, id from plaatsen where naam = $2 and gemeente_id = $3
        """,
        pc4,
        where.plaats,
        where.gemeente_id,
    )
