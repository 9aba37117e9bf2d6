"""The SQL of geo: the gazetteer, which everybody may read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marketplace.geo.gazetteer import Gazetteer, Plaats
from marketplace.geo.reistijd import Punt

if TYPE_CHECKING:
    from marketplace.db import Connection


async def get_gazetteer(conn: Connection) -> Gazetteer:
    """Read all places and postcodes; they change with a release, so the answer may be kept."""
    plaatsen = await conn.fetch(
        """
        select plaats.id, plaats.naam, plaats.gemeente_id, gemeente.naam as gemeente, plaats.lat, plaats.lon
        from plaatsen plaats join gemeenten gemeente on gemeente.id = plaats.gemeente_id
        """
    )
    postcodes = await conn.fetch("select pc4, plaats_id from postcodes")
    return Gazetteer(
        (
            Plaats(
                id=row["id"],
                naam=row["naam"],
                gemeente_id=row["gemeente_id"],
                gemeente=row["gemeente"],
                punt=Punt(row["lat"], row["lon"]),
            )
            for row in plaatsen
        ),
        {row["pc4"]: row["plaats_id"] for row in postcodes},
    )
